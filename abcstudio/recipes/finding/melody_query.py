"""What is looked for: a few notes as ABC, with a header or without one."""

import re
from dataclasses import dataclass

from abcstudio.corpus.melody_index.melody import LineNote, melodies_of
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score

_FIELD = re.compile(r"[A-Za-z]:(?!\|)|%")


@dataclass(frozen=True, slots=True)
class MelodyQuery:
    """A melody to look for.

    Attributes:
        text: The tune that it was read as.
        score: That tune.
        notes: Those of its first voice.
    """

    text: str
    score: Score
    notes: tuple[LineNote, ...]

    @property
    def line(self) -> tuple[tuple[int, int], ...]:
        """Pitch and length of each note."""
        return tuple((note.pitch, note.length) for note in self.notes)


def read_query(typed: str) -> MelodyQuery:
    """Read notes as they were typed: what a tune's header lacks is added, `K:C` without a key."""
    text = as_tune(typed)
    score = parse(text)
    return MelodyQuery(text, score, next(iter(melodies_of(score)), ()))


def as_tune(typed: str) -> str:
    """Return typed notes as a tune."""
    lines = [line.strip() for line in typed.strip().splitlines() if line.strip()]
    count = next((at for at, line in enumerate(lines) if not _FIELD.match(line)), len(lines))
    header, music = lines[:count], lines[count:]
    key = next((at for at, line in enumerate(header) if line.startswith("K:")), None)
    if key is None:
        header.append("K:C")
    if not any(line.startswith("X:") for line in header):
        header.insert(0, "X:1")
    return "\n".join([*header, *music])
