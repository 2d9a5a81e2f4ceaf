"""Which runs pass what is typed above a table of them.

Words are looked for in name, corpus, tags and note. `tag:slow`, `is:starred`, `state:failed`,
`loss:<1.2`, `right:>90` and `newness:>50` in percent, and a setting with a value, such as
`hidden_size:512` or `learning_rate:>0.001`, ask for more; a minus in front turns a part round.
"""

import operator
import re
from collections.abc import Callable, Sequence

from abcstudio.learning.config import hyper_parameters
from abcstudio.runs.history import RunSummary
from abcstudio.typed_numbers import number_from

_PART = re.compile(r'-?(?:[\w.]+:)?"[^"]*"|\S+')
_BOUND = re.compile(r"(<=|>=|<|>|=)?(.+)")
_COMPARE = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}
Passes = Callable[[RunSummary], bool]


def run_filter(text: str) -> Passes:
    """Return what says whether a run passes a typed text; an empty one lets all pass."""
    tests = [_test(part) for part in _PART.findall(text)]
    return lambda run: all(test(run) for test in tests)


def words_of(run: RunSummary) -> str:
    """Return the text of a run that words are looked for in."""
    parts = (run.name, run.corpus_name, *run.marks.tags, run.marks.note)
    return "\n".join(parts).casefold()


def differing_settings(runs: Sequence[RunSummary]) -> tuple[str, ...]:
    """Return the names of the settings in which runs differ, in the order of the form."""
    return tuple(
        name for name in hyper_parameters() if len({str(run.config.get(name)) for run in runs}) > 1
    )


def _test(part: str) -> Passes:
    if part.startswith("-") and len(part) > 1:
        test = _test(part[1:])
        return lambda run: not test(run)
    name, colon, value = part.partition(":")
    value = value.strip('"')
    if colon and value and (test_of_name := _named(name.casefold(), value)):
        return test_of_name
    word = part.strip('"').casefold()
    return lambda run: word in words_of(run)


def _named(name: str, value: str) -> Passes | None:
    folded = value.casefold()
    if name == "tag":
        return lambda run: any(folded in tag.casefold() for tag in run.marks.tags)
    if name == "is" and folded == "starred":
        return lambda run: run.marks.starred
    if name == "is" and folded == "sweep":
        return lambda run: run.sweep is not None
    if name == "state":
        return lambda run: run.state.startswith(folded)
    if name == "corpus":
        return lambda run: folded in run.corpus_name.casefold()
    if name == "loss":
        return _bounded(value, lambda run: run.best_val_loss)
    if name in ("right", "newness"):
        return _bounded(value, lambda run: _percent(run, name))
    if name in hyper_parameters():
        return _bounded(value, lambda run: run.config.get(name))
    return None


def _percent(run: RunSummary, name: str) -> float | None:
    share = run.right_measures if name == "right" else run.newness
    return None if share is None else 100 * share


def _bounded(text: str, of: Callable[[RunSummary], object]) -> Passes | None:
    match = _BOUND.fullmatch(text)
    if match is None:
        return None
    number = number_from(match[2], "")
    compare = _COMPARE[match[1] or "="]
    if number is None:
        word = match[2].casefold()
        return lambda run: str(of(run)).casefold() == word

    def passes(run: RunSummary) -> bool:
        value = of(run)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return is_number and bool(compare(float(str(value)), number))

    return passes
