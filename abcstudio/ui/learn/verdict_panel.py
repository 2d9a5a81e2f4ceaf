"""What is said of an answer: under way, right, not right yet and why; the hints below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio

_SIGN = 20
_SIGNS = {
    "info": "info-circle",
    "right": "circle-check",
    "wrong": "alert-circle",
    "error": "alert-triangle",
}


class VerdictPanel(QFrame):
    """One sentence with its sign, a bar while a check runs, and hints."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._kind = ""
        self.sign = Label()
        self.sign.setFixedSize(_SIGN, _SIGN)
        self.sentence = _sentence()
        self.sentence.setAccessibleName(self.tr("What the check says"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GRID // 2)
        self.bar.hide()
        self.hints = _sentence()
        self.hints.setAccessibleName(self.tr("Hints"))
        self.hints.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.hints)
        studio.colors_changed.connect(self._dress)
        self.say("")

    @property
    def kind(self) -> str:
        """What the sentence is: "info", "right", "wrong" or "error"; "" for none."""
        return self._kind

    def say(self, words: str, kind: str = "info") -> None:
        """Say a sentence; "" says nothing."""
        self._kind = kind if words else ""
        self.sentence.setText(without_marks(words))
        self.sign.setVisible(bool(words))
        self.bar.hide()
        self._dress(self._studio.colors)

    def say_busy(self, words: str) -> None:
        """Say that a check runs."""
        self.say(words)
        self.bar.show()

    def show_hints(self, hints: Sequence[str]) -> None:
        """Show hints one under the other."""
        self.hints.setText(without_marks("\n".join(hints)))
        self.hints.setVisible(bool(hints))

    def _dress(self, colors: Colors) -> None:
        tones = {
            "right": colors.success,
            "wrong": colors.warning,
            "error": colors.error,
            "info": colors.muted,
        }
        tone = tones.get(self._kind, colors.border)
        sign = _SIGNS.get(self._kind)
        drawn = tinted_icon(sign, tone, tone) if sign else QIcon()
        self.sign.setPixmap(drawn.pixmap(_SIGN, _SIGN))
        self.setStyleSheet(
            f"VerdictPanel {{ background: {colors.raised}; border: none;"
            f" border-left: 3px solid {tone}; }}"
        )


def without_marks(words: str) -> str:
    """Return words without the marks that Markdown puts around code."""
    return words.replace("`", "")


def _sentence() -> Label:
    made = Label()
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
