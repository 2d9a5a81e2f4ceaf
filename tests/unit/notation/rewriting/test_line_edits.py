"""Measures per line, old line breaks and bar lines in columns: only lines and blanks change."""

import random

import pytest

from abcstudio.errors import EditError
from abcstudio.notation.editing.sounding import sound_of
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.column_alignment import align_bar_lines
from abcstudio.notation.rewriting.line_edits import measures_per_line, modern_line_breaks
from abcstudio.notation.score import Chord
from tests.thorough import tries

HEADER = "X:1\nM:2/4\nL:1/8\nK:D\n"


def relined(music: str, count: int) -> str:
    changed = measures_per_line(HEADER + music, count)
    assert measures_per_line(changed, count) == changed
    return changed.removeprefix(HEADER)


@pytest.mark.parametrize(
    ("music", "count", "expected"),
    [
        ("A4|B4|c4|d4|]\n", 2, "A4|B4|\nc4|d4|]\n"),
        ("A4|B4|\nc4|d4|]", 4, "A4|B4| c4|d4|]"),
        # A pickup does not count; the short last measure does.
        ("d2|A4|B4|c4|d2|]\n", 2, "d2|A4|B4|\nc4|d2|]\n"),
        ("A4|B4:|\n|:c4|d4:|\n", 4, "A4|B4:|\n|:c4|d4:|\n"),
        ("A4|B2::d2|c4|d2:|\n", 4, "A4|B2:|\n|:d2|c4|d2:|\n"),
        ("d2|:A4|B4|c4|d2:|\n", 2, "d2|:A4|B4|\nc4|d2:|\n"),
        ("A4|B4|:c4|d4:|\n", 4, "A4|B4|\n|:c4|d4:|\n"),
        ("A4|B4||:c4|d4:|\n", 4, "A4|B4||\n|:c4|d4:|\n"),
        ("A4|B4||c4|d4|]\n", 4, "A4|B4||\nc4|d4|]\n"),
        # A second ending stays beside what it replaces.
        ("A4|B4|c4|1d4:|2f4|]\n", 4, "A4|B4|c4|1d4:|2f4|]\n"),
        ("A4|B4|1c4|d4:|2e4|f4|]\n", 2, "A4|B4|\n[1c4|d4:|\n[2e4|f4|]\n"),
        ("A4|B4|c4||1d4:|2f4|]\n", 4, "A4|B4|c4||1d4:|2f4|]\n"),
        ("A4|B4|\\\n1c4:|\\\n2d4|]\n", 4, "A4|B4|1c4:|2d4|]\n"),
        ("A4|B4|\\\n1c4:|\\\n2d4|]\n", 2, "A4|B4|\n[1c4:|\n[2d4|]\n"),
        # Continued lines, score breaks and doubled bar lines are line ends too.
        ("A4|B4|\\\nc4|$d4|]\n", 2, "A4|B4|\nc4| d4|]\n"),
        ("A4|B4|\n|c4|d4|\n", 4, "A4|B4| c4|d4|\n"),
        ("A4|B4\n|:c4|d4:|\n", 1, "A4|\nB4\n|:c4|\nd4:|\n"),
        # Fields and comments keep their places.
        ("A4|B4|\nK:G\nc4|d4|\n", 4, "A4|B4|\nK:G\nc4|d4|\n"),
        ("A4|B4| % half\nc4|d4|\n", 4, "A4|B4| % half\nc4|d4|\n"),
        ("A4|B4|[M:3/4]c6|d6|\n", 2, "A4|B4|\n[M:3/4]c6|d6|\n"),
    ],
)
def test_measures_per_line(music: str, count: int, expected: str) -> None:
    assert relined(music, count) == expected


SUNG = """A4|B2c2|d4|e2 z2|]
w: one two-three *|four |
w: ~un  deux trois_
"""


def test_lyrics_follow_their_notes() -> None:
    assert relined(SUNG, 2) == (
        "A4|B2c2|\nw: one two-three\nw: ~un deux trois\nd4|e2 z2|]\nw: * four\nw: _\n"
    )


def test_lyrics_and_lines_come_back() -> None:
    parted = measures_per_line(HEADER + SUNG, 1)
    joined = measures_per_line(parted, 4)
    assert joined.count("\nw:") == 2
    assert sung(joined) == sung(HEADER + SUNG)


def sung(text: str) -> list[object]:
    return [
        [(s.text, s.verse, s.hyphen, s.extender) for s in element.syllables]
        for voice in parse(text).voices
        for element in voice.elements
        if isinstance(element, Chord)
    ]


