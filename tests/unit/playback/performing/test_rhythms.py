"""Each kind of tune at a player's tempo, and its swing on the notes that it runs in."""

from dataclasses import replace
from fractions import Fraction

import pytest

from abcstudio.corpus.rhythms import RHYTHMS
from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.performing.performer import perform

# Quarter notes a minute between which players take a tune, by its rhythm and meter.
PLAYERS = [
    ("reel", "C|", 200, 224),
    ("hornpipe", "4/4", 144, 176),
    ("clog", "C|", 144, 176),
    ("jig", "6/8", 165, 180),
    ("slip jig", "9/8", 165, 180),
    ("slide", "12/8", 187, 218),
    ("polka", "2/4", 125, 140),
    ("waltz", "3/4", 120, 150),
    ("waltz", "3/8", 60, 75),
    ("mazurka", "3/4", 120, 150),
    ("minuet", "3/4", 100, 130),
    ("minuet", "3/8", 50, 65),
    ("gavotte", "4/4", 130, 160),
    ("cotillion", "2/4", 100, 120),
    ("barndance", "4/4", 150, 170),
    ("strathspey", "4/4", 110, 130),
    ("highland fling", "4/4", 140, 150),
    ("march", "6/8", 168, 180),
    ("march", "4/4", 88, 100),
    ("march", "2/4", 72, 100),
    ("quickstep", "6/8", 168, 180),
    ("planxty", "6/8", 120, 132),
    ("air", "4/4", 76, 90),
    ("air", "2/4", 60, 66),
    ("lament", "3/4", 60, 76),
    # As the world outside spells them.
    ("Reels", "4/4", 200, 224),
    ("Barn-Dance", "4/4", 150, 170),
    ("barn dance", "4/4", 150, 170),
    ("Schottische", "4/4", 144, 170),
    ("set dance", "2/4", 66, 88),
    ("Horn Pipe", "4/4", 144, 176),
    ("horn-pipes", "C|", 144, 176),
    ("Hornpípe", "4/4", 144, 176),
    ("Quick Step", "6/8", 168, 180),
    ("SETDANCE", "2/4", 66, 88),
    ("Slipjigs", "9/8", 160, 168),
    ("hop-jig", "9/8", 176, 184),
    ("Single Jig", "6/8", 176, 184),
    ("SlowAir", "4/4", 60, 70),
    ("Slow-Airs", "4/4", 60, 70),
    ("Strath spey", "4/4", 110, 130),
    ("Schottisch", "4/4", 144, 170),
    ("Valse", "3/4", 120, 150),
    ("Mazourka", "3/4", 120, 150),
    ("Menuet", "3/8", 50, 65),
    ("Gavottes", "4/4", 130, 160),
    ("Cotillon", "2/4", 100, 120),
    ("Marsch", "4/4", 88, 100),
    ("Lullabies", "4/4", 60, 76),
    ("Planxties", "6/8", 120, 132),
    # The longer name first, and all that is slow.
    ("slow air in G", "4/4", 60, 70),
    ("slow reel", "4/4", 140, 157),
    ("slow march", "4/4", 60, 70),
    ("fair", "5/4", 120, 120),
    ("", "3/8", 66, 80),
]


def tempo(rhythm: str, meter: str, body: str = "C2D2E2F2|", length: str = "1/8") -> Fraction:
    text = f"X:1\nR:{rhythm}\nM:{meter}\nL:{length}\nK:C\n{body}\n"
    return perform(parse(text)).quarters_per_minute


@pytest.mark.parametrize(("rhythm", "meter", "low", "high"), PLAYERS)
def test_a_tune_is_as_fast_as_players_take_it(rhythm: str, meter: str, low: int, high: int) -> None:
    assert low <= tempo(rhythm, meter) <= high


@pytest.mark.parametrize(
    ("rhythm", "meter", "beat"),
    [
        ("slow reel", "C|", 2),
        ("slow jig", "6/8", Fraction(3, 2)),
        ("slow air", "6/8", Fraction(3, 2)),
    ],
)
def test_its_beats_are_a_whole_number_as_the_window_shows_them(
    rhythm: str, meter: str, beat: Fraction
) -> None:
    assert (tempo(rhythm, meter) / beat).denominator == 1


def test_every_rhythm_of_the_box_has_a_tempo_of_its_own() -> None:
    assert set(RHYTHMS) <= {rhythm for rhythm, *_ in PLAYERS}


@pytest.mark.parametrize(
    ("rhythm", "body", "share"),
    [
        ("reel", "cdef gfed|", Fraction(1, 2)),
        ("reel", "c2de g2ed|c4 d2ef|g2gf e2dc|", Fraction(1, 2)),  # 2.3 notes a quarter
        ("hornpipe", "cdef gfed|", Fraction(1, 2)),
        ("", "cdef gfed|", Fraction(1, 2)),
        ("", "c2de g2ed|c4 d2ef|g2gf e2dc|", Fraction(1)),
        ("polka", "c2d2 e2f2|", Fraction(1)),
        ("air", "cdef gfed|", Fraction(1)),
    ],
)
def test_a_tune_that_runs_in_sixteenths_is_not_twice_too_fast(
    rhythm: str, body: str, share: Fraction
) -> None:
    in_eighths = tempo(rhythm, "2/4", "c2d2 e2f2|", "1/16")
    assert tempo(rhythm, "2/4", body, "1/16") == in_eighths * share


def test_a_written_tempo_and_other_meters_are_left_alone() -> None:
    text = "X:1\nR:reel\nM:2/4\nL:1/16\nQ:1/4=200\nK:C\ncdef gfed|\n"
    assert perform(parse(text)).quarters_per_minute == 200
    assert tempo("jig", "6/8", "cdefgf edcdef|", "1/16") == tempo("jig", "6/8")


