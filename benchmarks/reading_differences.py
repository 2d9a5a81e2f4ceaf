"""Why a tune's notes differ from abc2midi's: proved by taking the cause out of the text.

For each row of the table of readings there is a function that writes the same music without what
the row is about: a `|:` where the standard goes back to, `||` for the `:|` that closes a second
ending, no `>` between unequal notes. A row explains a difference if both programs play the text so
rewritten alike; several rows together explain it if that needs several. What no rewriting explains
is a defect of one of the two until read by eye. Over 400 lines: a row and its rewriting after the
other, which is how they are read.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from abcstudio.notation.lexing.lexer import Token, TokenKind, tokenize
from abcstudio.notation.values.bar_lines import read_bar_line, read_passes

Edit = tuple[int, int, str]
"""The characters from a start to an end give way to a text."""

_USUAL_BAR = re.compile(r"\|{1,2}|\|\]|\[\||\[\|\]|:\|{1,2}|\|{1,2}:|::|:\|{1,2}:|:\|\]|\[\|:")
_PITCH = re.compile(r"(?:\^\^?|__?|=)?([A-Ga-g][',]*)(.*)")
_SILENT = frozenset(
    {
        TokenKind.SPACE, TokenKind.LINE_END, TokenKind.COMMENT, TokenKind.DIRECTIVE,
        TokenKind.FIELD_NAME, TokenKind.FIELD_VALUE, TokenKind.INLINE_FIELD, TokenKind.TEXT,
        TokenKind.SCORE_BREAK, TokenKind.CONTINUATION, TokenKind.SPACER,
    }
)  # fmt: skip
_ENDING_KINDS = (TokenKind.VARIANT_ENDING, TokenKind.UNKNOWN)
_TIMED = (TokenKind.NOTE, TokenKind.REST, TokenKind.CHORD_END, TokenKind.MEASURE_REST)


class Tune:
    """A text with its tokens.

    Attributes:
        text: The text.
        tokens: Those of the body.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        key = re.search(r"^[ \t]*K[ \t]*:.*$", text, re.MULTILINE)
        body = key.end() if key else 0
        self.tokens = [token for token in tokenize(text) if token.span.start >= body]

    def of(self, token: Token) -> str:
        """Return the characters of a token."""
        return token.span.of(self.text)

    def voices(self) -> Iterator[list[Token]]:
        """Yield the tokens of each voice, as `V:` fields part them."""
        voices: dict[str, list[Token]] = {}
        voice = voices.setdefault("", [])
        name = ""
        for token in self.tokens:
            if token.kind is TokenKind.FIELD_NAME:
                name = self.of(token).strip()
            words = self.of(token).strip("[]").removeprefix("V:").split()
            if token.kind is TokenKind.FIELD_VALUE and name == "V:" and words:
                voice = voices.setdefault(words[0], [])
            elif token.kind is TokenKind.INLINE_FIELD and self.of(token).startswith("[V:"):
                voice = voices.setdefault(words[0] if words else "", [])
            else:
                voice.append(token)
        yield from voices.values()


