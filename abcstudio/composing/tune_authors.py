"""Who wrote the tunes of a text that was not saved as it stands, such as a set of kept tunes.

Each tune finds its own record by what stands below its `X:` line. One without a record may say in
its lines that a model composed it; whatever has been changed in it since, nobody knows.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from abcstudio.composing.author_records import keep_authors, kept_authors, record_lengths
from abcstudio.composing.authors import FROM_FILE, Author, AuthoredPiece, AuthorKind, Authors
from abcstudio.composing.kept_characters import kept_characters
from abcstudio.composing.provenance import DIRECTIVE, read_provenance
from abcstudio.composing.take_authors import take_authors
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.own_files import Tell, pass_over

MOST_CHARACTERS = 200_000
"""In a longer text no tunes are looked for."""

Pieces = tuple[AuthoredPiece, ...]


def keep_tune_authors(folder: Path, tune: str, pieces: Iterable[AuthoredPiece]) -> None:
    """Keep the authors of a tune, whatever its number.

    Raises:
        OSError: The record cannot be written.
    """
    start = _end_of_number(tune)
    keep_authors(folder, tune[start:], Authors(pieces).pieces(start))


def remembered_authors(folder: Path, text: str, tell: Tell = pass_over) -> Pieces | None:
    """Return the authors of a text by its own record, or by those of its tunes; None without any.

    A record that cannot be used is put aside, and `tell` is called with it.
    """
    whole = kept_authors(folder, text, tell)
    if whole is not None or len(text) > MOST_CHARACTERS:
        return whole
    pieces = tuple(_by_tunes(folder, text, tell))
    return None if all(author == FROM_FILE for _, author in pieces) else pieces


def carried_authors(old: str, pieces: Iterable[AuthoredPiece], new: str) -> Pieces:
    """Return the authors of a text that came in the place of another; of what is new, FROM_FILE."""
    before, after = Authors(pieces), Authors([AuthoredPiece(len(new), FROM_FILE)])
    for kept in kept_characters(old, new):
        stays = before.pieces(kept.old, kept.old + kept.length)
        after.replace(kept.new, kept.new + kept.length, stays)
    return after.pieces()


def _by_tunes(folder: Path, text: str, tell: Tell) -> Iterator[AuthoredPiece]:
    lengths, reached, last = record_lengths(folder), 0, FROM_FILE
    for tune in split_tunebook(text):
        end = tune.offset + len(tune.text)
        yield _between(text[reached : tune.offset], last)
        pieces = _of_tune(folder, text[tune.offset : end], lengths, tell)
        yield from pieces
        reached, last = end, pieces[-1].author
    yield _between(text[reached:], last)


def _between(words: str, before: Author) -> AuthoredPiece:
    """Return who wrote what stands between two tunes: empty lines are as the tune before."""
    return AuthoredPiece(len(words), FROM_FILE if words.strip() else before)


def _of_tune(folder: Path, tune: str, lengths: frozenset[int], tell: Tell) -> Pieces:
    start = _end_of_number(tune)
    is_possible = len(tune) - start in lengths
    kept = kept_authors(folder, tune[start:], tell) if is_possible else None
    if kept is None:
        return _told_authors(tune)
    return (AuthoredPiece(start, kept[0].author), *kept)


def _told_authors(tune: str) -> Pieces:
    """Return the authors of a tune by the lines that tell its origin."""
    told = read_provenance(tune) if DIRECTIVE in tune else None
    if told is None:
        return (AuthoredPiece(len(tune), FROM_FILE),)
    return take_authors(tune, told.prompt, "", Author(AuthorKind.MODEL, told.model))


def _end_of_number(tune: str) -> int:
    """Return where the line after `X:` begins."""
    return tune.find("\n") + 1 if tune.startswith("X:") else 0
