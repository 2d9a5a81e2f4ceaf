"""From what a lesson explains to the lesson, on other pages and in the menu Help."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.controls.lesson_button import LessonButton
from abcstudio.ui.learn.learn_page import LearnPage
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import let_work_end

pytestmark = pytest.mark.one_window


@pytest.mark.parametrize(("page", "lesson"), [("composer", "16-sampling"), ("training", "17-loss")])
def test_a_sign_beside_what_it_explains_opens_the_lesson(
    qtbot: QtBot, main_window: MainWindow, page: str, lesson: str
) -> None:
    main_window.show_page(page)
    sign = main_window.pages.widget_of(page).findChild(LessonButton)
    assert sign is not None
    assert sign.accessibleName().endswith("?")
    # The plot, and its sign, are on the screen once there is a curve.
    sign.click()
    let_work_end(qtbot, main_window.studio)
    learn = main_window.pages.page(LearnPage)
    assert main_window.page_name == "learn"
    assert learn.lessons.lesson is not None
    assert learn.lessons.lesson.name == lesson
    assert QApplication.focusWidget() is learn.work.cell


def test_the_menu_help_has_questions(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("datasets")
    main_window.registry.action("help.what_is_an_lstm").trigger()
    let_work_end(qtbot, main_window.studio)
    learn = main_window.pages.page(LearnPage)
    assert learn.lessons.lesson is not None
    assert learn.lessons.lesson.name == "15-lstm-model"


def test_the_sign_is_reached_by_tab(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("composer")
    sign = main_window.composer.findChild(LessonButton)
    assert sign is not None
    sign.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(sign, Qt.Key.Key_Space)
    assert main_window.page_name == "learn"
