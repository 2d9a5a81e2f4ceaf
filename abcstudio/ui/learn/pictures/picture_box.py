"""The picture of the open lesson: whichever kind its check has asked for."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from abcstudio.ui.learn.pictures.blocks_view import BlocksView
from abcstudio.ui.learn.pictures.curve_view import CurveBox
from abcstudio.ui.learn.pictures.gates_view import GatesView
from abcstudio.ui.learn.pictures.graph_view import GraphBox
from abcstudio.ui.learn.pictures.lines_view import LinesView
from abcstudio.ui.learn.pictures.losses_view import LossesView
from abcstudio.ui.learn.pictures.odds_view import OddsBox
from abcstudio.ui.learn.pictures.pointed_view import PointedView
from abcstudio.ui.learn.pictures.tune_view import LessonTuneView
from abcstudio.ui.learn.pictures.unrolled_view import UnrolledView
from abcstudio.ui.services.studio import Studio

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
