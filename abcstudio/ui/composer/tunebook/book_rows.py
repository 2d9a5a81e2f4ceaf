"""The kept tunes as rows under the names of their sets."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.corpus.kept_book import KeptBook, KeptTune, SetName
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.ui.composer.outline.tune_rows import KIND_ROLE, NUMBER_ROLE
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import cut, tooltip
from abcstudio.ui.look.theme import Colors
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.rhythm_names import rhythm_name

IS_SET_ROLE = Qt.ItemDataRole.UserRole + 2
_FORMAT = "application/x-abcstudio-kept-tune"
_Index = QModelIndex | QPersistentModelIndex


class BookRows(QAbstractListModel):
    """The items of the book in its order.

    Signals:
        move_requested: A row was dropped elsewhere. Carries its place, and that of the row before
            which it is to stand.
        rename_requested: A row has another name. Carries its place and the name.
    """

    move_requested = Signal(int, int)
    rename_requested = Signal(int, str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._book = KeptBook()
        self._facts: dict[str, Tune | None] = {}
        self._playing: int | None = None
        studio.colors_changed.connect(self._set_colors)

    def set_book(self, book: KeptBook) -> None:
        """Show another book."""
        self.beginResetModel()
        self._book = book
        texts = {tune.text for tune in book.tunes}
        self._facts = {text: tune for text, tune in self._facts.items() if text in texts}
        self.endResetModel()

    def set_playing(self, number: int | None) -> None:
        """Mark the tune that is played, by its number; None for none."""
        if number != self._playing:
            self._playing = number
            self._redraw()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._book.items)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self._book.items[index.row()]
        if role == IS_SET_ROLE:
            return isinstance(item, SetName)
        if isinstance(item, SetName):
            return self._of_set(item, index.row(), role)
        return self._of_tune(item, role)

    def _of_set(self, item: SetName, row: int, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cut(item.name)
        count = len(self._book.set_at(row)) - 1
        words = self.tr("1 tune") if count == 1 else self.tr("%Ln tunes", "", count)
        if role == KIND_ROLE:
            return words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return cut(self.tr("Set {0}, {1}").format(item.name, words))
        return None

    def _of_tune(self, item: KeptTune, role: int) -> Any:
        if role == Qt.ItemDataRole.EditRole:
            return cut(item.title)
        title = item.title or self.tr("No title")
        if role == Qt.ItemDataRole.DisplayRole:
            return cut(title)
        if role == NUMBER_ROLE:
            return str(item.number)
        if role == KIND_ROLE:
            return cut(self._kind(item))
        is_playing = item.number == self._playing
        if role == Qt.ItemDataRole.DecorationRole and is_playing:
            return tinted_icon("player-play", self._colors.accent, self._colors.accent)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self.tr("{0}. {1}").format(item.number, title)
            kind = self._kind(item)
            words = f"{words}\n{kind}" if kind else words
            if is_playing:
                words = self.tr("{0}\nIs playing").format(words)
            return tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else cut(words)
        return None

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = str(value).strip()
        if role == Qt.ItemDataRole.EditRole and name and name != index.data(role):
            self.rename_requested.emit(index.row(), name)
        return False

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            # Between two rows, never on one.
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [_FORMAT]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if len(indexes) == 1:
            data.setData(_FORMAT, str(indexes[0].row()).encode())
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if data.hasFormat(_FORMAT):
            index = int(bytes(data.data(_FORMAT).data()))
            self.move_requested.emit(index, self.rowCount() if row < 0 else row)
        # False, so that the view does not take the row away: the book decides what is listed.
        return False

    def _kind(self, item: KeptTune) -> str:
        if item.text not in self._facts:
            tunes = split_tunebook(item.text)
            self._facts[item.text] = tunes[0] if tunes else None
        tune = self._facts[item.text]
        parts = (tune.key, rhythm_name(tune.rhythm) or tune.meter) if tune is not None else ()
        if item.times > 1:
            parts = (*parts, self.tr("%Ln times", "", item.times))
        return self.tr(", ").join(part for part in parts if part)

    def _set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self._redraw()

    def _redraw(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
