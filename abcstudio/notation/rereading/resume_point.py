"""Where a reading can go on: all that is carried over the start of a line of music.

A resume point is taken only where nothing that was read waits for what follows (no open tie, no
tuplet, no broken rhythm ...), so that what it holds names no place in the text but that of the
latest notes. The parts of the reader give what they carry attribute by attribute; what is not to be
carried they declare themselves. A value that is not known to be plain data prevents the resume
point: a new kind of state costs speed, never correctness.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from abcstudio.notation.reader.aligned_lines import OnReach, Reach
from abcstudio.notation.reader.carrier import Carrier
from abcstudio.notation.reader.moved import moved
from abcstudio.notation.reader.music_reader import MusicReader
from abcstudio.notation.reader.tune_header import TuneHeader
from abcstudio.notation.reader.tune_reader import TuneReader
from abcstudio.notation.reader.voice.drafts import TimedDraft
from abcstudio.notation.reader.voice.known_notes import KnownNotes
from abcstudio.notation.reader.voice.voice_builder import ZERO, VoiceBuilder
from abcstudio.notation.score import BarLine, Chord, Element, Rest
from abcstudio.notation.staff_layout import StaffLayout
from abcstudio.notation.values.staff_properties import StaffProperties

MAX_VOICES = 16
"""Voices beyond which a tune is always read as a whole."""

_NOT_COMPARED = MusicReader.NOT_COMPARED | VoiceBuilder.NOT_COMPARED
"""Attributes that may differ where the same music follows: counters and what others imply."""

_MOST_AFTER_LAST = 16
"""Elements after the latest note of a voice up to which a resume point is kept."""

Carried = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceState:
    """What one voice carries.

    Attributes:
        carried: The plain attributes of the parts of its builder.
        count: How many items it has.
        last: Its latest chord or rest as it was here; later signs may have changed it since.
        last_index: Where that stands among the items; `count` when there is none.
        last_moved: How far the text of `last` has moved since.
        since: What stands after `last`: classes, and of bar lines what they repeat.
        reach: What `AlignedLines` knows of it, as indices into its items.
        slurs: Where the slurs stand that are open.
    """

    carried: tuple[Carried, ...]
    count: int
    last: TimedDraft | None
    last_index: int
    last_moved: int
    since: tuple[tuple[type, int, int], ...]
    reach: Reach
    slurs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumePoint:
    """What is carried over the start of a line of music.

    Attributes:
        offset: Where the line begins.
        parts: The plain attributes of the parts of the reader.
        voice_id: Of the voice that is current.
        voices: What each voice carries, in the order of the score.
        layout: How the staves are laid out, as far as that was said.
        grown: How long each list of `TuneReader.grown` was.
    """

    offset: int
    parts: tuple[Carried, ...]
    voice_id: str
    voices: dict[str, VoiceState]
    layout: StaffLayout | None
    grown: tuple[int, ...]

    @property
    def slurs(self) -> list[tuple[int, int]]:
        """Where the slurs of all voices stand that are open."""
        return [place for state in self.voices.values() for place in state.slurs]


class _NotPlainError(Exception):
    """A part carries something of which no copy can be kept."""


def take(reader: TuneReader, offset: int) -> ResumePoint | None:
    """Return the resume point before a line of music at `offset`; None where none can be."""
    voices = reader.voices
    if not reader.is_plain or len(voices) > MAX_VOICES:
        return None
    if not all(voice.is_quiet for voice in voices):
        return None
    try:
        parts = tuple([_carried_by(part) for part in reader.parts])
        states = {
            voice.voice_id: _state_of(voice, reader.aligned.reach_of(voice.voice_id))
            for voice in voices
        }
    except _NotPlainError:
        return None
    return ResumePoint(
        offset=offset,
        parts=parts,
        voice_id=voices.current.voice_id,
        voices=states,
        layout=reader.layout,
        grown=tuple(map(len, reader.grown)),
    )


def _state_of(voice: VoiceBuilder, reach: Reach) -> VoiceState:
    items, last = voice.items, voice.last
    count = last_index = len(items)
    if last is not None:
        last_index -= 1
        while items[last_index] is not last:
            last_index -= 1
    after = items[last_index + 1 :] if last is not None else items
    if len(after) > _MOST_AFTER_LAST:
        raise _NotPlainError("a voice without notes for long")
    since = tuple(
        [
            (BarLine, item.closes_repeat, item.opens_repeat)
            if isinstance(item, BarLine)
            else (type(item), 0, 0)
            for item in after
        ]
    )
    return VoiceState(
        carried=tuple([_carried_by(part) for part in voice.parts]),
        count=count,
        last=last.copy() if last is not None else None,
        last_index=last_index,
        last_moved=0,
        since=since,
        reach=reach,
        slurs=tuple(voice.slurs.open),
    )


def _carried_by(part: Carrier) -> Carried:
    skipped = part.NOT_CARRIED
    return {name: _copied(value) for name, value in vars(part).items() if name not in skipped}


def _copied(value: Any) -> Any:
    kind: Any = type(value)
    if _is_plain(kind):
        return value
    held = value.values() if kind is dict else value if kind in (list, set) else None
    if held is not None and all(map(_is_plain, map(type, held))):
        return value.copy()
    raise _NotPlainError(kind.__name__)


@lru_cache(maxsize=256)
def _is_plain(kind: Any) -> bool:
    """Whether values of a class never change, so that they need no copy."""
    if kind in (int, str, bool, type(None), Fraction, frozenset, KnownNotes, StaffProperties):
        return True
    params = getattr(kind, "__dataclass_params__", None)
    return params is not None and bool(params.frozen)


def restore(
    point: ResumePoint,
    text: str,
    header: TuneHeader,
    elements: Mapping[str, Sequence[Element]],
    on_reach: OnReach | None = None,
) -> TuneReader:
    """Return a reader of `text` that stands at a resume point; what only grows is empty still.

    Args:
        point: Taken in a text that is the same up to there.
        text: What is to be read.
        header: The tune's, closed; it stays as it is.
        elements: Of each voice, at least those that came before the resume point.
        on_reach: As of `TuneReader`.
    """
    reader = TuneReader(text, "", on_reach)
    header = copy(header)
    header.words = []
    reader.go_on_under(header)
    _give_back(point.parts, reader.parts)
    voices = {voice_id: reader.voices.make(voice_id) for voice_id in point.voices}
    for voice_id, state in point.voices.items():
        voice = voices[voice_id]
        _give_back(state.carried, voice.parts)
        last = state.last.copy(state.last_moved) if state.last is not None else None
        voice.go_on(elements[voice_id][: state.count], last, state.last_index)
        voice.slurs.open.extend(state.slurs)
        reader.aligned.set_reach(voice_id, state.reach)
    reader.switch_to(voices[point.voice_id])
    reader.layout = point.layout
    return reader


def _give_back(carried: Sequence[Carried], parts: Sequence[Carrier]) -> None:
    for attributes, part in zip(carried, parts, strict=True):
        vars(part).update((name, _copied(value)) for name, value in attributes.items())


def same_follows(old: ResumePoint, new: ResumePoint) -> bool:
    """Whether the same text is read in the same way from two resume points on."""
    return (
        new.voice_id == old.voice_id
        and new.layout == old.layout
        and list(new.voices) == list(old.voices)
        and all(map(_equal, new.parts, old.parts))
        and all(map(_voices_equal, new.voices.values(), old.voices.values()))
    )


def _equal(one: Carried, other: Carried) -> bool:
    return one.keys() == other.keys() and all(
        value == other[name] for name, value in one.items() if name not in _NOT_COMPARED
    )


def _voices_equal(one: VoiceState, other: VoiceState) -> bool:
    return (
        one.since == other.since
        and (one.count == 0) == (other.count == 0)
        and _widths(one.slurs) == _widths(other.slurs)
        and all(map(_equal, one.carried, other.carried))
        and _reach_from(one) == _reach_from(other)
        and _content(one) == _content(other)
    )


def _widths(places: Sequence[tuple[int, int]]) -> list[int]:
    return [end - start for start, end in places]


def _reach_from(state: VoiceState) -> list[tuple[bool, bool, int]]:
    """Return what of a reach matters for lines that do not reach back before the resume point."""
    count = state.count
    return [(line == count, free == count, lines) for line, free, _, lines in state.reach]


def _content(state: VoiceState) -> Element | None:
    """Return the latest chord or rest wherever it stands."""
    if state.last is None:
        return None
    return moved(state.last.finish(ZERO), -state.last.start)


def was_left_alone(state: VoiceState, elements: Sequence[Element]) -> bool:
    """Whether nothing after a resume point changed the latest chord or rest before it.

    Args:
        state: Of a voice at the resume point.
        elements: Of that voice, all of them.
    """
    if state.last is None:
        return True
    element = elements[state.last_index]
    assert isinstance(element, (Chord, Rest))
    return moved(replace(element, onset=ZERO), -element.span.start) == _content(state)


_NO_VOICE = VoiceState(
    carried=(),
    count=0,
    last=None,
    last_index=0,
    last_moved=0,
    since=(),
    reach=((0, 0, 0, 0), (0, 0, 0, 0)),
    slurs=(),
)


def moved_point(later: ResumePoint, old: ResumePoint, new: ResumePoint) -> ResumePoint:
    """Return a resume point after `old` as it is when `new` has taken the place of `old`."""
    by = new.offset - old.offset
    return ResumePoint(
        offset=later.offset + by,
        parts=later.parts,
        voice_id=later.voice_id,
        voices={
            voice_id: _moved_state(
                state, old.voices.get(voice_id, _NO_VOICE), new.voices.get(voice_id, _NO_VOICE), by
            )
            for voice_id, state in later.voices.items()
        },
        layout=moved(later.layout, by) if old.layout is None else new.layout,
        grown=tuple([a + b - c for a, b, c in zip(later.grown, new.grown, old.grown, strict=True)]),
    )


def _moved_state(state: VoiceState, old: VoiceState, new: VoiceState, by: int) -> VoiceState:
    """Return a later state: what it has from `old` comes from `new`, the rest has moved."""
    more = new.count - old.count
    slurs = dict(zip(old.slurs, new.slurs, strict=True))
    last, last_index, last_moved = state.last, state.last_index + more, state.last_moved + by
    if state.last_index < old.count:
        last, last_index, last_moved = new.last, new.last_index, new.last_moved
    return VoiceState(
        carried=state.carried,
        count=state.count + more,
        last=last,
        last_index=last_index,
        last_moved=last_moved,
        since=state.since,
        reach=tuple(
            [
                (
                    line + more if line >= old.count else new_line,
                    free + more if free >= old.count else new_free,
                    start + more if start >= old.count else new_start,
                    lines,
                )
                for (line, free, start, lines), (new_line, new_free, new_start, _) in zip(
                    state.reach, new.reach, strict=True
                )
            ]
        ),
        slurs=tuple([slurs.get(place, (place[0] + by, place[1] + by)) for place in state.slurs]),
    )
