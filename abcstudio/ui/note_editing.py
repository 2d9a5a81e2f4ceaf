"""Commands that change notes, from the score or the text: each one a step that can be undone."""

from collections.abc import Callable, Collection
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from abcstudio.errors import EditError
from abcstudio.notation.element_edits import as_rests, without
from abcstudio.notation.note_edits import with_duration, with_pitch
from abcstudio.notation.note_moves import alter_notes, move_steps, with_accidentals
from abcstudio.notation.note_steps import dotted, longer, shorter
from abcstudio.notation.places import ScorePlaces
from abcstudio.notation.score import Chord, Rest, Score
from abcstudio.notation.spans import Span
from abcstudio.notation.tie_edits import tied_or_parted
from abcstudio.notation.writer import Edit, write
from abcstudio.ui.actions import Actions
from abcstudio.ui.key_words import key_words
from abcstudio.ui.note_glyphs import show_note_icons
from abcstudio.ui.note_words import value_names
from abcstudio.ui.studio import Studio
from abcstudio.ui.translation import error_sentence
from abcstudio.ui.tune_watch import TuneView

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage

_PAGE = "composer"
_MENU = "note"
VALUES = tuple(Fraction(1, size) for size in (1, 2, 4, 8, 16, 32))
Starts = Collection[int]


