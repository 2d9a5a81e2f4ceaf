"""ABC tunes made up by a grammar: every construct of the standard, and many a wrong use of it.

Only a `random.Random` decides, so one seed gives one tune; a `Random` of hypothesis works too.
"""

from collections.abc import Callable
from random import Random

MODES = ["", "m", "min", "maj", " dorian", "mix", "Phr", "lyd", "loc", " exp", "xyz", " Minor"]
DECORATIONS = [
    "trill", "roll", "fermata", "staccato", ">", "accent", "crescendo(", "crescendo)", "<(", "<)",
    "pp", "ff", "sfz", "mordent", "uppermordent", "turn", "slide", "arpeggio", "tenuto", "breath",
    "D.C.", "D.S.", "segno", "coda", "fine", "D.C.alfine", "dacapo", "dacoda", "1", "5", "+", "^",
    "invertedfermata", "wedge", "open", "upbow", "downbow", "tremolo", "/", "//", "///", "nosuch",
    "8va(", "8va)", "editorial", "courtesy", "marcato", "shortphrase", "longphrase", "",
]  # fmt: skip
METERS = [
    "4/4", "C", "C|", "none", "6/8", "3/4", "2/2", "9/8", "12/8", "5/4", "7/8", "(2+3+2)/8",
    "2+3/8", "(3+2)/8+2/4", "1/64", "0/4", "4/0", "99999999999/4", "4/7", "", "x", "-3/4",
    "3/4 2/4", "4",
]  # fmt: skip
TEMPOS = [
    "1/4=120", "120", "3/8=50", '"Allegro"', '"Slow" 1/4=40', '1/4=80 "x"', "1/4 3/8=40", "C=100",
    "C3=90", "1/4=0", "1/0=120", "1/4=999999999", "0", "-1", "1/4=", "=", "1/4=12.5", '"',
    "1/4=1e9", "1/8=5", "1/1024=1",
]  # fmt: skip
CLEFS = [
    "treble", "bass", "alto", "tenor", "perc", "none", "treble-8", "treble+8", "bass3", "G2", "F4",
    "C1", "clef=bass", "clef=treble-8", "clef=xyz", "treble^15", "middle=d", "middle=B,",
    "stafflines=1", "octave=-1", "octave=2", "octave=999", "transpose=7", "transpose=-12", "t=3",
    "transpose=99999", 'name="Violin I"', "name=Fl snm=F", 'subname="x', "stem=up", "score=CG",
    "sound=GC", "shift=CD", "instrument=A", "merge", "up", "gchords", "key", "=",
]  # fmt: skip
DIRECTIVES = [
    "MIDI program 41", "MIDI program 2 73", "MIDI channel 10", "MIDI transpose -12",
    "MIDI drum d2zd 36 38", "MIDI drumon", "MIDI drumoff", "MIDI gchord fzcz", "MIDI gchord",
    "MIDI chordprog 24", "MIDI bassprog 32", "MIDI gchordon", "MIDI gchordoff", "MIDI chordvol 200",
    "MIDI bassvol -1", "MIDI control 7 127", "MIDI beat 90 80 65 1", "MIDI grace 1/4",
    "MIDI trim 1/8", "MIDI drone 70 45 33 80 80", "MIDI droneon", "MIDI chordname sus4 0 5 7",
    "MIDI nobarlines", "MIDI ratio 3 1", "MIDI beatstring fppmpp", "MIDI", "MIDI program x",
    "MIDI temperamentequal 53", "MIDI drum " + "d" * 60, "MIDI gchord f99z99", "score (1 2)",
    "score {1 | 2} [3 4]", "score ((((", "staves 1 2", "score", "propagate-accidentals not",
    "propagate-accidentals octave", "linebreak $", "linebreak <EOL>", "linebreak <none>",
    "linebreak !", "decoration +", "abc-version 2.1", "abc-include /etc/passwd", "format x.fmt",
    "begintext", "endtext", "beginps", "endps", "newpage", "vskip 1cm", "text hello", "center x",
    "stretchlast", "barnumbers 4", "writefields W 0", "transpose 3", "pagewidth",
    "leftmargin 99999999999999999999", "maxshrink 0.5", "setfont-1 Times 12", "voicecombine 1",
    "equalbars 1", "measurenb 3", "repbra 0", "",
]  # fmt: skip
MACROS = [
    "~n3=n{o}n{m}n", "~G2={A}G{F}G", "n2 = (3n/o/n/ m/n/", "q = ABc", "a=b", "b=a", "A = A A", "=",
    "x", "Tn = (3n//o//n//", "z2 = !roll!C2", "n=nn", "c' = {d'}c'", 'y = "Am"ABc|', "[ = ]",
    "| = ||",
]  # fmt: skip
USER_SYMBOLS = [
    "T = !trill!", "w = !nil!", 'H = "^text"', "~=!roll!", "t=", "=x", "X = !fine!", "h = !a!!b!",
    "Q = nosuch", "u = !D.C.!", "U = U", ". = !accent!",
]  # fmt: skip
TEXTS = [
    "The Mutant", "", "Côté d'Éire", "Ковила", "a\\'e", "100% of %", "x" * 300, "&eacute; \\u00e9",
    "a\tb", "\\", '"', "$1big$0", "𝄞 clef", "<b>&amp;", "]]>", "T:T:T:", "\u202eoverride", "\ufeff",
]  # fmt: skip
LYRICS = [
    "la", "la-", "lo-ve", "_", "*", "|", "~", "\\-", "é", "-", "--", "a__", "1.", "||", "' ", "%",
]  # fmt: skip
CHORD_SYMBOLS = [
    "Am", "G7", "D/F#", "C#m7b5", "N.C.", "Bb", "^above", "_below", "<l", ">r", "@1,2 free", "x",
    "H9", "", "G;C", "(Am)", "Am(D)", "Csus4add9/E", "\\", "Dmaj7 G", "♭", "F##", "é",
]  # fmt: skip
BAR_LINES = [
    "|", "|", "|", "||", "|]", "[|", "|:", ":|", "::", ":|:", ":||:", ":|]", "|1", ":|2", "[1",
    "[2", "[1,3", "[1-3", "|[2", ":|[2", ".|", "[|]", "|||", ":::|", "|::::", "[1,2,5-7",
    "[9-1", "[0",
    '["last"', "[1-99999", ":||", "|::|", "&", "&&&", "(&", "&)", "||:", "[|:", ":[", "]|:", "[]",
    ":",
]  # fmt: skip
UNITS = ["1/8", "1/4", "1/16", "1", "1/0", "0", "x", "1/3", "1/4096", "9/8"]
TONICS = ["C", "G", "D", "F", "Bb", "F#", "Eb", "C#", "none", "HP", "Hp", "", "h"]
ACCIDENTALS = ["^", "_", "=", "^^", "__", "^1/2", "_3/2", "^/", "^^^", "=2"]
ODD_LINES = ["", "% comment", "+:more", "W:words at the end", 's:!ff! * "Am"', "X:2"]
BROKEN = [">", "<", ">>", "<<<", ">>>>>>>>"]
LENGTHS = [
    "", "", "", "", "2", "3", "4", "/", "/2", "//", "3/2", "/4", "6", "8", "7/8", "0", "/0", "1/3",
    "999999999", "////////", "16", "/1000", "64", "3/", "5/7",
]  # fmt: skip
TUPLETS = [
    "(3", "(2", "(4", "(5", "(9", "(3:2:2", "(3::2", "(5:4", "(0", "(1", "(99:99:99", "(3:2:", "(:",
]  # fmt: skip
FIELD_LETTERS = "ABCDFGHIKLMmNOPQRrSsTUVWwXZ+"


