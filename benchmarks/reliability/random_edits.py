"""Edits of real tunes as a person makes them, chosen by a seed: what `editing.py` does.

An edit is a wish that follows from a seed, the text and the caret; hands carry it out in a window
(`edited_window.py`), `edited_text` carries it out in memory.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from abc_grammar import grammar_text

from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.rewriting.line_edits import measures_per_line, modern_line_breaks
from abcstudio.notation.rewriting.note_lengths import double_lengths, halve_lengths
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.paths import bundled_tunebook

MAX_CHARS = 5_000
"""Of a text before it is only cut down."""

MUSICAL = "ABCDEFGabcdefgABCDEFGabcdefgzxyZ|||:[](){}<>^_=-'\",/0123456789!.~TuvHLRwVM$&\\% "
UNUSUAL = [
    "𝄞",
    "🎻",
    "e\u0301",
    "\u0301",
    "ї",
    "Ґ",
    "א",
    "é",
    "ß",
    "\u00a0",
    "♯",
    "\ufffd",
    "\u200d",
]
PHRASES = [
    '"Am"', '"G7"', "!trill!", "!roll!", "{gag}", "(3ABc", "[CEG]2", "|:", ":|", "::", "|]",
    "|1 ", ":|2 ", "[K:Em]", "[M:3/4]", "[V:2]", "w: la la-la _ *", "V:2", "K:Dmix", "M:6/8",
    "L:1/16", "Q:1/4=120", "P:A", "T:Another name", "%%MIDI program 73", "% a remark", "A>B", "c<d",
    "-", "z4", "& C2", "X:7", '"^slowly"', "s:!ff! *", "m: ~n3 = n{o}n{m}n", "U: T = !trill!",
    "r:remark",
]  # fmt: skip

KINDS = {
    "type": 42, "phrase": 5, "return": 4, "backspace": 10, "delete": 5, "paste": 7, "cut": 6,
    "line": 3, "undo": 7, "redo": 4, "command": 4, "fix": 3,
}  # fmt: skip
"""The kinds of edit and how often of a hundred each is made."""

COMMANDS: dict[str, Callable[[str], str]] = {
    "tune.transpose_up": partial(transpose, semitones=1),
    "tune.transpose_down": partial(transpose, semitones=-1),
    "tune.transpose_octave_up": partial(transpose, semitones=12),
    "tune.transpose_octave_down": partial(transpose, semitones=-12),
    "tune.halve_lengths": halve_lengths,
    "tune.double_lengths": double_lengths,
    "tune.modern_line_breaks": modern_line_breaks,
    "measures": partial(measures_per_line, count=4),
}
"""Commands on the tune at the caret; each by its own name in the window, "measures" by a dialog."""

OWN_TUNES = (
    "X:1\nT:Two voices\nM:4/4\nL:1/8\nQ:1/4=100\nV:1 clef=treble name=Flute\nV:2 clef=bass\n"
    "%%score {1 2}\nK:G\nV:1\n|:G2AB cdef|g4 (3fga g2:|\nV:2\n|:G,4 D,4|G,8:|\n",
    "X:1\nT:A song\nC:Trad.\nM:3/4\nL:1/4\nK:D\nP:A\n|:D2E|F2G|A>BA|F3:|\n"
    "w:Down by the_ wa-ter-side * I stray\nP:B\nA2d|(f e) d|B-A F|D3|]\nw: one two three~four\n",
    "X:1\nT:Endings and graces\nR:jig\nM:6/8\nL:1/8\nK:Em\nm: ~n3 = n{o}n{m}n\nU: t = !trill!\n"
    '|:"Em"~E3 {g}B2e|"D"[FA]3 tA3|1 "G"GAB (B/c/d)A:|2 (4GABc d2z||\n!segno!e6- & E3 G3|e6|]\n',
    "X:1\nT:One staff, overlays, inline fields\nM:C|\nL:1/16\nK:Bb dorian\n"
    "[V:T1]B4c4 d8|[V:T2]F16|\n[V:T1][M:3/8]B2c2d2|[K:F][M:C|]C16|]\n[V:T2]F6|F16|]\n"
    "W: and words at the end\n",
)
"""Tunes with several voices, lyrics and more; the tunebooks are of plain melodies."""


_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_ODD_PIECES = ("AB\r\ncd\rE", "\u2028A\u2029B", "\ufdd0|\ufdd1", "\x00c\x0bd", "𝄞𝄢" * 3)


@dataclass(frozen=True, slots=True)
class Edit:
    """One wish.

    Attributes:
        kind: One of `KINDS`.
        start: Where it begins: a place, or the start of what goes.
        end: Where what goes ends.
        text: What comes, or the name of a command.
    """

    kind: str
    start: int
    end: int
    text: str = ""


class RandomEdits:
    """The edits of one sitting."""

    def __init__(self, random: Random, tunes: Sequence[str]) -> None:
        self._random = random
        self._tunes = tunes
        self._caret = -1

    def first_text(self) -> str:
        """Return what the person opens: a tune, a small book, or something made up."""
        random = self._random
        what = random.random()
        if what < 0.15:
            return random.choice(OWN_TUNES)
        if what < 0.22:
            return _made_up(random, 700)
        if what < 0.40:
            head = random.choice(("", "%%propagate-accidentals octave\nM:4/4\n\n", "% a book\n\n"))
            tunes = [random.choice([*self._tunes, *OWN_TUNES])[:1500] for _ in range(3)]
            return head + "\n\n".join(tune.rstrip("\n") for tune in tunes) + "\n"
        return random.choice(self._tunes)[:2500]

    def next(self, text: str, caret: int) -> Edit:
        """Return the next edit of a text; the hand stays near the caret for a while."""
        random = self._random
        if random.random() < 0.2:
            caret = random.randrange(len(text) + 1)
        kind = random.choices(list(KINDS), weights=list(KINDS.values()))[0]
        if len(text) > MAX_CHARS:
            kind = random.choice(("cut", "line", "undo"))
        if kind == "type":
            end = min(len(text), caret + random.choice((0, 0, 0, 0, 0, 0, 0, 0, 1, 5)))
            return Edit(kind, caret, end, self._character())
        if kind == "phrase":
            return Edit(kind, caret, caret, random.choice(PHRASES))
        if kind == "return":
            return Edit(kind, caret, caret, "\n")
        if kind == "paste":
            end = min(len(text), caret + random.choice((0, 0, 0, 1, 12)))
            return Edit(kind, caret, end, self._piece())
        if kind in ("backspace", "delete", "cut", "line"):
            return Edit(kind, *self._what_goes(kind, text, caret))
        name = random.choice(list(COMMANDS)) if kind == "command" else ""
        return Edit(kind, caret, caret, name)

    def _what_goes(self, kind: str, text: str, caret: int) -> tuple[int, int]:
        """Return the part of the text that is deleted."""
        random = self._random
        if kind == "backspace":
            return max(0, caret - 1), caret
        if kind == "delete":
            return caret, min(len(text), caret + 1)
        if kind == "cut":
            longest = 400 if len(text) > MAX_CHARS else random.choice((2, 8, 40))
            return caret, min(len(text), caret + random.randint(1, longest))
        return text.rfind("\n", 0, caret) + 1, text.find("\n", caret) + 1 or len(text)

    def _character(self) -> str:
        if self._random.random() < 0.06:
            return self._random.choice(UNUSUAL)
        return self._random.choice(MUSICAL)

    def _piece(self) -> str:
        """Return something to paste: measures, lines, a whole tune, or odd characters."""
        random = self._random
        tune = random.choice([*self._tunes, *OWN_TUNES])
        what = random.random()
        if what < 0.5:
            start = random.randrange(len(tune))
            return tune[start : start + random.randint(1, 80)]
        if what < 0.8:
            lines = tune.splitlines(keepends=True)
            start = random.randrange(len(lines))
            return "".join(lines[start : start + random.randint(1, 3)])
        if what < 0.9:
            return "\n\n" + tune[:600] + "\n"
        if what < 0.95:
            return _made_up(random, 120)
        return random.choice(
            ("AB\r\ncd\rE", "\u2028A\u2029B", "\ufdd0|\ufdd1", "\x00c\x0bd", "𝄞𝄢" * 3)
        )


def _made_up(random: Random, longest: int) -> str:
    """Return a tune by the grammar, without half characters: no file and no key brings these."""
    return _HALF_CHARACTER.sub("", grammar_text(random, longest))


def tunes_to_edit(*files: Path) -> list[str]:
    """Return the tunes of the bundled book and of other files that are there."""
    books = [bundled_tunebook(), *(file for file in files if file.is_file())]
    return [tune.text for book in books for tune in read_tunebook(book)]
