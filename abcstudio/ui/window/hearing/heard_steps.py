"""The score and the sound of what a network wrote at the steps of its run."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import MilestoneTune, PlayedTune
from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.milestones.hearing_panel import HearingPanel, TakeInSight
from abcstudio.ui.words.run_words import sample_name
from abcstudio.ui.words.translation import error_sentence

_MOST_KEPT = 200


class HeardSteps(QObject):
    """Engraves and plays the take of the step at which the slider stands.

    The takes of the other steps are engraved while nothing else is: so the score follows the
    slider at once.

    Attributes:
        score: The score beside the text.
    """

    def __init__(
        self,
        panel: HearingPanel,
        playback: PlaybackController,
        engraver: Engraver,
        studio: Studio,
    ) -> None:
        super().__init__(panel)
        self._panel, self._playback, self._studio = panel, playback, studio
        self._scores: dict[str, EngravedScore] = {}
        self._drawn = ""
        self._asked = ""
        self.score = ScoreView(studio)
        self.score.setAccessibleName(self.tr("Score of the take"))
        panel.place_score(self.score)
        self._engraving = EngravingController(engraver, self)
        self._engraving.set_breaks("auto")
        self._engraving.score_ready.connect(self._on_score_ready)
        self._engraving.failed.connect(self._on_failed)
        self.score.width_changed.connect(self._on_width_changed)
        self.score.note_clicked.connect(self._on_note_clicked)
        panel.shown_changed.connect(self._show)
        panel.step_chosen.connect(self._on_step_chosen)
        panel.play_requested.connect(self.play)
        playback.sounding.changed.connect(self._highlight)
        playback.show_requested.connect(self._on_show_requested)
        self._show()

    @property
    def drawn(self) -> str:
        """The text that the score shows, "" for none."""
        return self._drawn

    def play(self) -> None:
        """Play the shown take from its start."""
        played = self._played()
        if played is not None:
            self._playback.stop()
            self._playback.hear(played)

    def toggle(self) -> None:
        """Play the shown take, or pause where that is the one that sounds."""
        played = self._played()
        if played is not None:
            self._playback.toggle(played)

    def close(self) -> None:
        """Draw no more."""
        self._engraving.close()

    def _show(self) -> None:
        tune = _tune_of(self._panel.shown)
        if not tune:
            self._drawn = ""
            self.score.set_score(None)
            self.score.set_message(self._panel.why_no_score())
        elif tune in self._scores:
            self._draw(tune)
        self._engrave_next()
        self._highlight(frozenset())

    def _draw(self, tune: str) -> None:
        self._drawn = tune
        self.score.set_score(self._scores[tune])
        bar = self.score.verticalScrollBar()
        bar.setValue(bar.minimum())

    def _engrave_next(self) -> None:
        """Engrave the shown take, then those of other steps, unless that is done."""
        if not self.score.isVisible():
            return
        waiting = (tune for tune in self._wanted() if tune not in self._scores)
        tune = next(waiting, "")
        if tune and tune != self._asked:
            self._asked = tune
            self._engraving.set_score_width(self.score.score_width())
            self._engraving.engrave(TuneSource(tune))

    def _wanted(self) -> Iterator[str]:
        """Yield what can be shown next, the nearest first."""
        shown = self._panel.shown
        if shown is None:
            return
        if tune := _tune_of(shown):
            yield tune
        for one in reversed(self._panel.steps):
            for take in one.takes[shown.place : shown.place + 1]:
                if take.tune:
                    yield take.tune

    def _on_score_ready(self, engraved: EngravedScore, text: str) -> None:
        self._asked = ""
        if len(self._scores) >= _MOST_KEPT:
            self._scores.clear()
        self._scores[text] = engraved
        if text == _tune_of(self._panel.shown) and text != self._drawn:
            self._draw(text)
        self._engrave_next()

    def _on_failed(self, error: Exception) -> None:
        # What cannot be engraved is asked for no more: `_asked` stays.
        if self._asked == _tune_of(self._panel.shown):
            self._drawn = ""
            self.score.set_message(error_sentence(error))

    def _on_width_changed(self, width: int) -> None:
        self._scores.clear()
        self._asked = self._drawn = ""
        self._engraving.set_score_width(width)
        self._engrave_next()

    def _on_step_chosen(self) -> None:
        """Play what the network of another step wrote, where one is heard already."""
        if self._playback.is_heard and isinstance(self._playback.tune.which, MilestoneTune):
            self.play()

    def _on_note_clicked(self, offset: int) -> None:
        played = self._played()
        if played is not None and played.text == self._drawn:
            self._playback.hear(played, offset)

    def _on_show_requested(self, which: object) -> None:
        if isinstance(which, MilestoneTune):
            self._studio.page_requested.emit("training")
            self._panel.show_step(which.step)
            self._panel.show_place(which.place)

    def _highlight(self, offsets: frozenset[int]) -> None:
        played = self._played()
        is_heard = played is not None and self._playback.is_about(played.which)
        self.score.highlight(offsets if is_heard else ())

    def _played(self) -> PlayedTune | None:
        shown = self._panel.shown
        tune = _tune_of(shown)
        if shown is None or not tune:
            return None
        which = MilestoneTune(shown.run, shown.step, shown.place)
        return PlayedTune(tune, self._title(shown), sample_name(shown.step), identity=which)

    def _title(self, shown: TakeInSight) -> str:
        return self.tr("Take {0}").format(shown.place + 1)


def _tune_of(shown: TakeInSight | None) -> str:
    """Return the tune of a take, "" where there is no music in it."""
    return "" if shown is None or shown.take is None else shown.take.tune
