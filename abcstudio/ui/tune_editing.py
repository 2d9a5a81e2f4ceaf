"""Commands that change a tune's text as music: each one a step that can be undone."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from abcstudio.errors import EditError
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.fix_check import fixed_text
from abcstudio.notation.line_edits import (
    MAX_MEASURES_PER_LINE,
    measures_per_line,
    modern_line_breaks,
)
from abcstudio.notation.note_edits import move_octaves
from abcstudio.notation.note_lengths import double_lengths, halve_lengths, with_unit_note_length
from abcstudio.notation.spans import Span, line_and_column, nearest_offset
from abcstudio.notation.transposition import transpose
from abcstudio.notation.tunebook_edits import TuneOrder, renumber, sort_tunes
from abcstudio.notation.writer import write
from abcstudio.ui.actions import Actions
from abcstudio.ui.choice_dialog import ChoiceDialog
from abcstudio.ui.studio import Studio
from abcstudio.ui.translation import error_sentence
from abcstudio.ui.transpose_dialog import TransposeDialog
from abcstudio.ui.tune_watch import TuneView

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage

_PAGE = "composer"
_USUAL_MEASURES = 4
_UNITS = ("1/4", "1/8", "1/16", "1/32")
_HIGHEST_NUMBER = 999_999


class TuneEditing(QObject):
    """Registers the commands and does them on the tune at the caret, or on the whole text."""

    def __init__(self, page: "ComposerPage", studio: Studio, actions: Actions) -> None:
        super().__init__(page)
        self._page = page
        self._studio = studio
        self._actions = actions
        self._tune_ids: list[str] = []
        self._book_ids: list[str] = []
        self._add_pitches()
        self._add_lengths_and_lines()
        self._add_tunebook()
        self._add_fix()
        page.problems.fix_requested.connect(self._apply_fix)
        page.problems.shown_changed.connect(self._show_fix_state)
        page.documents.current_changed.connect(self._show_states)
        page.documents.state_changed.connect(self._show_states)
        page.watch.tune_changed.connect(self._show_states)
        page.session.started.connect(self._show_states)
        page.session.ended.connect(self._show_states)
        self._show_states()

    def _add(
        self,
        action_id: str,
        words: str,
        triggered: Callable[[], object],
        tooltip: str,
        *,
        keys: str = "",
        icon_name: str = "",
        group: str = "",
    ) -> None:
        self._actions.add(
            f"tune.{action_id}", words, triggered, menu="tune", page=_PAGE, keys=keys,
            icon_name=icon_name, tooltip=tooltip, group=group,
        )  # fmt: skip
        (self._book_ids if group == "tunebook" else self._tune_ids).append(f"tune.{action_id}")

    def _add_pitches(self) -> None:
        add = partial(self._add, group="pitches")
        add(
            "transpose",
            self.tr("&Transpose…"),
            self._ask_transposition,
            self.tr("Move the tune to another key or by an interval"),
            keys="Ctrl+Shift+T",
        )
        whole = self.tr("Move the whole tune and its key")
        for action_id, words, semitones, keys in (
            ("transpose_up", self.tr("Transpose &up a semitone"), 1, "Alt+Up"),
            ("transpose_down", self.tr("Transpose &down a semitone"), -1, "Alt+Down"),
        ):
            move = partial(transpose, semitones=semitones)
            add(action_id, words, partial(self.change_tune, move), whole, keys=keys)
        selected = self.tr("Move the selected notes, or the whole tune, by an octave")
        for action_id, words, octaves, keys in (
            ("transpose_octave_up", self.tr("An &octave up"), 1, "Alt+Shift+Up"),
            ("transpose_octave_down", self.tr("An o&ctave down"), -1, "Alt+Shift+Down"),
        ):
            add(action_id, words, partial(self._move_octaves, octaves), selected, keys=keys)

    def _add_lengths_and_lines(self) -> None:
        add = partial(self._add, group="lengths")
        add(
            "halve_lengths",
            self.tr("&Halve the note lengths"),
            partial(self.change_tune, halve_lengths),
            self.tr("Write notes, meter and tempo half as long; it sounds the same"),
            keys="Alt+Shift+Left",
        )
        add(
            "double_lengths",
            self.tr("Dou&ble the note lengths"),
            partial(self.change_tune, double_lengths),
            self.tr("Write notes, meter and tempo twice as long; it sounds the same"),
            keys="Alt+Shift+Right",
        )
        add(
            "unit_note_length",
            self.tr("Unit note &length…"),
            self._ask_unit,
            self.tr("Write the same music under another L:"),
        )
        add(
            "measures_per_line",
            self.tr("&Measures per line…"),
            self._ask_measures,
            self.tr("Write so many measures on each line of music"),
            keys="Ctrl+Shift+L",
        )
        add(
            "modern_line_breaks",
            self.tr("Line ends for old b&reaks (!)"),
            partial(self.change_tune, modern_line_breaks),
            self.tr("Put line ends in the place of ! and $"),
        )

    def _add_tunebook(self) -> None:
        add = partial(self._add, group="tunebook")
        add(
            "renumber",
            self.tr("&Renumber the tunes…"),
            self._ask_first_number,
            self.tr("Number the tunes of this text through (X:)"),
        )
        orders: tuple[tuple[TuneOrder, str, str], ...] = (
            ("title", self.tr("Sort the tunes by t&itle"), self.tr("As in an index of titles")),
            ("number", self.tr("Sort the tunes by &number"), self.tr("By their X: fields")),
        )
        for order, words, tooltip in orders:
            sort = partial(sort_tunes, order=order)
            add(f"sort_by_{order}", words, partial(self.change_text, sort), tooltip)

    def _add_fix(self) -> None:
        self._actions.add(
            "tune.fix_problem",
            self.tr("&Fix the problem"),
            self._page.problems.request_fix,
            menu="tune",
            page=_PAGE,
            keys="Ctrl+.",
            icon_name="wand",
            tooltip=self.tr("Change the text as the line under the editor suggests"),
            group="problems",
        )

    def _show_fix_state(self) -> None:
        reason = ""
        if self._page.problems.shown_fix is None:
            reason = self.tr("No fix is known for the problem at the caret.")
        self._actions.set_available("tune.fix_problem", reason)

    def _apply_fix(self, fix: Fix) -> None:
        view = self._view()
        document, editor = self._page.documents.current, self._page.editor
        if view is None or self._page.problems.shown_fix != fix:
            return
        found = view.finding_of(fix)
        if found is None:
            return
        try:
            fixed = fixed_text(view.score, found, view.tune.file_header)
        except EditError as error:
            self._studio.notify(error_sentence(error), "info")
            return
        document.replace_part(view.offset, view.end, fixed)
        caret = fix.span.start + len(fix.replacement)
        editor.select(Span(caret, caret), focus=True)
        self._page.watch.settle()

    def _show_states(self) -> None:
        reason = self._page.why_unchangeable()
        for action_id in self._tune_ids:
            self._actions.set_available(action_id, reason)
        if not reason and not self._page.watch.has_numbers:
            reason = self.tr("No line of this text begins with X:.")
        for action_id in self._book_ids:
            self._actions.set_available(action_id, reason)
        self._show_fix_state()

    # Doing it

    def change_tune(self, change: Callable[[str], str]) -> None:
        """Change the tune at the caret as one step that can be undone, or say why not."""
        view = self._view()
        if view is not None:
            self._change(view.offset, view.end, change)

    def change_text(self, change: Callable[[str], str]) -> None:
        """Change the whole text as one step that can be undone, or say why not."""
        if self._view() is not None:
            self._change(0, len(self._page.documents.current.text()), change)

    def _view(self) -> TuneView | None:
        """Return the tune that may be changed now."""
        view = self._page.watch.settle()
        return None if self._page.documents.current.is_drawing else view

    def _change(self, start: int, end: int, change: Callable[[str], str]) -> None:
        document, editor = self._page.documents.current, self._page.editor
        text = document.text()
        line, column = line_and_column(text, editor.caret())
        try:
            changed = change(text[start:end])
        except EditError as error:
            self._studio.notify(error_sentence(error), "info")
            return
        if changed == text[start:end]:
            self._studio.notify(self.tr("There was nothing to change."), "info")
            return
        document.replace_part(start, end, changed)
        caret = nearest_offset(document.text(), line, column)
        editor.select(Span(caret, caret))
        self._page.watch.settle()

    def _move_octaves(self, octaves: int) -> None:
        view = self._view()
        if view is None:
            return
        selection = self._page.editor.selection()
        if selection.start == selection.end:
            self.change_tune(partial(transpose, semitones=12 * octaves))
            return
        start, end = max(selection.start, view.offset), min(selection.end, view.end)
        span = Span(start - view.offset, max(start, end) - view.offset)
        before = self._page.documents.current.text()
        self.change_tune(lambda _text: write(view.score, move_octaves(view.score, octaves, span)))
        grown = len(self._page.documents.current.text()) - len(before)
        # Still selected, so that the next octave moves the same notes.
        self._page.editor.select(Span(selection.start, selection.end + grown))

    # Asking first

    def _ask_transposition(self) -> None:
        view = self._view()
        if view is None:
            return
        dialog = TransposeDialog(view.text, self._page)
        dialog.transposed.connect(self._on_transposed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_transposed(self, text: str) -> None:
        self.change_tune(lambda _tune: text)

    def _ask_unit(self) -> None:
        view = self._view()
        if view is None:
            return
        dialog = self._dialog(
            self.tr("Unit note length"),
            self.tr("Every length is written anew, so that the music stays the same."),
            self.tr("&Rewrite"),
        )
        choices = [(unit, Fraction(unit)) for unit in _UNITS]
        dialog.ask_choice(self.tr("&L:"), choices, view.score.unit_note_length)
        dialog.decided.connect(self._on_unit_decided)
        dialog.open()

    def _on_unit_decided(self, unit: Fraction, _switch: bool) -> None:
        self.change_tune(partial(with_unit_note_length, unit=unit))

    def _ask_measures(self) -> None:
        if self._view() is None:
            return
        dialog = self._dialog(
            self.tr("Measures per line"),
            self.tr("A pickup does not count, each section begins a new line, lyrics follow."),
            self.tr("&Rewrite"),
        )
        dialog.ask_number(self.tr("&Measures"), 1, MAX_MEASURES_PER_LINE, _USUAL_MEASURES)
        dialog.ask_switch(
            self.tr("&Align the bar lines"), self.tr("Put blanks before them to make columns")
        )
        dialog.decided.connect(self._on_measures_decided)
        dialog.open()

    def _on_measures_decided(self, count: int, align: bool) -> None:
        self.change_tune(partial(measures_per_line, count=count, align=align))

    def _ask_first_number(self) -> None:
        if self._view() is None:
            return
        dialog = self._dialog(
            self.tr("Renumber the tunes"),
            self.tr("The tunes of this text get numbers one after the other."),
            self.tr("&Renumber"),
        )
        dialog.ask_number(self.tr("&First number"), 0, _HIGHEST_NUMBER, 1)
        dialog.decided.connect(self._on_number_decided)
        dialog.open()

    def _on_number_decided(self, first: int, _switch: bool) -> None:
        self.change_text(partial(renumber, first=first))

    def _dialog(self, title: str, sentence: str, verb: str) -> ChoiceDialog:
        dialog = ChoiceDialog(title, sentence, verb, self._page)
        dialog.finished.connect(dialog.deleteLater)
        return dialog
