"""After any edit the incremental parser gives what a parse of the whole text gives."""

import gc
import random
from collections.abc import Iterator

import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.reader.music_reader import MusicReader
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rereading import incremental
from abcstudio.notation.rereading.incremental import IncrementalParser
from abcstudio.paths import resources_dir
from tests.thorough import tries

TWO_VOICES_IN_TURN = """X:1
T:Two
M:4/4
L:1/8
%%score (1 2)
K:G
V:1
GABc dedB|dedB dedB|c2ec B2dB|
V:2 clef=bass
G,4 D,4|G,4 D,4|C,4 G,4|
V:1
A2dA FAdA|GABc dedB|dedB dedB|
w: la la la la la la la la
V:2
D,4 D,4|G,4 D,4|G,4 D,4|
V:1
"G"c2ec B2dB|"D7"ABcA F2D2|G8|]
V:2
C,4 G,4|D,4 D,4|G,8|]
"""
TWO_VOICES_IN_A_ROW = """X:2
T:Whole voices
M:3/4
L:1/4
Q:1/4=100
V:A name=Alto
V:B name=Bass clef=bass
K:Dm
V:A
|:D E F|G A B-|B c d|e3:|
|:f e d|c B A|(3GFE D2|D3:|
P:B
[1 A B c :|[2 d e f|]
V:B
|:D,3|G,3|B,3|A,3:|
%%MIDI program 42
|:F,3|C,3|G,3|D,3:|
[K:A] A, B, C|D,3|]
w: one two three four
"""
SONG = """X:3
T:Song
M:4/4
L:1/4
K:C
"C"C E G E|"F"F A c A|
w: one two three four five six sev-en
w: sec-ond verse goes here and now it ends
G>A B<c|(C D) [CEG]2|
w: * la_ la | a b c
{g}f2 !trill!e2|z4|Z2|
"Am"A,2 (3ABc d-|d4|]
w: here the last line is
W: One verse more
"""
OLD_WAYS = """X:4
T:Dots and continuation
M:2/4
L:1/16
U:T=!trill!
K:Bb
B2d2 f2d2|\\
c2e2 g2e2|
~B4 .d2.f2|!f!b8-|
b4 a4-|a8|
w: te-xt on con-tin-ued li-nes __ and
^c2c2 =c2c2|_e2 e2 e2e2|
TB4 Tc4|I:linebreak $
+B2d2+B4|B8|]
"""
INLINE_VOICES = """X:5
T:Inline voices
M:6/8
L:1/8
K:Em
[V:1] EFG ABc|d3 e3|
[V:2] E,3 A,3|D3 E3|
[V:1] Bcd efg|[M:9/8] abc def gab|
s: * !p! * * "^up"
[V:2] B,3 E3|A3 D3 G3|
[V:1] e6|1 d6:|2 c6|]
[V:2] E6|1 D6:|2 C6|]
"""
MADE = (TWO_VOICES_IN_TURN, TWO_VOICES_IN_A_ROW, SONG, OLD_WAYS, INLINE_VOICES)
PIECES = [
    *"ABCDEFGabcdefgzxyZ|:[]()-><{}^_=/23~.! \n", "|:", ":|", "||", "[1", "|2", '"Am"', "!trill!",
    "!fine!", "(3", "{g}", "[CEG]", "Z2", "3/2", "\r\n", "\n\n", "\nw: la la-la\n", "\nV:1\n",
    "\nV:2\n", "[V:2]", "[K:D]", "\nK:A\n", "[M:3/4]", "[L:1/16]", "\nP:A\n", "&", "\\\n", "%", "$",
    "\n%%propagate-accidentals octave\n", "\nm:~G2={A}G{F}G\n", "\n%%begintext\n", "\nX:2\n",
    "\nW: words\n", "\ns: * !p!\n", "\n+: more\n", "abc def|gab c2|\n", "\n%%score (1 2)\n", "é",
]  # fmt: skip


def edited(text: str, chance: random.Random) -> str:
    """Return a text after one edit such as a person makes: typing, deleting, pasting."""
    at = chance.randrange(len(text) + 1)
    kind = chance.random()
    if kind < 0.6:
        return text[:at] + chance.choice(PIECES) + text[at:]
    if kind < 0.85:
        return text[:at] + text[at + chance.choice((1, 1, 1, 2, 8, 40)) :]
    start = chance.randrange(len(text) + 1)
    return text[:at] + text[start : start + chance.randrange(60)] + text[at:]


