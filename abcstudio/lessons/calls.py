"""The call that stands at a place of code: what it takes, from a list that is read once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from abcstudio.bounded_json import parse_json
from abcstudio.guarded_files import read_bytes

_FILE = "calls.json"
_MAX_BYTES = 400_000
_NAME = re.compile(r"[A-Za-z_][\w.]*$")
_REST = re.compile(r"\w*")
_SHORT = {"nn": "torch.nn", "F": "torch.nn.functional", "np": "numpy", "optim": "torch.optim"}
# Farther back no call is looked for that is still open.
_REACH = 2000


@dataclass(frozen=True, slots=True)
class Call:
    """How something is called, and what it is for: "multinomial(input, num_samples, …)"."""

    call: str
    what: str


def read_calls(folder: Path) -> Mapping[str, Call]:
    """Return the calls that a folder of lessons lists, by their full names; methods by `.name`.

    Where there is no list, or none that can be used, no call is known.
    """
    try:
        rows = parse_json(read_bytes(folder / _FILE, _MAX_BYTES))
        return {str(name): Call(str(row["call"]), str(row["what"])) for name, row in rows.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def call_at(calls: Mapping[str, Call], code: str, place: int) -> Call | None:
    """Return the call whose name stands at a place, else the innermost one that is open there."""
    before = code[max(0, place - _REACH) : place]
    rest = _REST.match(code, place)
    found = _named(calls, _name_before(before) + (rest[0] if rest is not None else ""))
    depth = 0
    for distance, sign in enumerate(reversed(before), start=1):
        if found is not None:
            return found
        if sign in ")]}":
            depth += 1
        elif sign in "([{":
            depth -= 1
            if depth < 0:
                depth = 0
                found = _named(calls, _name_before(before[:-distance])) if sign == "(" else None
    return found


def _name_before(code: str) -> str:
    match = _NAME.search(code)
    return match[0] if match else ""


def _named(calls: Mapping[str, Call], name: str) -> Call | None:
    """Return a call by a name as it is written, shortened ones too."""
    first, dot, rest = name.partition(".")
    full = f"{_SHORT.get(first, first)}{dot}{rest}"
    if full in calls:
        return calls[full]
    owner, _, method = name.rpartition(".")
    is_library = owner.split(".")[0] in ("torch", "numpy", *_SHORT)
    return None if is_library or not owner else calls.get(f".{method}")
