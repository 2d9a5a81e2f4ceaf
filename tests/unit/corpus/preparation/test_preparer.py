"""Each step does what it says, counts what it leaves, and is not done again without need."""

from dataclasses import replace

import pytest

from abcstudio.corpus.preparation.preparation import (
    FAMILIES,
    KEEP,
    MELODIES,
    Preparation,
    preparation_from,
)
from abcstudio.corpus.preparation.preparer import (
    ONE_VOICE,
    STEPS,
    Preparer,
    StepCount,
    StepProgress,
    one_voice,
)
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError, CorpusError
from abcstudio.stopping import stopping
from tests.unit.corpus.health.sick_tunes import SICK

ALL = Preparation(clean=False, one_voice=False, repeats=KEEP, validation_percent=0)
TUNES = split_tunebook(SICK)


def _counts(steps: Preparation) -> dict[str, StepCount]:
    return {count.step: count for count in Preparer().prepare(TUNES, steps).counts}


def test_steps_that_do_nothing_leave_all_tunes_as_they_are() -> None:
    made = Preparer().prepare(TUNES, ALL)
    assert made.training == TUNES
    assert made.held_out == ()
    assert [count.step for count in made.counts] == list(STEPS)
    assert {(count.tunes, count.changed) for count in made.counts[:-1]} == {(6, 0)}


def test_cleaning_fixes_and_drops_what_cannot_be_learned() -> None:
    made = Preparer().prepare((*TUNES, *split_tunebook("X:9\nK:C\n")), replace(ALL, clean=True))
    texts = [tune.text for tune in made.training]
    assert len(texts) == 6
    assert texts[4].endswith("K:F\nf2c'2a2|g2b2d'2|c'2a2f2|e2c2f2|")
    assert texts[5].endswith("a2c2|e2a2|a2|")


@pytest.mark.parametrize(("repeats", "left"), [(KEEP, 6), (MELODIES, 4), (FAMILIES, 4)])
def test_one_of_each_is_left(repeats: str, left: int) -> None:
    assert _counts(replace(ALL, repeats=repeats))["drop"].tunes == left


def test_all_are_moved_to_one_tonic_with_their_modes() -> None:
    made = Preparer().prepare(split_tunebook("X:1\nK:Ador\nAB|\n\nX:2\nK:D\nd|"),
                              replace(ALL, tonic="D"))  # fmt: skip
    assert [tune.key for tune in made.training] == ["Ddor", "D"]


def test_the_split_keeps_families_together_and_its_seed() -> None:
    steps = replace(ALL, validation_percent=34)
    one, again = (Preparer().prepare(TUNES, steps) for _ in range(2))
    assert one.held_out
    assert one == again
    sides = {tune.number in {each.number for each in one.held_out} for tune in TUNES[:3]}
    assert len(sides) == 1


def test_a_change_of_a_later_step_does_not_clean_again(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def counted(text: str) -> str:
        calls.append(text)
        return one_voice(text)

    monkeypatch.setattr("abcstudio.corpus.preparation.preparer.one_voice", counted)
    preparer = Preparer()
    steps = replace(ALL, one_voice=True)
    preparer.prepare(TUNES, steps)
    preparer.prepare(TUNES, replace(steps, tonic="D", validation_percent=20))
    assert len(calls) == 6
    preparer.prepare(TUNES, replace(steps, asked=TuneFilter(words="first")))
    assert len(calls) == 9


def test_a_person_can_stop_it() -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        Preparer().prepare(TUNES, ALL)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("X:1\nK:C\nc & e|", "X:1\nK:C\nc |"),
        ('X:1\nK:C\n"A & B"c|', 'X:1\nK:C\n"A & B"c|'),
        ("X:1\n%%score 1 2\nV:1\nV:2\nK:C\nV:1\nc|\nw:one\nV:2\ne|\n", "X:1\nK:C\nc|\nw:one"),
        ("X:1\nK:C\n[V:T]c|\n[V:B]e|\n[V:T]d|", "X:1\nK:C\nc|\nd|"),
        ("X:1\nK:C\ncde|", "X:1\nK:C\ncde|"),
    ],
)
def test_the_first_voice_stays(text: str, kept: str) -> None:
    assert one_voice(text).rstrip("\n") == kept


def test_steps_come_back_from_their_data() -> None:
    steps = Preparation(source="a.abc", asked=TuneFilter(rhythm="reel"), tonic="D", rng_seed=3)
    assert preparation_from(steps.data()) == steps
    assert preparation_from({}) == Preparation()


@pytest.mark.parametrize(
    "data",
    [None, [], {"tonic": "H"}, {"clean": 1}, {"validation_percent": True}, {"select": "reel"},
     {"validation_percent": 99}, {"repeats": "some"}, {"select": {"words": 3}}],
)  # fmt: skip
def test_what_is_no_steps_is_refused(data: object) -> None:
    with pytest.raises(CorpusError, match="unusable"):
        preparation_from(data)


def test_a_step_reports_every_fifty_tunes() -> None:
    told: list[StepProgress] = []
    tunes = split_tunebook("\n\n".join(f"X:{n}\nT:{n}\nK:C\nCDEF|" for n in range(1, 121)))
    Preparer().prepare(tunes, replace(ALL, one_voice=True), told.append)
    assert [one.done for one in told if one.step == ONE_VOICE] == [0, 0, 50, 100]
