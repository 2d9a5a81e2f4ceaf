"""The commands of the menu "Play"."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from abcstudio.playback.interpretation import choices_of, interpretation_of
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.settings import Settings
from abcstudio.ui.look.icons import icon
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio

_TEMPO_STEP_PERCENT = 5


class TransportCommands(QObject):
    """Registers the commands, and shows on them what the playback does.

    Signals:
        practice_requested: The person wants to see how loops are practised.
        interpretation_requested: The person wants to see how tunes are played.
        voices_requested: The person wants to see the mixer.
    """

    practice_requested = Signal()
    interpretation_requested = Signal()
    voices_requested = Signal()

    def __init__(
        self,
        playback: PlaybackController,
        actions: Actions,
        studio: Studio,
        chosen_notes: Callable[[], tuple[int, int] | None],
        parent: QObject,
    ) -> None:
        """Register the commands.

        Args:
            playback: What they drive.
            actions: Where they are registered.
            studio: Its settings are switched.
            chosen_notes: Gives the first characters of the first and the last note that are
                selected in the tune that is played; None where fewer than two are.
            parent: What they belong to.
        """
        super().__init__(parent)
        self._playback = playback
        self._studio = studio
        self._chosen_notes = chosen_notes
        group = CommandGroup(actions, self, menu="play")
        self.toggle, self.stop, self.rewind = group.add_all(
            CommandSpec("play.toggle", "&Play", "Play or pause; {0} too, where nothing is typed",
                do=playback.toggle, keys="Ctrl+Space", icon="player-play", named_keys="Space"),
            CommandSpec("play.stop", "&Stop", "Stop and go back to the start",
                do=playback.stop, keys="Esc", icon="player-stop"),
            CommandSpec("play.rewind", "&Back to the start",
                "Go back to the start and go on from there",
                do=lambda: playback.seek(0.0), keys="Alt+Home", icon="player-skip-back"),
        )  # fmt: skip
        self._add_practice(group)
        self._add_tempo_and_sound(group)
        self._follow()

    @property
    def of_tunes(self) -> tuple[QAction, ...]:
        """The commands that need a tune to play."""
        return (
            self.toggle, self.rewind, self.loop, self.loop_start, self.loop_end, self.slower,
            self.faster, self.written_tempo,
        )  # fmt: skip

    def _add_practice(self, group: CommandGroup) -> None:
        loop = self._playback.chosen_loop
        self.loop, self.loop_start, self.loop_end, self.practice = group.add_all(
            CommandSpec("play.loop", "&Loop",
                "Play the selected notes, or all of the tune, again and again",
                do=self._on_loop, keys="Ctrl+L", icon="repeat", submenu="loop", section="practice",
                is_switch=True),
            CommandSpec("play.loop_start", "Loop &from here",
                "Repeat from the place that is heard now",
                do=loop.begin_here, keys="Alt+[", submenu="loop", section="practice"),
            CommandSpec("play.loop_end", "Loop &to here",
                "Repeat up to the place that is heard now",
                do=loop.end_here, keys="Alt+]", submenu="loop", section="practice"),
            CommandSpec("play.practice", "P&ractice",
                "How often a loop is played, and how much faster each time",
                do=self.practice_requested.emit, icon="dots", section="practice"),
        )  # fmt: skip
        self._metronome, self._count_in, self._skip_repeats = group.add_all(
            CommandSpec("play.metronome", "&Metronome", "The beats click while a tune is played",
                do=self._on_metronome, section="practice", is_switch=True),
            CommandSpec("play.count_in", "Cou&nt in", "A measure clicks before a tune is played",
                do=self._on_count_in, section="practice", is_switch=True),
            CommandSpec("play.skip_repeats", "S&kip repeats",
                "Play each part once, with its last ending",
                do=self._on_skip_repeats, section="practice", is_switch=True),
        )  # fmt: skip

    def _add_tempo_and_sound(self, group: CommandGroup) -> None:
        tempo = self._playback.tempo
        self.slower, self.faster, self.written_tempo = group.add_all(
            CommandSpec("play.slower", "Slo&wer",
                "Change the tempo by 5 percent; it is heard at once",
                do=partial(self._change_tempo, -_TEMPO_STEP_PERCENT), keys="Alt+-", submenu="tempo",
                section="tempo"),
            CommandSpec("play.faster", "F&aster",
                "Change the tempo by 5 percent; it is heard at once",
                do=partial(self._change_tempo, _TEMPO_STEP_PERCENT), keys="Alt+=", submenu="tempo",
                section="tempo"),
            CommandSpec("play.written_tempo", "Wr&itten tempo", "Play as fast as the tune says",
                do=lambda: tempo.set_percent(100), icon="metronome", submenu="tempo",
                section="tempo"),
        )  # fmt: skip
        self.interpretation, self.voices = group.add_all(
            CommandSpec("play.interpretation", "&How tunes are played",
                "Chords, ornaments, swing and more: what is added to the written notes",
                do=self.interpretation_requested.emit, icon="adjustments", section="sound"),
            CommandSpec("play.voices", "&Voices",
                "Which voices are heard, how loud, and on what; lit where that differs",
                do=self._on_voices, icon="list", section="sound", is_switch=True),
        )  # fmt: skip

    def _follow(self) -> None:
        playback = self._playback
        playback.state_changed.connect(self._show_state)
        playback.playable_changed.connect(self._show_playable)
        playback.chosen_loop.changed.connect(self._show_loop)
        playback.strips.changed.connect(self._show_mixed)
        self._studio.on_change(self._show_settings, "metronome", "count_in", "interpretation")
        self._show_state(playback.state)
        self._show_playable(playback.is_playable)
        self._show_settings(self._studio.settings)

    def _on_loop(self) -> None:
        """Repeat what is selected now; the same again, or nothing selected, ends the loop."""
        loop, chosen = self._playback.chosen_loop, self._chosen_notes()
        if chosen is not None:
            loop.toggle_notes(*chosen)
        elif loop.loop is None:
            loop.set_all()
        else:
            loop.set(None)
        self._show_loop()

    def _on_metronome(self) -> None:
        self._studio.update_settings(metronome=self._metronome.isChecked())

    def _on_count_in(self) -> None:
        self._studio.update_settings(count_in=self._count_in.isChecked())

    def _on_skip_repeats(self) -> None:
        is_on = self._skip_repeats.isChecked()
        choices = {**self._studio.settings.interpretation, "skip_repeats": is_on}
        self._studio.update_settings(interpretation=choices_of(interpretation_of(choices)))

    def _on_voices(self) -> None:
        self._show_mixed()
        self.voices_requested.emit()

    def _change_tempo(self, percent: int) -> None:
        tempo = self._playback.tempo
        tempo.set_percent(tempo.percent + percent)

    def _show_state(self, state: PlayerState) -> None:
        is_heard = self._playback.is_heard
        self.toggle.setText(self.tr("&Pause") if is_heard else self.tr("&Play"))
        name = "player-pause" if is_heard else "player-play"
        self.toggle.setIcon(icon(name))
        self.toggle.setProperty("icon_name", name)
        self.stop.setEnabled(state is not PlayerState.STOPPED)

    def _show_playable(self, is_playable: bool) -> None:
        for action in self.of_tunes:
            action.setEnabled(is_playable)

    def _show_loop(self) -> None:
        self.loop.setChecked(self._playback.chosen_loop.loop is not None)

    def _show_mixed(self) -> None:
        """Light the button of the mixer while some voice is not heard as the tune has it."""
        self.voices.setChecked(self._playback.strips.is_mixed)

    def _show_settings(self, settings: Settings) -> None:
        skips = interpretation_of(settings.interpretation).skip_repeats
        self._metronome.setChecked(settings.metronome)
        self._count_in.setChecked(settings.count_in)
        self._skip_repeats.setChecked(skips)
