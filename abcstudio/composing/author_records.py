"""Who wrote which characters of a saved text, kept beside the program's own files.

A text finds its record by what it says, not by where it is: moved, copied or renamed it keeps its
authors; changed by another program it has none. `docs/decisions/0013-authors-beside-the-file.md`
says why they do not stand in the file.
"""

import json
import logging
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from abcstudio.composing.authors import FROM_FILE, Author, AuthoredPiece, AuthorKind
from abcstudio.field_values import Choice, String, Whole
from abcstudio.own_files import Tell, pass_over, put_aside, read_own_file, write_own_file

log = logging.getLogger(__name__)

MAX_RECORDS = 2000
"""How many texts are remembered; those that were saved longest ago go."""

_FORMAT = 1
_MAX_LENGTH = 2**31 - 1
_KINDS = Choice(tuple(str(kind) for kind in AuthorKind))


def authors_data(pieces: Iterable[AuthoredPiece]) -> dict[str, Any]:
    """Return the authors of a text as plain data."""
    listed: dict[Author, int] = {}
    runs = [[length, listed.setdefault(author, len(listed))] for length, author in pieces]
    authors = [[str(each.kind), each.name, each.take] for each in listed]
    return {"authors": authors, "runs": runs}


def authors_from(data: object, length: int) -> tuple[AuthoredPiece, ...] | None:
    """Return the authors of a text of so many characters; None where the data is none of it."""
    try:
        return _pieces(data, length)
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def keep_authors(folder: Path, text: str, pieces: Iterable[AuthoredPiece]) -> None:
    """Keep the authors of a text; one of which nothing is known has no record.

    Raises:
        OSError: The record cannot be written.
    """
    pieces = tuple(pieces)
    path = _path(folder, text)
    if all(author == FROM_FILE for _, author in pieces):
        path.unlink(missing_ok=True)
        return
    folder.mkdir(parents=True, exist_ok=True)
    data = {"format": _FORMAT, **authors_data(pieces)}
    write_own_file(path, json.dumps(data, separators=(",", ":")).encode())
    _remove_oldest(folder)


def kept_authors(
    folder: Path, text: str, tell: Tell = pass_over
) -> tuple[AuthoredPiece, ...] | None:
    """Return the authors of a text that was saved here; None where there is no record of it.

    A record that cannot be used is put aside, and `tell` is called with it.
    """
    try:
        # To sum up 5 MB takes longer than to see that no text of that length was saved.
        is_possible = any(folder.glob(f"{len(text)}-*.json"))
    except OSError as error:
        log.warning("The authors of saved texts cannot be looked for: %s", error)
        return None
    if not is_possible:
        return None
    path = _path(folder, text)
    data = read_own_file(path, tell)
    if data is None:
        return None
    pieces = authors_from(data, len(text))
    if pieces is None:
        tell(put_aside(path, ValueError("no authors of this text")))
    return pieces


def record_lengths(folder: Path) -> frozenset[int]:
    """Return how long the texts are of which there are records."""
    try:
        names = [path.name.partition("-")[0] for path in folder.glob("*-*.json")]
    except OSError as error:
        log.warning("The authors of saved texts cannot be looked for: %s", error)
        return frozenset()
    return frozenset(int(name) for name in names if name.isdecimal())


def _path(folder: Path, text: str) -> Path:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return folder / f"{len(text)}-{digest}.json"


def _pieces(data: object, length: int) -> tuple[AuthoredPiece, ...]:
    if not isinstance(data, dict):
        raise TypeError("no record")
    words = String()
    authors = [
        Author(AuthorKind(_KINDS.accepted(kind)), words.accepted(name), words.accepted(take))
        for kind, name, take in data["authors"]
    ]
    lengths, places = Whole(1, _MAX_LENGTH), Whole(0, len(authors) - 1)
    pieces = tuple(
        AuthoredPiece(lengths.accepted(count), authors[places.accepted(place)])
        for count, place in data["runs"]
    )
    if sum(piece.length for piece in pieces) != length:
        raise ValueError("another length")
    return pieces


def _remove_oldest(folder: Path) -> None:
    with suppress(OSError):
        records = list(folder.glob("*.json"))
        if len(records) > MAX_RECORDS:
            records.sort(key=lambda path: path.stat().st_mtime)
            for path in records[: len(records) - MAX_RECORDS]:
                path.unlink()
