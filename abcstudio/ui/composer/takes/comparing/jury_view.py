"""The jury's six numbers of a tune as bars, each with its sentence."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.composing.jury.criteria import CRITERIA
from abcstudio.composing.jury.jury import TYPICAL
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.messages import Phrase
from abcstudio.ui.composer.takes.take_words import criterion_names
from abcstudio.ui.controls.areas import bold_label
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import Label, tooltip
from abcstudio.ui.look.theme import GRID, Colors, small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message

_HEIGHT = 6


class MarkBar(QWidget):
    """The bar; one that is odd has the colour of warnings."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._value, self._is_odd = 0.0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        studio.colors_changed.connect(self.set_colors)

    def set_value(self, value: float, *, is_odd: bool) -> None:
        """Show another number."""
        self._value, self._is_odd = min(1.0, max(0.0, value)), is_odd
        self.update()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(8 * GRID, 2 * GRID)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(4 * GRID, 2 * GRID)

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        painter.setBrush(QColor(self._colors.border))
        painter.drawRoundedRect(ground, 2, 2)
        painter.setBrush(QColor(self._colors.warning if self._is_odd else self._colors.accent))
        ground.setWidth(max(2.0, ground.width() * self._value))
        painter.drawRoundedRect(ground, 2, 2)
        painter.end()


_COLUMNS = 2
_AWAITED = "…"
"""Keeps the room of a sentence that is being worked out: rows without words overlapped."""


class JuryView(QWidget):
    """Shows what the jury says of one tune.

    Attributes:
        score: The number that takes are ranked by.
        numbers: Those of the six criteria.
        sentences: What each of them means here.
    """

    def __init__(self, studio: Studio) -> None:
        """Make the view; the criteria stand in two columns."""
        super().__init__()
        self.score = bold_label("")
        self.score.setToolTip(
            tooltip(
                self.tr(
                    "How likely the jury finds it that this is a real tune and no take, 0 to 1."
                    " The six numbers below say how many real tunes are odder;"
                    " under 0.1 a tune is odd."
                )
            )
        )
        self.numbers = {name: Label() for name in CRITERIA}
        self.sentences = {name: Label() for name in CRITERIA}
        self._bars = {name: MarkBar(studio) for name in CRITERIA}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(0)
        self.score.setContentsMargins(0, 0, 0, GRID // 2)
        grid.addWidget(self.score, 0, 0, 1, 4 * _COLUMNS)
        names, rows = criterion_names(), len(CRITERIA) // _COLUMNS
        for place, name in enumerate(CRITERIA):
            number, sentence = self.numbers[name], self.sentences[name]
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            number.setAccessibleName(names[name])
            sentence.setAccessibleName(names[name])
            sentence.setWordWrap(True)
            sentence.setFont(small_font())
            sentence.setProperty("muted", True)
            sentence.setContentsMargins(0, 0, 0, GRID // 2)
            # In two columns the sentence beside it may be longer.
            sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
            column, row = 4 * (place // rows), 2 * (place % rows) + 1
            grid.addWidget(Label(names[name]), row, column)
            grid.addWidget(self._bars[name], row, column + 1)
            grid.addWidget(number, row, column + 2)
            grid.addWidget(sentence, row + 1, column, 1, 3)
            grid.setColumnStretch(column + 1, 1)
            if column:
                grid.setColumnMinimumWidth(column - 1, GRID)
        self.hide()

    def show_marks(self, marks: JuryMarks, sentences: Mapping[str, Phrase]) -> None:
        """Show the numbers of a tune, and what they mean as far as that is known.

        Args:
            marks: The numbers.
            sentences: By criterion; none while they are being worked out.
        """
        numbers = marks.data
        self.score.setText(self.tr("Jury: {0}").format(self._written(marks.score)))
        for name in CRITERIA:
            self.numbers[name].setText(self._written(numbers[name]))
            self._bars[name].set_value(numbers[name], is_odd=numbers[name] < TYPICAL)
            said = sentences.get(name)
            words = message(said.message_id, said.parameters) if said else _AWAITED
            self.sentences[name].setText(words)
        self.show()

    def emphasise(self, criteria: Iterable[str]) -> None:
        """Stress the numbers of some criteria."""
        stressed = set(criteria)
        for name, number in self.numbers.items():
            font = number.font()
            font.setBold(name in stressed)
            number.setFont(font)

    def _written(self, number: float) -> str:
        return self.locale().toString(number, "f", 2)
