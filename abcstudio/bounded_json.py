"""JSON from any source, parsed within bounds, and JSON that can always be written."""

import json
import re
from typing import Any

MAX_DEPTH = 64

_LONGEST_INTEGER = 20
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*"', re.DOTALL)
_BRACKET = re.compile(r"[][{}]")


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else float(digits)


_DECODER = json.JSONDecoder(parse_int=_integer)


def parse_json(data: bytes | str) -> Any:
    """Parse JSON that is nested no deeper than `MAX_DEPTH`.

    A number of more digits than any that the program writes becomes a `float`, perhaps an infinite
    one, which no range holds. Half characters (lone surrogates) stay what they are.

    Raises:
        ValueError: It is no JSON, not in UTF-8, or nested too deep.
    """
    text = data if isinstance(data, str) else data.decode("utf-8-sig")
    _check_depth(text)
    return _DECODER.decode(text)


def json_bytes(data: Any) -> bytes:
    """Return data as JSON for people to read; half characters are written as escapes."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    # The handler's form of what UTF-8 does not have, \udcff, is JSON's own.
    return text.encode("utf-8", "backslashreplace") + b"\n"


def _check_depth(text: str) -> None:
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    depth = 0
    for bracket in _BRACKET.finditer(_STRING.sub("", text)):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > MAX_DEPTH:
            raise ValueError(f"nested deeper than {MAX_DEPTH} levels")