def grammar_text(random: Random, limit: int = 4096) -> str:
    """Return one text of at most `limit` characters, most often one tune."""
    return _Writer(random).text()[:limit]


class _Writer:
    def __init__(self, random: Random) -> None:
        self._random = random
        self._voices = ["1"]
        # Most tunes keep to a few constructs; some use them all.
        self._wildness = random.choice((0.05, 0.15, 0.4))
        self._newline = random.choice(("\n", "\n", "\n", "\n", "\r\n", "\r"))
        self._signs: list[tuple[int, Callable[[], str]]] = [
            (40, self._note), (12, self._bar_line), (8, self._space), (4, self._rest),
            (4, self._chord), (3, self._broken), (3, self._grace), (3, self._decoration),
            (3, self._quoted), (3, self._tuplet), (3, lambda: "-"), (2, lambda: "("),
            (2, lambda: ")"), (2, self._inline_field), (1, self._odd), (1, lambda: "\\"),
        ]  # fmt: skip
        self._weights = [weight for weight, _ in self._signs]
        self._makers = [maker for _, maker in self._signs]

    def text(self) -> str:
        tunes = 1 if self._random.random() < 0.95 else 2
        return (self._newline * 2).join(self._tune() for _ in range(tunes))

    def _tune(self) -> str:
        random = self._random
        lines = self._header()
        for _ in range(random.randint(0, 12)):
            lines.append(self._music_line())
            if self._sometimes():
                lines.append(self._body_line())
        return self._newline.join(lines) + random.choice((self._newline, ""))

    def _sometimes(self, times: float = 1.0) -> bool:
        return self._random.random() < self._wildness * times

    def _header(self) -> list[str]:
        random = self._random
        lines = [] if self._sometimes() else [f"X:{random.randint(0, 9)}"]
        if not self._sometimes():
            lines.append("T:" + random.choice(TEXTS))
        makers = (self._header_field, self._voice_field, self._directive)
        lines += [random.choice(makers)() for _ in range(random.randint(0, 7))]
        if not self._sometimes(0.3):
            lines.append(f"K:{self._key()}")
        return lines

    def _header_field(self) -> str:
        letter = self._random.choice(FIELD_LETTERS)
        return f"{letter}:{self._value(letter)}"

    def _value(self, letter: str) -> str:
        random = self._random
        choices = {"M": METERS, "Q": TEMPOS, "m": MACROS, "U": USER_SYMBOLS, "I": DIRECTIVES}
        if letter in choices:
            return random.choice(choices[letter])
        if letter == "K":
            return self._key()
        if letter == "L":
            return random.choice(
                ("1/8", "1/4", "1/16", "1", "1/0", "0", "x", "1/3", "1/4096", "9/8")
            )
        if letter == "V":
            return random.choice(self._voices) + " " + random.choice(CLEFS)
        if letter == "P":
            return self._part_order()
        if letter in "ws":
            return self._lyrics()
        if letter == "R":
            return random.choice(("reel", "hornpipe", "jig", "Waltz", ""))
        return random.choice(TEXTS)

    def _part_order(self) -> str:
        pieces = "ABC" * 3 + "()23. "
        return "".join(self._random.choice(pieces) for _ in range(self._random.randint(0, 10)))

    def _key(self) -> str:
        random = self._random
        tonic = random.choice(
            ("C", "G", "D", "F", "Bb", "F#", "Eb", "C#", "none", "HP", "Hp", "", "h")
        )
        key = tonic + random.choice(MODES)
        if self._sometimes(2):
            key += random.choice((" ^f", " _b", " =c", " ^^g", " __d", " ^1/2e"))
        if self._sometimes(2):
            key += " " + random.choice(CLEFS)
        return key

    def _voice_field(self) -> str:
        random = self._random
        name = random.choice(("1", "2", "3", "T", "ten", "1 2", "é"))
        self._voices.append(name)
        return f"V:{name} {random.choice(CLEFS)} {random.choice(CLEFS)}"

    def _directive(self) -> str:
        return "%%" + self._random.choice(DIRECTIVES)

    def _lyrics(self) -> str:
        random = self._random
        joints = (" ", " ", "-", "")
        count = random.randint(0, 20)
        syllables = [random.choice(LYRICS) + random.choice(joints) for _ in range(count)]
        return "".join(syllables)

    def _body_line(self) -> str:
        random = self._random
        kind = random.randrange(8)
        if kind < 3:
            return "w:" + self._lyrics()
        if kind == 3:
            return self._directive()
        if kind == 4:
            return f"V:{random.choice(self._voices)}"
        if kind == 5:
            return random.choice(ODD_LINES)
        return self._header_field()

    def _music_line(self) -> str:
        random = self._random
        count = random.randint(1, random.choice((8, 30, 60)))
        return "".join(maker() for maker in self._chosen(count))

    def _chosen(self, count: int) -> list[Callable[[], str]]:
        return self._random.choices(self._makers, weights=self._weights, k=count)

    def _length(self) -> str:
        random = self._random
        return random.choice(LENGTHS) if self._sometimes(2) else random.choice(("", "", "2", "/2"))

    def _note(self) -> str:
        random = self._random
        text = random.choice("ABCDEFGabcdefg")
        if self._sometimes(2):
            text = random.choice(ACCIDENTALS) + text
        if self._sometimes():
            text += random.choice((",", "'", ",,", "''", ",'", "'''''''''"))
        return text + self._length()

    def _rest(self) -> str:
        return self._random.choice(("z", "z", "x", "Z", "X", "y", "Z999999")) + self._length()

    def _chord(self) -> str:
        notes = (self._note() for _ in range(self._random.randint(1, 5)))
        inner = self._random.choice(("", "", "", "-", "!p!", '"C"', "z")).join(notes)
        closing = "" if self._sometimes(0.3) else "]"
        return f"[{inner}{closing}{self._length()}"

    def _broken(self) -> str:
        return self._note() + self._random.choice(BROKEN) + self._note()

    def _grace(self) -> str:
        notes = "".join(self._note() for _ in range(self._random.randint(0, 4)))
        closing = "" if self._sometimes(0.3) else "}"
        return "{" + self._random.choice(("", "/")) + notes + closing

    def _decoration(self) -> str:
        random = self._random
        if random.random() < 0.4:
            return random.choice(".~HLMOPSTuvhijqrw")
        mark = random.choice("!!!+")
        return mark + random.choice(DECORATIONS) + ("" if self._sometimes(0.3) else mark)

    def _quoted(self) -> str:
        return '"' + self._random.choice(CHORD_SYMBOLS) + ("" if self._sometimes(0.3) else '"')

    def _tuplet(self) -> str:
        notes = "".join(self._note() for _ in range(self._random.randint(1, 5)))
        return self._random.choice(TUPLETS) + notes

    def _bar_line(self) -> str:
        random = self._random
        return (
            random.choice(BAR_LINES)
            if self._sometimes(3)
            else random.choice(("|", "|", ":|", "|:"))
        )

    def _space(self) -> str:
        return (
            " "
            if not self._sometimes()
            else self._random.choice(("\t", "  ", "`", "\xa0", "\u3000"))
        )

    def _inline_field(self) -> str:
        if not self._sometimes(2):
            return " "
        letter = self._random.choice(FIELD_LETTERS)
        return f"[{letter}:{self._value(letter)}" + ("" if self._sometimes(0.3) else "]")

    def _odd(self) -> str:
        return self._random.choice('\x00\x07\ud800\udfff$!;?@#*%&}]{)~`\\"\u2028\x85é♯+')
