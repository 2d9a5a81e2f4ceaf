"""Taking models in from files, the lab's own weights among them, in the background."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from abcstudio.errors import ModelFileError
from abcstudio.guarded_files import is_file
from abcstudio.paths import models_dir
from abcstudio.recipes.import_model import (
    ImportModelRequest,
    import_model,
    is_of_the_lab,
)
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import Job, plain_work


class ModelImporter(QObject):
    """Asks for a model, and for the tunes of one from the lab; takes it in and composes with it."""

    def __init__(
        self, studio: Studio, actions: Actions, folder: Callable[[], str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._studio = studio
        self._folder = folder
        self._window = window
        CommandGroup(actions, self, menu="train", submenu="models").add(
            CommandSpec("model.import", "Import a &model…",
                "Import a model from a file, such as one from the lab's notebook",
                do=self.ask, icon="folder-open")
        )  # fmt: skip
        studio.model_file_requested.connect(self.take_in)

    def ask(self) -> None:
        """Ask for a model and take it in."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a model"),
            self._folder(),
            self.tr("Models (*.pt *.pth *.safetensors *.ckpt *_ckpt);;All files (*)"),
        )
        if name:
            self.take_in(Path(name))

    def take_in(self, path: Path) -> None:
        """Take in a model; one from the lab lacks its vocabulary, so ask for its tunes."""
        # What is no file is refused without a question.
        lacks_tunes = is_of_the_lab(path) and is_file(path)
        corpus = self._tunes_of(path) if lacks_tunes else ()
        if corpus or not lacks_tunes:
            self._start(ImportModelRequest(source=path, folder=models_dir(), corpus=corpus))

    def _tunes_of(self, path: Path) -> tuple[Path, ...]:
        names, _kind = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Which tunes was {0} trained on?").format(one_line(path.name)),
            str(path.parent),
            self.tr("ABC tunes (*.abc *.txt);;All files (*)"),
        )
        return tuple(map(Path, names))

    def _start(self, request: ImportModelRequest) -> None:
        self._studio.notify(self.tr("{0} is being read…").format(request.source.name))
        job = Job(plain_work(import_model, request))
        job.finished.connect(partial(self._on_taken_in, request.source))
        job.failed.connect(partial(self._on_failed, request.source))
        self._studio.start(job)

    def _on_taken_in(self, source: Path, model: Path) -> None:
        self._studio.refresh_models()
        self._studio.choose_model(model)
        self._studio.notify(
            self.tr("{0} is imported. The studio composes with it now.").format(source.name),
            "success",
        )

    def _on_failed(self, source: Path, error: Exception) -> None:
        is_of_other_tunes = (
            isinstance(error, ModelFileError) and error.message_id == "model.lab_characters"
        )
        if is_of_other_tunes:
            self._studio.notify(
                error_sentence(error),
                "error",
                self.tr("Choose other tunes"),
                partial(self.take_in, source),
            )
        else:
            self._studio.notify(error_sentence(error), "error")
