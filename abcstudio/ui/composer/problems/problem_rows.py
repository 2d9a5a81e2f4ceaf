"""The rows of the problems panel: what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.notation.diagnostics import Diagnostic, Fix
from abcstudio.notation.spans import Span, line_and_column
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import cut, elided, tooltip
from abcstudio.ui.look.theme import Colors
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message

ROW_ROLE = Qt.ItemDataRole.UserRole
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
FIX_ROLE = Qt.ItemDataRole.UserRole + 2
_MOST_OF_THING = 20
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One finding in one tune of the text."""

    tune: Tune
    found: Diagnostic

    @property
    def span(self) -> Span:
        """Where it is in the whole text."""
        return Span(
            self.found.span.start + self.tune.offset, self.found.span.end + self.tune.offset
        )

    @property
    def sentence(self) -> str:
        """Its sentence in the window's language."""
        return message(f"notation.{self.found.code}", self.found.parameters)

    @property
    def fix_words(self) -> str:
        """The words of its fix, "" without one."""
        return fix_words(self.found.fix) if self.found.fix is not None else ""


def fix_words(fix: Fix) -> str:
    """Return what a fix does, short enough for a button."""
    thing = elided(" ".join(fix.thing.split()), _MOST_OF_THING)
    words = message(fix.message_id, {"text": thing})
    return message("notation.fix-guess", {"text": words}) if fix.is_guess else words


class ProblemRows(QAbstractListModel):
    """The findings in the order of the text."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._rows: tuple[ProblemRow, ...] = ()
        self._text = ""
        self._names_tunes = False
        studio.colors_changed.connect(self.set_colors)

    @property
    def rows(self) -> tuple[ProblemRow, ...]:
        """The findings that are listed."""
        return self._rows

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def set_rows(self, rows: Sequence[ProblemRow], text: str, *, names_tunes: bool) -> None:
        """List other findings of a text; `names_tunes` where they are of several tunes."""
        old, new = self._rows, tuple(rows)
        is_alike = self._names_tunes == names_tunes and len(old) <= len(new)
        self._text = text
        if not (is_alike and all(map(_looks_like, old, new))):
            self.beginResetModel()
            self._rows, self._names_tunes = new, names_tunes
            self.endResetModel()
            return
        # The list keeps its place while one types, and while more is found below.
        if len(old) < len(new):
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._rows = new
            self.endInsertRows()
        self._rows = new
        if old:
            self.dataChanged.emit(self.index(0), self.index(len(old) - 1))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cut(row.sentence)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(row)
        if role == ROW_ROLE:
            return row
        if role == PLACE_ROLE:
            return self._place(row)
        if role == FIX_ROLE:
            return row.fix_words
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._whole(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cut(self._whole(row))
        return None

    def severity_name(self, severity: str) -> str:
        """Return what kind of finding one is, for those who cannot see its sign."""
        return {
            "error": self.tr("Error"), "warning": self.tr("Warning"), "hint": self.tr("Hint")
        }[severity]  # fmt: skip

    def _icon(self, row: ProblemRow) -> Any:
        name, color = severity_icon(row.found.severity, self._colors)
        return tinted_icon(name, color, color)

    def _place(self, row: ProblemRow) -> str:
        line, column = line_and_column(self._text, row.span.start)
        if self._names_tunes and row.tune.title:
            return self.tr("Line {0} · {1}").format(line, row.tune.title)
        return self.tr("Line {0}, column {1}").format(line, column)

    def _whole(self, row: ProblemRow) -> str:
        kind = self.severity_name(row.found.severity)
        lines = [f"{kind}: {row.sentence}", self._place(row)]
        if row.fix_words:
            lines.append(self.tr("Fix: {0}").format(row.fix_words))
        return "\n".join(lines)


def _looks_like(row: ProblemRow, other: ProblemRow) -> bool:
    """Return whether two findings take the same room, so that one can stand for the other."""
    return row.found is other.found or (
        row.found.code == other.found.code
        and row.found.parameters == other.found.parameters
        and _words_of(row.found.fix) == _words_of(other.found.fix)
    )


def _words_of(fix: Fix | None) -> tuple[str, str] | None:
    """Return what the words of a fix depend on."""
    return None if fix is None else (fix.message_id, fix.thing)


def severity_icon(severity: str, colors: Colors) -> tuple[str, str]:
    """Return the sign of a severity and its colour."""
    return {
        "error": ("alert-circle", colors.error),
        "warning": ("alert-triangle", colors.warning),
        "hint": ("info-circle", colors.muted),
    }[severity]