class _Sections:
    """What a voice repeats, bar line by bar line: edits that say it without doubt."""

    def __init__(self, tune: Tune, tokens: list[Token], doubtful: bool) -> None:
        self.opens: list[Edit] = []
        self.closed_last: list[Edit] = []
        self.never_closed: list[Edit] = []
        self._tune = tune
        self._tokens = tokens
        self._always_doubtful = doubtful
        self._any_endings = False
        self._passes: tuple[int, ...] = ()
        self._begin(0, None, doubtful)
        for place, token in enumerate(tokens):
            if token.kind is TokenKind.VARIANT_ENDING:
                self._passes = read_passes(tune.of(token))
                self._had_ending = True
            elif token.kind is TokenKind.BAR_LINE:
                self._bar_line(place, token)
        if self._opener is not None and not self._closed and not self._had_ending:
            self._report_open()

    def _begin(self, place: int, opener: Token | None, doubtful: bool) -> None:
        """Begin a section with the token at a place, opened by a bar line or by none.

        Readers doubt where to go back to after a double bar and after endings, and where there are
        parts or several voices; not where the tune or a repeat before it is the only place.
        """
        self._place, self._opener, self._doubtful = place, opener, doubtful
        self._passes = ()
        self._closed = self._had_ending = False

    def _bar_line(self, place: int, token: Token) -> None:
        style, closes, opens = read_bar_line(self._tune.of(token))
        double = style in ("double", "thin-thick", "thick-thin")
        if not (closes or opens or double):
            return
        if closes:
            if self._opener is None and not self._closed and self._doubtful:
                self.opens.append(self._opening())
            self._closed = True
        more = self._leads_to_ending(place + 1)
        if closes and self._passes and 1 not in self._passes and not more:
            new = "|:" if opens else "||"
            self.closed_last.append((token.span.start, token.span.end, new))
        plain = not (closes or opens or self._passes)
        if plain and (self._opener is not None or self._leads_to_ending(place + 1, first=True)):
            return
        if more and not opens:
            self._passes = ()
            return
        if opens and self._opener is not None and not self._closed and not self._had_ending:
            self._report_open()
        self._any_endings |= self._had_ending
        doubtful = self._always_doubtful or not closes or self._any_endings
        self._begin(place + 1, token if opens else None, doubtful)

    def _opening(self) -> Edit:
        for token in self._tokens[self._place :]:
            if token.kind not in _SILENT:
                return token.span.start, token.span.start, " |: "
        raise AssertionError("a bar line closes the section")

    def _leads_to_ending(self, place: int, first: bool = False) -> bool:
        """Whether an ending comes next, a first one or another."""
        for token in self._tokens[place:]:
            if token.kind is TokenKind.VARIANT_ENDING:
                return (1 in read_passes(self._tune.of(token))) is first
            if token.kind not in _SILENT:
                return False
        return False

    def _report_open(self) -> None:
        assert self._opener is not None
        closes = read_bar_line(self._tune.of(self._opener))[1]
        new = ":|" if closes else "||"
        self.never_closed.append((self._opener.span.start, self._opener.span.end, new))


def _sections(tune: Tune) -> list[_Sections]:
    voices = [voice for voice in tune.voices() if any(token.kind in _TIMED for token in voice)]
    doubtful = len(voices) > 1 or bool(_no_part_order(tune))
    return [_Sections(tune, voice, doubtful) for voice in voices]


def _opened_repeats(tune: Tune) -> list[Edit]:
    return [edit for sections in _sections(tune) for edit in sections.opens]


def _single_last_endings(tune: Tune) -> list[Edit]:
    return [edit for sections in _sections(tune) for edit in sections.closed_last]


def _no_open_repeats(tune: Tune) -> list[Edit]:
    return [edit for sections in _sections(tune) for edit in sections.never_closed]


def _usual_bar_lines(tune: Tune) -> list[Edit]:
    edits = []
    for token in tune.tokens:
        written = tune.of(token)
        if token.kind is TokenKind.BAR_LINE and not _USUAL_BAR.fullmatch(written):
            style, closes, opens = read_bar_line(written)
            line = "|" if style in ("single", "dotted") else "||"
            new = {(True, True): "::", (True, False): ":|", (False, True): "|:"}.get(
                (closes > 0, opens > 0), line
            )
            edits.append((token.span.start, token.span.end, new))
    return edits


def _no_part_order(tune: Tune) -> list[Edit]:
    header = tune.text[: tune.tokens[0].span.start] if tune.tokens else tune.text
    return [(*match.span(), "") for match in re.finditer(r"^P:.*$", header, re.MULTILINE)]


def _chords(tune: Tune) -> Iterator[tuple[list[Token], Token]]:
    """Yield the notes and the end of every chord."""
    notes: list[Token] | None = None
    for token in tune.tokens:
        if token.kind is TokenKind.CHORD_START:
            notes = []
        elif token.kind is TokenKind.CHORD_END and notes is not None:
            yield notes, token
            notes = None
        elif token.kind is TokenKind.NOTE and notes is not None:
            notes.append(token)


def _length_of(tune: Tune, note: Token) -> str:
    match = _PITCH.fullmatch(tune.of(note))
    return match[2] if match else ""


def _equal_chords(tune: Tune) -> list[Edit]:
    """Give every note of a chord the length of the first."""
    edits = []
    for notes, _ in _chords(tune):
        for note in notes[1:]:
            first, own = _length_of(tune, notes[0]), _length_of(tune, note)
            if own != first:
                edits.append((note.span.end - len(own), note.span.end, first))
    return edits


def _single_chord_lengths(tune: Tune) -> list[Edit]:
    """Drop the length after a chord whose notes have lengths of their own."""
    return [
        (end.span.start + 1, end.span.end, "")
        for notes, end in _chords(tune)
        if len(tune.of(end)) > 1 and any(_length_of(tune, note) for note in notes)
    ]


