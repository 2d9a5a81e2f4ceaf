"""The engraved score: it fills the width, follows the sound and answers clicks."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGestureEvent,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
    QWidget,
)
from typing_extensions import override

from abcstudio.engraving.drawing.drawing_parts import Box, ElementBox
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.settings import setting_values
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.score.score_marks import ScoreMarks
from abcstudio.ui.score.score_scene import ScoreScene
from abcstudio.ui.services.studio import Studio


class StaleSign(Label):
    """Stands over the foot of a widget while it has something to say."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(parent=ground)
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ground = ground
        ground.installEventFilter(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        self._stand()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        if self.isHidden():
            return
        room = self._ground.rect().adjusted(2 * GRID, GRID, -4 * GRID, -2 * GRID)
        width = min(room.width(), self.fontMetrics().horizontalAdvance(self.text()) + 4 * GRID)
        height = self.heightForWidth(width)
        left = room.center().x() - width // 2
        self.setGeometry(left, room.bottom() - height, width, height)


# A reel of 16 measures and its title fit into the window of a small laptop.
_STAFF_PIXELS = 26.0
# Four measures of a reel fill this width. A wider view enlarges the staff instead of the measures.
_GROWS_FROM_WIDTH = 760.0
_MAX_GROWTH = 1.6
_UNITS_PER_STAFF = 720.0
_MARGIN_UNITS = 480.0
_MIN_ZOOM, _MAX_ZOOM = setting_values("score_zoom")
ZOOM_STEP = 1.15
_RESIZE_WAIT_MS = 120
_ZOOM_WAIT_MS = 30
_CLICK_PIXELS = 8
_SCROLL_MARGIN = 240.0


class ScoreView(QGraphicsView):
    """Shows one score, or a sentence where there is none.

    Attributes:
        marks: What is marked in the score and finds things there; None where there is no score.

    Signals:
        note_clicked: Carries the place of the note or rest in the tune's text.
        note_double_clicked: The same for a double click.
        background_clicked: A click on nothing.
        width_changed: There is room for another score width; carries what to engrave with.
        zoom_changed: Carries the zoom, 1.0 for the natural size.
    """

    note_clicked = Signal(int)
    note_double_clicked = Signal(int)
    background_clicked = Signal()
    width_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The window takes what is dropped; a scene would take it and do nothing.
        self.setAcceptDrops(False)
        self._colors = studio.colors
        self.score_scene: ScoreScene | None = None
        self.marks: ScoreMarks | None = None
        # The view does not own its scene: without this reference Python would take it away.
        self._empty_scene = QGraphicsScene(self)
        self.message = ""
        self.stale_sign = StaleSign(self)
        self._zoom = 1.0
        self._width_told = 0
        self._user_scrolled = False
        self._press: QPoint | None = None
        # The note that stays where it is on the screen when the lines are broken anew.
        self._held: tuple[int, int] | None = None
        self._width_timer = QTimer(self)
        self._width_timer.setSingleShot(True)
        self._width_timer.setInterval(_RESIZE_WAIT_MS)
        self._width_timer.timeout.connect(self._tell_width)
        # The frame shows the focus; it is always there, so that the score keeps its width.
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setScene(self._empty_scene)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        # Always there: a bar that comes and goes would change the width, and with it the lines.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Score"))
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.verticalScrollBar().actionTriggered.connect(self._on_user_scrolled)
        self.set_colors(studio.colors)
        studio.colors_changed.connect(self.set_colors)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.setBackgroundBrush(QColor(colors.paper))
        if self.score_scene is not None:
            self.score_scene.set_colors(colors)
        if self.marks is not None:
            self.marks.set_colors(colors)
        self.viewport().update()

    def set_score(self, engraved: EngravedScore | None) -> None:
        """Show a score; a score in place of another keeps the zoom and the place in it."""
        old = self.score_scene
        if engraved is None:
            self.score_scene = self.marks = None
            self.set_stale("")
            self.setScene(self._empty_scene)
            return
        bar = self.verticalScrollBar()
        value, was_at_top = bar.value(), bar.value() == bar.minimum()
        if self.marks is not None:
            self.marks.remove()
        scene = old
        if scene is None:
            scene = self.score_scene = ScoreScene(engraved, self._colors)
            self.setScene(scene)
        else:
            scene.set_score(engraved)
        self.marks = ScoreMarks(scene, engraved, self._colors)
        self.message = ""
        self.set_stale("")
        self._fit()
        is_at_top = old is None or was_at_top
        bar.setValue(bar.minimum() if is_at_top else min(value, bar.maximum()))
        self._put_back()

    def set_message(self, text: str) -> None:
        """Show a sentence in place of a score: why there is none, or what to do."""
        self.message = text
        if text:
            self.set_score(None)
        self.setAccessibleDescription(text)
        self.viewport().update()

    def set_stale(self, sentence: str) -> None:
        """Say below the score why it is not the newest one; the next score takes this away."""
        self.stale_sign.say(sentence)
        self.setAccessibleDescription(sentence)

    def highlight(self, offsets: Collection[int]) -> None:
        """Colour the notes that sound, and keep their system in view unless the person scrolled."""
        if self.score_scene is None:
            return
        self.score_scene.highlight(offsets)
        system = self.score_scene.system_of(offsets) if offsets else None
        if system is not None and not self._user_scrolled:
            self._reveal(system)

    def select(self, offsets: Collection[int], shown: int | None = None) -> None:
        """Mark the notes that are selected in the text; bring one, or the first, into view."""
        if self.score_scene is None or self.marks is None:
            return
        self.marks.select(offsets)
        system = self.score_scene.system_of(offsets if shown is None else (shown,))
        if system is not None and not self._is_busy():
            self._reveal(system)

    def set_tried(self, offsets: Collection[int]) -> None:
        """Draw the notes that are only tried out as ghosts, and all others in ink."""
        if self.score_scene is not None and self.marks is not None:
            self.score_scene.set_tried(offsets)
            self.marks.set_tried(is_tried=bool(offsets))

    def set_shared(self, offsets: Collection[int], *, is_shown: bool = False) -> None:
        """Mark the notes that another tune has, too, and bring them into view where wished."""
        if self.score_scene is None or self.marks is None:
            return
        self.marks.set_shared(offsets)
        system = self.score_scene.system_of(offsets) if is_shown else None
        if system is not None:
            self._reveal(system)

    def follow_again(self) -> None:
        """Follow the sound again after the person scrolled away from it."""
        self._user_scrolled = False

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for its size to rest before it emits another score width."""
        return self._width_timer.isActive()

    @property
    def zoom(self) -> float:
        """The size of the music, 1.0 for the natural one."""
        return self._zoom

    def set_zoom(self, zoom: float, place: QPoint | None = None) -> None:
        """Show the music larger or smaller; the lines are broken anew to fill the width.

        Args:
            zoom: 1.0 for the natural size.
            place: The music here, in the view, stays where it is.
        """
        zoom = max(_MIN_ZOOM, min(zoom, _MAX_ZOOM))
        if zoom != self._zoom:
            self._hold(place)
            self._zoom = zoom
            self._fit()
            self._width_timer.start(_ZOOM_WAIT_MS)
            self.zoom_changed.emit(zoom)

    def score_width(self) -> int:
        """Return the score width to engrave with, so that the score fills the view at this zoom."""
        scale = self._natural_scale()
        return max(600, round((self.viewport().width() / scale - 2 * _MARGIN_UNITS) / 10))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._hold(None)
        super().resizeEvent(event)
        self._fit()
        self._width_timer.start(_RESIZE_WAIT_MS)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            self.set_zoom(self._zoom * ZOOM_STEP**steps, event.position().toPoint())
            event.accept()
            return
        self._user_scrolled = True
        self._held = None
        super().wheelEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Take pinching on touch pads and screens for zooming."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                place = event.position().toPoint()
                self.set_zoom(self._zoom * (1 + event.value()), place)
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                place = self.viewport().mapFromGlobal(pinch.hotSpot().toPoint())
                self.set_zoom(self._zoom * pinch.scaleFactor(), place)
                return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._zoom * ZOOM_STEP)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.set_zoom(self._zoom / ZOOM_STEP)
        elif control and event.key() == Qt.Key.Key_0:
            self.set_zoom(1.0)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = event.position().toPoint()
        super().mousePressEvent(event)
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        place = event.position().toPoint()
        press, self._press = self._press, None
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if (place - press).manhattanLength() > _CLICK_PIXELS:
            return
        note = self.note_at(place)
        if note is None:
            self.background_clicked.emit()
        else:
            self.note_clicked.emit(note.offset)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        note = self.note_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and note is not None:
            self.note_double_clicked.emit(note.offset)

    @override
    @guarded
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self.score_scene is not None or not self.message:
            return
        painter.resetTransform()
        color = QColor(self._colors.ink)
        color.setAlphaF(0.75)
        painter.setPen(color)
        painter.setFont(self.font())
        area = self.viewport().rect().adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flags, self.message)

    def note_at(self, place: QPoint) -> ElementBox | None:
        """Return the note or rest at a place of the view, or very near to it."""
        if self.marks is None:
            return None
        tolerance = _CLICK_PIXELS / max(self.transform().m11(), 1e-6)
        point = self.mapToScene(place)
        return self.marks.index.note_near(point.x(), point.y(), tolerance)

    def _is_busy(self) -> bool:
        """Return whether the mouse is at work, so that nothing may move under it."""
        return False

    def _hold(self, place: QPoint | None) -> None:
        """Remember where the music at a place stands, or in the middle of what is in sight."""
        bar = self.verticalScrollBar()
        is_at_top = place is None and bar.value() == bar.minimum()
        if self.marks is None or self._held is not None or is_at_top:
            return
        area = self.viewport().rect()
        point = self.mapToScene(place or area.center())
        note = self.marks.index.note_near(point.x(), point.y(), 1e9)
        if note is not None:
            y = self.mapFromScene(QPointF(note.box.left, note.box.top)).y()
            self._held = note.offset, max(area.top(), min(y, area.bottom()))

    def _put_back(self) -> None:
        """Scroll so that what was held stands where it stood."""
        held, self._held = self._held, None
        boxes = self.marks.boxes_of(held[0]) if held is not None and self.marks else ()
        if held is not None and boxes:
            top = boxes[0].top * self.transform().m22()
            self.verticalScrollBar().setValue(round(top - held[1]))

    def _natural_scale(self) -> float:
        growth = max(1.0, min(self.viewport().width() / _GROWS_FROM_WIDTH, _MAX_GROWTH))
        return _STAFF_PIXELS * growth * self._zoom / _UNITS_PER_STAFF

    def _fit(self) -> None:
        """Scale the score to the width, one engraved for another width too."""
        if self.score_scene is None:
            self.resetTransform()
            return
        width = self.score_scene.sceneRect().width()
        scale = self.viewport().width() / width if width else 1.0
        self.setTransform(QTransform.fromScale(scale, scale))

    def _reveal(self, system: Box) -> None:
        visible = self.mapToScene(self.viewport().rect()).boundingRect()
        if visible.top() <= system.top and system.bottom <= visible.bottom():
            return
        top = (system.top - _SCROLL_MARGIN) * self.transform().m22()
        self.verticalScrollBar().setValue(round(top))

    @Slot()
    def _tell_width(self) -> None:
        width = self.score_width()
        if width != self._width_told:
            self._width_told = width
            self.width_changed.emit(width)
        else:
            self._held = None

    @Slot()
    def _on_user_scrolled(self) -> None:
        self._user_scrolled = True
