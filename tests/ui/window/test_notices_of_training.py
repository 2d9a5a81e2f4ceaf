"""What is said of a run out of sight goes as soon as the page of training says it."""

from pytestqt.qtbot import QtBot

from abcstudio.ui.window.main_window import MainWindow
from tests.ui.training.small_runs import RUN_MS, TINY, TUNES, wait_for_runs


def begin(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("training")
    page = window.training
    page.train_on(TUNES, "Some tunes")
    page.parts.base.leave()
    page.parts.form.set_config(TINY)
    page.parts.form.set_wanted_device("cpu")
    page.start_training()


def test_no_notice_lies_over_the_curve_of_the_run_it_is_about(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.training
    with qtbot.waitSignal(page.session.ended, timeout=3 * RUN_MS):
        begin(main_window, qtbot)
    assert main_window.notices.notice is None
    wait_for_runs(page, qtbot, 1)
    with qtbot.waitSignal(page.session.ended, timeout=3 * RUN_MS):
        begin(main_window, qtbot)
        main_window.show_page("composer")
    notice = main_window.notices.notice
    assert notice is not None
    assert notice.text == page.parts.progress.line.text()
    main_window.show_page("training")
    assert main_window.notices.notice is None
    assert page.parts.progress.line.text() == notice.text


def test_a_notice_stays_while_another_run_is_looked_at(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.training
    with qtbot.waitSignal(page.session.ended, timeout=3 * RUN_MS):
        begin(main_window, qtbot)
    wait_for_runs(page, qtbot, 1)
    first = page.session.folder
    with qtbot.waitSignal(page.session.ended, timeout=3 * RUN_MS):
        begin(main_window, qtbot)
        qtbot.waitUntil(lambda: page.session.folder != first, timeout=RUN_MS)
        assert first is not None
        page.parts.runs.choose(first)
        main_window.show_page("composer")
    main_window.show_page("training")
    assert main_window.notices.notice is not None
    second = page.session.folder
    assert second is not None
    page.parts.runs.choose(second)
    qtbot.waitUntil(lambda: main_window.notices.notice is None)
