"""The file of the tunebook of kept tunes: read within bounds, written whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.kept_book import KeptBook, book_text, read_book
from abcstudio.decoding import HEAD_BYTES, is_no_text
from abcstudio.files import decode_text
from abcstudio.guarded_files import RefusedFileError, read_bytes
from abcstudio.own_files import (
    MAX_OWN_BYTES,
    Tell,
    copy_aside,
    pass_over,
    put_aside,
    write_own_file,
)

FileState = tuple[int, int, int] | None
"""Tells whether a file is still the one that was read; None where there is none."""


@dataclass(frozen=True, slots=True)
class ReadBook:
    """A book as its file holds it.

    Attributes:
        state: Which file that was.
        error: Why the file cannot be read; nothing may be written into it then.
    """

    book: KeptBook
    state: FileState = None
    error: OSError | None = None


def state_of(path: Path) -> FileState:
    """Return which file stands at a path now."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def load_book(path: Path, tell: Tell = pass_over) -> ReadBook:
    """Read the book; a file that is none is put aside, and `tell` is called with it.

    Of a file in which the line of a set is damaged a copy is kept: the tunes are used.
    """
    state = state_of(path)
    try:
        data = read_bytes(path, MAX_OWN_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return ReadBook(KeptBook())
    except RefusedFileError as error:
        tell(put_aside(path, error))
        return ReadBook(KeptBook())
    except OSError as error:
        return ReadBook(KeptBook(), state, error)
    if is_no_text(data[:HEAD_BYTES]):
        tell(put_aside(path, ValueError("no text")))
        return ReadBook(KeptBook())
    damaged: list[str] = []
    book = read_book(decode_text(data).text, damaged.append)
    if damaged:
        tell(copy_aside(path, damaged))
    return ReadBook(book, state)


def save_book(path: Path, book: KeptBook) -> FileState:
    """Write the book; return which file that is.

    Raises:
        OSError: It cannot be written; the old one is unchanged.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_own_file(path, book_text(book).encode("utf-8", "replace"))
    return state_of(path)
