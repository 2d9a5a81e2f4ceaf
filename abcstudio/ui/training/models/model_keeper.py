"""Models of the person's own: shared, deleted, brought back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from abcstudio.paths import models_dir
from abcstudio.recipes.cards.kept_models import PutAside, bring_back, put_aside, share_model
from abcstudio.recipes.import_model import OWN_SUFFIX
from abcstudio.recipes.models import ModelInfo
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.training.training_session import TrainingSession
from abcstudio.ui.words.translation import error_sentence, reason_words
from abcstudio.workers.job import Job, saving_work

_NOT_IN_NAMES = '/\\:*?"<>|'


class ModelKeeper(QObject):
    """Writes models for others, and deletes them so that they can be brought back.

    Signals:
        deleted_changed: There is another last deleted model, or none.
    """

    deleted_changed = Signal()

    def __init__(
        self,
        studio: Studio,
        session: TrainingSession,
        folder: Callable[[], str],
        window: QWidget,
    ) -> None:
        """Make it.

        Args:
            studio: Has the models.
            session: Knows what trains.
            folder: Returns where the person's files go.
            window: What its dialogs belong to.
        """
        super().__init__(window)
        self._folder = folder
        self._studio = studio
        self._session = session
        self._window = window
        self._deleted: list[tuple[PutAside, bool]] = []
        self._notice: Notice | None = None

    @property
    def has_deleted(self) -> bool:
        """Whether a model can be brought back."""
        return bool(self._deleted)

    def why_not_delete(self, model: ModelInfo) -> str:
        """Return why a model cannot be deleted, "" where it can."""
        if model.bundled:
            return self.tr("This model came with the studio: it stays.")
        if model.path.parent != models_dir():
            words = self.tr("It belongs to the training run {0}: delete that on the Training page.")
            return words.format(one_line(model.name))
        if self._session.starts_from == model.path:
            return self.tr("A training run goes on from it: stop that first.")
        return ""

    def delete(self, model: ModelInfo) -> None:
        """Take a model off the list, until that is undone."""
        if why_not := self.why_not_delete(model):
            self._studio.notify(why_not, "info")
            return
        composes = self._studio.model == model
        try:
            deleted = put_aside(model.path)
        except OSError as error:
            words = self.tr("{0} cannot be deleted: {1}.")
            self._studio.notify(words.format(model.path, reason_words(error)), "error")
            return
        self._deleted.append((deleted, composes))
        if composes:
            self._studio.choose_model(self._studio.models[0].path)
        self._studio.refresh_models()
        words = self.tr("{0} is deleted.").format(one_line(model.name))
        if composes and (now := self._studio.model) is not None:
            others = self.tr("{0} composes now.").format(one_line(now.name))
            words = f"{words} {others}"
        self._notice = self._studio.notify(words, "info", self.tr("Undo"), self.bring_back)
        self.deleted_changed.emit()

    def bring_back(self) -> None:
        """Bring back the model that was deleted last."""
        if not self._deleted:
            return
        deleted, composed = self._deleted.pop()
        if self._notice is not None:
            self._studio.notice_withdrawn.emit(self._notice)
            self._notice = None
        try:
            path = bring_back(deleted)
        except OSError as error:
            words = self.tr("{0} cannot be brought back: {1}.")
            self._studio.notify(words.format(deleted.path.stem, reason_words(error)), "error")
        else:
            self._studio.refresh_models()
            if composed:
                self._studio.choose_model(path)
        self.deleted_changed.emit()

    def share(self, model: ModelInfo) -> None:
        """Ask where to, and write a model as one file for others."""
        stem = "".join("-" if sign in _NOT_IN_NAMES else sign for sign in one_line(model.name))
        name, _kind = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Share a model"),
            str(Path(self._folder()) / f"{stem}{OWN_SUFFIX}"),
            self.tr("Models (*.safetensors)"),
        )
        if not name:
            return
        target = Path(name)
        if target.suffix != OWN_SUFFIX:
            target = target.with_name(f"{target.name}{OWN_SUFFIX}")
        self._studio.will_write_into(target.parent)
        job = Job(saving_work(share_model, model.path, target))
        job.finished.connect(self._on_shared)
        job.failed.connect(self._on_not_shared)
        self._studio.start(job)

    def _on_shared(self, target: Path) -> None:
        folder = QUrl.fromLocalFile(str(target.parent))
        self._studio.notify(
            self.tr("{0} is written. Whoever opens it in ABC Studio reads the same card.").format(
                target.name
            ),
            "success",
            self.tr("Show the folder"),
            partial(QDesktopServices.openUrl, folder),
        )

    def _on_not_shared(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")
