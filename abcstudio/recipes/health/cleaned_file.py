"""A cleaned tunebook as a file: what was not changed stays byte for byte."""

import re
from pathlib import Path

from abcstudio.corpus.combined_sources import is_combination
from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.score_files import is_archive, is_score
from abcstudio.corpus.source_encodings import decode_in_source
from abcstudio.corpus.tune import Tune, with_file_header
from abcstudio.decoding import without_odd_bytes
from abcstudio.errors import CorpusError, TextFileError
from abcstudio.files import TextFile, atomic_write
from abcstudio.guarded_files import is_folder, read_bytes
from abcstudio.messages import reason

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = re.compile(r"\s*")
_UNREADABLE = "\N{REPLACEMENT CHARACTER}"


def write_cleaned(book: CleanedBook, source: Path, target: Path, encoding: str = "") -> int:
    """Write the tunes of a source as cleaning has left them; return how many there are.

    A tunebook keeps its encoding, its line ends, and all text that is not of a changed tune. A
    folder, a .zip, a MusicXML file, or several sources combined, become one tunebook in UTF-8.

    Args:
        book: The tunes, and what was changed in them.
        source: What they were read from.
        target: The new file.
        encoding: What a person had named for the source, "" for nothing.

    Raises:
        CorpusError: No tune is left, or the source has changed since it was read.
        TextFileError: The source's encoding cannot say what a fix wrote.
        OSError: The source cannot be read, or the target cannot be written.
    """
    if not book.kept:
        raise CorpusError("health.no_tunes_left")
    atomic_write(target, cleaned_bytes(book, source, encoding))
    return len(book.kept)


def cleaned_bytes(book: CleanedBook, source: Path, encoding: str = "") -> bytes:
    """Return what `write_cleaned` writes.

    Raises:
        CorpusError: The source has changed since it was read.
        TextFileError: Its encoding cannot say what a fix wrote.
        OSError: It cannot be read.
    """
    is_many = is_folder(source) or is_combination(source) or is_archive(source)
    if is_many or is_score(source):
        return _joined(book).encode("utf-8")
    try:
        file = decode_in_source(read_bytes(source), encoding, is_alone=True)
    except OSError as error:
        raise TextFileError("file.unreadable", path=source, reason=reason(error)) from error
    try:
        return file.with_text(_spliced(book, file, source)).to_bytes()
    except UnicodeEncodeError as error:
        raise TextFileError("health.unencodable", path=source) from error


def _joined(book: CleanedBook) -> str:
    """Return the tunes that are left one after the other, each as it can stand alone."""
    texts = (with_file_header(*book.piece(place)) for place in book.kept)
    return "".join(_LINE_END.sub("\n", text).strip("\n") + "\n\n" for text in texts)


def _spliced(book: CleanedBook, file: TextFile, source: Path) -> str:
    """Return a file's text with other tunes in the places of those that are changed."""
    text = file.text
    readable = without_odd_bytes(text)
    pieces: list[str] = []
    at = 0
    for place in book.changed:
        tune, now = book.tunes[place], book.texts[place]
        end = tune.offset + len(tune.text)
        if readable[tune.offset : end] != tune.text:
            raise CorpusError("health.file_changed", path=source)
        pieces.append(text[at : tune.offset])
        if now is None:
            # With the empty lines behind it.
            blanks = _BLANKS.match(text, end)
            end = blanks.end() if blanks else end
        else:
            pieces.append(_as_written(now, text[tune.offset : end], tune))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _as_written(now: str, before: str, tune: Tune) -> str:
    """Return a tune's new text with the line ends and the odd bytes of the old one."""
    line_end = _LINE_END.search(before)
    if line_end:
        now = _LINE_END.sub(line_end[0], now)
    if now.count(_UNREADABLE) == tune.text.count(_UNREADABLE):
        odd = (own for own, shown in zip(before, tune.text, strict=True) if shown == _UNREADABLE)
        now = re.sub(_UNREADABLE, lambda _match: next(odd), now)
    return now
