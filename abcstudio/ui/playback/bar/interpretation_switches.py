"""What a player adds to the written notes: six switches, each part behind "More", and presets."""

from collections.abc import Mapping
from functools import partial

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
from abcstudio.ui.controls.areas import bold_label, open_above
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message

_COLUMN_WIDTH = 27 * GRID
_INDENT = 3 * GRID
_GRACE_NOTE_STYLE = "grace_notes_before_beat"
_SINGLE = ("hornpipe_swing", "rhythm_tempo", "skip_repeats")
_STATES = {
    frozenset({True}): Qt.CheckState.Checked,
    frozenset({False}): Qt.CheckState.Unchecked,
    frozenset({True, False}): Qt.CheckState.PartiallyChecked,
}


class InterpretationSwitches(QFrame):
    """Opens over the window beside the button that asked for it; every click is heard at once.

    Six switches say the most of it, some of them for a whole group; "More" shows each part instead.
    A new switch of `Interpretation` appears by itself, with its label and sentence from the
    messages.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("interpretation_switches")
        self.setProperty("help_topic", "playback")
        self.setAccessibleName(self.tr("How tunes are played"))
        self._studio = studio
        self._button: QWidget | None = None
        self.main: dict[str, QCheckBox] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self.switches: dict[str, QCheckBox] = {}
        self.more = QPushButton(self.tr("&More…"))
        self.more.setCheckable(True)
        self.more.setToolTip(self.tr("A switch for each thing that a player adds"))
        self.more.toggled.connect(self._on_more)
        self.all_off = self._preset(
            self.tr("As &written"),
            self.tr("Switch everything off: nothing but the written notes, evenly"),
            PLAIN,
        )
        self.all_on = self._preset(
            self.tr("As a &musician plays"),
            self.tr("Reset every switch"),
            MUSICIAN,
        )
        title = bold_label(self.tr("How tunes are played"))
        note = Label(self.tr("Heard at once, and kept."))
        note.setProperty("muted", True)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addWidget(note, 1, Qt.AlignmentFlag.AlignRight)
        below = QHBoxLayout()
        below.addWidget(self.more)
        below.addStretch(1)
        below.addWidget(self.all_off)
        below.addWidget(self.all_on)
        self._few, self._all = QWidget(), QWidget()
        self._lay_out_few()
        self._lay_out_all()
        self._all.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        layout.setSpacing(GROUP_GAP)
        layout.addLayout(top)
        layout.addWidget(self._few)
        layout.addWidget(self._all)
        layout.addLayout(below)
        studio.on_change(self._show_settings, "interpretation")
        self._show_settings(studio.settings)

    def open_above(self, button: QWidget) -> None:
        """Open above a button, as far to the right as the window of the button reaches."""
        self._button = button
        open_above(self, button)
        shown = self.switches if self.more.isChecked() else self.main
        next(iter(shown.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out_few(self) -> None:
        groups = switch_groups()
        ornaments = tuple(name for name in groups["ornaments"] if name != _GRACE_NOTE_STYLE)
        grid = QGridLayout(self._few)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GROUP_GAP)
        grid.setVerticalSpacing(GRID)
        for number, (name, words, sentence, parts) in enumerate(
            (
                (
                    "ornaments",
                    message("interpretation.group.ornaments"),
                    self.tr("Grace notes, rolls, trills and slides sound as players play them."),
                    ornaments,
                ),
                (
                    "expression",
                    self.tr("Expression"),
                    self.tr("Loudness, accents, short and joined notes, breaths are heard."),
                    groups["notes"],
                ),
                (
                    "backing",
                    message("interpretation.group.backing"),
                    self.tr("Chords, drums and a drone play along where the tune has them."),
                    groups["backing"],
                ),
                *((one, *_words_of(one), (one,)) for one in _SINGLE),
            )
        ):
            switch = self._switch(words, sentence)
            switch.clicked.connect(partial(self._on_main_clicked, name))
            self.main[name], self._parts[name] = switch, parts
            grid.addLayout(
                _row(switch, sentence), number % 3, number // 3, Qt.AlignmentFlag.AlignTop
            )

    def _lay_out_all(self) -> None:
        columns = QHBoxLayout(self._all)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(2 * GROUP_GAP)
        for group, names in switch_groups().items():
            columns.addLayout(self._column(group, names))

    def _column(self, group: str, names: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(bold_label(message(f"interpretation.group.{group}")))
        for name in names:
            words, sentence = _words_of(name)
            self.switches[name] = self._switch(words, sentence)
            self.switches[name].toggled.connect(partial(self._on_toggled, name))
            column.addLayout(_row(self.switches[name], sentence))
        column.addStretch(1)
        return column

    def _switch(self, words: str, sentence: str) -> QCheckBox:
        switch = QCheckBox(words)
        switch.setToolTip(sentence)
        switch.setAccessibleDescription(sentence)
        return switch

    def _preset(self, text: str, tip: str, interpretation: Interpretation) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(lambda: self._keep(choices_of(interpretation)))
        return button

    def _on_more(self, is_shown: bool) -> None:
        """Show each part instead of the six switches, or these again."""
        has_focus = self.more.hasFocus()
        self._few.setVisible(not is_shown)
        self._all.setVisible(is_shown)
        self.more.setText(self.tr("&Fewer") if is_shown else self.tr("&More…"))
        if self._button is not None and self.isVisible():
            open_above(self, self._button)
        if has_focus:
            self.more.setFocus()

    def _on_main_clicked(self, name: str) -> None:
        """Switch all parts on, or all off where they are on; a mixed state becomes on."""
        chosen = interpretation_of(self._studio.settings.interpretation)
        parts = self._parts[name]
        is_on = not all(getattr(chosen, part) for part in parts)
        choices = {**self._studio.settings.interpretation, **dict.fromkeys(parts, is_on)}
        self._keep(choices_of(interpretation_of(choices)))
        self._show_settings(self._studio.settings)

    def _on_toggled(self, name: str, is_on: bool) -> None:
        choices = {**self._studio.settings.interpretation, name: is_on}
        self._keep(choices_of(interpretation_of(choices)))

    def _keep(self, choices: Mapping[str, bool]) -> None:
        self._studio.update_settings(interpretation=choices)

    def _show_settings(self, settings: Settings) -> None:
        chosen = interpretation_of(settings.interpretation)
        for name, switch in self.switches.items():
            with QSignalBlocker(switch):
                switch.setChecked(getattr(chosen, name))
        for name, switch in self.main.items():
            states = {getattr(chosen, part) for part in self._parts[name]}
            switch.setTristate(len(states) > 1)
            switch.setCheckState(_STATES[frozenset(states)])
        self.all_off.setEnabled(chosen != PLAIN)
        self.all_on.setEnabled(chosen != MUSICIAN)


def _words_of(name: str) -> tuple[str, str]:
    """Return the label and the sentence of a switch."""
    return message(f"interpretation.{name}"), message(f"interpretation.{name}.help")


def _row(switch: QCheckBox, words: str) -> QGridLayout:
    """Return a switch over its sentence."""
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
