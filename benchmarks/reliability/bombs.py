"""Texts made to blow a reader up: small ones that unfold, large ones of one thing repeated."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

HEAD = "X:1\nT:Bomb\nM:4/4\nL:1/8\nK:C\n"
KILOBYTE = 1024
LARGE = 10_000_000
"""Characters of a large bomb."""


@dataclass(frozen=True, slots=True)
class Bomb:
    """One text that should do no harm.

    Attributes:
        name: What it is.
        make: Gives the text; its argument is about how many characters a large one has.
        limit: The code of the diagnostic that must name the limit, "" where none is hit.
        is_small: At most a kilobyte.
    """

    name: str
    make: Callable[[int], str]
    limit: str = ""
    is_small: bool = False


def _small(name: str, text: str, limit: str = "") -> Bomb:
    assert len(text) <= KILOBYTE, name
    return Bomb(name, lambda _size: text, limit, is_small=True)


def _repeated(name: str, piece: str, limit: str = "", head: str = HEAD, tail: str = "") -> Bomb:
    return Bomb(name, lambda size: head + piece * (size // len(piece)) + tail, limit)


def _times(name: str, count: int, make: Callable[[int], str], limit: str = "") -> Bomb:
    """Return a bomb of `count` pieces, fewer where less than a large text is asked for."""
    return Bomb(name, lambda size: make(max(1, count * size // LARGE)), limit)


def _nest(opening: str, closing: str, inner: str, depth: int) -> str:
    return opening * depth + inner + closing * depth


def _macro_chain(depth: int, width: int) -> str:
    """Return macros each of which plays the next `width` times."""
    letters = "hijklmnopqrstuvw"[: depth + 1]
    lines = [f"m:{name} = {next_name * width}\n" for name, next_name in pairwise(letters)]
    return f"X:1\n{''.join(lines)}m:{letters[-1]} = CDEF\nK:C\n{letters[0] * 8}\n"


_MUSIC = "ABcd efga "

SMALL = (
    _small(
        "P: 9 to the 8th",
        "X:1\nP:" + _nest("(", ")9", "A", 8) + "\nK:C\nP:A\nABcd|", "limit-parts",
    ),
    _small(
        "P: nested 400 deep",
        "X:1\nP:" + _nest("(", ")", "A", 400) + "\nK:C\nA|", "limit-parts",
    ),
    _small("P: huge count", "X:1\nP:A99999999999\nK:C\nP:A\nABcd|", "limit-parts"),
    _small(
        "P: 999 times 900 notes",
        "X:1\nL:1/16\nP:A999\nK:C\nP:A\n" + _MUSIC * 95, "limit-parts",
    ),
    _small("P: 999 empty parts", "X:1\nP:A999\nK:C\nP:A\nP:B\nABcd|"),
    _small("P: 999 times a whole note", "X:1\nP:A999\nK:C\nP:A\nC8|"),
    _small("m: two macros that call each other", "X:1\nm:h = i\nm:i = h\nK:C\n" + "hi" * 300),
    _small("m: a macro of itself", "X:1\nm:h = hhhh\nK:C\n" + "h" * 800),
    _small("m: chain of doubling", _macro_chain(12, 2)),
    _small("m: chain of nine times", _macro_chain(9, 9)),
    _small("m: a long macro often", "X:1\nm:h = " + "CDEF" * 100 + "\nK:C\n" + "h" * 500),
    _small("m: notes with n", "X:1\nm:~n = " + "n/" * 150 + "\nK:C\n" + "~G" * 300),
    _small("U: signs for signs", "X:1\nU:T = U\nU:U = T\nU:H = !T!\nK:C\n" + "TUHA" * 200),
    _small("U: undefined", "X:1\nU:=\nU:\nU:TT = x\nK:C\nTA"),
    _small("C999999999", HEAD + "C999999999 C/999999999 C999999999/999999999", "limit-length"),
    _small("C with a length of 900 digits", HEAD + "C" + "9" * 900, "limit-length"),
    _small("C with 900 slashes", HEAD + "C" + "/" * 900, "limit-length"),
    _small("Z999999999", HEAD + "Z999999999|X99999999999999999999|Z0|", "limit-rest"),
    _small("Z999 again and again", HEAD + "Z999|" * 180),
    _small("L:1/0", "X:1\nL:1/0\nK:C\nABcd|", "bad-unit-note-length"),
    _small("L: tiny", "X:1\nL:1/999999\nK:C\n" + "C/4096 " * 100),
    _small("M:0/0", "X:1\nM:0/0\nK:C\nABcd|", "bad-meter"),
    _small("M: huge", "X:1\nM:999999999/1\nK:C\nZ999|Z999|", "bad-meter"),
    _small("M: a sum of 200 numbers", "X:1\nM:" + "9+" * 200 + "9/8\nK:C\n" + "Z9|" * 100),
    _small("Q: nothing", "X:1\nQ:1/4=0\nK:C\nABcd|", "bad-tempo"),
    _small("Q: as fast as can be", "X:1\nQ:1/4=999999\nK:C\n" + "C/64" * 200),
    _small("Q: as slow as can be", "X:1\nQ:64/1=1\nK:C\n" + "C64" * 200),
    _small("Q: beats without blanks", "X:1\nQ:" + "1/1111" * 100 + "x=120\nK:C\nA|", "bad-tempo"),
    _small("Q: 60 changes in a line", HEAD + "".join(f"[Q:1/4={n}]A" for n in range(1, 61))),
    _small("(p:q:r huge", HEAD + "(99999:99999:99999ABc(99:99:99ABc" * 25, "bad-tuplet"),
    _small("(p:q:r in (p:q:r", HEAD + "(9:2:99" * 130 + "A"),
    _small("200 brackets", HEAD + "[" * 200 + "A" + "]" * 200),
    _small("400 slurs", HEAD + _nest("(", ")", "A", 400)),
    _small("400 graces", HEAD + _nest("{", "}", "A", 400)),
    _small("a tie of 450 notes", HEAD + "A-" * 450),
    _small("900 ties", HEAD + "A" + "-" * 900),
    _small("broken rhythm of 900 signs", HEAD + "A" + ">" * 900 + "B"),
    _small("repeats of repeats", HEAD + "|:" * 100 + "ABcd" + ":|" * 100),
    _small("a repeat of 900 colons", HEAD + "|:ABcd" + ":" * 900 + "|", "limit-repeats"),
    _small("repeats played 32 times", HEAD + ("|" + ":" * 31 + "ABcdefga" + ":" * 31 + "|") * 13),
    _small(
        "endings 1-99999",
        HEAD + "|:AB|[1-99999cd:|[2-99999ef:|[3,4-99999ga||" * 15, "limit-passes",
    ),
    _small("an ending of 300 numbers", HEAD + "|:AB|[" + ",".join("12" * 150) + "cd:|"),
    _small("a hundred endings", HEAD + "|:AB" + "".join(f"|[{n} c:" for n in range(1, 101)) + "|"),
    _small("overlays", HEAD + "A&" * 450 + "|", "limit-overlays"),
    _small("overlays of overlays", HEAD + "(&A" * 150 + "&)" * 150 + "|"),
    _small("200 voices in a line", HEAD + "".join(f"[V:{n}]A" for n in range(120))),
    _small("verses", HEAD + "A|\n" + "w:la\n" * 180, "limit-verses"),
    _small("hyphens", HEAD + "ABcd|\nw:" + "-" * 900),
    _small("decorations", HEAD + "!trill!" * 130 + "A", "limit-marks"),
    _small("chord symbols", HEAD + '"Am"' * 230 + "A", "limit-marks"),
    _small(
        "chord symbols and a fast pattern",
        HEAD + "%%MIDI gchord " + "fz" * 50 + "\n" + '"Am7"Z99|' * 60,
    ),
    _small("drum pattern", HEAD + "%%MIDI drum " + "d" * 99 + "\n%%MIDI drumon\n" + "Z999|" * 60),
    _small(
        "drone for an hour",
        HEAD + "%%MIDI drone 70 45 33 80 80\n%%MIDI droneon\n" + "Z999|" * 60,
    ),
    _small("rolls and trills", HEAD + "!trill!C64!roll!C64~C64" * 30),
    _small("arpeggios", HEAD + "!arpeggio![CEGceg]8" * 40),
    _small("quotes", HEAD + '"' * 901, "quote-not-closed"),
    _small("backslashes in quotes", HEAD + '"' + "\\" * 900),
    _small("exclamation marks", HEAD + "!" * 900),
    _small("plus signs", HEAD + "+" * 900),
    _small("octave marks", HEAD + "C" + "'" * 900, "octave-out-of-range"),
    _small("accidentals", HEAD + "^" * 900 + "C"),
    _small("microtones", HEAD + "^999999999/7C_1/999999C^9/7C" * 30, "bad-accidental"),
    _small("odd denominators", HEAD + " ".join(f"C/{n}" for n in range(1001, 1261, 2))),
    _small("NULs", HEAD + "\x00" * 900, "unknown-character"),
    _small("lone surrogates", "\ud800" + HEAD + "\ud800\udfff" * 400, "unknown-character"),
    _small("inline fields", HEAD + "[K:" * 300),
    _small("keys", HEAD + "[K:C#]c[K:Cb]c" * 60),
    _small("transpose and octave", HEAD + "[V:1 octave=4 transpose=48]C,,,,,c''''" * 20),
    _small(
        "propagate and accidentals",
        HEAD + "%%propagate-accidentals octave\n" + "^^c__c=c" * 100,
    ),
    _small(
        "directives",
        HEAD + "%%MIDI program 999999999999\n%%MIDI transpose 99999999\n" * 15 + "A",
    ),
    _small("begin without end", HEAD + "A\n%%beginps\n" + "%%begintext\n" * 60),
    _small("carriage returns", HEAD.replace("\n", "\r") + "A\r\n\r" * 200),
)  # fmt: skip

BIG = (
    _repeated("10 MB of notes in a line", _MUSIC, "limit-elements"),
    _repeated("10 MB of measures in lines", "ABcd efga|" * 8 + "\n", "limit-elements"),
    _repeated("10 MB of one letter", "A", "limit-elements"),
    _repeated("10 MB of spaces", " "),
    _repeated("10 MB of tabs and backquotes", "\t`"),
    _repeated("10 MB without a line of music", "T:title\n", "limit-lines", head="X:1\n"),
    _repeated("10 MB title", "title ", "limit-field", head="X:1\nT:", tail="\nK:C\nA"),
    _repeated("10 MB of free text", "free text\n", "", head="", tail="X:1\nK:C\nA"),
    _repeated("10 MB of bytes in a line", "\x00\x01\x02", "limit-elements"),
    _repeated("10 MB of lone surrogates", "\ud800", "limit-elements"),
    _repeated("10 MB of empty lines", "\n", "limit-lines", head="X:1\nK:C\nA\n"),
    _repeated("10 MB of comments", "% no\n", "limit-lines"),
    _repeated("10 MB of directives", "%%MIDI program 1\n", "limit-lines"),
    _repeated("10 MB of fields in the header", "N:x\n", "limit-lines", head="X:1\n", tail="K:C\nA"),
    _repeated("10 MB of P:", "(A9)9", "limit-field", head="X:1\nP:", tail="\nK:C\nP:A\nA|"),
    _repeated("10 MB of K:", "^f_b", "limit-field", head="X:1\nK:C exp ", tail="\nA"),
    _repeated("10 MB of M:", "2+", "limit-field", head="X:1\nM:", tail="2/4\nK:C\nA"),
    _repeated("10 MB of Q:", "1/4 ", "limit-field", head="X:1\nQ:", tail="=120\nK:C\nA"),
    _repeated("10 MB of V:", "clef=bass ", "limit-field", head="X:1\nV:1 ", tail="\nK:C\nA"),
    _repeated("10 MB of macros", "m:q = ABc\n", "limit-macros", head="X:1\n", tail="K:C\nq"),
    _repeated("10 MB macro", "ABcd", "limit-macro-length", head="X:1\nm:q = ", tail="\nK:C\nqqqq"),
    _repeated(
        "10 MB of user symbols",
        "U:T=!trill!\n", "limit-lines", head="X:1\n", tail="K:C\nTA",
    ),
    _repeated("10 MB of lyrics in a line", "la ", "limit-field", head=HEAD + "ABcd|\nw:"),
    _repeated("10 MB of lines of lyrics", "w:la la\n", "limit-verses", head=HEAD + "ABcd|\n"),
    _repeated("10 MB of +:", "+:more\n", "limit-lines", head="X:1\nT:x\n", tail="K:C\nA"),
    _repeated("10 MB of history", "more\n", "limit-lines", head="X:1\nH:x\n", tail="K:C\nA"),
    _repeated("10 MB inline field", "x", "limit-field", head=HEAD + "[K:", tail="]A|"),
    _repeated("10 MB of %%MIDI", "1 ", "limit-field", head=HEAD + "%%MIDI program "),
    _repeated("10 MB of text block", "text\n", "limit-lines", head="X:1\n%%begintext\n"),
    _repeated("10 MB of symbols", "!p! ", "limit-field", head=HEAD + "ABcd|\ns:"),
    _repeated("10 MB of W:", "W:la la\n", "limit-lines"),
    _repeated("10 MB of decorations", "!trill!", "limit-marks", tail="A"),
    _repeated("10 MB of shorthands", ".~HT", "limit-marks", tail="A"),
    _repeated("10 MB of quotes", '"Am"', "limit-marks", tail="A"),
    _repeated("10 MB quote", "A", "quote-not-closed", head=HEAD + '"'),
    _repeated("10 MB of exclamation marks", "!", "limit-elements"),
    _repeated("10 MB of plus signs", "+A", "limit-elements"),
    _repeated("10 MB of open brackets", "[", "limit-elements"),
    _repeated("10 MB of open graces", "{", "limit-elements"),
    _repeated("10 MB of open slurs", "(A", "limit-elements"),
    _repeated("10 MB of open inline fields", "[K:", "limit-elements"),
    _repeated("10 MB of keys", "[K:C#]c", "limit-elements"),
    _repeated("10 MB of ties", "A-", "limit-elements"),
    _repeated("10 MB of repeats", "|:A:|", "limit-elements"),
    _repeated("10 MB of repeats that stay open", "|:A", "limit-elements"),
    _repeated("10 MB of colons", ":", "", head=HEAD + "A|"),
    _repeated("10 MB of endings", "|[1A", "limit-elements"),
    _repeated("10 MB of ending numbers", "1,", "", head=HEAD + "|:A|[", tail="2A:|"),
    _repeated("10 MB of overlays", "A&", "limit-elements"),
    _repeated("10 MB of one octave mark", "'", "octave-out-of-range", head=HEAD + "C"),
    _repeated("10 MB of one length", "9", "limit-length", head=HEAD + "C"),
    _repeated("10 MB of slashes", "/", "limit-length", head=HEAD + "C"),
    _repeated("10 MB of carriage returns", "A\r", "limit-lines"),
    _repeated("10 MB of tuplets", "(99:99:99A", "limit-elements"),
    _repeated("10 MB of backslashes", "A\\\n", "limit-elements"),
    _repeated("10 MB of tunes", "X:1\nT:x\nK:C\nA|\n\n", "another-tune", head=""),
    _times("10^5 notes in a chord", 100_000, lambda n: f"{HEAD}[{'C' * n}]", "limit-chord"),
    _times("10^5 notes in a grace", 100_000, lambda n: f"{HEAD}{{{'C' * n}}}A", "limit-chord"),
    _times(
        "10^4 voices", 10_000,
        lambda n: HEAD + "".join(f"[V:{v}]A" for v in range(n)), "limit-voices"
    ),
    _times(
        "10^4 declared voices", 10_000,
        lambda n: "X:1\n" + "".join(f"V:{v} name=x\n" for v in range(n)) + "K:C\nA", "limit-voices",
    ),
    _times("10^5 brackets deep", 100_000, lambda n: HEAD + _nest("[", "]", "A", n)),
    _times("10^5 slurs deep", 100_000, lambda n: HEAD + _nest("(", ")", "A", n)),
    _times("10^5 graces deep", 100_000, lambda n: HEAD + _nest("{", "}", "A", n)),
    _times("10^5 repeats deep", 100_000, lambda n: HEAD + _nest("|:", ":|", "A", n)),
    _times(
        "10^5 brackets in P:",
        100_000, lambda n: f"X:1\nP:{_nest('(', ')2', 'A', n)}\nK:C\nA", "limit-parts",
    ),
    _times(
        "10^5 brackets in %%score",
        100_000, lambda n: f"X:1\n%%score {_nest('(', ')', '1', n)}\nK:C\nA",
    ),
    _times("10^6 short lines", 1_000_000, lambda n: HEAD + "AB|\n" * n, "limit-elements"),
    _times("10^6 lines of fields", 1_000_000, lambda n: HEAD + "K:G\n" * n, "limit-lines"),
    _times(
        "10^5 different lengths", 100_000,
        lambda n: HEAD + " ".join(f"C{k}/4096" for k in range(1, n)),
        "limit-elements",
    ),
)  # fmt: skip

ALL = SMALL + BIG
