"""Steps kept in files that the person names."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from abcstudio.corpus.preparation.preparation import Preparation
from abcstudio.recipes.preparing.prepared_corpus import load_steps, save_steps
from abcstudio.ui.controls.target_dialog import ask_target
from abcstudio.ui.datasets.preparing.prepare_presenter import PreparePresenter
from abcstudio.ui.datasets.source_dialogs import tunes_folder
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work, saving_work


class StepsFiles(QObject):
    """Asks for a file, and writes or reads it in the background."""

    def __init__(self, presenter: PreparePresenter, studio: Studio, window: QWidget) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._studio = studio
        self._window = window
        self._job = LatestJob(studio)

    def ask_target(self) -> None:
        """Ask where to keep the steps, and write them."""
        title = self.tr("Save the steps of the corpus")
        start = Path(tunes_folder(self._studio)) / self.tr("corpus steps.json")
        kinds = {"json": self.tr("Steps of a corpus (*.json)")}
        target = ask_target(self._window, title, start, kinds)
        if target is not None:
            self.save(target)

    def ask_source(self) -> None:
        """Ask for a file of steps, and take them."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open the steps of a corpus"),
            tunes_folder(self._studio),
            self.tr("Steps of a corpus (*.json);;All files (*)"),
        )
        if name:
            self.load(Path(name))

    def save(self, target: Path) -> None:
        """Write the steps as they are now."""
        self._studio.will_write_into(target.parent)
        work = saving_work(save_steps, self._presenter.steps, target)
        self._job.run(work, partial(self._on_saved, target), self._on_unsaved)

    def load(self, path: Path) -> None:
        """Take the steps of a file."""
        self._job.run(plain_work(load_steps, path), partial(self._on_loaded, path), self._on_failed)

    def _on_saved(self, target: Path, _nothing: object) -> None:
        self._studio.notify(self.tr("The steps are in {0}.").format(target.name), "success")

    def _on_loaded(self, path: Path, steps: Preparation) -> None:
        back = self._presenter.take(steps)
        self._studio.notify(
            self.tr("The steps of {0} are taken.").format(one_line(path.name)),
            action_text=self.tr("Undo"),
            action=back,
        )

    def _on_unsaved(self, error: Exception) -> None:
        words = error_sentence(error)
        self._studio.notify(words, "error", self.tr("Save elsewhere…"), self.ask_target)

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")
