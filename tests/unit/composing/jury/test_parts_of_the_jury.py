"""Counts, known tunes, scales: what the jury is made of."""

import random

import pytest

from abcstudio.composing.jury import mode, rhythm
from abcstudio.composing.jury.chances import ANYWHERE, Chances
from abcstudio.composing.jury.criteria import counted
from abcstudio.composing.jury.fitting.examples import CORRUPTIONS, crossed
from abcstudio.composing.jury.fitting.fit import auc, fitted, told_from
from abcstudio.composing.jury.fitting.wrong_notes import one_accidental, some_accidentals
from abcstudio.composing.jury.judged_tune import JudgedTune, judged
from abcstudio.composing.jury.plagiarism import KnownTunes
from abcstudio.composing.jury.taken_up import PIECES, taken_up
from abcstudio.notation.reader.parser import parse

HEADER = "X:1\nM:4/4\nL:1/8\nK:G\n"
FIRST = "G2BG dGBG|G2Bd egfa|g2eg d2BG|A2AB AGEF|"
SECOND = "d2gd bdgd|c2ec gcec|B2dB gBdB|A2cA fdcA|"
OTHER = "e4e4|f3e d4|c'4b4|a2^g2a4|"


def tune_of(body: str, header: str = HEADER) -> JudgedTune:
    return judged(parse(header + body))


def test_what_is_seen_often_surprises_little() -> None:
    chances = Chances.counted([("a", "x")] * 9 + [("a", "y")] + [("b", "y")] * 5)
    assert chances.surprise("a", "x") < chances.surprise("a", "y") < chances.surprise("a", "z")
    assert chances.surprise("c", "x") < chances.surprise("c", "z")
    assert (chances.is_known("y"), chances.is_known("z")) == (True, False)
    assert Chances(chances.data).surprise("a", "y") == chances.surprise("a", "y")


def test_an_event_without_a_context_is_counted_once() -> None:
    assert Chances.counted([(ANYWHERE, "x"), ("a", "x")]).data == {"": {"x": 2}, "a": {"x": 1}}


def test_only_the_last_measure_of_each_part_is_an_ending() -> None:
    seen = list(rhythm.events(tune_of("|:G2BG dGBG|A2AB AGEF:|\n|:d2gd bdgd|c8|B2dB gBdB:|\n")))
    kinds = [context[-2] for context, _ in seen[::4]]
    assert kinds == [":", ".", ":", ":", "."]


def test_what_is_rare_is_not_remembered() -> None:
    assert Chances.counted([("a", "x")] * 3 + [("a", "y")], least=2).data == {
        "": {"x": 3},
        "a": {"x": 3},
    }


def test_a_part_of_a_known_tune_is_found_in_any_key() -> None:
    known = KnownTunes.of([tune_of(FIRST), tune_of(SECOND)])
    other = tune_of("A2cA eAcA|A2ce fagb|" + "A8|B8|", "X:1\nM:4/4\nL:1/8\nK:A\n")
    copied = known.copied(other)
    assert (copied.source, copied.measures, copied.of) == (0, {0, 1}, 4)
    assert copied.figures == {"plagiarism.share": 0.5, "plagiarism.run": 2.0}
    assert known.copied(tune_of("G8|A8|G8|A8|")).source == -1


def test_known_tunes_are_written_and_read_again() -> None:
    known = KnownTunes.of([tune_of(FIRST), tune_of(""), tune_of(SECOND)])
    again = KnownTunes.read(known.written)
    assert again.written == known.written
    assert again.copied(tune_of(SECOND)).source == 2
    with pytest.raises(ValueError, match="cut off"):
        KnownTunes.read(known.written[:-4])


def test_parts_pickups_and_second_endings() -> None:
    tune = tune_of("D|:G2BG dGBG|1 A6 D:|2 A8|:" + SECOND[:-1] + ":|")
    assert [len(part) for part in tune.parts] == [3, 4]
    assert [one.is_pickup for one in tune.measures][:2] == [True, False]
    assert tune.meter == f"{6720}/{1680}"


def test_ties_join_and_rests_lengthen() -> None:
    (measure,) = tune_of("G2-G2 z2 [GBd]2|").measures
    assert [(note.pitch, note.length) for note in measure.notes] == [(67, 5040), (74, 1680)]
    assert [note.alter for note in tune_of("f ^f =f _B|").measures[0].notes] == [0, 0, -1, -1]


def test_the_typical_band_counts() -> None:
    chance = random.Random(0)
    real = [{"size": chance.gauss(0, 1)} for _ in range(400)]
    worse = {"apart": [{"size": chance.choice((-4, 4)) + chance.gauss(0, 0.5)} for _ in range(400)]}
    scale = fitted(real, worse)
    assert fitted(real, worse) == scale
    middle, low, high = (scale.value({"size": one}) for one in (0.0, -4.0, 4.0))
    assert middle > 0.3
    assert max(low, high) < 0.05
    assert scale.oddest({"size": 4.0}) == ("size", True)
    assert scale.oddest({"size": -4.0}) == ("size", False)
    assert scale.oddest({}) == ("", False)


def test_few_examples_of_a_kind_count_as_much_as_many() -> None:
    chance = random.Random(0)
    real = [{"size": chance.gauss(0, 1)} for _ in range(400)]
    few = [{"size": chance.gauss(4, 0.5)} for _ in range(40)]
    once, often = told_from(real, few), told_from(real, few * 10)
    for size in (-1.0, 0.0, 4.0):
        assert once.odds({"size": size}) == pytest.approx(often.odds({"size": size}), abs=0.5)


