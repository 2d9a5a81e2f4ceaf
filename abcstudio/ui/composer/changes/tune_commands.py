"""Commands that change a tune's text as music: each one a step that can be undone."""

from collections.abc import Callable
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
from abcstudio.notation.rewriting.tunebook_edits import renumber, sort_tunes
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.changes.transpose_dialog import TransposeDialog
from abcstudio.ui.composer.desk.tune_desk import ChangedTune, TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.controls.choice_dialog import ChoiceDialog
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_USUAL_MEASURES = 4
_UNITS = ("1/4", "1/8", "1/16", "1/32")
_HIGHEST_NUMBER = 999_999

_TUNE_COMMANDS = (
    CommandSpec(
        id="tune.transpose",
        words=QT_TRANSLATE_NOOP("TuneCommands", "&Transpose…"),
        tooltip=QT_TRANSLATE_NOOP("TuneCommands", "Move the tune to another key or by an interval"),
        keys="Ctrl+Shift+T",
        section="pitches",
    ),
    CommandSpec(
        id="tune.transpose_up",
        words=QT_TRANSLATE_NOOP("TuneCommands", "Transpose &up a semitone"),
        tooltip=QT_TRANSLATE_NOOP("TuneCommands", "Move the whole tune and its key"),
        keys="Alt+Up",
        section="pitches",
    ),
    CommandSpec(
        id="tune.transpose_down",
        words=QT_TRANSLATE_NOOP("TuneCommands", "Transpose &down a semitone"),
        tooltip=QT_TRANSLATE_NOOP("TuneCommands", "Move the whole tune and its key"),
        keys="Alt+Down",
        section="pitches",
    ),
    CommandSpec(
        id="tune.transpose_octave_up",
        words=QT_TRANSLATE_NOOP("TuneCommands", "An &octave up"),
        tooltip=QT_TRANSLATE_NOOP(
            "TuneCommands", "Move the selected notes, or the whole tune, by an octave"
        ),
        keys="Ctrl+Shift+PgUp",
        section="pitches",
    ),
    CommandSpec(
        id="tune.transpose_octave_down",
        words=QT_TRANSLATE_NOOP("TuneCommands", "An o&ctave down"),
        tooltip=QT_TRANSLATE_NOOP(
            "TuneCommands", "Move the selected notes, or the whole tune, by an octave"
        ),
        keys="Ctrl+Shift+PgDown",
        section="pitches",
    ),
    CommandSpec(
        id="tune.halve_lengths",
        words=QT_TRANSLATE_NOOP("TuneCommands", "&Halve the note lengths"),
        tooltip=QT_TRANSLATE_NOOP(
            "TuneCommands", "Write notes, meter and tempo half as long; it sounds the same"
        ),
        keys="Ctrl+Shift+H",
        section="lengths",
    ),
    CommandSpec(
        id="tune.double_lengths",
        words=QT_TRANSLATE_NOOP("TuneCommands", "Dou&ble the note lengths"),
        tooltip=QT_TRANSLATE_NOOP(
            "TuneCommands", "Write notes, meter and tempo twice as long; it sounds the same"
        ),
        keys="Ctrl+Shift+Y",
        section="lengths",
    ),
    CommandSpec(
        id="tune.unit_note_length",
        words=QT_TRANSLATE_NOOP("TuneCommands", "Unit note &length…"),
        tooltip=QT_TRANSLATE_NOOP("TuneCommands", "Write the same music under another L:"),
        section="lengths",
    ),
    CommandSpec(
        id="tune.measures_per_line",
        words=QT_TRANSLATE_NOOP("TuneCommands", "&Measures per line…"),
        tooltip=QT_TRANSLATE_NOOP("TuneCommands", "Set how many measures each line of music has"),
        keys="Ctrl+Shift+L",
        section="lengths",
    ),
    CommandSpec(
        id="tune.modern_line_breaks",
        words=QT_TRANSLATE_NOOP("TuneCommands", "Line ends for old b&reaks (!)"),
        tooltip=QT_TRANSLATE_NOOP("TuneCommands", "Replace ! and $ with line ends"),
        section="lengths",
    ),
)

_BOOK_COMMANDS = (
    CommandSpec(
        id="tune.renumber",
        words=QT_TRANSLATE_NOOP("TuneCommands", "&Renumber the tunes…"),
        tooltip=QT_TRANSLATE_NOOP("TuneCommands", "Number the tunes of this text in order (X:)"),
        section="tunebook",
    ),
    CommandSpec(
        id="tune.sort_by_title",
        words=QT_TRANSLATE_NOOP("TuneCommands", "Sort the tunes by t&itle"),
        tooltip=QT_TRANSLATE_NOOP("TuneCommands", "As in an index of titles"),
        section="tunebook",
    ),
    CommandSpec(
        id="tune.sort_by_number",
        words=QT_TRANSLATE_NOOP("TuneCommands", "Sort the tunes by &number"),
        tooltip=QT_TRANSLATE_NOOP("TuneCommands", "By their X: fields"),
        section="tunebook",
    ),
)


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
        tune, text = desk.rewrite_tune, desk.rewrite_text
        what_to_do: dict[str, Callable[[], object]] = {
            "tune.transpose": self._ask_transposition,
            "tune.transpose_up": partial(tune, partial(transpose, semitones=1)),
            "tune.transpose_down": partial(tune, partial(transpose, semitones=-1)),
            "tune.transpose_octave_up": partial(self._move_octaves, 1),
            "tune.transpose_octave_down": partial(self._move_octaves, -1),
            "tune.halve_lengths": partial(tune, halve_lengths),
            "tune.double_lengths": partial(tune, double_lengths),
            "tune.unit_note_length": self._ask_unit,
            "tune.measures_per_line": self._ask_measures,
            "tune.modern_line_breaks": partial(tune, modern_line_breaks),
            "tune.renumber": self._ask_first_number,
            "tune.sort_by_title": partial(
                text, partial(sort_tunes, starts_in=tune_starts, order="title")
            ),
            "tune.sort_by_number": partial(
                text, partial(sort_tunes, starts_in=tune_starts, order="number")
            ),
        }
        group = CommandGroup(actions, self, menu="tune", page="composer", why_not=desk.why_not)
        group.add_all(_TUNE_COMMANDS, what_to_do)
        group.add_all(_BOOK_COMMANDS, what_to_do, self._why_no_book)
        group.follow(desk.changed)

    def _why_no_book(self) -> str:
        return self._desk.why_not() or self._desk.why_no_book()

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
