"""The bar at the bottom that never goes away: play, place, loop, tempo, instrument, volume."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from abcstudio.playback.interpretation import interpretation_of
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.settings import Settings
from abcstudio.ui.controls.action_button import ActionButton
from abcstudio.ui.controls.number_boxes import WholeNumberBox
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, Colors
from abcstudio.ui.playback.bar.beat_sign import BeatSign
from abcstudio.ui.playback.bar.heard_title import HeardTitle
from abcstudio.ui.playback.bar.interpretation_switches import InterpretationSwitches
from abcstudio.ui.playback.bar.lacking_notes import LackingNotes
from abcstudio.ui.playback.bar.midi_handle import MidiHandle
from abcstudio.ui.playback.bar.mixer import Mixer
from abcstudio.ui.playback.bar.position_slider import PositionSlider
from abcstudio.ui.playback.bar.practice_settings import PracticeSettings
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.instrument_names import instrument_names
from abcstudio.ui.words.key_words import key_words
from abcstudio.ui.words.note_words import length_name
from abcstudio.ui.words.translation import error_sentence

_MIN_TEMPO, _MAX_TEMPO = 10, 600
_TEMPO_STEP_PERCENT = 5
_VOLUME_WIDTH = 12 * GRID
_TEMPO_FRAME = 5 * GRID
_KEEP_MS = 500
_ICON_SIZE = 20
_ROW_HEIGHT = 22


class TransportBar(QWidget):
    """Shows what the playback does and passes on what the person wants.

    Args of the constructor:
        chosen_notes: Gives the first characters of the first and the last note that are selected
            in the tune that is played; None where fewer than two are.
    """

    def __init__(
        self,
        playback: PlaybackController,
        actions: Actions,
        studio: Studio,
        chosen_notes: Callable[[], tuple[int, int] | None] = lambda: None,
    ) -> None:
        super().__init__()
        self.setObjectName("transport_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._playback = playback
        self._studio = studio
        self._chosen_notes = chosen_notes
        self._add_actions(actions)
        self.title = HeardTitle()
        self.position = PositionSlider()
        self.time = Label()
        self.tempo = WholeNumberBox(_MIN_TEMPO, _MAX_TEMPO)
        self.beat = BeatSign()
        self.tempo_percent = Label()
        self.lacking = LackingNotes(studio)
        self.instrument = QComboBox()
        self.switches = InterpretationSwitches(studio, self)
        self.switches_button = _button(self.interpretation)
        self.mixer = Mixer(playback.strips, self)
        self.mixer_button = _button(self.voices)
        self.midi_handle = MidiHandle(playback, studio)
        self.practice_settings = PracticeSettings(studio, self)
        self.practice_button = _button(self.practice)
        self.volume_icon = Label()
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self._keep_volume = QTimer(self)
        self._keep_volume.setSingleShot(True)
        self._keep_volume.setInterval(_KEEP_MS)
        self._set_up_controls()
        self._lay_out()
        self._connect()
        self._on_colors_changed(studio.colors)
        self._show_state(playback.state)
        self._show_playable(playback.is_playable)
        self._show_tempo(playback.tempo.quarters_per_minute)
        self._show_time(0.0)

    def _add_actions(self, actions: Actions) -> None:
        playback = self._playback
        self.toggle = actions.add(
            "play.toggle",
            self.tr("&Play"),
            playback.toggle,
            menu="play",
            keys="Ctrl+Space",
            icon_name="player-play",
            tooltip=self.tr("Play or pause; {0} too, where nothing is typed").format(
                key_words("Space")
            ),
        )
        self.stop = actions.add(
            "play.stop",
            self.tr("&Stop"),
            playback.stop,
            menu="play",
            keys="Esc",
            icon_name="player-stop",
            tooltip=self.tr("Stop and go back to the start"),
        )
        self.rewind = actions.add(
            "play.rewind",
            self.tr("&Back to the start"),
            lambda: playback.seek(0.0),
            menu="play",
            keys="Alt+Home",
            icon_name="player-skip-back",
            tooltip=self.tr("Go back to the start and go on from there"),
        )
        self.loop = actions.add(
            "play.loop",
            self.tr("&Loop"),
            self._on_loop,
            menu="play",
            keys="Ctrl+L",
            icon_name="repeat",
            tooltip=self.tr("Play the selected notes, or all of the tune, again and again"),
            checkable=True,
            group="practice",
        )
        self.loop_start = actions.add(
            "play.loop_start",
            self.tr("Loop &from here"),
            playback.looping.begin_here,
            menu="play",
            keys="Alt+[",
            tooltip=self.tr("Repeat from the place that is heard now"),
            group="practice",
        )
        self.loop_end = actions.add(
            "play.loop_end",
            self.tr("Loop &to here"),
            playback.looping.end_here,
            menu="play",
            keys="Alt+]",
            tooltip=self.tr("Repeat up to the place that is heard now"),
            group="practice",
        )
        self.practice = actions.add(
            "play.practice",
            self.tr("P&ractice"),
            lambda: self.practice_settings.open_above(self.practice_button),
            menu="play",
            icon_name="dots",
            tooltip=self.tr("How often a loop is played, and how much faster each time"),
            group="practice",
        )
        self._settings_actions = {
            "metronome": self._add_switch(
                actions,
                "play.metronome",
                self.tr("&Metronome"),
                self.tr("The beats click while a tune is played"),
                lambda is_on: self._studio.update_settings(metronome=is_on),
            ),
            "count_in": self._add_switch(
                actions,
                "play.count_in",
                self.tr("Cou&nt in"),
                self.tr("A measure clicks before a tune is played"),
                lambda is_on: self._studio.update_settings(count_in=is_on),
            ),
            "skip_repeats": self._add_switch(
                actions,
                "play.skip_repeats",
                self.tr("S&kip repeats"),
                self.tr("Play each part once, with its last ending"),
                lambda is_on: self.switches.switches["skip_repeats"].setChecked(is_on),
            ),
        }
        self.slower = self._add_tempo_action(
            actions, "play.slower", self.tr("Slo&wer"), "Alt+-", -_TEMPO_STEP_PERCENT
        )
        self.faster = self._add_tempo_action(
            actions, "play.faster", self.tr("F&aster"), "Alt+=", _TEMPO_STEP_PERCENT
        )
        self.written_tempo = actions.add(
            "play.written_tempo",
            self.tr("Wr&itten tempo"),
            lambda: playback.tempo.set_percent(100),
            menu="play",
            icon_name="metronome",
            tooltip=self.tr("Play as fast as the tune says"),
            group="tempo",
        )
        self.interpretation = actions.add(
            "play.interpretation",
            self.tr("&How tunes are played"),
            lambda: self.switches.open_above(self.switches_button),
            menu="play",
            icon_name="adjustments",
            tooltip=self.tr(
                "Chords, ornaments, swing and more: what is added to the written notes"
            ),
            group="sound",
        )
        self.voices = actions.add(
            "play.voices",
            self.tr("&Voices"),
            self._on_voices,
            menu="play",
            icon_name="list",
            tooltip=self.tr(
                "Which voices are heard, how loud, and on what; lit where that differs"
            ),
            checkable=True,
            group="sound",
        )

    def _add_switch(
        self,
        actions: Actions,
        action_id: str,
        text: str,
        tooltip: str,
        switch: Callable[[bool], object],
    ) -> QAction:
        action = actions.add(
            action_id,
            text,
            lambda: switch(action.isChecked()),
            menu="play",
            tooltip=tooltip,
            checkable=True,
            group="practice",
        )
        return action

    def _add_tempo_action(
        self, actions: Actions, action_id: str, text: str, keys: str, step: int
    ) -> QAction:
        return actions.add(
            action_id,
            text,
            lambda: self._playback.tempo.set_percent(self._playback.tempo.percent + step),
            menu="play",
            keys=keys,
            tooltip=self.tr("Change the tempo by 5 percent; it is heard at once"),
            group="tempo",
        )

    def _set_up_controls(self) -> None:
        self.position.setAccessibleName(self.tr("Place in the tune"))
        self.position.setMinimumWidth(10 * GRID)
        self.time.setAccessibleName(self.tr("Time played and length of the tune"))
        self.tempo.setPrefix("= ")
        # No wider than its numbers: the field of three digits is as wide as that of many decimals.
        numbers = self.fontMetrics().horizontalAdvance(f"= {_MAX_TEMPO}0")
        self.tempo.setMaximumWidth(numbers + _TEMPO_FRAME)
        self.tempo_percent.setProperty("muted", True)
        self.tempo_percent.setMinimumWidth(self.fontMetrics().horizontalAdvance("300 %"))
        self.instrument.setAccessibleName(self.tr("Instrument"))
        self.instrument.setToolTip(self.tr("The instrument that plays"))
        for name, shown in instrument_names().items():
            self.instrument.addItem(shown, name)
        # A list above the bar: the popup over it would scroll at the bottom of the screen.
        self.instrument.setStyleSheet("QComboBox { combobox-popup: 0; }")
        for row in range(self.instrument.count()):
            self.instrument.setItemData(row, QSize(0, _ROW_HEIGHT), Qt.ItemDataRole.SizeHintRole)
        place = self.instrument.findData(self._studio.settings.instrument)
        self.instrument.setCurrentIndex(max(0, place))
        self._playback.loader.set_instrument(self.instrument.currentData())
        self.volume.setRange(0, 100)
        self.volume.setValue(round(100 * self._studio.settings.volume))
        self.volume.setFixedWidth(_VOLUME_WIDTH)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setToolTip(self.tr("Volume"))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GRID, GROUP_GAP, GRID)
        layout.setSpacing(GRID)
        for action in (self.rewind, self.toggle, self.stop, self.loop):
            layout.addWidget(_button(action))
        layout.addWidget(self.practice_button)
        layout.addSpacing(GRID)
        place = QVBoxLayout()
        place.setSpacing(0)
        place.addWidget(self.title)
        moving = QHBoxLayout()
        moving.setSpacing(GRID)
        moving.addWidget(self.position, 1)
        moving.addWidget(self.time)
        place.addLayout(moving)
        layout.addLayout(place, 1)
        layout.addSpacing(GRID)
        label = Label(self.tr("Temp&o"))
        label.setBuddy(self.tempo)
        layout.addWidget(label)
        layout.addWidget(self.beat)
        layout.addWidget(self.tempo)
        layout.addWidget(self.tempo_percent)
        layout.addSpacing(GRID)
        layout.addWidget(self.instrument)
        layout.addWidget(self.lacking)
        layout.addWidget(self.midi_handle)
        layout.addWidget(self.mixer_button)
        layout.addWidget(self.switches_button)
        layout.addSpacing(GRID)
        layout.addWidget(self.volume_icon)
        layout.addWidget(self.volume)

    def _connect(self) -> None:
        playback = self._playback
        self.title.clicked.connect(playback.show_tune)
        playback.tune_changed.connect(self.title.show_tune)
        playback.state_changed.connect(self._show_state)
        playback.playable_changed.connect(self._show_playable)
        playback.position_changed.connect(self._on_position_changed)
        playback.tempo.duration_changed.connect(self._on_duration_changed)
        playback.tempo.changed.connect(self._show_tempo)
        playback.loader.lacking_changed.connect(self.lacking.show_lacking)
        playback.looping.changed.connect(self._show_loop)
        playback.strips.changed.connect(self._show_mixed)
        playback.failed.connect(self._on_failed)
        self.position.moved.connect(self._show_time)
        self.position.seek_requested.connect(playback.seek)
        self.position.loop_dragged.connect(self._on_loop_dragged)
        self.tempo.valueChanged.connect(playback.tempo.set_beats_per_minute)
        self.instrument.activated.connect(self._on_instrument)
        self.volume.valueChanged.connect(self._on_volume)
        self._keep_volume.timeout.connect(self.keep_volume)
        self._studio.colors_changed.connect(self._on_colors_changed)
        self._studio.settings_changed.connect(self._show_settings)
        self._show_settings(self._studio.settings)

    def _show_settings(self, settings: Settings) -> None:
        skips = interpretation_of(settings.interpretation).skip_repeats
        self._settings_actions["metronome"].setChecked(settings.metronome)
        self._settings_actions["count_in"].setChecked(settings.count_in)
        self._settings_actions["skip_repeats"].setChecked(skips)

    def _show_state(self, state: PlayerState) -> None:
        is_sounding = self._playback.is_heard
        self.toggle.setText(self.tr("&Pause") if is_sounding else self.tr("&Play"))
        name = "player-pause" if is_sounding else "player-play"
        self.toggle.setIcon(icon(name))
        self.toggle.setProperty("icon_name", name)
        self.stop.setEnabled(state is not PlayerState.STOPPED)
        self.title.set_heard(is_sounding)

    def _show_playable(self, is_playable: bool) -> None:
        actions = (self.toggle, self.rewind, self.loop, self.loop_start, self.loop_end)
        for action in (*actions, self.slower, self.faster):
            action.setEnabled(is_playable)
        self.written_tempo.setEnabled(is_playable)
        self.position.setEnabled(is_playable)
        self.midi_handle.setEnabled(is_playable)
        self.tempo.setEnabled(is_playable)
        reason = self.why_off()
        self.position.setToolTip(self.tr("The place in the tune") if is_playable else reason)
        for button in self.findChildren(QToolButton):
            action = button.defaultAction()
            if action is None or action in (self.interpretation, self.practice, self.voices):
                continue
            button.setToolTip(action.toolTip() if is_playable else reason)
        self._show_tempo(self._playback.tempo.quarters_per_minute)

    def keep_volume(self) -> None:
        """Keep the loudness for the next start."""
        self._keep_volume.stop()
        self._studio.update_settings(volume=self.volume.value() / 100)

    def why_off(self) -> str:
        """Return a sentence for when there is nothing to play."""
        if self._playback.text.strip():
            return self.tr("There are no notes to play in this tune")
        return self.tr("There is no tune to play: choose one in the table, or write one")

    def _show_tempo(self, quarters: float) -> None:
        playback = self._playback
        percent, beat = playback.tempo.percent, playback.tempo.beat
        with QSignalBlocker(self.tempo):
            least, most = (round(limit / beat) for limit in (_MIN_TEMPO, _MAX_TEMPO))
            self.tempo.setRange(least, most)
            # A tune that nobody has read yet has no tempo.
            self.tempo.setSpecialValueText("" if quarters else "\N{EN DASH}")
            self.tempo.setValue(round(playback.tempo.beats_per_minute) if quarters else least)
        words = self.tr("{0} %").format(self.locale().toString(percent))
        self.tempo_percent.setText("" if percent == 100 else words)
        note = length_name(beat / 4)
        self.beat.show_beat(beat / 4)
        self.tempo.setAccessibleName(self.tr("Tempo, beats a minute; the beat: {0}").format(note))
        sentence = self.tr("Beats a minute, {0} % of the written tempo. The beat: {1}.")
        self.tempo.setToolTip(sentence.format(self.locale().toString(percent), note))
        self.practice_settings.show_tempo(playback.tempo.written_beats_per_minute, note)

    def _on_position_changed(self, seconds: float) -> None:
        self.position.set_position(seconds)
        if not self.position.isSliderDown():
            self._show_time(seconds)

    def _on_duration_changed(self, seconds: float) -> None:
        self.position.set_duration(seconds)
        self._show_loop()
        self._show_time(self._playback.position)

    def _show_time(self, seconds: float) -> None:
        words = self.tr("{0} / {1}").format(_clock(seconds), _clock(self._playback.tempo.duration))
        if words != self.time.text():
            self.time.setText(words)

    def _on_loop(self) -> None:
        chosen = self._chosen_notes()
        if not self.loop.isChecked():
            self._playback.looping.set(None)
        elif chosen is not None:
            self._playback.looping.set_notes(*chosen)
        else:
            self._playback.looping.set_all()

    def _on_loop_dragged(self, start: float, end: float) -> None:
        speed = self._playback.tempo.speed
        self._playback.looping.set_near(start * speed, end * speed)

    def _on_voices(self) -> None:
        self._show_mixed()
        self.mixer.open_above(self.mixer_button)

    def _show_mixed(self) -> None:
        """Light the button of the mixer while some voice is not heard as the tune has it."""
        self.voices.setChecked(self._playback.strips.is_mixed)

    def _show_loop(self) -> None:
        loop = self._playback.looping.loop
        self.loop.setChecked(loop is not None)
        if loop is None or loop.is_whole:
            self.position.set_loop(None)
        else:
            speed, duration = self._playback.tempo.speed, self._playback.tempo.duration
            self.position.set_loop(loop.start / speed, min(loop.end / speed, duration))

    def _on_instrument(self) -> None:
        name = self.instrument.currentData()
        self._studio.update_settings(instrument=name)
        self._playback.loader.set_instrument(name)

    def _on_volume(self, value: int) -> None:
        self._playback.output.set_volume(value / 100)
        self._show_volume_icon()
        self._keep_volume.start()

    def _show_volume_icon(self) -> None:
        name = "volume" if self.volume.value() else "volume-off"
        self.volume_icon.setPixmap(icon(name).pixmap(_ICON_SIZE, _ICON_SIZE))

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")

    def _on_colors_changed(self, colors: Colors) -> None:
        self.position.set_loop_color(QColor(colors.accent))
        self.midi_handle.refresh_icon()
        self._show_volume_icon()


def _button(action: QAction) -> ActionButton:
    button = ActionButton(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _clock(seconds: float) -> str:
    """Return minutes and seconds, 0:12."""
    whole = int(seconds + 0.5)
    return f"{whole // 60}:{whole % 60:02}"
