"""What chord symbols mean (ABC 2.1, 4.18)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcstudio.notation.values.chord_kinds import NO_CHORD, read_chord_name

MAJOR, MINOR = (0, 4, 7), (0, 3, 7)


@pytest.mark.parametrize(
    ("kind", "intervals"),
    [
        ("", MAJOR), ("maj", MAJOR), ("M", MAJOR),
        ("m", MINOR), ("min", MINOR), ("mi", MINOR), ("-", MINOR), (" minor", MINOR),
        ("7", (0, 4, 7, 10)), ("dom7", (0, 4, 7, 10)),
        ("maj7", (0, 4, 7, 11)), ("M7", (0, 4, 7, 11)), ("Δ", (0, 4, 7, 11)),
        ("m7", (0, 3, 7, 10)), ("-7", (0, 3, 7, 10)), ("m(maj7)", (0, 3, 7, 11)),
        ("dim", (0, 3, 6)), ("°", (0, 3, 6)), ("o7", (0, 3, 6, 9)), ("dim7", (0, 3, 6, 9)),
        ("m7b5", (0, 3, 6, 10)), ("m7-5", (0, 3, 6, 10)), ("ø", (0, 3, 6, 10)),
        ("aug", (0, 4, 8)), ("+", (0, 4, 8)), ("+7", (0, 4, 8, 10)), ("7+5", (0, 4, 8, 10)),
        ("sus", (0, 5, 7)), ("sus2", (0, 2, 7)), ("7sus4", (0, 5, 7, 10)),
        ("6", (0, 4, 7, 9)), ("m6", (0, 3, 7, 9)), ("6/9", (0, 4, 7, 9, 14)),
        ("9", (0, 4, 7, 10, 14)), ("maj9", (0, 4, 7, 11, 14)), ("m9", (0, 3, 7, 10, 14)),
        ("11", (0, 4, 7, 10, 14, 17)), ("13", (0, 4, 7, 10, 14, 17, 21)),
        ("add9", (0, 4, 7, 14)), ("m(add9)", (0, 3, 7, 14)), ("2", (0, 4, 7, 14)),
        ("5", (0, 7)), ("no3", (0, 7)), ("no5", (0, 4)),
        ("7b9", (0, 4, 7, 10, 13)), ("7♯9", (0, 4, 7, 10, 15)),
        ("7(b9,#11)", (0, 4, 7, 10, 13, 18)), ("7alt", (0, 4, 8, 10, 13, 15)),
    ],
)  # fmt: skip
def test_a_kind_is_read_sign_by_sign(kind: str, intervals: tuple[int, ...]) -> None:
    chord = read_chord_name("C" + kind)
    assert chord is not None
    assert chord.intervals == intervals


@pytest.mark.parametrize(
    ("text", "root", "bass"),
    [
        ("A", 9, 9), ("F#m", 6, 6), ("B♭7/D", 10, 2), ("G/B", 7, 11), ("E/g#", 4, 8),
        ("Am/G", 9, 7), ("Cb", 11, 11), ("(D)", 2, 2), ("G;D", 7, 7), ("C6/9/E", 0, 4),
    ],
)  # fmt: skip
def test_root_and_bass(text: str, root: int, bass: int) -> None:
    chord = read_chord_name(text)
    assert chord is not None
    assert (chord.root, chord.bass) == (root, bass)


@pytest.mark.parametrize(
    ("text", "intervals"), [("C7x", MAJOR), ("Cm*", MINOR), ("Em or G", MINOR), ("G (Em)", MAJOR)]
)
def test_an_unknown_sign_leaves_the_triad(text: str, intervals: tuple[int, ...]) -> None:
    chord = read_chord_name(text)
    assert chord is not None
    assert chord.intervals == intervals


@pytest.mark.parametrize("text", ["N.C.", "NC", "n.c.", "(N.C.)", "tacet"])
def test_no_chord_is_silence(text: str) -> None:
    assert read_chord_name(text) is NO_CHORD


@pytest.mark.parametrize(
    "text", ["", "Fine", "D.C.", "D.S. al Coda", "Coda", "A part", "Bass", "End", "Hm", "C" * 100]
)
def test_words_are_no_chords(text: str) -> None:
    assert read_chord_name(text) is None


@given(st.text("ABCDEFGm7maj+-°øΔ#b♭/()sus addno135691.x ", max_size=50))
def test_no_text_raises_and_tones_rise_from_the_root(text: str) -> None:
    chord = read_chord_name(text)
    if chord is not None and chord is not NO_CHORD:
        assert chord.intervals[0] == 0
        assert list(chord.intervals) == sorted(set(chord.intervals))
        assert chord.intervals[-1] <= 22
