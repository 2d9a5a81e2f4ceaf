"""The person's own models: shared byte for byte, deleted and brought back as they were."""

import os
from pathlib import Path

import pytest

from abcstudio.errors import ModelFileError
from abcstudio.paths import bundled_model
from abcstudio.recipes.cards.kept_models import bring_back, put_aside, share_model, sweep_deleted
from abcstudio.recipes.models import available_models
from tests.unit.recipes.untrained_model import untrained_model

DAY = 24 * 3600


def listed(folder: Path) -> list[Path]:
    found = available_models(folder / "none", folder / "none", folder)
    return [model.path for model in found]


def test_a_shared_model_is_the_same_file(tmp_path: Path) -> None:
    target = tmp_path / "shared.safetensors"
    assert share_model(bundled_model(), target) == target
    assert target.read_bytes() == bundled_model().read_bytes()


def test_what_is_no_model_is_not_shared(tmp_path: Path) -> None:
    source, target = tmp_path / "no.safetensors", tmp_path / "target.safetensors"
    source.write_text("no model")
    with pytest.raises(ModelFileError):
        share_model(source, target)
    assert not target.exists()


def test_a_deleted_model_is_off_the_list_and_comes_back_as_it_was(tmp_path: Path) -> None:
    model = untrained_model(tmp_path, "abc")
    os.utime(model, (1_700_000_000, 1_700_000_000))
    data = model.read_bytes()
    deleted = put_aside(model)
    assert listed(tmp_path) == []
    assert bring_back(deleted) == model
    assert listed(tmp_path) == [model]
    assert model.read_bytes() == data
    assert model.stat().st_mtime == 1_700_000_000


def test_a_deleted_model_takes_the_place_of_no_other_one(tmp_path: Path) -> None:
    model = untrained_model(tmp_path, "abc")
    first = put_aside(model)
    untrained_model(tmp_path, "abcd")
    second = put_aside(model)
    untrained_model(tmp_path, "abcde")
    back = [bring_back(second), bring_back(first)]
    assert len({model, *back}) == 3
    assert set(listed(tmp_path)) == {model, *back}


def test_what_was_deleted_long_ago_is_gone_for_good(tmp_path: Path) -> None:
    old = put_aside(untrained_model(tmp_path, "abc"))
    then = old.aside.stat().st_mtime - DAY - 1
    os.utime(old.aside, (then, then))
    new = put_aside(untrained_model(tmp_path, "abcd"))
    sweep_deleted(tmp_path)
    assert not old.aside.exists()
    assert new.aside.exists()
    sweep_deleted(tmp_path / "none")
    with pytest.raises(FileNotFoundError):
        bring_back(old)
