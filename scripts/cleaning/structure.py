"""The form of a tune: sections that begin and end clearly, and what a person would repair in it.

In: measures as they stand. Out: sections, each repeated or not, with endings that belong together.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from cleaning.body_tokens import MusicToken, MusicTokenKind
from cleaning.measure_list import Bar, MeasureTokens

_SPACE = (MusicToken(MusicTokenKind.SPACE, " "),)


@dataclass(slots=True)
class TuneSection:
    """Measures from one clear boundary to the next.

    Attributes:
        repeated: It is played twice.
        opened: The source opened the repeat.
    """

    measures: list[MeasureTokens] = field(default_factory=list)
    repeated: bool = False
    opened: bool = False


def sections_of(opening: Bar, measures: list[MeasureTokens]) -> tuple[list[TuneSection], set[str]]:
    """Return a tune's sections and the names of the repairs that were made.

    A `:|` goes back to the latest double bar, end of repeat or start, as ABC 2.1 reads it, so that
    every repeat can be opened in words of its own.
    """
    repairs: set[str] = set()
    sections: list[TuneSection] = []
    current = TuneSection(opened=opening.opens)
    ending_starts: list[int] = []
    for place, measure in enumerate(measures):
        following = measures[place + 1] if place + 1 < len(measures) else None
        if measure.ending:
            ending_starts.append(len(current.measures))
        current.measures.append(measure)
        bar = measure.right
        if (
            following is not None
            and following.ending
            and len(ending_starts) >= 1
            and not bar.closes
        ):
            bar.closes = True
            repairs.add("endings closed")
        if following is not None and following.ending:
            continue
        if following is not None and not _ends_section(
            bar, current, measures[place + 1 :], ending_starts
        ):
            continue
        _close(current, bar, len(ending_starts), repairs)
        sections.append(current)
        current, ending_starts = TuneSection(opened=bar.opens), []
    return sections, repairs


def repair_measures(section: TuneSection) -> set[str]:
    """Join halves that a wrong bar line parts and part measures whose bar line is missing."""
    repairs: set[str] = set()
    place = 0
    while place + 1 < len(section.measures):
        first, second = section.measures[place], section.measures[place + 1]
        plain = not (first.right.closes or first.right.heavy or first.right.hidden or second.ending)
        halves = first.duration < first.expected > second.duration
        if plain and halves and first.duration + second.duration == first.expected:
            first.tokens = [*first.tokens, *_SPACE, *second.tokens]
            first.duration += second.duration
            first.right = second.right
            del section.measures[place + 1]
            repairs.add("bar lines removed")
        place += 1
    return repairs


def wrong_measures(section: TuneSection) -> int:
    """Count the measures of a wrong length; those cut short by a boundary are right."""
    wrong = 0
    last = len(section.measures) - 1
    for place, measure in enumerate(section.measures):
        previous = section.measures[place - 1].right if place else None
        following = section.measures[place + 1].ending if place < last else ""
        at_edge = (
            place in (0, last)
            or bool(measure.ending)
            or bool(following)
            or measure.right.heavy
            or (previous is not None and (previous.heavy or previous.hidden))
            or measure.right.hidden
        )
        if measure.duration > measure.expected or (
            measure.duration < measure.expected and not at_edge
        ):
            wrong += 1
    return wrong


def full_measures(section: TuneSection) -> Fraction:
    """Return a section's length in measures of its meter."""
    return sum((one.duration / one.expected for one in section.measures), Fraction(0))


def _ends_section(
    bar: Bar, section: TuneSection, rest: list[MeasureTokens], ending_starts: list[int]
) -> bool:
    if bar.closes or bar.opens:
        return True
    if bar.heavy:
        # A double bar inside an open repeat only marks a phrase.
        return not (section.opened and not ending_starts and _closes_next(rest))
    if len(ending_starts) >= 2:
        first = ending_starts[1] - ending_starts[0]
        return len(section.measures) - ending_starts[-1] == first and not _closes_within_a_measure(
            rest
        )
    return False


def _closes_next(rest: list[MeasureTokens]) -> bool:
    for measure in rest:
        if measure.right.closes:
            return True
        if measure.right.opens:
            return False
    return False


def _closes_within_a_measure(rest: list[MeasureTokens]) -> bool:
    return any(one.right.closes or one.right.heavy or one.right.opens for one in rest[:1])


def _is_plain_first_ending(measures: list[MeasureTokens]) -> bool:
    """Say whether the only ending is the first one and begins at a bar line."""
    place = next(place for place, measure in enumerate(measures) if measure.ending)
    return measures[place].ending == "1" and not (place and measures[place - 1].right.hidden)


def _close(section: TuneSection, bar: Bar, endings: int, repairs: set[str]) -> None:
    if endings >= 2:
        if bar.closes:
            # Nothing is left to repeat after the last ending.
            repairs.add("repeat after last ending removed")
        section.repeated = True
        return
    if endings == 1 and _is_plain_first_ending(section.measures):
        for measure in section.measures:
            measure.ending = ""
        repairs.add("single ending removed")
    section.repeated = bar.closes
    if section.opened and not bar.closes:
        whole = full_measures(section)
        section.repeated = whole.denominator == 1 and whole % 4 == 0
        repairs.add("repeats closed" if section.repeated else "repeats removed")