def histories(texts: tuple[str, ...], edits: int, seed: int) -> Iterator[list[str]]:
    """Yield the texts of editing sessions, undone edits among them."""
    chance = random.Random(seed)
    while edits > 0:
        history = [chance.choice(texts)]
        for _ in range(chance.randrange(5, 30)):
            back = len(history) > 1 and chance.random() < 0.2
            history.append(history[-2] if back else edited(history[-1], chance))
        edits -= len(history)
        yield history


def bundled_tunes() -> tuple[str, ...]:
    return tuple(tune.text for tune in read_tunebook(resources_dir() / "tunes" / "tunebook.abc"))


def check(history: list[str]) -> None:
    parser = IncrementalParser()
    for before, text in zip([None, *history], history, strict=False):
        assert parser.update(text) == parse(text), (before, text)


@pytest.mark.parametrize("seed", range(tries(2)))
def test_edits_of_hand_made_tunes(seed: int) -> None:
    for history in histories(MADE, 150, seed):
        check(history)


@pytest.mark.parametrize("seed", range(tries(2)))
def test_edits_of_real_tunes(seed: int) -> None:
    for history in histories(bundled_tunes(), 100, seed):
        check(history)


def test_typing_a_tune_from_its_first_character_to_its_last() -> None:
    check([SONG[:length] for length in range(len(SONG) + 1)])


@pytest.mark.parametrize("text", MADE)
def test_typing_a_note_or_a_sign_at_every_place(text: str) -> None:
    parser = IncrementalParser()
    parser.update(text)
    for at in range(0, len(text) + 1, 5):
        for typed in ("g", "|"):
            longer = text[:at] + typed + text[at:]
            assert parser.update(longer) == parse(longer), (at, typed)


def test_lyrics_that_reach_back_over_lines_read_before() -> None:
    body = "X:1\nT:t\nM:4/4\nL:1/4\nK:C\nCDEF|\nGABc|\ncBAG|\nFEDC|\nw: a b c d"
    history = [body + " e f g h i j"[:length] for length in range(13)]
    check([*history, *reversed(history)])


def test_a_slur_that_stays_open_while_its_sign_changes() -> None:
    head, rest = "X:1\nT:t\nM:4/4\nL:1/4\nK:C\n", "CDEF|\nGABc|\ncBAG|\n"
    check([head + sign + rest for sign in ("", "(", ".(", "(", "C(", "")])


def test_a_text_beyond_the_limit_is_read_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental, "MAX_CHARACTERS", len(SONG))
    check([SONG, SONG + "C", SONG, SONG[1:], SONG + "CC"])


def _long(lines: list[str]) -> str:
    return "X:1\nT:Long\nM:4/4\nL:1/8\nK:G\n" + "".join(lines)


LINE = '"G"GABc dedB|dedB dedB|c2ec B2dB|A2dA FAdA|\n'
ONE_VOICE = _long([LINE] * 25)
SONG_VOICE = _long([LINE + "w: " + "la " * 28 + "\n"] * 25)
IN_TURN = _long(["V:1\n" + LINE + "V:2\n" + LINE] * 25)
IN_A_ROW = _long(["V:1\n", LINE * 25, "V:2\n", LINE * 25])


@pytest.mark.parametrize("text", [ONE_VOICE, SONG_VOICE, IN_TURN, IN_A_ROW])
@pytest.mark.parametrize("typed", ["g", "|", '"Am"', "!trill!", "abcd efga|", "", "g3"])
@pytest.mark.parametrize("part", [0.02, 0.5, 0.98])
def test_a_keystroke_reads_few_lines(
    text: str, typed: str, part: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    parser = IncrementalParser()
    parser.update(text)
    at = text.index("c2ec", int(part * len(text)) - len(LINE))
    edited_text = text[:at] + typed + text[at + (not typed) :]
    lines: list[int] = []
    read_line = MusicReader.read_line

    def counted(self: MusicReader, start: int, *others: object) -> None:
        lines.append(start)
        read_line(self, start, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(MusicReader, "read_line", counted)
    score = parser.update(edited_text)
    assert 1 <= len(lines) <= 4
    monkeypatch.undo()
    assert score == parse(edited_text)


def test_the_same_text_gives_the_same_score() -> None:
    parser = IncrementalParser()
    assert parser.update(SONG) is parser.update(SONG)


def test_what_reading_needed_is_free_at_once() -> None:
    """Parts of the reader that held each other would keep every note until the next collection."""
    text = "X:1\nK:C\n" + 'CDEF [GB]2 "Am"c2|\n' * 20
    parser = IncrementalParser()
    parser.update(text)
    gc.collect()
    gc.disable()
    try:
        parser.update(text.replace("CDEF", "CDE", 1))
        parse(text)
        assert gc.collect() == 0
    finally:
        gc.enable()
