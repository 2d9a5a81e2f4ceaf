"""Writing the cleaned tunes of a source into a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.recipes.health.cleaned_file import write_cleaned
from abcstudio.ui.controls.target_dialog import ask_target
from abcstudio.ui.datasets.health.health_presenter import HealthPresenter
from abcstudio.ui.datasets.source_dialogs import tunes_folder
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import saving_work


class CleanedExport(QObject):
    """Asks where to, writes, and offers the file as a source."""

    def __init__(
        self, presenter: HealthPresenter, sources: TuneSources, studio: Studio, window: QWidget
    ) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._sources = sources
        self._studio = studio
        self._window = window
        self._job = LatestJob(studio)

    def ask(self) -> None:
        """Ask for the file, and write it."""
        stem = Path(self._sources.current).stem
        start = Path(tunes_folder(self._studio)) / self.tr("{0}, cleaned.abc").format(stem)
        title = self.tr("Export cleaned tunebook")
        target = ask_target(self._window, title, start, {"abc": self.tr("Tunes (*.abc)")})
        if target is not None:
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the tunes as they are now."""
        self._studio.will_write_into(target.parent)
        source = self._sources.current
        encoding = self._studio.settings.source_encodings.get(str(source), "")
        work = saving_work(write_cleaned, self._presenter.book, source, target, encoding)
        self._job.run(work, partial(self._on_written, target), self._on_failed)

    def _on_written(self, target: Path, count: int) -> None:
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("1 tune is written to {0}.")
        more = self.tr("%Ln tunes are written to {0}.", "", count)
        self._studio.notify(
            (one if count == 1 else more).format(target.name),
            "success",
            self.tr("Show its tunes"),
            partial(self._sources.add, target),
        )

    def _on_failed(self, error: Exception) -> None:
        words = error_sentence(error)
        self._studio.notify(words, "error", self.tr("Save elsewhere…"), self.ask)
