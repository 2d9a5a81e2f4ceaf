"""The commands of the menu "Play"."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from abcstudio.playback.interpretation import choices_of, interpretation_of
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.settings import Settings
from abcstudio.ui.look.icons import icon
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_TEMPO_STEP_PERCENT = 5
_TEMPO_TOOLTIP = QT_TRANSLATE_NOOP(
    "TransportCommands", "Change the tempo by 5 percent; it is heard at once"
)

_COMMANDS = (
    CommandSpec(
        id="play.toggle",
        words=QT_TRANSLATE_NOOP("TransportCommands", "&Play"),
        tooltip=QT_TRANSLATE_NOOP(
            "TransportCommands", "Play or pause; {0} too, where nothing is typed"
        ),
        keys="Ctrl+Space",
        icon="player-play",
        named_keys="Space",
    ),
    CommandSpec(
        id="play.stop",
        words=QT_TRANSLATE_NOOP("TransportCommands", "&Stop"),
        tooltip=QT_TRANSLATE_NOOP("TransportCommands", "Stop and go back to the start"),
        keys="Esc",
        icon="player-stop",
    ),
    CommandSpec(
        id="play.rewind",
        words=QT_TRANSLATE_NOOP("TransportCommands", "&Back to the start"),
        tooltip=QT_TRANSLATE_NOOP("TransportCommands", "Go back to the start and go on from there"),
        keys="Alt+Home",
        icon="player-skip-back",
    ),
    CommandSpec(
        id="play.loop",
        words=QT_TRANSLATE_NOOP("TransportCommands", "&Loop"),
        tooltip=QT_TRANSLATE_NOOP(
            "TransportCommands", "Play the selected notes, or all of the tune, again and again"
        ),
        keys="Ctrl+L",
        icon="repeat",
        section="practice",
        is_switch=True,
    ),
    CommandSpec(
        id="play.loop_start",
        words=QT_TRANSLATE_NOOP("TransportCommands", "Loop &from here"),
        tooltip=QT_TRANSLATE_NOOP("TransportCommands", "Repeat from the place that is heard now"),
        keys="Alt+[",
        section="practice",
    ),
    CommandSpec(
        id="play.loop_end",
        words=QT_TRANSLATE_NOOP("TransportCommands", "Loop &to here"),
        tooltip=QT_TRANSLATE_NOOP("TransportCommands", "Repeat up to the place that is heard now"),
        keys="Alt+]",
        section="practice",
    ),
    CommandSpec(
        id="play.practice",
        words=QT_TRANSLATE_NOOP("TransportCommands", "P&ractice"),
        tooltip=QT_TRANSLATE_NOOP(
            "TransportCommands", "How often a loop is played, and how much faster each time"
        ),
        icon="dots",
        section="practice",
    ),
    CommandSpec(
        id="play.metronome",
        words=QT_TRANSLATE_NOOP("TransportCommands", "&Metronome"),
        tooltip=QT_TRANSLATE_NOOP("TransportCommands", "The beats click while a tune is played"),
        section="practice",
        is_switch=True,
    ),
    CommandSpec(
        id="play.count_in",
        words=QT_TRANSLATE_NOOP("TransportCommands", "Cou&nt in"),
        tooltip=QT_TRANSLATE_NOOP("TransportCommands", "A measure clicks before a tune is played"),
        section="practice",
        is_switch=True,
    ),
    CommandSpec(
        id="play.skip_repeats",
        words=QT_TRANSLATE_NOOP("TransportCommands", "S&kip repeats"),
        tooltip=QT_TRANSLATE_NOOP("TransportCommands", "Play each part once, with its last ending"),
        section="practice",
        is_switch=True,
    ),
    CommandSpec(
        id="play.slower",
        words=QT_TRANSLATE_NOOP("TransportCommands", "Slo&wer"),
        tooltip=_TEMPO_TOOLTIP,
        keys="Alt+-",
        section="tempo",
    ),
    CommandSpec(
        id="play.faster",
        words=QT_TRANSLATE_NOOP("TransportCommands", "F&aster"),
        tooltip=_TEMPO_TOOLTIP,
        keys="Alt+=",
        section="tempo",
    ),
    CommandSpec(
        id="play.written_tempo",
        words=QT_TRANSLATE_NOOP("TransportCommands", "Wr&itten tempo"),
        tooltip=QT_TRANSLATE_NOOP("TransportCommands", "Play as fast as the tune says"),
        icon="metronome",
        section="tempo",
    ),
    CommandSpec(
        id="play.interpretation",
        words=QT_TRANSLATE_NOOP("TransportCommands", "&How tunes are played"),
        tooltip=QT_TRANSLATE_NOOP(
            "TransportCommands",
            "Chords, ornaments, swing and more: what is added to the written notes",
        ),
        icon="adjustments",
        section="sound",
    ),
    CommandSpec(
        id="play.voices",
        words=QT_TRANSLATE_NOOP("TransportCommands", "&Voices"),
        tooltip=QT_TRANSLATE_NOOP(
            "TransportCommands",
            "Which voices are heard, how loud, and on what; lit where that differs",
        ),
        icon="list",
        section="sound",
        is_switch=True,
    ),
)


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
        slots = self._slots()
        self._actions = {spec.id: group.add(spec, slots[spec.id]) for spec in _COMMANDS}
        self.toggle = self._actions["play.toggle"]
        self.stop = self._actions["play.stop"]
        self.rewind = self._actions["play.rewind"]
        self.loop = self._actions["play.loop"]
        self.loop_start = self._actions["play.loop_start"]
        self.loop_end = self._actions["play.loop_end"]
        self.practice = self._actions["play.practice"]
        self.slower = self._actions["play.slower"]
        self.faster = self._actions["play.faster"]
        self.written_tempo = self._actions["play.written_tempo"]
        self.interpretation = self._actions["play.interpretation"]
        self.voices = self._actions["play.voices"]
        self._follow()

    @property
    def of_tunes(self) -> tuple[QAction, ...]:
        """The commands that need a tune to play."""
        return (
            self.toggle, self.rewind, self.loop, self.loop_start, self.loop_end, self.slower,
            self.faster, self.written_tempo,
        )  # fmt: skip

    def _slots(self) -> dict[str, Callable[[], object]]:
        """Return what each command does."""
        playback = self._playback
        return {
            "play.toggle": playback.toggle,
            "play.stop": playback.stop,
            "play.rewind": lambda: playback.seek(0.0),
            "play.loop": self._on_loop,
            "play.loop_start": playback.chosen_loop.begin_here,
            "play.loop_end": playback.chosen_loop.end_here,
            "play.practice": self.practice_requested.emit,
            "play.metronome": self._on_metronome,
            "play.count_in": self._on_count_in,
            "play.skip_repeats": self._on_skip_repeats,
            "play.slower": lambda: self._change_tempo(-_TEMPO_STEP_PERCENT),
            "play.faster": lambda: self._change_tempo(_TEMPO_STEP_PERCENT),
            "play.written_tempo": lambda: playback.tempo.set_percent(100),
            "play.interpretation": self.interpretation_requested.emit,
            "play.voices": self._on_voices,
        }

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
        self._studio.update_settings(metronome=self._actions["play.metronome"].isChecked())

    def _on_count_in(self) -> None:
        self._studio.update_settings(count_in=self._actions["play.count_in"].isChecked())

    def _on_skip_repeats(self) -> None:
        is_on = self._actions["play.skip_repeats"].isChecked()
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
        self._actions["play.metronome"].setChecked(settings.metronome)
        self._actions["play.count_in"].setChecked(settings.count_in)
        self._actions["play.skip_repeats"].setChecked(skips)
