"""Where chosen measures return elsewhere in a tune, to be rewritten with them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from abcstudio.composing.rewriting.hole import HoleStretch, Returning
from abcstudio.composing.rewriting.hole_cutter import HoleCutter, timed_in
from abcstudio.composing.rewriting.kept import Kept
from abcstudio.errors import RewritingError
from abcstudio.notation.lexing.ties import ends_with_tie
from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.score import Score, Voice
from abcstudio.notation.spans import Span


@dataclass(frozen=True, slots=True)
class _Copy:
    """A measure whose text is that of a chosen one: all its music, and that of the chosen one."""

    measure: Measure
    stretches: tuple[HoleStretch, ...]
    original: tuple[HoleStretch, ...]


class Returns:
    """Finds measures with the very text of chosen ones, in the same unit and of the same length."""

    def __init__(
        self, score: Score, voice: Voice, measures: Sequence[Measure], chosen: Sequence[Measure]
    ) -> None:
        """Find them.

        Args:
            score: The tune.
            voice: Its voice.
            measures: All of that.
            chosen: Some of them, one after the other.
        """
        self._score, self._voice, self._measures = score, voice, tuple(measures)
        self._chosen = chosen
        self._originals = [self._cut(one) for one in chosen]
        texts = [self._text(one) for one in self._originals]
        others = [one for one in measures if not any(one is each for each in chosen)]
        self._copies: list[_Copy] = []
        before = -1
        for measure in others:
            stretches = self._cut(measure)
            text = self._text(stretches)
            alike = [at for at, one in enumerate(texts) if stretches and one == text]
            if not alike:
                before = -1
                continue
            # Where several chosen ones are the same, those that follow each other go together.
            before = before + 1 if before + 1 in alike and before >= 0 else alike[0]
            self._copies.append(_Copy(measure, stretches, self._originals[before]))

    def first_place(self) -> int | None:
        """Return where the first of them begins; None where there are none."""
        return min((one.measure.span.start for one in self._copies), default=None)

    def places(self, stretches: Sequence[HoleStretch]) -> tuple[Returning, ...]:
        """Return where the music of the stretches of a hole returns."""
        found = []
        for copy in self._copies:
            for mine, original in zip(copy.stretches, copy.original, strict=True):
                by = mine.place.start - original.place.start
                for number, stretch in enumerate(stretches):
                    if original.place.start <= stretch.place.start < original.place.end:
                        place = Span(stretch.place.start + by, stretch.place.end + by)
                        found.append(Returning(place, number))
        return tuple(sorted(found, key=lambda one: one.place.start))

    def apart(self, stretches: Sequence[HoleStretch], kept: Kept) -> tuple[HoleStretch, ...]:
        """Return the stretches so that each fits wherever it returns, whatever stands beside it.

        No tie leads from one to the next; where a note that stays is tied into one of them, they
        begin with it.

        Raises:
            RewritingError: One is tied to its neighbours, and rhythm or contour are kept.
        """
        ties = {one.place.start: one.start.measure.tie for one in stretches}
        for copy in self._copies:
            tied = [one.start.measure.tie for one in (copy.stretches[0], copy.original[0])]
            leads_on = ends_with_tie(copy.stretches[-1].place.of(self._score.text))
            if (kept.rhythm or kept.contour) and (any(tied) or leads_on):
                raise RewritingError("rewriting.tied_return", number=copy.measure.number)
            if not self._is_rewritten_before(copy.measure):
                ties[copy.original[0].place.start] = (
                    ties.get(copy.original[0].place.start) or tied[0]
                )
        return tuple(_apart(one, ties.get(one.place.start, "")) for one in stretches)

    def _is_rewritten_before(self, measure: Measure) -> bool:
        """Return whether what stands before a measure is rewritten too, so that its tie goes."""
        place = next(at for at, one in enumerate(self._measures) if one is measure)
        before = self._measures[place - 1] if place else None
        rewritten = [*self._chosen, *(one.measure for one in self._copies)]
        return any(before is one for one in rewritten)

    def _cut(self, measure: Measure) -> tuple[HoleStretch, ...]:
        """Return the stretches of a measure; none where it cannot change by itself."""
        timed = timed_in([measure])
        cutter = HoleCutter(self._score, self._voice, self._measures, (measure,), timed)
        try:
            return tuple(cutter.stretches()) if timed else ()
        except RewritingError:
            return ()

    def _text(self, stretches: Sequence[HoleStretch]) -> tuple[tuple[str, object], ...]:
        return tuple(
            (one.place.of(self._score.text), one.start.measure._replace(tie=""))
            for one in stretches
        )


def _apart(stretch: HoleStretch, tie: str) -> HoleStretch:
    measure = stretch.start.measure._replace(tie=tie)
    return replace(stretch, start=stretch.start._replace(measure=measure), goes_on=False)
