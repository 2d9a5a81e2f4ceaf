"""Finding and fixing problems in files of tunes, in the background."""

import time
from collections.abc import Collection
from dataclasses import dataclass

from abcstudio.errors import CancelledError
from abcstudio.notation.diagnostics import Diagnostic
from abcstudio.notation.editing.fixing import FixResult, fix_problems
from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import stop_if_asked
from abcstudio.workers.job import Report

REPORT_SECONDS = 0.1

Piece = tuple[str, str]
"""A tune's text and the header of its file."""

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class TunesChecked:
    """What was found in some more tunes."""

    found: tuple[tuple[Piece, Findings], ...]


@dataclass(frozen=True, slots=True)
class TunesFixed:
    """How many tunes have been looked through; `results` holds all of them at the end only."""

    done: int
    results: tuple[FixResult, ...] = ()


def check_tunes(pieces: tuple[Piece, ...], report: Report) -> None:
    """Find what is doubtful in tunes and report it a few times a second.

    Raises:
        CancelledError: The work is to stop; what was found by then has been reported.
    """
    found: list[tuple[Piece, Findings]] = []
    reported_at = time.monotonic()
    for piece in pieces:
        try:
            found.append((piece, parse(*piece).diagnostics))
        except CancelledError:
            report(TunesChecked(tuple(found)))
            raise
        if time.monotonic() - reported_at > REPORT_SECONDS:
            report(TunesChecked(tuple(found)))
            found, reported_at = [], time.monotonic()
    report(TunesChecked(tuple(found)))


def fix_tunes(
    pieces: tuple[Piece, ...], codes: Collection[str] | None, report: Report
) -> TunesFixed:
    """Fix tunes as far as their fixes go, all problems or those of some kinds.

    Raises:
        CancelledError: The work is to stop; nothing is to be changed.
    """
    results: list[FixResult] = []
    reported_at = time.monotonic()
    for text, file_header in pieces:
        results.append(fix_problems(text, codes, file_header))
        if time.monotonic() - reported_at > REPORT_SECONDS:
            report(TunesFixed(len(results)))
            reported_at = time.monotonic()
    stop_if_asked()
    return TunesFixed(len(results), tuple(results))
