"""Where parts begin, and whether the order of a header's `P:` can be meant (ABC 2.1, 3.1.9)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.limits import MAX_UNROLLED
from abcstudio.notation.score import BarLine, Chord, PartLabel, Rest, VariantEnding, Voice
from abcstudio.notation.spans import Span

_NAMED_LABELS = 8


def check_part_labels(
    part_order: Sequence[str], voices: Sequence[Voice], place: Span, log: DiagnosticLog
) -> None:
    """Report labels of the order, which stands at a place, that no part of the tune has."""
    written = {
        element.label
        for voice in voices
        for element in voice.elements
        if isinstance(element, PartLabel)
    }
    missing = [label for label in dict.fromkeys(part_order) if label not in written]
    if missing:
        named = ", ".join(missing[:_NAMED_LABELS])
        log.hint("part-missing", place.start, place.end, labels=named)


def is_playable(part_order: Sequence[str], voices: Sequence[Voice]) -> bool:
    """Whether every voice stays within the limit when its parts are played in this order."""
    return not part_order or all(
        _unrolled(part_order, voice) <= max(MAX_UNROLLED, 2 * len(voice.elements))
        for voice in voices
    )


def _unrolled(part_order: Sequence[str], voice: Voice) -> int:
    """Return how many elements are played at most, a part's repeats counted for all of it."""
    sizes: dict[str, int] = {}
    passes: dict[str, int] = {}
    label: str | None = None
    for element in voice.elements:
        if isinstance(element, PartLabel):
            # Of two parts with one label the first is played.
            label = element.label if element.label not in sizes else None
            if label is not None:
                sizes[label], passes[label] = 0, 1
        if label is None:
            continue
        sizes[label] += 1
        if isinstance(element, BarLine):
            again = max(element.closes_repeat, element.opens_repeat)
            passes[label] = max(passes[label], 1 + again)
        elif isinstance(element, VariantEnding):
            passes[label] = max(passes[label], *element.passes)
    return sum(sizes.get(label, 0) * passes.get(label, 1) for label in part_order)


def part_onsets(voices: Iterable[Voice]) -> frozenset[Fraction]:
    """Return when parts begin, whichever voice their labels stand in."""
    found: set[Fraction] = set()
    for voice in voices:
        is_labelled = False
        for element in voice.elements:
            if isinstance(element, PartLabel):
                is_labelled = True
            elif is_labelled and isinstance(element, (Chord, Rest)):
                found.add(element.onset)
                is_labelled = False
    return frozenset(found)
