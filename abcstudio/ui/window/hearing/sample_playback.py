"""Playing what a network wrote while it was trained."""

from PySide6.QtCore import QObject

from abcstudio.composing.takes import complete_tune, tunes_in
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune, SampleTune
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.samples_panel import SamplesPanel
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
