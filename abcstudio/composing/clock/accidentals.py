"""Accidentals in the clock: whether the tonic's letter still means the tonic."""

from abcstudio.composing.clock.states import MeasureState
from abcstudio.composing.clock.wishes import Language


def with_accidental(measure: MeasureState, letter: str, language: Language) -> MeasureState:
    """Return the measure after an accidental before a note letter; it holds until the bar line."""
    is_home = language.wishes.ends_on_tonic and letter.upper() == measure.tonic
    return measure._replace(is_home_altered=True) if is_home else measure


def with_tonic(measure: MeasureState, tonic: str, language: Language) -> MeasureState:
    """Return the measure in another key; what its letter has had in this measure is not known."""
    is_begun = language.wishes.ends_on_tonic and measure.need != measure.full
    return measure._replace(tonic=tonic, is_home_altered=measure.is_home_altered or is_begun)


def over_bar(measure: MeasureState) -> MeasureState:
    """Return a measure that a bar line has ended; a tie takes an accidental with it."""
    return measure._replace(is_home_altered=measure.is_home_altered and bool(measure.tie))
