"""What the fuzzer feeds to the reader: made-up tunes, damaged real tunes, bytes and characters.

Each input follows from a seed and its index alone, so any of them can be made again.
"""

from collections.abc import Sequence
from random import Random

from abc_grammar import DECORATIONS, FIELD_LETTERS, grammar_text

from abcstudio.files import decode_text

LIMIT = 4096
"""Characters of one input at most."""

SHARES = {"grammar": 40, "mutation": 40, "bytes": 20}
"""The kinds of input, in percent."""

PIECES: Sequence[str] = [
    *"ABCDEFGabcdefgzxyZX", *"|:[](){}<>^_=-'\",/0123456789!+.~$&\\%\n \t\r", "|:", ":|", "[1",
    "[2", "(3", "[K:", "[V:2]", "K:", "V:", "M:", "L:", "Q:", "P:", "w:", "m:", "U:", "s:", "+:",
    "I:", "%%", '"Am"', "::", "\n\n", "X:2\n", "(&", "&)", "%%MIDI ", "%%begintext\n", "\x00",
    "\ud800", "\ufeff", "^1/2", "999999999", "1/0", *(f"!{name}!" for name in DECORATIONS),
]  # fmt: skip


class Inputs:
    """Makes the inputs of one seed."""

    def __init__(self, seed: int, tunes: Sequence[str]) -> None:
        if not tunes:
            raise ValueError("no tunes to damage")
        self._seed = seed
        self._tunes = tunes

    def make(self, index: int) -> tuple[str, str]:
        """Return the kind and the text of an input."""
        random = Random(f"{self._seed}/{index}")
        kind = random.choices(list(SHARES), weights=list(SHARES.values()))[0]
        if kind == "grammar":
            return kind, grammar_text(random, LIMIT)
        if kind == "mutation":
            return kind, mutated(random, self._tunes)[:LIMIT]
        return kind, any_characters(random, self._tunes)[:LIMIT]


def mutated(random: Random, tunes: Sequence[str]) -> str:
    """Return a real tune after a few accidents."""
    text = random.choice(tunes)[:LIMIT]
    for _ in range(random.choice((1, 2, 4, 12, 40))):
        text = random.choice(_ACCIDENTS)(random, text, tunes)
    return text


def any_characters(random: Random, tunes: Sequence[str]) -> str:
    """Return bytes as the program decodes files, or characters of every kind."""
    what = random.randrange(4)
    if what == 0:
        return decode_text(random.randbytes(random.randint(0, 400))).text
    if what == 1:
        data = bytearray(random.choice(tunes)[:LIMIT].encode("utf-8", "surrogatepass"))
        for _ in range(random.randint(1, 30)):
            place = random.randrange(len(data) + 1)
            data[place : place + random.randrange(3)] = random.randbytes(random.randrange(3))
        mark = random.choice((b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
        return decode_text(mark + bytes(data)).text
    if what == 2:
        return "".join(_character(random) for _ in range(random.randint(0, 200)))
    body = "".join(_character(random) for _ in range(random.randint(0, 200)))
    return f"X:1\nK:C\n{body}\n"


def _character(random: Random) -> str:
    what = random.randrange(8)
    if what < 3:
        return random.choice(PIECES)
    if what == 3:
        return chr(random.randrange(0x20))
    if what == 4:
        return chr(random.randrange(0xD800, 0xE000))
    if what == 5:
        return chr(random.randrange(0x110000))
    return chr(random.randrange(0x20, 0x300))


def _bounds(random: Random, text: str, longest: int) -> tuple[int, int]:
    start = random.randrange(len(text) + 1)
    return start, min(len(text), start + random.randint(1, longest))


def _insert(random: Random, text: str, _tunes: Sequence[str]) -> str:
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice(PIECES) + text[place:]


def _delete(random: Random, text: str, _tunes: Sequence[str]) -> str:
    start, end = _bounds(random, text, random.choice((1, 1, 3, 30)))
    return text[:start] + text[end:]


def _replace(random: Random, text: str, _tunes: Sequence[str]) -> str:
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice(PIECES) + text[place + 1 :]


def _swap(random: Random, text: str, _tunes: Sequence[str]) -> str:
    first, second = sorted((_bounds(random, text, 8), _bounds(random, text, 8)))
    if first[1] > second[0]:
        return text
    one, two = text[slice(*first)], text[slice(*second)]
    return text[: first[0]] + two + text[first[1] : second[0]] + one + text[second[1] :]


def _duplicate(random: Random, text: str, _tunes: Sequence[str]) -> str:
    start, end = _bounds(random, text, random.choice((1, 4, 40)))
    return text[:end] + text[start:end] * random.choice((1, 1, 2, 20)) + text[end:]


def _splice(random: Random, text: str, tunes: Sequence[str]) -> str:
    other = random.choice(tunes)
    start, end = _bounds(random, other, 200)
    place = random.randrange(len(text) + 1)
    return text[:place] + other[start:end] + text[place:]


def _lines(random: Random, text: str, tunes: Sequence[str]) -> str:
    return _moved_parts(random, text, tunes, "\n")


def _measures(random: Random, text: str, tunes: Sequence[str]) -> str:
    return _moved_parts(random, text, tunes, "|")


def _moved_parts(random: Random, text: str, tunes: Sequence[str], mark: str) -> str:
    """Delete, double, move or import one part between two marks."""
    parts = text.split(mark)
    place = random.randrange(len(parts))
    what = random.randrange(4)
    if what == 0:
        del parts[place]
    elif what == 1:
        parts.insert(random.randrange(len(parts) + 1), parts[place])
    elif what == 2:
        random.shuffle(parts)
    else:
        parts.insert(place, random.choice(random.choice(tunes).split(mark)))
    return mark.join(parts)


def _field(random: Random, text: str, tunes: Sequence[str]) -> str:
    """Give a line another field letter, or put a made-up field before it."""
    lines = text.split("\n")
    place = random.randrange(len(lines))
    letter = random.choice(FIELD_LETTERS)
    if lines[place][1:2] == ":" and random.random() < 0.5:
        lines[place] = letter + lines[place][1:]
    else:
        made = grammar_text(random, 200).split("\n")
        lines.insert(place, random.choice(made))
    return "\n".join(lines)


_ACCIDENTS = (
    _insert, _insert, _delete, _delete, _replace, _replace, _swap, _duplicate, _splice, _lines,
    _measures, _field,
)  # fmt: skip
