"""How tunes are practised: loops again and again and faster, with a metronome."""

from contextlib import ExitStack

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from abcstudio.settings import Settings, setting_values
from abcstudio.ui.controls.areas import bold_label, open_above
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.services.studio import Studio


class PracticeSettings(QFrame):
    """Opens over the window beside the button that asked for it; every change holds at once."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("practice_settings")
        self.setProperty("help_topic", "playback")
        self.setAccessibleName(self.tr("Practice"))
        self._studio = studio
        self.times = QComboBox()
        self.faster = WholeNumberBox(*setting_values("loop_faster_percent"))
        self.most = WholeNumberBox(*setting_values("loop_most_percent"))
        self.metronome = QCheckBox(self.tr("&Metronome"))
        self.count_in = QCheckBox(self.tr("&Count in"))
        self.written = Label()
        self.written.setProperty("muted", True)
        self._set_up_loop()
        self.metronome.setToolTip(self.tr("The beats click while a tune is played"))
        self.count_in.setToolTip(self.tr("A measure clicks before a tune is played"))
        self._lay_out()
        self._connect()
        self._show_settings(studio.settings)

    def _set_up_loop(self) -> None:
        self.times.setAccessibleName(self.tr("How often a loop is played"))
        self.times.setToolTip(self.tr("After that the music goes on behind the loop"))
        for times in setting_values("loop_times").choices:
            words = self.tr("%Ln times", "", times)
            self.times.addItem(words if times else self.tr("Again and again"), times)
        self.faster.setSuffix(self.tr(" %"))
        self.faster.setAccessibleName(self.tr("How much faster each time"))
        self.faster.setToolTip(self.tr("In percent of the written tempo, added after each time"))
        self.most.setSuffix(self.tr(" %"))
        self.most.setAccessibleName(self.tr("The fastest tempo of a loop"))
        self.most.setToolTip(self.tr("In percent of the written tempo"))

    def _lay_out(self) -> None:
        note = Label(
            self.tr(
                "Set the tempo to begin with, mark what to practise with Loop, and play. Stop "
                "goes back to the tempo of the beginning."
            )
        )
        note.setWordWrap(True)
        note.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(bold_label(self.tr("Practice")))
        layout.addLayout(self._form())
        layout.addWidget(note)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(GROUP_GAP)
        form.setVerticalSpacing(GRID)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("&Play a loop"), self.times)
        form.addRow(self.tr("&Faster each time by"), self.faster)
        form.addRow(self.tr("&Up to"), self.most)
        form.addRow(self.written)
        form.addRow(self.metronome)
        form.addRow(self.count_in)
        return form

    def _connect(self) -> None:
        self.times.activated.connect(self._keep)
        self.metronome.toggled.connect(self._keep)
        self.count_in.toggled.connect(self._keep)
        self.faster.valueChanged.connect(self._keep)
        self.most.valueChanged.connect(self._keep)
        self._studio.on_change(
            self._show_settings,
            "loop_times",
            "loop_faster_percent",
            "loop_most_percent",
            "metronome",
            "count_in",
        )

    def open_above(self, button: QWidget) -> None:
        """Open above a button."""
        open_above(self, button)
        self.times.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_tempo(self, beats_per_minute: float, note: str) -> None:
        """Say what 100 percent are of the tune that is played, in its beat; 0 for no tune."""
        words = self.tr("100 % of this tune: {0} a minute ({1})")
        number = self.locale().toString(round(beats_per_minute))
        self.written.setText(words.format(number, note) if beats_per_minute else "")
        self.written.setVisible(bool(beats_per_minute))

    def _keep(self) -> None:
        self._studio.update_settings(
            loop_times=self.times.currentData(),
            loop_faster_percent=self.faster.value(),
            loop_most_percent=self.most.value(),
            metronome=self.metronome.isChecked(),
            count_in=self.count_in.isChecked(),
        )

    def _show_settings(self, settings: Settings) -> None:
        controls = (self.times, self.faster, self.most, self.metronome, self.count_in)
        with ExitStack() as blocked:
            for control in controls:
                blocked.enter_context(QSignalBlocker(control))
            self.times.setCurrentIndex(max(0, self.times.findData(settings.loop_times)))
            self.faster.setValue(settings.loop_faster_percent)
            self.most.setValue(settings.loop_most_percent)
            self.metronome.setChecked(settings.metronome)
            self.count_in.setChecked(settings.count_in)
        self.most.setEnabled(settings.loop_faster_percent > 0)
