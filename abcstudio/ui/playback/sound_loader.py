"""The sound of the tune that is played, made in the background."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.playback.interpretation import interpretation_of
from abcstudio.settings import Settings
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.playback.sound_output import SoundOutput
from abcstudio.ui.playback.track_strips import TrackStrips
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import plain_work
from abcstudio.workers.sound import Outline, find_outline, make_sound

if TYPE_CHECKING:
    from abcstudio.recipes.sound import SoundMaker, SoundRequest, TuneSound

_DELAY_MS = 250


class TuneOutline(QObject):
    """Follows a text that changes often.

    Args of the constructor:
        instrument: Gives the name of the instrument that plays it.

    Signals:
        found: Carries the `Outline` of the newest text.
    """

    found = Signal(object)

    def __init__(self, studio: Studio, instrument: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._instrument = instrument
        self._text = self._file_header = ""
        self._job = LatestJob(studio)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._start)

    @property
    def is_looking(self) -> bool:
        """Whether the outline of the newest text is still to come."""
        return self._timer.isActive() or self._job.is_running

    def set_text(self, text: str, file_header: str = "") -> None:
        """Take another text; its outline follows as soon as the typing rests."""
        self._text, self._file_header = text, file_header
        # What is still being found is of the text before, and would be taken for this one's.
        self._job.cancel()
        self._timer.start()

    def look_again(self) -> None:
        """Find the outline of the same text again, now that it is played in another way."""
        self._timer.start()

    def close(self) -> None:
        """Find nothing more."""
        self._timer.stop()
        self._job.cancel()

    def _start(self) -> None:
        switches = self._studio.settings.interpretation
        work = plain_work(find_outline, self._text, self._file_header, switches, self._instrument())
        self._job.run(work, self.found.emit)


class SoundLoader(QObject):
    """Finds the outline of a tune at once, and puts its sound in the player when that is wanted.

    Signals:
        outlined: Length, tempo and tracks of the tune are known. Carries the `Outline`.
        lacking_changed: Carries the notes that the instrument lacks, `OutOfRange`, or None.
        outdated: The sound that was made would be another one now.
        made: Another sound is in the player.
    """

    outlined = Signal(object)
    lacking_changed = Signal(object)
    outdated = Signal()
    made = Signal()

    def __init__(
        self, studio: Studio, output: SoundOutput, strips: TrackStrips, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._output = output
        self._strips = strips
        self._tune = PlayedTune("")
        self._instrument = studio.settings.instrument
        self._maker: SoundMaker | None = None
        self._sound: TuneSound | None = None
        self._sound_request: SoundRequest | None = None
        self._job = LatestJob(studio)
        self._outline = TuneOutline(studio, lambda: self._instrument, self)
        self._outline.found.connect(self._on_outline_found)
        strips.instrument_changed.connect(self._on_changed)
        studio.on_change(self._on_instrument_chosen, "instrument")
        studio.on_change(self._on_interpretation_changed, "interpretation")
        studio.on_change(self._on_changed, "sound_font")

    @property
    def sound(self) -> "TuneSound | None":
        """The sound that is in the player; None where it is another tune's."""
        return self._sound

    @property
    def is_current(self) -> bool:
        """Whether the sound is the one that would be made now."""
        return self._sound is not None and self._sound_request == self._request()

    @property
    def is_looking(self) -> bool:
        """Whether the outline of the tune as it is now is still to come."""
        return self._outline.is_looking

    @property
    def instrument(self) -> str:
        """The name of the instrument that plays."""
        return self._instrument

    def set_instrument(self, name: str) -> None:
        """Let another instrument play; heard at once."""
        if name != self._instrument:
            self._instrument = name
            self._outline.look_again()
            self._on_changed()

    def set_tune(self, tune: PlayedTune) -> None:
        """Take another tune, or the same one edited; the sound stays until `forget` or `make`."""
        self._tune = tune

    def look(self) -> None:
        """Find the outline of the tune, as soon as the typing rests."""
        self._outline.set_text(self._tune.text, self._tune.file_header)

    def forget(self) -> None:
        """Forget the sound: it is another tune's."""
        self._sound = None

    def make(self, then: Callable[[], object], otherwise: Callable[[Exception], object]) -> None:
        """Make the sound of the tune; work on an earlier one is cancelled.

        Args:
            then: Called as soon as the sound is in the player.
            otherwise: Called with the error where it cannot be made; what was heard goes on.
        """
        from abcstudio.recipes.sound import SoundMaker

        player = self._output.ready_player()
        if self._maker is None:
            self._maker = SoundMaker()
        request = self._request()
        self._job.run(
            plain_work(make_sound, self._maker, player.device.open, request),
            lambda sound: self._on_made(request, sound, then, otherwise),
            otherwise,
        )

    def cancel(self) -> None:
        """Give up what is being made ready."""
        self._job.cancel()

    def close(self) -> None:
        """Cancel what is being made and counted."""
        self._outline.close()
        self._job.cancel()

    def _request(self) -> "SoundRequest":
        from abcstudio.recipes.sound import SoundRequest

        return SoundRequest(
            text=self._tune.text,
            sound_font=self._studio.sound_font,
            instrument=self._instrument,
            interpretation=interpretation_of(self._studio.settings.interpretation),
            file_header=self._tune.file_header,
            voices=self._strips.instruments,
            is_levelled=self._tune.is_take,
        )

    def _on_made(
        self,
        request: "SoundRequest",
        sound: "TuneSound",
        then: Callable[[], object],
        otherwise: Callable[[Exception], object],
    ) -> None:
        if request != self._request():
            # The instrument changed meanwhile.
            self.make(then, otherwise)
            return
        before, self._sound, self._sound_request = self._sound, sound, request
        if before is None:
            self._output.load(sound)
        else:
            self._output.exchange(before, sound)
        self.outlined.emit(Outline.of(sound.performance, sound.timeline))
        self.made.emit()
        then()

    def _on_outline_found(self, outline: Outline) -> None:
        self.outlined.emit(outline)
        self.lacking_changed.emit(outline.lacking)

    def _on_changed(self) -> None:
        if self._sound is not None:
            self.outdated.emit()

    def _on_instrument_chosen(self, settings: Settings) -> None:
        self.set_instrument(settings.instrument)

    def _on_interpretation_changed(self) -> None:
        self._outline.look_again()
        self._on_changed()
