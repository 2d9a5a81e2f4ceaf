"""Mistakes that any lesson may meet, known by what was found in place of what should be.

A lesson has words for the ideas of its own task. What it has none for is named here where it is a
mistake that people make everywhere: an axis too many, a list in place of a tensor, one place too
far, a function that was not called.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from abcstudio.lessons.comparing import same
from abcstudio.lessons.running.failures import Failure
from abcstudio.lessons.running.stopped import failed, place_words
from abcstudio.messages import Phrase

Fact = Mapping[str, Any]
Numbers = Sequence[float]

COMMON = "lesson.common_"
"""What the ids of sentences about common mistakes begin with."""

_LISTS = ("list", "tuple", "set", "dict")
_NUMBERS = ("int", "float", "bool")
_CALLABLE = ("function", "class")
_NICE = (2, 3, 4, 5, 8, 10, 60, 100, 1000)
_FEWEST = 3

# What Python and torch say, and which mistake that is.
_FAILURES = tuple(
    (re.compile(words), idea)
    for words, idea in (
        (r"'NoneType' object|NoneType\b.* not iterable", "nothing_here"),
        (r"takes no arguments|takes \d+ positional arguments? but|takes from \d+ to",
         "more_values"),
        (r"missing \d+ required|missing .*required (?:positional )?argument", "value_missing"),
        (r"unexpected keyword argument|invalid keyword argument", "unknown_word"),
        (r"'(?:builtin_function_or_method|function|method|type)' object", "not_called_here"),
        (r"'\w+' object is not callable", "no_function"),
        (r"has no attribute", "no_such_part"),
        (r"list indices must|not subscriptable|indices must be integers", "place_by_name"),
        (r"does not require grad|does not have a grad", "no_gradient"),
        (r"Can't call numpy\(\)", "numpy_of_gradient"),
        (r"Boolean value of|truth value of an array", "many_truths"),
        (r"can only concatenate|unsupported operand|must be str, not|not supported between",
         "mixed"),
        (r"'str'|data type.*str|invalid literal|could not convert string|a real number, not",
         "text_here"),
        (r"[Ll]ong.* (?:but )?(?:got|found)|[Ff]loat.*but found|scalar type|target dtype", "dtype"),
        (r"setting an array element|different lengths|expected sequence of length", "uneven"),
        (r"[Tt]arget size|[Ee]xpected (?:input )?batch_size|must match the size|size of tensor",
         "sizes_apart"),
        (r"cannot be multiplied|size mismatch|input\.size\(-1\)|to have \d+ channels",
         "sizes_apart"),
        (r"1D tensors expected|at least 1D|vector.*expected|0-d|zero-dim|2D tensor", "axes"),
        (r"invalid for input of size|Dimension out of range|same number of dim|dimension", "axes"),
        (r"must be Tensor|must be tuple of ints|only Tensors|expected .*Tensor", "tensor_needed"),
        (r"in list$|has no len|count\(\)|cannot be converted to Scalar|scalar outputs",
         "one_or_many"),
        (r"is not a Module subclass|required \"forward\"", "layer_needed"),
        (r"buffer size|element size", "bytes_apart"),
        (r"out of bounds|out of range", "beyond"),
    )
)  # fmt: skip
_KINDS_OF_FAILURE = {
    "lesson.error_name": "unknown_name",
    "lesson.error_key": "no_such_key",
    "lesson.error_index": "beyond",
}
_KNOWN_BY_WORDS = (
    "lesson.error_type", "lesson.error_attribute", "lesson.error_shapes", "lesson.error_other",
)  # fmt: skip


# Sentences that say already which mistake it is.
_NAMED_THEMSELVES = {
    "lesson.syntax", "lesson.indent", "lesson.time", "lesson.exit", "lesson.input", "lesson.output",
    "lesson.missing", "lesson.error_zero", "lesson.error_recursion", "lesson.error_memory",
    "lesson.error_import",
}  # fmt: skip


def idea_of(phrase: Phrase) -> str:
    """Return the name of a common mistake, "common-sign" say, "" where a sentence names none."""
    if phrase.message_id in _NAMED_THEMSELVES:
        return f"common-{phrase.message_id.removeprefix('lesson.').replace('_', '-')}"
    if not phrase.message_id.startswith(COMMON):
        return ""
    return phrase.message_id.removeprefix("lesson.").replace("_", "-")


def common_failure(failure: Failure) -> Phrase | None:
    """Return which common mistake an error shows, None for none."""
    words = str(failure.get("words", ""))
    message_id = failed(failure).message_id
    idea = _KINDS_OF_FAILURE.get(message_id, "")
    if message_id in _KNOWN_BY_WORDS:
        idea = next((idea for pattern, idea in _FAILURES if pattern.search(words)), "")
    if not idea:
        return None
    filling = {
        **place_words(failure.get("line")),
        "detail": " ".join(words.split())[:200],
        "name": str(failure.get("name", "")),
    }
    return Phrase(f"{COMMON}{idea}", filling)


def common_mistake(
    differing: Sequence[str], facts: Mapping[str, Any], right: Mapping[str, Any]
) -> Phrase | None:
    """Return which common mistake explains a fact that is not as it should be, None for none.

    Args:
        differing: The names of such facts, the first one first.
        facts: What was found.
        right: What should have been found.
    """
    always = _always_the_same(facts, right)
    for name in differing:
        found, wanted = facts.get(name), right[name]
        if not isinstance(found, Mapping) or not isinstance(wanted, Mapping):
            continue
        if "error" in found:
            return common_failure(found)
        if found.get("kind") == "todo":
            return None
        idea, filling = ("always_the_same", always) if always else _mistake(found, wanted)
        if idea:
            return Phrase(f"{COMMON}{idea}", {"name": name, **filling})
    return None


def _always_the_same(facts: Mapping[str, Any], right: Mapping[str, Any]) -> Mapping[str, object]:
    """Return the number that a function gives in place of several different ones.

    What it gives for several values stands in facts such as "func(1.5, 2.5)", and "func(3, 4)".
    """
    functions: dict[str, list[tuple[str, str]]] = {}
    for name, fact in facts.items():
        pair = [_single(each) for each in (fact, right.get(name))]
        if all(pair):
            stem = name.partition("(")[0].partition(" of ")[0]
            functions.setdefault(stem, []).append((pair[0], pair[1]))
    for pairs in functions.values():
        found, wanted = ({pair[side] for pair in pairs} for side in (0, 1))
        if len(found) == 1 and len(wanted) >= _FEWEST:
            return {"found": found.pop()}
    return {}


def _single(fact: object) -> str:
    """Return the one number of a fact as words, "" where it holds anything else."""
    is_number = isinstance(fact, Mapping) and fact.get("kind") in _NUMBERS
    return _text(fact.get("value")) if is_number and isinstance(fact, Mapping) else ""


def _mistake(found: Fact, wanted: Fact) -> tuple[str, Mapping[str, object]]:
    kinds = found.get("kind"), wanted.get("kind")
    if kinds[0] != kinds[1]:
        return _of_kinds(str(kinds[0]), str(kinds[1])), {}
    if "shape" in wanted and found.get("shape") != wanted["shape"]:
        return _of_shapes(found["shape"], wanted["shape"])
    if "length" in wanted and found.get("length") != wanted["length"]:
        by = int(found.get("length", 0)) - int(wanted["length"])
        if kinds[0] == "str" and not _is_long(found, wanted):
            return "", {}
        ideas = {1: "one_too_many", -1: "one_too_few"}
        idea = ideas.get(by, "too_many" if by > 0 else "too_few")
        return idea, {"found": found.get("length", 0), "wanted": wanted["length"]}
    one, other = _numbers(found), _numbers(wanted)
    if one and len(one) == len(other):
        return _of_numbers(one, other)
    texts = [_texts(fact) for fact in (found, wanted)]
    return (_of_texts(*texts) if all(texts) else ""), {}


def _texts(fact: Fact) -> list[str]:
    """Return the texts of a fact in a row, none where it holds anything else."""
    items = fact.get("items") or ()
    are_texts = all(isinstance(item, Mapping) and item.get("kind") == "str" for item in items)
    return [str(item.get("value")) for item in items] if are_texts else []


def _of_texts(found: Sequence[str], wanted: Sequence[str]) -> str:
    if len(set(found)) == 1 < len(set(wanted)):
        return "all_alike"
    if list(found) == list(reversed(wanted)):
        return "backwards"
    if sorted(found) == sorted(wanted):
        return "other_order"
    are_apart = len(set(found)) > 1 and len(set(wanted)) > 1
    if are_apart and (found[1:] == wanted[:-1] or found[:-1] == wanted[1:]):
        return "moved"
    return "longer" if max(map(len, wanted)) == 1 < max(map(len, found)) else ""


def _is_long(*facts: Fact) -> bool:
    """Return whether texts are what was made, and not words of the check for what it has seen."""
    return all("\n" in str(fact.get("value")) for fact in facts)


def _of_kinds(found: str, wanted: str) -> str:
    if found == "nothing":
        return "nothing"
    if found in _CALLABLE:
        return "not_called"
    if found == "layer":
        return "layer_alone"
    if found == "str":
        return "text"
    if found == "tuple":
        return "several"
    if wanted == "tensor":
        others = {"array": "array_for_tensor"} | dict.fromkeys(_LISTS, "list_for_tensor")
        return (others | dict.fromkeys(_NUMBERS, "number_for_tensor")).get(found, "")
    if found in ("tensor", "array", *_LISTS) and wanted in _NUMBERS:
        return "several"
    if found == "bool":
        return "truth"
    return ""


def _of_shapes(found: Sequence[int], wanted: Sequence[int]) -> tuple[str, Mapping[str, object]]:
    filling = {"found": _shape(found), "wanted": _shape(wanted)}
    if len(wanted) > 1 and list(found) == list(reversed(wanted)):
        return "transposed", filling
    if [size for size in found if size != 1] == [size for size in wanted if size != 1]:
        return ("axis_too_many" if len(found) > len(wanted) else "axis_missing"), filling
    if len(found) == len(wanted):
        return _of_equal_axes(found, wanted, filling)
    if not found:
        return "one_number", filling
    if math.prod(found) == math.prod(wanted):
        return "laid_out", filling
    return ("axes_too_many" if len(found) > len(wanted) else "axes_too_few"), filling


def _of_equal_axes(
    found: Sequence[int], wanted: Sequence[int], filling: Mapping[str, object]
) -> tuple[str, Mapping[str, object]]:
    if sorted(found) == sorted(wanted):
        return "axes_swapped", filling
    apart = [place for place, size in enumerate(wanted) if found[place] != size]
    by = found[apart[0]] - wanted[apart[0]]
    if len(apart) == 1 and abs(by) == 1:
        lengths = {"found": found[apart[0]], "wanted": wanted[apart[0]]}
        return ("one_too_many" if by > 0 else "one_too_few"), lengths
    return "other_sizes", filling


def _of_numbers(found: Numbers, wanted: Numbers) -> tuple[str, Mapping[str, object]]:
    for idea, is_so in _RELATIONS:
        if is_so(found, wanted):
            return idea, {}
    if (factor := _factor(found, wanted)) is not None:
        is_larger = abs(factor) > 1
        words = f"{factor if is_larger else 1 / factor:.4g}"
        return ("too_large" if is_larger else "too_small"), {"factor": words}
    if (more := _more(found, wanted)) is not None:
        return ("too_much" if more > 0 else "too_little"), {"more": f"{abs(more):.4g}"}
    return "", {}


def _factor(found: Numbers, wanted: Numbers) -> float | None:
    """Return by what all numbers are multiplied; of a single one, a factor that says something."""
    ratios = [one / other for one, other in zip(found, wanted, strict=True) if other]
    if not ratios or not ratios[0] or not all(same(each, ratios[0]) for each in ratios):
        return None
    if any(one and not other for one, other in zip(found, wanted, strict=True)):
        return None
    if len(ratios) > 1:
        return ratios[0]
    is_nice = any(same(ratios[0], nice) or same(ratios[0] * nice, 1.0) for nice in _NICE)
    return ratios[0] if is_nice else None


def _more(found: Numbers, wanted: Numbers) -> float | None:
    """Return what is added to all numbers; to a single one, a whole number that is small."""
    more = [one - other for one, other in zip(found, wanted, strict=True)]
    if not all(same(each, more[0]) for each in more):
        return None
    is_telling = len(more) > 1 or (abs(more[0]) < 4 and same(more[0], float(round(more[0]))))
    return more[0] if is_telling else None


def _all(test: Callable[[float, float], bool]) -> Callable[[Numbers, Numbers], bool]:
    return lambda found, wanted: all(map(test, found, wanted))


def _differ(numbers: Numbers) -> bool:
    return len(numbers) >= _FEWEST and any(not same(*pair) for pair in pairwise(numbers))


def _are_equal(found: Numbers, wanted: Numbers) -> bool:
    return _differ(wanted) and all(same(*pair) for pair in pairwise(found))


def _are_moved(found: Numbers, wanted: Numbers) -> bool:
    if not _differ(wanted) or not _differ(found):
        return False
    ways = ((found[1:], wanted[:-1]), (found[:-1], wanted[1:]))
    return any(all(map(same, *way)) for way in ways)


def _is_step(found: float, wanted: float) -> bool:
    return same(found, float(wanted > 0)) or same(found, float(wanted > 0.5))


_RELATIONS: tuple[tuple[str, Callable[[Numbers, Numbers], bool]], ...] = (
    ("no_number", lambda found, _: any(not math.isfinite(each) for each in found)),
    ("all_alike", _are_equal),
    ("sign", _all(lambda one, other: same(one, -other))),
    ("without_sign", _all(lambda one, other: same(one, abs(other)))),
    ("backwards", lambda one, other: _differ(other) and all(map(same, one, other[::-1]))),
    ("other_order",
     lambda one, other: _differ(other) and all(map(same, sorted(one), sorted(other)))),
    ("moved", _are_moved),
    ("rounded", _all(lambda one, other: one in (round(other), int(other), math.floor(other)))),
    ("in_steps", _all(_is_step)),
    ("squared", _all(lambda one, other: same(one, other * other))),
    ("root", _all(lambda one, other: other >= 0 and same(one, math.sqrt(other)))),
    ("turned_round", _all(lambda one, other: bool(other) and same(one, 1 / other))),
    ("one_less", _all(lambda one, other: same(one, 1 - other))),
    ("logarithm", _all(lambda one, other: other > 0 and same(one, math.log(other)))),
    ("exponential", _all(lambda one, other: other < 50 and same(one, math.exp(other)))),
    ("sigmoid_too_many", _all(lambda one, other: abs(other) < 50 and same(one, _sigmoid(other)))),
    ("tanh_too_many", _all(lambda one, other: same(one, math.tanh(other)))),
)  # fmt: skip


def _sigmoid(number: float) -> float:
    return 1 / (1 + math.exp(-number))


def _numbers(fact: Fact) -> list[float]:
    """Return the numbers of a fact in a row, none where it holds anything else."""
    if fact.get("kind") in ("int", "float"):
        return _plain([fact.get("value")])
    if "values" in fact:
        return _plain(fact["values"])
    found: list[float] = []
    for item in fact.get("items") or ():
        own = _numbers(item) if isinstance(item, Mapping) else []
        if not own:
            return []
        found += own
    return found


def _plain(values: Sequence[Any]) -> list[float]:
    words = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}
    found = [words.get(each, each) if isinstance(each, str) else each for each in values]
    is_plain = all(isinstance(each, int | float) and not isinstance(each, bool) for each in found)
    return [float(each) for each in found] if is_plain else []


def _text(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _shape(sizes: Sequence[int]) -> str:
    return "(" + ", ".join(map(str, sizes)) + ("," if len(sizes) == 1 else "") + ")"
