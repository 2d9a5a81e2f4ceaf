"""The states of the clock: plain tuples, so that they are small, hashed and compared.

Times are whole numbers of ticks, of which `WHOLE_NOTE` make a whole note.
"""

from typing import NamedTuple

WHOLE_NOTE = 2**10 * 3**2 * 5 * 7

ANY = -1
"""A pickup of any length, or none, may come."""

NO_PREFIX, ORNAMENT, GRACE_NOTES, SYMBOL = range(4)
"""What may stand before a note; a symbol is a chord symbol or the sign that begins a slur."""

NOT_CLOSED, SECTION_CLOSED, TUNE_CLOSED = range(3)
"""What the latest bar line has ended; with the end of a tune, a section ends too."""

LINE_START, ONE_LETTER, WITHIN_LINE = range(3)
"""How far a line of music has come."""


class Header(NamedTuple):
    """Within the lines before the music.

    Attributes:
        line: What has been written of the line.
        seen: The letters of the fields before it, in their order.
        full: How long a measure is, 0 where that is not known yet.
        unit: The unit note length, 0 where only the meter says it.
        swing: The rhythm is one that some programs play with swing.
        is_odd: The meter is one in which such programs refuse swing.
        tonic: The letter of the key's tonic.
        is_compound: Beats divide by three.
    """

    line: str = ""
    seen: str = ""
    full: int = 0
    unit: int = 0
    swing: bool = False
    is_odd: bool = False
    tonic: str = ""
    is_compound: bool = False


class MeasureState(NamedTuple):
    """Where in a measure.

    Attributes:
        full: How long a measure is in the meter in force.
        unit: The unit note length in force.
        need: What is left of the measure.
        tuplet: How many notes the tuplet waits for; `top` / `bottom` scales each.
        broken: The written length that the second note of a broken rhythm must have; 0 for none.
        prefix: What stands before the note that must come: `NO_PREFIX`, `ORNAMENT`, `GRACE_NOTES`,
            or `SYMBOL`, behind which a rest will do.
        tie: The letter and marks of the note that a tie waits for, then a bar if it crosses one.
        slurs: How many are open.
        swing: As in the header.
        tonic: As in the header.
        is_compound: As in the header.
        is_off_swing: Some programs swing other notes in the rest of the measure.
        is_behind_triplet: No note has come since a triplet's; only where both matter for swing.
        is_home: The latest note was the tonic; only where that is wished for.
        is_home_altered: The tonic's letter has had an accidental in this measure; only there too.
    """

    full: int
    unit: int
    need: int
    tuplet: int = 0
    top: int = 1
    bottom: int = 1
    broken: int = 0
    prefix: int = 0
    tie: str = ""
    slurs: int = 0
    swing: bool = False
    tonic: str = ""
    is_compound: bool = False
    is_off_swing: bool = False
    is_behind_triplet: bool = False
    is_home: bool = False
    is_home_altered: bool = False


class Part(NamedTuple):
    """Where among repeats, endings and parts.

    Attributes:
        opened: A `|:` waits for its `:|`.
        ending: The variant ending one is in, 0 for none.
        fresh: The measure is the first of its section, so that it may be a pickup.
        closed: What the latest bar line ended, as long as no note has come since.
        pickup: How long the section's own pickup is.
        pickups: All that have come, in ascending order.
        owed: How long the next section's pickup must be, or `ANY`.
        number: Which section of the wished form it is, from 0.
        done: How many full measures of it are done, where a form is wished for.
        ending_from: How many were done where its first ending began.
    """

    opened: bool = False
    ending: int = 0
    fresh: bool = True
    closed: int = NOT_CLOSED
    pickup: int = 0
    pickups: tuple[int, ...] = ()
    owed: int = ANY
    number: int = 0
    done: int = 0
    ending_from: int = 0


class Body(NamedTuple):
    """Within the music.

    Attributes:
        token: The kind of sign that has begun, "" between two.
        text: What has been written of it, as far as it matters.
        line: `LINE_START`, `ONE_LETTER` (which may yet become a field) or `WITHIN_LINE`.
        pitch: The letter and marks of the latest note; they matter for a tie only.
        measure: Where in the measure.
        part: Where in the tune.
        place: How many characters of a wished rhythm's pattern are written.
    """

    token: str
    text: str
    line: int
    pitch: str
    measure: MeasureState
    part: Part
    place: int = 0


class End(NamedTuple):
    """Behind the blank line that ends a tune."""

    is_end: bool = True


State = Header | Body | End
