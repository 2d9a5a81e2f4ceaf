"""What a model expected at one place: the character that came, and the likeliest ones as bars."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.ui.composer.inspection.reading_view import LINE_END
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, Colors, editor_font
from abcstudio.ui.services.studio import Studio

ROWS = 5
_ROW = 3 * GRID
_BAR = 10


class Expectations(QWidget):
    """A sentence about one character and a bar for each of the likeliest.

    Signals:
        replacement_requested: Carries the character that should stand here instead.
    """

    replacement_requested = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Label()
        self.sentence.setWordWrap(True)
        # Two lines high from the start, so that nothing jumps from character to character.
        self.sentence.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.rows = tuple(ExpectationRow(studio.colors) for _ in range(ROWS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sentence)
        column.addSpacing(GRID // 2)
        for row in self.rows:
            row.chosen.connect(self.replacement_requested)
            column.addWidget(row)
        studio.colors_changed.connect(self.set_colors)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        for row in self.rows:
            row.set_colors(colors)

    def show_place(
        self, sentence: str, came: str, expected: Sequence[tuple[str, float]], *, may_write: bool
    ) -> None:
        """Show one place.

        Args:
            sentence: What is to be said about it.
            came: The character that stands there, "" for none.
            expected: Characters with their probabilities, the likeliest first.
            may_write: Whether another one may be written in its place.
        """
        self.sentence.setText(sentence)
        for number, row in enumerate(self.rows):
            if number < len(expected):
                character, probability = expected[number]
                row.show_character(character, probability, character == came, may_write)
            else:
                row.show_nothing()


class ExpectationRow(QPushButton):
    """One character, its bar and its share; pressed, it asks to be written.

    Signals:
        chosen: Carries the character.
    """

    chosen = Signal(str)

    def __init__(self, colors: Colors) -> None:
        super().__init__()
        self._colors = colors
        self._character = ""
        self._probability = 0.0
        self._came = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.show_nothing()

    @property
    def character(self) -> str:
        """The character that it shows, "" for none."""
        return self._character

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.update()

    def show_character(
        self, character: str, probability: float, came: bool, may_write: bool
    ) -> None:
        """Show a character; it can be pressed unless it came anyway."""
        self._character, self._probability, self._came = character, probability, came
        shown = name_of(character)
        self.setAccessibleName(
            self.tr("{0}, expected with {1}").format(shown, percent_of(probability))
        )
        self.setEnabled(may_write and not came)
        if came:
            self.setToolTip(self.tr("This is what stands here"))
        elif may_write:
            self.setToolTip(self.tr("Write {0} here instead; one step to undo").format(shown))
        else:
            self.setToolTip(self.tr("The text cannot be changed just now"))
        self.update()

    def show_nothing(self) -> None:
        """Leave the row empty; its room stays."""
        self._character, self._came = "", False
        self.setAccessibleName(self.tr("nothing"))
        self.setToolTip(self.tr("What the model expected at this place"))
        self.setEnabled(False)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(24 * GRID, _ROW)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(16 * GRID, _ROW)

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            edge = self._colors.accent if self.hasFocus() else self._colors.accent_soft
            painter.setPen(QColor(edge))
            painter.setBrush(QColor(self._colors.accent_soft))
            painter.drawRoundedRect(area, 4, 4)
        if self._character:
            self._draw(painter, area.adjusted(GRID // 2, 0, -GRID // 2, 0))
        painter.end()

    def _draw(self, painter: QPainter, area: QRectF) -> None:
        metrics = self.fontMetrics()
        number = metrics.horizontalAdvance(percent_of(1.0))
        painter.setPen(QColor(self._colors.text))
        painter.drawText(
            area,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            percent_of(self._probability),
        )
        font = editor_font()
        font.setBold(self._came)
        painter.setFont(font)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, sign_of(self._character))
        left = 3 * GRID
        room = max(1.0, area.width() - left - number - GRID)
        bar = QRectF(
            area.left() + left,
            area.center().y() - _BAR / 2,
            max(2.0, room * self._probability),
            _BAR,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colors.accent if self._came else self._colors.frame))
        painter.drawRoundedRect(bar, 2, 2)

    def _on_clicked(self) -> None:
        if self._character:
            self.chosen.emit(self._character)


def percent_of(probability: float) -> str:
    """Return a probability as a share of a hundred, in the person's own way of writing it."""
    digits = 1 if probability < 0.1 else 0
    return f"{QLocale().toString(100 * probability, 'f', digits)} %"


def sign_of(character: str) -> str:
    """Return one visible sign for a character."""
    return {"\n": LINE_END, " ": "\u2423"}.get(character, character)


def name_of(character: str) -> str:
    """Return what to call a character in a sentence."""
    translate = QCoreApplication.translate
    names = {
        "\n": translate("Expectations", "the end of the line"),
        " ": translate("Expectations", "a space"),
    }
    return names.get(character, f"\u201c{character}\u201d")
