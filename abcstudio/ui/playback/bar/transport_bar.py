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

from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.ui.controls.action_button import ActionButton
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
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
from abcstudio.ui.playback.bar.transport_commands import TransportCommands
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.instrument_names import instrument_names
from abcstudio.ui.words.note_words import length_name
from abcstudio.ui.words.translation import error_sentence

_MIN_TEMPO, _MAX_TEMPO = 10, 600
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
        self.commands = TransportCommands(playback, actions, studio, chosen_notes, self)
        self.title = HeardTitle()
        self.position = PositionSlider()
        self.time = Label()
        self.tempo = WholeNumberBox(_MIN_TEMPO, _MAX_TEMPO)
        self.beat = BeatSign()
        self.tempo_percent = Label()
        self.lacking = LackingNotes(studio)
        self.instrument = QComboBox()
        self.instrument.setMaxVisibleItems(len(INSTRUMENTS))
        self.switches = InterpretationSwitches(studio, self)
        self.switches_button = _button(self.commands.interpretation)
        self.mixer = Mixer(playback.strips, self)
        self.mixer_button = _button(self.commands.voices)
        self.midi_handle = MidiHandle(playback, studio)
        self.practice_settings = PracticeSettings(studio, self)
        self.practice_button = _button(self.commands.practice)
        self.volume_icon = Label()
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self._keep_volume = QTimer(self)
        self._keep_volume.setSingleShot(True)
        self._keep_volume.setInterval(_KEEP_MS)
        self._set_up_place()
        self._set_up_tempo()
        self._set_up_instrument()
        self._set_up_volume()
        self._lay_out()
        self._connect()
        self._on_colors_changed(studio.colors)
        self._show_state()
        self._show_playable(playback.is_playable)
        self._show_tempo(playback.tempo.quarters_per_minute)
        self._show_time(0.0)

    def _set_up_place(self) -> None:
        self.position.setAccessibleName(self.tr("Place in the tune"))
        self.position.setMinimumWidth(10 * GRID)
        self.time.setAccessibleName(self.tr("Time played and length of the tune"))

    def _set_up_tempo(self) -> None:
        self.tempo.setPrefix("= ")
        # No wider than its numbers: the field of three digits is as wide as that of many decimals.
        numbers = self.fontMetrics().horizontalAdvance(f"= {_MAX_TEMPO}0")
        self.tempo.setMaximumWidth(numbers + _TEMPO_FRAME)
        self.tempo_percent.setProperty("muted", True)
        self.tempo_percent.setMinimumWidth(self.fontMetrics().horizontalAdvance("300 %"))

    def _set_up_instrument(self) -> None:
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

    def _set_up_volume(self) -> None:
        self.volume.setRange(0, 100)
        self.volume.setValue(round(100 * self._studio.settings.volume))
        self.volume.setFixedWidth(_VOLUME_WIDTH)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setToolTip(self.tr("Volume"))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GRID, GROUP_GAP, GRID)
        layout.setSpacing(GRID)
        commands = self.commands
        for action in (commands.rewind, commands.toggle, commands.stop, commands.loop):
            layout.addWidget(_button(action))
        layout.addWidget(self.practice_button)
        layout.addSpacing(GRID)
        layout.addLayout(self._place_layout(), 1)
        label = Label(self.tr("Temp&o"))
        label.setBuddy(self.tempo)
        sound = (self.instrument, self.lacking, self.midi_handle)
        buttons = (self.mixer_button, self.switches_button)
        for widgets in (
            (label, self.beat, self.tempo, self.tempo_percent),
            (*sound, *buttons),
            (self.volume_icon, self.volume),
        ):
            layout.addSpacing(GRID)
            for widget in widgets:
                layout.addWidget(widget)

    def _place_layout(self) -> QVBoxLayout:
        moving = QHBoxLayout()
        moving.setSpacing(GRID)
        moving.addWidget(self.position, 1)
        moving.addWidget(self.time)
        place = QVBoxLayout()
        place.setSpacing(0)
        place.addWidget(self.title)
        place.addLayout(moving)
        return place

    def _connect(self) -> None:
        self._follow_playback()
        commands, playback = self.commands, self._playback
        commands.practice_requested.connect(self._open_practice)
        commands.interpretation_requested.connect(self._open_switches)
        commands.voices_requested.connect(self._open_mixer)
        self.title.clicked.connect(playback.show_tune)
        self.position.moved.connect(self._show_time)
        self.position.seek_requested.connect(playback.seek)
        self.position.loop_dragged.connect(self._on_loop_dragged)
        self.tempo.valueChanged.connect(playback.tempo.set_beats_per_minute)
        self.instrument.activated.connect(self._on_instrument)
        self.volume.valueChanged.connect(self._on_volume)
        self._keep_volume.timeout.connect(self.keep_volume)
        self._studio.colors_changed.connect(self._on_colors_changed)

    def _follow_playback(self) -> None:
        playback = self._playback
        playback.tune_changed.connect(self.title.show_tune)
        playback.state_changed.connect(self._show_state)
        playback.playable_changed.connect(self._show_playable)
        playback.position_changed.connect(self._on_position_changed)
        playback.tempo.duration_changed.connect(self._on_duration_changed)
        playback.tempo.changed.connect(self._show_tempo)
        playback.loader.lacking_changed.connect(self.lacking.show_lacking)
        playback.chosen_loop.changed.connect(self._show_loop)
        playback.failed.connect(self._on_failed)

    def _open_practice(self) -> None:
        self.practice_settings.open_above(self.practice_button)

    def _open_switches(self) -> None:
        self.switches.open_above(self.switches_button)

    def _open_mixer(self) -> None:
        self.mixer.open_above(self.mixer_button)

    def _show_state(self) -> None:
        self.title.set_heard(self._playback.is_heard)

    def _show_playable(self, is_playable: bool) -> None:
        self.position.setEnabled(is_playable)
        self.midi_handle.setEnabled(is_playable)
        self.tempo.setEnabled(is_playable)
        reason = self.why_off()
        self.position.setToolTip(self.tr("The place in the tune") if is_playable else reason)
        commands = self.commands
        always = (commands.interpretation, commands.practice, commands.voices)
        for button in self.findChildren(QToolButton):
            action = button.defaultAction()
            if action is not None and action not in always:
                button.setToolTip(action.toolTip() if is_playable else reason)
        self._show_tempo(self._playback.tempo.quarters_per_minute)

    def keep_volume(self) -> None:
        """Keep the loudness for the next start."""
        self._keep_volume.stop()
        self._studio.update_settings(volume=self.volume.value() / 100)

    def why_off(self) -> str:
        """Return a sentence for when there is nothing to play."""
        if self._playback.text.strip():
            return self.tr("There are no notes to play in this tune.")
        return self.tr("There is no tune to play: choose one in the table, or write one.")

    def _show_tempo(self, quarters: float) -> None:
        playback = self._playback
        percent, beat = playback.tempo.percent, playback.tempo.beat
        with QSignalBlocker(self.tempo):
            least, most = (round(limit / beat) for limit in (_MIN_TEMPO, _MAX_TEMPO))
            self.tempo.setRange(least, most)
            # A tune that is not read yet has no tempo.
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

    def _on_loop_dragged(self, start: float, end: float) -> None:
        speed = self._playback.tempo.speed
        self._playback.chosen_loop.set_near(start * speed, end * speed)

    def _show_loop(self) -> None:
        loop = self._playback.chosen_loop.loop
        if loop is None or loop.is_whole:
            self.position.set_loop(None)
        else:
            speed, duration = self._playback.tempo.speed, self._playback.tempo.duration
            self.position.set_loop(loop.start / speed, min(loop.end / speed, duration))

    def _on_instrument(self) -> None:
        self._studio.update_settings(instrument=self.instrument.currentData())

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
