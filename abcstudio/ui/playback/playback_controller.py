"""Playing the current tune: gets it ready in the background and drives the transport.

Over 400 lines: what the transport's buttons, the background work and the player say to each other
is one state, and is easier to follow in one place.
"""

import logging
import math
from collections.abc import Callable, Hashable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from abcstudio.errors import SoundError
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import interpretation_of
from abcstudio.playback.loop import Loop
from abcstudio.playback.sound.mix import Strip, gains_of, mixed, on_instrument
from abcstudio.ui.playback.live_sound import LiveSound
from abcstudio.ui.playback.looping import Looping
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.playback.tune_duration import TuneOutline
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.export import HeardForm
from abcstudio.workers.sound import Outline, OutlinedTrack, sound_work

if TYPE_CHECKING:
    from abcstudio.playback.midi.midi_output import MidiOutput
    from abcstudio.playback.transport.player import Player
    from abcstudio.recipes.sound import SoundMaker, SoundRequest, TuneSound

log = logging.getLogger(__name__)

MIN_TEMPO_PERCENT, MAX_TEMPO_PERCENT = 20, 300
_FRAME_MS = 16
_REST_MS = 3000
_PORT_MS = 100
# Walking through a list with a held arrow key must not make the sound of every tune on the way.
_CHOICE_MS = 80
_LOST_SECONDS = 2.0
_NEAR_SECONDS = 0.02
_NOTHING: frozenset[int] = frozenset()


