"""The first measures of a tune, by which a musician knows it again."""

from dataclasses import replace

from abcstudio.notation.measures.measures import split_measures
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
_MOST_ELEMENTS = 28
_KEPT = (Chord, Rest, KeyChange, MeterChange, ClefChange)


def incipit_of(score: Score) -> Score:
    """Return the first two measures of a tune's first voice, a pickup before them: bare notes."""
    voice = score.voices[0]
    elements: list[Element] = []
    for measure in split_measures(voice, score.meter):
        if measure.number > MEASURES:
            break
        kept = [_bare(element) for element in measure.elements if isinstance(element, _KEPT)]
        # In free meter a measure may be a whole line.
        elements += kept[: _MOST_ELEMENTS - len(elements)]
        if measure.right is None or len(elements) == _MOST_ELEMENTS:
            break
        elements.append(_plain(measure.right))
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


def _plain(bar_line: BarLine) -> BarLine:
    """Return a bar line as a single one: a repeat that ends here would need its beginning."""
    return replace(bar_line, style="single", closes_repeat=0, opens_repeat=0)