@pytest.mark.parametrize(
    ("words", "rhythm", "meter", "beat", "low", "high"),
    [
        # In dotted quarters, not in quarters: "Andante" of a jig was 56 of them.
        ("Andante", "jig", "6/8", Fraction(3, 2), 76, 92),
        ("slow", "jig", "6/8", Fraction(3, 2), 60, 76),
        ("Adagio", "", "6/8", Fraction(3, 2), 60, 76),
        ("Allegro", "slip jig", "9/8", Fraction(3, 2), 120, 136),
        ("slow", "reel", "C|", 2, 60, 76),
        ("Andante", "reel", "4/4", 2, 76, 92),
        ("Slowly", "waltz", "3/4", 1, 60, 76),
        ("Andantino", "", "4/4", 1, 76, 92),
        ("Allegro", "", "4/4", 1, 120, 140),
        # A fast word is never slower than the tune without it, nor out of reach.
        ("Allegro", "barndance", "4/4", 1, 160, 192),
        ("Presto", "jig", "6/8", Fraction(3, 2), 114, 137),
        ("Presto", "reel", "C|", 2, 105, 126),
        # Nor a slow one faster.
        ("Andante", "slow air", "4/4", 1, 60, 66),
        ("Moderato", "lament", "3/4", 1, 60, 66),
        # Of what names no speed, nothing is known.
        ("Steadfastly", "jig", "6/8", Fraction(3, 2), 114, 114),
    ],
)
def test_a_word_counts_the_beat_of_the_tune(
    words: str, rhythm: str, meter: str, beat: Fraction, low: int, high: int
) -> None:
    text = f'X:1\nR:{rhythm}\nM:{meter}\nL:1/8\nQ:"{words}"\nK:C\nC2D2E2F2|\n'
    beats = perform(parse(text)).quarters_per_minute / beat
    assert beats.denominator == 1
    assert low <= beats <= high


def test_a_word_within_the_tune_changes_its_tempo() -> None:
    text = 'X:1\nR:jig\nM:6/8\nL:1/8\nK:C\nC6|[Q:"Andante"]C6|[Q:"Tempo I"]C6|\n'
    tempos = [mark.quarters_per_minute for mark in perform(parse(text)).tempos]
    assert tempos == [171, 126, 171]
    assert len(perform(parse(text), PLAIN).tempos) == 1


def played(meter: str, length: str, body: str, rhythm: str = "hornpipe") -> list[Fraction]:
    text = f"X:1\nR:{rhythm}\nM:{meter}\nL:{length}\nK:C\n{body}\n"
    return [note.duration_beats for note in perform(parse(text)).notes]


@pytest.mark.parametrize(
    "rhythm", ["Hornpipe", "Horn Pipe", "horn-pipes", "Barn Dance", "Schottish", "CLOG"]
)
def test_it_swings_however_its_name_is_written(rhythm: str) -> None:
    assert played("4/4", "1/8", "cdef gfed|", rhythm) == [Fraction(2, 3), Fraction(1, 3)] * 4


@pytest.mark.parametrize("rhythm", ["Reel", "Strathspey", "Highland Fling", "polska", "pipes"])
def test_others_do_not_swing(rhythm: str) -> None:
    assert set(played("4/4", "1/8", "cdef gfed|", rhythm)) == {Fraction(1, 2)}


def test_a_hornpipe_in_sixteenths_swings_its_sixteenths() -> None:
    sixth = Fraction(1, 6)
    assert played("2/4", "1/16", "cdef gfed|") == [2 * sixth, sixth] * 4
    # A triplet of sixteenths and a pair that is written dotted stay as they are.
    lengths = played("2/4", "1/16", "cdef gfed|(3cdc e>f gfed|")
    assert lengths[8:13] == [sixth, sixth, sixth, Fraction(3, 8), Fraction(1, 8)]
    plain = perform(parse("X:1\nR:hornpipe\nM:2/4\nL:1/16\nK:C\ncdef|\n"), PLAIN)
    assert {note.duration_beats for note in plain.notes} == {Fraction(1, 4)}


def test_no_dance_of_the_box_in_sixteenths_is_too_fast_or_swings_its_eighths() -> None:
    dances = [
        tune
        for tune in read_tunebook(bundled_tunebook())
        if {"R:reel", "R:hornpipe"} & (lines := set(tune.text.splitlines()))
        and lines >= {"M:2/4", "L:1/16"}
    ]
    assert len(dances) > 440
    played = replace(PLAIN, rhythm_tempo=True, hornpipe_swing=True, skip_repeats=True)
    for tune in dances[::10]:
        swung = perform(parse(tune.text), played)
        even = perform(parse(tune.text), replace(played, hornpipe_swing=False))
        assert len(swung.notes) / swung.seconds_at(swung.duration_beats) <= 8, tune.title
        moved = {
            note.onset_beats - other.onset_beats
            for note, other in zip(swung.notes, even.notes, strict=True)
        }
        assert Fraction(1, 6) not in moved, tune.title


def test_the_accompaniment_swings_with_sixteenths() -> None:
    text = 'X:1\nR:hornpipe\nM:2/4\nL:1/16\nK:C\n%%MIDI gchord cccccccc\n"C"cdef gfed|\n'
    performance = perform(parse(text))
    onsets = {n.onset_beats for n in performance.notes if performance.tracks[n.voice].is_backing}
    assert sorted(onsets) == sorted({n.onset_beats for n in performance.notes if n.voice == 0})
