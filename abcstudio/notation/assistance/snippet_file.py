"""The person's own snippets in a JSON file that can be read and edited by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import json_bytes
from abcstudio.notation.assistance.snippets import Snippet
from abcstudio.own_files import Tell, pass_over, read_own_file, write_own_file

FORMAT_VERSION = 1
MAX_SNIPPETS = 500
MAX_BODY_LENGTH = 20_000


@dataclass(frozen=True, slots=True)
class KeptSnippets:
    """What the file holds.

    Attributes:
        unread: Entries that this version cannot use, kept as they are.
        newer: What only a newer version of the program knows, kept as it is.
    """

    snippets: tuple[Snippet, ...] = ()
    unread: tuple[Any, ...] = ()
    newer: Mapping[str, Any] = field(default_factory=dict)


def load_snippets(path: Path, tell: Tell = pass_over) -> KeptSnippets:
    """Read snippets; what does not fit or is too long there is left out.

    Args:
        path: The file.
        tell: Called where it cannot be used at all, after it was put aside.
    """
    data = read_own_file(path, tell) or {}
    listed = data.get("snippets")
    snippets: list[Snippet] = []
    unread: list[Any] = []
    for entry in listed if isinstance(listed, list) else []:
        snippet = _read(entry) if len(snippets) < MAX_SNIPPETS else None
        if snippet is None:
            unread.append(entry)
        else:
            snippets.append(snippet)
    newer = {name: value for name, value in data.items() if name not in ("format", "snippets")}
    return KeptSnippets(tuple(snippets), tuple(unread), newer)


def save_snippets(kept: KeptSnippets, path: Path) -> None:
    """Write snippets, and with them what a newer version had kept there.

    Raises:
        OSError: The file cannot be written; the old one is unchanged.
    """
    listed = [{"name": snippet.name, "body": snippet.body} for snippet in kept.snippets]
    data = {"format": FORMAT_VERSION, "snippets": [*listed, *kept.unread], **kept.newer}
    write_own_file(path, json_bytes(data))


def _read(entry: object) -> Snippet | None:
    if not isinstance(entry, dict):
        return None
    name, body = entry.get("name"), entry.get("body")
    if not isinstance(name, str) or not isinstance(body, str) or not body:
        return None
    if not name.strip() or len(body) > MAX_BODY_LENGTH:
        return None
    return Snippet(name.strip()[:100], body, is_own=True)
