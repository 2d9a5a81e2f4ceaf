"""The first measures of takes as small pictures, drawn when they come into sight."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap, Qt

from abcstudio.engraving.drawing.engraved_score import STAFF_HEIGHT, EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.ui.composer.takes.take_cells import SCORE_HEIGHT, SmallSource
from abcstudio.ui.composer.takes.take_row import PICTURE_WIDTH
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.score.score_scene import ScoreScene
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.scores import SmallScore, draw_small_scores

_MOST_KEPT = 1000
_WAIT_MS = 60
"""A list that is being scrolled asks for no score before it rests."""
_STAFF_PIXELS = 12
_HEIGHT = SCORE_HEIGHT - GRID // 2


class SmallScores(QObject):
    """Draws scores in the background, those that were asked for last, and keeps them.

    Signals:
        drawn: Some more are there.
    """

    drawn = Signal()

    def __init__(self, studio: Studio, engraver: Engraver, parent: QObject) -> None:
        super().__init__(parent)
        self._engraver = engraver
        self._colors = studio.colors
        self._engraved: dict[str, EngravedScore | None] = {}
        self._pictures: dict[tuple[str, float], QPixmap] = {}
        self._latest: dict[str, str] = {}
        self._unpainted: dict[tuple[str, float], None] = {}
        self._wanted: tuple[SmallSource, ...] = ()
        self._job = LatestJob(studio)
        self._timer = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._timer.timeout.connect(self._draw)
        self._painting = QTimer(self, interval=0)
        self._painting.timeout.connect(self._paint_next)
        studio.colors_changed.connect(self._set_colors)

    def picture(self, source: SmallSource, ratio: float) -> QPixmap | None:
        """Return the picture of a score; None where there is none of its take yet.

        Args:
            source: What it is drawn of.
            ratio: How many pixels of the screen are one.
        """
        key = source.key
        has_none = key in self._engraved and self._engraved[key] is None
        if has_none or (key, ratio) in self._pictures:
            self._latest[source.take] = key
        shown = self._latest.get(source.take, key)
        for each in {key, shown}:
            if self._engraved.get(each) is not None and (each, ratio) not in self._pictures:
                # Later: the list asks for all that are in sight while it is painted.
                self._unpainted[each, ratio] = None
                self._painting.start()
        return self._pictures.get((shown, ratio))

    def want(self, sources: Sequence[SmallSource]) -> None:
        """Draw what is in sight and not drawn yet, in place of what was wanted before."""
        wanted = tuple(source for source in sources if source.key not in self._engraved)
        if wanted != self._wanted:
            self._wanted = wanted
            self._timer.start()

    def _draw(self) -> None:
        if self._wanted:
            sources = tuple((source.key, source.text) for source in self._wanted)
            work = partial(draw_small_scores, sources, self._engraver)
            self._job.run(work, lambda _done: None, on_progressed=self._on_drawn)

    def _on_drawn(self, score: SmallScore) -> None:
        if len(self._engraved) >= _MOST_KEPT:
            self._engraved.clear()
            self._pictures.clear()
        self._engraved[score.key] = score.engraved
        self._wanted = tuple(one for one in self._wanted if one.key != score.key)
        self.drawn.emit()

    def _paint_next(self) -> None:
        """Paint the picture that was asked for last; each takes some milliseconds."""
        (key, ratio), _none = self._unpainted.popitem()
        if not self._unpainted:
            self._painting.stop()
        engraved = self._engraved.get(key)
        if engraved is not None:
            self._pictures[key, ratio] = _picture(engraved, self._colors, ratio)
            self.drawn.emit()

    def _set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self._pictures.clear()
        self.drawn.emit()


def _picture(engraved: EngravedScore, colors: Colors, ratio: float) -> QPixmap:
    """Return a score on no ground, as high as the room for it, its end cut off where it is long."""
    pixmap = QPixmap(round(PICTURE_WIDTH * ratio), round(_HEIGHT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    systems = engraved.systems
    if not systems:
        return pixmap
    box = systems[0]
    scale = min(_STAFF_PIXELS / STAFF_HEIGHT, _HEIGHT / max(1.0, box.bottom - box.top))
    source = QRectF(box.left, box.top, PICTURE_WIDTH / scale, _HEIGHT / scale)
    source.moveTop((box.top + box.bottom) / 2 - source.height() / 2)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene = ScoreScene(engraved, colors)
    scene.render(painter, QRectF(0, 0, PICTURE_WIDTH, _HEIGHT), source)
    painter.end()
    return pixmap
