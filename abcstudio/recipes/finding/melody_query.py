"""What is looked for: a few notes as they were typed."""

import re
from dataclasses import dataclass, replace

from abcstudio.corpus.melody_index.melody import LineNote, melodies_of
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.recipes.finding.query_readings import QueryReadings, abc_readings, in_other_octaves
from abcstudio.recipes.finding.read_as import QueryReading
from abcstudio.recipes.finding.typed_notes import has_foreign_signs, other_readings

_KEY = re.compile(r"^\s*K:", re.MULTILINE)
_FIELD = re.compile(r"[A-Za-z]:(?!\|)|%")


@dataclass(frozen=True, slots=True)
class MelodyQuery:
    """A melody to look for.

    Attributes:
        text: The tune that it was read as.
        score: That tune.
        notes: Those of its first voice.
        ways: All ways to read it; `text` is one of them.
        reading: That one, None where there are no notes.
    """

    text: str
    score: Score
    notes: tuple[LineNote, ...]
    ways: tuple[QueryReadings, ...] = ()
    reading: QueryReading | None = None

    @property
    def line(self) -> tuple[tuple[int, int], ...]:
        """Pitch and length of each note."""
        return tuple((note.pitch, note.length) for note in self.notes)

    @property
    def has_open_key(self) -> bool:
        """Whether it is read in the key that fits, for none was typed."""
        return self.reading is not None and bool(self.reading.keys)

    def read_as(self, reading: QueryReading, key: str = "") -> "MelodyQuery":
        """Return what is looked for, read in another way.

        Args:
            reading: One of the ways.
            key: The `K:` to read it in, where it is one of those that read it so.
        """
        text = reading.text
        if key and reading.keys:
            text = text.replace(f"K:{reading.keys[0]}", f"K:{key}", 1)
            reading = replace(reading, keys=(key,))
        return replace(_read(text), ways=self.ways, reading=reading)


def read_query(typed: str) -> MelodyQuery:
    """Read notes as they were typed: what a tune's header lacks is added, `K:C` without a key."""
    ways = _ways(typed)
    if not ways:
        return _read(as_tune(typed))
    reading = ways[0].each[0]
    return replace(_read(reading.text), ways=ways, reading=reading)


def _ways(typed: str) -> tuple[QueryReadings, ...]:
    others = other_readings(typed)
    if others and has_foreign_signs(typed):
        return others
    text = as_tune(typed)
    abc = abc_readings(text, has_key=bool(_KEY.search(typed)))
    return others if abc is None else (*others, abc, *in_other_octaves(abc))


def _read(text: str) -> MelodyQuery:
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
