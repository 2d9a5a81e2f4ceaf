"""The first measures of a tune, by which a musician knows it again."""

from dataclasses import replace

from abcstudio.notation.measures import Measure, split_measures
from abcstudio.notation.score import (
    BarLine,
    Chord,
    ClefChange,
    Element,
    KeyChange,
    MeterChange,
    Rest,
    Score,
)

MEASURES = 2
_MOST_NOTES = 24
_KEPT = (Chord, Rest, KeyChange, MeterChange, ClefChange)


def incipit_of(score: Score) -> Score:
    """Return the first two measures of a tune's first voice, a pickup before them: bare notes."""
    voice = score.voices[0]
    elements: list[Element] = []
    for measure in split_measures(voice, score.meter):
        if measure.number > MEASURES or len(elements) >= _MOST_NOTES:
            break
        elements.extend(
            _bare(element) for element in measure.elements if isinstance(element, _KEPT)
        )
        if measure.right is not None:
            elements.append(_end(measure))
    alone = replace(voice, elements=tuple(elements), name="", short_name="", overlay_of=None)
    return replace(
        score, voices=(alone,), fields=(), words=(), tempo=None, layout=None, part_order=()
    )


def _bare(element: Element) -> Element:
    if isinstance(element, Chord | Rest):
        return replace(
            element,
            slur_starts=0,
            slur_ends=0,
            decorations=(),
            chord_symbols=(),
            annotations=(),
            grace_notes=None,
            syllables=(),
        )
    return element


def _end(measure: Measure) -> BarLine:
    """Return the bar line after a measure; a repeat that ends here would need its beginning."""
    assert measure.right is not None
    return replace(measure.right, style="single", closes_repeat=0, opens_repeat=0)
