"""The options of sampling as data: ranges hold their defaults, and plain data gives them back."""

from dataclasses import fields
from typing import Any

import pytest

from abcstudio.field_values import Flag
from abcstudio.learning.sampling.sampling_config import (
    KnownSampling,
    SamplingConfig,
    chosen_options,
    sampling_data,
    sampling_from,
    sampling_options,
)
from abcstudio.messages import ENGLISH


@pytest.mark.parametrize("name", [item.name for item in fields(SamplingConfig)])
def test_every_option_has_a_range_that_holds_its_default_and_words(name):
    option, default = sampling_options()[name], getattr(SamplingConfig(), name)
    assert option.values.accepted(default) == default
    assert option.before is None or option.values.accepted(option.before) == option.before
    assert (name in chosen_options()) == (f"sampling.{name}" in ENGLISH)


@pytest.mark.parametrize("name", chosen_options())
def test_every_option_that_a_person_chooses_has_a_sentence(name):
    assert ENGLISH[f"sampling.{name}.help"].endswith(".")


def test_options_come_back_from_plain_data():
    config = other_config()
    assert sampling_from(sampling_data(KnownSampling(config, frozenset()))) == (config, frozenset())


def test_options_that_older_data_does_not_name_are_neutral_or_unknown():
    known = sampling_from({"temperature": 0.5, "rng_seed": 3, "prompt": "X:1"})
    assert known.config == SamplingConfig(
        temperature=0.5,
        rng_seed=3,
        repetition_guard=False,
        share_attempts=False,
        edition=0,
    )
    assert known.unknown == {"max_chars", "stop_at_tune_end"}
    assert set(sampling_data(known)) == set(sampling_options()) - known.unknown


@pytest.mark.parametrize("value", [0.0, 11.0, float("nan"), True, "0.5", None])
def test_a_value_beyond_its_range_is_refused(value):
    with pytest.raises(ValueError, match=str(value)):
        sampling_from({"temperature": value})


def other_config() -> SamplingConfig:
    """Return a config none of whose options has its default."""
    values: dict[str, Any] = {
        name: not getattr(SamplingConfig(), name)
        if isinstance(option.values, Flag)
        else option.values[option.values.minimum == getattr(SamplingConfig(), name)]
        for name, option in sampling_options().items()
    }
    return SamplingConfig(**values)
