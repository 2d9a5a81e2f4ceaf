"""How a tune begins: what others that begin alike are composed from."""

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse

OPENING_MEASURES = 2


def opening_of(text: str) -> str:
    """Return the first tune of a text up to the bar line after its second measure.

    "" where it has more than one voice, or nothing comes after that measure.
    """
    tune = next(iter(split_tunebook(text)), None)
    score = parse(tune.text, tune.file_header) if tune else None
    if tune is None or score is None or len(score.voices) != 1:
        return ""
    measures = split_measures(score.voices[0], score.meter)
    numbers = [measure.number for measure in measures]
    if max(numbers, default=0) <= OPENING_MEASURES:
        return ""
    last = len(numbers) - numbers[::-1].index(OPENING_MEASURES) - 1
    end = measures[last].right
    return tune.text[: end.span.end] if end is not None else ""
