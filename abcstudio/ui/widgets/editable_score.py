"""A score that can be worked on: notes chosen, swept and dragged, its words edited in place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from abcstudio.engraving.page import ElementBox, Page
from abcstudio.ui.theme import LIGHT, Colors
from abcstudio.ui.widgets.note_drag import NoteDrag
from abcstudio.ui.widgets.score_marks import ScoreProblem
from abcstudio.ui.widgets.score_text_box import ScoreTextBox
from abcstudio.ui.widgets.score_view import ScoreView

_DRAG_PIXELS = 5
_SCROLL_PIXELS = 20
_WALKS = {
    Qt.Key.Key_Left: "previous", Qt.Key.Key_Right: "next", Qt.Key.Key_Up: "above",
    Qt.Key.Key_Down: "below", Qt.Key.Key_Home: "line_start", Qt.Key.Key_End: "line_end",
}  # fmt: skip
_FAR_WALKS = {Qt.Key.Key_Home: "first", Qt.Key.Key_End: "last"}


class EditableScore(ScoreView):
    """Tells what the person wants done to the music; all places are characters of the tune's text.

    Attributes:
        explain: Gives the words of the tooltip for a note.

    Signals:
        range_swept: Carries where a choice of notes begins, -1 for where it began before, where it
            ends, and whether it takes whole measures.
        note_drag_moved: A note is held over another staff position. Carries place and steps up.
        note_dragged: It was dropped there.
        text_clicked: Carries the element id of words such as a title or a syllable.
        text_requested: Words were double-clicked. Carries their element id.
        text_entered: Carries the element id and the new words.
        sign_requested: A clef, key signature or meter was double-clicked. Carries its kind and the
            place of the note after it.
        menu_requested: Carries the place of a note, -1 for none, and a point of the screen.
        walk_requested: Carries where to go and whether the choice grows.
        all_requested: Everything is to be chosen.
        removal_requested: What is chosen is to be removed.
        return_requested: The person wants to go to the text.
        words_requested: The words of what is chosen are to be edited.
    """

    range_swept = Signal(int, int, bool)
    note_drag_moved = Signal(int, int)
    note_dragged = Signal(int, int)
    text_clicked = Signal(str)
    text_requested = Signal(str)
    text_entered = Signal(str, str)
    sign_requested = Signal(str, int)
    menu_requested = Signal(int, QPoint)
    walk_requested = Signal(str, bool)
    all_requested = Signal()
    removal_requested = Signal()
    return_requested = Signal()
    words_requested = Signal()

    def __init__(self, colors: Colors = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(colors, parent)
        self.explain: Callable[[int], str] = lambda _offset: ""
        self._pressed: ElementBox | None = None
        self._drag: NoteDrag | None = None
        self._swept: tuple[int, bool] | None = None
        self._text_box: ScoreTextBox | None = None
        self._problems: tuple[ScoreProblem, ...] = ()
        self.viewport().setMouseTracking(True)

    @property
    def text_box(self) -> ScoreTextBox | None:
        """The line that words are being edited in, if any."""
        return self._text_box

    @override
    def set_page(self, page: Page | None) -> None:
        self._end_drag()
        self._swept = None
        super().set_page(page)
        if self._marks is not None:
            self._marks.set_problems(self._problems)

    def set_problems(self, problems: Sequence[ScoreProblem]) -> None:
        """Mark where the text is doubtful, on this page and on those that follow."""
        self._problems = tuple(problems)
        if self._marks is not None:
            self._marks.set_problems(self._problems)

    def name_dragged(self, words: str) -> None:
        """Write a name beside the note that is held."""
        if self._drag is not None:
            self._drag.say(words)

    def beside(self, offset: int, way: str) -> int | None:
        """Return the note "above" or "below" in another system, or at an end of its own."""
        boxes = self._marks.boxes_of(offset) if self._marks is not None else []
        if not boxes or self._marks is None:
            return None
        index = self._marks.index
        if way in ("above", "below"):
            return index.above_or_below(boxes[0], -1 if way == "above" else 1)
        ends = index.ends_of_row(boxes[0])
        return ends[way == "line_end"] if ends is not None else None

    def edit_text(self, element_id: str, words: str) -> None:
        """Let the person edit words of the score where they stand."""
        place = self._place_of_text(element_id)
        if place is None:
            return
        box = ScoreTextBox(words, place, self.viewport())
        self._text_box = box
        box.entered.connect(lambda entered: self.text_entered.emit(element_id, entered))
        box.left.connect(self._on_text_box_left)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint()
            self._pressed = self.note_at(self._press)
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton or self._press is None:
            self._show_cursor(place)
        elif self._drag is not None:
            if self._drag.move(place.y() - self._press.y()):
                self.note_drag_moved.emit(self._drag.offset, self._drag.steps)
        elif self._swept is not None:
            self._sweep(place)
        elif (place - self._press).manhattanLength() >= _DRAG_PIXELS:
            self._begin(place)
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        press, self._press = self._press, None
        if event.button() != Qt.MouseButton.LeftButton or press is None:
            return
        drag, is_swept = self._drag, self._swept is not None
        self._end_drag()
        self._swept = None
        if drag is not None:
            if drag.steps:
                self.note_dragged.emit(drag.offset, drag.steps)
        elif not is_swept:
            self._click(press, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self._show_cursor(event.position().toPoint())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        place = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self._marks is None:
            return
        point = self.mapToScene(place)
        text = self._marks.text_at(point)
        sign = self._marks.index.sign_at(point.x(), point.y())
        note = self.note_at(place)
        if text is not None:
            self.text_requested.emit(text[0])
        elif note is not None:
            self.note_double_clicked.emit(note.offset)
        elif sign is not None:
            after = self._marks.index.note_after(sign.box)
            self.sign_requested.emit(sign.kind, -1 if after is None else after)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            chosen = min(self._marks.selected, default=-1) if self._marks is not None else -1
            boxes = self._marks.boxes_of(chosen) if self._marks is not None else []
            place = self.viewport().rect().center()
            if boxes:
                place = self.mapFromScene(boxes[0].right, boxes[0].bottom)
            self.menu_requested.emit(chosen, self.viewport().mapToGlobal(place))
            return
        note = self.note_at(self.viewport().mapFromGlobal(event.globalPos()))
        self.menu_requested.emit(-1 if note is None else note.offset, event.globalPos())

    @override
    def event(self, event: QEvent) -> bool:
        """Keep some keys from the window's commands while they mean something here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            cancels = event.key() == Qt.Key.Key_Escape and self._is_busy()
            if cancels or (_is_all(event) and self._marks is not None):
                event.accept()
                return True
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the mouse when it rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(event.pos())
            area = QRect(event.pos() - QPoint(8, 8), event.pos() + QPoint(8, 8))
            QToolTip.showText(event.globalPos(), words, self.viewport(), area)
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        is_far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        walk = (_FAR_WALKS if is_far else _WALKS).get(key)
        others = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        event.accept()
        if self._marks is None or modifiers & others:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self._is_busy():
            self._cancel()
        elif _is_all(event):
            self.all_requested.emit()
        elif walk is not None and not (walk in ("above", "below") and not self._marks.selected):
            grows = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.walk_requested.emit(walk, grows)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_far:
            self.return_requested.emit()
        elif key == Qt.Key.Key_F2:
            self.words_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def _is_busy(self) -> bool:
        return self._drag is not None or self._swept is not None

    def _begin(self, place: QPoint) -> None:
        """Drag the note that was pressed, or begin to sweep: what the mouse's way tells."""
        assert self._press is not None
        if self._marks is None or self._page_scene is None:
            return
        way, note = place - self._press, self._pressed
        if note is None:
            point = self.mapToScene(self._press)
            near = self._marks.index.note_in_measure(point.x(), point.y(), 1e9)
            if near is not None:
                self._swept = near.offset, True
                self._sweep(place)
        elif note.element_id.startswith("n-") and abs(way.y()) > abs(way.x()):
            self._drag = NoteDrag.of(
                self._page_scene,
                self._marks.index,
                note,
                self.transform().m22(),
                self._colors,
                self.font(),
            )
            if self._drag is not None:
                self.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
                self._drag.move(way.y())
                self.note_drag_moved.emit(self._drag.offset, self._drag.steps)
        else:
            self._swept = note.offset, False
            self._sweep(place)

    def _sweep(self, place: QPoint) -> None:
        """Choose up to the note under the mouse, and scroll when it leaves the view."""
        if self._swept is None or self._marks is None:
            return
        bar, area = self.verticalScrollBar(), self.viewport().rect()
        if not area.top() <= place.y() <= area.bottom():
            bar.setValue(bar.value() + (_SCROLL_PIXELS if place.y() > 0 else -_SCROLL_PIXELS))
        point = self.mapToScene(place)
        note = self._marks.index.note_in_measure(point.x(), point.y(), 1e9)
        if note is not None:
            self.range_swept.emit(self._swept[0], note.offset, self._swept[1])

    def _click(self, place: QPoint, grows: bool) -> None:
        """Choose what was clicked: a note, words, a measure, or nothing."""
        if self._marks is None:
            self.background_clicked.emit()
            return
        point, note = self.mapToScene(place), self._pressed
        text = self._marks.text_at(point)
        if text is not None and not grows:
            self.text_clicked.emit(text[0])
        elif note is not None and grows:
            self.range_swept.emit(-1, note.offset, False)
        elif note is not None:
            self.note_clicked.emit(note.offset)
        else:
            near = self._marks.index.note_in_measure(point.x(), point.y(), 0)
            if near is None:
                self.background_clicked.emit()
            else:
                self.range_swept.emit(-1 if grows else near.offset, near.offset, True)

    def _cancel(self) -> None:
        """Let go of what the mouse holds; nothing is changed."""
        self._end_drag()
        self._swept = self._press = None

    def _end_drag(self) -> None:
        if self._drag is not None:
            self._drag.remove()
            self._drag = None
            self.viewport().unsetCursor()

    def _show_cursor(self, place: QPoint) -> None:
        """Let the pointer tell what can be done with what is under it."""
        shape = Qt.CursorShape.ArrowCursor
        if self._marks is not None:
            point = self.mapToScene(place)
            if self._marks.text_at(point) is not None:
                shape = Qt.CursorShape.IBeamCursor
            elif self.note_at(place) is not None or self._marks.index.sign_at(point.x(), point.y()):
                shape = Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _words_at(self, place: QPoint) -> str:
        """Return the problem at a place and what stands there; beside the music, what can be done."""
        if self._is_busy():
            return ""
        if self._marks is None:
            return self.toolTip()
        point = self.mapToScene(place)
        note = self.note_at(place)
        words = ""
        if self._marks.text_at(point) is not None:
            words = self.tr("Double-click to edit")
        elif note is not None:
            words = self.explain(note.offset)
        elif self._marks.index.sign_at(point.x(), point.y()) is not None:
            words = self.tr("Double-click to find it in the text")
        elif self._marks.index.note_in_measure(point.x(), point.y()) is None:
            words = self.toolTip()
        return "\n".join(filter(None, (self._marks.sentence_at(point), words)))

    def _place_of_text(self, element_id: str) -> QRect | None:
        if self._marks is None:
            return None
        rect = self._marks.place_of_text(element_id)
        if rect is None:
            return None
        self.ensureVisible(rect)
        return self.mapFromScene(rect).boundingRect()

    def _on_text_box_left(self, by_key: bool) -> None:
        self._text_box = None
        if by_key:
            self.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_all(event: QKeyEvent) -> bool:
    is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_control and event.key() == Qt.Key.Key_A
