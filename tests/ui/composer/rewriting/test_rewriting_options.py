"""The options of the bar over the text, kept over a restart."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions, recalled_options
from abcstudio.ui.composer.rewriting.room import RewritingRoom
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow


def test_options_are_there_after_a_restart(start: Callable[[], MainWindow]) -> None:
    window = start()
    bar = window.composer.rooms[RewritingRoom].bar
    assert bar.options() == RewritingOptions()
    bar.kept.rhythm.trigger()
    bar.kept.ends.trigger()
    bar.temperature.setValue(1.25)
    bar.hear.click()
    kept = window.studio.settings
    again = start()
    again.studio.replace_settings(kept)
    assert recalled_options(again.studio) == RewritingOptions(
        keeps_rhythm=True, keeps_ends=True, temperature=1.25, is_heard=False
    )


def test_what_does_not_fit_is_the_default(studio: Studio) -> None:
    studio.update_settings(
        rewriting={"temperature": -3, "keeps_rhythm": "yes", "is_heard": False, "other": 1}
    )
    assert recalled_options(studio) == RewritingOptions(is_heard=False)


@pytest.mark.one_window
def test_return_opens_the_options_and_leaves_them_as_they_are(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    main_window.show_page("composer")
    bar = main_window.composer.rooms[RewritingRoom].bar
    bar.show()
    bar.kept.setFocus()
    opened: list[bool] = []
    bar.kept.menu().aboutToShow.connect(lambda: opened.append(True))
    QTimer.singleShot(0, bar.kept.menu().close)
    qtbot.keyClick(bar.kept, Qt.Key.Key_Return)
    assert opened
    assert not bar.kept.isChecked()


@pytest.mark.one_window
def test_tab_leads_through_the_bar_as_it_is_read(main_window: MainWindow) -> None:
    bar = main_window.composer.rooms[RewritingRoom].bar
    buttons = bar.findChildren(QAbstractButton)
    order: list[QWidget] = [bar.previous_button]
    while len(order) < len(buttons):
        widget = order[-1].nextInFocusChain()
        while widget not in buttons:
            widget = widget.nextInFocusChain()
        order.append(widget)
    assert order == [
        bar.previous_button,
        bar.next_button,
        bar.keep_button,
        bar.drop_button,
        bar.kept,
        bar.hear,
        bar.more_button,
    ]
