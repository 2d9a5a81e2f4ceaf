"""Whether two facts are the same, and in what they differ."""

import math
from collections.abc import Mapping
from typing import Any

from abcstudio.lessons.running.failures import Failure
from abcstudio.lessons.running.stopped import failed
from abcstudio.messages import Phrase

RELATIVE, ABSOLUTE = 1e-4, 2e-5
"""How far numbers may lie apart: torch computes with seven digits."""

_KINDS = {
    "tensor", "array", "list", "tuple", "dict", "set", "str", "int", "float", "bool", "nothing",
    "todo", "class", "function", "layer",
}  # fmt: skip
_SHOWN_CHARACTERS = 60


def same(found: Any, wanted: Any) -> bool:
    """Return whether two pieces of data are the same, decimal numbers nearly."""
    if isinstance(found, bool) or isinstance(wanted, bool):
        return found is wanted
    if isinstance(found, float) and isinstance(wanted, int | float):
        return math.isclose(found, wanted, rel_tol=RELATIVE, abs_tol=ABSOLUTE)
    if isinstance(found, int) and isinstance(wanted, float):
        return math.isclose(found, wanted, rel_tol=RELATIVE, abs_tol=ABSOLUTE)
    if isinstance(found, Mapping) and isinstance(wanted, Mapping):
        if "error" in found and "error" in wanted:
            return same_failure(found, wanted)
        return found.keys() == wanted.keys() and all(
            same(found[name], wanted[name]) for name in wanted
        )
    if isinstance(found, list) and isinstance(wanted, list):
        return len(found) == len(wanted) and all(map(same, found, wanted))
    return bool(found == wanted)


def same_failure(found: Failure, wanted: Failure) -> bool:
    """Return whether two errors are of one kind and say the same, wherever they arise."""
    return (found.get("error"), found.get("words")) == (wanted.get("error"), wanted.get("words"))


def difference(name: str, found: Mapping[str, Any] | None, wanted: Mapping[str, Any]) -> Phrase:
    """Return in a sentence why a fact is not what it should be."""
    if found is None:
        return Phrase("lesson.fact_other", {"name": name})
    if found.get("kind") == "todo":
        return Phrase("lesson.todo_fact", {"name": name})
    if "error" in found:
        reason = failed(found)
        is_whole = reason.message_id in ("lesson.missing", "lesson.todo")
        filling = {"name": name, "reason": reason}
        return reason if is_whole else Phrase("lesson.fact_failed", filling)
    parts = _PARTS[:1] if _are_words(found, wanted) else _PARTS
    for part, message_id in parts:
        if found.get(part) != wanted.get(part) and part in wanted:
            filling = {"name": name, "found": _words(found, part), "wanted": _words(wanted, part)}
            return Phrase(message_id, filling)
    return _other_value(name, found, wanted)


_PARTS = (
    ("kind", "lesson.fact_kind"),
    ("shape", "lesson.fact_shape"),
    ("dtype", "lesson.fact_type"),
    ("length", "lesson.fact_length"),
    ("name", "lesson.fact_value"),
)


def _are_words(*facts: Mapping[str, Any]) -> bool:
    """Return whether all are short texts: what these say tells more than how long they are."""
    return all(
        fact.get("kind") == "str" and len(str(fact.get("value"))) <= _SHOWN_CHARACTERS
        for fact in facts
    )


def _other_value(name: str, found: Mapping[str, Any], wanted: Mapping[str, Any]) -> Phrase:
    filling: dict[str, object] = {"name": name}
    if "value" in wanted and not same(found.get("value"), wanted["value"]):
        filling |= {"found": _number(found.get("value")), "wanted": _number(wanted["value"])}
        return Phrase("lesson.fact_value", filling)
    for part in ("values", "items"):
        pairs = zip(found.get(part) or (), wanted.get(part) or (), strict=False)
        for one, other in pairs:
            if not same(one, other):
                one, other = _first_apart(one, other)
                filling |= {"found": _number(one), "wanted": _number(other)}
                return Phrase("lesson.fact_elements", filling)
    if found.get("grad") != wanted.get("grad"):
        return Phrase("lesson.fact_grad", filling)
    return Phrase("lesson.fact_other", filling)


def _first_apart(one: Any, other: Any) -> tuple[Any, Any]:
    """Return the innermost elements of two facts in which they differ first."""
    for part in ("values", "items"):
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            one, other = one.get(part, one), other.get(part, other)
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        apart = next((pair for pair in pairs if not same(*pair)), None)
        return _first_apart(*apart) if apart else (len(one), len(other))
    return one, other


def _words(fact: Mapping[str, Any], part: str) -> object:
    if part == "kind":
        kind = fact.get("kind")
        return Phrase(f"lesson.kind_{kind if kind in _KINDS else 'object'}")
    value = fact.get(part)
    if part == "shape" and isinstance(value, list):
        inside = ", ".join(map(str, value)) + ("," if len(value) == 1 else "")
        return f"({inside})"
    return str(value)


def _number(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("value", value.get("name", value.get("kind")))
    if isinstance(value, float):
        return f"{value:.4g}"
    words = repr(value)
    return words if len(words) <= _SHOWN_CHARACTERS else f"{words[:_SHOWN_CHARACTERS]}…"