def _equal_broken_rhythms(tune: Tune) -> list[Edit]:
    """Drop the signs between notes of different lengths, chains such as `A>B>c` among them."""
    edits: list[Edit] = []
    lengths = [
        (token, tune.of(token)[1:] if token.kind is not TokenKind.NOTE else _length_of(tune, token))
        for token in tune.tokens
        if token.kind in (*_TIMED, TokenKind.BROKEN_RHYTHM)
    ]
    broken = False
    for place, (token, _) in enumerate(lengths[1:-1], 1):
        if token.kind is TokenKind.BROKEN_RHYTHM:
            if broken or lengths[place - 1][1] != lengths[place + 1][1]:
                edits.append((token.span.start, token.span.end, ""))
            broken = True
        elif lengths[place - 1][0].kind is not TokenKind.BROKEN_RHYTHM:
            broken = False
    return edits


def _no_broken_tuplets(tune: Tune) -> list[Edit]:
    """Drop broken rhythm within tuplets."""
    edits: list[Edit] = []
    left = 0
    for token in tune.tokens:
        if token.kind is TokenKind.TUPLET:
            numbers = tune.of(token)[1:].split(":")
            left = int(numbers[-1] if len(numbers) == 3 and numbers[-1] else numbers[0])
        elif token.kind in _TIMED:
            left -= 1
        elif token.kind is TokenKind.BROKEN_RHYTHM and left >= 0:
            edits.append((token.span.start, token.span.end, ""))
    return edits


def _real_ties(tune: Tune) -> list[Edit]:
    """Drop ties that do not lead straight to a note written like the one before."""
    edits: list[Edit] = []
    before: str | None = None
    tie: Token | None = None
    for token in tune.tokens:
        if token.kind is TokenKind.TIE:
            if before is None:
                edits.append((token.span.start, token.span.end, ""))
            else:
                tie = token
        elif token.kind is TokenKind.NOTE:
            match = _PITCH.fullmatch(tune.of(token))
            pitch = match[1] if match else ""
            if tie is not None and pitch != before:
                edits.append((tie.span.start, tie.span.end, ""))
            before, tie = pitch, None
        elif token.kind in (*_TIMED, TokenKind.CHORD_START):
            if tie is not None:
                edits.append((tie.span.start, tie.span.end, ""))
            before, tie = None, None
        elif token.kind is TokenKind.BAR_LINE and tie is None:
            before = None
    if tie is not None:
        edits.append((tie.span.start, tie.span.end, ""))
    return edits


def _no_chord_ties(tune: Tune) -> list[Edit]:
    """Drop ties within chords."""
    edits: list[Edit] = []
    inside = False
    for token in tune.tokens:
        if token.kind in (TokenKind.CHORD_START, TokenKind.CHORD_END):
            inside = token.kind is TokenKind.CHORD_START
        elif token.kind is TokenKind.TIE and inside:
            edits.append((token.span.start, token.span.end, ""))
    return edits


def _plain_tuplets(tune: Tune) -> list[Edit]:
    """Write out in the time of how many notes five, seven and nine are."""
    edits: list[Edit] = []
    for token in tune.tokens:
        written = tune.of(token)
        if token.kind is TokenKind.TUPLET and written in ("(5", "(7", "(9"):
            edits.append((token.span.start, token.span.end, f"{written}:2:{written[1]}"))
    return edits


def _no_overlays(tune: Tune) -> list[Edit]:
    return [
        (token.span.start, token.span.end, "")
        for token in tune.tokens
        if token.kind is TokenKind.OVERLAY
    ]


def _no_measure_rests(tune: Tune) -> list[Edit]:
    return [
        (token.span.start, token.span.end, "")
        for token in tune.tokens
        if token.kind is TokenKind.MEASURE_REST
    ]


def _no_junk(tune: Tune) -> list[Edit]:
    """Drop what means nothing, remnants of quoted-printable mail such as `=3D` first of all."""
    start = tune.tokens[0].span.start if tune.tokens else len(tune.text)
    edits: list[Edit] = [
        (*match.span(), "=" if match[0] == "=3D" else "")
        for match in re.compile(r"=3D|=20|=[ \t]*\r?\n").finditer(tune.text, start)
    ]
    taken = {place for first, last, _ in edits for place in range(first, last)}
    edits += [
        (token.span.start, token.span.end, "")
        for token in tune.tokens
        if token.kind is TokenKind.UNKNOWN and token.span.start not in taken
    ]
    return edits


