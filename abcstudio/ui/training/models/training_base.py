"""The model that the next training runs go on from, None for new weights."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.errors import ModelFileError
from abcstudio.learning.checkpoint import ModelHeader, read_header
from abcstudio.recipes.models import ModelInfo
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.form.lent_settings import LentSettings
from abcstudio.ui.training.form.training_form import TrainingForm
from abcstudio.ui.training.training_corpus import TrainingCorpus
from abcstudio.ui.words.translation import error_sentence

FEW_TUNES = 2000
"""Below so many tunes runs continue from the model in the box, unless the person wants otherwise.

With 300 tunes a new network had 45 % right measures after 90 seconds, one that continued 99 %.
"""
CONTINUING: dict[str, Any] = {
    "steps": 100,
    "learning_rate": 1e-3,
    "evaluate_every": 20,
    "checkpoint_every": 20,
}
"""Settings for few tunes: the rate of a new network forgets what the model knew.

Of 300 tunes the held-out loss was 0.66 with a rate of 0.0007 after 60 steps, 0.79 with 0.006.
"""


@dataclass(frozen=True, slots=True)
class _Base:
    model: ModelInfo
    header: ModelHeader
    is_proposed: bool


class TrainingBase(QObject):
    """Keeps the form in step with the model, and proposes one where tunes are few.

    Signals:
        changed: Runs go on from another model, or from none.
    """

    changed = Signal()

    def __init__(self, form: TrainingForm, corpus: TrainingCorpus, studio: Studio) -> None:
        super().__init__(form)
        self._form = form
        self._corpus = corpus
        self._studio = studio
        self._base: _Base | None = None
        self._is_applied = True
        self._asked_for: tuple[Tune, ...] = ()
        form.base.left.connect(self.leave)
        form.base.taken.connect(self._propose)
        form.freed.connect(self._apply)
        corpus.changed.connect(self._on_tunes_changed)
        studio.models_changed.connect(self._forget_lost)

    @property
    def path(self) -> Path | None:
        """The model's file, None for new weights."""
        return None if self._base is None else self._base.model.path

    @property
    def header(self) -> ModelHeader | None:
        """What the model's file says of its network, None for new weights."""
        return None if self._base is None else self._base.header

    def take(self, model: ModelInfo) -> None:
        """Let the next runs go on from a model, whose sizes the network keeps; go to the page."""
        try:
            header = read_header(model.path)
        except ModelFileError as error:
            self._studio.notify(error_sentence(error), "error")
            return
        self._studio.page_requested.emit("training")
        self._set(_Base(model, header, is_proposed=False))
        self._form.show_head()
        self._form.window().activateWindow()
        self._form.choose_tunes.setFocus()

    def leave(self) -> None:
        """Let the next runs begin with new weights."""
        self._set(None)

    def _set(self, base: _Base | None) -> None:
        self._base, self._is_applied = base, False
        self._show()
        # While a run is under way the form says what that was given.
        if self._form.is_editable:
            self._apply()

    def _apply(self) -> None:
        if self._is_applied:
            return
        self._is_applied = True
        network, advice = None, dict[str, Any]()
        if self._base is not None:
            network = self._base.header.config
            advice = CONTINUING if self._base.is_proposed else {}
        self._form.lend(LentSettings.of(self._form.own_config(), network, advice))
        self.changed.emit()

    def _show(self) -> None:
        line, base, shipped = self._form.base, self._base, self._shipped
        if base is not None and not base.is_proposed:
            line.show_model(base.model.name)
        elif self._has_few_tunes and shipped is not None:
            line.show_proposal(shipped.name, self._details(shipped), is_taken=base is not None)
        else:
            line.show_model("")

    def _details(self, shipped: ModelInfo) -> str:
        sentence = self.tr(
            "The network keeps the size of {0}; characters found only in your tunes are added."
        ).format(shipped.name)
        if self._corpus.source is not None:
            return sentence
        known = self.tr(
            "{0} has learned these tunes, held-out ones too: the validation loss looks better than"
            " it is."
        )
        return f"{sentence}\n{known.format(shipped.name)}"

    @property
    def _has_few_tunes(self) -> bool:
        return 0 < len(self._corpus.tunes) < FEW_TUNES

    @property
    def _shipped(self) -> ModelInfo | None:
        return next((model for model in self._studio.models if model.bundled), None)

    def _on_tunes_changed(self) -> None:
        """Propose the model in the box for few tunes, once each, and withdraw it for many."""
        is_own_choice = self._base is not None and not self._base.is_proposed
        if is_own_choice or self._corpus.tunes is self._asked_for:
            return
        self._asked_for = self._corpus.tunes
        if self._has_few_tunes:
            self._propose()
        elif self._base is not None:
            self.leave()
        else:
            self._show()

    def _propose(self) -> None:
        shipped = self._shipped
        if shipped is None:
            return
        try:
            header = read_header(shipped.path)
        except ModelFileError:
            # It is damaged: the studio has said so at the start.
            return
        self._set(_Base(shipped, header, is_proposed=True))

    def _forget_lost(self) -> None:
        paths = [model.path for model in self._studio.models]
        if self._base is not None and self._base.model.path not in paths:
            self.leave()
