"""A note held by the mouse: how far it has been moved, and the head that shows it."""

from PySide6.QtGui import QFont

from abcstudio.engraving.drawing.drawing_parts import ElementBox, Glyph
from abcstudio.engraving.drawing.score_index import HALF_SPACE
from abcstudio.ui.score.ghost_note import GhostNote
from abcstudio.ui.score.score_marks import ScoreMarks

_MOST_STEPS = 21
_HEADS = range(0xE0A0, 0xE100)


class NoteDrag:
    """One note between press and release."""

    def __init__(self, note: ElementBox, scale: float, ghost: GhostNote) -> None:
        self.offset = note.offset
        self.steps = 0
        self._pixels_a_step = HALF_SPACE * scale
        self._ghost = ghost

    @classmethod
    def of(
        cls, marks: ScoreMarks, note: ElementBox, scale: float, font: QFont
    ) -> "NoteDrag | None":
        """Take hold of a note; None where its head or staff is not found.

        Args:
            marks: Those of the score that shows it.
            note: The note.
            scale: Pixels a unit of the score.
            font: For its name.
        """
        engraved = marks.engraved
        heads = [
            item
            for item in engraved.items
            if isinstance(item, Glyph)
            and item.element_id == note.element_id
            and int(item.name, 16) in _HEADS
        ]
        staff = marks.index.staff_of(note.box)
        if not heads or staff is None:
            return None
        return cls(note, scale, GhostNote(marks, heads[0], note.box, staff, font))

    def move(self, pixels: int) -> bool:
        """Follow the mouse so far below where it was pressed; return whether the step changed."""
        steps = round(-pixels / self._pixels_a_step)
        steps = max(-_MOST_STEPS, min(steps, _MOST_STEPS))
        if steps == self.steps:
            return False
        self.steps = steps
        self._ghost.move(steps)
        return True

    def say(self, words: str) -> None:
        """Write the note's name beside it."""
        self._ghost.say(words)

    def remove(self) -> None:
        """Let go of it."""
        self._ghost.remove()