class PlaybackController(QObject):
    """Plays one tune at a time. Seconds are those of the tempo that is set; places are not.

    Pages say which tune they show (`offer`) and which one the person wants to hear (`hear`); what
    follows from that while another one sounds is decided here.

    Attributes:
        tune: The tune that sounds, or that would be played.
        live: Lets single notes sound beside the tune.
        looping: What of the tune is repeated.
        tracks: Its voices, and what accompanies them.

    Signals:
        tune_changed: Another tune is played, or the same one edited or named otherwise. Carries
            the `PlayedTune`.
        show_requested: The person wants to see the tune that is played. Carries what tells it from
            others, `PlayedTune.which`.
        state_changed: Carries "stopped", "loading", "playing" or "paused".
        position_changed: Carries the seconds that are heard now.
        duration_changed: Carries the seconds that the tune lasts.
        tempo_changed: Carries the quarter notes a minute at the start; 0 while there is no tune.
        lacking_changed: Carries the notes that the instrument lacks, `OutOfRange`, or None.
        sounding_changed: Carries a frozenset: the first characters of the notes that sound.
        measure_changed: Carries the number of the measure that is played.
        tracks_changed: The tune has other voices than before; those that stay are heard as they
            were.
        strips_changed: Tracks are heard otherwise than before.
        playable_changed: Carries whether there is something to play.
        follow_requested: The person wants to see what is heard: it begins, or goes on elsewhere.
        failed: Carries the exception.
    """

    tune_changed = Signal(object)
    show_requested = Signal(object)
    state_changed = Signal(str)
    position_changed = Signal(float)
    duration_changed = Signal(float)
    tempo_changed = Signal(float)
    lacking_changed = Signal(object)
    sounding_changed = Signal(object)
    measure_changed = Signal(int)
    tracks_changed = Signal()
    strips_changed = Signal()
    playable_changed = Signal(bool)
    follow_requested = Signal()
    failed = Signal(object)

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.tune = PlayedTune("")
        self.state = "stopped"
        self.duration = 0.0
        self.is_playable = False
        self._speed = self._chosen_speed = 1.0
        # Where the next start begins, chosen before there was any sound.
        self._start_at = 0.0
        self._written_tempo = 0.0
        self._beat = Fraction(1)
        self._written_duration = 0.0
        self._sounding = _NOTHING
        self._measure = -1
        self._player: Player | None = None
        self._maker: SoundMaker | None = None
        self._sound: TuneSound | None = None
        self._sound_request: SoundRequest | None = None
        self._job = LatestJob(studio)
        self._audio_device = studio.settings.audio_device
        self._instrument = studio.settings.instrument
        self._volume = studio.settings.volume
        self._switches = studio.settings.interpretation
        self._metronome = studio.settings.metronome
        self.tracks: tuple[OutlinedTrack, ...] = ()
        self._strips: dict[int, Strip] = {}
        self._looped: Loop | None = None
        self._output: MidiOutput | None = None
        self._is_busy = self._is_device_outdated = False
        self._is_closed = False
        self.live = LiveSound(studio, self._ready_player, lambda: self._instrument, self)
        self.live.failed.connect(self.failed)
        self.looping = Looping(studio, lambda: self._place, self)
        self.looping.changed.connect(self._on_loop_changed)
        self._timer = self._make_timer(_FRAME_MS, self._on_tick, is_single=False)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._outline = TuneOutline(studio, lambda: self._instrument, self)
        self._outline.found.connect(self._on_outline_found)
        self._rest_timer = self._make_timer(_REST_MS, self._on_rest)
        self._port_timer = self._make_timer(_PORT_MS, self._load_output)
        self._choice_timer = self._make_timer(_CHOICE_MS, self._on_choice)
        studio.settings_changed.connect(self._on_settings_changed)

    @property
    def position(self) -> float:
        """The seconds that are heard now."""
        return min(self._place / self._speed, self.duration or math.inf)

    @property
    def tempo(self) -> float:
        """The quarter notes a minute at the start, 0 while there is no tune."""
        return self._written_tempo * self._speed

    @property
    def beat(self) -> Fraction:
        """The note that the tune is counted in, in quarter notes."""
        return self._beat

    @property
    def beats_per_minute(self) -> float:
        """The tempo at the start in the tune's own beat, 0 while there is no tune."""
        return self.tempo / float(self._beat)

    @property
    def written_beats_per_minute(self) -> float:
        """The same as the tune asks for it."""
        return self._written_tempo / float(self._beat)

    @property
    def speed(self) -> float:
        """How many times as fast as written the tune is played."""
        return self._speed

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
    def is_mixed(self) -> bool:
        """Whether any track is heard otherwise than the tune has it."""
        return any(strip != Strip() for strip in self._strips.values())

    @property
    def is_heard(self) -> bool:
        """Whether it sounds, or will as soon as the sound is made."""
        return self.state in ("playing", "loading")

    @property
    def text(self) -> str:
        """The text of the tune."""
        return self.tune.text

    @property
    def instrument(self) -> str:
        """The name of the instrument that plays."""
        return self._instrument

    def offer(self, tune: PlayedTune, *, is_chosen: bool = False) -> None:
        """Be ready to play the tune that the person looks at.

        Where this tune sounds already it goes on, with what was changed. Where another one sounds,
        that one goes on, unless the person has just chosen this one: then this one is played from
        its start.

        Args:
            tune: The tune that a page shows.
            is_chosen: The person has chosen it, in a list for example.
        """
        if self.is_about(tune.which) or not self.is_heard:
            self._load(tune)
        elif is_chosen:
            self._load(tune)
            if tune.text.strip():
                self._set_state("loading")
                self._choice_timer.start()

    def hear(self, tune: PlayedTune, first: int | None = None, last: int | None = None) -> None:
        """Play a tune.

        Args:
            tune: Another tune than before begins at its start, the same one plays on.
            first: The character of its text to begin at; None for no certain place.
            last: The character that the last note stands at; None to play to the end.
        """
        self._load(tune)
        if first is None:
            self.play()
        else:
            self._begin(first, last)

    def name_source(self, source: str) -> None:
        """Call the text of the tune that is played otherwise."""
        self._load(replace(self.tune, source=source))

    def is_about(self, which: Hashable) -> bool:
        """Return whether this is the tune that is played."""
        return which == self.tune.which

    def show_tune(self) -> None:
        """Ask for the tune that is played to be shown."""
        self.show_requested.emit(self.tune.which)

    def _load(self, tune: PlayedTune) -> None:
        """Take another tune, which falls silent, or the same one edited, which goes on."""
        before, self.tune = self.tune, tune
        if tune == before:
            return
        is_same = tune.which == before.which
        if (tune.text, tune.file_header) == (before.text, before.file_header) and is_same:
            self.tune_changed.emit(tune)
            return
        # What is still being made ready is made again when it is, see `_on_made`.
        is_ready = self.state == "loading" or (self._sound is not None and self.state != "stopped")
        goes_on = is_same and is_ready and bool(tune.text.strip())
        if not goes_on:
            self.stop()
        if not is_same:
            self._forget_choices()
        if goes_on:
            self._make_again()
        else:
            self._sound = None
            self.looping.forget_timeline()
        self._set_playable(bool(tune.text.strip()))
        self._outline.set_text(tune.text, tune.file_header)
        self.tune_changed.emit(tune)

    def _forget_choices(self) -> None:
        """Play another tune at its own tempo, without the loop and the mixer of the one before."""
        self._chosen_speed = 1.0
        if self._speed != 1.0:
            self._change_speed(1.0)
        self.looping.set(None)
        self.tracks, self._strips = (), {}
        self.tracks_changed.emit()
        self.strips_changed.emit()

    def _on_choice(self) -> None:
        if self.state == "loading":
            self._begin(None)

    def play(self) -> None:
        """Play on, or from the start."""
        if self.state != "playing":
            self._begin(None)

    def pause(self) -> None:
        """Fall silent and keep the place."""
        if self._player is not None and self.state == "playing":
            self._player.pause()
            self._fall_silent("paused")
        elif self.state == "loading":
            self.stop()

    def toggle(self, tune: PlayedTune | None = None) -> None:
        """Play or pause; a tune that is not the one being played begins at its start."""
        if tune is not None and not self.is_about(tune.which):
            self.hear(tune)
        elif self.is_heard:
            self.pause()
        else:
            self.play()

    def stop(self) -> None:
        """Fall silent and go back to the start."""
        self._cancel_job()
        if self._player is not None:
            self._player.stop()
        if self._speed != self._chosen_speed:
            # A loop for practice has gone faster each time.
            self._change_speed(self._chosen_speed)
        loop = self.looping.loop
        self._start_at = loop.start / self._speed if loop else 0.0
        self._fall_silent("stopped")
        self.position_changed.emit(self.position)

    def seek(self, seconds: float) -> None:
        """Go to a place."""
        if self._player is None or self._sound is None:
            self._start_at = seconds
        else:
            self._player.set_stop(None)
            self._player.seek(seconds * self._speed)
            self.follow_requested.emit()
            self._follow()
        self.position_changed.emit(self.position)

    def set_tempo_percent(self, percent: float) -> None:
        """Play so much slower or faster than written; heard at once, without a restart."""
        speed = max(MIN_TEMPO_PERCENT, min(MAX_TEMPO_PERCENT, percent)) / 100
        self._chosen_speed = speed
        if speed != self._speed:
            self._start_at *= self._speed / speed
            self._change_speed(speed)
            self.position_changed.emit(self.position)
        else:
            # Who asked for more than can be had sees what it is.
            self.tempo_changed.emit(self.tempo)

    def set_tempo(self, beats_per_minute: float) -> None:
        """Play so many of the tune's beats a minute at the start, later tempos in proportion."""
        if self._written_tempo:
            self.set_tempo_percent(100 * beats_per_minute / self.written_beats_per_minute)

    def set_instrument(self, name: str) -> None:
        """Let another instrument play; heard at once."""
        if name != self._instrument:
            self._instrument = name
            self._outline.look_again()
            self._make_again()

    def set_volume(self, volume: float) -> None:
        """Set the loudness, from 0 to 1."""
        self._volume = volume
        if self._player is not None:
            self._player.set_volume(volume)

    def set_busy(self, is_busy: bool) -> None:
        """Take frames from now on in longer pieces, or no longer: a network is trained meanwhile.

        Without that, what is played would stutter; so it is begun anew at once where it plays.
        """
        self._is_busy, self._is_device_outdated = is_busy, True
        player = self._player
        if player is None or (self.state == "playing" and not is_busy):
            return
        player.pause()
        self._renew_device()
        if self.state == "playing":
            try:
                player.play()
            except SoundError as error:
                self._on_failed(error)

    def send_to(self, output: "MidiOutput | None", *, is_heard: bool) -> None:
        """Send what is played to a MIDI port too, or to none."""
        player = self._ready_player()
        if player.listener is not None and player.listener is not output:
            player.listener.silence()
        self._output = output
        player.listener = output
        player.is_mute = not is_heard
        self._load_output()

    def heard_form(self, text: str) -> HeardForm:
        """Return how a tune is heard here, for its files.

        Args:
            text: Where it is the tune that is played, tempo and mixer hold for it.
        """
        is_played = bool(text) and text.strip() == self.text.strip()
        is_other_tempo = self.tempo_percent != 100
        return HeardForm(
            instrument=self._instrument,
            sound_font=self._studio.sound_font,
            switches=self._switches,
            strips=self._strips if is_played else {},
            quarters_per_minute=self.tempo if is_played and is_other_tempo else None,
        )

    def strip(self, track: int) -> Strip:
        """Return how one of the tracks is heard."""
        return self._strips.get(track, Strip())

    def set_strip(self, track: int, strip: Strip) -> None:
        """Let one of the tracks be heard otherwise, at once."""
        if track >= len(self.tracks):
            return
        self._strips = {number: self.strip(number) for number in range(len(self.tracks))}
        before, self._strips[track] = self._strips[track], strip
        if strip.instrument != before.instrument:
            self._make_again()
        self._apply_gains()
        self._port_timer.start()
        self.strips_changed.emit()

    def close(self) -> None:
        """Fall silent for good: cancel and wait for background work, give the device back."""
        self._is_closed = True
        self._timer.stop()
        self._rest_timer.stop()
        self._port_timer.stop()
        self._choice_timer.stop()
        self._outline.close()
        self._job.close()
        if self._player is not None:
            self._player.close()

    def _make_timer(self, msec: int, slot: Callable[[], None], is_single: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(msec)
        timer.setSingleShot(is_single)
        timer.timeout.connect(slot)
        return timer

    @property
    def _place(self) -> float:
        if self._player is None or self._sound is None:
            return self._start_at * self._speed
        return self._player.position

    def _load_output(self) -> None:
        if self._output is not None and self._sound is not None:
            from abcstudio.playback.midi.port_score import PortScore

            program = INSTRUMENTS[self._instrument].midi_program
            heard = on_instrument(mixed(self._sound.performance, self._strips), self._instrument)
            self._output.load(PortScore.of(heard, program))

    def _apply_gains(self) -> None:
        """Let those tracks be heard that are wanted."""
        if self._player is not None:
            from abcstudio.playback.sound.sound_stream import METRONOME

            clicking = {METRONOME: float(self._studio.settings.metronome)}
            self._player.set_gains(gains_of(self._strips) | clicking)

    def _begin(self, offset: int | None, last: int | None = None) -> None:
        if self._is_closed:
            return
        if not self.text.strip():
            self.failed.emit(SoundError("sound.no_notes"))
            return
        if self._sound is not None and self._sound_request == self._request():
            self._start_player(offset, last)
            return
        self._set_state("loading")
        self._make(lambda: self._start_player(offset, last))

    def _start_player(self, offset: int | None, last: int | None = None) -> None:
        player, sound = self._player, self._sound
        if player is None or sound is None:
            return
        part = sound.timeline.seconds_between(offset or 0, last) if last is not None else None
        if offset is not None:
            player.set_stop(part[1] if part is not None else None)
        if part is not None:
            player.seek(part[0])
        elif offset is not None:
            player.seek(sound.timeline.seconds_of(offset))
        elif self.state == "loading" and self._start_at:
            player.seek(self._start_at * self._speed)
        self._start_at = 0.0
        if self._studio.settings.count_in and self.state != "playing":
            from abcstudio.playback.sound.metronome import count_in

            counted, seconds = count_in(sound.performance, player.place)
            player.count_in(counted, seconds)
            if self._output is not None:
                self._output.count_in(counted, player.speed)
        try:
            player.play()
        except SoundError as error:
            self._on_failed(error)
            return
        self._rest_timer.stop()
        self._timer.start()
        self.follow_requested.emit()
        self._set_state("playing")

    def _request(self) -> "SoundRequest":
        from abcstudio.recipes.sound import SoundRequest

        interpretation = interpretation_of(self._switches)
        voices = tuple(
            (track, strip.instrument) for track, strip in self._strips.items() if strip.instrument
        )
        return SoundRequest(
            self.text,
            self._studio.sound_font,
            self._instrument,
            interpretation,
            self.tune.file_header,
            voices,
        )

    def _ready_player(self) -> "Player":
        """Return the player, made at the first need."""
        from abcstudio.playback.transport.device import BUSY_CHUNK_FRAMES, CHUNK_FRAMES, AudioDevice
        from abcstudio.playback.transport.player import Player

        if self._player is None:
            self._player = Player(
                lambda fill: AudioDevice(
                    fill,
                    self._audio_device,
                    BUSY_CHUNK_FRAMES if self._is_busy else CHUNK_FRAMES,
                )
            )
            self._player.set_volume(self._volume)
            self._apply_gains()
        return self._player

    def _make(
        self, then: Callable[[], None], otherwise: Callable[[Exception], None] | None = None
    ) -> None:
        """Get ready what is asked for now; what was being made ready is given up."""
        from abcstudio.recipes.sound import SoundMaker

        player = self._ready_player()
        if self._maker is None:
            self._maker = SoundMaker()
        self._cancel_job()
        request = self._request()
        self._job.run(
            sound_work(self._maker, player.open, request),
            lambda sound: self._on_made(request, sound, then),
            otherwise or self._on_failed,
        )

    def _make_again(self) -> None:
        """Something changed that is heard: while playing, put the new sound under the needle."""
        if self._sound is None or self._is_closed:
            return
        if self.state in ("playing", "paused"):
            # Where it cannot be made, what was heard before goes on.
            self._make(lambda: self.position_changed.emit(self.position), lambda _error: None)

    def _on_made(
        self, request: "SoundRequest", sound: "TuneSound", then: Callable[[], None]
    ) -> None:
        if self._player is None:
            return
        if request != self._request():
            # The instrument changed meanwhile.
            self._make(then)
            return
        before, self._sound, self._sound_request = self._sound, sound, request
        if before is None:
            self._player.load(sound.stream)
            self._player.set_speed(self._speed)
            self._player.set_loop(self.looping.loop)
        else:
            self._take_over(before, sound)
        self._load_output()
        self._on_outline(Outline.of(sound.performance, sound.timeline))
        # Not as the new stream took it over, but where its notes are now.
        self._player.set_loop(self.looping.loop)
        then()

    def _take_over(self, before: "TuneSound", sound: "TuneSound") -> None:
        """Put a new sound of the same tune under the needle; the place stays at its note."""
        from abcstudio.playback.after_edit import TimedTune, place_now

        if self._player is not None:
            was, now = (TimedTune(each.text, each.timeline) for each in (before, sound))
            self._player.exchange(sound.stream, lambda place: place_now(place, was, now))

    def _on_failed(self, error: Exception) -> None:
        if self._player is not None:
            self._player.pause()
        self._fall_silent("stopped")
        self.failed.emit(error)

    def _cancel_job(self) -> None:
        self._choice_timer.stop()
        self._job.cancel()

    def _on_outline_found(self, outline: Outline) -> None:
        self._on_outline(outline)
        self.lacking_changed.emit(outline.lacking)

    def _on_outline(self, outline: Outline) -> None:
        self._written_duration = outline.seconds
        if outline.tracks != self.tracks:
            self._strips = {
                number: self.strip(number) if track in self.tracks[number : number + 1] else Strip()
                for number, track in enumerate(outline.tracks)
            }
            self.tracks = outline.tracks
            self._apply_gains()
            self.tracks_changed.emit()
            self.strips_changed.emit()
        self._set_playable(outline.has_notes)
        self._show_duration()
        if (outline.tempo, outline.beat) != (self._written_tempo, self._beat):
            self._written_tempo, self._beat = outline.tempo, outline.beat
            self.tempo_changed.emit(self.tempo)
        self.looping.set_timeline(outline.timeline, self.text)

    def _change_speed(self, speed: float) -> None:
        if self._player is not None:
            self._player.set_speed(speed)
        self._show_speed(speed)

    def _show_speed(self, speed: float) -> None:
        self._speed = speed
        self._show_duration()
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
            self.stop()
        elif player.silent_seconds > _LOST_SECONDS or not player.is_connected():
            player.pause()
            player.close_output()
            self._fall_silent("paused")
            self.failed.emit(SoundError("sound.device_lost"))
        else:
            if player.speed != self._speed:
                # A loop for practice goes faster each time.
                self._show_speed(player.speed)
            self.position_changed.emit(self.position)
            self._follow()

    def _follow(self) -> None:
        if self._sound is None or self._player is None:
            return
        place = self._player.position
        # While it is counted in, and while the last note of a part rings, nothing is played.
        stands = self._player.stands_still
        self._set_sounding(_NOTHING if stands else self._sound.timeline.sounding_at(place))
        measure = self._sound.timeline.measure_at(place)
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

    def _renew_device(self) -> None:
        """Have the device opened anew at the next need, where it takes frames in other pieces."""
        if self._is_device_outdated and self._player is not None:
            self._is_device_outdated = False
            self._player.close_output()

    def _on_rest(self) -> None:
        if self._player is not None:
            self._renew_device()
            self._player.rest()

    def _on_loop_changed(self, loop: Loop | None) -> None:
        before, self._looped = self._looped, loop
        if self._player is not None and self._sound is not None:
            self._player.set_loop(loop)
            place = self._place + _NEAR_SECONDS
            if loop is not None and place >= loop.end and not _is_through(before, place):
                # The end was set to the place that is heard, or before it: back to the beginning.
                self._player.seek(loop.start)
        if self.state == "stopped":
            self.stop()

    def _on_settings_changed(self) -> None:
        """Take up another sound device the next time, and another way of playing at once."""
        if self._studio.settings.interpretation != self._switches:
            self._switches = self._studio.settings.interpretation
            self._outline.look_again()
            self._make_again()
        if self._studio.settings.metronome != self._metronome:
            self._metronome = self._studio.settings.metronome
            self._apply_gains()
        request = self._sound_request
        if request is not None and request.sound_font != self._studio.sound_font:
            self._make_again()
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


def _is_through(loop: Loop | None, place: float) -> bool:
    """Return whether the music has gone on beyond a loop, as it does after so many times."""
    return loop is not None and place >= loop.end
