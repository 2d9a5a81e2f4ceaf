"""Copies of unsaved text, written in the background."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from abcstudio.files import TextFile, atomic_write, fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCopy:
    """A text to be copied.

    Attributes:
        key: Which document it belongs to.
        state: Which revision of the document it is, and whether that is starred.
        file: The copy.
        name: What the person calls the text.
        path: The file that it belongs to, None when it has none.
        source: What that file held when the text was made from it, or the fingerprint of that.
        facts: What else is kept of it, as plain data.
    """

    key: int
    state: tuple[int, bool]
    file: Path
    name: str
    path: Path | None
    text: str
    source: TextFile | str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


Written = Sequence[tuple[TextCopy, OSError | None]]
"""Copies, each with what kept it from being written, if anything did."""


def write_copies(copies: Sequence[TextCopy]) -> Written:
    """Write copies, each whole or not at all."""
    return [(copy, _write(copy)) for copy in copies]


def _write(copy: TextCopy) -> OSError | None:
    path = str(copy.path) if copy.path else None
    content = {**copy.facts, "name": copy.name, "path": path, "text": copy.text}
    if copy.path is not None:
        source = copy.source
        content["made_from"] = source if isinstance(source, str) else fingerprint(source.to_bytes())
    try:
        atomic_write(copy.file, json.dumps(content, ensure_ascii=True).encode())
    except OSError as error:
        return error
    return None
