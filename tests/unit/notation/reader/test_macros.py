"""Macros `m:` (ABC 2.1, section 9) and their limits."""

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Score
from tests.unit.counted_work import calls_in


def written(score: Score) -> str:
    """Return the notes as step and octave, grace notes in front in small letters."""
    words = []
    for element in score.voices[0].elements:
        if isinstance(element, Chord):
            grace = element.grace_notes.notes if element.grace_notes else ()
            small = "".join(f"{note.pitch.step.lower()}{note.pitch.octave}" for note in grace)
            words.append(small + "".join(f"{n.pitch.step}{n.pitch.octave}" for n in element.notes))
    return " ".join(words)


def tune(macros: str, music: str) -> Score:
    return parse(f"X:1\nL:1/8\n{macros}\nK:C\n{music}\n")


def test_a_static_macro_stands_for_its_music() -> None:
    score = tune("m: ~g2 = {a}g{f}g", "~g2 ~a2")
    assert written(score) == "a5G5 f5G5 A5"


def test_a_transposing_macro_follows_the_note() -> None:
    score = tune("m: ~n3 = n{o}n{m}n", "~g3 ~B,3 ~c'3")
    assert written(score) == "G5 a5G5 f5G5 B3 c4B3 a3B3 C6 d6C6 b5C6"


def test_every_letter_from_h_to_z_is_a_step() -> None:
    assert written(tune("m: ~n = h n z", "~C")) == "D3 C4 A5"


def test_the_note_keeps_its_accidental() -> None:
    score = tune("m: ~n2 = no", "~^c2")
    alters = [note.pitch.alter for e in score.voices[0].elements if isinstance(e, Chord)
              for note in e.notes]  # fmt: skip
    assert alters == [1, 0]


def test_whole_notes_only() -> None:
    assert written(tune("m: g2 = a", "g2 g22 ^g2 g2/ g")) == "A5 G5 G5 G5 G5"


def test_notes_have_the_place_of_the_use() -> None:
    score = tune("m: ~g2 = {a}g{f}g", "c ~g2 c")
    spans = [e.span.of(score.text) for e in score.voices[0].elements if isinstance(e, Chord)]
    assert spans == ["c", "~g2", "~g2", "c"]


def test_texts_and_fields_are_left_alone() -> None:
    score = tune("m: g = a", '"g" g "^g"g [r: g ]g')
    assert written(score) == "A5 A5 A5"
    first = next(e for e in score.voices[0].elements if isinstance(e, Chord))
    assert first.chord_symbols[0].text == "g"


def test_macros_of_the_body_hold_from_there() -> None:
    assert written(parse("X:1\nK:C\ng\nm:g=a\ng[m:g=b]g\ng")) == "G5 A5 A5 B5"


def test_macros_within_macros_and_in_circles() -> None:
    assert written(tune("m: x1 = x2 c\nm: x2 = x1 d", "x1")).split()[-1] == "C5"
    assert written(tune("m: g = g g", "g")) == "G5 G5"


@pytest.mark.parametrize(
    ("macros", "music", "code"),
    [
        ("m: nothing", "g", "bad-macro"),
        ("m: = g", "g", "bad-macro"),
        ("m: g = " + "a" * 201, "g", "limit-macro-length"),
        ("\n".join(f"m: g{n} = a" for n in range(1, 103)), "g", "limit-macros"),
        ("m: g = " + "a" * 200, "g" * 600, "limit-macro-text"),
        ("\n".join(f"m: v{n} = " + f"v{n + 1}" * 60 for n in range(20)), "v0", "limit-macro-text"),
        ("m: g = a", "c" * 100_001, "limit-macro-text"),
    ],
)
def test_what_cannot_be_kept_or_followed_is_reported_once(
    macros: str, music: str, code: str
) -> None:
    found: list[str] = []
    work = calls_in(lambda: found.extend(d.code for d in tune(macros, music).diagnostics))
    assert found.count(code) == 1
    assert work < 10_000_000


def test_no_fix_changes_the_use_of_a_macro() -> None:
    score = tune("m: ~g2 = ;g-", "~g2 a;")
    fixes = {diagnostic.span.of(score.text): diagnostic.fix for diagnostic in score.diagnostics}
    assert fixes["~g2"] is None
    assert fixes[";"] is not None
