"""What is played, note by note, for the readings of ABC 2.1."""

from fractions import Fraction

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import MUSICIAN, PLAIN
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import MAX_MINUTES, perform
from abcstudio.playback.played_voice import MAX_NOTES

NAMES = {60: "C", 62: "D", 64: "E", 65: "F", 66: "^F", 67: "G", 69: "A", 71: "B", 72: "c"}


def plain(body: str, header: str = "") -> Performance:
    return perform(parse(f"X:1\nT:Test\n{header}M:4/4\nL:1/4\nK:C\n{body}\n"), PLAIN)


def names(performance: Performance) -> str:
    return "".join(NAMES[int(note.pitch)] for note in performance.notes)


def timed(performance: Performance) -> list[tuple[str, float, float]]:
    return [
        (NAMES[int(note.pitch)], float(note.onset_beats), float(note.duration_beats))
        for note in performance.notes
    ]


@pytest.mark.parametrize(
    ("body", "played"),
    [
        ("|:CDEF:|", "CDEFCDEF"),
        ("CDEF:|GABc|", "CDEFCDEFGABc"),
        ("CDEF||GABc:|", "CDEFGABcGABc"),
        ("|:CDEF||GABc:|", "CDEFGABcCDEFGABc"),
        ("CDEF:|GABc:|", "CDEFCDEFGABcGABc"),
        ("CDEF::GABc:|", "CDEFCDEFGABcGABc"),
        ("|:CDEF|GABc|", "CDEFGABc"),
        ("|::CDEF::|", "CDEFCDEFCDEF"),
        ("|:C4|1D4:|2E4:|F4|", "CDCEF"),
        ("|:C4|1D4:|2E4||F4|", "CDCEF"),
        ("C4|1D4|E4:|2F4|]G4", "CDECFG"),
        ("|:C4|[1,3D4:|[2E4:|", "CDCECD"),
        ("C4||1D4:|2E4|]", "CDCE"),
        ("C4||\n[1D4:|2E4|]", "CDCE"),
        ("|:C4|[1-3D4:|[4E4|]", "CDCDCDCE"),
        ("|:C4|1D4:|", "CDC"),
        ("|:C4:|2D4|]", "CCD"),
        ("|:C4|1D4:|2E4:|:F4|1G4:|2A4|]", "CDCEFGFA"),
        ("C4|1D4|2E4|]", "CDE"),
    ],
)
def test_repeats_and_endings(body: str, played: str) -> None:
    assert names(plain(body)) == played


@pytest.mark.parametrize(
    ("order", "played"),
    [("AB", "CD"), ("A2B", "CCD"), ("(AB)2", "CDCD"), ("BAZ", "DC"), ("ABA", "CDC")],
)
def test_parts_are_played_in_the_order_of_the_header(order: str, played: str) -> None:
    assert names(plain("P:A\nC4|\nP:B\nD4|]", f"P:{order}\n")) == played


def test_a_repeat_inside_a_part_is_unrolled() -> None:
    assert names(plain("P:A\n|:C4:|\nP:B\nD4|]", "P:ABA\n")) == "CCDCC"


def test_a_tie_joins_over_the_bar_line() -> None:
    assert timed(plain("C4-|C2D2|")) == [("C", 0, 6), ("D", 6, 2)]


def test_a_tie_leads_into_each_ending() -> None:
    performance = plain("|:C4-|1C4:|2C2D2|]")
    assert timed(performance) == [("C", 0, 8), ("C", 8, 6), ("D", 14, 2)]


def test_ties_in_a_chord_are_joined_note_by_note() -> None:
    assert timed(plain("[C-E]C|")) == [("C", 0, 2), ("E", 0, 1)]


def test_what_looks_like_a_tie_between_two_pitches_loses_no_note() -> None:
    assert timed(plain("C-|D|")) == [("C", 0, 1), ("D", 1, 1)]


def test_a_rest_ends_a_tie() -> None:
    assert timed(plain("C-zC|")) == [("C", 0, 1), ("C", 2, 1)]


def test_notes_of_a_chord_keep_their_own_lengths() -> None:
    assert timed(plain("[C3E]G|")) == [("C", 0, 3), ("E", 0, 1), ("G", 3, 1)]


def test_every_note_knows_its_text_its_measure_and_its_pass() -> None:
    performance = plain("|:C4|D4:|")
    text = parse("X:1\nT:Test\nM:4/4\nL:1/4\nK:C\n|:C4|D4:|\n").text
    assert [note.span.of(text) for note in performance.notes] == ["C4", "D4", "C4", "D4"]
    assert [note.measure for note in performance.notes] == [0, 1, 2, 3]
    assert [note.pass_number for note in performance.notes] == [1, 1, 2, 2]
    assert [measure.number for measure in performance.measures] == [1, 2, 1, 2]


