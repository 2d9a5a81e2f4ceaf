"""How fast players take each kind of tune, what it swings, and whether it runs in sixteenths."""

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction

from abcstudio.notation.meter import Meter
from abcstudio.notation.score import Chord, Rest, Score

PLAIN_QUARTERS_PER_MINUTE = Fraction(120)
_SLOW = Fraction(7, 10)
_SIXTEENTHS = Fraction(14, 5)
_SIXTEENTHS_OF_DANCES = Fraction(11, 5)
_DANCES_IN_SIXTEENTHS = ("reel", "hornpipe")

# What a session plays when no `Q:` says otherwise, in quarter notes a minute. Where there is one
# number, it is that of a tune in eighths; where it goes by the meter, that of the beat.
_COMPOUND, _ANY = "compound", ""
_TEMPOS: Mapping[str, int | Mapping[str, int]] = {
    "reel": 210,
    "hornpipe": 160,
    "clog": 152,
    "set dance": {_COMPOUND: 150, "2/4": 72, _ANY: 144},
    "jig": 171,
    "double jig": 171,
    "single jig": 180,
    "slip jig": 165,
    "hop jig": 180,
    "slide": 195,
    "polka": 132,
    "waltz": {"3/8": 68, _ANY: 135},
    "mazurka": {"3/8": 70, _ANY: 140},
    "gavotte": 144,
    "minuet": {"3/8": 60, _ANY: 120},
    "barndance": 160,
    "schottische": 152,
    "highland": 144,
    "fling": 144,
    "strathspey": 120,
    "march": {_COMPOUND: 174, "2/4": 84, "2/2": 112, "3/4": 90, _ANY: 96},
    "quickstep": {_COMPOUND: 174, "2/4": 112, _ANY: 168},
    "cotillion": {_COMPOUND: 165, "2/4": 112, _ANY: 168},
    "planxty": {_COMPOUND: 126, "2/4": 72, _ANY: 100},
    "air": {"2/4": 63, "3/8": 63, _ANY: 84},
    "slow air": {"2/4": 60, _ANY: 66},
    "lament": {"2/4": 60, _ANY: 66},
    "lullaby": {"2/4": 60, _ANY: 72},
}
_OTHER_TEMPOS = {_COMPOUND: 150, "3/8": 76, "3/4": 126, "3/2": 126, _ANY: 120}
_SWUNG_RHYTHMS = ("hornpipe", "clog", "barndance", "schottische")
# How the world outside writes the names of the table: in one word or two, or as elsewhere.
_SPELLINGS = tuple(
    (re.compile(rf"\b(?:{written})"), name)
    for written, name in (
        ("horne? ?pipe", "hornpipe"),
        ("barn ?dance", "barndance"),
        ("quick ?step", "quickstep"),
        ("set ?dance", "set dance"),
        ("gigue|gige|jigg", "jig"),
        ("(double|single|slip|hop) ?jig", r"\1 jig"),
        ("slow ?air", "slow air"),
        ("strath ?spe?y|strathpey", "strathspey"),
        (r"s?chott?is(?:che?|h|e)?\b|shott?ische?", "schottische"),
        (r"wal[sz]er?\b|val[sz]e?s?\b", "waltz"),
        ("ma[sz]ou?r[ck]a|mazurek", "mazurka"),
        ("men[ue]+tt?|minuett", "minuet"),
        ("cotill?i?on", "cotillion"),
        ("gavott?e?", "gavotte"),
        ("marsch", "march"),
        ("lullabies", "lullaby"),
        ("planxties|planxtie", "planxty"),
    )
)


def rhythm_of(score: Score) -> str:
    """Return the tune's rhythm (`R:`), else "".

    In lower case, without accents, its words parted by blanks, and names that are known here as
    they are known here: "Horn-Pipe" is "hornpipe".
    """
    values = score.field_values("R")
    letters = unicodedata.normalize("NFKD", values[0].casefold()) if values else ""
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    rhythm = re.sub(r"[\W_]+", " ", bare).strip()
    for written, name in _SPELLINGS:
        rhythm = written.sub(name, rhythm)
    return rhythm


def is_named(name: str, rhythm: str) -> bool:
    """Return whether a rhythm holds a name; "reels" holds "reel", "fair" no "air"."""
    return f" {name}" in f" {rhythm}"


def swings(score: Score) -> bool:
    """Return whether a player swings the even pairs of this tune."""
    return _name_in(rhythm_of(score), _SWUNG_RHYTHMS) is not None


def runs_in_sixteenths(score: Score) -> bool:
    """Return whether what an eighth is to other tunes of its kind is a sixteenth in this one.

    Reels and hornpipes are written in 4/4 with eighths or in 2/4 with sixteenths; how densely the
    first voice is written tells them apart, where the commonest length would mistake polkas.
    """
    meter = score.meter
    if meter.is_free or meter.beat_unit != 4:
        return False
    least = _SIXTEENTHS
    if meter.beats == (2,) and score.unit_note_length == Fraction(1, 16):
        is_dance = _name_in(rhythm_of(score), _DANCES_IN_SIXTEENTHS) is not None
        least = _SIXTEENTHS_OF_DANCES if is_dance else least
    timed = [each for each in score.voices[0].elements if isinstance(each, (Chord, Rest))]
    notes = sum(isinstance(each, Chord) for each in timed)
    quarters = 4 * sum((each.duration for each in timed), Fraction(0))
    return notes > 0 and notes >= least * quarters


def has_known_rhythm(score: Score) -> bool:
    """Return whether the tune names a rhythm whose tempo is known."""
    return _name_in(rhythm_of(score), _TEMPOS) is not None


def default_tempo(score: Score) -> Fraction:
    """Return the quarter notes a minute that players take a tune of this rhythm and meter at."""
    rhythm = rhythm_of(score)
    name = _name_in(rhythm, _TEMPOS)
    tempos = _OTHER_TEMPOS if name is None else _TEMPOS[name]
    if isinstance(tempos, int):
        tempos = {_ANY: tempos}
    quarters = Fraction(tempos.get(_meter_name(score.meter), tempos[_ANY]))
    is_of_tune_in_eighths = len(tempos) == 1 or name is None
    if is_of_tune_in_eighths and runs_in_sixteenths(score):
        quarters /= 2
    if "slow" in rhythm.split() and name != "slow air":
        quarters *= _SLOW
    return quarters


def _name_in(rhythm: str, names: Mapping[str, object] | tuple[str, ...]) -> str | None:
    """Return the longest name that the rhythm holds."""
    found = [name for name in names if is_named(name, rhythm)]
    return max(found, key=len, default=None)


def _meter_name(meter: Meter) -> str:
    if meter.is_compound:
        return _COMPOUND
    return f"{meter.beats[0]}/{meter.beat_unit}" if len(meter.beats) == 1 else _ANY
