"""Commands that change a tune's text as music: each one a step that can be undone."""

from fractions import Fraction
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.corpus.tune_starts import tune_starts
from abcstudio.notation.editing.note_edits import move_octaves
from abcstudio.notation.editing.writer import write
from abcstudio.notation.rewriting.line_edits import (
    MAX_MEASURES_PER_LINE,
    measures_per_line,
    modern_line_breaks,
)
from abcstudio.notation.rewriting.note_lengths import (
    double_lengths,
    halve_lengths,
    with_unit_note_length,
)
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.notation.rewriting.tunebook_edits import TuneOrder, renumber, sort_tunes
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.changes.transpose_dialog import TransposeDialog
from abcstudio.ui.composer.desk.tune_desk import ChangedTune, TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.controls.choice_dialog import ChoiceDialog
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup

_USUAL_MEASURES = 4
_UNITS = ("1/4", "1/8", "1/16", "1/32")
_HIGHEST_NUMBER = 999_999


class TuneCommands(QObject):
    """Registers the commands and does them on the tune at the caret, or on the whole text."""

    def __init__(self, desk: TuneDesk, actions: Actions, window: QWidget) -> None:
        """Register the commands.

        Args:
            desk: Reads and changes the tune.
            actions: Where the commands are registered.
            window: What the dialogs belong to.
        """
        super().__init__(desk)
        self._desk = desk
        self._window = window
        group = CommandGroup(
            actions, self, menu="tune", submenu="change", page="composer", why_not=desk.why_not
        )
        self._add_pitches(group)
        self._add_lengths(group)
        self._add_ordering(group)
        group.follow(desk.changed)

    def _add_pitches(self, group: CommandGroup) -> None:
        tune = self._desk.rewrite_tune
        group.add_all(
            CommandSpec("tune.transpose", "&Transpose…",
                "Move the tune to another key or by an interval",
                do=self._ask_transposition, keys="Ctrl+Shift+T", section="pitches"),
            CommandSpec("tune.transpose_up", "Transpose &up a semitone",
                "Move the whole tune and its key",
                do=partial(tune, partial(transpose, semitones=1)), keys="Alt+Up",
                section="pitches"),
            CommandSpec("tune.transpose_down", "Transpose &down a semitone",
                "Move the whole tune and its key",
                do=partial(tune, partial(transpose, semitones=-1)), keys="Alt+Down",
                section="pitches"),
            CommandSpec("tune.transpose_octave_up", "An &octave up",
                "Move the selected notes, or the whole tune, by an octave",
                do=partial(self._move_octaves, 1), keys="Ctrl+Shift+PgUp", section="pitches"),
            CommandSpec("tune.transpose_octave_down", "An o&ctave down",
                "Move the selected notes, or the whole tune, by an octave",
                do=partial(self._move_octaves, -1), keys="Ctrl+Shift+PgDown", section="pitches"),
        )  # fmt: skip

    def _add_lengths(self, group: CommandGroup) -> None:
        tune = self._desk.rewrite_tune
        group.add_all(
            CommandSpec("tune.halve_lengths", "&Halve the note lengths",
                "Write notes, meter and tempo half as long; it sounds the same",
                do=partial(tune, halve_lengths), keys="Ctrl+Shift+H", section="lengths"),
            CommandSpec("tune.double_lengths", "Dou&ble the note lengths",
                "Write notes, meter and tempo twice as long; it sounds the same",
                do=partial(tune, double_lengths), keys="Ctrl+Shift+Y", section="lengths"),
            CommandSpec("tune.unit_note_length", "Unit note &length…",
                "Write the same music under another L:", do=self._ask_unit, section="lengths"),
            CommandSpec("tune.measures_per_line", "&Measures per line…",
                "Set how many measures each line of music has",
                do=self._ask_measures, keys="Ctrl+Shift+L", section="lengths"),
            CommandSpec("tune.modern_line_breaks", "Line ends for old b&reaks (!)",
                "Replace ! and $ with line ends",
                do=partial(tune, modern_line_breaks), section="lengths"),
        )  # fmt: skip

    def _add_ordering(self, group: CommandGroup) -> None:
        group.add_all(
            CommandSpec("tune.renumber", "&Renumber the tunes…",
                "Number the tunes of this text in order (X:)",
                do=self._ask_first_number, why_not=self._why_no_book, submenu="order",
                section="tunebook"),
            CommandSpec("tune.sort_by_title", "Sort the tunes by t&itle",
                "As in an index of titles",
                do=partial(self._sort, "title"), why_not=self._why_no_book, submenu="order",
                section="tunebook"),
            CommandSpec("tune.sort_by_number", "Sort the tunes by &number", "By their X: fields",
                do=partial(self._sort, "number"), why_not=self._why_no_book, submenu="order",
                section="tunebook"),
        )  # fmt: skip

    def _why_no_book(self) -> str:
        return self._desk.why_not() or self._desk.why_no_book()

    def _sort(self, order: TuneOrder) -> None:
        self._desk.rewrite_text(partial(sort_tunes, starts_in=tune_starts, order=order))

    def _move_octaves(self, octaves: int) -> None:
        if self._desk.has_selection:
            self._desk.change(partial(self._with_octaves_moved, octaves))
        else:
            self._desk.rewrite_tune(partial(transpose, semitones=12 * octaves))

    def _with_octaves_moved(self, octaves: int, view: TuneView) -> ChangedTune:
        span = self._desk.selection(view)
        text = write(view.score, move_octaves(view.score, octaves, span))
        # Still selected, so that the next octave moves the same notes.
        return ChangedTune(text, Span(span.start, span.end + len(text) - len(view.text)))

    # Asking first

    def _ask_transposition(self) -> None:
        view = self._desk.view()
        if view is None:
            return
        dialog = TransposeDialog(view.text, self._window)
        dialog.transposed.connect(self._on_transposed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_transposed(self, text: str) -> None:
        self._desk.rewrite_tune(lambda _tune: text)

    def _ask_unit(self) -> None:
        view = self._desk.view()
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
        self._desk.rewrite_tune(partial(with_unit_note_length, unit=unit))

    def _ask_measures(self) -> None:
        if self._desk.view() is None:
            return
        dialog = self._dialog(
            self.tr("Measures per line"),
            self.tr("Pickups do not count. Each section begins a new line. Lyrics follow."),
            self.tr("&Rewrite"),
        )
        dialog.ask_number(self.tr("&Measures"), 1, MAX_MEASURES_PER_LINE, _USUAL_MEASURES)
        dialog.ask_switch(
            self.tr("&Align the bar lines"), self.tr("Put blanks before them to make columns")
        )
        dialog.decided.connect(self._on_measures_decided)
        dialog.open()

    def _on_measures_decided(self, count: int, align: bool) -> None:
        self._desk.rewrite_tune(partial(measures_per_line, count=count, align=align))

    def _ask_first_number(self) -> None:
        if self._desk.view() is None:
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
        self._desk.rewrite_text(partial(renumber, first=first))

    def _dialog(self, title: str, sentence: str, verb: str) -> ChoiceDialog:
        dialog = ChoiceDialog(title, sentence, verb, self._window)
        dialog.finished.connect(dialog.deleteLater)
        return dialog
