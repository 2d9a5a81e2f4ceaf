"""What may come in a hole that keeps its rhythm: other pitches for the notes that stand there."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from abcstudio.composing.rewriting.hole import Hole
from abcstudio.composing.rewriting.reading.hole_reading import HoleReading
from abcstudio.learning.sampling.constraint import Mask
from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.lexing.ties import ends_with_tie
from abcstudio.notation.spans import Span

_LETTERS = "CDEFGABcdefgab"
_ACCIDENTALS = "^_="
_MOST_MARKS = 2

_FREE = "any pitch"
_FREE_GRACE = "any pitch of a grace note"
_TIED = "the pitch before"


class RhythmState(NamedTuple):
    """Where in a stretch.

    Attributes:
        place: The number of the item of its pattern.
        begun: What has been written of it.
        pitch: The letter and marks of the latest note.
    """

    place: int = 0
    begun: str = ""
    pitch: str = ""


class RhythmRules:
    """Rules for `HoleStreams`: only pitches change; chords stay, and a note that is tied outwards.

    A pattern is what stands in a stretch, with `_FREE`, `_FREE_GRACE` or `_TIED` in place of each
    pitch.
    """

    def __init__(self, hole: Hole, reading: HoleReading, characters: str) -> None:
        """Make them.

        Args:
            hole: The hole; where its contour is kept, only pitches without accidentals may come.
            reading: How a model reads the tune.
            characters: The model's vocabulary.
        """
        self.characters = characters
        unaltered = [one.unaltered for one in hole.stretches]
        self._altered = ["".join(one for one in _LETTERS if one not in stays and one in characters)
                         for stays in unaltered]  # fmt: skip
        self._has_accidentals = not hole.melody
        self._hole, self._music = hole, reading.music
        is_tied = bool(hole.stretches[0].start.measure.tie)
        self._patterns: list[tuple[str, ...]] = []
        for number, (music, written) in enumerate(zip(reading.music, hole.music, strict=True)):
            is_last = number + 1 == len(reading.music)
            # A model that does not know `{` reads grace notes as others.
            free = [_FREE_GRACE if _is_grace(written, one) else _FREE for one in _pitches(written)]
            self._patterns.append(
                _pattern(music, free, is_tied, keeps_first=not number, is_last=is_last)
            )
            is_tied = ends_with_tie(music)
        places = [
            (number, place)
            for number, pattern in enumerate(self._patterns)
            for place, item in enumerate(pattern)
            if item == _FREE
        ]
        self._home_at = places[-1] if hole.home and places else None
        self._home = hole.home + hole.home.lower()
        self._ends = [join[:1] for join in reading.joins]
        self._rows: dict[str, Mask] = {}

    def can_fill(self) -> bool:
        """Return whether there are pitches to change, and what is kept can be written."""
        is_read = all(
            len(_pitches(read)) == len(_pitches(written))
            for read, written in zip(self._music, self._hole.music, strict=True)
        )
        is_free = any(_is_free(item) for pattern in self._patterns for item in pattern)
        return is_read and is_free and all(self._ends) and bool({*_LETTERS} & {*self.characters})

    def begin(self, number: int, before: RhythmState | None) -> RhythmState:
        """Return the state at the start of a stretch, from that at the end of the one before."""
        return RhythmState(pitch=before.pitch if number and before is not None else "")

    def allowed(self, number: int, state: RhythmState) -> Mask:
        """Return what may come in a stretch, by its number, (vocab_size,)."""
        ways = self._ways(number, state)
        if ways not in self._rows:
            self._rows[ways] = np.array([one in ways for one in self.characters], dtype=np.bool_)
        return self._rows[ways]

    def is_end(self, number: int, state: RhythmState, character: str) -> bool:
        """Return whether a character that may come is the first one behind a stretch."""
        pattern = self._patterns[number]
        if state.place < len(pattern) and not self._is_last_pitch(pattern, state):
            return False
        return character == self._ends[number]

    def _is_last_pitch(self, pattern: Sequence[str], state: RhythmState) -> bool:
        is_pitch = _is_free(pattern[state.place]) and state.begun not in ("", *_ACCIDENTALS)
        return is_pitch and state.place + 1 == len(pattern)

    def step(self, number: int, state: RhythmState, character: str) -> RhythmState:
        """Return the state after a character of a stretch."""
        pattern = self._patterns[number]
        is_longer = state.place < len(pattern) and character in self._longer(number, pattern, state)
        if not is_longer:
            state = state._replace(place=state.place + 1, begun="")
        item, begun = pattern[state.place], state.begun + character
        if _is_free(item):
            return state._replace(begun=begun, pitch=begun.lstrip(_ACCIDENTALS))
        if begun == (state.pitch if item == _TIED else item):
            return state._replace(place=state.place + 1, begun="")
        return state._replace(begun=begun)

    def pitch_begun(self, number: int, state: RhythmState) -> str:
        """Return letter and marks of the note of the melody that is being written, "" for none."""
        pattern = self._patterns[number]
        is_note = state.place < len(pattern) and pattern[state.place] == _FREE
        return state.begun.lstrip(_ACCIDENTALS) if is_note else ""

    def can_end_after(self, _number: int, _state: RhythmState, _notes: int) -> bool:
        """Return that a stretch can: it has the notes that it has."""
        return True

    def written(self, music: Sequence[str]) -> tuple[str, ...]:
        """Return what stands in the tune's stretches with the pitches of a filling."""
        found = []
        for old, new in zip(self._hole.music, music, strict=True):
            pieces, place = [], 0
            for was, now in zip(_pitches(old), _pitches(new), strict=True):
                pieces += [old[place : was.start], now.of(new)]
                place = was.end
            found.append("".join([*pieces, old[place:]]))
        return tuple(found)

    def _ways(self, number: int, state: RhythmState) -> str:
        pattern = self._patterns[number]
        if state.place == len(pattern):
            return self._ends[number]
        ways = self._longer(number, pattern, state)
        if not _is_free(pattern[state.place]) or state.begun in ("", *_ACCIDENTALS):
            return ways
        after = state._replace(place=state.place + 1, begun="")
        return ways + self._ways(number, after)

    def _longer(self, number: int, pattern: Sequence[str], state: RhythmState) -> str:
        """Return the characters that belong to the item that has begun, or begin it."""
        item, begun, altered = pattern[state.place], state.begun, self._altered[number]
        if not _is_free(item):
            return (state.pitch if item == _TIED else item)[len(begun)]
        if (number, state.place) == self._home_at and not begun:
            return self._home
        if not begun:
            return _LETTERS + (_ACCIDENTALS if self._has_accidentals and altered else "")
        if begun in _ACCIDENTALS:
            return altered
        letter, marks = begun.lstrip(_ACCIDENTALS)[0], begun.count(",") + begun.count("'")
        return "" if marks == _MOST_MARKS else "," if letter.isupper() else "'"


