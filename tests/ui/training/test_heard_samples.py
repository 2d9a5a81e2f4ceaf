"""What a run has written is heard from its list."""

from pytestqt.qtbot import QtBot

from abcstudio.ui.window.main_window import MainWindow


def test_a_sample_of_a_run_can_be_heard(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("training")
    samples = main_window.training.parts.takes.samples
    assert not samples.play.isEnabled()
    samples.add(10, "X:1\nT:Early\nM:4/4\nL:1/8\nK:D\nDEFG ABcd|dcBA GFED|\n\nX:2\nT:cut sho")
    samples.steps.setCurrentRow(0)
    samples.play.click()
    qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=15_000)
    assert main_window.playback.text.startswith("X:1\nT:Early")
    assert "cut sho" not in main_window.playback.text
    main_window.playback.stop()
