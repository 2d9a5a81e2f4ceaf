"""What can be counted in the takes of a training run."""

from collections.abc import Iterable

from abcstudio.composing.history.take_facts import WRONG_MEASURES
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse


def right_measures(takes: Iterable[str]) -> float | None:
    """Return which part of the measures of takes last as long as they should, 0 to 1.

    A take of a run ends in the middle of a measure, so its last one does not count.

    Returns:
        None where there is no measure.
    """
    right = counted = 0
    for take in takes:
        for tune in split_tunebook(take):
            score = parse(tune.text, tune.file_header)
            measures = {
                one.number
                for voice in score.voices
                for one in split_measures(voice, score.meter)
                if one.number and one.expected
            }
            wrong = sum(one.code in WRONG_MEASURES for one in score.diagnostics)
            here = max(0, len(measures) - 1)
            counted += here
            right += max(0, here - max(0, wrong - 1))
    return right / counted if counted else None
