"""Changing the keys of commands, with a word when a key is taken."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from abcstudio.ui.controls.fuzzy import fuzzy_score
from abcstudio.ui.controls.rows.row_table import RowTableWidget
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.actions import Actions, Command
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import all_keys_of

_COMMAND, _KEYS = 0, 1
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText


class ShortcutEditor(QWidget):
    """Every command with its keys; the chosen one gets new keys below the list."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._actions = actions
        self._rows: list[Command] = []
        self._wanted = ""
        self._make_widgets()
        self._lay_out()
        actions.keys_changed.connect(self._show_keys)
        self.fill()

    def fill(self) -> None:
        """List the commands as they are now."""
        self._rows = list(self._actions.commands())
        self.table.setRowCount(len(self._rows))
        for row, command in enumerate(self._rows):
            text = command.action.text().replace("&", "").rstrip("…")
            item = QTableWidgetItem(command.action.icon(), text)
            item.setToolTip(str(command.action.property("sentence")))
            self.table.setItem(row, _COMMAND, item)
            self.table.setItem(row, _KEYS, QTableWidgetItem())
        self._show_keys()
        if self._rows:
            self.table.selectRow(0)

    def choose(self, action_id: str) -> None:
        """Select a command, so that its keys can be changed."""
        for row, command in enumerate(self._rows):
            if command.action_id == action_id:
                self.table.selectRow(row)

    def conflict(self, keys: str) -> Command | None:
        """Return another command than the chosen one that has these keys."""
        chosen = self._chosen()
        if chosen is None or not keys:
            return None
        sequence = QKeySequence.fromString(keys, _PORTABLE)
        for command in self._rows:
            if command.competes_with(chosen) and command.action.shortcut() == sequence:
                return command
        return None

    def _make_widgets(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a command"))
        self.search.setAccessibleName(self.tr("Find a command"))
        self.search.setToolTip(self.tr("Show only the commands that fit these letters"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.table = self._make_table()
        self.keys_label = Label(self.tr("&New keys"))
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setClearButtonEnabled(True)
        self.keys.setAccessibleName(self.tr("New keys"))
        self.keys.setToolTip(self.tr("Press the keys that the command should have"))
        self.keys.keySequenceChanged.connect(self._on_keys_typed)
        self.keys_label.setBuddy(self.keys)
        self.reset = QPushButton(self.tr("&Original keys"))
        self.reset.setToolTip(self.tr("Reset the keys of this command"))
        self.reset.clicked.connect(self._on_reset)
        self.reset_all = QPushButton(self.tr("&All original keys"))
        self.reset_all.setToolTip(self.tr("Reset the keys of every command"))
        self.reset_all.clicked.connect(self._on_reset_all)
        self.trouble = Label()
        self.trouble.setProperty("error", True)
        self.trouble.setWordWrap(True)
        self.take_over = QPushButton(self.tr("&Take over"))
        self.take_over.setToolTip(self.tr("Take the keys from the other command"))
        self.take_over.clicked.connect(self._on_take_over)
        self.trouble.hide()
        self.take_over.hide()

    def _make_table(self) -> RowTableWidget:
        table = RowTableWidget(0, 2)
        table.setAccessibleName(self.tr("Commands and their keys"))
        table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Keys")])
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_COMMAND, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.ResizeToContents)
        table.itemSelectionChanged.connect(self._on_selected)
        return table

    def _lay_out(self) -> None:
        entry = QHBoxLayout()
        entry.setSpacing(GRID)
        entry.addWidget(self.keys_label)
        entry.addWidget(self.keys)
        entry.addWidget(self.reset)
        entry.addStretch(1)
        entry.addWidget(self.reset_all)
        warning = QHBoxLayout()
        warning.setSpacing(GRID)
        warning.addWidget(self.trouble, 1)
        warning.addWidget(self.take_over)
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addLayout(entry)
        layout.addLayout(warning)

    def _chosen(self) -> Command | None:
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _filter(self, typed: str) -> None:
        for row in range(self.table.rowCount()):
            item = self.table.item(row, _COMMAND)
            fits = item is not None and fuzzy_score(typed, item.text()) is not None
            self.table.setRowHidden(row, not fits)

    def _show_keys(self) -> None:
        for row, command in enumerate(self._rows):
            item = self.table.item(row, _KEYS)
            if item is not None:
                item.setText(all_keys_of(command.action))
                font = item.font()
                font.setBold(command.action_id in self._studio.settings.shortcuts)
                item.setFont(font)
        self.reset_all.setEnabled(bool(self._studio.settings.shortcuts))
        self._on_selected()

    def _on_selected(self) -> None:
        self._hide_trouble()
        chosen = self._chosen()
        for widget in (self.keys, self.reset):
            widget.setEnabled(chosen is not None)
        if chosen is not None:
            self.keys.blockSignals(True)
            self.keys.setKeySequence(chosen.action.shortcut())
            self.keys.blockSignals(False)
            self.reset.setEnabled(chosen.action_id in self._studio.settings.shortcuts)

    def _on_keys_typed(self, sequence: QKeySequence) -> None:
        chosen = self._chosen()
        if chosen is None or sequence == chosen.action.shortcut():
            self._hide_trouble()
            return
        keys = sequence.toString(_PORTABLE)
        other = self.conflict(keys)
        if other is None:
            self._give({chosen: keys})
            return
        self._wanted = keys
        words = other.action.text().replace("&", "").rstrip("…")
        self.trouble.setText(
            self.tr("{0} is already taken by “{1}”.").format(sequence.toString(_NATIVE), words)
        )
        self.trouble.show()
        self.take_over.show()

    def _on_take_over(self) -> None:
        chosen, other = self._chosen(), self.conflict(self._wanted)
        if chosen is not None and other is not None:
            self._give({chosen: self._wanted, other: ""})

    def _on_reset(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._on_keys_typed(QKeySequence.fromString(chosen.spec.keys, _PORTABLE))

    def _on_reset_all(self) -> None:
        self._studio.update_settings(shortcuts={})

    def _give(self, changes: dict[Command, str]) -> None:
        """Keep new keys; a command that has its own keys again needs no setting."""
        shortcuts = dict(self._studio.settings.shortcuts)
        for command, keys in changes.items():
            shortcuts.pop(command.action_id, None)
            if keys != command.spec.keys:
                shortcuts[command.action_id] = keys
        self._hide_trouble()
        self._studio.update_settings(shortcuts=shortcuts)

    def _hide_trouble(self) -> None:
        self._wanted = ""
        self.trouble.hide()
        self.take_over.hide()
