"""`abcstudio compose --mix`: two models, named with the share in the take's lines and as JSON."""

import json
from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.composing.provenance import read_provenance
from tests.unit.recipes.mixing.mixed_models import plain

ASKED = ("compose", "--no-guard", "--max-chars", "40", "--rng-seed", "3", "--jsonl")


def composed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main([*ASKED, *arguments]) == DONE
    take: dict[str, object] = json.loads(capsys.readouterr().out.splitlines()[0])
    return take


def test_a_take_names_both_models_and_the_share(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    take = composed(capsys, "--mix", f"{plain(tmp_path)}=0,25")
    origin = read_provenance(str(take["text"]))
    assert origin is not None
    mixed = origin.mixed
    assert mixed is not None
    assert (origin.model, mixed.model, mixed.share) == ("Folk", "Plain", 0.25)
    assert take["mix"] == {"model": "Plain", "fingerprint": mixed.fingerprint, "share": 0.25}


def test_a_share_of_nothing_changes_no_byte(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    take = composed(capsys, "--mix", f"{plain(tmp_path)}=0")
    assert "mix" not in take
    assert take == composed(capsys)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("other.safetensors", "names no share"),
        ("=0.5", "names no share"),
        ("other.safetensors=", "not a number between 0 and 1"),
        ("other.safetensors=1.5", "not a number between 0 and 1"),
        ("other.safetensors=nan", "not a number between 0 and 1"),
    ],
)
def test_what_is_no_model_with_a_share_is_refused(
    given: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["compose", "--mix", given])
    assert ended.value.code == UNUSABLE
    assert words in capsys.readouterr().err


def test_models_that_do_not_fit_are_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main([*ASKED, "--mix", f"{plain(tmp_path, 'αβγδ')}=0.5"]) != DONE
    assert "Folk and Plain cannot be mixed" in capsys.readouterr().err


def test_a_folder_that_is_no_run_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main([*ASKED, "--mix", f"{tmp_path}=0.5"]) != DONE
    assert str(tmp_path) in capsys.readouterr().err