@pytest.mark.parametrize("seed", range(tries(5)))
def test_random_songs_keep_notes_and_words(seed: int) -> None:
    chance = random.Random(seed)
    bars = ["|", "|", "||", ":|", "::", "|1", ":|2"]
    words = ["la", "lo-lo", "a - b", "x_", "*", "|", "ti--ta", "o~o", "é"]
    lines = []
    for _ in range(chance.randint(1, 4)):
        measures = []
        for _ in range(chance.randint(4, 6)):
            notes = [chance.choice(["A2", "B2", "z2", "cd", "[ce]2", "{g}f2"]), "A2"]
            measures.append("".join(notes) + chance.choice(bars))
        lines.append(" ".join(measures))
        lines += ["w: " + " ".join(chance.choices(words, k=2)) for _ in range(chance.randint(0, 2))]
    text = HEADER + "\n".join(lines) + "\n"
    sound, words_sung = sound_of(parse(text)), sung(text)
    for count in (1, 2, 3, 5):
        for align in (False, True):
            changed = measures_per_line(text, count, align=align)
            assert sound_of(parse(changed)) == sound
            assert sung(changed) == words_sung
            assert measures_per_line(changed, count, align=align) == changed


def test_voices_keep_lines_of_their_own() -> None:
    text = HEADER + "V:1\nA4|B4|c4|\nV:2\nA,4|B,4|C4|\n[V:1] d4|e4|\n[V:2] D4|E4|\n"
    assert measures_per_line(text, 2) == HEADER + (
        "V:1\nA4|B4|\nc4|\nV:2\nA,4|B,4|\nC4|\n[V:1] d4|e4|\n[V:2] D4|E4|\n"
    )


def test_line_ends_stay_as_they_are_written() -> None:
    text = "X:1\r\nM:2/4\r\nL:1/8\r\nK:D\r\nA4|B4|c4|\r\n"
    assert measures_per_line(text, 2).endswith("A4|B4|\r\nc4|\r\n")


@pytest.mark.parametrize(
    ("music", "reason"),
    [
        ("A4|B4|[V:2]c4|d4|\n", "lines_fixed"),
        ("A4|B4|\ns: * !f!\n", "lines_fixed"),
        ("A4|B4|\nw: la % sung\n", "lines_fixed"),
        ("I:linebreak $\nA4|B4|\n", "line_break_sign"),
        ("A4|B4|\n%between\nw: la\n", "lyrics_would_change"),
    ],
)
def test_what_cannot_follow_is_declined(music: str, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        measures_per_line(HEADER + music, 1)


def test_music_without_words_gets_an_empty_line_of_words_where_the_standard_needs_it() -> None:
    text = "%abc-2.1\nX:1\nM:2/4\nL:1/8\nI:abc-version 2.1\nK:D\nA4|B4|\nw: * la\n"
    changed = measures_per_line(text, 1)
    assert sung(changed) == sung(text) == [[], [("la", 1, False, False)]]


def test_the_count_has_a_range() -> None:
    for count in (0, 65):
        with pytest.raises(ValueError, match="measures"):
            measures_per_line(HEADER + "A4|\n", count)


@pytest.mark.parametrize(
    ("music", "expected"),
    [
        ("A4|B4|!c4|d4|!\n", "A4|B4|\nc4|d4|\n"),
        ("A4|B4| ! c4|\\\nd4|\n", "A4|B4|\nc4| d4|\n"),
        ("A4|B2!trill!c2|d4|\n", "A4|B2!trill!c2|d4|\n"),
        ("A4|\\\nB4|\n", "A4|\\\nB4|\n"),
        ("A2!B2|c4|\nw: la lo li\n", "A2\nw: la\nB2|c4|\nw: lo li\n"),
    ],
)
def test_old_line_breaks_become_line_ends(music: str, expected: str) -> None:
    assert modern_line_breaks(HEADER + music) == HEADER + expected
    assert modern_line_breaks(HEADER + expected) == HEADER + expected


def test_bar_lines_stand_under_one_another() -> None:
    text = HEADER + "d2|A4|B2c2 |d4|\nw: a b\n|:A2B2|c4|1 d4:|2 e4\nf4|g|]\n"
    expected = HEADER + ("d2|A4 |B2c2 |d4  |\nw: a b\n|:A2B2|c4   |1 d4:|2 e4\nf4    |g    |]\n")
    assert align_bar_lines(text) == expected
    assert align_bar_lines(expected) == expected