def test_the_odds_are_those_of_the_densities() -> None:
    chance = random.Random(0)
    real = [{"size": chance.gauss(0.5, 1)} for _ in range(4000)]
    made = [{"size": chance.gauss(-0.5, 1)} for _ in range(1000)]
    kind = told_from(real, made)
    for size in (-1.0, 0.0, 1.0):
        assert kind.odds({"size": size}) == pytest.approx(size, abs=0.4)
    assert kind.odds({}) == pytest.approx(0.5, abs=0.3)


def test_a_kind_that_is_hard_to_notice_counts_most() -> None:
    chance = random.Random(0)
    real = [{"size": chance.gauss(0, 1), "weight": chance.gauss(0, 1)} for _ in range(300)]
    plain = [{"size": chance.gauss(6, 1), "weight": chance.gauss(0, 1)} for _ in range(300)]
    hidden = [{"size": chance.gauss(0, 1), "weight": chance.gauss(1, 1)} for _ in range(300)]
    kinds = fitted(real, {"plain": plain, "hidden": hidden}).kinds
    assert kinds["hidden"].share > 0.8
    assert sum(kind.share for kind in kinds.values()) == pytest.approx(1.0, abs=0.001)


def test_the_reason_is_that_of_the_worst_kind() -> None:
    chance = random.Random(0)
    real = [{"size": chance.gauss(0, 1), "weight": chance.gauss(0, 1)} for _ in range(300)]
    big = [{"size": chance.gauss(4, 1), "weight": chance.gauss(0, 1)} for _ in range(300)]
    light = [{"size": chance.gauss(0, 1), "weight": chance.gauss(-4, 1)} for _ in range(300)]
    scale = fitted(real, {"big": big, "light": light})
    assert scale.oddest({"size": 4.0, "weight": 0.0}) == ("size", True)
    assert scale.oddest({"size": 0.0, "weight": -4.0}) == ("weight", False)


def test_parts_that_take_up_pieces_are_akin() -> None:
    tables = counted([tune_of(FIRST), tune_of(SECOND)], 1)
    akin = tune_of(f"|:{FIRST[:-1]}:|:{FIRST[:-1]}:|")
    strange = tune_of(f"|:{FIRST[:-1]}:|:{OTHER[:-1]}:|")
    for name in PIECES:
        for figure in (f"structure.{name}", f"structure.{name}_closing"):
            assert taken_up(strange, tables)[figure] < taken_up(akin, tables)[figure], figure
    assert taken_up(akin, tables)["structure.tops"] == 0.0
    assert taken_up(strange, tables)["structure.lengths_apart"] > 0.0
    assert taken_up(tune_of(FIRST), tables) == {}


def test_takes_are_measured_in_each_fold() -> None:
    tunes = [tune_of(first + second) for first in (FIRST, SECOND) for second in (FIRST, SECOND)]
    takes = [tune_of(FIRST + FIRST), tune_of(SECOND + SECOND), tune_of(SECOND + FIRST)]
    plain = crossed(tunes, [0, 0, 3, 3], [], 0)
    found = crossed(tunes, [0, 0, 3, 3], takes, 0)
    assert (found.real, found.worse, found.whole) == (plain.real, plain.worse, plain.whole)
    assert (len(plain.takes), len(found.takes), len(found.whole)) == (0, 3, 4)
    for figures in (*found.takes, *found.whole):
        assert {name.partition(".")[0] for name in figures} == {
            "rhythm", "mode", "range", "structure", "melody", "interval", "degree", "strong",
            "length", "arch",
        }  # fmt: skip


def test_auc_counts_ties_half() -> None:
    assert auc([2.0, 3.0], [0.0, 1.0]) == 1.0
    assert auc([1.0, 1.0], [1.0, 1.0]) == 0.5
    assert auc([0.0], [1.0]) == 0.0


@pytest.mark.parametrize(
    "corruption",
    [kind for kinds in CORRUPTIONS.values() for kind in kinds],
    ids=lambda k: k.__name__,
)
def test_a_corruption_changes_a_tune_and_keeps_what_it_says(corruption) -> None:
    tune, other = tune_of(FIRST + FIRST + SECOND), tune_of(SECOND + SECOND + FIRST)
    worse = corruption(tune, other, random.Random(3))
    assert worse != tune
    assert corruption(tune, other, random.Random(3)) == worse
    assert worse.is_enough


@pytest.mark.parametrize(("corruption", "count"), [(one_accidental, 1), (some_accidentals, 6)])
def test_so_many_notes_get_another_accidental(corruption, count) -> None:
    tune = tune_of(FIRST + FIRST + SECOND)
    worse = corruption(tune, tune, random.Random(3))
    pairs = zip(tune.notes, worse.notes, strict=True)
    changed = [(note, other) for note, other in pairs if note != other]
    assert len(changed) == count
    assert all(abs(other.pitch - note.pitch) == 1 for note, other in changed)


def test_a_neighbour_is_known_by_its_steps_up_to_a_fourth() -> None:
    contexts = [context for context, _ in mode.events(tune_of("GAdg GBeG|" * 8))][:8]
    assert [context.split(":")[2] for context in contexts[1:4]] == ["-1+3", "-3+3", "-3-3"]
