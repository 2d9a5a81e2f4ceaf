"""What of a MusicXML file cannot be said in ABC, with the measures where it stands."""

from abcstudio.messages import Phrase

_MOST_MEASURES = 8

WHAT = (
    "cue", "glissando", "tremolo", "octave_line", "fretboard", "tablature", "harmony",
    "chord_place", "figured_bass", "slur", "tie", "lyrics", "overlap", "grace", "notehead",
    "percussion", "quarter_tone", "key", "meter", "ending", "other_sign",
)  # fmt: skip
"""The kinds of remarks: each has a message `musicxml.left_<kind>`."""


class Remarks:
    """Collects remarks while a file is read; each measure is named once for each kind.

    Attributes:
        measure: The number of the measure that is being read.
    """

    def __init__(self) -> None:
        self.measure = ""
        self._found: dict[str, dict[str, None]] = {}

    def note(self, kind: str, measure: str | None = None) -> None:
        """Remember that something of a kind stands in the measure that is being read."""
        self._found.setdefault(kind, {})[self.measure if measure is None else measure] = None

    def phrases(self) -> tuple[Phrase, ...]:
        """Return a remark for each kind, in the order of `WHAT`."""
        return tuple(_phrase(kind, list(self._found[kind])) for kind in WHAT if kind in self._found)


def _phrase(kind: str, measures: list[str]) -> Phrase:
    named = ", ".join(measures[:_MOST_MEASURES])
    rest = len(measures) - _MOST_MEASURES
    places: Phrase | str = named
    if rest > 0:
        places = Phrase("musicxml.measures_more", {"measures": named, "count": rest})
    return Phrase(f"musicxml.left_{kind}", {"measures": places})
