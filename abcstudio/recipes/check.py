"""Checking the tunes of a file: every finding with its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.given_text import FileRemark, read_given_text
from abcstudio.corpus.health.missing_fields import missing_fields
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.messages import english
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


@dataclass(frozen=True, slots=True)
class CheckProgress:
    """How many tunes of all have been checked."""

    done: int
    tunes: int


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What was found in a file.

    Attributes:
        found: In the order of the text; each tune is read when it is asked for.
        guessed: The file itself where its encoding was guessed.
    """

    found: Iterator[FileDiagnostic]
    guessed: tuple[FileRemark, ...]


def check_file(
    path: Path, report: Callable[[CheckProgress], object] = lambda _progress: None
) -> CheckedFile:
    """Find what is wrong or doubtful in the tunes of a file.

    Args:
        path: The file.
        report: Called before the first tune and after each, while the findings are asked for.

    Raises:
        TextFileError: The file cannot be read, is no text, or is empty.
    """
    given = read_given_text(path, "file.no_text")
    return CheckedFile(_check_text(given.text, Path(path), report), given.guessed)


def _check_text(
    text: str, path: Path, report: Callable[[CheckProgress], object]
) -> Iterator[FileDiagnostic]:
    line_starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    tunes = split_tunebook(text)
    pieces = [(tune.offset, tune.text, tune.title, tune.file_header) for tune in tunes]
    if not pieces and text.strip():
        pieces = [(0, text, "", "")]
    report(CheckProgress(0, len(pieces)))
    for number, (offset, tune_text, title, file_header) in enumerate(pieces, start=1):
        missing = missing_fields(tune_text, file_header)
        for found in (*missing, *parse(tune_text, file_header).diagnostics):
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
        report(CheckProgress(number, len(pieces)))
