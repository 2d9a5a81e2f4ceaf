"""The words of a song as plain text, for those who sing it."""

from abcstudio.interchange.song_words import song_words
from abcstudio.notation.reader.parser import parse

SONG = """X:1
T:The Lass
M:3/4
L:1/4
K:D
D E F|G2 A|
w:1.~O who will_ shoe my
w:2.~My fa-ther he will
B c d|
w:bon-ny foot?
w:shoe * mine
W:3. O who will comb
W:my hair?
W:
W:4. Caf\\'e
"""


def test_verses_come_one_after_the_other_in_their_lines() -> None:
    assert song_words(parse(SONG)) == (
        "The Lass\n\n1. O who will shoe\nbonny foot?\n\n2. My father he will\nshoe mine\n\n"
        "3. O who will comb\nmy hair?\n\n4. Café\n"
    )


def test_what_two_voices_sing_alike_is_written_once() -> None:
    song = "X:1\nM:2/4\nL:1/4\nK:C\nV:1\nC D|\nw:here now\nV:2\nE F|\nw:{words}\n"
    assert song_words(parse(song.format(words="here now"))) == "here now\n"
    assert song_words(parse(song.format(words="ooh ooh"))) == "here now\n\nooh ooh\n"


def test_a_tune_without_words_has_none() -> None:
    assert song_words(parse("X:1\nT:Reel\nK:D\nDEFG|\nw:* * _\nW:\n")) == ""
