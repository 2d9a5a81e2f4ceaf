"""Lines under the music: words `w:` (ABC 2.1, 5) and symbols `s:` (4.15)."""

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Score

HEADER = "X:1\nL:1/4\nM:none\nK:C\n"


def sung(music: str, verse: int = 1, header: str = HEADER) -> list[str]:
    """Return what each note sings: the syllable, "-" and "_" for signs alone, "" for nothing."""
    out = []
    for element in parse(header + music).voices[0].elements:
        if isinstance(element, Chord):
            found = [s for s in element.syllables if s.verse == verse]
            out.append("".join(s.text or ("_" if s.extender else "-") for s in found))
    return out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("syll-a-ble", ["syll", "a", "ble", ""]),
        ("syll-a--ble", ["syll", "a", "-", "ble"]),
        ("syll-a -ble", ["syll", "a", "-", "ble"]),
        ("time__ x", ["time", "_", "_", "x"]),
        ("of~the day", ["of the", "day", "", ""]),
        ("a * b", ["a", "", "b", ""]),
        ("a\\-b c", ["a-b", "c", "", ""]),
        ("1.~One two", ["1. One", "two", "", ""]),
        ("\\'et&eacute; \\u00fcber", ["été", "über", "", ""]),
    ],
)
def test_the_signs_of_words(words: str, expected: list[str]) -> None:
    assert sung(f"ABcd\nw: {words}") == expected


def test_a_bar_sign_goes_to_the_next_measure() -> None:
    assert sung("ABc|d\nw: a | b") == ["a", "", "", "b"]
    assert sung("AB|c d\nw: a b | c d") == ["a", "b", "c", "d"]


def test_rests_and_grace_notes_sing_nothing() -> None:
    assert sung("A z {g}B [ce]\nw: a b c") == ["a", "b", "c"]


def test_several_verses() -> None:
    music = "AB\nw: a b\nw: c d\ncd\nw: e f"
    assert sung(music, 1) == ["a", "b", "e", "f"]
    assert sung(music, 2) == ["c", "d", "", ""]


def test_words_after_a_continued_line_belong_to_all_of_it() -> None:
    assert sung("AB\\\ncd\nw: a b c d") == ["a", "b", "c", "d"]


def test_words_that_are_too_long_for_their_line_begin_with_the_line_before() -> None:
    assert sung("AB\ncd\nw: a b c d") == ["a", "b", "c", "d"]
    assert sung("AB\ncd\nw: a b") == ["", "", "a", "b"]


def test_since_version_2_1_words_belong_to_all_music_before_them() -> None:
    header = "X:1\nI:abc-version 2.1\nM:none\nK:C\n"
    assert sung("AB\ncd\nw: a b\nef\nw:c", header=header) == ["a", "b", "", "", "c", ""]
    assert sung("AB\nw:\ncd\nw: a b", header=header) == ["", "", "a", "b"]


def test_a_field_goes_on_with_a_plus() -> None:
    assert sung("ABcd\nw: a b\n% between\n+: c d") == ["a", "b", "c", "d"]


def test_places_of_syllables_that_a_plus_adds() -> None:
    score = parse(HEADER + "AB\nw: one\n+: two")
    spans = [s.span.of(score.text) for e in score.voices[0].elements if isinstance(e, Chord)
             for s in e.syllables]  # fmt: skip
    assert spans == ["one", "two"]


def test_too_many_words() -> None:
    (found,) = parse(HEADER + "AB\nw: a b c d").diagnostics
    assert (found.code, found.parameters["count"]) == ("lyrics-too-long", 2)


def marks(score: Score) -> list[str]:
    return [
        " ".join([s.text for s in e.chord_symbols] + [d.name for d in e.decorations]
                 + [a.placement + a.text for a in e.annotations])
        for e in score.voices[0].elements if isinstance(e, Chord)
    ]  # fmt: skip


def test_symbols_stand_under_their_notes() -> None:
    score = parse(HEADER + 'CDEF | G```AB`c\ns: "^slow" | !f! ** !fff!')
    assert marks(score) == ["^slow", "", "", "", "f", "", "", "fff"]
    score = parse(HEADER + 'C2 C2 Ez A2|\ns: "C" * "Am" *|\ns: * * !>! * |')
    assert marks(score) == ["C", "", "Am accent", ""]
    assert score.diagnostics == ()


def test_symbols_in_short_and_those_that_are_none() -> None:
    score = parse(HEADER + "CD\ns: T foo +trill+ .")
    assert marks(score) == ["trill", "trill"]
    assert [found.code for found in score.diagnostics] == ["symbols-too-many", "symbol-unknown"]
