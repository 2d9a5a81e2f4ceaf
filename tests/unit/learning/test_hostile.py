"""A short form of benchmarks/reliability/hostile_checkpoints.py, and what it has found."""

import struct

import hostile_checkpoints
import pytest
import torch
from hostile_heads import POINTER_MODELS
from hostile_kinds import COMMON, joined, taken_apart
from hostile_models import MODELS
from hostile_readers import CONFIGS, Trainee, model_files, state_files, use_model
from hostile_states import POINTER_STATES, STATES

from abcstudio.errors import ModelFileError
from abcstudio.learning.checkpoint import load_model, read_header


def test_hostile_checkpoints_are_refused_and_nothing_is_run():
    result = hostile_checkpoints.examine(count=200, seed=1)
    assert not result["failures"], result["first_failures"]
    assert not result["asked_of_the_system"]
    assert result["hook_sees_code_and_writes"]
    assert result["kinds"] > 200
    assert result["loaded_and_sound"] > 20


def test_every_kind_differs_from_the_valid_file(tmp_path):
    model, state = model_files(tmp_path)[0], state_files(tmp_path)[0]
    for name, make in (COMMON | MODELS).items():
        assert make(taken_apart(model)) != joined(*_same(model)), name
    for name, make in (COMMON | STATES).items():
        assert make(taken_apart(state)) != joined(*_same(state)), name
    model, state = model_files(tmp_path)[len(CONFIGS) - 1], state_files(tmp_path)[-1]
    for name, make in POINTER_MODELS.items():
        assert make(taken_apart(model)) != joined(*_same(model)), name
    for name, make in POINTER_STATES.items():
        assert make(taken_apart(state)) != joined(*_same(state)), name


def _same(data):
    parts = taken_apart(data)
    return parts.header, parts.numbers, parts.facts


def test_a_valid_file_taken_apart_and_joined_is_still_valid(tmp_path):
    path = tmp_path / "joined.safetensors"
    for data in model_files(tmp_path):
        path.write_bytes(joined(*_same(data)))
        use_model(path)


def test_a_name_that_would_steer_a_terminal_is_shown_without_that(tmp_path):
    parts = taken_apart(model_files(tmp_path)[0])
    path = tmp_path / "named.safetensors"
    name = "\x1b[2J\ud800 Reels\n"
    path.write_bytes(joined(parts.header, parts.numbers, {**parts.facts, "name": name}))
    assert read_header(path).name == "�[2J� Reels�"


@pytest.mark.parametrize("number", [0, len(CONFIGS) - 1])
def test_the_largest_weights_still_give_finite_scores(tmp_path, number):
    parts = taken_apart(model_files(tmp_path)[number])
    path = tmp_path / "large.safetensors"
    count = len(parts.numbers) // 4
    path.write_bytes(joined(parts.header, struct.pack("<f", 65504.0) * count))
    use_model(path)
    path.write_bytes(joined(parts.header, struct.pack("<f", -65505.0) * count))
    with pytest.raises(ModelFileError) as caught:
        load_model(path)
    assert caught.value.message_id == "model.not_finite"


@pytest.mark.parametrize("drawn", [0, 1, 623, 624, 625, 1300])
def test_a_generator_that_torch_has_saved_is_taken_wherever_it_stands(tmp_path, drawn):
    """The check of its counters knows how torch counts."""
    config = CONFIGS[0]
    path = tmp_path / "state.safetensors"
    before = Trainee.fresh(config)
    torch.rand(drawn, generator=before.generator)
    torch.manual_seed(3)
    torch.rand(drawn)
    before.save(path)
    wanted = torch.rand(5, generator=before.generator), torch.rand(5)
    after = Trainee.fresh(config)
    after.load(path)
    found = torch.rand(5, generator=after.generator), torch.rand(5)
    assert all(map(torch.equal, wanted, found))
