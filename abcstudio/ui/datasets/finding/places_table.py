"""The table of the tunes that have a melody."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.ui.controls.rows.row_table import LineTable
from abcstudio.ui.controls.rows.rows_model import Index
from abcstudio.ui.datasets.finding.places_model import (
    KEY,
    LIKENESS,
    ORIGIN,
    PLACE,
    PlacesModel,
)

_MOST_LIKENESS = 180
_LEAST_TITLE, _LEAST_LIKENESS, _LEAST_ORIGIN = 120, 96, 64
_ORIGIN_SHARE = 0.4


class PlacesTable(LineTable):
    """Goes from place to place.

    Signals:
        place_chosen: Another place is the current one, or none. Carries the `FoundPlace` or None.
        place_stepped: The person came to it by a key. Carries the `FoundPlace`.
        place_opened: The person pressed Return on it or clicked it twice. Carries the `FoundPlace`.
        copy_requested: The tune is wanted on the clipboard. Carries the `FoundPlace`.
    """

    place_chosen = Signal(object)
    place_stepped = Signal(object)
    place_opened = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PlacesModel(self)
        place_of = self._model.place_of
        self._likeness, self._origin = place_of(LIKENESS), place_of(ORIGIN)
        self._beside = place_of(PLACE), place_of(KEY)
        self._likeness_width = self._model.columns[self._likeness].width
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Tunes that have the melody"))
        self.horizontalHeader().setMinimumSectionSize(48)
        self.fit_columns(self._model.columns)
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def place(self) -> FoundPlace | None:
        """The current place."""
        return self._place_at(self.currentIndex())

    @property
    def places(self) -> Sequence[FoundPlace]:
        """What is listed."""
        return self._model.rows

    def set_places(self, places: Sequence[FoundPlace]) -> None:
        """List other places; the first is the current one."""
        self._model.set_places(places)
        if places:
            likeness = min(self.sizeHintForColumn(self._likeness), _MOST_LIKENESS)
            self._likeness_width = max(self._model.columns[self._likeness].width, likeness)
            self._share_room()
            self.selectRow(0)
        else:
            self.place_chosen.emit(None)

    def step(self) -> None:
        """Go to the next place, after the last one to the first."""
        count = len(self.places)
        if count:
            self.selectRow((self.currentIndex().row() + 1) % count)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_room()
        super().resizeEvent(event)

    def _share_room(self) -> None:
        # The title takes what the others leave; what is said of likeness, the line below says too.
        room = self.viewport().width() - sum(map(self.columnWidth, self._beside))
        beside = room - _LEAST_TITLE - _LEAST_ORIGIN
        likeness = max(_LEAST_LIKENESS, min(self._likeness_width, beside))
        self.setColumnWidth(self._likeness, likeness)
        origin = round((room - likeness) * _ORIGIN_SHARE)
        origin = max(_LEAST_ORIGIN, min(origin, room - likeness - _LEAST_TITLE))
        self.setColumnWidth(self._origin, origin)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.place_chosen.emit(self._place_at(current))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.place
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place is not None:
            self.place_opened.emit(place)
            return
        if event.matches(QKeySequence.StandardKey.Copy) and place is not None:
            self.copy_requested.emit(place)
            return
        super().keyPressEvent(event)
        if self.place is not place and self.place is not None:
            self.place_stepped.emit(self.place)

    def _place_at(self, index: Index) -> FoundPlace | None:
        return self.places[index.row()] if index.isValid() else None

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.place_opened.emit(self.places[index.row()])
