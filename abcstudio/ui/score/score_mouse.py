"""What the mouse does on a score: choosing, sweeping over measures, dragging notes, resting."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent

from abcstudio.engraving.drawing.drawing_parts import ElementBox
from abcstudio.ui.score.note_drag import NoteDrag
from abcstudio.ui.score.score_marks import ScoreMarks
from abcstudio.ui.score.score_view import ScoreView

_DRAG_PIXELS = 5
_SCROLL_PIXELS = 20
_ANYWHERE = 1e9


class ScoreMouse(QObject):
    """Follows the mouse from press to release and tells what was meant.

    Args of the constructor:
        score: The view that the mouse is over.

    Signals:
        note_clicked: Carries the place of the note or rest in the tune's text.
        note_double_clicked: The same for a double click.
        background_clicked: A click on nothing.
        range_swept: Carries where a choice of notes begins, -1 for where it began before, where it
            ends, and whether it takes whole measures.
        note_drag_moved: A note is held over another staff position. Carries place and steps up.
        note_dragged: It was dropped there.
        loop_end_dragged: The loop's end, or its beginning, is led to a note. Carries the note's
            place, and whether it is the end.
        text_clicked: Carries the element id of words such as a title or a syllable.
        text_requested: Words were double-clicked. Carries their element id.
        sign_requested: A clef, key signature or meter was double-clicked. Carries its kind and the
            place of the note after it.
    """

    note_clicked = Signal(int)
    note_double_clicked = Signal(int)
    background_clicked = Signal()
    range_swept = Signal(int, int, bool)
    note_drag_moved = Signal(int, int)
    note_dragged = Signal(int, int)
    loop_end_dragged = Signal(int, bool)
    text_clicked = Signal(str)
    text_requested = Signal(str)
    sign_requested = Signal(str, int)

    def __init__(self, score: ScoreView) -> None:
        super().__init__(score)
        self._score = score
        self._explain: Callable[[int], str] = lambda _offset: ""
        self._press: QPoint | None = None
        self._pressed: ElementBox | None = None
        self._drag: NoteDrag | None = None
        self._swept: tuple[int, bool] | None = None
        # Which end of the loop is held, True for its end, and the note that it was last led to.
        self._loop_end: bool | None = None
        self._loop_note = -1

    def set_explainer(self, explain: Callable[[int], str]) -> None:
        """Show what `explain` says of a note where the mouse rests on it."""
        self._explain = explain

    @property
    def is_busy(self) -> bool:
        """Whether a note or an end of the loop is held, or measures are swept over."""
        is_held = self._drag is not None or self._loop_end is not None
        return is_held or self._swept is not None

    def press(self, event: QMouseEvent) -> None:
        """Remember what was pressed."""
        self._press = self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint()
            marks = self._score.marks
            if marks is not None:
                self._loop_end = marks.loop_end_at(self._score.mapToScene(self._press))
                self._loop_note = -1
            if self._loop_end is None:
                self._pressed = self._score.note_at(self._press)

    def move(self, event: QMouseEvent) -> None:
        """Carry on what the mouse does."""
        place = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton or self._press is None:
            self._show_cursor(place)
        elif self._loop_end is not None:
            self._move_loop_end(place, self._loop_end)
        elif self._drag is not None:
            if self._drag.move(place.y() - self._press.y()):
                self.note_drag_moved.emit(self._drag.offset, self._drag.steps)
        elif self._swept is not None:
            self._sweep(place)
        elif (place - self._press).manhattanLength() >= _DRAG_PIXELS:
            self._begin(place, self._press)

    def release(self, event: QMouseEvent) -> None:
        """Tell what was done between press and release."""
        press, drag = self._press, self._drag
        was_dragged = self._swept is not None or self._loop_end is not None
        if event.button() != Qt.MouseButton.LeftButton or press is None:
            return
        self.let_go()
        if drag is not None:
            if drag.steps:
                self.note_dragged.emit(drag.offset, drag.steps)
        elif not was_dragged:
            self._click(press, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self._show_cursor(event.position().toPoint())

    def double_click(self, event: QMouseEvent) -> None:
        """Edit words, play from a note, or find a sign in the text."""
        score, place = self._score, event.position().toPoint()
        marks = score.marks
        if event.button() != Qt.MouseButton.LeftButton or marks is None:
            return
        point = score.mapToScene(place)
        text = marks.text_at(point)
        note = score.note_at(place)
        sign = marks.index.sign_at(point.x(), point.y())
        if text is not None:
            self.text_requested.emit(text[0])
        elif note is not None:
            self.note_double_clicked.emit(note.offset)
        elif sign is not None:
            after = marks.index.note_after(sign.box)
            self.sign_requested.emit(sign.kind, -1 if after is None else after)

    def let_go(self) -> None:
        """End what the mouse does without a signal."""
        self._press = self._swept = self._loop_end = None
        if self._drag is not None:
            self._drag.remove()
            self._drag = None
            self._score.viewport().unsetCursor()

    def name_dragged(self, words: str) -> None:
        """Write a name beside the note that is held."""
        if self._drag is not None:
            self._drag.say(words)

    def words_at(self, place: QPoint) -> str:
        """Return the problem and what stands at a place; beside the music, what can be done."""
        score, marks = self._score, self._score.marks
        if self.is_busy:
            return ""
        if marks is None:
            return score.toolTip()
        point = score.mapToScene(place)
        note = score.note_at(place)
        words = ""
        if marks.loop_end_at(point) is not None:
            words = QCoreApplication.translate("ScoreMouse", "Drag to repeat more or less")
        elif marks.text_at(point) is not None:
            words = QCoreApplication.translate("ScoreMouse", "Double-click to edit")
        elif note is not None:
            words = self._explain(note.offset)
        elif marks.index.sign_at(point.x(), point.y()) is not None:
            words = QCoreApplication.translate("ScoreMouse", "Double-click to find it in the text")
        elif marks.index.note_in_measure(point.x(), point.y()) is None:
            words = score.toolTip()
        return "\n".join(filter(None, (marks.sentence_at(point), words)))

    def _begin(self, place: QPoint, press: QPoint) -> None:
        """Drag the note that was pressed, or begin to sweep: what the mouse's way tells."""
        score, marks, note = self._score, self._score.marks, self._pressed
        if marks is None:
            return
        way = place - press
        if note is None:
            point = score.mapToScene(press)
            near = marks.index.note_in_measure(point.x(), point.y(), _ANYWHERE)
            if near is not None:
                self._swept = near.offset, True
                self._sweep(place)
        elif note.element_id.startswith("n-") and abs(way.y()) > abs(way.x()):
            self._take(note, marks, way.y())
        else:
            self._swept = note.offset, False
            self._sweep(place)

    def _take(self, note: ElementBox, marks: ScoreMarks, pixels: int) -> None:
        """Take hold of a note."""
        score = self._score
        self._drag = NoteDrag.of(marks, note, score.transform().m22(), score.font())
        if self._drag is not None:
            score.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
            self._drag.move(pixels)
            self.note_drag_moved.emit(self._drag.offset, self._drag.steps)

    def _sweep(self, place: QPoint) -> None:
        """Choose up to the note under the mouse, and scroll when it leaves the view."""
        score, marks = self._score, self._score.marks
        if self._swept is None or marks is None:
            return
        bar, area = score.verticalScrollBar(), score.viewport().rect()
        if not area.top() <= place.y() <= area.bottom():
            bar.setValue(bar.value() + (_SCROLL_PIXELS if place.y() > 0 else -_SCROLL_PIXELS))
        point = score.mapToScene(place)
        note = marks.index.note_in_measure(point.x(), point.y(), _ANYWHERE)
        if note is not None:
            self.range_swept.emit(self._swept[0], note.offset, self._swept[1])

    def _move_loop_end(self, place: QPoint, is_end: bool) -> None:
        """Let the loop begin or end at the note under the mouse."""
        marks = self._score.marks
        if marks is None:
            return
        point = self._score.mapToScene(place)
        note = marks.index.note_in_measure(point.x(), point.y(), _ANYWHERE)
        if note is not None and note.offset != self._loop_note:
            self._loop_note = note.offset
            self.loop_end_dragged.emit(note.offset, is_end)

    def _click(self, place: QPoint, grows: bool) -> None:
        """Choose what was clicked: a note, words, a measure, or nothing."""
        score, marks, note = self._score, self._score.marks, self._pressed
        if marks is None:
            self.background_clicked.emit()
            return
        point = score.mapToScene(place)
        text = marks.text_at(point)
        if text is not None and not grows:
            self.text_clicked.emit(text[0])
        elif note is not None and grows:
            self.range_swept.emit(-1, note.offset, False)
        elif note is not None:
            self.note_clicked.emit(note.offset)
        else:
            near = marks.index.note_in_measure(point.x(), point.y(), 0)
            if near is None:
                self.background_clicked.emit()
            else:
                self.range_swept.emit(-1 if grows else near.offset, near.offset, True)

    def _show_cursor(self, place: QPoint) -> None:
        """Let the pointer tell what can be done with what is under it."""
        score, marks = self._score, self._score.marks
        shape = Qt.CursorShape.ArrowCursor
        if marks is not None:
            point = score.mapToScene(place)
            if marks.loop_end_at(point) is not None:
                shape = Qt.CursorShape.SizeHorCursor
            elif marks.text_at(point) is not None:
                shape = Qt.CursorShape.IBeamCursor
            elif score.note_at(place) or marks.index.sign_at(point.x(), point.y()):
                shape = Qt.CursorShape.PointingHandCursor
        if score.viewport().cursor().shape() != shape:
            score.viewport().setCursor(shape)
