"""Tooltips name the keys that a command has now, not those that it once had."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window


@pytest.fixture(autouse=True)
def _own_keys_again(main_window: MainWindow) -> Iterator[None]:
    yield
    main_window.registry.set_user_keys({})


def shown(widget: QWidget) -> str:
    """Return the tooltip as a person sees it."""
    place = QPoint(2, 2)
    QApplication.sendEvent(
        widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    )
    return QToolTip.text()


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("tune.fix_problem", "fix"),
        ("tune.next_problem", "next"),
        ("tune.previous_problem", "previous"),
    ],
)
def test_the_strip_names_the_keys_of_its_commands(
    main_window: MainWindow, command: str, name: str
) -> None:
    page = main_window.composer
    page.parts.files.open_text("X:1\nT:One\nM:4/4\nL:1/8\nK:G\n+GB+8|A8|\n", "one")
    page.desk.watch.settle()
    button = getattr(page.rooms[ProblemsRoom].strip, f"{name}_button")
    main_window.registry.set_user_keys({command: "Ctrl+Alt+7"})
    assert shown(button).endswith("(Ctrl+Alt+7)")
    main_window.registry.set_user_keys({command: ""})
    assert shown(button) == button.toolTip()
    assert "(" not in button.toolTip()


def test_the_star_names_the_key_that_keeps_a_take(main_window: MainWindow) -> None:
    take = Document("Take 1", "X:1\nK:C\nC|\n")
    take.provenance.take_number = 1
    main_window.composer.desk.documents.add(take)
    takes = main_window.composer.rooms[TakesRoom].list.takes
    star = takes.index(0, takes.columnCount() - 1)
    main_window.registry.set_user_keys({"tune.keep": "Ctrl+Alt+7"})
    assert star.data(Qt.ItemDataRole.ToolTipRole) == "Keep this take (Ctrl+Alt+7)"
    main_window.registry.set_user_keys({"tune.keep": ""})
    assert star.data(Qt.ItemDataRole.ToolTipRole) == "Keep this take"
