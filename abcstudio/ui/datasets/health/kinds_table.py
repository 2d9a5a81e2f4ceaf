"""The kinds of problems with how many there are."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidgetItem, QWidget

from abcstudio.corpus.health.scan import ProblemKind
from abcstudio.ui.controls.rows.row_table import RowTableWidget
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import tooltip
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message

_ROW_HEIGHT = 28
_COUNT_WIDTH = 64
_ICONS = {"error": "alert-circle", "warning": "alert-triangle", "hint": "info-circle"}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HealthKindsTable(RowTableWidget):
    """Lists kinds, the gravest first.

    Signals:
        kind_chosen: Another kind is the current one, or none.
    """

    kind_chosen = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self._studio = studio
        self._kinds: tuple[ProblemKind, ...] = ()
        self.setHorizontalHeaderLabels((self.tr("Kind of problem"), self.tr("Count")))
        self.setAccessibleName(self.tr("Kinds of problems"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        # Where a name has no room it stands in two lines.
        self.verticalHeader().setMinimumSectionSize(_ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(_COUNT_WIDTH)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentCellChanged.connect(self._on_current_changed)
        studio.colors_changed.connect(self._show_icons)

    @property
    def kind(self) -> ProblemKind | None:
        """The current kind."""
        row = self.currentRow()
        return self._kinds[row] if 0 <= row < len(self._kinds) else None

    @property
    def kinds(self) -> tuple[ProblemKind, ...]:
        """What is listed."""
        return self._kinds

    def set_kinds(self, kinds: Sequence[ProblemKind]) -> None:
        """List other kinds; current is the one that was, else the next that is still there."""
        row = max(self.currentRow(), 0)
        wanted = [kind.kind for kind in self._kinds[row:]]
        self.blockSignals(True)
        self._kinds = tuple(kinds)
        self.setRowCount(len(kinds))
        for at, kind in enumerate(kinds):
            words = message(f"health.{kind.kind}")
            name, count = QTableWidgetItem(words), QTableWidgetItem()
            name.setToolTip(tooltip(words))
            count.setText(QLocale().toString(len(kind.problems)))
            count.setTextAlignment(_RIGHT)
            self.setItem(at, 0, name)
            self.setItem(at, 1, count)
        self._show_icons()
        names = [kind.kind for kind in kinds]
        still_there = (names.index(kind) for kind in wanted if kind in names)
        self.setCurrentCell(next(still_there, min(row, len(kinds) - 1)), 0)
        self.blockSignals(False)
        self.kind_chosen.emit()

    def go_to(self, kinds: Collection[str]) -> bool:
        """Make the first of some kinds the current one; return False where none is listed."""
        rows = [row for row, kind in enumerate(self._kinds) if kind.kind in kinds]
        if rows:
            self.setCurrentCell(rows[0], 0)
        return bool(rows)

    def go_past(self, kind: str) -> None:
        """Go to the kind after one, unless it is gone, for then the next stands in its place."""
        row = self.currentRow()
        if self.kind is not None and self.kind.kind == kind and row + 1 < len(self._kinds):
            self.setCurrentCell(row + 1, 0)

    def _show_icons(self) -> None:
        colors = self._studio.colors
        tints = {"error": colors.error, "warning": colors.warning, "hint": colors.muted}
        for row, kind in enumerate(self._kinds):
            item = self.item(row, 0)
            if item is not None:
                tint = tints[kind.severity]
                item.setIcon(tinted_icon(_ICONS[kind.severity], tint, tint))

    def _on_current_changed(self, row: int, _column: int, before: int, _before: int) -> None:
        if row != before:
            self.kind_chosen.emit()
