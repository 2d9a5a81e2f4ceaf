"""A score that can be worked on: notes chosen, swept and dragged, its words edited in place."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.ui.look.plain_text import tooltip
from abcstudio.ui.score.score_marks import ScoreProblem
from abcstudio.ui.score.score_mouse import ScoreMouse
from abcstudio.ui.score.score_text_box import ScoreTextBox
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.services.studio import Studio

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_WALKS = {
    Qt.Key.Key_Left: "previous", Qt.Key.Key_Right: "next", Qt.Key.Key_Up: "above",
    Qt.Key.Key_Down: "below", Qt.Key.Key_Home: "line_start", Qt.Key.Key_End: "line_end",
    Qt.Key.Key_PageUp: "above", Qt.Key.Key_PageDown: "below",
}  # fmt: skip
_FAR_WALKS = {Qt.Key.Key_Home: "first", Qt.Key.Key_End: "last"}
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_STEPS_OF_OCTAVE = 7
_SEMITONES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


def walk_of(key: Qt.Key, modifiers: Qt.KeyboardModifier, *, has_choice: bool) -> str | None:
    """Return where a key goes from the chosen note; without one no key goes between systems."""
    walk = (_FAR_WALKS if modifiers & _CONTROL else _WALKS).get(key)
    return walk if has_choice or walk not in ("above", "below") else None


def steps_of(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> int:
    """Return the staff positions that a key moves the chosen notes up; 0 for other keys."""
    if modifiers & _SHIFT:
        return 0
    return _STEPS.get(key, 0) * (_STEPS_OF_OCTAVE if modifiers & _CONTROL else 1)


def semitones_of(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> int:
    """Return the semitones that a key raises the chosen notes by; 0 for other keys."""
    return 0 if modifiers & _CONTROL else _SEMITONES.get(key, 0)


class EditableScore(ScoreView):
    """Emits requests to change the music; all places are characters of the tune's text.

    Signals:
        range_swept: Carries where a choice of notes begins, -1 for where it began before, where it
            ends, and whether it takes whole measures.
        note_drag_moved: A note is held over another staff position. Carries place and steps up.
        note_dragged: It was dropped there.
        loop_end_dragged: The loop's end, or its beginning, is led to a note. Carries the note's
            place, and whether it is the end.
        text_clicked: Carries the element id of words such as a title or a syllable.
        text_requested: Words were double-clicked. Carries their element id.
        text_entered: Carries the element id and the new words.
        sign_requested: A clef, key signature or meter was double-clicked. Carries its kind and the
            place of the note after it.
        menu_requested: Carries the place of a note, -1 for none, and a point of the screen.
        walk_requested: Carries where to go and whether the choice grows.
        steps_requested: The chosen notes are to move. Carries the staff positions, up.
        alteration_requested: They are to be sharpened or flattened. Carries the semitones, up.
        all_requested: Everything is to be chosen.
        removal_requested: What is chosen is to be removed.
        return_requested: The person wants to go to the text.
        words_requested: The words of what is chosen are to be edited.
    """

    range_swept = Signal(int, int, bool)
    note_drag_moved = Signal(int, int)
    note_dragged = Signal(int, int)
    loop_end_dragged = Signal(int, bool)
    text_clicked = Signal(str)
    text_requested = Signal(str)
    text_entered = Signal(str, str)
    sign_requested = Signal(str, int)
    menu_requested = Signal(int, QPoint)
    walk_requested = Signal(str, bool)
    steps_requested = Signal(int)
    alteration_requested = Signal(int)
    all_requested = Signal()
    removal_requested = Signal()
    return_requested = Signal()
    words_requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.mouse = ScoreMouse(self)
        self._pass_on(self.mouse)
        self._text_box: ScoreTextBox | None = None
        self.viewport().setMouseTracking(True)

    def set_explainer(self, explain: Callable[[int], str]) -> None:
        """Show what `explain` says of a note where the mouse rests on it."""
        self.mouse.set_explainer(explain)

    def _pass_on(self, mouse: ScoreMouse) -> None:
        """Emit the signals of the mouse as the score's own."""
        mouse.note_clicked.connect(self.note_clicked)
        mouse.note_double_clicked.connect(self.note_double_clicked)
        mouse.background_clicked.connect(self.background_clicked)
        mouse.range_swept.connect(self.range_swept)
        mouse.note_drag_moved.connect(self.note_drag_moved)
        mouse.note_dragged.connect(self.note_dragged)
        mouse.loop_end_dragged.connect(self.loop_end_dragged)
        mouse.text_clicked.connect(self.text_clicked)
        mouse.text_requested.connect(self.text_requested)
        mouse.sign_requested.connect(self.sign_requested)

    @property
    def text_box(self) -> ScoreTextBox | None:
        """The line that words are being edited in, if any."""
        return self._text_box

    @override
    def set_score(self, engraved: EngravedScore | None) -> None:
        self.mouse.let_go()
        super().set_score(engraved)

    def set_problems(self, problems: Sequence[ScoreProblem]) -> None:
        """Mark where the text is doubtful, in this score; the next one begins without marks."""
        if self.marks is not None:
            self.marks.set_problems(problems)

    def set_loop(self, offsets: Collection[int]) -> None:
        """Mark the notes that are repeated, in this score; the next one begins without marks."""
        if self.marks is not None:
            self.marks.set_loop(offsets)

    def name_dragged(self, words: str) -> None:
        """Write a name beside the note that is held."""
        self.mouse.name_dragged(words)

    def beside(self, offset: int, way: str) -> int | None:
        """Return the note "above" or "below" in another system, or at an end of its own."""
        boxes = self.marks.boxes_of(offset) if self.marks is not None else []
        if not boxes or self.marks is None:
            return None
        index = self.marks.index
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
        event.accept()
        self.mouse.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.mouse.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.mouse.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.mouse.double_click(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            chosen = min(self.marks.selected, default=-1) if self.marks is not None else -1
            boxes = self.marks.boxes_of(chosen) if self.marks is not None else []
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
            if cancels or (_is_all(event) and self.marks is not None):
                event.accept()
                return True
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the mouse when it rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.mouse.words_at(event.pos())
            area = QRect(event.pos() - QPoint(8, 8), event.pos() + QPoint(8, 8))
            QToolTip.showText(event.globalPos(), tooltip(words), self.viewport(), area)
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        is_far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        has_choice = self.marks is not None and bool(self.marks.selected)
        walk = walk_of(key, modifiers, has_choice=has_choice)
        others = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        event.accept()
        if self.marks is None or modifiers & others:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self._is_busy():
            self.mouse.let_go()
        elif _is_all(event):
            self.all_requested.emit()
        elif has_choice and (steps := steps_of(key, modifiers)):
            self.steps_requested.emit(steps)
        elif has_choice and (semitones := semitones_of(key, modifiers)):
            self.alteration_requested.emit(semitones)
        elif walk is not None:
            grows = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.walk_requested.emit(walk, grows)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_far:
            self.return_requested.emit()
        elif key == Qt.Key.Key_F2 and modifiers == Qt.KeyboardModifier.NoModifier:
            self.words_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def _is_busy(self) -> bool:
        return self.mouse.is_busy

    def _place_of_text(self, element_id: str) -> QRect | None:
        if self.marks is None:
            return None
        rect = self.marks.place_of_text(element_id)
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
