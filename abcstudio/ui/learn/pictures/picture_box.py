"""The picture of the open lesson: whichever kind its check has asked for."""

from collections.abc import Mapping
from math import exp
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.ui.learn.pictures.blocks_view import BlocksView
from abcstudio.ui.learn.pictures.curve_view import CurveBox
from abcstudio.ui.learn.pictures.drawn_view import number_words
from abcstudio.ui.learn.pictures.gates_view import GatesView
from abcstudio.ui.learn.pictures.graph_view import GraphBox
from abcstudio.ui.learn.pictures.lines_view import LinesView
from abcstudio.ui.learn.pictures.odds_view import OddsBox
from abcstudio.ui.learn.pictures.pointed_view import PointedView, shown_character
from abcstudio.ui.learn.pictures.unrolled_view import UnrolledView
from abcstudio.ui.look.theme import GRID, editor_font
from abcstudio.ui.services.studio import Studio

_LABEL = 16


class LossesView(PointedView):
    """A column for each character, as high as its loss: -ln of its probability.

    The picture holds `characters`, `losses` as the student's code has found them one by one, `mean`
    as it has found it for all of them together, and the loss of a network that knows nothing
    (`untrained`).
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setAccessibleName(self.tr("The loss of each character of a tune"))
        self._characters = ""
        self._losses: tuple[float | None, ...] = ()
        self._mean: float | None = None
        self._untrained: float | None = None

    @override
    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show other losses."""
        self._characters = "".join(str(each)[:1] or "?" for each in picture["characters"])
        self._losses = tuple(picture["losses"])
        self._mean, self._untrained = picture["mean"], picture["untrained"]
        if len(self._losses) != len(self._characters):
            raise ValueError("a loss for each character")
        self.point_at(None)

    @property
    @override
    def count(self) -> int:
        return len(self._losses)

    @override
    def whole_words(self) -> str:
        words = self.tr("Your loss of the whole: {0}. Untrained: {1}.")
        return words.format(number_words(self._mean), number_words(self._untrained))

    @override
    def words_at(self, place: int) -> str:
        loss = self._losses[place]
        character = shown_character(self._characters[place])
        if loss is None:
            return self.tr("“{0}”: no loss").format(character)
        odds = f"{100 * exp(-max(0.0, loss)):.1f}"
        words = self.tr("“{0}”: probability {1} %, loss {2}")
        return words.format(character, odds, number_words(loss))

    @override
    def draw_places(self, painter: QPainter, area: QRectF) -> None:
        base = area.bottom() - _LABEL
        most = max(1.0, *(loss for loss in self._losses if loss is not None), self._untrained or 0)
        scale = (base - area.top() - _LABEL) / most
        width = area.width() / self.count
        for place, loss in enumerate(self._losses):
            is_pointed = place == self.place
            left = area.left() + place * width
            height = max(0.0, loss or 0.0) * scale
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colors.second if is_pointed else self.colors.accent))
            painter.drawRect(QRectF(left + 0.5, base - height, max(1.0, width - 1), height))
            if width >= 6:
                below = QRectF(left - 2, base, width + 4, _LABEL)
                self.write(painter, below, shown_character(self._characters[place]))
        for value, style, name, side in (
            (self._untrained, Qt.PenStyle.DashLine, self.tr("untrained"), _RIGHT),
            (self._mean, Qt.PenStyle.SolidLine, self.tr("mean"), _LEFT),
        ):
            if value is None:
                continue
            y = base - min(most, max(0.0, value)) * scale
            painter.setPen(QPen(QColor(self.colors.muted), 1, style))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            above = QRectF(area.left(), y - _LABEL, area.width(), _LABEL)
            self.write(painter, above, name, color=self.colors.muted, side=side)


_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight


class LessonTuneView(QWidget):
    """The lines of a tune over a button that opens it in the composer.

    The picture holds `lines`: each with its `words` and whether it `sounds`.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._lines: tuple[tuple[str, bool], ...] = ()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(editor_font())
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The tune: its header, then its notes"))
        self.listen = QPushButton(self.tr("Open in the Composer"))
        self.listen.setToolTip(self.tr("Shows the score of the tune; there it can be played"))
        self.listen.clicked.connect(self._on_listen)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.text, 1)
        column.addWidget(self.listen)
        studio.colors_changed.connect(self._dress)

    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show another tune."""
        self._lines = tuple((str(line["words"]), bool(line["sounds"])) for line in picture["lines"])
        self._dress()

    def _dress(self) -> None:
        colors = self._studio.colors
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        for place, (words, sounds) in enumerate(self._lines):
            shape = QTextCharFormat()
            shape.setForeground(QColor(colors.text if sounds else colors.muted))
            shape.setFontWeight(QFont.Weight.DemiBold if sounds else QFont.Weight.Normal)
            cursor.insertText(words if not place else f"\n{words}", shape)

    def _on_listen(self) -> None:
        song = "\n".join(words for words, _ in self._lines)
        self._studio.open_in_composer(song, self.tr("Tune of a lesson"))


View = BlocksView | GraphBox | CurveBox | OddsBox | PointedView | LessonTuneView


class PictureBox(QStackedWidget):
    """Shows one picture, or hides itself where there is none."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blocks = BlocksView(studio)
        self.graph = GraphBox(studio)
        self.curve = CurveBox(studio)
        self.odds = OddsBox(studio)
        self.lines = LinesView(studio)
        self.losses = LossesView(studio)
        self.gates = GatesView(studio)
        self.unrolled = UnrolledView(studio)
        self.tune = LessonTuneView(studio)
        self._kinds: dict[str, View] = {
            "blocks": self.blocks,
            "graph": self.graph,
            "curve": self.curve,
            "odds": self.odds,
            "lines": self.lines,
            "losses": self.losses,
            "gates": self.gates,
            "unrolled": self.unrolled,
            "tune": self.tune,
        }
        for view in self._kinds.values():
            self.addWidget(view)
        self.hide()

    def show_picture(self, picture: Mapping[str, Any] | None) -> None:
        """Show a picture; one that cannot be drawn, as none, hides the box."""
        view = self._kinds.get(str((picture or {}).get("kind", "")))
        try:
            if picture is not None and view is not None:
                view.show_picture(picture)
                self.setCurrentWidget(view)
        except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError):
            # What it holds comes from a process of typed code.
            view = None
        self.setVisible(view is not None)
