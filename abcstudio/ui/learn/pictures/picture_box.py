"""The picture of the open lesson: whichever kind its check has asked for."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from abcstudio.ui.learn.pictures.blocks_view import BlocksView
from abcstudio.ui.learn.pictures.curve_view import CurveBox
from abcstudio.ui.learn.pictures.gates_view import GatesView
from abcstudio.ui.learn.pictures.graph_view import GraphBox
from abcstudio.ui.learn.pictures.lines_view import LinesView
from abcstudio.ui.learn.pictures.losses_view import LossesView
from abcstudio.ui.learn.pictures.odds_view import OddsBox
from abcstudio.ui.learn.pictures.pointed_view import PointedView
from abcstudio.ui.learn.pictures.unrolled_view import UnrolledView
from abcstudio.ui.look.theme import GRID, editor_font
from abcstudio.ui.services.studio import Studio


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
