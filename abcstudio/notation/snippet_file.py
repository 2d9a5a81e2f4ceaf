"""The person's own snippets in a JSON file that can be read and edited by hand."""

import json
import logging
from collections.abc import Iterable
from pathlib import Path

from abcstudio.files import atomic_write
from abcstudio.notation.snippets import Snippet

log = logging.getLogger(__name__)

FORMAT_VERSION = 1
MAX_SNIPPETS = 500
MAX_BODY_LENGTH = 20_000
_MAX_BYTES = 16_000_000


def load_snippets(path: Path) -> tuple[Snippet, ...]:
    """Read snippets; what is missing, damaged or too long there is left out."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ValueError("larger than a list of snippets can be")
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, RecursionError) as error:
        log.warning("The snippets of %s cannot be read and are ignored: %s", path, error)
        return ()
    listed = data.get("snippets") if isinstance(data, dict) else None
    entries = listed if isinstance(listed, list) else []
    return tuple(snippet for entry in entries[:MAX_SNIPPETS] if (snippet := _read(entry)))


def save_snippets(snippets: Iterable[Snippet], path: Path) -> None:
    """Write snippets.

    Raises:
        OSError: The file cannot be written; the old one is unchanged.
    """
    listed = [{"name": snippet.name, "body": snippet.body} for snippet in snippets]
    data = {"format": FORMAT_VERSION, "snippets": listed}
    atomic_write(path, json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8") + b"\n")


def _read(entry: object) -> Snippet | None:
    if not isinstance(entry, dict):
        return None
    name, body = entry.get("name"), entry.get("body")
    if not isinstance(name, str) or not isinstance(body, str) or not body:
        return None
    if not name.strip() or len(body) > MAX_BODY_LENGTH:
        return None
    return Snippet(name.strip()[:100], body, is_own=True)
