"""The person says at which steps the network is heard."""

import json
from types import SimpleNamespace

from pytestqt.qtbot import QtBot

from abcstudio.learning.milestones.kept import milestones_of
from abcstudio.ui.services.studio import Studio
from tests.ui.training.small_runs import RUN_MS


def test_a_run_keeps_its_network_at_the_steps_that_were_typed(
    qtbot: QtBot, shown: SimpleNamespace, studio: Studio
) -> None:
    page = shown.page
    field = page.parts.form.milestones
    field.setText("7; 3 12")
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    folder = page.session.folder
    assert [one.step for one in milestones_of(folder)] == [3, 7, 12]
    facts = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert facts["milestones"]["steps"] == [3, 7, 12]
    assert studio.settings.training_milestones == "7; 3 12"


def test_what_is_no_step_is_told_before_a_run_starts(shown: SimpleNamespace) -> None:
    page = shown.page
    for words in ("ten", "0, 5", "-3", "2000000"):
        page.parts.form.milestones.setText(words)
        page.start_training()
        assert not page.session.is_running
        assert "Hear it at steps" in page.parts.progress.line.text()
    page.parts.form.milestones.setText("0")
    assert page.parts.form.milestones.steps() == ()
    page.parts.form.milestones.setText(" ")
    assert page.parts.form.milestones.steps() is None
