"""Pieces of ABC to put in, with places to fill in: `(3$1`, `|: ${1:music} :|`.

In a snippet's body `$1`, `$2` and so on are places that the caret goes to one after the other,
`${1:words}` one with words that stand there until they are written over, and `$0` is where it goes
at last. `$SELECTION` is what is selected, or else the place whose number is 1; `$NUMBER` is the
next free number for `X:`. `$$` is a dollar sign.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from abcstudio.messages import english
from abcstudio.notation.spans import Span

_PLACE = re.compile(
    r"\$(?:(?P<number>\d)|\{(?P<named>\d):(?P<words>[^{}]*)\}|(?P<selection>SELECTION)"
    r"|(?P<next>NUMBER)|(?P<dollar>\$))"
)
_REFERENCE_NUMBER = re.compile(r"^X:[ \t]*(\d{1,9})", re.MULTILINE)
_LAST_STOP = 10
WORDS: Mapping[str, str] = {
    "Untitled": "snippet.words.untitled",
    "words for the notes": "snippet.words.lyrics",
    "Melody": "snippet.words.melody",
    "Bass": "snippet.words.bass",
    "Second": "snippet.words.second",
    "text": "snippet.words.annotation",
}
"""What stands in places until it is written over, in a person's language: messages by English."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of ABC that can be put in.

    Attributes:
        name: What the list calls it: words of the person, or a message's id.
        body: The text with its places.
        is_tune: It begins a tune of its own, after an empty line.
        is_own: The person made it.
    """

    name: str
    body: str
    is_tune: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class FilledSnippet:
    """A snippet as text.

    Attributes:
        text: What is put in.
        stops: Where the caret goes, in order; empty for the end of the text.
    """

    text: str
    stops: tuple[Span, ...]


def fill(
    snippet: Snippet,
    *,
    selected: str = "",
    number: int = 1,
    say: Callable[[str], str] = english,
) -> FilledSnippet:
    """Return the text of a snippet.

    Args:
        snippet: The snippet.
        selected: What takes the place of `$SELECTION`.
        number: What takes the place of `$NUMBER`.
        say: Returns a message in the person's language, by its id: the words of `WORDS`.
    """
    pieces: list[str] = []
    stops: list[tuple[int, Span]] = []
    length = place = 0
    for match in _PLACE.finditer(snippet.body):
        pieces.append(snippet.body[place : match.start()])
        length += len(pieces[-1])
        words = match["words"] or ""
        if words in WORDS and not snippet.is_own:
            words = say(WORDS[words])
        order: int | None = None
        if match["selection"]:
            words = selected
            order = None if selected else 1
        elif match["next"]:
            words = str(number)
        elif match["dollar"]:
            words = "$"
        else:
            order = int(match["number"] or match["named"]) or _LAST_STOP
        if order is not None:
            stops.append((order, Span(length, length + len(words))))
        pieces.append(words)
        length += len(words)
        place = match.end()
    pieces.append(snippet.body[place:])
    stops.sort(key=lambda stop: stop[0])
    return FilledSnippet("".join(pieces), tuple(span for _order, span in stops))


def own_snippet(name: str, text: str) -> Snippet:
    """Return a snippet that gives a text back as it is."""
    return Snippet(name, text.replace("$", "$$"), is_own=True)


def next_number(text: str) -> int:
    """Return the number after the highest `X:` of a text."""
    return max((int(match[1]) for match in _REFERENCE_NUMBER.finditer(text)), default=0) + 1


def _header(title: str, rhythm: str, meter: str, key: str, music: str, more: str = "") -> str:
    lines = ["X:$NUMBER", f"T:${{1:{title}}}"]
    lines += [f"R:{rhythm}"] if rhythm else []
    return "\n".join((*lines, f"M:{meter}", "L:1/8", f"{more}K:${{2:{key}}}", f"{music}\n"))


TEMPLATES: tuple[Snippet, ...] = tuple(
    Snippet(f"snippet.tune.{name}", body, is_tune=True)
    for name, body in (
        ("jig", _header("Untitled", "jig", "6/8", "G", "|:${3:G3 GAB}$0:|")),
        ("reel", _header("Untitled", "reel", "4/4", "G", "|:${3:G2BG dGBG}$0:|")),
        (
            "hornpipe",
            _header(
                "Untitled", "hornpipe", "4/4", "G",
                "|:${3:(3DEF}|${4:G2BG dGBG}|${5:A2G2 G2}$0:|",
            ),
        ),
        ("polka", _header("Untitled", "polka", "2/4", "D", "|:${3:A2 AB}$0:|")),
        ("slide", _header("Untitled", "slide", "12/8", "D", "|:${3:A2B A2F A2d f2e}$0:|")),
        ("slip-jig", _header("Untitled", "slip jig", "9/8", "D", "|:${3:A2F AFD DFA}$0:|")),
        ("waltz", _header("Untitled", "waltz", "3/4", "G", "|:${3:D2}|${4:G2 B2 d2}|${5:G4}$0:|")),
        ("strathspey", _header("Untitled", "strathspey", "C", "A", "|:${3:A>B c<A e>c A2}$0:|")),
        ("march", _header("Untitled", "march", "2/4", "D", "|:${3:A}|${4:d2 d>e}|${5:d3}$0:|")),
        (
            "song",
            _header(
                "Untitled", "song", "4/4", "G",
                "${3:G2 G2 A2 B2}$0|\nw:${4:words for the notes}",
            ),
        ),
        (
            "two-voices",
            _header(
                "Untitled", "", "4/4", "G",
                "[V:1] ${3:GABc d2d2}$0|\n[V:2] ${4:G,4 D,4}|",
                more='%%score 1 2\nV:1 name="${5:Melody}"\nV:2 name="${6:Bass}" clef=bass\n',
            ),
        ),
    )
)  # fmt: skip
"""New tunes, each with a header and the begin of its music."""

PIECES: tuple[Snippet, ...] = tuple(
    Snippet(f"snippet.{name}", body)
    for name, body in (
        ("repeat", "|: $SELECTION :|"),
        ("endings", "|: $SELECTION |1 $2 :|2 $3 |]"),
        ("slur", "($SELECTION)"),
        ("chord", "[$SELECTION]"),
        ("grace", "{$SELECTION}"),
        ("grace-slashed", "{/$SELECTION}"),
        ("triplet", "(3$SELECTION"),
        ("tuplet", "(${2:5}:${3:4}:${4:5}$SELECTION"),
        ("roll", "~$1"),
        ("chord-symbol", '"${1:Am}"'),
        ("annotation", '"^${1:text}"'),
        ("decoration", "!${1:trill}!"),
        ("lyrics", "\nw:${1:words for the notes}\n"),
        ("part", "P:${1:A}\n"),
        ("key", "[K:${1:D}]"),
        ("meter", "[M:${1:3/4}]"),
        ("tempo", "Q:1/4=${1:120}\n"),
        ("voice", 'V:${1:2} name="${2:Second}" clef=${3:treble}\n'),
        ("overlay", "$SELECTION & $2 |"),
        ("instrument", "%%MIDI program ${1:73}\n"),
        ("chords-instrument", "%%MIDI chordprog ${1:24}\n%%MIDI bassprog ${2:32}\n"),
        ("drums", "%%MIDI drum ${1:d2zd 35 38 38 100 70 70}\n%%MIDI drumon\n"),
        ("macro", "m: ${1:~n2} = ${2:(3o/n/m/ n}\n"),
        ("staves", "%%score ${1:[ 1 2 ]}\n"),
    )
)
"""Pieces of tunes; where something is selected, those that can go around it do."""
