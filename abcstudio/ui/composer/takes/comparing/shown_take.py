"""What is shown of a take beside another one."""

from dataclasses import dataclass

from abcstudio.composing.history.take_facts import JudgedTake, TakeFacts
from abcstudio.composing.tune_difference import TuneDifference, difference_of
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.workers.job import Report
from abcstudio.workers.takes import judge_take


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTake:
    """A take as the list has it.

    Attributes:
        name: Its number and its title.
        kind: Key, rhythm and length.
        lines: What was found out about it.
        found: The same; None where that is not known yet.
    """

    key: str
    text: str
    name: str
    kind: str
    lines: tuple[str, ...]
    found: TakeFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two takes by the jury, and by what they share."""

    judged: tuple[JudgedTake | None, JudgedTake | None]
    difference: TuneDifference


def compare(one: str, other: str, report: Report) -> Comparison:
    """Return how two texts compare by their first tunes."""
    return Comparison(
        judged=(judge_take(one), judge_take(other)),
        difference=difference_of(_score(one), _score(other)),
    )


def _score(text: str) -> Score:
    tune = next(iter(split_tunebook(text)), None)
    return parse(tune.text, tune.file_header) if tune else parse(text)