def _pattern(
    music: str, free: Sequence[str], is_tied: bool, *, keeps_first: bool, is_last: bool
) -> tuple[str, ...]:
    """Return the pattern of a stretch.

    Args:
        music: What the model reads of it.
        free: What stands for each pitch in the tune, if that may change.
        is_tied: A tie leads into it.
        keeps_first: Its first note stays if so, for what it is tied to stays.
        is_last: Nothing behind it changes.
    """
    items: list[str] = []
    place = 0
    pitches = _pitches(music)
    for number, (pitch, item) in enumerate(zip(pitches, free, strict=False)):
        between = music[place : pitch.start]
        is_tied = ends_with_tie(between) if number else is_tied
        is_kept = (is_tied and keeps_first and not number) or (
            is_last and pitch is pitches[-1] and ends_with_tie(_behind_chords(music, pitch))
        )
        items += [between, pitch.of(music) if is_kept else _TIED if is_tied else item]
        place = pitch.end
    items.append(music[place:])
    return tuple(item for item in items if item)


def _behind_chords(music: str, pitch: Span) -> str:
    """Return what stands behind a pitch, "" where a chord does."""
    behind = music[pitch.end :]
    return "" if "]" in behind else behind


def _is_free(item: str) -> bool:
    return item in (_FREE, _FREE_GRACE)


def _is_grace(music: str, pitch: Span) -> bool:
    before = music[: pitch.start]
    return before.rfind("{") > before.rfind("}")


def _pitches(music: str) -> list[Span]:
    """Return where the pitches of notes stand, chords aside: accidental, letter and marks."""
    return list(_notes(music))


def _notes(music: str) -> Iterator[Span]:
    is_chord = False
    for kind, match in music_matches(music, 0, len(music)):
        if kind in ("chord_start", "chord_end"):
            is_chord = kind == "chord_start"
        elif kind == "note" and not is_chord:
            yield Span(match.start(), match.start("length"))