def _closed_chords(tune: Tune) -> list[Edit]:
    """Drop a `[` that no `]` follows within its measure, and a `]` that no `[` stands before."""
    edits: list[Edit] = []
    opened: Token | None = None
    for token in tune.tokens:
        if token.kind is TokenKind.CHORD_START:
            if opened is not None:
                edits.append((opened.span.start, opened.span.end, ""))
            opened = token
        elif token.kind is TokenKind.CHORD_END:
            if opened is None:
                edits.append((token.span.start, token.span.end, ""))
            opened = None
        elif token.kind in (TokenKind.BAR_LINE, TokenKind.LINE_END) and opened is not None:
            edits.append((opened.span.start, opened.span.end, ""))
            opened = None
    return edits


def _bracketed_endings(tune: Tune) -> list[Edit]:
    """Write `|[1` for an ending whose number follows a double bar or opens a line."""
    edits: list[Edit] = []
    bar: Token | None = None
    for token in tune.tokens:
        written = tune.of(token)
        if token.kind is TokenKind.BAR_LINE:
            bar = token
        elif bar is not None and written.isdigit() and token.kind in _ENDING_KINDS:
            if tune.of(bar) == "||":
                edits.append((bar.span.start, bar.span.end, "|"))
            if tune.of(bar) == "||" or token.kind is TokenKind.UNKNOWN:
                edits.append((token.span.start, token.span.end, f"[{written}"))
        elif token.kind not in _SILENT:
            bar = None
    return edits


def _bracketed_chords(tune: Tune) -> list[Edit]:
    """Write the old chords between plus signs in brackets."""
    return [
        (
            token.span.start,
            token.span.start + 1,
            {"+": "]"}.get(tune.of(token)[0], tune.of(token)[0]),
        )
        if token.kind is TokenKind.CHORD_END
        else (token.span.start, token.span.end, "[")
        for token in tune.tokens
        if token.kind in (TokenKind.CHORD_START, TokenKind.CHORD_END)
        and tune.of(token).startswith("+")
    ]


def _known_key(tune: Tune) -> list[Edit]:
    """Write K:none where the field names no key."""
    match = re.search(r"^[ \t]*K[ \t]*:(.*)$", tune.text, re.MULTILINE)
    if match is None or re.match(r"\s*(?:[A-Ga-g]|HP|Hp|none)", match[1]):
        return []
    return [(*match.span(1), "none")]


ROWS: tuple[tuple[str, Callable[[Tune], list[Edit]]], ...] = (
    ("`P:` order in the header", _no_part_order),
    ("`|1 ... :|2 ... :|`", _single_last_endings),
    ("`:|` without `|:`", _opened_repeats),
    ("`|:` never closed", _no_open_repeats),
    ("liberal bar lines", _usual_bar_lines),
    ("endings over several lines, lists and ranges", _bracketed_endings),
    ("`(5 (7 (9`", _plain_tuplets),
    ("`[f3d]`", _equal_chords),
    ("`[C2E2G2]3`", _single_chord_lengths),
    ("`A2>B` (unequal)", _equal_broken_rhythms),
    ("`A>Bc` inside a triplet", _no_broken_tuplets),
    ("`c-|d`", _real_ties),
    ("`[C-E]C`", _no_chord_ties),
    ("voice overlay `&`", _no_overlays),
    ("chords in the old form `+CE+`", _bracketed_chords),
    ("`K:` liberal", _known_key),
    ("`Z` after a change of meter", _no_measure_rests),
    ("malformed text: a chord not closed", _closed_chords),
    ("malformed text: signs without a meaning", _no_junk),
)


def rewritten(text: str, rows: tuple[str, ...]) -> str:
    """Return the text without what some rows are about."""
    for name, edits_of in ROWS:
        if name in rows:
            text = _edited(text, edits_of(Tune(text)))
    return text


def _edited(text: str, edits: list[Edit]) -> str:
    for start, end, new in sorted(set(edits), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def rows_that_hold(text: str) -> tuple[str, ...]:
    """Return the rows that are about something in this text."""
    tune = Tune(text)
    return tuple(name for name, edits_of in ROWS if edits_of(tune))


def rows_of(text: str, agree: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the fewest rows that explain why two programs play a text differently.

    Args:
        text: The tune.
        agree: Whether both programs play a rewritten text alike.
    """
    holding = rows_that_hold(text)
    for count in range(1, min(3, len(holding)) + 1):
        for rows in combinations(holding, count):
            if agree(rewritten(text, rows)):
                return rows
    return ()
