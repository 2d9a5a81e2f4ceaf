"""Four takes of one day, kept by an earlier session."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.remembered_take import RememberedTake, take_key
from abcstudio.composing.history.take_history import change_takes
from abcstudio.paths import takes_dir
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.take_cells import FACTS_ROLE
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import PATIENCE_MS

HEAD = "X:1\nT:Tune {0}\nM:4/4\nL:1/8\nK:D\n"
MUSIC = (
    "|:A2FA DAFA|BGdB A2FA|GBEG FADF|E2CE A,2CE|A2FA DAFA|BGdB A2FA|GBEG FADF|E2CE D4:|",
    "|:dfaf gbag|fdAF E2GE|dfaf gbag|fdec d4:|:AFDF GBdB|AFDF E2FG|AFDF GBdB|AFEC D4:|",
    "|:D8|D8|D8|D8|D8|D8|D8|D8:|",
    "|:D,D d'd D,D d'd|^c_B=c^A _d2^e2|DDDD d'd'd'd'|D,8:|",
)


@pytest.fixture
def kept(home: None) -> None:
    """Leave the takes."""
    for number, music in enumerate(MUSIC, 1):
        take = RememberedTake(
            key=take_key(number, "0a"),
            number=number,
            text=HEAD.format(number) + music + "\n",
            made=1_700_000_000,
            title=f"Tune {number}",
            problems=0,
        )
        change_takes(takes_dir(), {take.key: take})


@pytest.fixture
def window(kept: None, request: pytest.FixtureRequest, qtbot: QtBot) -> MainWindow:
    """The window with the takes, whose numbers are known."""
    window: MainWindow = request.getfixturevalue("main_window")
    window.resize(1280, 800)
    window.show_page("composer")
    page = window.composer
    page.parts.side.show_panel("takes")
    model = page.rooms[TakesRoom].list.takes

    def are_known() -> bool:
        return model.rowCount() == len(MUSIC) and all(
            model.index(row, 1).data(FACTS_ROLE)[0] for row in range(len(MUSIC))
        )

    qtbot.waitUntil(are_known, timeout=PATIENCE_MS)
    return window


@pytest.fixture
def page(window: MainWindow) -> ComposerPage:
    """The page with the list."""
    return window.composer


@pytest.fixture
def focus(page: ComposerPage, qtbot: QtBot) -> Callable[[], None]:
    """Put the focus into the list."""

    def give() -> None:
        page.window().activateWindow()
        page.rooms[TakesRoom].list.setFocus()
        qtbot.waitUntil(page.rooms[TakesRoom].list.hasFocus)

    return give
