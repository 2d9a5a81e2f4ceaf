"""Da capo, dal segno, fine and coda: the order in which measures are played."""

from dataclasses import replace

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import MUSICIAN, PLAIN, Interpretation
from abcstudio.playback.performing.navigation import MAX_JUMPS
from abcstudio.playback.performing.performer import perform

NAMES = {60: "C", 62: "D", 64: "E", 65: "F", 67: "G", 69: "A", 71: "B"}


def order(music: str, interpretation: Interpretation = MUSICIAN, voice: int = 0) -> str:
    performance = perform(parse(f"X:1\nM:4/4\nL:1\nK:C\n{music}\n"), interpretation)
    return "".join(NAMES[int(note.pitch)] for note in performance.notes if note.voice == voice)


@pytest.mark.parametrize(
    ("music", "played"),
    [
        ("C|D|!D.C.!|]", "CDCD"),
        ("C|D|E!D.C.!|]", "CDECDE"),
        ("C|D||E|F!D.C.!|]", "CDEFCD"),
        ("|:C|1D:|2E:|:F|G!D.C.!:|", "CDCEFGFGCE"),
        ("G|:C|D:|:E|SF||G!D.S.!:|A|]", "GCDCDEFGEFGFGA"),
        ("C|D!fine!|E|F!D.C.!|]", "CDEFCD"),
        ("C|D!fine!|E|!D.C.alfine!F|]", "CDEFCD"),
        ("C|!fine!D|]E|F!dacapo!|]", "CDEFCD"),
        ("|:C|D!fine!:|E|F!D.C.!|]", "CDCDEFCD"),
        ("|:C|1D:|2E!fine!|]F|G!D.C.!|]", "CDCEFGCE"),
        ("C|SD|E|F!D.S.!|]", "CDEFDEF"),
        ("C|SD|E!fine!|F!D.S.alfine!|]", "CDEFDE"),
        ("C|!segno!D|E|!coda!F|G!D.S.alcoda!|!coda!A|B|]", "CDEFGDEAB"),
        ("C|D!dacoda!|E|F!D.C.alcoda!|!coda!G|A|]", "CDEFCDGA"),
        ("C|D!fine!|E|!D.C.!F|G|!D.C.!A|]", "CDEFCDGACD"),
        ("|:C!fine!:|:D!D.C.!:|", "CCDDC"),
        ('C|"^Fine"D|E|"^D.C. al Fine"F|]', "CDEFCD"),
        ('C|D||E|F"_D.C."|]', "CDEFCD"),
        ('C|D||E|F"D.C."|]', "CDEFCD"),
        ('C|"Segno"D|E|F"D.S."|G|]', "CDEFDEFG"),
        ("C|D!fine!|E|]", "CDE"),
        ("C|D!coda!|E|]", "CDE"),
        ("!D.C.!C|D|]", "CCD"),
        ("C|:!D.C.!D:|", "CDDCD"),
        ("!D.S.!|!fine!|!coda!", ""),
    ],
)
def test_jumps_are_followed_without_repeats(music: str, played: str) -> None:
    assert order(music) == played


def test_every_voice_jumps_where_one_says_so() -> None:
    music = "V:1\nC|D!fine!|E|F!D.C.!|]\nV:2\nG|A|B|z|]\n"
    assert order(music) == "CDEFCD"
    assert order(music, voice=1) == "GABGA"


def test_a_part_order_goes_before_any_jump() -> None:
    text = "X:1\nP:BA\nM:4/4\nL:1\nK:C\nP:A\nC!fine!|\nP:B\nD!D.C.!|]\n"
    assert [int(note.pitch) for note in perform(parse(text)).notes] == [62, 60]


def test_key_and_meter_are_those_of_the_place_that_is_jumped_to() -> None:
    text = "X:1\nM:4/4\nL:1/4\nK:C\nC4!fine!|[K:D][M:3/4]D3!D.C.!|]\n"
    performance = perform(parse(text))
    assert [(int(mark.onset_beats), mark.fifths) for mark in performance.keys] == [
        (0, 0), (4, 2), (7, 0),
    ]  # fmt: skip
    assert [(int(mark.onset_beats), mark.meter.beats) for mark in performance.meters] == [
        (0, (4,)), (4, (3,)), (7, (4,)),
    ]  # fmt: skip
    assert [measure.number for measure in performance.measures] == [1, 2, 1]


def test_jumps_have_their_switch() -> None:
    music = "C|D!fine!|E|F!D.C.!|]"
    assert order(music, PLAIN) == "CDEF"
    assert order(music, replace(MUSICIAN, navigation=False)) == "CDEF"


def test_only_so_many_jumps_are_followed() -> None:
    played = order("C!fine!|" + "D!D.C.!|" * (2 * MAX_JUMPS))
    assert played.count("C") == 1 + MAX_JUMPS
    assert played.count("D") == 2 * MAX_JUMPS


def test_many_signs_without_a_bar_line_are_read_once() -> None:
    order("C!fine!!dacoda!" * 20_000 + "!D.C.!|")
