"""The steps that make a corpus of a source's tunes, as data that can be kept in a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from abcstudio.corpus.combined_sources import MOST_READ, SourcePart, parts_from
from abcstudio.corpus.preparation.selection import KeptMarks, marks_data, marks_from
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.decoding import codec_named
from abcstudio.errors import CorpusError

KEEP, MELODIES, FAMILIES = "keep", "melodies", "families"
REPEATS = (KEEP, MELODIES, FAMILIES)
"""What becomes of tunes that are there already: all stay, one of each melody, of each family."""

TONICS = ("", "C", "D", "E", "F", "G", "A", "Bb", "Eb")
MAX_PERCENT = 50
MAX_SEED = 2**31 - 1
_ASKED = ("words", "rhythm", "meter", "key")
_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What is done with the tunes of a source, in this order.

    Attributes:
        source: The file or folder, "" for the tunes in the box.
        parts: The sources that it combines, with their weights; none where it is one.
        encodings: The encodings that a person has named for these sources, each with its path.
        asked: Which tunes are taken.
        marks: Which of them a person has left out; where the filter asks for marks, all of these.
        clean: Their problems are fixed as far as is safe; tunes that cannot be read are dropped.
        one_voice: Only the first voice stays.
        tonic: All tunes are moved to this tonic, their modes stay; "" leaves them where they are.
        repeats: One of `REPEATS`.
        validation_percent: How many of a hundred tunes are held out, whole families; 0 leaves
            that to the training.
        rng_seed: The same seed holds out the same tunes.
    """

    source: str = ""
    parts: tuple[SourcePart, ...] = ()
    encodings: tuple[tuple[str, str], ...] = ()
    asked: TuneFilter = field(default_factory=TuneFilter)
    marks: KeptMarks = ()
    clean: bool = True
    one_voice: bool = True
    tonic: str = ""
    repeats: str = FAMILIES
    validation_percent: int = 10
    rng_seed: int = 0

    def data(self) -> dict[str, Any]:
        """Return the steps as plain data for a file."""
        return {
            "version": _VERSION,
            "source": self.source,
            "parts": [part.data() for part in self.parts],
            "encodings": dict(self.encodings),
            "select": {name: getattr(self.asked, name) for name in _ASKED},
            "marks": marks_data(self.marks),
            "clean": self.clean,
            "one_voice": self.one_voice,
            "tonic": self.tonic,
            "repeats": self.repeats,
            "validation_percent": self.validation_percent,
            "rng_seed": self.rng_seed,
        }


def preparation_from(data: Any, path: object = "") -> Preparation:
    """Return the steps that `Preparation.data` wrote.

    Raises:
        CorpusError: It is something else, or a value is none that a step can have.
    """
    unusable = CorpusError("preparation.unusable", path=path)
    if not isinstance(data, Mapping) or not isinstance(data.get("select", {}), Mapping):
        raise unusable
    first, asked = Preparation(), data.get("select", {})
    values = {name: data.get(name, getattr(first, name)) for name in _KINDS}
    if not all(_fits(name, value) for name, value in values.items()):
        raise unusable
    words = {name: asked.get(name, "") for name in _ASKED}
    if not all(isinstance(word, str) for word in words.values()):
        raise unusable
    parts = parts_from(data.get("parts", []))
    encodings = _encodings_from(data.get("encodings", {}))
    marks = marks_from(data.get("marks", {}))
    if parts is None or encodings is None or marks is None:
        raise unusable
    return Preparation(
        parts=parts, encodings=encodings, asked=TuneFilter(**words), marks=marks, **values
    )


_KINDS: Mapping[str, type] = {
    "source": str,
    "clean": bool,
    "one_voice": bool,
    "tonic": str,
    "repeats": str,
    "validation_percent": int,
    "rng_seed": int,
}
_CHOICES = {"tonic": TONICS, "repeats": REPEATS}
_MOST = {"validation_percent": MAX_PERCENT, "rng_seed": MAX_SEED}


def _encodings_from(data: Any) -> tuple[tuple[str, str], ...] | None:
    """Return the encodings of plain data; None where it is something else."""
    if not isinstance(data, Mapping) or len(data) > MOST_READ + 1:
        return None
    known = all(isinstance(codec, str) and codec_named(codec) for codec in data.values())
    return tuple(sorted(data.items())) if known else None


def _fits(name: str, value: object) -> bool:
    """Return whether a step can have a value; a truth value is no number here."""
    if type(value) is not _KINDS[name]:
        return False
    if name in _CHOICES:
        return value in _CHOICES[name]
    return not isinstance(value, int) or name not in _MOST or 0 <= value <= _MOST[name]
