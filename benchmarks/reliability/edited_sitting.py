"""One text edited from its opening to the last undo, by hand and in a memory kept beside."""

import time

from edited_checks import (
    BrokenPromiseError,
    Tally,
    difference,
    notes_that_lead_back,
    score_difference,
    tune_at,
)
from edited_window import Desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat
from random_edits import COMMANDS, Edit, RandomEdits

from abcstudio.errors import EditError
from abcstudio.notation.editing.fixing import fixed_text
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.documents.editor_text import EditorText, to_position
from abcstudio.ui.words.translation import message

LONGEST_CLUSTER = 12
"""Characters that one press of Delete may take: a letter with all that stands on it."""
_KEYS = {
    "return": (Qt.Key.Key_Return, "\r"),
    "backspace": (Qt.Key.Key_Backspace, "\b"),
    "delete": (Qt.Key.Key_Delete, "\x7f"),
}


class Sitting:
    """One text, edited from its opening to the last undo."""

    def __init__(self, desk: Desk, edits: RandomEdits, tally: Tally) -> None:
        self._desk = desk
        self._edits = edits
        self._tally = tally
        self._editor = desk.editor
        text = edits.first_text()
        self._document = desk.open(text)
        # What should be in the editor, kept beside it.
        self.text = EditorText.of(text if text.endswith("\n") else text + "\n").shown
        self._history = [self.text]
        self._place = 0
        self._caret = 0
        self._expect_text()

    def run(self, count: int, engrave_each: int) -> None:
        """Make so many edits, then take all of them back and make them again."""
        since_score = 0
        for number in range(count):
            start = time.process_time()
            self.make(self._edits.next(self.text, self._caret))
            took = time.process_time() - start
            self._tally.slowest_edit_seconds = max(self._tally.slowest_edit_seconds, took)
            since_score += 1
            # Several edits may come before the score is looked at, as when a person types.
            if number % 3 == 2:
                self.compare()
            if since_score >= engrave_each:
                since_score = 0
                self.compare_score()
        self.take_back()
        self._desk.close(self._document)

    def make(self, edit: Edit) -> None:
        """Make one edit with the hands and in memory, and compare the texts."""
        self._tally.edits[edit.kind] += 1
        if edit.kind in ("undo", "redo"):
            self._step(-1 if edit.kind == "undo" else 1)
            return
        self._editor.select(Span(edit.start, edit.end))
        if edit.kind in ("type", "phrase"):
            self._type(edit)
        else:
            self._expect_text(self._done_by_hand(edit))
            self._remember()
        self._caret = self._editor.caret()

    def _remember(self) -> None:
        """Keep the text: undo and redo may come back to it."""
        if self.text != self._history[self._place]:
            del self._history[self._place + 1 :]
            self._history.append(self.text)
            self._place += 1

    def _type(self, edit: Edit) -> None:
        """Type a character, or a phrase character by character, in place of what is selected."""
        head, tail = self.text[: edit.start], self.text[edit.end :]
        typed = ""
        for key in [edit.text] if edit.kind == "type" else edit.text:
            self._desk.press(0, key)
            typed += key
            self._expect_text(head + typed + tail)
            self._remember()

    def _done_by_hand(self, edit: Edit) -> str:
        """Do it in the window; return what the text should be then."""
        before = self.text
        head, tail = before[: edit.start], before[edit.end :]
        if edit.kind == "return":
            self._desk.press(*_KEYS["return"])
            return head + "\n" + tail
        if edit.kind in ("backspace", "delete"):
            return self._deleted(edit)
        if edit.kind == "paste":
            QGuiApplication.clipboard().setText(edit.text)
            self._desk.trigger("edit.paste")
            return head + EditorText.of(edit.text).shown + tail
        if edit.kind == "cut":
            self._desk.trigger("edit.cut")
            self._expect_clipboard(before[edit.start : edit.end])
            return head + tail
        if edit.kind == "line":
            self._desk.press(*_KEYS["delete"])
            return head + (tail if edit.end > edit.start else tail[1:])
        return self._fixed() if edit.kind == "fix" else self._commanded(edit)

    def _deleted(self, edit: Edit) -> str:
        """Press Backspace or Delete; what goes may be a letter with all that stands on it."""
        before = self.text
        place = edit.end if edit.kind == "backspace" else edit.start
        self._editor.select(Span(place, place))
        self._desk.press(*_KEYS[edit.kind])
        after = self._editor.text()
        gone = len(before) - len(after)
        if edit.start == edit.end:
            return before
        if not 1 <= gone <= LONGEST_CLUSTER:
            raise BrokenPromiseError(f"{edit.kind} took {gone} characters")
        start = place - gone if edit.kind == "backspace" else place
        for part in range(1, gone):
            # Undo gives such a letter back in steps.
            self.text = before[:start] + before[start + part :]
            self._remember()
        return before[:start] + before[start + gone :]

    def _expect_clipboard(self, cut: str) -> None:
        found = QGuiApplication.clipboard().text()
        if cut and found != cut:
            raise BrokenPromiseError(f"cut {cut!r}, but the clipboard holds {found!r}")

    def _commanded(self, edit: Edit) -> str:
        """Choose a command; the engine says what should come of it."""
        tune = tune_at(self.text, edit.start)
        change = COMMANDS[edit.text]
        if edit.text == "measures":
            self._desk.composer.desk.rewrite_tune(change)
        else:
            self._desk.trigger(edit.text)
        if tune is None:
            return self.text
        try:
            changed = change(tune.text)
        except EditError:
            self._tally.commands_refused += 1
            return self.text
        end = tune.offset + len(tune.text)
        return self.text[: tune.offset] + changed + self.text[end:]

    def _fixed(self) -> str:
        """Fix the problem that the strip names, if it knows how."""
        view = self._desk.composer.desk.watch.settle()
        fix = self._desk.composer.rooms[ProblemsRoom].strip.shown_fix
        self._desk.trigger("tune.fix_problem")
        found = view.finding_of(fix) if view is not None and fix is not None else None
        if view is None or found is None:
            return self.text
        try:
            fixed = fixed_text(view.score, found, view.tune.file_header)
        except EditError:
            self._tally.commands_refused += 1
            return self.text
        return self.text[: view.offset] + fixed + self.text[view.end :]

    def _step(self, by: int) -> None:
        """Undo or redo: the text must be one that it was before, or will be again."""
        self._desk.trigger("edit.undo" if by < 0 else "edit.redo")
        found = self._editor.text()
        place = self._place
        if found != self.text:
            place += by
            while 0 <= place < len(self._history) and self._history[place] != found:
                place += by
            if not 0 <= place < len(self._history):
                name = "undo" if by < 0 else "redo"
                raise BrokenPromiseError(f"{name} makes a text that never was")
        self._place, self.text = place, found
        self._caret = self._editor.caret()

    def take_back(self) -> None:
        """Undo all, which must give the first text; redo all, which must give the last."""
        last = self.text
        document = self._document.text_document
        for by, goal in ((-1, self._history[0]), (1, self._history[-1])):
            while document.isUndoAvailable() if by < 0 else document.isRedoAvailable():
                self._step(by)
            if self.text != goal:
                raise BrokenPromiseError("undoing or redoing all ends at another text")
            if by < 0 and self._document.is_modified:
                raise BrokenPromiseError("all is undone, and the text counts as modified")
            self.compare()
        if self._history[-1] == last and self.text != last:
            raise BrokenPromiseError("what was undone does not come again")

    def _expect_text(self, expected: str | None = None) -> None:
        if expected is not None:
            self.text = expected
        found = self._editor.text()
        if found != self.text:
            raise BrokenPromiseError(f"another text: {difference(self.text, found)}")
        if self.text != (self._history or [self.text])[0] and not self._document.is_modified:
            raise BrokenPromiseError("an edited text does not count as modified")

    def compare(self) -> None:
        """Compare what the page makes of the text with what the engine makes of it anew."""
        composer = self._desk.composer
        view = composer.desk.watch.settle()
        tune = tune_at(self.text, self._editor.caret())
        self._tally.texts_compared += 1
        if tune is None or view is None:
            if not (tune is None and view is None):
                raise BrokenPromiseError("a tune is seen where there is none")
            return
        if (view.text, view.offset, view.tune.file_header) != (
            tune.text, tune.offset, tune.file_header
        ):  # fmt: skip
            raise BrokenPromiseError("another tune is seen at the caret")
        fresh = parse(tune.text, tune.file_header)
        if what := score_difference(view.score, fresh):
            raise BrokenPromiseError(f"read in parts otherwise than anew: {what}")
        expected = [
            (each.span.start + tune.offset, each.span.end + tune.offset, each.severity,
             message(f"notation.{each.code}", each.parameters))
            for each in fresh.diagnostics
        ]  # fmt: skip
        shown = [
            (each.span.start, each.span.end, each.severity, each.sentence)
            for each in composer.rooms[ProblemsRoom].strip.problems
        ]
        if shown != expected:
            raise BrokenPromiseError("other problems are named than the text has")
        self._tally.problems_compared += len(expected)
        self._compare_underlines([(start, end) for start, end, _, _ in expected])

    def _compare_underlines(self, problems: list[tuple[int, int]]) -> None:
        """Compare the places of the wavy lines: each must be a problem's."""
        last = max(0, self._editor.document().characterCount() - 1)
        places = {
            tuple(
                min(to_position(self.text, place), last) for place in (start, max(end, start + 1))
            )
            for start, end in problems
        }
        wave = QTextCharFormat.UnderlineStyle.WaveUnderline
        for mark in self._editor.extraSelections():
            if mark.format.underlineStyle() == wave:
                place = (mark.cursor.selectionStart(), mark.cursor.selectionEnd())
                if place not in places:
                    raise BrokenPromiseError(f"a wavy line at {place}, where no problem is")

    def compare_score(self) -> None:
        """Wait for the score of the newest text; each of its notes must lead to one of the text."""
        self.compare()
        view = self._desk.composer.desk.watch.view
        if view is None:
            return
        engraved = self._desk.engraved_of(view.text)
        self._tally.scores += 1
        self._tally.notes_led_back += notes_that_lead_back(engraved, view.score)
        notes = [each for each in engraved.notes if each.element_id.startswith("n-")]
        if notes:
            offset = notes[self._tally.scores % len(notes)].offset
            self._desk.composer.parts.score.note_clicked.emit(offset)
            if self._editor.selection() not in view.places((offset,)):
                raise BrokenPromiseError("a click on a note selects something else")
