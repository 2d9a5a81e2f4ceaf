"""Voice overlays (ABC 2.1, 7.4): what sounds with what, and how long."""

from fractions import Fraction
from functools import partial

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import BarLine, Chord, Rest, Score, Voice
from tests.unit.counted_work import calls_in

HEADER = "X:1\nL:1/8\nM:4/4\nK:C\n"


def layers(music: str) -> list[str]:
    return [layer(voice) for voice in parse(HEADER + music).voices]


def layer(voice: Voice) -> str:
    """Return a voice in short: notes with their length in eighths, `-` for silence."""
    words = []
    for element in voice.elements:
        if isinstance(element, BarLine):
            words.append("|")
        elif isinstance(element, Chord | Rest):
            length = element.duration / Fraction(1, 8)
            name = element.notes[0].pitch.step if isinstance(element, Chord) else "-"
            words.append(f"{name}{length}")
    return " ".join(words)


def lyrics(score: Score) -> list[list[str]]:
    return [
        [s.text or "-" for e in voice.elements if isinstance(e, Chord) for s in e.syllables]
        for voice in score.voices
    ]


@pytest.mark.parametrize(
    ("music", "expected"),
    [
        ("c8|d8&A8|e8|", ["C8 | D8 | E8 |", "-8 | A8 | -8 |"]),
        ("c8|d8&A8&F8|]", ["C8 | D8 |", "-8 | A8 |", "-8 | F8 |"]),
        ("c8&\\\nA8&\\\nF8|", ["C8 |", "A8 |", "F8 |"]),
        ("g8|e8|\n&&d8|c4 B4|a8|", ["G8 | E8 | A8 |", "D8 | C4 B4 | -8 |"]),
        ("g8|e8&&d8|c4 B4|a8|", ["G8 | E8 | A8 |", "D8 | C4 B4 | -8 |"]),
        ("c8|(&d8|e8&a8|f8&)|g8|", ["C8 | D8 | E8 | G8 |", "-8 | A8 | F8 | -8 |"]),
        ("c4(&d4|e8&a4|f8&)|", ["C4 D4 | E8 |", "-4 A4 | F8 |"]),
        ("c8&A4|d8&F8|", ["C8 | D8 |", "A4 -4 | F8 |"]),
        ("g8|e8|\n&&d8|c8|\n&&b8|a8|", ["G8 | E8 |", "D8 | C8 |", "B8 | A8 |"]),
    ],
)  # fmt: skip
def test_overlays_sound_with_their_measures(music: str, expected: list[str]) -> None:
    assert layers(music) == expected


def test_an_overlay_that_is_too_long_does_not_shift_the_next() -> None:
    main, over = parse(HEADER + "c8&A9|d8|e8&F8|").voices
    onset = next(
        e.onset for e in main.elements if isinstance(e, Chord) and e.notes[0].pitch.step == "E"
    )
    assert (
        next(
            e.onset for e in over.elements if isinstance(e, Chord) and e.notes[0].pitch.step == "F"
        )
        == onset
    )


def test_words_go_on_into_the_overlay() -> None:
    score = parse(
        HEADER
        + "    g4 f4 | e6 e2  |\n && (d8   | c6) c2 |\nw: ha-la-| lu-yoh\n+: lu-   |   -yoh\n"
    )
    assert lyrics(score) == [["ha", "la", "lu", "yoh"], ["lu", "-", "yoh"]]


def test_too_many_overlays_are_reported() -> None:
    score = parse(HEADER + "c8" + "&A8" * 12 + "|")
    assert len(score.voices) == 9
    assert {found.code for found in score.diagnostics} == {"limit-overlays", "measure-long"}


@pytest.mark.parametrize("music", ["&", "&A|", "(&", "&)", "(&&)", "&&&&|&A", "(&A|B", "A&[V:2]B|"])
def test_signs_without_music_do_no_harm(music: str) -> None:
    assert parse(HEADER + music).voices


@pytest.mark.parametrize("again", ["[2)&", "&&[M:3/4]"])
def test_ten_times_as_many_signs_are_no_more_than_ten_times_the_work(again: str) -> None:
    few, many = (calls_in(partial(parse, HEADER + again * n)) for n in (300, 3000))
    assert many < 13 * few
