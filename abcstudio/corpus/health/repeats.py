"""Tunes of a source that are there already: in the same words, or as a melody in any key."""

from collections.abc import Callable, Iterator, Sequence

from abcstudio.corpus.health.problem import (
    NEAR_COPY,
    SAME_MELODY,
    SAME_TEXT,
    VARIANT,
    HealthProblem,
)
from abcstudio.corpus.kinship.near_tunes import near_pairs
from abcstudio.corpus.similarity import (
    Contour,
    duplicates,
    families,
    quick_contours,
    shapes_in_common,
)
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import body_of, header_fields
from abcstudio.messages import Phrase
from abcstudio.notation.diagnostics import Severity
from abcstudio.stopping import stop_if_asked

_FEWEST_STEPS = 12
"""A shorter melody says nothing about kinship."""

_SEVERITIES = {
    SAME_TEXT: Severity.WARNING,
    SAME_MELODY: Severity.WARNING,
    NEAR_COPY: Severity.HINT,
    VARIANT: Severity.HINT,
}


def repeated_tunes(
    tunes: Sequence[Tune],
    places: Sequence[int],
    kinship: "Kinship",
    report: Callable[[int, int], object] = lambda _done, _of: None,
) -> tuple[HealthProblem, ...]:
    """Return a problem for each tune that repeats an earlier one.

    Args:
        tunes: Those that are looked at.
        places: The place of each in its source.
        kinship: What compares their melodies.
        report: Called with how many melodies have been read, then with how many tunes have been
            compared, and of how many.
    """
    found: dict[int, tuple[str, int]] = {}
    for number, first in same_texts(tunes).items():
        found[number] = (SAME_TEXT, first)
    contours = quick_contours(_counted(tunes, report))
    long_enough = [each for each, steps in enumerate(contours) if len(steps) >= _FEWEST_STEPS]
    stop_if_asked()
    melodies = kinship.repeats(
        [tunes[each] for each in long_enough], tuple(contours[each] for each in long_enough), report
    )
    for number, (kind, first) in melodies.items():
        found.setdefault(long_enough[number], (kind, long_enough[first]))
    return tuple(
        _problem(kind, tunes[first], places[number])
        for number, (kind, first) in sorted(found.items())
    )


def same_texts(tunes: Sequence[Tune]) -> dict[int, int]:
    """Return for each tune whose music is written as that of an earlier one that one's number.

    The title and the credits are no part of it; the key, the meter and the unit note length are.
    """
    first_of: dict[tuple[str, ...], int] = {}
    found: dict[int, int] = {}
    for number, tune in enumerate(tunes):
        body = "\n".join(line.strip() for line in body_of(tune.text).split("\n") if line.strip())
        fields = dict(header_fields(tune.text))
        first = first_of.setdefault((body, *(fields.get(one, "") for one in "KML")), number)
        if first != number and body:
            found[number] = first
    return found


class Kinship:
    """Which melodies repeat others; remembers its last answer, since most fixes change none."""

    def __init__(self) -> None:
        self._contours: tuple[Contour, ...] = ()
        self._found: dict[int, tuple[str, int]] = {}

    def repeats(
        self,
        tunes: Sequence[Tune],
        contours: tuple[Contour, ...],
        report: Callable[[int, int], object],
    ) -> dict[int, tuple[str, int]]:
        """Return for each tune that repeats an earlier one how, and the number of that one.

        Args:
            tunes: The tunes.
            contours: Their melodies.
            report: Called with how many tunes have been compared, and of how many.
        """
        if contours != self._contours:
            shared = shapes_in_common(contours)
            same = duplicates(contours, shared)
            found = {number: (SAME_MELODY, first) for number, first in same.items()}
            near = near_pairs(tunes, contours, report, shared=shared)
            for (first, second), are_alike in sorted(near.items()):
                if are_alike:
                    found.setdefault(second, (NEAR_COPY, first))
            first_of: dict[int, int] = {}
            for number, family in enumerate(families(contours, near, shared)):
                first = first_of.setdefault(family, number)
                if first != number:
                    found.setdefault(number, (VARIANT, first))
            self._contours, self._found = contours, found
        return self._found


def _counted(tunes: Sequence[Tune], report: Callable[[int, int], object]) -> Iterator[str]:
    """Give the texts of tunes one by one, and tell which one it is."""
    for done, tune in enumerate(tunes):
        report(done, len(tunes))
        yield tune.text


def _problem(kind: str, first: Tune, place: int) -> HealthProblem:
    named = "title" if first.title else "number"
    tune = Phrase(f"health.tune_{named}", {"title": first.title, "number": first.number})
    return HealthProblem(
        kind=kind,
        severity=_SEVERITIES[kind],
        words=Phrase(f"health.says.{kind}", {"tune": tune}),
        place=place,
        can_fix=True,
    )
