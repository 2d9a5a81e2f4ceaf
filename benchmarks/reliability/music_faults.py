"""Real tunes with one known fault each: what people get wrong, for every code that offers a fix."""

from collections.abc import Callable, Sequence
from random import Random

from abcstudio.notation.lexing.lexer import TokenKind, tokenize

Fault = Callable[[Random, str], str]


def _put_in(*pieces: str, before: bool = False) -> Fault:
    """Return the fault of a piece that stands somewhere in the music."""

    def put(random: Random, text: str) -> str:
        place = _place(random, text, TokenKind.NOTE, end=not before)
        return text[:place] + random.choice(pieces) + text[place:]

    return put


def _before_bar_line(*pieces: str) -> Fault:
    def put(random: Random, text: str) -> str:
        place = _place(random, text, TokenKind.BAR_LINE, end=False)
        return text[:place] + random.choice(pieces) + text[place:]

    return put


def _after_bar_line(*pieces: str) -> Fault:
    def put(random: Random, text: str) -> str:
        place = _place(random, text, TokenKind.BAR_LINE, end=True)
        return text[:place] + random.choice(pieces) + text[place:]

    return put


def _place(random: Random, text: str, kind: TokenKind, *, end: bool) -> int:
    """Return the start or the end of some token of the music; the end of a text without any."""
    spans = [token.span for token in tokenize(text) if token.kind is kind]
    if not spans:
        return len(text)
    span = random.choice(spans)
    return span.end if end else span.start


def _header_line(line: str) -> Fault:
    """Return the fault of a line right above `K:`."""

    def put(_random: Random, text: str) -> str:
        place = text.find("\nK:")
        return text if place < 0 else text[:place] + "\n" + line + text[place:]

    return put


def _without(*pieces: str) -> Fault:
    """Return the fault of one of these pieces having been forgotten."""

    def leave_out(random: Random, text: str) -> str:
        present = [piece for piece in pieces if piece in text]
        if not present:
            return text
        piece = random.choice(present)
        parts = text.split(piece)
        place = random.randrange(1, len(parts))
        left = "|" if ":" in piece and "|" in piece else ""
        return piece.join(parts[:place]) + left + piece.join(parts[place:])

    return leave_out


def _without_line(letter: str) -> Fault:
    def leave_out(_random: Random, text: str) -> str:
        lines = text.split("\n")
        return "\n".join(line for line in lines if not line.startswith(f"{letter}:"))

    return leave_out


def _instead(field: str, value: str) -> Fault:
    """Return the fault of a field with such a value."""

    def write(_random: Random, text: str) -> str:
        lines = text.split("\n")
        found = [place for place, line in enumerate(lines) if line.startswith(f"{field}:")]
        if found:
            lines[found[0]] = f"{field}:{value}"
        else:
            lines.insert(1, f"{field}:{value}")
        return "\n".join(lines)

    return write


def _appended(*pieces: str) -> Fault:
    def put(random: Random, text: str) -> str:
        return text.rstrip("\n") + random.choice(pieces)

    return put


def _line_end_without_bar(random: Random, text: str) -> str:
    """Forget a bar line at the end of a line of music."""
    ends = [place for place in range(1, len(text)) if text[place - 1 : place + 1] == "|\n"]
    if not ends:
        return text
    place = random.choice(ends)
    return text[: place - 1].rstrip("|:]") + text[place:]


FAULTS: dict[str, Fault] = {
    "bad-tuplet": _put_in("(0", "(1", "(99", before=True),
    "bar-line-missing": _line_end_without_bar,
    "broken-rhythm-alone": _after_bar_line(">", "<", ">>"),
    "broken-rhythm-over-bar": _before_bar_line(">", "<", ">>"),
    "broken-rhythm-unequal": _put_in("4>", "3<", "/4>", "2>>"),
    "chord-empty": _put_in("[]", "[]2", "++"),
    "chord-kind-unknown": _put_in('"Fine"', '"Dal segno"', '"Gxyz"', before=True),
    "chord-old-style": _put_in("+CEG+", "+DF+2", before=True),
    "chord-root-small": _put_in('"dmin"', '"g"', '"eb7"', before=True),
    "chord-symbol-unknown": _put_in('"4"', '"slow"', '"2nd time"', before=True),
    "ending-not-closed": _appended("|1 ABc", " |:AB|1 cd|2 ef"),
    "field-not-inline": _put_in("[T:x]", "[X:1]", "[Z:me]", before=True),
    "field-unknown": _header_line("J:no field"),
    "key-mode-misspelt": _instead("K", "Amini"),
    "key-word-unknown": _instead("K", "D what"),
    "missing-key": _without_line("K"),
    "missing-reference-number": _without_line("X"),
    "repeat-assumed": _appended("\nAB||AB|\nP:B\ncd:|", "\nAB:|AB|\nP:C\ncd:|"),
    "repeat-not-closed": _without(":|", "::"),
    "shorthand-undefined": _put_in("h", "h3", "w", "Q2", before=True),
    "slur-not-closed": _put_in("(", " (", before=True),
    "slur-not-opened": _put_in(")", ")2", ") "),
    "symbol-unknown": _appended("\ns: foo", "\ns: * ??? !f!"),
    "tempo-not-quoted": _instead("Q", "Allegro"),
    "tempo-old-style": _instead("Q", "120"),
    "text-in-header": _header_line("a line of words"),
    "tie-without-note": _after_bar_line(":|-", "z-", "-2"),
    "tie-without-partner": _put_in("-", "-3", "- "),
    "tuplet-short": _appended("(3AB", "(3A/B/:|", "(5:4:5cde", "(3:|"),
    "unknown-character": _put_in(";", "@", "#2", "?3", before=True),
    "unknown-decoration": _put_in("!foobar!", "!trll!", "!staccatto!", "!x!2", before=True),
}
"""Each code that offers a fix, and a fault that shows it in many a tune."""


def faulty(random: Random, tunes: Sequence[str], code: str) -> str:
    """Return a real tune with the fault that a code is about, sometimes with another one too."""
    text = FAULTS[code](random, random.choice(tunes)[:3000])
    if random.random() < 0.2:
        text = FAULTS[random.choice(list(FAULTS))](random, text)
    return text
