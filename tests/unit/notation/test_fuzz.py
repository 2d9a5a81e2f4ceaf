"""A short form of benchmarks/reliability/abc_fuzz.py: the same inputs, one in four hundred."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from abc_checks import examine
from abc_grammar import grammar_text
from abc_inputs import LIMIT, Inputs
from hypothesis import given, settings
from hypothesis import strategies as st

from abcstudio.corpus.sources import read_tunebook
from tests.thorough import tries

TUNEBOOK = Path(__file__).parents[3] / "resources" / "tunes" / "tunebook.abc"


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return Inputs(seed=1, tunes=[tune.text for tune in read_tunebook(TUNEBOOK)])


@pytest.mark.parametrize("block", range(tries(1)))
def test_any_input_is_read_performed_and_written(inputs: Inputs, block: int) -> None:
    for index in range(100 * block, 100 * (block + 1)):
        _kind, text = inputs.make(index)
        outcome = examine(text, everything=index % 10 == 0)
        assert not outcome.failures, f"input {index}: {outcome.failures}\n{text!r}"


@settings(max_examples=tries(25), deadline=None)
@given(st.randoms(use_true_random=False))
def test_tunes_that_hypothesis_chooses(random: Random) -> None:
    text = grammar_text(random, LIMIT)
    assert not examine(text, everything=True).failures


def test_the_inputs_are_of_every_kind_and_can_be_made_again(inputs: Inputs) -> None:
    made = [inputs.make(index) for index in range(1000)]
    assert made == [inputs.make(index) for index in range(1000)]
    shares = Counter(kind for kind, _ in made)
    assert shares["grammar"] > 300
    assert shares["mutation"] > 300
    assert shares["bytes"] > 150
    texts = "".join(text for _, text in made)
    assert "\x00" in texts
    assert "\ud800" in texts
    assert max(len(text) for _, text in made) <= LIMIT


def test_a_broken_promise_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_arguments: object) -> bytes:
        raise ZeroDivisionError("as the test asks")

    assert not examine("X:1\nK:C\nA").failures
    monkeypatch.setattr("abc_checks.midi_bytes", break_down)
    assert "as the test asks" in examine("X:1\nK:C\nA").failures[0]
