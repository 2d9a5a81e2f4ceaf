"""The model that the next training runs go on from, None for new weights."""

from pathlib import Path

from PySide6.QtCore import QObject

from abcstudio.errors import ModelFileError
from abcstudio.learning.checkpoint import read_header
from abcstudio.recipes.models import ModelInfo
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.training_form import TrainingForm
from abcstudio.ui.words.translation import error_sentence


class TrainingBase(QObject):
    """Keeps the form in step with the model."""

    def __init__(self, form: TrainingForm, studio: Studio) -> None:
        super().__init__(form)
        self._form = form
        self._studio = studio
        self._model: ModelInfo | None = None
        form.base.left.connect(self.leave)
        studio.models_changed.connect(self._forget_lost)

    @property
    def path(self) -> Path | None:
        """The model's file, None for new weights."""
        return None if self._model is None else self._model.path

    def take(self, model: ModelInfo) -> None:
        """Let the next runs go on from a model, whose sizes the network keeps; go to the page."""
        try:
            config = read_header(model.path).config
        except ModelFileError as error:
            self._studio.notify(error_sentence(error), "error")
            return
        self._model = model
        self._studio.page_requested.emit("training")
        # While a run is under way the form says what that was given.
        if self._form.is_editable:
            self._form.set_config(self._form.config().with_network_of(config))
        self._form.base.show_model(model.name)
        self._form.show_head()
        self._form.window().activateWindow()
        self._form.choose_tunes.setFocus()

    def leave(self) -> None:
        """Let the next runs begin with new weights."""
        self._model = None
        self._form.base.show_model("")

    def _forget_lost(self) -> None:
        paths = [model.path for model in self._studio.models]
        if self._model is not None and self._model.path not in paths:
            self.leave()
