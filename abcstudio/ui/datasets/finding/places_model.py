"""The places where a melody was found, as rows."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.corpus.key_words import short_key
from abcstudio.messages import Phrase
from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.ui.look.plain_text import cut, one_line, tooltip
from abcstudio.ui.words.corpus_names import file_words
from abcstudio.ui.words.translation import message

Index = QModelIndex | QPersistentModelIndex

TITLE, PLACE, LIKENESS, KEY, ORIGIN = range(5)
_NO_PARENT: Final = QModelIndex()


class PlacesModel(QAbstractTableModel):
    """One tune a row, the likest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[FoundPlace, ...] = ()
        self._has_files = False
        self._titles = (
            self.tr("Title"),
            self.tr("Where"),
            self.tr("How near"),
            self.tr("Key"),
            self.tr("Origin"),
        )
        self._file_title = self.tr("Source")

    @property
    def places(self) -> tuple[FoundPlace, ...]:
        """What is listed."""
        return self._places

    def set_places(self, places: Sequence[FoundPlace]) -> None:
        """List other places."""
        self.beginResetModel()
        self._places = tuple(places)
        self._has_files = any(place.files for place in places)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._places)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        words = self._words(self._places[index.row()], index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(words)
        return tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_across = orientation == Qt.Orientation.Horizontal
        if is_across and role == Qt.ItemDataRole.DisplayRole:
            is_file = section == ORIGIN and self._has_files
            return self._file_title if is_file else self._titles[section]
        if is_across and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self, place: FoundPlace, column: int) -> str:
        made: dict[int, Callable[[], str]] = {
            TITLE: lambda: title_of(place),
            PLACE: lambda: _said(place.place),
            LIKENESS: lambda: _said(place.likeness),
            KEY: lambda: short_key(place.tune.key),
            ORIGIN: lambda: files_of(place) if self._has_files else place.tune.origin,
        }
        return cut(made[column]())


def title_of(place: FoundPlace) -> str:
    """Return the title of the tune that was found; the tune that was asked about says so."""
    words = place.tune.title or QCoreApplication.translate("PlacesModel", "Untitled")
    if not place.is_own:
        return words
    return QCoreApplication.translate("PlacesModel", "{0} (this tune)").format(words)


def files_of(place: FoundPlace) -> str:
    """Return the names of the files with this tune; "" if the source is a single file."""
    return ", ".join(file_words(file) for file in place.files)


def _said(words: Phrase) -> str:
    return message(words.message_id, words.parameters)
