import pytest

from abcstudio.errors import TrainingError
from abcstudio.learning.config import (
    TrainingConfig,
    check_config,
    config_data,
    config_from,
    hyper_parameters,
)
from abcstudio.learning.presets import PRESETS
from abcstudio.messages import ENGLISH, english


def test_the_lab_preset_is_the_labs():
    lab = PRESETS["lab"]
    assert (lab.cell, lab.num_layers, lab.embedding_dim, lab.hidden_size) == ("lstm", 1, 256, 1024)
    assert (lab.steps, lab.batch_size, lab.seq_len) == (3000, 8, 100)
    assert (lab.optimizer, lab.learning_rate, lab.schedule) == ("adam", 5e-3, "constant")
    assert (lab.dropout, lab.weight_decay, lab.gradient_clip) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_within_its_ranges(name):
    assert check_config(PRESETS[name]) is PRESETS[name]


def test_every_hyper_parameter_has_a_label_and_a_sentence():
    for name in hyper_parameters():
        assert ENGLISH[f"hyperparameter.{name}"]
        assert ENGLISH[f"hyperparameter.{name}.help"].endswith(".")


def test_a_value_is_typed_as_text():
    config = TrainingConfig().with_value("hidden_size", " 64 ").with_value("learning_rate", "1e-3")
    assert config.hidden_size == 64
    assert config.learning_rate == 1e-3
    assert config.with_value("learning_rate", "0,005").learning_rate == 0.005


@pytest.mark.parametrize(
    ("name", "text", "message_id"),
    [
        ("hiden_size", "64", "training.unknown_name"),
        ("hidden_size", "many", "training.not_a_whole_number"),
        ("hidden_size", "1.5", "training.not_a_whole_number"),
        ("gradient_clip", "1,000", "training.ambiguous"),
        ("hidden_size", "4096", "training.out_of_range"),
        ("learning_rate", "nan", "training.not_a_number"),
        ("cell", "transformer", "training.not_a_choice"),
    ],
)
def test_a_value_that_does_not_fit_is_explained(name, text, message_id):
    with pytest.raises(TrainingError) as caught:
        TrainingConfig().with_value(name, text)
    assert caught.value.message_id == message_id
    assert name in english(message_id, caught.value.parameters)


def test_a_config_survives_its_file():
    assert config_from(config_data(PRESETS["studio"])) == PRESETS["studio"]


def test_a_network_without_heads_is_given_those_of_the_run():
    own = TrainingConfig(pointer_heads=4, pointer_width=16, pointer_reach=100, steps=7)
    plain = TrainingConfig(hidden_size=32)
    taken = own.with_network_of(plain)
    assert (taken.hidden_size, taken.pointer_heads, taken.pointer_width) == (32, 4, 16)
    with_heads = TrainingConfig(pointer_heads=2, pointer_width=24, pointer_reach=50)
    taken = own.with_network_of(with_heads)
    assert (taken.pointer_heads, taken.pointer_width, taken.pointer_reach) == (2, 24, 50)
    assert taken.steps == 7
