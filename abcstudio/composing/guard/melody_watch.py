"""The measures of a stream as they are heard, to tell in time where it would say a known tune."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.states import WHOLE_NOTE, Body, State
from abcstudio.composing.clock.wishes import Language
from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.corpus.quotations import RUN_MEASURES, PlacedNotes, placed_notes
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse

_FIELDS = "MLK"
_FIELD = re.compile(r"(?:^|\[)([MLK]):([^\]\n]*)", re.MULTILINE)
_BEFORE = RUN_MEASURES - 1
_BARS = "|:"


class Heard(NamedTuple):
    """How far a stream has come.

    Attributes:
        state: By the clock.
        fields: The lines of the header that say what notes mean, as in force before `text`.
        text: What has come of the header, or of the measure.
        last: The text of the measure before.
        measures: The latest measures, pickups left out.
        is_watched: A known run begins with them.
    """

    state: State
    fields: str = ""
    text: str = ""
    last: str = ""
    measures: tuple[PlacedNotes, ...] = ()
    is_watched: bool = False


class MelodyWatch:
    """Follows streams of one clock."""

    def __init__(self, clock: MeasureClock, known: KnownRuns) -> None:
        self._clock, self._known = clock, known
        # What is wished may let a bar line come only some signs later.
        self._free = MeasureClock(Language(careful=False), clock.characters)

    def start(self) -> Heard:
        """Return what is heard before a tune: nothing."""
        return Heard(self._clock.start())

    def after(self, heard: Heard, character: str) -> Heard:
        """Return what is heard after one more character, which the clock lets through."""
        state = self._clock.step(heard.state, character)
        assert state is not None
        if not isinstance(state, Body):
            text = heard.text + character
            return Heard(state, text="" if isinstance(heard.state, Body) else text)
        if not isinstance(heard.state, Body):
            unit = Fraction(state.measure.unit, WHOLE_NOTE)
            return Heard(state, _with_fields(f"L:{unit}\n", heard.text))
        was_bar, is_bar = _is_bar(heard.state), _is_bar(state)
        if is_bar and not was_bar:
            heard = self._measure_ended(heard, state)
        if was_bar and not is_bar:
            # Bar lines, and the number of an ending behind one, belong to no measure.
            heard = heard._replace(text="")
        return heard._replace(state=state, text=heard.text + character)

    def is_quotation(self, heard: Heard, character: str) -> bool:
        """Return whether a character makes a watched measure the last of a known run.

        It does where the measure is full after it, or where it begins a bar line.
        """
        if not heard.is_watched:
            return False
        state = self._clock.step(heard.state, character)
        if not isinstance(state, Body):
            return False
        # A bar line belongs to no measure.
        text = "" if _is_bar(heard.state) else heard.text
        ended = state
        if not _is_bar(state):
            text += character
            behind = self._at_bar(state)
            if behind is None or behind.measure.need:
                return False
            ended = behind
        return self._counts(text, ended) and self._known.holds(
            (*heard.measures, _notes_of(heard.fields, heard.last, text.strip()))
        )

    def _at_bar(self, state: Body) -> Body | None:
        """Return the state within a bar line that may come next; None where none may."""
        for bar in _BARS:
            ended = self._free.step(state, bar)
            if isinstance(ended, Body) and _is_bar(ended):
                return ended
        return None

    def _measure_ended(self, heard: Heard, ended: Body) -> Heard:
        text = heard.text.strip()
        if not text:
            return heard
        measures, is_watched = heard.measures, heard.is_watched
        if self._counts(text, ended):
            measures = (*measures, _notes_of(heard.fields, heard.last, text))[-_BEFORE:]
            is_watched = len(measures) == _BEFORE and self._known.begins(measures)
        fields = _with_fields(heard.fields, text)
        return heard._replace(
            fields=fields, text="", last=text, measures=measures, is_watched=is_watched
        )

    def _counts(self, text: str, ended: Body) -> bool:
        """Return whether a measure that a bar line ends is one, and not a pickup."""
        need, full = ended.measure.need, ended.measure.full
        return bool(text.strip()) and need < full and not (ended.part.fresh and need)


def _is_bar(state: State) -> bool:
    return isinstance(state, Body) and state.token == "bar"


def _with_fields(fields: str, text: str) -> str:
    """Return the lines that are in force after a text."""
    lines = dict(_FIELD.findall(fields)) | dict(_FIELD.findall(text))
    return "".join(f"{letter}:{lines[letter]}\n" for letter in _FIELDS if letter in lines)


@lru_cache(maxsize=1 << 14)
def _notes_of(fields: str, last: str, text: str) -> PlacedNotes:
    """Return the notes of a measure; a tie may lead into it, and bring an accidental."""
    before = f"{last}|" if last.endswith("-") else ""
    score = parse(f"X:1\n{fields}{before}{text}|\n")
    return placed_notes(split_measures(score.voices[0], score.meter)[-1])
