"""Notes, rests and chords in the clock: the time that they take of a measure.

Where there is swing, a careful language leaves other programs the notes that they are to swing.
abc2midi swings two notes of one unit where the second is off the beat. Of a chord it counts one
unit, however long; and behind a triplet and then a chord, a rest or grace notes it takes a note of
one unit for the second of two.
"""

from abcstudio.composing.clock.signs import scaled
from abcstudio.composing.clock.states import GRACE_NOTES, NO_PREFIX, ORNAMENT, MeasureState
from abcstudio.composing.clock.wishes import Language
from abcstudio.notation.values.tuplets import usual_q

_FINEST = 8


def after_time(measure: MeasureState, written: str, *, careful: bool) -> MeasureState | None:
    """Return the measure after a note, rest or chord; None where it must not be so long.

    Args:
        measure: The measure before.
        written: The length behind the note or chord.
        careful: Other programs give grace notes a share of the note's own time, which must do. In
            triplets they do so rightly where its notes are as long as the unit.
    """
    length = scaled(measure.unit, written)
    if length is None or (measure.broken and length != measure.broken):
        return None
    if careful and measure.prefix and length < measure.unit:
        return None
    is_adorned = measure.prefix in (ORNAMENT, GRACE_NOTES)
    if careful and measure.tuplet and is_adorned and length != measure.unit:
        return None
    if careful and measure.tuplet and length not in _plain_lengths(measure.unit):
        return None
    ticks, rest = divmod(length * measure.top, measure.bottom)
    if rest or ticks > measure.need:
        return None
    left = max(0, measure.tuplet - 1)
    # A tuplet comes out even: what is left of the measure can be written without another one.
    if not left and (measure.need - ticks) % (measure.unit // _FINEST):
        return None
    top, bottom = (measure.top, measure.bottom) if left else (1, 1)
    # Some programs read a tuplet of unequal notes in another way.
    equal = length if left and careful else 0
    return measure._replace(
        need=measure.need - ticks,
        tuplet=left,
        top=top,
        bottom=bottom,
        broken=equal,
        prefix=NO_PREFIX,
        tie="",
    )


def _plain_lengths(unit: int) -> tuple[int, ...]:
    """Return the lengths of which every program reads a triplet."""
    return unit // 2, unit, 2 * unit


def with_tuplet(measure: MeasureState, written: str, *, careful: bool) -> MeasureState | None:
    """Return the measure with a tuplet begun, such as `3`, `3:2` or `3:2:4`; None for nonsense."""
    numbers = [int(text) if text else 0 for text in written.split(":")]
    p, q, r = (*numbers, 0, 0)[:3]
    if not 2 <= p <= 9 or (careful and written != "3"):
        return None
    q = q or usual_q(p, is_compound=measure.is_compound)
    return measure._replace(tuplet=r or p, top=q, bottom=p)


def with_broken(
    before: MeasureState, after: MeasureState, written: str, sign: str, *, careful: bool
) -> MeasureState | None:
    """Return the measure with a broken rhythm begun; None where it must not be.

    Together both notes last as long as they would without the sign.

    Args:
        before: The measure before the first note.
        after: The measure after it.
        written: The length behind that note.
        sign: `>` or `<`.
        careful: Not where other programs read it in another way.
    """
    length = scaled(before.unit, written)
    if length is None or length % 2 or bool(after.tuplet) != bool(before.tuplet):
        return None
    if careful and (before.broken or before.tuplet or not _may_break(before, length)):
        return None
    if careful and before.prefix == GRACE_NOTES and sign == "<" and length < 2 * before.unit:
        return None
    if length * after.top > after.need * after.bottom:
        return None
    return after._replace(broken=length)


def _may_break(before: MeasureState, length: int) -> bool:
    if not before.swing:
        return True
    beat = 2 * before.unit
    return length == before.unit and before.need % beat == 0 and not before.is_off_swing


# Swing


def keeps_triplet_apart(measure: MeasureState, language: Language) -> bool:
    """Return whether a chord or a rest may come: not in a triplet, nor right behind one."""
    is_in_triplet = measure.tuplet and _has_swing(measure, language)
    return not (measure.is_behind_triplet or is_in_triplet)


def behind_chord(
    before: MeasureState, after: MeasureState, written: str, language: Language
) -> MeasureState:
    """Return the measure after a chord with its length, which may take the beat away."""
    length = scaled(before.unit, written)
    is_odd = length is not None and length % (2 * before.unit) == before.unit
    return (
        after if is_odd or not _has_swing(before, language) else after._replace(is_off_swing=True)
    )


def behind_note(before: MeasureState, after: MeasureState, language: Language) -> MeasureState:
    """Return the measure after a note, which may be one of a triplet."""
    is_triplet = bool(before.tuplet) and _has_swing(before, language)
    if is_triplet == after.is_behind_triplet:
        return after
    return after._replace(is_behind_triplet=is_triplet)


def _has_swing(measure: MeasureState, language: Language) -> bool:
    """Return whether there is swing that the language keeps as it is."""
    return measure.swing and language.careful
