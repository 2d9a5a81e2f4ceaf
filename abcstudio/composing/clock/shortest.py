"""About how many characters a tune still needs: where the search for its end looks first."""

from functools import lru_cache

from abcstudio.composing.clock.signs import LENGTHS, WORDS, scaled
from abcstudio.composing.clock.states import LINE_START, Body, Header, Part, State
from abcstudio.composing.clock.wishes import Wishes

_FAR = 1000
_CLOSING = 4
_WITH_LENGTH = ("note", "rest", "chord end")


def characters_needed(state: State, wishes: Wishes) -> int:
    """Return an estimate of the characters that a tune needs from a state to its end."""
    if isinstance(state, Header):
        return 40 - len(state.seen) + (0 if state.full else 20)
    return _of_body(state, wishes) if isinstance(state, Body) else 0


def _of_body(body: Body, wishes: Wishes) -> int:
    measure, part = body.measure, body.part
    is_idle = measure.need == measure.full and part.closed and not body.token
    waits = 2 * measure.tuplet + 2 * bool(measure.prefix) + measure.slurs + 3 * bool(measure.tie)
    if body.token in WORDS:
        waits += 2 + WORDS[body.token].left(body.text)
    if is_idle and not wishes.form:
        return 2 - (body.line == LINE_START) + waits
    return waits + _to_last_measure(body, wishes) + _CLOSING + 2 * part.opened


def _to_last_measure(body: Body, wishes: Wishes) -> int:
    """Return what fills the measure, and those after it."""
    measure, part = body.measure, body.part
    begun = body.text.rpartition("|")[2] if body.token in _WITH_LENGTH else None
    elapsed = measure.full - measure.need
    more = 3 * (_measures_left(part, wishes) - 1)
    more += 6 if part.ending == 1 else 0
    if part.fresh and part.owed > 0:
        return _filled(part.owed - elapsed, measure.unit, begun) + 3 + max(0, more)
    ending = measure.need - part.pickup
    if more > 0 or ending < 0:
        return _filled(measure.need, measure.unit, begun) + max(3, more)
    return min(_filled(ending, measure.unit, begun), _filled(measure.need, measure.unit, begun) + 3)


def _measures_left(part: Part, wishes: Wishes) -> int:
    return sum(section.measures + 1 for section in wishes.form[part.number :]) - part.done


@lru_cache(maxsize=1 << 15)
def _filled(need: int, unit: int, begun: str | None) -> int:
    """Return how many characters fill a stretch with notes; the first one's length has begun."""
    if begun is None:
        return _notes(need, unit)
    return min(
        (
            len(written) - len(begun) + _notes(need - ticks, unit)
            for written in LENGTHS
            if written.startswith(begun) and (ticks := scaled(unit, written)) is not None
        ),
        default=_FAR,
    )


@lru_cache(maxsize=1 << 15)
def _notes(need: int, unit: int) -> int:
    """Return how many characters the notes have that fill a stretch."""
    if need <= 0:
        return 0 if need == 0 else _FAR
    whole, rest = divmod(need, unit)
    best = 1 + len(str(whole)) if whole > 1 else whole
    return best + (3 if rest else 0)
