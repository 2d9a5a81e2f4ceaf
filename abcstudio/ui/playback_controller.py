"""Playing the current tune: renders it in the background and drives the transport.

Over 400 lines: what the transport's buttons, the renderer and the player say to each other is one
state, and is easier to follow in one place.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from abcstudio.errors import SoundError
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.interpretation import interpretation_of
from abcstudio.ui.note_entry_sound import LiveSound
from abcstudio.ui.studio import JOB_WAIT_MS, Studio
from abcstudio.ui.tune_outline import TuneOutline
from abcstudio.workers.job import Job
from abcstudio.workers.sound import Outline, render_work

if TYPE_CHECKING:
    from abcstudio.playback.player import Player
    from abcstudio.recipes.sound import RenderedSound, Renderer, SoundRequest

log = logging.getLogger(__name__)

MIN_TEMPO_PERCENT, MAX_TEMPO_PERCENT = 20, 300
_FRAME_MS = 16
_REST_MS = 3000
_LOST_SECONDS = 2.0
_NOTHING: frozenset[int] = frozenset()


class PlaybackController(QObject):
    """Plays one tune at a time. All seconds are those of the tempo that is set.

    Attributes:
        live: Lets single notes sound beside the tune.

    Signals:
        state_changed: Carries "stopped", "loading", "playing" or "paused".
        position_changed: Carries the seconds that are heard now.
        duration_changed: Carries the seconds that the tune lasts.
        tempo_changed: Carries the quarter notes a minute at the start; 0 while there is no tune.
        sounding_changed: Carries a frozenset: the first characters of the notes that sound.
        measure_changed: Carries the number of the measure that is played.
        loop_changed: Carries whether a loop is set.
        playable_changed: Carries whether there is something to play.
        failed: Carries the exception.
    """

    state_changed = Signal(str)
    position_changed = Signal(float)
    duration_changed = Signal(float)
    tempo_changed = Signal(float)
    sounding_changed = Signal(object)
    measure_changed = Signal(int)
    loop_changed = Signal(bool)
    playable_changed = Signal(bool)
    failed = Signal(object)

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.text = self._file_header = ""
        self.title = ""
        self.state = "stopped"
        self.duration = 0.0
        self.is_playable = False
        self._speed = 1.0
        # Where the next start begins, chosen before there was any sound.
        self._start_at = 0.0
        self._written_tempo = 0.0
        self._written_duration = 0.0
        self._loop: tuple[float, float | None] | None = None
        self._sounding = _NOTHING
        self._measure = -1
        self._player: Player | None = None
        self._renderer: Renderer | None = None
        self._sound: RenderedSound | None = None
        self._sound_request: SoundRequest | None = None
        self._job: Job | None = None
        self._audio_device = studio.settings.audio_device
        self._instrument = studio.settings.instrument
        self._volume = studio.settings.volume
        self._switches = studio.settings.interpretation
        self._is_closed = False
        self.live = LiveSound(studio, self._ready_player, lambda: self._instrument, self)
        self.live.failed.connect(self.failed)
        self._timer = self._make_timer(_FRAME_MS, self._on_tick, is_single=False)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._outline = TuneOutline(studio, self)
        self._outline.found.connect(self._on_outline)
        self._rest_timer = self._make_timer(_REST_MS, self._on_rest)
        studio.settings_changed.connect(self._on_settings_changed)

    @property
    def position(self) -> float:
        """The seconds that are heard now."""
        if self._player is None or self._sound is None:
            return self._start_at
        return min(self._player.position_seconds, self.duration)

    @property
    def tempo(self) -> float:
        """The quarter notes a minute at the start, 0 while there is no tune."""
        return self._written_tempo * self._speed

    @property
    def tempo_percent(self) -> int:
        """The tempo in percent of the written one."""
        return round(100 * self._speed)

    @property
    def sounding_pitches(self) -> frozenset[int]:
        """The MIDI numbers of the written notes that sound now."""
        if self._sound is None:
            return _NOTHING
        performance = self._sound.performance
        return frozenset(
            round(note.pitch)
            for note in performance.notes
            if note.span.start in self._sounding and not performance.tracks[note.voice].is_backing
        )

    @property
    def instrument(self) -> str:
        """The name of the instrument that plays."""
        return self._instrument

    def load(self, text: str, title: str, file_header: str = "") -> None:
        """Take another tune, or the same one edited; what plays falls silent."""
        if (text, title, file_header) == (self.text, self.title, self._file_header):
            return
        self.stop()
        if title != self.title:
            self._speed = 1.0
            self._loop = None
            self.loop_changed.emit(False)
        self.text, self.title, self._file_header = text, title, file_header
        self._sound = None
        self._set_playable(bool(text.strip()))
        self._outline.set_text(text, file_header)

    def play(self) -> None:
        """Play on, or from the start."""
        if self.state != "playing":
            self._begin(None)

    def play_from(self, offset: int) -> None:
        """Play from the note at a character of the text, or the first one after it."""
        self._begin(offset)

    def pause(self) -> None:
        """Fall silent and keep the place."""
        if self._player is not None and self.state == "playing":
            self._player.pause()
            self._fall_silent("paused")
        elif self.state == "loading":
            self.stop()

    def toggle(self) -> None:
        """Play or pause."""
        if self.state in ("playing", "loading"):
            self.pause()
        else:
            self.play()

    def stop(self) -> None:
        """Fall silent and go back to the start."""
        self._cancel_job()
        self._start_at = 0.0
        if self._player is not None:
            self._player.stop()
        self._fall_silent("stopped")
        self.position_changed.emit(self.position)

    def seek(self, seconds: float) -> None:
        """Go to a place."""
        self._start_at = seconds
        if self._player is not None and self._sound is not None:
            self._player.seek(seconds)
            self._follow()
        self.position_changed.emit(self.position)

    def set_tempo_percent(self, percent: float) -> None:
        """Play so much slower or faster than written; heard at once, without a restart."""
        speed = max(MIN_TEMPO_PERCENT, min(MAX_TEMPO_PERCENT, percent)) / 100
        if speed == self._speed:
            return
        if self._loop is not None:
            start, end = self._loop
            scale = self._speed / speed
            self._loop = (start * scale, None if end is None else end * scale)
        self._speed = speed
        self._show_duration()
        self.tempo_changed.emit(self.tempo)
        self._render_again()

    def set_tempo(self, quarters_per_minute: float) -> None:
        """Play at so many quarter notes a minute at the start, all later tempos in proportion."""
        if self._written_tempo:
            self.set_tempo_percent(100 * quarters_per_minute / self._written_tempo)

    def set_instrument(self, name: str) -> None:
        """Let another instrument play; heard at once."""
        if name != self._instrument:
            self._instrument = name
            self._render_again()

    def set_volume(self, volume: float) -> None:
        """Set the loudness, from 0 to 1."""
        self._volume = volume
        if self._player is not None:
            self._player.set_volume(volume)

    def set_loop(self, start: float | None, end: float | None = None) -> None:
        """Repeat from `start` to `end` in seconds, None for the tune's end; no start, no loop."""
        self._loop = None if start is None else (start, end)
        self._apply_loop()
        self.loop_changed.emit(self._loop is not None)

    def close(self) -> None:
        """Fall silent for good: cancel and wait for background work, give the device back."""
        self._is_closed = True
        self._timer.stop()
        self._rest_timer.stop()
        self._outline.close()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.wait(JOB_WAIT_MS)
        if self._player is not None:
            self._player.close()

    def _make_timer(self, msec: int, slot: Callable[[], None], is_single: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(msec)
        timer.setSingleShot(is_single)
        timer.timeout.connect(slot)
        return timer

    def _begin(self, offset: int | None) -> None:
        if self._is_closed:
            return
        if not self.text.strip():
            self.failed.emit(SoundError("sound.no_notes"))
            return
        if self._sound is not None and self._sound_request == self._request():
            self._start_player(offset)
            return
        self._set_state("loading")
        self._render(lambda: self._start_player(offset))

    def _start_player(self, offset: int | None) -> None:
        player, sound = self._player, self._sound
        if player is None or sound is None:
            return
        if offset is not None:
            player.seek(sound.timeline.seconds_of(offset))
        elif self.state == "loading" and self._start_at:
            player.seek(self._start_at)
        self._start_at = 0.0
        try:
            player.play()
        except SoundError as error:
            self._on_failed(error)
            return
        self._rest_timer.stop()
        self._timer.start()
        self._set_state("playing")

    def _request(self) -> "SoundRequest":
        from abcstudio.recipes.sound import SoundRequest

        own_font = self._studio.settings.sound_font
        font = Path(own_font) if own_font else bundled_sound_font()
        interpretation = interpretation_of(self._switches)
        return SoundRequest(
            self.text, font, self._instrument, self._speed, interpretation, self._file_header
        )

    def _ready_player(self) -> "Player":
        """Return the player, made at the first need."""
        from abcstudio.playback.device import AudioDevice
        from abcstudio.playback.player import Player

        if self._player is None:
            self._player = Player(lambda fill: AudioDevice(fill, self._audio_device))
            self._player.set_volume(self._volume)
        return self._player

    def _render(self, then: Callable[[], None]) -> None:
        """Render what is asked for now; a render that is still going on is given up."""
        from abcstudio.recipes.sound import Renderer

        player = self._ready_player()
        if self._renderer is None:
            self._renderer = Renderer()
        self._cancel_job()
        request = self._request()
        job = Job(render_work(self._renderer, player.open, request))
        job.finished.connect(lambda sound: self._on_rendered(job, request, sound, then))
        job.failed.connect(lambda error: self._on_failed(error) if self._job is job else None)
        self._job = job
        self._studio.start(job)

    def _render_again(self) -> None:
        """Something changed that is heard: while playing, put the new sound under the needle."""
        if self._sound is None or self._is_closed:
            return
        if self.state == "playing":
            self._render(lambda: None)
        elif self.state == "paused":
            self._render(lambda: self.position_changed.emit(self.position))

    def _on_rendered(
        self, job: Job, request: "SoundRequest", sound: "RenderedSound", then: Callable[[], None]
    ) -> None:
        if self._job is not job or self._player is None:
            return
        self._job = None
        if request != self._request():
            # Tempo or instrument changed meanwhile.
            self._render(then)
            return
        before, self._sound, self._sound_request = self._sound, sound, request
        if before is None:
            self._player.load(sound.frames)
        else:
            self._take_over(before, sound)
        self._on_outline(Outline.of(sound.performance))
        self._apply_loop()
        then()

    def _take_over(self, before: "RenderedSound", sound: "RenderedSound") -> None:
        """Put a new sound of the same tune under the needle; place and loop stay at their notes."""
        player, lasted = self._player, before.timeline.duration_seconds
        if player is None or not lasted:
            return
        scale = sound.timeline.duration_seconds / lasted
        player.replace(sound.frames, scale)
        # What the tempo's change alone does to the loop was done when it was set.
        scale *= sound.speed / before.speed
        if self._loop is not None:
            start, end = self._loop
            self._loop = (start * scale, None if end is None else end * scale)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if self._player is not None:
            self._player.pause()
        self._fall_silent("stopped")
        self.failed.emit(error)

    def _cancel_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _apply_loop(self) -> None:
        if self._player is None or self._sound is None:
            return
        if self._loop is None:
            self._player.set_loop(None)
        else:
            start, end = self._loop
            self._player.set_loop(start, self.duration if end is None else end)

    def _on_outline(self, outline: Outline) -> None:
        self._written_duration = outline.seconds
        self._set_playable(outline.has_notes)
        self._show_duration()
        if outline.tempo != self._written_tempo:
            self._written_tempo = outline.tempo
            self.tempo_changed.emit(self.tempo)

    def _show_duration(self) -> None:
        duration = self._written_duration / self._speed
        if duration != self.duration:
            self.duration = duration
            self.duration_changed.emit(duration)

    def _on_tick(self) -> None:
        player = self._player
        if player is None:
            return
        if player.state == "stopped":
            self._fall_silent("stopped")
            self.position_changed.emit(self.position)
        elif player.silent_seconds > _LOST_SECONDS or not player.is_connected():
            player.pause()
            player.close_output()
            self._fall_silent("paused")
            self.failed.emit(SoundError("sound.device_lost"))
        else:
            self.position_changed.emit(self.position)
            self._follow()

    def _follow(self) -> None:
        if self._sound is None or self._player is None:
            return
        seconds = self._player.position_seconds
        self._set_sounding(self._sound.timeline.sounding_at(seconds))
        measure = self._sound.timeline.measure_at(seconds)
        if measure != self._measure:
            self._measure = measure
            self.measure_changed.emit(measure)

    def _fall_silent(self, state: str) -> None:
        self._timer.stop()
        self._set_sounding(_NOTHING)
        self._measure = -1
        self._set_state(state)
        if self._player is not None and not self._is_closed:
            self._rest_timer.start()

    def _on_rest(self) -> None:
        if self._player is not None:
            self._player.rest()

    def _on_settings_changed(self) -> None:
        """Take up another sound device the next time, and another way of playing at once."""
        if self._studio.settings.interpretation != self._switches:
            self._switches = self._studio.settings.interpretation
            self._outline.look_again()
            self._render_again()
        device = self._studio.settings.audio_device
        if device != self._audio_device:
            self._audio_device = device
            if self._player is not None:
                self.pause()
                self._player.close_output()

    def _set_state(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _set_sounding(self, offsets: frozenset[int]) -> None:
        if offsets != self._sounding:
            self._sounding = offsets
            self.sounding_changed.emit(offsets)

    def _set_playable(self, is_playable: bool) -> None:
        if is_playable != self.is_playable:
            self.is_playable = is_playable
            self.playable_changed.emit(is_playable)
