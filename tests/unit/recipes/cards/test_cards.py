"""What a card says of a model: its file's facts, its takes measured, the same each time."""

import math
from pathlib import Path

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError, ModelFileError
from abcstudio.learning.checkpoint import load_model
from abcstudio.learning.model import count_parameters
from abcstudio.paths import bundled_jury, bundled_model, bundled_runs
from abcstudio.recipes.cards.card import read_facts
from abcstudio.recipes.cards.quality import TakesMeasured, measure_model, tune_of_model
from abcstudio.stopping import stopping
from tests.unit.recipes.mixing.mixed_models import plain


def test_a_card_says_what_the_file_says() -> None:
    card = read_facts(bundled_model())
    loaded = load_model(bundled_model())
    assert card.header == loaded.header
    assert card.parameters == count_parameters(loaded.model)
    assert card.size == bundled_model().stat().st_size
    assert card.header.corpus.fingerprint


def test_what_is_no_model_has_no_card(tmp_path: Path) -> None:
    path = tmp_path / "no.safetensors"
    with pytest.raises(ModelFileError):
        read_facts(path)
    path.write_bytes(b"\xff" * 100)
    with pytest.raises(ModelFileError):
        read_facts(path)


def test_the_takes_of_a_model_are_measured_the_same_each_time() -> None:
    reports: list[TakesMeasured] = []

    def measured() -> object:
        return measure_model(
            bundled_model(), bundled_jury(), bundled_runs(), reports.append, takes=3
        )

    found = measure_model(bundled_model(), bundled_jury(), bundled_runs(), reports.append, takes=3)
    assert [(one.done, one.takes) for one in reports] == [(1, 3), (2, 3), (3, 3)]
    assert (found.takes, found.tunes) == (3, 3)
    assert found.measures >= found.right > 0.8 * found.measures
    assert 0 <= found.faultless <= 3
    assert 0.0 < found.score < 1.0
    assert measured() == found


def test_a_model_that_has_learned_nothing_is_measured_too(tmp_path: Path) -> None:
    found = measure_model(
        plain(tmp_path), bundled_jury(), bundled_runs(), lambda _report: None, takes=2
    )
    assert found.takes == 2
    assert found.right < max(1, found.measures)
    assert math.isfinite(found.score)


def test_measuring_can_be_stopped() -> None:
    reports: list[TakesMeasured] = []
    with pytest.raises(CancelledError), stopping(lambda: bool(reports)):
        measure_model(bundled_model(), bundled_jury(), bundled_runs(), reports.append, takes=4)
    assert len(reports) == 1


def test_the_tune_of_a_model_is_the_same_each_time_and_whole(tmp_path: Path) -> None:
    tune = tune_of_model(bundled_model())
    assert len(split_tunebook(tune)) == 1
    assert tune == tune_of_model(bundled_model())
    greek = plain(tmp_path, "αβγδ\n")
    assert tune_of_model(greek) == ""
