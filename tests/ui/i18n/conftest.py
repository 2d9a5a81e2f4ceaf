"""A window in Ukrainian, for all tests of a file."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import runs_dir
from abcstudio.runs.run_folder import RunFolder
from abcstudio.settings import Settings
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.conftest import LastingChild, no_thread_left, window_with
from tests.ui.i18n.speaking import speaking

TUNE = "X:1\nT:Кеш\nR:jig\nM:6/8\nL:1/8\nK:G\n|:G_Be ^Afd|_BAG c=eg|^cA_B|e_BA ^dBA:|\n"
"""A tune that is in no book; a measure of it is too short."""
_RUN = {
    "name": "Швидкий 1",
    "created": "2026-01-01T10:00:00",
    "state": "running",
    "config": {"steps": 10, "hidden_size": 100, "cell": "lstm"},
    "step": 10,
    "best_val_loss": 1.0,
    "right_measures": 0.5,
    "newness": 0.5,
    "chars_per_second": 1000,
    "corpus": {"name": "коломийки.abc", "tunes": 9},
}


def _leave_a_run() -> None:
    run = RunFolder(runs_dir() / "run-1")
    run.create(_RUN, "", "")
    run.keep_losses(10, [3.0 - 0.1 * step for step in range(10)])
    run.append_metrics({"step": 10, "val_loss": 1.0, "train_loss": 2.0})
    run.keep_take(10, TUNE)


@pytest.fixture(scope="module")
def window(
    qapp: QApplication,
    engraving_child_of_files: LastingChild,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    """The whole window in Ukrainian, with a training run of an earlier start."""
    with pytest.MonkeyPatch.context() as patch, no_thread_left(), speaking(qapp, "uk"):
        patch.setenv("ABCSTUDIO_HOME", str(tmp_path_factory.mktemp("home")))
        _leave_a_run()
        # Named, as each test has a home of its own.
        settings = Settings(theme="light", language="uk", runs_folder=str(runs_dir()))
        studio = Studio(settings)
        with window_with(studio, Engraver(engraving_child_of_files)) as made:
            # After a test a window that is not shown counts as closed.
            made.show()
            yield made
        assert studio.shut_down(), "background work did not end in time"
