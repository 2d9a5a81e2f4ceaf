"""One choice for score and text: what is selected in either is shown in both."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.score.editable_score import EditableScore


class ScoreSelection(QObject):
    """Carries the editor's selection to the score, and the score's requests to the editor.

    The editor's selection is the one that counts: cut, copy and every other command act on it.

    Args of the constructor:
        drawn_view: Gives the tune while the score shows it just as the text says it.
    """

    def __init__(
        self,
        score: EditableScore,
        editor: AbcEditor,
        drawn_view: Callable[[], TuneView | None],
    ) -> None:
        super().__init__(score)
        self._score = score
        self._editor = editor
        self._drawn_view = drawn_view
        self._looks_back = False
        self._shown: tuple[int, int] | None = None
        self._held: tuple[Span, ...] = ()
        self._is_tried = False
        # Where a choice that the score made begins, where it ends, and what was selected for it.
        self._own: tuple[int, int, Span] | None = None
        self._known: tuple[Score, ScorePlaces] | None = None
        score.note_clicked.connect(self._on_note_clicked)
        score.range_swept.connect(self._on_range_swept)
        score.background_clicked.connect(self._on_background_clicked)
        score.walk_requested.connect(self._on_walk_requested)
        score.all_requested.connect(self._on_all_requested)
        editor.caret_moved.connect(self._show)
        editor.selectionChanged.connect(self._show)

    def look_back(self, is_on: bool) -> None:
        """Let a caret mean the note before it, as while notes are entered, or the one at it."""
        self._looks_back = is_on
        self.show_again()

    def hold(self, places: Sequence[Span], *, is_tried: bool = False) -> None:
        """Light places of the tune in the score, the first in sight; none for what is selected.

        Args:
            places: What is lit.
            is_tried: Whether their notes may not stay, and are drawn as ghosts.
        """
        self._held, self._is_tried = tuple(places), is_tried
        self.show_again()

    def show_again(self) -> None:
        """Light in the score what is selected in the text, on a score that was drawn anew."""
        cursor = self._editor.textCursor()
        self._shown = (cursor.anchor(), cursor.position())
        view = self._drawn_view()
        if view is None:
            return
        if self._held:
            held = [self.places_of(view).touched(place) for place in self._held]
            notes = {note for each in held for note in each}
            self._score.set_tried(notes if self._is_tried else ())
            self._score.select(notes, min(held[0], default=None))
            return
        self._score.set_tried(())
        chosen = self.chosen(view) if cursor.hasSelection() else self._at_caret(view)
        self._score.select(chosen, self._shown_note(chosen))

    def places_of(self, view: TuneView) -> ScorePlaces:
        """Return where the notes and rests of a tune stand."""
        if self._known is None or self._known[0] is not view.score:
            self._known = (view.score, ScorePlaces(view.score))
        return self._known[1]

    def chosen(self, view: TuneView) -> tuple[int, ...]:
        """Return the notes and rests that are selected, or what the caret stands at or behind."""
        selection = self._editor.selection()
        if selection.end < view.offset or selection.start > view.end:
            return ()
        start, end = selection.start - view.offset, selection.end - view.offset
        places = self.places_of(view)
        if start == end and self._looks_back:
            before = places.starts[: bisect_left(places.starts, start)]
            place = places.at(before[-1]) if before else None
            return places.touched(place.element.span) if place is not None else ()
        if start == end:
            return places.touched(Span(start, start)) or places.ending_at(start)
        return places.touched(Span(max(0, start), end))

    def choose(self, view: TuneView, anchor: int, active: int, *, whole_measures: bool) -> None:
        """Select from one note or rest to another."""
        places = self.places_of(view)
        if places.at(anchor) is None or places.at(active) is None:
            return
        span = places.between(anchor, active, whole_measures=whole_measures)
        self._select(view, span, anchor, active)

    def choose_note(self, view: TuneView, start: int) -> None:
        """Select one note or rest."""
        place = self.places_of(view).at(start)
        if place is not None:
            self._select(view, place.span, start, start)

    def _select(self, view: TuneView, span: Span, anchor: int, active: int) -> None:
        moved = Span(span.start + view.offset, span.end + view.offset)
        self._own = (anchor, active, moved)
        self._editor.select(moved)

    def _show(self) -> None:
        """Light in the score what is selected in the text, once for each change."""
        cursor = self._editor.textCursor()
        if self._editor.large.is_busy:
            return
        if (cursor.anchor(), cursor.position()) != self._shown:
            self.show_again()

    def _at_caret(self, view: TuneView) -> tuple[int, ...]:
        """Return the note at the caret, found without what only a selection needs."""
        if self._looks_back:
            return self.chosen(view)
        note = view.note_at(self._editor.caret())
        return () if note is None else (note,)

    def _shown_note(self, chosen: tuple[int, ...]) -> int | None:
        """Return the note that is to be in sight: where the choice grows."""
        if self._own is not None and self._own[2] == self._editor.selection():
            return self._own[1]
        cursor = self._editor.textCursor()
        is_forward = cursor.position() > cursor.anchor()
        return (chosen[-1] if is_forward else chosen[0]) if chosen else None

    def _ends(self, view: TuneView) -> tuple[int, int] | None:
        """Return where the choice begins and where it grows; None where nothing is chosen."""
        if self._own is not None and self._own[2] == self._editor.selection():
            return self._own[0], self._own[1]
        chosen = self.chosen(view)
        return (chosen[0], chosen[-1]) if chosen else None

    def _on_note_clicked(self, start: int) -> None:
        view = self._drawn_view()
        if view is not None:
            self.choose_note(view, start)

    def _on_range_swept(self, anchor: int, active: int, whole_measures: bool) -> None:
        view = self._drawn_view()
        if view is None:
            return
        ends = self._ends(view)
        if anchor < 0:
            anchor = ends[0] if ends is not None else active
        self.choose(view, anchor, active, whole_measures=whole_measures)

    def _on_background_clicked(self) -> None:
        caret = self._editor.caret()
        self._editor.select(Span(caret, caret))
        # The caret may stand at a note; nothing is meant all the same.
        self._score.select(())

    def _on_walk_requested(self, way: str, grows: bool) -> None:
        view = self._drawn_view()
        if view is None:
            return
        ends, places = self._ends(view), self.places_of(view)
        if not places.starts:
            return
        active = self._target(places, ends[1], way) if ends else places.starts[0]
        if active is None:
            return
        if grows and ends is not None:
            self.choose(view, ends[0], active, whole_measures=False)
        else:
            self._choose_element(view, active)

    def _choose_element(self, view: TuneView, start: int) -> None:
        """Select a note, a rest, or a whole chord."""
        places = self.places_of(view)
        place = places.at(start)
        if place is not None:
            span = place.span if place.is_grace else place.element.span
            self._select(view, span, start, start)

    def _target(self, places: ScorePlaces, start: int, way: str) -> int | None:
        """Return where a walk from a note leads; None where there is nothing further."""
        if places.at(start) is None:
            return places.starts[0]
        if way in ("previous", "next"):
            return places.neighbour(start, 1 if way == "next" else -1)
        if way in ("first", "last"):
            return places.starts[0 if way == "first" else -1]
        return self._score.beside(start, way)

    def _on_all_requested(self) -> None:
        view = self._drawn_view()
        if view is None:
            return
        places = self.places_of(view)
        if places.starts:
            first, last = places.starts[0], places.starts[-1]
            span = Span(places.whole(first).start, max(places.measure(last).end, last))
            self._select(view, span, first, first)
