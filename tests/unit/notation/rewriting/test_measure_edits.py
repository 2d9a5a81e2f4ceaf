"""Whole measures moved, written twice and taken out: bar lines stay, all sounds as before."""

import random
from collections import Counter
from functools import cache

import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import EditError
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.measure_assembly import MovedMeasures
from abcstudio.notation.rewriting.measure_edits import (
    delete_measures,
    duplicate_measures,
    move_measures,
)
from abcstudio.notation.score import Chord, Score
from abcstudio.notation.spans import Span
from abcstudio.paths import resources_dir
from tests.thorough import tries

JIG = "X:1\nM:6/8\nL:1/8\nK:D\n"


def selected(marked: str) -> tuple[Score, Span]:
    """Return the tune and the selection between two `@`, or the caret at a single one."""
    first, last = marked.index("@"), marked.rindex("@")
    end = last - (last > first)
    text = JIG + marked.replace("@", "")
    return parse(text), Span(len(JIG) + first, len(JIG) + end)


def shown(moved: MovedMeasures) -> str:
    start, end = moved.selection.start, moved.selection.end
    text = f"{moved.text[:start]}<{moved.text[start:end]}>{moved.text[end:]}"
    return text.removeprefix(JIG)


def right(score: Score, span: Span) -> MovedMeasures:
    return move_measures(score, span, 1)


def left(score: Score, span: Span) -> MovedMeasures:
    return move_measures(score, span, -1)


