"""Composed text made into tunes that can be read, heard and kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from abcstudio.composing.provenance import Provenance, with_provenance
from abcstudio.messages import Phrase

DEFAULT_KEY = "C"

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_HEADER_LINE = re.compile(r"[A-Za-z]:|%")
_NOTE = re.compile(r"[A-Ga-g]")


@dataclass(frozen=True, slots=True)
class Take:
    """One candidate that a model has written.

    Attributes:
        number: From 1, in the order of asking.
        raw: The prompt and what was composed, unchanged.
        text: A whole tune made of it: a complete header, the music, then provenance; a raw text
            that goes on after the tune's end gives the later tunes too, each in the same way after
            a blank line.
    """

    number: int
    raw: str
    text: str
    provenance: Provenance

    @property
    def has_music(self) -> bool:
        """Whether there is a note in it, written by the network or in the prompt."""
        return bool(_music_blocks(self.raw))

    @property
    def added_fields(self) -> tuple[str, ...]:
        """The fields that were put into the headers, since the network wrote none."""
        blocks = _music_blocks(self.raw) or (self.raw,)
        return tuple(dict.fromkeys(field for block in blocks for field in _missing_fields(block)))


def make_take(number: int, raw: str, provenance: Provenance) -> Take:
    """Return the take that a raw text gives."""
    # Each of its tunes says it: they are read, moved and kept one by one.
    tunes = tunes_in(raw) or (complete_tune(raw),)
    text = "\n\n".join(with_provenance(tune, provenance) for tune in tunes)
    return Take(number, raw, text + "\n", provenance)


def remarks_on(takes: Iterable[tuple[int, Take]]) -> tuple[Phrase, ...]:
    """Return what the network left out of some takes, each with its number: header or music."""
    takes = tuple(takes)
    poor = [(number, take) for number, take in takes if take.has_music and take.added_fields]
    silent = [(number, take) for number, take in takes if not take.has_music]
    remarks = []
    if poor:
        remarks.append(Phrase("take.header_added", _numbers_and_fields(poor)))
    if silent:
        parameters = _numbers_and_fields(silent)
        sentence = "take.no_music_header_added" if parameters["fields"] else "take.no_music"
        remarks.append(Phrase(sentence, parameters))
    return tuple(remarks)


def _numbers_and_fields(takes: Iterable[tuple[int, Take]]) -> dict[str, str]:
    takes = tuple(takes)
    fields = dict.fromkeys(field for _, take in takes for field in take.added_fields)
    return {"take": ", ".join(str(number) for number, _ in takes), "fields": ", ".join(fields)}


def has_begun(raw: str, prompt: str) -> bool:
    """Return whether a text goes on from its prompt, and music is there to be heard."""
    return raw != prompt and bool(_music_blocks(raw))


def tunes_in(raw: str) -> tuple[str, ...]:
    """Return the tunes of a composed text: its blocks that hold music, each completed."""
    return tuple(map(complete_tune, _music_blocks(raw)))


def _music_blocks(raw: str) -> tuple[str, ...]:
    blocks = (block.strip("\n") for block in _BLANK_LINES.split(raw))
    return tuple(block for block in blocks if _has_music(block))


def complete_tune(block: str) -> str:
    """Return a block of ABC with the header that a reader needs: `X:` first, `K:` last.

    What is there stays as it is and in its order.
    """
    lines = [line for line in block.split("\n") if line.strip()]
    header_length = _header_length(lines)
    header, body = lines[:header_length], lines[header_length:]
    number = next((line for line in header if line.startswith("X:")), "X:1")
    keys = [line for line in header if line.startswith("K:")]
    rest = [line for line in header if line != number and not line.startswith(("X:", "K:"))]
    key = keys[0] if keys else f"K:{DEFAULT_KEY}"
    return "\n".join([number, *rest, key, *body])


def _missing_fields(block: str) -> tuple[str, ...]:
    """Return the fields without which `complete_tune` would find no whole header."""
    lines = [line for line in block.split("\n") if line.strip()]
    header = lines[: _header_length(lines)]
    needed = {"X:": "X:1", "K:": f"K:{DEFAULT_KEY}"}
    return tuple(
        field for name, field in needed.items() if not any(line.startswith(name) for line in header)
    )


def _header_length(lines: list[str]) -> int:
    """Count the lines before the music: up to the first `K:`, or all fields at the top."""
    for count, line in enumerate(lines):
        if not _HEADER_LINE.match(line):
            return count
        if line.startswith("K:"):
            return count + 1
    return len(lines)


def _has_music(block: str) -> bool:
    lines = block.split("\n")
    return any(_NOTE.search(line) for line in lines[_header_length(lines) :])
