"""The page of training and what the window makes around it: its sounds, models, the eye on runs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.composing.takes import complete_tune, tunes_in
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune, SampleTune
from abcstudio.ui.playback.space_key import SpaceKey
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.model_importer import ModelImporter
from abcstudio.ui.training.models.model_cards import ModelCards
from abcstudio.ui.training.models.model_keeper import ModelKeeper
from abcstudio.ui.training.samples_panel import SamplesPanel
from abcstudio.ui.training.sweeps.sweeps import Sweeps
from abcstudio.ui.training.table.runs_table import RunsTable
from abcstudio.ui.training.training_page import TrainingPage
from abcstudio.ui.window.focus_handover import FocusHandover
from abcstudio.ui.window.hearing.heard_steps import HeardSteps
from abcstudio.ui.window.hearing.take_playback import TakePlayback
from abcstudio.ui.window.page_bar import PageBar
from abcstudio.ui.window.page_stack import PageStack
from abcstudio.ui.window.pages import PageParts
from abcstudio.ui.window.training_watch import TrainingWatch
from abcstudio.ui.words.run_words import sample_name


class SamplePlayback(QObject):
    """Plays the first tune of a sample, and finds the sample of the tune that is played."""

    def __init__(self, samples: SamplesPanel, playback: PlaybackController, studio: Studio) -> None:
        super().__init__(samples)
        self._samples = samples
        self._playback = playback
        self._studio = studio
        samples.play_requested.connect(self._on_play_requested)
        samples.sample_chosen.connect(self._on_sample_chosen)
        playback.show_requested.connect(self._on_show_requested)

    def toggle(self) -> None:
        """Play the chosen sample, or pause where that is the one that sounds."""
        chosen = self._samples.chosen()
        if chosen is not None:
            self._playback.toggle(self._played(*chosen))

    def toggle_tune_of(self, tune: str, model: str) -> None:
        """Play a tune that a model composed for its card, or pause where that is what sounds."""
        title = next((each.title for each in split_tunebook(tune)), "")
        self._playback.toggle(PlayedTune(tune, title, one_line(model), identity=tune))

    def _on_play_requested(self, text: str, step: int) -> None:
        self._playback.hear(self._played(text, step))

    def _on_sample_chosen(self, text: str, step: int) -> None:
        """Play the sample that was chosen while another tune sounds; silent, leave the tune."""
        if self._playback.is_heard:
            self._playback.offer(self._played(text, step), is_chosen=True)

    def _on_show_requested(self, which: object) -> None:
        if isinstance(which, SampleTune):
            self._studio.page_requested.emit("training")
            self._samples.show_sample(which.step, which.text)

    def _played(self, text: str, step: int) -> PlayedTune:
        whole = tunes_in(text)
        tune = whole[0] if whole else complete_tune(text)
        title = next((each.title for each in split_tunebook(tune)), "")
        return PlayedTune(tune, title, sample_name(step), identity=SampleTune(step, text))


class TrainingSide(QObject):
    """Made with the page, after the window has been painted.

    Attributes:
        page: The page of training.
        compared: Plays takes of runs that stand side by side.
        models: Takes models in.
        model_keeper: Deletes and shares models.
        model_cards: Shows models one by one.
        heard_steps: Plays what a network wrote from step to step.
    """

    def __init__(
        self, pages: PageStack, parts: PageParts, folder: Callable[[], str], window: QWidget
    ) -> None:
        """Make it all.

        Args:
            pages: Where the page is.
            parts: What it was made from.
            folder: Where files are looked for first.
            window: The window that it belongs to.
        """
        super().__init__(window)
        page = self.page = pages.page(TrainingPage)
        studio, actions, playback = parts.studio, parts.actions, parts.playback
        takes = page.parts.takes
        samples = self._samples = SamplePlayback(takes.samples, playback, studio)
        self.compared = TakePlayback(page.rooms[RunsTable], playback, parts.engraver, studio)
        self.heard_steps = HeardSteps(takes.hearing, playback, parts.engraver, studio)
        self.models = ModelImporter(studio, actions, folder, window)
        self.model_keeper = ModelKeeper(studio, page.session, folder, window)
        self.model_cards = ModelCards(
            studio=studio,
            actions=actions,
            importer=self.models,
            keeper=self.model_keeper,
            base=page.parts.base,
            window=window,
        )
        self.model_cards.hear_requested.connect(samples.toggle_tune_of)
        page.session.started.connect(partial(playback.output.set_busy, True))
        page.session.ended.connect(partial(playback.output.set_busy, False))
        self._watch = TrainingWatch(page.session, page.rooms[Sweeps].session, studio, window)
        self._card = actions.action("model.card")

    def join(self, bar: PageBar, space_key: SpaceKey, focus: FocusHandover) -> None:
        """Let the window's bar show models, Space play the rows here, the focus find its way."""
        page, runs, takes = self.page, self.page.parts.runs, self.page.parts.takes
        bar.about_model.set_command(self._card)
        space_key.play_rows(takes.samples.steps, self._samples.toggle)
        space_key.play_rows(takes.hearing.slider, self.heard_steps.toggle)
        heirs = (takes.hearing.slider, takes.samples.steps, takes.tabs)
        focus.name_heirs(page.stop, runs.list, *heirs)
        focus.name_heirs(runs.resume, page.stop)

    def close(self) -> None:
        """End what goes on beside the page."""
        self.heard_steps.close()
        self.compared.close()
        self._watch.close()
