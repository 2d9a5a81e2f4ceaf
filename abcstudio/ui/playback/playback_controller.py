"""Playing the current tune: which one it is, and what the transport does with it."""

import math
from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from abcstudio.errors import SoundError
from abcstudio.playback.loop import Loop
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.ui.playback.chosen_loop import ChosenLoop
from abcstudio.ui.playback.kept_choices import KeptChoices
from abcstudio.ui.playback.live_sound import LiveSound
from abcstudio.ui.playback.play_head import PlayHead
from abcstudio.ui.playback.played_tempo import PlayedTempo
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.playback.port_output import PortOutput
from abcstudio.ui.playback.sound_loader import SoundLoader
from abcstudio.ui.playback.sound_output import SoundOutput
from abcstudio.ui.playback.sounding_notes import SoundingNotes
from abcstudio.ui.playback.track_strips import TrackStrips
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.export import HeardForm
from abcstudio.workers.sound import Outline

_FRAME_MS = 16
# Walking through a list with a held arrow key must not make the sound of every tune on the way.
_CHOICE_MS = 80


class PlaybackController(QObject):
    """Plays one tune at a time. Seconds are those of the tempo that is set; places are not.

    Pages say which tune they show (`offer`) and which one the person wants to hear (`hear`); what
    follows from that while another one sounds is decided here.

    Attributes:
        tune: The tune that sounds, or that would be played.
        state: What the transport does.
        is_playable: Whether there is something to play.
        strips: Its voices, what accompanies them, and how each is heard.
        output: The device.
        loader: Makes its sound.
        port: Sends it to a MIDI port.
        tempo: How fast it is played.
        kept: How tunes that were left were practised.
        sounding: Which of its notes sound.
        live: Lets single notes sound beside the tune.
        chosen_loop: What of the tune is repeated.

    Signals:
        tune_changed: Another tune is played, or the same one edited or named otherwise. Carries
            the `PlayedTune`.
        show_requested: The person wants to see the tune that is played. Carries what tells it from
            others, `PlayedTune.which`.
        state_changed: Carries the `PlayerState`.
        position_changed: Carries the seconds that are heard now.
        playable_changed: Carries whether there is something to play.
        follow_requested: The person wants to see what is heard: it begins, or goes on elsewhere.
        finished: The tune has been played to its end, and it is silent now.
        failed: Carries the exception.
    """

    tune_changed = Signal(object)
    show_requested = Signal(object)
    state_changed = Signal(object)
    position_changed = Signal(float)
    playable_changed = Signal(bool)
    follow_requested = Signal()
    finished = Signal()
    failed = Signal(object)

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.tune = PlayedTune("")
        self.state = PlayerState.STOPPED
        self.is_playable = False
        self._is_closed = False
        self.strips = TrackStrips(self)
        self.output = SoundOutput(studio, self.strips, self)
        self.loader = SoundLoader(studio, self.output, self.strips, self)
        self.port = PortOutput(self.output, self.loader, self.strips, self)
        self.tempo = PlayedTempo(self.output, self)
        self.sounding = SoundingNotes(self.output, self.loader, self)
        self.live = LiveSound(
            studio, self.output.ready_player, lambda: self.loader.instrument, self
        )
        self._head = PlayHead(studio, self.output, self.loader, self.port)
        self.chosen_loop = ChosenLoop(studio, lambda: self._head.place, self)
        self.kept = KeptChoices(self.tempo, self.chosen_loop)
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._choice_timer = QTimer(self, interval=_CHOICE_MS, singleShot=True)
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_tick)
        self._choice_timer.timeout.connect(self._on_choice)
        self.output.device_changed.connect(self.pause)
        self.output.failed.connect(self._on_failed)
        self.live.failed.connect(self.failed)
        self.loader.outlined.connect(self._on_outlined)
        self.loader.made.connect(self._on_made)
        self.loader.outdated.connect(self._make_again)
        self.tempo.changed.connect(self._show_position)
        self.chosen_loop.changed.connect(self._on_loop_changed)

    @property
    def position(self) -> float:
        """The seconds that are heard now."""
        return min(self._head.place / self.tempo.speed, self.tempo.duration or math.inf)

    @property
    def is_heard(self) -> bool:
        """Whether it sounds, or will as soon as the sound is made."""
        return self.state in (PlayerState.PLAYING, PlayerState.LOADING)

    @property
    def text(self) -> str:
        """The text of the tune."""
        return self.tune.text

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
                self._set_state(PlayerState.LOADING)
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

    def identify(self, which: Hashable) -> None:
        """Say which one the tune that is played is now: it stands elsewhere than before."""
        self.tune = replace(self.tune, identity=which)
        self.tune_changed.emit(self.tune)

    def is_about(self, which: Hashable) -> bool:
        """Return whether this is the tune that is played."""
        return which == self.tune.which

    def show_tune(self) -> None:
        """Ask for the tune that is played to be shown."""
        self.show_requested.emit(self.tune.which)

    def play(self) -> None:
        """Play on, or from the start."""
        if self.state is not PlayerState.PLAYING:
            self._begin(None)

    def pause(self) -> None:
        """Fall silent and keep the place."""
        player = self.output.player
        if player is not None and self.state is PlayerState.PLAYING:
            player.pause()
            self._fall_silent(PlayerState.PAUSED)
        elif self.state is PlayerState.LOADING:
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
        self._choice_timer.stop()
        self.loader.cancel()
        if self.output.player is not None:
            self.output.player.stop()
        self.tempo.go_back()
        loop = self.chosen_loop.loop
        self._head.wait_at(loop.start if loop else 0.0)
        self._fall_silent(PlayerState.STOPPED)
        self._show_position()

    def seek(self, seconds: float) -> None:
        """Go to a place."""
        if self._head.go_to(seconds * self.tempo.speed):
            self.follow_requested.emit()
            self.sounding.follow()
        self._show_position()

    def heard_form(self, text: str) -> HeardForm:
        """Return how a tune is heard here, for its files.

        Args:
            text: Where it is the tune that is played, tempo and mixer hold for it.
        """
        is_played = bool(text) and text.strip() == self.text.strip()
        is_other_tempo = self.tempo.percent != 100
        return HeardForm(
            instrument=self.loader.instrument,
            sound_font=self._studio.sound_font,
            switches=self._studio.settings.interpretation,
            strips=self.strips.strips if is_played else {},
            quarters_per_minute=(
                self.tempo.quarters_per_minute if is_played and is_other_tempo else None
            ),
        )

    def close(self) -> None:
        """Fall silent for good: cancel and wait for background work, give the device back."""
        self._is_closed = True
        self._timer.stop()
        self._choice_timer.stop()
        self.port.close()
        self.loader.close()
        self.output.close()

    def _load(self, tune: PlayedTune) -> None:
        """Take another tune, which falls silent, or the same one edited, which goes on."""
        before, self.tune = self.tune, tune
        if tune == before:
            return
        is_same = tune.which == before.which
        if (tune.text, tune.file_header) == (before.text, before.file_header) and is_same:
            self.tune_changed.emit(tune)
            return
        self.loader.set_tune(tune)
        goes_on = is_same and self._has_begun() and bool(tune.text.strip())
        if not goes_on:
            self.stop()
        if not is_same:
            self.kept.leave(before)
            self.strips.clear()
        if goes_on:
            self._make_again()
        else:
            self.loader.forget()
            self.chosen_loop.forget_timeline()
        if not is_same:
            self.kept.return_to(tune)
        self._set_playable(bool(tune.text.strip()))
        self.loader.look()
        self.tune_changed.emit(tune)

    def _has_begun(self) -> bool:
        """Return whether the tune sounds, stands where it was paused, or is made ready."""
        # What is still being made ready is made again when it is, see `SoundLoader`.
        if self.state is PlayerState.LOADING:
            return True
        return self.loader.sound is not None and self.state is not PlayerState.STOPPED

    def _on_choice(self) -> None:
        if self.state is PlayerState.LOADING:
            self._begin(None)

    def _begin(self, first: int | None, last: int | None = None) -> None:
        if self._is_closed:
            return
        if not self.text.strip():
            self.failed.emit(SoundError("sound.no_notes"))
            return
        if self.loader.is_current:
            self._start(first, last)
            return
        self._choice_timer.stop()
        self._set_state(PlayerState.LOADING)
        self.loader.make(lambda: self._start(first, last), self._on_failed)

    def _start(self, first: int | None, last: int | None) -> None:
        try:
            self._head.start(first, last, self.state)
        except SoundError as error:
            self._on_failed(error)
            return
        self.output.keep_awake()
        self._timer.start()
        self.follow_requested.emit()
        self._set_state(PlayerState.PLAYING)

    def _make_again(self) -> None:
        """Something changed that is heard: put the new sound in the place of the old one."""
        is_begun = self.state in (PlayerState.PLAYING, PlayerState.PAUSED)
        if is_begun and self.loader.sound is not None and not self._is_closed:
            # Where it cannot be made, what was heard before goes on.
            self.loader.make(self._show_position, lambda _error: None)

    def _on_made(self) -> None:
        self.port.reload()
        # Not as the new stream took it over, but where its notes are now.
        self._head.set_loop(self.chosen_loop.loop)

    def _on_failed(self, error: Exception) -> None:
        if self.output.player is not None:
            self.output.player.pause()
        self._fall_silent(PlayerState.STOPPED)
        self.failed.emit(error)

    def _on_outlined(self, outline: Outline) -> None:
        self.strips.take(outline.tracks)
        self._set_playable(outline.has_notes)
        self.tempo.take(outline)
        self.chosen_loop.set_timeline(outline.timeline, self.text)

    def _on_tick(self) -> None:
        player = self.output.player
        if player is None:
            return
        if player.state is PlayerState.STOPPED:
            self.stop()
            self.finished.emit()
        elif self.output.looks_lost():
            self.output.close_device()
            self._fall_silent(PlayerState.PAUSED)
            self.failed.emit(SoundError("sound.device_lost"))
        else:
            if player.speed != self.tempo.speed:
                # A loop for practice goes faster each time.
                self.tempo.show_speed(player.speed)
            self._show_position()
            self.sounding.follow()

    def _fall_silent(self, state: PlayerState) -> None:
        self._timer.stop()
        self.sounding.clear()
        self._set_state(state)
        if not self._is_closed:
            self.output.rest_soon()

    def _on_loop_changed(self, loop: Loop | None) -> None:
        self._head.set_loop(loop)
        if self.state is PlayerState.STOPPED:
            self.stop()

    def _show_position(self) -> None:
        self.position_changed.emit(self.position)

    def _set_state(self, state: PlayerState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _set_playable(self, is_playable: bool) -> None:
        if is_playable != self.is_playable:
            self.is_playable = is_playable
            self.playable_changed.emit(is_playable)
