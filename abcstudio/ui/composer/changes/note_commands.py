"""Commands that change notes, from the score or the text: each one a step that can be undone."""

from collections.abc import Callable, Collection
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.errors import EditError
from abcstudio.notation.editing.element_edits import as_rests, without
from abcstudio.notation.editing.note_edits import with_duration, with_pitch
from abcstudio.notation.editing.note_moves import alter_notes, move_steps, with_accidentals
from abcstudio.notation.editing.note_steps import dotted, longer, shorter
from abcstudio.notation.editing.tie_edits import tied_or_parted
from abcstudio.notation.editing.writer import Edit, write
from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.score import Chord, Rest, Score
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.tune_desk import ChangedTune, TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.linking.score_selection import ScoreSelection
from abcstudio.ui.score.editable_score import EditableScore
from abcstudio.ui.score.note_glyphs import show_note_icons
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.words.note_words import value_names

VALUES = tuple(Fraction(1, size) for size in (1, 2, 4, 8, 16, 32))
Starts = Collection[int]


class NoteCommands(QObject):
    """Registers the commands and does them on the selected notes, or on the one at the caret.

    Signals:
        note_changed: A note was given another pitch. Carries its MIDI note number.
    """

    note_changed = Signal(float)

    def __init__(
        self,
        desk: TuneDesk,
        selection: ScoreSelection,
        score: EditableScore,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._selection = selection
        self._actions = actions
        self._add_commands()
        show_note_icons(actions)
        desk.studio.colors_changed.connect(self._on_colors_changed)
        score.note_dragged.connect(self.move_note)
        score.removal_requested.connect(self._remove)
        score.steps_requested.connect(self._move_chosen)
        score.alteration_requested.connect(self._alter_chosen)

    def move_note(self, start: int, steps: int) -> None:
        """Move one note of the tune by staff positions, with the notes it is tied to."""

        def change(score: Score, _starts: Starts) -> str:
            place = ScorePlaces(score).at(start)
            if place is None or place.note is None:
                raise EditError("edit.no_notes")
            return write(score, with_pitch(score, place.note, steps))

        self._change(change, (start,), is_heard=True)

    def _add_commands(self) -> None:
        desk = self._desk
        group = CommandGroup(
            self._actions, self, menu="note", page="composer", why_not=desk.why_not
        )
        self._add_pitches(group)
        self._add_lengths(group)
        group.add_all(
            CommandSpec("note.tie", "&Tie", "Tie the note to the next one, or part them",
                do=partial(self._change, _tied), keys="Ctrl+Shift+J", section="change"),
            CommandSpec("note.rest", "Turn into a &rest",
                "Replace the selected notes with rests of the same length",
                do=partial(self._change, as_rests), keys="Alt+0", section="change"),
            CommandSpec("note.remove", "Re&move", "Delete the selected notes ({0} in the score)",
                do=self._remove, named_keys="Del", section="change"),
        )  # fmt: skip
        group.follow(desk.changed)

    def _add_pitches(self, group: CommandGroup) -> None:
        group.add_all(
            CommandSpec("note.step_up", "A step &up",
                "Move the selected notes on the staff; other notes sound as before",
                do=partial(self._move_chosen, 1), keys="Ctrl+Shift+Up", section="pitch"),
            CommandSpec("note.step_down", "A step &down",
                "Move the selected notes on the staff; other notes sound as before",
                do=partial(self._move_chosen, -1), keys="Ctrl+Shift+Down", section="pitch"),
            CommandSpec("note.sharpen", "&Sharpen",
                "Raise or lower the selected notes by a semitone",
                do=partial(self._alter_chosen, 1), keys="F5", section="pitch"),
            CommandSpec("note.flatten", "&Flatten",
                "Raise or lower the selected notes by a semitone",
                do=partial(self._alter_chosen, -1), keys="Shift+F5", section="pitch"),
            CommandSpec("note.sharp", "Sharp", "Write this accidental before the selected notes",
                do=partial(self._write_accidental, Fraction(1)), submenu="accidental",
                section="accidental"),
            CommandSpec("note.natural", "Natural",
                "Write this accidental before the selected notes",
                do=partial(self._write_accidental, Fraction(0)), submenu="accidental",
                section="accidental"),
            CommandSpec("note.flat", "Flat", "Write this accidental before the selected notes",
                do=partial(self._write_accidental, Fraction(-1)), submenu="accidental",
                section="accidental"),
            CommandSpec("note.as_key", "As the &key says", "Remove the accidentals",
                do=partial(self._write_accidental, None), submenu="accidental",
                section="accidental"),
        )  # fmt: skip

    def _add_lengths(self, group: CommandGroup) -> None:
        group.add_all(
            CommandSpec("note.longer", "&Longer", "The next note value",
                do=partial(self._lengthen, longer), keys="Alt+.", section="length"),
            CommandSpec("note.shorter", "S&horter", "Half as long",
                do=partial(self._lengthen, shorter), keys="Alt+,", section="length"),
            CommandSpec("note.dot", "D&ot", "Add a dot, or remove it",
                do=partial(self._lengthen, dotted), keys="Alt+/", section="length"),
        )  # fmt: skip
        make = self.tr("Make the selected notes as long as this: {0}")
        for value, name in value_names().items():
            if value in VALUES:
                words, tooltip = name[:1].upper() + name[1:], make.format(name)
                group.add(
                    CommandSpec(
                        f"note.length_{value.denominator}",
                        words,
                        tooltip,
                        do=partial(self._lengthen, partial(_always, value)),
                        submenu="value",
                        section="value",
                    )
                )

    def _on_colors_changed(self) -> None:
        show_note_icons(self._actions)

    def _move_chosen(self, steps: int) -> None:
        self._change(partial(_moved, steps=steps), is_heard=True)

    def _alter_chosen(self, semitones: int) -> None:
        self._change(partial(_altered, semitones=semitones), is_heard=True)

    def _write_accidental(self, alter: Fraction | None) -> None:
        self._change(partial(_with_accidental, alter=alter), is_heard=True)

    def _lengthen(self, step: Callable[[Fraction], Fraction]) -> None:
        self._change(partial(_lengthened, step=step))

    def _remove(self) -> None:
        self._change(without, is_removal=True)

    def _change(
        self,
        change: Callable[[Score, Starts], str],
        starts: Starts | None = None,
        *,
        is_heard: bool = False,
        is_removal: bool = False,
    ) -> None:
        """Change some notes, those chosen if none are given, and keep them selected."""
        view = self._desk.view()
        if view is None:
            return
        before = self._selection.places_of(view).starts
        chosen = self._selection.chosen(view) if starts is None else tuple(starts)
        caret = self._desk.selection(view) if starts is None else None
        after = self._desk.change(lambda view: _with_notes(view, change, chosen))
        if after is None:
            return
        places = self._selection.places_of(after)
        if is_removal:
            self._desk.select(after, Span(chosen[0], chosen[0]))
        elif len(places.starts) != len(before):
            # Notes went, as when a chord became a rest: what stands there now is chosen.
            for start in places.touched(_first_change(view.text, after.text))[-1:]:
                self._selection.choose_note(after, start)
        else:
            numbers = [before.index(start) for start in chosen]
            self._choose_again(after, numbers, is_heard=is_heard)
            if caret is not None and caret.start == caret.end:
                self._put_caret(after, is_behind=caret.start not in chosen)

    def _put_caret(self, view: TuneView, *, is_behind: bool) -> None:
        """Leave a caret where there was one, so that typing goes on and writes over nothing."""
        selected = self._desk.selection(view)
        caret = selected.start
        if is_behind:
            first = self._selection.chosen(view)[:1]
            place = self._selection.places_of(view).at(first[0]) if first else None
            caret = place.element.span.end if place is not None else selected.end
        self._desk.select(view, Span(caret, caret))

    def _choose_again(self, view: TuneView, numbers: list[int], *, is_heard: bool) -> None:
        """Select the notes that were chosen before the change, by their numbers in the text."""
        selection = self._selection
        places = selection.places_of(view)
        starts = [places.starts[n] for n in numbers if n < len(places.starts)]
        if not starts:
            return
        if len(starts) == 1:
            selection.choose_note(view, starts[0])
        else:
            selection.choose(view, starts[0], starts[-1], whole_measures=False)
        place = places.at(starts[0])
        if is_heard and place is not None and place.note is not None:
            self.note_changed.emit(float(place.note.pitch.midi_number))


def _with_notes(
    view: TuneView, change: Callable[[Score, Starts], str], chosen: Starts
) -> ChangedTune:
    if not chosen:
        raise EditError("edit.no_notes")
    return ChangedTune(change(view.score, chosen))


def _first_change(before: str, after: str) -> Span:
    """Return the first character in which two texts differ."""
    pairs = enumerate(zip(before, after, strict=False))
    begin = next((place for place, (one, other) in pairs if one != other), len(after))
    return Span(begin, begin + 1)


def _moved(score: Score, starts: Starts, steps: int) -> str:
    return write(score, move_steps(score, steps, starts))


def _altered(score: Score, starts: Starts, semitones: int) -> str:
    return write(score, alter_notes(score, semitones, starts))


def _with_accidental(score: Score, starts: Starts, alter: Fraction | None) -> str:
    return write(score, with_accidentals(score, alter, starts))


def _lengthened(score: Score, starts: Starts, step: Callable[[Fraction], Fraction]) -> str:
    elements: dict[Span, Chord | Rest] = {}
    places = ScorePlaces(score)
    for start in starts:
        place = places.at(start)
        if place is not None and not place.is_grace:
            elements[place.element.span] = place.element
    if not elements:
        raise EditError("edit.no_notes")
    edits: list[Edit] = []
    for element in elements.values():
        edits += with_duration(score, element, step(element.notated_duration))
    return write(score, edits)


def _always(value: Fraction, _duration: Fraction) -> Fraction:
    return value


def _tied(score: Score, starts: Starts) -> str:
    return write(score, tied_or_parted(score, min(starts)))
