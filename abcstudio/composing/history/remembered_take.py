"""A take as the history has it, and as plain data."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from abcstudio.composing.guard.take_costs import TakeCosts, costs_data, costs_from
from abcstudio.composing.history.take_facts import TakeFacts, facts_from

MAX_NUMBER = 10**9
MAX_SECONDS = 2**53

_KEY = re.compile(r"take-(\d{1,9})-[0-9a-f]{1,32}")
_FACTS, _COSTS = "facts", "costs"


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedTake:
    """A take as the history has it.

    Attributes:
        key: No two takes share it.
        number: What the person calls it by.
        text: What was composed, provenance included.
        made: When, in seconds since 1970; 0 where that is not known.
        title, tune_key, rhythm, measures: What a list says about it.
        problems: How many it has, -1 where that is not known.
        is_kept: The person marked it as worth keeping.
        model: The model's file.
        max_chars: How long it was to be at most.
        stop_at_tune_end: Whether it was to end with its tune.
        path: The file that it was saved to, "" where it was not.
        asked: The header that was chosen, where the model has completed it; "" where it has not.
        touched: How often the guard stepped in; -1 where there was none, or that is
            not known.
        costs: What the guard cost it, wish by wish; None where that is not known.
        cut: After how many characters composing was stopped, those counted too that were taken
            back; -1 where it came to its end.
        facts: What was found out about the text as it was composed; None before that.
    """

    key: str
    number: int
    text: str
    made: int = 0
    title: str = ""
    tune_key: str = ""
    rhythm: str = ""
    measures: int = 0
    problems: int = -1
    is_kept: bool = False
    model: str = ""
    max_chars: int = 0
    stop_at_tune_end: bool = True
    path: str = ""
    asked: str = ""
    touched: int = -1
    costs: TakeCosts | None = None
    cut: int = -1
    facts: TakeFacts | None = None


def take_key(number: int, session: str) -> str:
    """Return the key of a new take; `session` is hexadecimal and the program's own."""
    return f"take-{number}-{session}"


def is_take_key(key: str) -> bool:
    """Return whether a text can be the key of a take."""
    return _KEY.fullmatch(key) is not None


def take_data(take: RememberedTake) -> dict[str, Any]:
    """Return a take as plain data."""
    data = {item.name: getattr(take, item.name) for item in fields(take)}
    facts = asdict(take.facts) if take.facts else None
    return {**data, _FACTS: facts, _COSTS: costs_data(take.costs)}


def take_from(key: str, data: Mapping[str, Any]) -> RememberedTake:
    """Return the take that some data tells; what a newer version wrote beside is passed over.

    Raises:
        ValueError: It is none.
        TypeError: It is none.
    """
    if not is_take_key(key):
        raise ValueError("no key")
    model = RememberedTake(key=key, number=0, text="")
    values = {item.name: data[item.name] for item in fields(model) if item.name in data}
    facts, costs = values.pop(_FACTS, None), costs_from(values.pop(_COSTS, None))
    for name, value in values.items():
        if type(value) is not type(getattr(model, name)):
            raise TypeError(f"{name} is no {type(getattr(model, name)).__name__}")
    take = replace(model, **(values | {"key": key, _FACTS: facts_from(facts), _COSTS: costs}))
    _check(take)
    return take


def _check(take: RememberedTake) -> None:
    if not 0 < take.number < MAX_NUMBER or not 0 <= take.made < MAX_SECONDS:
        raise ValueError("a number beyond its range")
    # Qt counts in 32 bits; what is beyond them ends the process.
    counts = (take.measures, take.max_chars, take.problems + 1, take.touched + 1, take.cut + 1)
    if not all(0 <= count < MAX_NUMBER for count in counts):
        raise ValueError("a count beyond its range")
    # Half a character cannot be shown, nor written again.
    for words in (take.text, take.title, take.tune_key, take.rhythm, take.asked):
        words.encode()
    # A file's name may have bytes that are no UTF-8: Python keeps each as half a character.
    take.path.encode("utf-8", "surrogateescape")
