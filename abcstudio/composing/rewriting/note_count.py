"""Whether what is left of a stretch can be filled with a given number of notes."""

from collections.abc import Iterator

from abcstudio.composing.clock.durations import after_time, with_broken, with_tuplet
from abcstudio.composing.clock.signs import LENGTHS
from abcstudio.composing.clock.states import GRACE_NOTES, NO_PREFIX, SYMBOL, Body, MeasureState
from abcstudio.composing.clock.tokens import MOST_SLURS

_TRIPLET = "3"
_WORDS = ('"', "!", "grace")


class NoteCount:
    """Finds it out from the lengths that a vocabulary can write; answers are remembered."""

    def __init__(self, characters: str) -> None:
        known = set(characters)
        self._lengths = sorted((one for one in LENGTHS if set(one) <= known), key=len)
        self._broken_signs = [sign for sign in "<>" if sign in known]
        self._has_slurs = ")" in known
        self._has_triplets = {"(", _TRIPLET} <= known
        self._known: dict[tuple[MeasureState, int], bool] = {}

    def fits(self, body: Body, notes: int) -> bool:
        """Return whether a stretch can end after so many notes more, behind the one that is begun.

        Args:
            body: Where the clock is.
            notes: How many more must begin.
        """
        if body.token != "note":
            return any(self._measure_fits(one, notes) for one in self._may_become(body))
        begun = body.text.rpartition("|")[2]
        lengths = [one for one in self._lengths if one.startswith(begun)]
        return any(self._measure_fits(one, notes) for one in self._behind(body.measure, lengths))

    def _may_become(self, body: Body) -> Iterator[MeasureState]:
        """Yield the measure once the sign that has begun, if any, is whole."""
        measure = body.measure
        if body.token == "tuplet":
            tuplet = with_tuplet(measure, body.text, careful=True)
            if tuplet is not None:
                yield tuplet
        elif body.token == "(":
            yield from self._with_triplet(measure)
            if self._has_slurs and measure.slurs < MOST_SLURS:
                yield measure._replace(prefix=measure.prefix or SYMBOL)
        elif body.token in _WORDS:
            yield measure._replace(prefix=GRACE_NOTES)
        else:
            yield measure

    def _behind(self, measure: MeasureState, lengths: list[str]) -> Iterator[MeasureState]:
        """Yield the measure behind a note of some length, with a broken rhythm begun or not."""
        for written in lengths:
            after = after_time(measure, written, careful=True)
            if after is None:
                continue
            yield after
            for sign in self._broken_signs:
                broken = with_broken(measure, after, written, sign, careful=True)
                if broken is not None:
                    yield broken
                    break

    def _measure_fits(self, measure: MeasureState, notes: int) -> bool:
        waits = measure.prefix != NO_PREFIX or measure.tuplet or measure.broken
        if not notes or measure.need <= 0:
            return not notes and measure.need == 0 and not waits
        key = (measure._replace(slurs=0, tie="", is_home=False), notes)
        if key not in self._known:
            self._known[key] = False
            self._known[key] = any(
                self._measure_fits(after, notes - 1)
                for after in self._behind(measure, self._lengths)
            ) or any(self._measure_fits(one, notes) for one in self._with_triplet(measure))
        return self._known[key]

    def _with_triplet(self, measure: MeasureState) -> Iterator[MeasureState]:
        waits = measure.tuplet or measure.broken or measure.prefix
        tuplet = None if waits else with_tuplet(measure, _TRIPLET, careful=True)
        if self._has_triplets and tuplet is not None:
            yield tuplet