@pytest.mark.parametrize(
    ("change", "marked", "expected"),
    [
        (right, "|:D@EF GAB|=c3 A3:|2 d6|]\n", "|:=c3 A3|<DEF GAB>:|2 d6|]\n"),
        (left, "DEF GAB|=c3 A3|@ d6|e6|]\n", "DEF GAB|<d6>| =c3 A3|e6|]\n"),
        (right, "DEF ga@b | c'3 d@ef | a6 |\n", "a6 | <DEF gab | c'3 def> |\n"),
        (right, "DEF ga@b|\nf6|g6|\n", "f6|\n<DEF gab>|g6|\n"),
        (right, "d3 e3|f@6|1 g6:|2 e6|\n", "d3 e3|g6|1 <f6>:|2 e6|\n"),
        (right, '"D"~d3 e@3|{g}[fa]6|\n', '{g}[fa]6|<"D"~d3 e3>|\n'),
        (right, "V:1\nA6|B@6|c6|\nV:2\nD6|E6|F6|\n", "V:1\nA6|c6|<B6>|\nV:2\nD6|F6|E6|\n"),
        (right, "A6 & D6|B@6 & E6|c6 & F6|\n", "A6 & D6|c6 & F6|<B6 & E6>|\n"),
        # Under another key the same notes are written otherwise.
        (right, "F6@|[K:C] c6|\n", "=c6|[K:C] <^F6>|\n"),
        (duplicate_measures, "A6 |1 f@6| g6:|2 e6|\n", "A6 |1 f6|<f6>| g6:|2 e6|\n"),
        (duplicate_measures, "A6 | f@6 | g@6 |\n", "A6 | f6 | g6 | <f6 | g6> |\n"),
        (delete_measures, "A6 |1 f@6| g6:|2 e6|\n", "A6 |1 <>g6:|2 e6|\n"),
        (delete_measures, "d3 e3|f@6|1 g6:|2 e6|\n", "d3 e3<>|1 g6:|2 e6|\n"),
        (delete_measures, "a6|b6@:|\n", "a6<>:|\n"),
        (delete_measures, "a6|@\nb6|\nc6|\n", "<>b6|\nc6|\n"),
        (delete_measures, "a6|\nb6@|\nc6|\n", "a6|\n<>c6|\n"),
        (delete_measures, "V:1\nA6|B@6|c6|\nV:2\nD6|E6|F6|\n", "V:1\nA6|<>c6|\nV:2\nD6|F6|\n"),
        # What went leaves its accidental to no one, and takes none away.
        (delete_measures, "^A6-|A@3 B3|A6|\n", None),
    ],
)
def test_measures_change_their_places(change, marked: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(EditError, match="measure_tied"):
            change(*selected(marked))
    else:
        assert shown(change(*selected(marked))) == expected


@pytest.mark.parametrize(
    ("change", "marked", "error"),
    [
        (right, "A|d@6-|d6|\n", "measure_tied"),
        (right, "(d3 e@3|f6)|g6|\n", "measure_tied"),
        (right, "d6|e@6|\n", "no_measure_beyond"),
        (left, "d6@|e6|\n", "no_measure_beyond"),
        (left, "A|d@6|e6|\n", "measures_unequal"),
        (duplicate_measures, "A@|d6|e6|\n", "measures_unequal"),
        (right, "d3[M:3/4]@e3|f6|\n", "measure_holds_field"),
        (right, "d3@\ne3|f6|\n", "measure_holds_field"),
        (delete_measures, "A6|f6|1 g@6:|2 e6|\n", "measure_alone"),
        (delete_measures, "|:A@6:|:B6:|\n", "measure_alone"),
        (delete_measures, "@A6|B6@|\n", "last_measure"),
        (delete_measures, "d6|e@6|:f@6|g6|\n", "repeat_inside"),
        (right, "V:1\nA@6|B6|\nV:2\nD6|\n", "voices_not_aligned"),
        (right, "A@6|Z2|B6|\n", "rest_of_measures"),
    ],
)
def test_what_would_break_the_tune_is_declined(change, marked: str, error: str) -> None:
    with pytest.raises(EditError, match=error):
        change(*selected(marked))


def test_a_caret_outside_the_music_is_declined() -> None:
    with pytest.raises(EditError, match="no_measure_here"):
        move_measures(parse(JIG + "A6|B6|\n"), Span(0, 0), 1)


def test_words_follow_their_notes() -> None:
    text = "D2@F G2B|=c3 A3|\nw: a b c d | e f\nw: x y z\n"
    assert "\nw: e f a b c d\nw: * * x y z\n" in right(*selected(text)).text
    assert "\nw: a b c d a b c d e f\n" in duplicate_measures(*selected(text)).text
    assert delete_measures(*selected(text)).text.endswith("=c3 A3|\nw: e f\n")
    lines = "D2F G2B|=c3 A@3|\nw: a b c d | e f\nd6|e6|\nw: x y\n"
    assert shown(right(*selected(lines))) == ("D2F G2B|d6|\nw: a b c d x\n<=c3 A3>|e6|\nw: e f y\n")


@cache
def bundled() -> tuple[str, ...]:
    tunes = read_tunebook(resources_dir() / "tunes" / "tunebook.abc")
    return tuple(tune.text for tune in tunes if len(tune.text) < 1500)


def sounds(text: str) -> Counter[object]:
    return Counter(
        (note.pitch.midi_number, note.duration, note.tied)
        for voice in parse(text).voices
        for element in voice.elements
        if isinstance(element, Chord)
        for note in element.notes
    )


def bar_lines(text: str) -> list[str]:
    return [sign for sign in text if sign in "|:[]"]


@pytest.mark.parametrize("seed", range(tries(2)))
def test_there_and_back_gives_the_same_text(seed: int) -> None:
    chance = random.Random(seed)
    text = chance.choice(bundled())
    score = parse(text)
    if any(e.syllables for v in score.voices for e in v.elements if isinstance(e, Chord)):
        return
    moves, sound = 0, sounds(text)
    for _ in range(15):
        caret = chance.randint(text.index("K:"), len(text))
        step = chance.choice((1, -1))
        try:
            moved = move_measures(score, Span(caret, caret), step)
        except EditError:
            continue
        moves += 1
        assert sounds(moved.text) == sound
        read = parse(moved.text)
        back = move_measures(read, moved.selection, -step)
        assert back.text == text
        again = duplicate_measures(read, moved.selection)
        assert delete_measures(parse(again.text), again.selection).text == moved.text
    assert moves or len(text) < 200


def test_the_bundled_tunes_have_measures_that_move() -> None:
    moved = 0
    for text in bundled()[:30]:
        places = [place for place, sign in enumerate(text) if sign == "|"]
        for place in places[2:4]:
            try:
                move_measures(parse(text), Span(place, place), 1)
            except EditError:
                continue
            moved += 1
    assert moved > 30
