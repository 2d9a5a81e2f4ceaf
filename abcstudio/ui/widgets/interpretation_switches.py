"""What a player adds to the written notes: a switch for each, and two ways to set them all."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from abcstudio.playback.interpretation import (
    MUSICIAN,
    PLAIN,
    Interpretation,
    choices_of,
    interpretation_of,
    switch_groups,
)
from abcstudio.settings import Settings
from abcstudio.ui.plain_text import Label
from abcstudio.ui.studio import Studio
from abcstudio.ui.theme import GRID, GROUP_GAP, Colors
from abcstudio.ui.translation import message
from abcstudio.ui.widgets.areas import bold_label, open_above, popup_style

_COLUMN_WIDTH = 27 * GRID
_INDENT = 3 * GRID


class InterpretationSwitches(QFrame):
    """Opens over the window beside the button that asked for it; every click is heard at once.

    A new switch of `Interpretation` appears by itself, with its label and sentence from the
    messages.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("interpretation_switches")
        self.setProperty("help_topic", "playback")
        self.setAccessibleName(self.tr("How tunes are played"))
        self._studio = studio
        self.switches: dict[str, QCheckBox] = {}
        self.all_off = self._preset(
            self.tr("As &written"),
            self.tr("Switch everything off: nothing but the written notes, evenly"),
            PLAIN,
        )
        self.all_on = self._preset(
            self.tr("As a &musician plays"),
            self.tr("Set every switch as it was at first"),
            MUSICIAN,
        )
        title = bold_label(self.tr("How tunes are played"))
        note = Label(self.tr("Heard at once, and kept."))
        note.setProperty("muted", True)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addWidget(note, 1, Qt.AlignmentFlag.AlignRight)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.all_off)
        below.addWidget(self.all_on)
        columns = QHBoxLayout()
        columns.setSpacing(2 * GROUP_GAP)
        for group, names in switch_groups().items():
            columns.addLayout(self._column(group, names))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        layout.setSpacing(GROUP_GAP)
        layout.addLayout(top)
        layout.addLayout(columns)
        layout.addLayout(below)
        studio.settings_changed.connect(self._show_settings)
        studio.colors_changed.connect(self._dress)
        self._dress(studio.colors)
        self._show_settings(studio.settings)

    def open_above(self, button: QWidget) -> None:
        """Open above a button, as far to the right as the window of the button reaches."""
        open_above(self, button)
        next(iter(self.switches.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def _column(self, group: str, names: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(bold_label(message(f"interpretation.group.{group}")))
        for name in names:
            column.addLayout(self._row(name))
        column.addStretch(1)
        return column

    def _row(self, name: str) -> QGridLayout:
        switch = QCheckBox(message(f"interpretation.{name}"))
        words = message(f"interpretation.{name}.help")
        switch.setToolTip(words)
        switch.setAccessibleDescription(words)
        switch.toggled.connect(lambda is_on: self._on_toggled(name, is_on))
        self.switches[name] = switch
        sentence = Label(words)
        sentence.setWordWrap(True)
        sentence.setProperty("muted", True)
        sentence.setFixedWidth(_COLUMN_WIDTH - _INDENT)
        row = QGridLayout()
        row.setVerticalSpacing(0)
        row.setHorizontalSpacing(0)
        row.setColumnMinimumWidth(0, _INDENT)
        row.addWidget(switch, 0, 0, 1, 2)
        row.addWidget(sentence, 1, 1)
        return row

    def _preset(self, text: str, tip: str, interpretation: Interpretation) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(lambda: self._keep(choices_of(interpretation)))
        return button

    def _on_toggled(self, name: str, is_on: bool) -> None:
        choices = {**self._studio.settings.interpretation, name: is_on}
        self._keep(choices_of(interpretation_of(choices)))

    def _keep(self, choices: Mapping[str, bool]) -> None:
        self._studio.update_settings(interpretation=choices)

    def _dress(self, colors: Colors) -> None:
        self.setStyleSheet(popup_style("interpretation_switches", colors))

    def _show_settings(self, settings: Settings) -> None:
        chosen = interpretation_of(settings.interpretation)
        for name, switch in self.switches.items():
            with QSignalBlocker(switch):
                switch.setChecked(getattr(chosen, name))
        self.all_off.setEnabled(chosen != PLAIN)
        self.all_on.setEnabled(chosen != MUSICIAN)
