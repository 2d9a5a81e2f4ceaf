"""The voices of a tune: each on its instrument, louder or softer, mute or alone."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from abcstudio.ui.controls.areas import bold_label, open_above
from abcstudio.ui.look.plain_text import Label, cut, fitted, tooltip
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.playback.track_strips import TrackStrips
from abcstudio.ui.words.instrument_names import instrument_names


def track_name(name: str, *, is_backing: bool) -> str:
    """Return what to call a track; a voice has the name that the tune gives it."""
    translate = QCoreApplication.translate
    names = {
        "Bass": translate("TrackNames", "Bass"),
        "Chords": translate("TrackNames", "Chords"),
        "Drums": translate("TrackNames", "Drums"),
        "Drone": translate("TrackNames", "Drone"),
    }
    return names.get(name, name) if is_backing else name


_NAME_WIDTH, _VOLUME_WIDTH = 22 * GRID, 16 * GRID
_MOST_HEIGHT = 50 * GRID


class Mixer(QFrame):
    """Opens over the window beside the button that asked for it; every change is heard at once.

    Attributes:
        rows: The controls of each voice: its volume, "mute" and "solo".
        instruments: What each voice is played on; None for drums.
    """

    def __init__(self, strips: TrackStrips, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("mixer")
        self.setProperty("help_topic", "playback")
        self.setAccessibleName(self.tr("Voices"))
        self._strips = strips
        self.rows: list[tuple[QSlider, QToolButton, QToolButton]] = []
        self.instruments: list[QComboBox | None] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(bold_label(self.tr("Voices")))
        layout.addWidget(self._area)
        strips.tracks_changed.connect(self._fill)
        self._fill()

    def open_above(self, button: QWidget) -> None:
        """Open above a button."""
        open_above(self, button)
        if self.rows:
            self.rows[0][0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        """Make a row for each voice."""
        self.rows, self.instruments = [], []
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        for number, track in enumerate(self._strips.tracks):
            unnamed = self.tr("Voice {0}").format(self.locale().toString(number + 1))
            words = cut(track_name(track.name, is_backing=track.is_backing)) or unnamed
            # As they stand from left to right: Tab goes through them in this order.
            self._add_instrument(grid, number, words)
            self._add_row(grid, number, words)
        if not self._strips.tracks:
            grid.addWidget(Label(self.tr("There is no tune to play yet.")), 0, 0)
        self._area.setWidget(inside)
        height = inside.sizeHint().height()
        self._area.setFixedSize(inside.sizeHint().width() + 2 * GRID, min(height, _MOST_HEIGHT))

    def _add_row(self, grid: QGridLayout, track: int, words: str) -> None:
        strip = self._strips.strip(track)
        label = Label(fitted(self.fontMetrics(), words, _NAME_WIDTH))
        label.setToolTip(tooltip(words))
        volume = QSlider(Qt.Orientation.Horizontal)
        volume.setRange(0, 100)
        volume.setValue(round(100 * strip.volume))
        volume.setFixedWidth(_VOLUME_WIDTH)
        volume.setAccessibleName(self.tr("Volume of {0}").format(words))
        volume.setToolTip(tooltip(self.tr("How loud {0} is").format(words)))
        mute = _switch(self.tr("Mute"), self.tr("Silence {0}").format(words), strip.is_mute)
        solo = _switch(self.tr("Solo"), self.tr("Hear {0} alone").format(words), strip.is_solo)
        volume.valueChanged.connect(lambda value: self._change(track, volume=value / 100))
        mute.toggled.connect(lambda is_on: self._change(track, is_mute=is_on))
        solo.toggled.connect(lambda is_on: self._change(track, is_solo=is_on))
        for column, widget in ((0, label), (2, volume), (3, mute), (4, solo)):
            grid.addWidget(widget, track, column)
        self.rows.append((volume, mute, solo))

    def _add_instrument(self, grid: QGridLayout, number: int, words: str) -> None:
        track = self._strips.tracks[number]
        if track.is_drums:
            self.instruments.append(None)
            return
        box = QComboBox()
        box.setMaxVisibleItems(20)
        names = instrument_names()
        if track.instrument:
            box.addItem(self.tr("Automatic: {0}").format(names[track.instrument]), "")
        else:
            box.addItem(self.tr("As written") if track.is_written else self.tr("As chosen"), "")
        for name, shown in names.items():
            box.addItem(shown, name)
        box.setCurrentIndex(max(0, box.findData(self._strips.strip(number).instrument)))
        box.setAccessibleName(self.tr("Instrument of {0}").format(words))
        sentence = (
            self.tr("What {0} is played on; a line in the tune can say it too")
            if track.is_written
            else self.tr("What {0} is played on, if not on the instrument in the bar")
        )
        box.setToolTip(tooltip(sentence.format(words)))
        box.activated.connect(lambda _: self._change(number, instrument=box.currentData()))
        grid.addWidget(box, number, 1)
        self.instruments.append(box)

    def _change(self, track: int, **changes: object) -> None:
        strip = replace(self._strips.strip(track), **changes)  # type: ignore[arg-type]
        self._strips.set_strip(track, strip)


def _switch(words: str, sentence: str, is_on: bool) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setChecked(is_on)
    button.setToolTip(tooltip(sentence))
    button.setAccessibleName(sentence)
    return button