class NoteEditing(QObject):
    """Registers the commands and does them on the selected notes, or on the one at the caret.

    Signals:
        note_changed: A note was given another pitch. Carries its MIDI note number.
    """

    note_changed = Signal(float)

    def __init__(self, page: "ComposerPage", studio: Studio, actions: Actions) -> None:
        super().__init__(page)
        self._page = page
        self._studio = studio
        self._actions = actions
        self._ids: list[str] = []
        self._add_pitches()
        self._add_lengths()
        self._add_changes()
        show_note_icons(actions)
        studio.colors_changed.connect(self._on_colors_changed)
        page.score.note_dragged.connect(self.move_note)
        page.score.removal_requested.connect(self._remove)
        page.documents.current_changed.connect(self._show_states)
        page.documents.state_changed.connect(self._show_states)
        page.watch.tune_changed.connect(self._show_states)
        self._show_states()

    def move_note(self, start: int, steps: int) -> None:
        """Move one note of the tune by staff positions, with the notes it is tied to."""

        def change(score: Score, _starts: Starts) -> str:
            place = ScorePlaces(score).at(start)
            if place is None or place.note is None:
                raise EditError("edit.no_notes")
            return write(score, with_pitch(score, place.note, steps))

        self._change(change, (start,), is_heard=True)

    def _add(
        self,
        action_id: str,
        words: str,
        triggered: Callable[[], object],
        tooltip: str,
        group: str,
        keys: str = "",
    ) -> None:
        self._actions.add(
            f"note.{action_id}", words, triggered, menu=_MENU, page=_PAGE, keys=keys,
            tooltip=tooltip, group=group,
        )  # fmt: skip
        self._ids.append(f"note.{action_id}")

    def _add_pitches(self) -> None:
        moved = self.tr("Move the selected notes on the staff; other notes sound as before")
        for action_id, words, steps, keys in (
            ("step_up", self.tr("A step &up"), 1, "Ctrl+Alt+Up"),
            ("step_down", self.tr("A step &down"), -1, "Ctrl+Alt+Down"),
        ):
            change = partial(_moved, steps=steps)
            do = partial(self._change, change, is_heard=True)
            self._add(action_id, words, do, moved, "pitch", keys)
        altered = self.tr("Raise or lower the selected notes by a semitone")
        for action_id, words, semitones, keys in (
            ("sharpen", self.tr("&Sharpen"), 1, "Ctrl+Alt++"),
            ("flatten", self.tr("&Flatten"), -1, "Ctrl+Alt+-"),
        ):
            change = partial(_altered, semitones=semitones)
            do = partial(self._change, change, is_heard=True)
            self._add(action_id, words, do, altered, "pitch", keys)
        written = self.tr("Write this accidental before the selected notes")
        for action_id, words, alter in (
            ("sharp", self.tr("Sharp"), Fraction(1)),
            ("natural", self.tr("Natural"), Fraction(0)),
            ("flat", self.tr("Flat"), Fraction(-1)),
            ("as_key", self.tr("As the &key says"), None),
        ):
            change = partial(_with_accidental, alter=alter)
            do = partial(self._change, change, is_heard=True)
            tooltip = written if alter is not None else self.tr("Take the accidentals away")
            self._add(action_id, words, do, tooltip, "accidental")

    def _add_lengths(self) -> None:
        for action_id, words, step, keys, tooltip in (
            ("longer", self.tr("&Longer"), longer, "Ctrl+Alt+.", self.tr("The next note value")),
            ("shorter", self.tr("S&horter"), shorter, "Ctrl+Alt+,", self.tr("Half as long")),
            ("dot", self.tr("D&ot"), dotted, "Ctrl+Alt+/", self.tr("Add a dot, or remove it")),
        ):
            do = partial(self._change, partial(_lengthened, step=step))
            self._add(action_id, words, do, tooltip, "length", keys)
        names = value_names()
        for value in VALUES:
            change = partial(_lengthened, step=partial(_always, value))
            words = names[value][:1].upper() + names[value][1:]
            tooltip = self.tr("Make the selected notes as long as this: {0}").format(names[value])
            do = partial(self._change, change)
            self._add(f"length_{value.denominator}", words, do, tooltip, "value")

    def _add_changes(self) -> None:
        self._add(
            "tie",
            self.tr("&Tie"),
            partial(self._change, _tied),
            self.tr("Tie the note to the next one, or part them"),
            "change",
            "Ctrl+Alt+J",
        )
        self._add(
            "rest",
            self.tr("Turn into a &rest"),
            partial(self._change, as_rests),
            self.tr("Put rests as long in the place of the selected notes"),
            "change",
            "Ctrl+Alt+R",
        )
        self._add(
            "remove",
            self.tr("Re&move"),
            self._remove,
            self.tr("Take the selected notes out of the text ({0} in the score)").format(
                key_words("Del")
            ),
            "change",
        )

    def _show_states(self) -> None:
        reason = self._page.why_unchangeable()
        for action_id in self._ids:
            self._actions.set_available(action_id, reason)

    def _on_colors_changed(self) -> None:
        show_note_icons(self._actions)

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
        view = self._page.watch.settle()
        if view is None or self._page.documents.current.is_drawing:
            return
        selection = self._page.link.selection
        chosen = selection.chosen(view) if starts is None else tuple(starts)
        caret = self._page.editor.selection() if starts is None else None
        count = len(selection.places_of(view).starts)
        numbers = [selection.places_of(view).starts.index(start) for start in chosen]
        try:
            if not chosen:
                raise EditError("edit.no_notes")
            text = change(view.score, chosen)
        except EditError as error:
            self._studio.notify(error_sentence(error), "info")
            return
        self._page.documents.current.replace_part(view.offset, view.end, text)
        after = self._page.watch.settle()
        if after is None:
            return
        places = selection.places_of(after)
        if is_removal:
            self._page.editor.select(Span(view.offset + chosen[0], view.offset + chosen[0]))
        elif len(places.starts) != count:
            # Notes went, as when a chord became a rest: what stands there now is chosen.
            for start in places.touched(_first_change(view.text, after.text))[-1:]:
                selection.choose_note(after, start)
        else:
            self._choose_again(after, numbers, is_heard=is_heard)
            if caret is not None and caret.start == caret.end:
                self._put_caret(after, is_behind=caret.start - view.offset not in chosen)

    def _put_caret(self, view: TuneView, *, is_behind: bool) -> None:
        """Leave a caret where there was one, so that typing goes on and writes over nothing."""
        selected = self._page.editor.selection()
        caret = selected.start
        if is_behind:
            first = self._page.link.selection.chosen(view)[:1]
            place = self._page.link.selection.places_of(view).at(first[0]) if first else None
            caret = view.offset + place.element.span.end if place is not None else selected.end
        self._page.editor.select(Span(caret, caret))

    def _choose_again(self, view: TuneView, numbers: list[int], *, is_heard: bool) -> None:
        """Select the notes that were chosen before the change, by their numbers in the text."""
        selection = self._page.link.selection
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
