"""Opens the card of a model, and fills it in the background."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from abcstudio.errors import ModelFileError
from abcstudio.paths import bundled_jury, bundled_runs
from abcstudio.recipes.cards.card import read_facts
from abcstudio.recipes.cards.quality import (
    MEASURED_TAKES,
    ModelQuality,
    TakesMeasured,
    measure_model,
    tune_of_model,
)
from abcstudio.recipes.models import ModelInfo
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.model_importer import ModelImporter
from abcstudio.ui.training.models.card_words import fact_rows, quality_words
from abcstudio.ui.training.models.model_card import ModelCard
from abcstudio.ui.training.models.model_keeper import ModelKeeper
from abcstudio.ui.training.models.training_base import TrainingBase
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work


class ModelCards(QObject):
    """The card, one for all models.

    Signals:
        hear_requested: A tune that a model composed should be played, or paused. Carries the tune
            and the model's name.
    """

    hear_requested = Signal(str, str)

    def __init__(
        self,
        studio: Studio,
        actions: Actions,
        importer: ModelImporter,
        keeper: ModelKeeper,
        base: TrainingBase,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio = studio
        self._importer = importer
        self._keeper = keeper
        self._base = base
        self._window = window
        self._card: ModelCard | None = None
        self._shown: ModelInfo | None = None
        self._tunes: dict[Path, str] = {}
        self._found: dict[Path, ModelQuality] = {}
        self._measuring, self._composing = LatestJob(studio), LatestJob(studio)
        group = CommandGroup(actions, self, menu="train", submenu="models")
        group.add_all(
            CommandSpec("model.card", "M&odels…",
                "What each model learned, how good its takes are, and a tune of it",
                do=self.open, icon="info-circle"),
            CommandSpec("model.bring_back", "&Bring the deleted model back",
                "Puts the model that was deleted last into its list",
                do=keeper.bring_back, why_not=self._why_none_back, icon="arrow-back-up"),
        )  # fmt: skip
        group.follow(keeper.deleted_changed)
        studio.models_changed.connect(self._on_models_changed)
        studio.model_changed.connect(self._on_model_changed)
        studio.card_requested.connect(self.show_model)

    @property
    def card(self) -> ModelCard | None:
        """The card, None before it was asked for."""
        return self._card

    def open(self) -> None:
        """Show the card of the model that composes."""
        model = self._studio.model
        self.show_model(model.path if model is not None else None)

    def show_model(self, path: Path | None) -> None:
        """Show the card of a model."""
        card = self._made()
        self._turn_to(card, path)
        card.show()
        card.raise_()
        card.activateWindow()
        if not card.isAncestorOf(card.focusWidget()):
            card.hear.setFocus()

    def _turn_to(self, card: ModelCard, path: Path | None) -> None:
        self._stop()
        self._shown = next((each for each in self._studio.models if each.path == path), None)
        card.show_models(self._studio.models, self._shown.path if self._shown else None)
        self._fill(card)

    def _made(self) -> ModelCard:
        if self._card is None:
            card = self._card = ModelCard(self._studio, self._window)
            card.model_chosen.connect(self.show_model)
            card.hear_requested.connect(self._hear)
            card.measure_requested.connect(self._measure)
            card.stop_requested.connect(self._stop)
            card.use_requested.connect(self._use)
            card.train_requested.connect(self._train)
            card.import_requested.connect(self._importer.ask)
            card.share_requested.connect(self._share)
            card.delete_requested.connect(self._delete)
            card.left.connect(self._stop)
        return self._card

    def _fill(self, card: ModelCard) -> None:
        """Show what is known of the model."""
        shown = self._shown
        card.say("")
        card.show_facts(())
        card.quality.setText("")
        if shown is None:
            card.say(self.tr("There is no model yet: train one, or import one."))
            return
        try:
            card.show_facts(fact_rows(read_facts(shown.path)))
        except ModelFileError as error:
            card.say(error_sentence(error), is_error=True)
        found = self._found.get(shown.path)
        card.quality.setText(quality_words(found) if found else "")
        card.set_deletable(self._keeper.why_not_delete(shown))

    def _on_models_changed(self) -> None:
        card = self._card
        self._tunes.clear()
        self._found.clear()
        if card is None or not card.isVisible():
            return
        paths = [model.path for model in self._studio.models]
        if self._shown is not None and self._shown.path in paths:
            card.show_models(self._studio.models, self._shown.path)
            return
        now = self._studio.model
        self._turn_to(card, now.path if now is not None else None)

    def _on_model_changed(self, model: ModelInfo | None) -> None:
        """Show what composes now: it may just have been taken in."""
        card = self._card
        if card is not None and card.isVisible() and model != self._shown:
            self._turn_to(card, model.path if model is not None else None)

    def _hear(self) -> None:
        """Play the tune of the model, once it is composed."""
        card, shown = self._card, self._shown
        if card is None or shown is None:
            return
        if (tune := self._tunes.get(shown.path)) is not None:
            self._play(shown, tune)
            return
        card.say(self.tr("A tune is being composed…"))
        self._composing.run(
            plain_work(tune_of_model, shown.path),
            partial(self._on_composed, shown),
            self._on_failed,
        )

    def _on_composed(self, model: ModelInfo, tune: str) -> None:
        self._tunes[model.path] = tune
        self._play(model, tune)

    def _play(self, model: ModelInfo, tune: str) -> None:
        if self._card is not None:
            no_music = self.tr("It has not learned to write a tune yet: what it wrote has no note.")
            self._card.say("" if tune else no_music)
        if tune:
            self.hear_requested.emit(tune, model.name)

    def _measure(self) -> None:
        card, shown = self._card, self._shown
        if card is None or shown is None:
            return
        card.say("")
        card.set_measuring(0)
        self._measuring.run(
            partial(
                measure_model, shown.path, bundled_jury(), bundled_runs(), takes=MEASURED_TAKES
            ),
            partial(self._on_measured, shown),
            self._on_failed,
            self._on_take_measured,
        )

    def _on_take_measured(self, report: TakesMeasured) -> None:
        if self._card is not None:
            self._card.set_measuring(report.done, report.takes)

    def _on_measured(self, model: ModelInfo, found: ModelQuality) -> None:
        self._found[model.path] = found
        if self._card is not None:
            self._card.set_measuring(None)
            self._card.quality.setText(quality_words(found))

    def _on_failed(self, error: Exception) -> None:
        if self._card is not None:
            self._card.set_measuring(None)
            self._card.say(error_sentence(error), is_error=True)

    def _stop(self) -> None:
        """Give up what is measured or composed for the card."""
        self._measuring.cancel()
        self._composing.cancel()
        if self._card is not None:
            self._card.set_measuring(None)
            self._card.say("")

    def _use(self) -> None:
        if self._shown is not None:
            self._studio.compose_with(self._shown.path)

    def _train(self) -> None:
        if self._shown is not None and self._card is not None:
            self._card.close()
            self._base.take(self._shown)

    def _share(self) -> None:
        if self._shown is not None:
            self._keeper.share(self._shown)

    def _delete(self) -> None:
        if self._shown is not None:
            self._keeper.delete(self._shown)

    def _why_none_back(self) -> str:
        return "" if self._keeper.has_deleted else self.tr("No model was deleted.")
