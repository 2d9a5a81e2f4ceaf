"""The place in the music where the transport stands, and the start from there."""

from typing import TYPE_CHECKING

from abcstudio.playback.loop import Loop
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.ui.playback.port_output import PortOutput
from abcstudio.ui.playback.sound_loader import SoundLoader
from abcstudio.ui.playback.sound_output import SoundOutput
from abcstudio.ui.services.studio import Studio

if TYPE_CHECKING:
    from abcstudio.playback.transport.player import Player
    from abcstudio.recipes.sound import TuneSound

_NEAR_SECONDS = 0.02


class PlayHead:
    """Places are seconds at the written tempo."""

    def __init__(
        self, studio: Studio, output: SoundOutput, loader: SoundLoader, port: PortOutput
    ) -> None:
        self._studio = studio
        self._output = output
        self._loader = loader
        self._port = port
        # Where the next start begins, chosen before there was any sound.
        self._start_at = 0.0
        self._looped: Loop | None = None

    @property
    def place(self) -> float:
        """The place that is heard now."""
        player = self._output.player
        if player is None or self._loader.sound is None:
            return self._start_at
        return player.position

    def wait_at(self, place: float) -> None:
        """Begin at a place where the sound is made only then."""
        self._start_at = place

    def go_to(self, place: float) -> bool:
        """Go to a place; return whether there is sound there already."""
        player = self._output.player
        if player is None or self._loader.sound is None:
            self._start_at = place
            return False
        player.set_stop(None)
        player.seek(place)
        return True

    def start(self, first: int | None, last: int | None, state: PlayerState) -> None:
        """Let the music go on.

        Args:
            first: The character of the tune's text to begin at; None to go on.
            last: The character that the last note stands at; None to play to the end.
            state: What the transport did until now.

        Raises:
            SoundError: The device cannot be opened.
        """
        player, sound = self._output.ready_player(), self._loader.sound
        if sound is None:
            return
        if first is not None:
            _begin_at(player, sound, first, last)
        elif state is PlayerState.LOADING and self._start_at:
            player.seek(self._start_at)
        self._start_at = 0.0
        if self._studio.settings.count_in and state is not PlayerState.PLAYING:
            self._count_in(player, sound)
        player.play()

    def set_loop(self, loop: Loop | None) -> None:
        """Repeat a part from now on, or none."""
        before, self._looped = self._looped, loop
        player = self._output.player
        if player is None or self._loader.sound is None:
            return
        player.set_loop(loop)
        place = self.place + _NEAR_SECONDS
        if loop is not None and place >= loop.end and not _is_through(before, place):
            # The end was set to the place that is heard, or before it: back to the beginning.
            player.seek(loop.start)

    def _count_in(self, player: "Player", sound: "TuneSound") -> None:
        from abcstudio.playback.sound.metronome import count_in

        clicks, seconds = count_in(sound.performance, player.place)
        player.count_in(clicks, seconds)
        self._port.count_in(clicks, player.speed)


def _begin_at(player: "Player", sound: "TuneSound", first: int, last: int | None) -> None:
    """Go to a note, and end after another one if there is one."""
    part = sound.timeline.seconds_between(first, last) if last is not None else None
    player.set_stop(part[1] if part is not None else None)
    player.seek(part[0] if part is not None else sound.timeline.seconds_of(first))


def _is_through(loop: Loop | None, place: float) -> bool:
    """Return whether the music has gone on beyond a loop, as it does after so many times."""
    return loop is not None and place >= loop.end