def test_voices_become_tracks() -> None:
    performance = plain("V:1\nCDEF|\nV:2 name=Bass\nC4|")
    assert [track.name for track in performance.tracks] == ["1", "Bass"]
    assert [(note.voice, int(note.onset_beats)) for note in performance.notes] == [
        (0, 0), (1, 0), (0, 1), (0, 2), (0, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "tempo"),
    [("Q:1/4=90\n", 90), ("Q:3/8=60\n", 90), ("Q:120\n", 120), ("Q:1/8=100\n", 50), ("", 120)],
)
def test_the_plain_tempo_is_the_written_one_or_120(field: str, tempo: int) -> None:
    (mark,) = plain("CDEF|", field).tempos
    assert mark.quarters_per_minute == tempo


def test_the_rhythm_gives_the_tempo_where_none_is_written() -> None:
    reel = parse("X:1\nR:reel\nM:4/4\nL:1/8\nK:C\nCDEF|\n")
    air = parse("X:1\nR:slow air\nM:4/4\nL:1/8\nK:C\nCDEF|\n")
    assert perform(reel).tempos[0].quarters_per_minute == 210
    assert perform(air).tempos[0].quarters_per_minute == 66
    assert perform(reel, PLAIN).tempos[0].quarters_per_minute == 120


def test_a_change_of_tempo_and_meter_is_taken_back_by_a_repeat() -> None:
    performance = plain("|:C4|[Q:1/4=60][M:2/4]D2:|", "Q:1/4=120\n")
    assert [(float(m.onset_beats), int(m.quarters_per_minute)) for m in performance.tempos] == [
        (0, 120), (4, 60), (6, 120), (10, 60),
    ]  # fmt: skip
    assert [(float(m.onset_beats), m.meter.beats) for m in performance.meters] == [
        (0, (4,)), (4, (2,)), (6, (4,)), (10, (2,)),
    ]  # fmt: skip
    assert performance.seconds_at(Fraction(6)) == pytest.approx(4)


def test_grace_notes_take_their_time_from_the_note_after_them() -> None:
    score = parse("X:1\nM:4/4\nL:1/4\nK:C\nC{DE}F|\n")
    assert timed(perform(score, PLAIN)) == [("C", 0, 1), ("F", 1, 1)]
    assert timed(perform(score, MUSICIAN)) == [
        ("C", 0, 1), ("D", 1, 0.125), ("E", 1.125, 0.125), ("F", 1.25, 0.75),
    ]  # fmt: skip


def test_a_hornpipe_swings_and_a_reel_does_not() -> None:
    tune = "X:1\nR:{}\nM:4/4\nL:1/8\nK:C\nG|CDEF GABc|\n"
    hornpipe = perform(parse(tune.format("hornpipe")))
    reel = perform(parse(tune.format("reel")))
    third = Fraction(1, 3)
    # The pickup is the short half of its beat.
    assert hornpipe.notes[0].duration_beats == third
    assert [note.duration_beats for note in hornpipe.notes[1:5]] == [2 * third, third] * 2
    assert {note.duration_beats for note in reel.notes} == {Fraction(1, 2)}


def test_a_hornpipe_written_long_and_short_is_not_bent_further() -> None:
    score = parse("X:1\nR:hornpipe\nM:4/4\nL:1/8\nK:C\nC>DE>F G>AB>c|\n")
    assert perform(score).notes[0].duration_beats == Fraction(3, 4)


def test_staccato_is_short_for_a_musician() -> None:
    score = parse("X:1\nM:4/4\nL:1/4\nK:C\n.C D|\n")
    assert [float(note.duration_beats) for note in perform(score).notes] == [0.5, 1]
    assert [float(note.duration_beats) for note in perform(score, PLAIN).notes] == [1, 1]


def test_transposing_voices_sound_where_they_should() -> None:
    performance = plain("V:1 transpose=-2\nD4|")
    assert [int(note.pitch) for note in performance.notes] == [60]


def test_expansion_stops_at_the_named_limits() -> None:
    endless = plain("P:A\n|:" + "CDEF|" * 400 + ":|", "P:((((A9)9)9)9)9\n")
    assert len(endless.notes) <= MAX_NOTES
    assert endless.seconds_at(endless.duration_beats) <= MAX_MINUTES * 60 + 1
    long = plain("C999999999|D|")
    assert long.seconds_at(long.duration_beats) <= MAX_MINUTES * 60


def test_what_is_longer_than_the_limit_says_so() -> None:
    as_long = "C8|" * (MAX_MINUTES * 60 // 16)
    assert not plain(as_long, "L:1/4\nQ:1/4=30\n").is_cut
    assert plain(as_long + "C|", "L:1/4\nQ:1/4=30\n").is_cut


@pytest.mark.parametrize(
    "text",
    ["", "X:1", "K:C\n", ":|:|[1[2[3::", "X:1\nK:C\n[1[2:|", "X:1\nM:0/0\nL:1/0\nK:C\nCDE|",
     "X:1\nQ:1/4=0\nK:C\nC|", "X:1\nP:AAAA\nK:C\nC|", "X:1\nM:none\nK:C\n\"C\"CDEF\"G\"G"],
)  # fmt: skip
def test_nothing_raises(text: str) -> None:
    for interpretation in (PLAIN, MUSICIAN):
        performance = perform(parse(text), interpretation)
        assert performance.duration_beats >= 0
        assert performance.tempos
