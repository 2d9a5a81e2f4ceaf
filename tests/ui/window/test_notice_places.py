"""A passing notice lies over a view of the page in front and over nothing to be pressed or filled.

The window is walked: every control that is on the screen is held against the notice.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.explanation_line import ExplanationLine
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.notices.notice_bar import MOST_WAITING
from abcstudio.ui.window.pages import PAGE_IDS

NEVER_COVERED = (
    QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, AbcEditor, ProblemsStrip,
    ExplanationLine,
)  # fmt: skip
LONG = "5 problems of the tune are fixed; the other 3 stay, for a fix would change the music."


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def covered(window: MainWindow) -> Iterator[str]:
    """Yield what the notice lies over and must not."""
    notice = window.notices
    area = place(notice, window)
    for widget in window.findChildren(QWidget):
        is_own = notice.isAncestorOf(widget)
        if isinstance(widget, NEVER_COVERED) and widget.isVisible() and not is_own:
            seen = place(widget, window)
            if not widget.visibleRegion().isEmpty() and seen.intersects(area):
                yield f"{type(widget).__name__} {widget.accessibleName()}"


def is_at_rest(window: MainWindow) -> bool:
    ground = place(window.pages.notice_ground(), window)
    return window.notices.isVisible() and ground.contains(place(window.notices, window))


@pytest.mark.one_window
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (1024, 700)])
@pytest.mark.parametrize("words", ["Saved.", LONG])
def test_a_notice_covers_no_control(
    qtbot: QtBot, main_window: MainWindow, studio: Studio, size: tuple[int, int], words: str
) -> None:
    main_window.resize(*size)
    main_window.composer.parts.files.open_text("X:1\nL:1/8\nM:4/4\nK:C\n;ABcd efga|\n", "doubtful")
    for page_id in PAGE_IDS:
        main_window.show_page(page_id)
        studio.notify(words, action_text="Undo", action=lambda: None)
        qtbot.waitUntil(lambda: is_at_rest(main_window))
        assert list(covered(main_window)) == [], page_id
        main_window.notices.clear()


@pytest.mark.one_window
def test_a_notice_goes_along_to_another_page_and_view(
    qtbot: QtBot, main_window: MainWindow, studio: Studio
) -> None:
    studio.notify(LONG, "error", action_text="Undo", action=lambda: None)
    for page_id in (*PAGE_IDS, *reversed(PAGE_IDS)):
        main_window.show_page(page_id)
        qtbot.waitUntil(lambda: is_at_rest(main_window))
        assert list(covered(main_window)) == [], page_id
    views = main_window.datasets.parts.views.tabs
    main_window.show_page("datasets")
    for index in (1, 2, 0):
        views.setCurrentIndex(index)
        qtbot.waitUntil(lambda: is_at_rest(main_window))
        assert list(covered(main_window)) == [], index


@pytest.mark.one_window
def test_a_notice_leaves_the_text_when_the_score_is_small(
    qtbot: QtBot, main_window: MainWindow, studio: Studio
) -> None:
    main_window.show_page("composer")
    main_window.composer.parts.score.setVisible(False)
    studio.notify(LONG)
    qtbot.waitUntil(lambda: is_at_rest(main_window))
    assert not any("Strip" in each or "Button" in each for each in covered(main_window))


@pytest.mark.one_window
def test_of_many_notices_the_newest_and_all_errors_come(
    main_window: MainWindow, studio: Studio
) -> None:
    bar = main_window.notices
    bar.clear()
    for number in range(100):
        studio.notify(f"Done {number}")
    for number in range(3):
        studio.notify(f"Failed {number}", "error")
    for number in range(100, 200):
        studio.notify(f"Done {number}")
    told: list[str] = []
    while bar.notice is not None:
        told.append(bar.notice.text)
        bar.put_away()
    assert len(told) <= MOST_WAITING + 1
    assert {"Failed 0", "Failed 1", "Failed 2", "Done 199"} <= set(told)
