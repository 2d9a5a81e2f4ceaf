"""The score as a file or on the clipboard, made in the background, with a word when it is done."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.ui.controls.target_dialog import ask_target, file_name_of
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.exporting.export_outcome import Outcome, outcome_of_remarks
from abcstudio.ui.exporting.paper_choice import chosen_paper
from abcstudio.ui.exporting.sheet_painter import image_of
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.export import WrittenTune
from abcstudio.workers.job import Job, plain_work
from abcstudio.workers.scores import TuneText, draw_picture, write_score

if TYPE_CHECKING:
    from abcstudio.recipes.score_files import Picture

_SVG_TYPE = "image/svg+xml"


class ScoreExporter(QObject):
    """Asks where to, has the score drawn, writes it and tells."""

    def __init__(
        self, studio: Studio, engraver: Engraver, files: DocumentFiles, window: QWidget
    ) -> None:
        super().__init__(window)
        self._studio = studio
        self._engraver = engraver
        self._files = files
        self._window = window

    def ask(self, tune: TuneText) -> None:
        """Ask for a file and write the score to it, as PDF, SVG or PNG."""
        kinds = {
            "pdf": self.tr("PDF for printing (*.pdf)"),
            "svg": self.tr("SVG drawing (*.svg)"),
            "png": self.tr("PNG picture (*.png)"),
        }
        start = Path(self._files.folder()) / f"{file_name_of(tune.title)}.pdf"
        path = ask_target(self._window, self.tr("Export the score"), start, kinds)
        if path is not None:
            self.write(tune, path)

    def write(self, tune: TuneText, target: Path) -> Job:
        """Write the score in the format that the file's name tells."""
        self._studio.will_write_into(target.parent)
        paper = chosen_paper(self._studio)
        job = Job(plain_work(write_score, tune, target, self._engraver, paper))
        job.finished.connect(self._on_written)
        job.failed.connect(self._on_failed)
        self._studio.notify(self.tr("Writing {0}…").format(target.name))
        return self._studio.start(job)

    def copy(self, tune: TuneText) -> Job:
        """Put the score on the clipboard as a picture."""
        paper = chosen_paper(self._studio)
        job = Job(plain_work(draw_picture, tune, self._engraver, paper))
        job.finished.connect(self._on_drawn)
        job.failed.connect(self._on_failed)
        return self._studio.start(job)

    def _on_written(self, written: WrittenTune) -> None:
        say_written(self._studio, written.path, *outcome_of_remarks(written.remarks))

    def _on_drawn(self, picture: "Picture") -> None:
        data = QMimeData()
        data.setImageData(image_of(picture.sheet))
        data.setData(_SVG_TYPE, picture.svg.encode())
        QApplication.clipboard().setMimeData(data)
        self._studio.notify(self.tr("The score is on the clipboard as a picture."), "success")

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")


def say_written(studio: Studio, path: Path, more: str = "", kind: str = "success") -> None:
    """Say that a file is written, with a button that opens it."""
    words = QApplication.translate("ScoreExporter", "{0} is written.").format(path.name)
    studio.notify(
        f"{words} {more}".strip(),
        kind,
        QApplication.translate("ScoreExporter", "Open"),
        partial(_open, path),
    )


def say_folder_written(studio: Studio, folder: Path, outcome: Outcome) -> None:
    """Say what came of files that are written to a folder, with a button that shows it."""
    words = QApplication.translate("ScoreExporter", "Show the folder")
    studio.notify(*outcome, words, partial(_open, folder))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
