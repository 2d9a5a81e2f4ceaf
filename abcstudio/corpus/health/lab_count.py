"""How many tunes the lab's notebook counts in a text, and why they are not as many as there are."""

import re
from dataclasses import dataclass

from abcstudio.corpus.health.problem import LAB_COUNT, HealthProblem
from abcstudio.messages import Phrase
from abcstudio.notation.diagnostics import Severity

_EMPTY_LINE = "\n\n"
_EMPTY_LINES = re.compile(r"(?=\n\n)")


@dataclass(frozen=True, slots=True)
class LabCount:
    """What the notebook's search finds: whatever stands between two empty lines.

    Attributes:
        found: Pieces.
        twice: How many of them it finds twice: those after two empty lines.
        dropped: Pieces that it misses: the last one, after which no empty line comes.
        parted: Pieces that are no tune, but the music of the one before them, which an empty line
            parts from its header.
    """

    found: int
    twice: int
    dropped: int
    parted: int


def lab_count(text: str) -> LabCount:
    """Count as the lab's notebook does, with a search whose finds may overlap."""
    text = text.replace("\r\n", "\n")
    starts = [0, *(match.start() + len(_EMPTY_LINE) for match in _EMPTY_LINES.finditer(text))]
    last = text.rfind(_EMPTY_LINE)
    found = [start for start in starts if start <= last]
    pieces = [text[start : text.find(_EMPTY_LINE, start)] for start in found]
    twice = sum(not piece or piece.startswith("\n") for piece in pieces[1:])
    rest = text[last + len(_EMPTY_LINE) :].strip() if last >= 0 else text.strip()
    parted = sum(bool(piece.strip()) and "X:" not in piece for piece in pieces)
    return LabCount(len(found), twice, int(bool(rest)), parted)


def lab_problem(text: str, tunes: int) -> HealthProblem | None:
    """Return the explanation of the lab's count of a text; None where it finds nothing twice."""
    count = lab_count(text)
    if not count.twice or count.found == tunes:
        return None
    return HealthProblem(
        kind=LAB_COUNT,
        severity=Severity.HINT,
        words=Phrase(
            "health.says.lab-count",
            {
                "found": count.found,
                "tunes": tunes,
                "twice": count.twice,
                "dropped": count.dropped,
                "parted": count.parted,
            },
        ),
    )
