"""The places where a melody was found, as rows."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from abcstudio.corpus.key_words import short_key
from abcstudio.messages import Phrase
from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.ui.controls.rows.rows_model import RowsModel, TableColumn
from abcstudio.ui.words.corpus_names import file_words
from abcstudio.ui.words.translation import message

TITLE, PLACE, LIKENESS, KEY, ORIGIN = "title", "place", "likeness", "key", "origin"


class PlacesModel(RowsModel[FoundPlace]):
    """One tune a row, the likest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = self._columns(has_files=False)

    def set_places(self, places: Sequence[FoundPlace]) -> None:
        """List other places."""
        has_files = any(place.files for place in places)
        self.set_rows(tuple(places), self._columns(has_files=has_files))

    def _columns(self, *, has_files: bool) -> tuple[TableColumn[FoundPlace], ...]:
        return (
            TableColumn(name=TITLE, title=self.tr("Title"), words=title_of, stretches=True),
            TableColumn(
                name=PLACE,
                title=self.tr("Where"),
                words=lambda place: _said(place.place),
                width=112,
            ),
            TableColumn(
                name=LIKENESS,
                title=self.tr("How near"),
                words=lambda place: _said(place.likeness),
                width=136,
            ),
            TableColumn(
                name=KEY,
                title=self.tr("Key"),
                words=lambda place: short_key(place.tune.key),
                width=56,
            ),
            TableColumn(
                name=ORIGIN,
                title=self.tr("Source") if has_files else self.tr("Origin"),
                words=files_of if has_files else lambda place: place.tune.origin,
            ),
        )


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
