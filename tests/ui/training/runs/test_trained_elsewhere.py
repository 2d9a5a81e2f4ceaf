"""A run that another program trains is called so, and nothing is done to it meanwhile."""

from types import SimpleNamespace

from pytestqt.qtbot import QtBot

from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.services.studio import Studio
from tests.holding_runs import held_elsewhere
from tests.ui.training.small_runs import RUN_MS, stop_a_run, wait_for_runs


def listed(page) -> str:
    return page.parts.runs.list.item(0).text().splitlines()[1].partition(":")[0]


def read_again(page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.parts.catalog.read, timeout=RUN_MS):
        page.parts.catalog.refresh()


def test_a_run_of_another_program_is_left_alone_until_it_ends(
    qtbot: QtBot, shown: SimpleNamespace, studio: Studio
) -> None:
    page = shown.page
    notices: list[str] = []
    studio.notice_requested.connect(lambda notice: notices.append(notice.text))
    stop_a_run(page, qtbot)
    wait_for_runs(page, qtbot, 1)
    qtbot.waitUntil(lambda: page.parts.runs.run is not None, timeout=RUN_MS)
    folder = page.parts.runs.run.folder
    # As the other one writes it.
    RunFolder(folder).update_facts(state="running")
    with held_elsewhere(folder):
        read_again(page, qtbot)
        assert listed(page) == "Training elsewhere"
        with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
            shown.actions.action("training.resume").trigger()
        words = "is being trained by another program, or in another window"
        assert words in page.parts.progress.line.text()
        shown.actions.action("training.delete").trigger()
        assert words in notices[-1]
        assert folder.is_dir()
    read_again(page, qtbot)
    assert listed(page) == "Interrupted"
    before = page.parts.plot.point_count
    shown.actions.action("training.resume").trigger()
    qtbot.waitUntil(lambda: page.parts.plot.point_count > before, timeout=RUN_MS)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
