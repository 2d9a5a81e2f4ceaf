"""What is said at the end of a run: a bad result is never called a good one."""

import random

import pytest

from abcstudio.corpus.similarity import likeness, quick_contours
from abcstudio.paths import resources_dir
from abcstudio.recipes.verdict import (
    RunFacts,
    has_clearly_risen,
    holds_together_below,
    latest_takes,
    rise,
    verdict,
)


def tune(number):
    notes = random.Random(number)
    bars = "|".join("".join(notes.choices("CDEFGABcdefg", k=8)) for _ in range(8))
    return f"X:1\nT:Tune {number}\nM:4/4\nL:1/8\nK:G\n{bars}|]"


def facts(train_loss, best_val_loss, **others):
    return RunFacts(train_loss=train_loss, best_val_loss=best_val_loss, vocab_size=79, **others)


TEXT = "".join(f"{tune(number)}\n\n" for number in range(30))
GOOD = facts(1.0, 1.1, training_text=TEXT, takes=(tune(100), tune(101), tune(102)))


@pytest.mark.parametrize(
    ("train", "val", "takes", "said"),
    [
        (1.0, 1.1, (), "good"),
        (None, None, (), "worse"),
        (4.4, 4.4, (), "worse"),
        (4.3, 4.3, (), "guessing"),
        (3.5, None, (), "guessing"),
        (2.4, 2.5, (), "unripe"),
        (1.57, 1.527, (), "unripe"),
        (1.48, 1.49, (), "good"),
        # The model in the box, and two networks of 115 slip jigs.
        (0.75, 0.96, (), "good"),
        (0.72, 0.99, (), "better_at_its_own"),
        (0.71, 1.10, (), "better_at_its_own"),
        (0.5, 1.4, (), "overfitted"),
        (0.05, None, (), "by_heart"),
        (0.05, 3.0, (), "by_heart"),
        # No worse than one who guesses at other tunes, and at none of its own.
        (0.05, 4.3, (), "by_heart"),
        (0.9, None, (), "unmeasured"),
        (0.9, None, (tune(1), tune(2), tune(3)), "by_heart"),
        (0.9, 1.0, (tune(1), tune(2), tune(100)), "by_heart"),
        (0.9, 1.0, (tune(1), tune(100), tune(101)), "good"),
        (0.9, 1.0, ("no tune", "", "\n\n"), "good"),
    ],
)
def test_each_end_has_its_sentence(train, val, takes, said):
    found = verdict(facts(train, val, training_text=TEXT, takes=takes))
    assert found.message_id == f"verdict.{said}"
    assert "{" not in str(found)
    # A bad end says what to try.
    ways = ("Give it ", "Let it train ", "Raise ")
    assert any(way in str(found) for way in ways) == (said != "good")


def test_a_loss_that_has_risen_is_no_reason_to_train_longer():
    assert "Let it train for more steps" in str(verdict(facts(1.7, 1.79)))
    risen = str(verdict(facts(1.7, 1.79, has_risen=True)))
    assert "do not hold together yet" in risen
    assert "more steps" not in risen
    assert "Give it more tunes or more dropout" in risen


@pytest.mark.parametrize(
    ("best", "last", "is_risen"),
    [(1.097, 1.733, True), (1.0, 1.06, True), (1.0, 1.03, False), (None, None, False)],
)
def test_a_clear_rise_is_said_with_the_step_that_is_kept(best, last, is_risen):
    assert has_clearly_risen(best, last) == is_risen
    said = rise(100, best, last)
    assert (said is not None) == is_risen
    if said is not None:
        assert str(said) == (
            "Since step 100 the loss on held-out tunes has risen: the network of step 100 is "
            "kept; fewer steps or more dropout would do."
        )


def test_an_over_fitted_network_is_named_with_both_of_its_losses():
    assert "0.61 on the tunes that it reads, and of 1.17" in str(verdict(facts(0.61, 1.17)))


def test_help_and_verdict_name_one_loss_below_which_tunes_hold_together():
    limit = f"{holds_together_below(79):.2f}"
    assert f"a loss below {limit}" in str(verdict(facts(1.6, 1.6)))
    words = (resources_dir() / "help" / "training.md").read_text(encoding="utf-8")
    assert f"Below {limit.rstrip('0')} the tunes begin to hold together" in words
    # The fewer characters there are, the less a loss is worth.
    few = RunFacts(train_loss=1.4, best_val_loss=1.4, vocab_size=30)
    assert verdict(few).message_id == "verdict.unripe"


def test_tunes_too_few_to_hold_any_out_are_a_reason_too():
    said = str(verdict(facts(0.9, None)))
    assert "the held-out share is 0, or there are too few tunes" in said


def test_guessing_is_measured_by_the_characters():
    assert "ln 79 = 4.37" in str(verdict(facts(4.3, 4.2)))


def test_a_tune_cut_short_or_in_another_key_is_still_the_same_melody():
    own, cut = tune(5), tune(5)[:80]
    others = quick_contours((own, tune(6)))
    assert likeness(quick_contours((cut,))[0], others) == 1.0
    assert likeness(quick_contours((tune(7),))[0], others) < 0.2
    assert likeness((), ()) == 0.0
    assert (
        verdict(facts(0.9, None, training_text=TEXT, takes=(cut,))).message_id == "verdict.by_heart"
    )


def test_the_latest_takes_are_those_of_the_last_steps(tmp_path):
    for step in (5, 999_999, 1_000_000, 20):
        (tmp_path / f"step-{step:06d}.abc").write_text(str(step))
    (tmp_path / "step-last.abc").write_text("of a person")
    assert latest_takes(tmp_path, 1_000_000) == ("20", "999999", "1000000")
    # Those of networks that are not kept do not count.
    assert latest_takes(tmp_path, 20) == ("5", "20")
