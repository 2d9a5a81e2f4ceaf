"""The command palette: every command and its key, found by a few letters."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.ui.controls.rows.row_table import RowTableWidget
from abcstudio.ui.controls.search_overlay import ROWS_SHOWN, SearchOverlay
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.actions import Actions, Command
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.palette.command_ranking import CommandWords, Rank, rank_of
from abcstudio.ui.window.palette.command_synonyms import synonyms_of
from abcstudio.ui.words.key_words import key_words

_WIDTH = 76 * GRID
_ROW_HEIGHT = 4 * GRID
_ICON = 16
_TEXT, _KEYS = 0, 1


@dataclass(frozen=True, slots=True)
class _Entry:
    command: Command
    text: str
    is_here: bool

    def rank(self, typed: str) -> Rank | None:
        """Return how well it fits what is typed."""
        action = self.command.action
        words = CommandWords(
            own=self.text,
            sentence=str(action.property("sentence")),
            english=self.command.english,
            synonyms=synonyms_of(self.command.action_id),
        )
        return rank_of(words, typed, is_on=action.isEnabled(), is_here=self.is_here)


class CommandPalette(SearchOverlay):
    """Lists the commands that fit, each with its key."""

    def __init__(self, window: QWidget, actions: Actions, studio: Studio) -> None:
        super().__init__(window, "palette", _WIDTH, studio)
        self._actions = actions
        self._entries: list[_Entry] = []
        self.search.setPlaceholderText(self.tr("What would you like to do?"))
        self.search.setAccessibleName(self.tr("Command"))
        self.search.setToolTip(
            self.tr("Type a few letters of a command; {0} does it").format(key_words("Enter"))
        )
        self.table = RowTableWidget(0, 2)
        self.table.setAccessibleName(self.tr("Commands"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setIconSize(QSize(_ICON, _ICON))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        # As wide as the longest keys of all: the words keep their room while one types.
        header.setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.Fixed)
        self.table.cellClicked.connect(self._run_row)
        self.nothing = Label(self.tr("No command matches. Fewer letters find more."))
        self.nothing.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1000)
        layout.addWidget(self.nothing)
        layout.addStretch(1)

    def open(self) -> None:
        """Come up with every command, ready to type."""
        self._entries = [
            _Entry(
                command, _plain(command.action.text()), command.page in ("", self._actions.front)
            )
            for command in self._actions.commands()
        ]
        metrics = self.table.fontMetrics()
        widest = max(metrics.horizontalAdvance(_keys(entry.command)) for entry in self._entries)
        self.table.setColumnWidth(_KEYS, widest + 2 * GRID)
        self.come_up(self.search.sizeHint().height() + ROWS_SHOWN * _ROW_HEIGHT + 4 * GRID)

    @override
    def move_by(self, rows: int) -> None:
        last = self.table.rowCount() - 1
        self.table.selectRow(min(max(self.table.currentRow() + rows, 0), last))

    @override
    def take_chosen(self) -> None:
        self._run_row(self.table.currentRow())

    @override
    def show_fitting(self, typed: str) -> None:
        fitting = self._fitting(typed) if typed.strip() else self._entries
        self.table.setRowCount(len(fitting))
        for row, entry in enumerate(fitting):
            self._fill_row(row, entry)
        self.table.setVisible(bool(fitting))
        self.nothing.setVisible(not fitting)
        if fitting:
            self.table.selectRow(0)
            self.table.scrollToTop()

    def _fitting(self, typed: str) -> list[_Entry]:
        ranked = [(entry.rank(typed), entry) for entry in self._entries]
        found = [(rank, entry) for rank, entry in ranked if rank is not None]
        return [entry for _rank, entry in sorted(found, key=lambda pair: pair[0])]

    def _fill_row(self, row: int, entry: _Entry) -> None:
        action = entry.command.action
        keys = _keys(entry.command)
        text = QTableWidgetItem(_icon(entry.command), entry.text)
        text.setData(Qt.ItemDataRole.UserRole, entry.command.action_id)
        text.setToolTip(action.toolTip())
        shown_keys = QTableWidgetItem(keys)
        shown_keys.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, item in ((_TEXT, text), (_KEYS, shown_keys)):
            if not action.isEnabled():
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, column, item)

    def _run_row(self, row: int) -> None:
        item = self.table.item(row, _TEXT)
        if item is None:
            return
        action = self._actions.action(item.data(Qt.ItemDataRole.UserRole))
        if action.isEnabled():
            self.go_away()
            action.trigger()


def _keys(command: Command) -> str:
    return command.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _icon(command: Command) -> QIcon:
    """Return a command's icon; one without has an empty one, so that all words begin alike."""
    if not command.action.icon().isNull():
        return command.action.icon()
    nothing = QPixmap(_ICON, _ICON)
    nothing.fill(Qt.GlobalColor.transparent)
    return QIcon(nothing)


def _plain(text: str) -> str:
    """Return a menu's words without the mark of their access key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…").rstrip(".")
