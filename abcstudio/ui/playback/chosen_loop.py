"""What of the tune is repeated while it is played."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from abcstudio.playback.loop import Loop
from abcstudio.ui.services.studio import Studio

if TYPE_CHECKING:
    from abcstudio.playback.timeline import TimedTune, Timeline

_NOTHING: frozenset[int] = frozenset()


class KeptLoop(NamedTuple):
    """A loop of a tune that is left.

    Attributes:
        known: When the notes of the tune were played then, None where it was not known.
        wanted: The notes to be repeated, where it was not known.
    """

    loop: Loop
    known: "TimedTune | None"
    wanted: "WantedNotes | None"


class WantedNotes(NamedTuple):
    """The first and the last note to be repeated, with all of their measures or without."""

    first: int
    last: int
    whole_measures: bool


class ChosenLoop(QObject):
    """The loop that is chosen; places are seconds at the written tempo.

    Args of the constructor:
        place: Gives the place that is heard now.

    Signals:
        changed: Carries the `Loop`, or None.
    """

    changed = Signal(object)

    def __init__(self, studio: Studio, place: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._place = place
        self._timeline: Timeline | None = None
        # The last one that was known, with the tune's text then.
        self._known: TimedTune | None = None
        self._loop: Loop | None = None
        # Notes to be repeated, chosen before it was known when they are played.
        self._wanted: WantedNotes | None = None
        # The notes that were selected for the loop; its ends may have been moved since.
        self._chosen_by: tuple[int, int] | None = None
        studio.on_change(
            self._on_practice_changed, "loop_times", "loop_faster_percent", "loop_most_percent"
        )

    @property
    def loop(self) -> Loop | None:
        """The part that is repeated."""
        return self._loop

    @property
    def notes(self) -> frozenset[int]:
        """The first characters of the notes in the loop; none where all of the tune is repeated."""
        if self._loop is None or self._timeline is None or self._loop.is_whole:
            return _NOTHING
        return self._timeline.offsets_between(self._loop.start, self._loop.end)

    def set_timeline(self, timeline: "Timeline", text: str) -> None:
        """Learn when the notes of the tune are played now; the loop stays at its notes."""
        from abcstudio.playback.timeline import TimedTune

        before, self._known = self._known, TimedTune(text, timeline)
        self._timeline = timeline
        if self._wanted is not None:
            first, last, whole_measures = self._wanted
            self.set_notes(first, last, whole_measures=whole_measures)
        elif before is not None and self._loop is not None and self._loop.end < math.inf:
            moved = _moved(self._loop, before, self._known)
            if moved != self._loop:
                self.set(moved)

    def forget_timeline(self) -> None:
        """Forget when notes are played until the changed tune has been read."""
        self._timeline = None

    def set(self, loop: Loop | None) -> None:
        """Repeat a part of the tune, from place to place; an end beyond the tune's is its end."""
        self._chosen_by = None
        self._move_to(loop)

    def leave(self) -> KeptLoop | None:
        """Repeat nothing of the next tune; return what `bring_back` needs for this one."""
        loop, known, wanted = self._loop, self._known, self._wanted
        self._known = None
        self.set(None)
        return None if loop is None else KeptLoop(loop, known, wanted)

    def bring_back(self, kept: KeptLoop) -> None:
        """Repeat what was repeated when the tune was left; it stays at its notes."""
        self.set(kept.loop)
        self._known, self._wanted = kept.known, kept.wanted

    def set_all(self) -> None:
        """Repeat the whole tune."""
        self.set(Loop(0.0, math.inf))

    def set_notes(self, first: int, last: int, *, whole_measures: bool = False) -> None:
        """Repeat the notes from one character of the text to another, or their whole measures."""
        if self._timeline is None:
            self.set_all()
            self._wanted = WantedNotes(first, last, whole_measures)
            return
        part = self._timeline.seconds_between(first, last)
        if part is not None:
            around = self._timeline.measures_around(*part) if whole_measures else part
            self.set(Loop(*around))

    def toggle_notes(self, first: int, last: int) -> None:
        """Loop the notes from one character to another, or end the loop if they are the loop.

        They still are after one end of the loop was moved.
        """
        before, chosen_by = (self._loop, self._wanted), self._chosen_by
        self.set_notes(first, last)
        is_same = (self._loop, self._wanted) == before or (first, last) == chosen_by
        if before[0] is not None and is_same:
            self.set(None)
        else:
            self._chosen_by = first, last

    def set_near(self, start: float, end: float) -> None:
        """Repeat from about one place to about another: from a beginning of a note to another."""
        if self._timeline is not None:
            first, last = (self._timeline.nearest_begin(place) for place in (start, end))
            if last > first:
                self.set(Loop(first, last))
                return
        # What was dragged goes back to where the loop is.
        self.changed.emit(self._loop)

    def begin_here(self) -> None:
        """Repeat from the place that is heard now, to where the loop ended."""
        end = self._loop.end if self._loop else math.inf
        place = self._place()
        self._move_to(Loop(place, end if end > place else math.inf))

    def end_here(self) -> None:
        """Repeat up to the place that is heard now, from where the loop began."""
        start = self._loop.start if self._loop else 0.0
        place = self._place()
        if place > 0:
            self._move_to(Loop(start if start < place else 0.0, place))

    def move_end(self, offset: int, is_end: bool) -> None:
        """Let the loop end with the note at a character of the text, or begin with it."""
        if self._loop is None or self._timeline is None:
            return
        start, end = self._loop.start, self._loop.end
        if is_end:
            place = self._timeline.next_end(offset, start)
            end = end if place is None else place
        else:
            place = self._timeline.last_begin(offset, end)
            start = start if place is None else place
        if (start, end) != (self._loop.start, self._loop.end):
            self._move_to(Loop(start, end))

    def _move_to(self, loop: Loop | None) -> None:
        self._wanted = None
        self._loop = loop and self._practised(loop)
        self.changed.emit(self._loop)

    def _practised(self, loop: Loop) -> Loop:
        """Return a loop as the person wants to practise."""
        settings = self._studio.settings
        return loop._replace(
            times=settings.loop_times,
            speed_step=settings.loop_faster_percent / 100,
            most_speed=settings.loop_most_percent / 100,
        )

    def _on_practice_changed(self) -> None:
        if self._loop is not None:
            self._loop = self._practised(self._loop)
            self.changed.emit(self._loop)


def _moved(loop: Loop, before: "TimedTune", now: "TimedTune") -> Loop | None:
    """Return a loop at the same notes of a changed tune; None where they are gone."""
    from abcstudio.playback.timeline import offset_now

    old, new = before.timeline, now.timeline
    first, last = old.first_after(loop.start), old.last_before(loop.end)
    if first is None or last is None:
        return None
    first_now = offset_now(first[0], before.text, now.text)
    last_now = offset_now(last[0], before.text, now.text)
    start = None if first_now is None else new.begin_of(first_now, first[1])
    end = None if last_now is None else new.end_of(last_now, last[1])
    if start is None or end is None:
        # A note at an end was changed itself: the time stays, where there is as much.
        start, end = loop.start, min(loop.end, new.duration_seconds)
    elif ((first_now, first[1]), (last_now, last[1])) == (
        new.first_after(loop.start),
        new.last_before(loop.end),
    ):
        # An end between two notes stays there.
        start, end = loop.start, loop.end
    return loop._replace(start=start, end=end) if end > start else None
