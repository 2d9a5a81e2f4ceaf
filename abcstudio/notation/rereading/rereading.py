"""One reading of a tune that goes on from an older one and hands over to it again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from abcstudio.notation.diagnostics import Diagnostic
from abcstudio.notation.limits import MAX_DIAGNOSTICS
from abcstudio.notation.reader.moved import moved, moved_elements
from abcstudio.notation.reader.tune_header import TuneHeader
from abcstudio.notation.reader.tune_reader import TuneReader
from abcstudio.notation.reader.voice.voice_builder import VoiceBuilder, end_of
from abcstudio.notation.rereading.resume_point import (
    ResumePoint,
    moved_point,
    restore,
    same_follows,
    take,
    was_left_alone,
)
from abcstudio.notation.score import Score, Voice


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a text, with what the next one may take over.

    Attributes:
        points: Where reading can go on; none where nothing can be taken over.
        voices: All voices by their id, silent ones too.
        grown: As `TuneReader.grown`, without the findings about whole voices.
    """

    score: Score
    header: TuneHeader
    points: Sequence[ResumePoint]
    voices: Mapping[str, Voice]
    grown: Sequence[tuple[Any, ...]]


class TextChange:
    """What the text of an older reading and a new text have in common.

    Attributes:
        old: The older reading.
        prefix: How many characters at the start.
        suffix: How many at the end, none of them counted twice.
        by: How many characters longer the new text is.
    """

    def __init__(self, old: Reading, text: str) -> None:
        self.old = old
        before = old.score.text
        shorter = min(len(before), len(text))
        self.prefix = _most(shorter, lambda count: before[:count] == text[:count])
        self.suffix = _most(
            shorter - self.prefix,
            lambda count: before[len(before) - count :] == text[len(text) - count :],
        )
        self.by = len(text) - len(before)


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """Return the largest number up to a limit for which a condition holds; it holds for smaller."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low


class StartEarlierError(Exception):
    """The text must be read from an earlier place.

    Attributes:
        voice_id: The voice of which a line of lyrics reaches back; None for the whole text.
        index: The first of its items that must be read again.
    """

    def __init__(self, voice_id: str | None = None, index: int = 0) -> None:
        super().__init__()
        self.voice_id = voice_id
        self.index = index


class Rereading:
    """Reads a text from a resume point of an older reading to where that may be taken over again.

    Args:
        text: What is to be read.
        edit: What it has in common with an older reading, if there is one.
        start: The number of the resume point to go on from, -1 to begin at the start of the text.
    """

    def __init__(
        self,
        text: str,
        edit: TextChange | None = None,
        start: int = -1,
    ) -> None:
        self._edit = edit
        self._joined: tuple[ResumePoint, ResumePoint] | None = None
        self._points: list[ResumePoint] = []
        self._kept = 0
        self._offset = 0
        self._takeover = len(text) + 1
        self._old_points: dict[int, ResumePoint] = {}
        if edit is not None:
            self._takeover = len(text) - edit.suffix
            self._old_points = {each.offset: each for each in edit.old.points}
        if edit is None or start < 0:
            self._reader = TuneReader(text, "", self._reach_back)
        else:
            points = edit.old.points[: start + 1]
            self._reader = self._resumed(text, edit.old, points)

    def _resumed(self, text: str, old: Reading, points: Sequence[ResumePoint]) -> TuneReader:
        self._points = list(points)
        self._kept = len(points)
        start = points[-1]
        self._offset = start.offset
        elements = {voice_id: voice.elements for voice_id, voice in old.voices.items()}
        reader = restore(start, text, old.header, elements, on_reach=self._reach_back)
        for new, of_old, count in zip(reader.grown, old.grown, start.grown, strict=True):
            new.extend(of_old[:count])
        return reader

    def run(self) -> Reading:
        """Read; raise `StartEarlierError` where what comes changes what was taken over."""
        try:
            return self._read()
        finally:
            self._reader.release()

    def _read(self) -> Reading:
        reader = self._reader
        reader.read_lines(self._offset, self._before_music)
        if self._joined is None:
            voices = {voice.voice_id: voice for voice in reader.end()}
        else:
            voices = self._take_over(*self._joined)
        has_old_parts = self._kept > 0 or self._joined is not None
        is_cut_off = len(reader.log.found) >= MAX_DIAGNOSTICS
        if has_old_parts and (is_cut_off or not reader.is_plain):
            raise StartEarlierError
        grown = [tuple(each) for each in reader.grown]
        score = reader.score(list(voices.values()))
        if is_cut_off or not reader.is_plain:
            self._points = []
        while self._points and not self._points[0].voices.keys() <= voices.keys():
            # The voice without a name took the name of the first one.
            del self._points[0]
        return Reading(score, reader.header, self._points, voices, grown)

    def _before_music(self, offset: int) -> bool:
        """Take a resume point before a line of music; True where the rest is as it was."""
        point = take(self._reader, offset)
        if point is None:
            return False
        if offset >= self._takeover and self._edit is not None:
            former = self._old_points.get(offset - self._edit.by)
            if former is not None and self._may_join(self._edit.old, former, point):
                self._joined = former, point
                return True
        if offset > self._offset:
            self._points.append(point)
        return False

    def _may_join(self, old: Reading, former: ResumePoint, point: ResumePoint) -> bool:
        return (
            _same_header(self._reader.header, old.header)
            and same_follows(former, point)
            and all(
                voice_id in old.voices and was_left_alone(state, old.voices[voice_id].elements)
                for voice_id, state in former.voices.items()
            )
            and all(_begins_after(former, voice) for voice in old.voices.values())
            and all(
                _starts_at(found) >= former.offset or _place_of(found) in former.slurs
                for found in old.grown[0][former.grown[0] :]
            )
        )

    def _reach_back(self, voice: VoiceBuilder, index: int) -> None:
        """Keep no resume point between a line of lyrics and the music that it belongs to."""
        while self._points and count_of(self._points[-1], voice.voice_id) > index:
            self._points.pop()
        if len(self._points) < self._kept:
            raise StartEarlierError(voice.voice_id, index)

    def _take_over(self, former: ResumePoint, point: ResumePoint) -> dict[str, Voice]:
        """Add all that follows `former` to what was read up to `point`; return the voices."""
        assert self._edit is not None
        old, by, reader = self._edit.old, self._edit.by, self._reader
        slurs = dict(zip(former.slurs, point.slurs, strict=True))
        findings, *others = zip(reader.grown, old.grown, former.grown, strict=True)
        for found in findings[1][findings[2] :]:
            place = slurs.get(_place_of(found))
            findings[0].append(moved(found, by if place is None else place[0] - found.span.start))
        for new, of_old, count in others:
            new.extend(moved(of_old[count:], by))
        if former.layout is None:
            reader.layout = moved(old.score.layout, by)
        later = (each for each in old.points if each.offset > former.offset)
        self._points.append(point)
        self._points += [moved_point(each, former, point) for each in later]
        begun_voices = {voice.voice_id: voice.elements() for voice in reader.voices}
        voices = {}
        for voice_id, voice in old.voices.items():
            begun = begun_voices.get(voice_id, [])
            count = count_of(former, voice_id)
            shift = end_of(begun) - end_of(voice.elements[:count])
            rest = voice.elements[count:]
            if by or shift:
                rest = tuple(moved_elements(rest, by, shift))
            voices[voice_id] = replace(voice, elements=(*begun, *rest))
        return voices


def count_of(point: ResumePoint, voice_id: str) -> int:
    """Return how many items of a voice stand before a resume point."""
    state = point.voices.get(voice_id)
    return state.count if state is not None else 0


def _starts_at(found: Diagnostic) -> int:
    """Return where a finding or its fix begins."""
    start = found.span.start
    return start if found.fix is None else min(start, found.fix.span.start)


def _place_of(found: Diagnostic) -> tuple[int, int]:
    return found.span.start, found.span.end


def _begins_after(point: ResumePoint, voice: Voice) -> bool:
    """Whether a voice was known at a resume point, or has no element from before it."""
    if voice.voice_id in point.voices or not voice.elements:
        return True
    return voice.elements[0].span.start >= point.offset


def _same_header(one: TuneHeader, other: TuneHeader) -> bool:
    """Whether two headers are the same to the music after them."""
    return (
        one.key == other.key
        and one.meter == other.meter
        and one.unit_note_length == other.unit_note_length
    )
