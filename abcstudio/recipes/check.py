"""Checking the tunes of a file: every finding with its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.decoding import is_no_text
from abcstudio.errors import TextFileError
from abcstudio.files import decode_text, unread_encoding
from abcstudio.guarded_files import read_bytes
from abcstudio.messages import english, reason
from abcstudio.notation.diagnostics import Diagnostic, Severity
from abcstudio.notation.reader.parser import parse

# A terminal obeys them, or they turn the direction of what follows.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDiagnostic:
    """One finding in a file.

    Attributes:
        path: The file.
        line: From 1.
        column: From 1, in characters.
        tune_number: The tune's place in the file, from 1.
        title: The tune's title, "" when it has none.
        diagnostic: The finding; its spans count from the start of the tune.
        tune_offset: Where the tune begins in the file's text.
    """

    path: Path
    line: int
    column: int
    tune_number: int
    title: str
    diagnostic: Diagnostic
    tune_offset: int

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.diagnostic.severity

    @property
    def sentence(self) -> str:
        """What it says, in English; a character that cannot be seen stands there as U+001B."""
        words = english(f"notation.{self.diagnostic.code}", self.diagnostic.parameters)
        return _UNSEEN.sub(lambda found: f"U+{ord(found[0]):04X}", words)

    def as_line(self) -> str:
        """Return it as compilers write theirs: FILE:LINE:COLUMN: severity code: sentence."""
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.severity} {self.diagnostic.code}: {self.sentence}"

    def as_data(self) -> dict[str, object]:
        """Return it as plain data for JSON."""
        found = self.diagnostic
        return {
            "path": str(self.path),
            "line": self.line,
            "column": self.column,
            "tune": self.tune_number,
            "title": self.title,
            "severity": str(found.severity),
            "code": found.code,
            "start": self.tune_offset + found.span.start,
            "end": self.tune_offset + found.span.end,
            "parameters": {name: str(value) for name, value in found.parameters.items()},
            "sentence": self.sentence,
        }


def check_file(path: Path) -> tuple[FileDiagnostic, ...]:
    """Return what is wrong or doubtful in the tunes of a file, in the order of its text.

    Raises:
        TextFileError: The file cannot be read, or is no text.
    """
    try:
        data = read_bytes(path, allow_pipe=True)
    except FileNotFoundError as error:
        raise TextFileError("file.not_found", path=path) from error
    except OSError as error:
        raise TextFileError("file.unreadable", path=path, reason=reason(error)) from error
    if encoding := unread_encoding(data):
        raise TextFileError("corpus.encoding", path=path, encoding=encoding)
    if is_no_text(data):
        raise TextFileError("file.no_text", path=path)
    return tuple(_check_text(decode_text(data).text, Path(path)))


def _check_text(text: str, path: Path) -> Iterator[FileDiagnostic]:
    line_starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    tunes = split_tunebook(text)
    pieces = [(tune.offset, tune.text, tune.title, tune.file_header) for tune in tunes]
    if not pieces and text.strip():
        pieces = [(0, text, "", "")]
    for number, (offset, tune_text, title, file_header) in enumerate(pieces, start=1):
        for found in parse(tune_text, file_header).diagnostics:
            at = offset + found.span.start
            line = bisect_right(line_starts, at)
            column = at - line_starts[line - 1] + 1
            yield FileDiagnostic(
                path=path,
                line=line,
                column=column,
                tune_number=number,
                title=title,
                diagnostic=found,
                tune_offset=offset,
            )
