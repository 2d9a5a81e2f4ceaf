"""States without what no longer matters: one stands for all from which the same may come.

Of some 13,000 states that 32 takes pass in different keys and with different titles, some 2,400 are
left.
"""

import re

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.header import any_text
from abcstudio.composing.clock.states import (
    ANY,
    NOT_CLOSED,
    Body,
    Header,
    MeasureState,
    Part,
    State,
)

_BEGUN_NOTES = ("A|", "a|")
# Fields of which there is one at most, but for those that the language asks for anyway.
_ONCE = "ROML"
_ANY_FIELD = "T"
_LAST_PITCH = re.compile(r"([A-Ga-g][,']*)[0-9/]*$")


class Essence:
    """What matters of a clock's states.

    What comes after a state is known from what matters of it, with one exception: a tie waits for
    the very note that it begins at. `with_pitch` puts that into a state again.
    """

    def __init__(self, clock: MeasureClock) -> None:
        self._clock = clock
        self._is_careful = clock.language.careful
        self._has_tonic = clock.language.wishes.ends_on_tonic
        self._any_pitch = "" if clock.knows_pitches else clock.letters("")[:1]

    def of(self, state: State) -> State:
        """Return the state that stands for a state."""
        if isinstance(state, Body):
            return self._of_body(state) if self._is_careful else state
        return self._of_header(state) if isinstance(state, Header) else state

    # The header

    def _of_header(self, header: Header) -> Header:
        line, seen = any_text(header).line, header.seen
        letter, value = line[:1], line[2:]
        if value and letter == "X":
            line = "X:" + "1" * len(value)
        if seen:
            seen = _ANY_FIELD + "".join(one for one in _ONCE if one in seen)
        is_compound = header.is_compound and not self._is_careful
        return header._replace(line=line, seen=seen, is_compound=is_compound)

    # The music

    def _of_body(self, body: Body) -> Body:
        measure, part = self._of_measure(body.measure), body.part
        text, pitch = body.text, body.pitch
        if body.token == "note":
            head, _, length = text.partition("|")
            if length and head != "A":
                text = f"A|{length}"
            if not measure.tie:
                pitch = self._pitch(pitch, text, measure)
        elif body.token in ("grace", "chord"):
            pitch = self._clock.any_letter(pitch, measure.tonic) if pitch else ""
        else:
            pitch = ""
        part = _of_part(part, measure)
        if (text, pitch) == (body.text, body.pitch) and measure is body.measure:
            return body if part is body.part else body._replace(part=part)
        return body._replace(text=text, pitch=pitch, measure=measure, part=part)

    def _pitch(self, pitch: str, text: str, measure: MeasureState) -> str:
        if self._any_pitch and text not in _BEGUN_NOTES:
            return self._any_pitch
        return self._clock.any_letter(pitch, measure.tonic)

    def _of_measure(self, measure: MeasureState) -> MeasureState:
        tonic = measure.tonic if self._has_tonic else ""
        if tonic == measure.tonic and not measure.is_compound:
            return measure
        # A compound meter matters for tuplets that other programs read in another way.
        return measure._replace(tonic=tonic, is_compound=False)


def _of_part(part: Part, measure: MeasureState) -> Part:
    """Leave out what is asked only of a section's first measure, or where a measure begins."""
    owed = part.owed if part.fresh else ANY
    closed = part.closed if measure.need == measure.full else NOT_CLOSED
    if owed == part.owed and closed == part.closed:
        return part
    return part._replace(owed=owed, closed=closed)


def with_pitch(state: State, text: str) -> State:
    """Return the state at a text's end within the note that stands there."""
    found = _LAST_PITCH.search(text)
    if found is None or not isinstance(state, Body):
        return state
    return state._replace(pitch=found[1])
