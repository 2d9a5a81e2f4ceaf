"""Models from files: the rule of the lab's vocabulary, names that are free, refusals."""

import zipfile

import pytest
import torch
from hostile_archives import LabNetwork, saved

from abcstudio.cli.main import main
from abcstudio.errors import ModelFileError
from abcstudio.learning.checkpoint import ModelHeader, build_model, read_header, save_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.recipes.compose import ComposeRequest, compose
from abcstudio.recipes.import_model import ImportModelRequest, import_model, is_model, is_of_the_lab
from abcstudio.recipes.models import available_models
from abcstudio.runs.run_folder import RunFolder

TUNES = "X:1\nT:Kesh\nK:G\nGAG GAB|ABA ABd|\n"
KNOWN = "".join(sorted(set(TUNES)))


def taken_in(request):
    return import_model(request)


@pytest.fixture
def lab_file(tmp_path):
    torch.manual_seed(1)
    path = tmp_path / "my_ckpt.pt"
    path.write_bytes(saved(LabNetwork(len(KNOWN), 4, 6).state_dict()))
    return path


@pytest.fixture
def own_file(tmp_path):
    config = TrainingConfig(embedding_dim=4, hidden_size=6)
    path = tmp_path / "own.safetensors"
    save_model(
        path,
        build_model(config, 3),
        ModelHeader(name="Own", vocabulary=Vocabulary("abc"), config=config),
    )
    return path


def test_a_model_of_the_lab_is_listed_and_composes(tmp_path, lab_file):
    tunes, folder = tmp_path / "tunes.abc", tmp_path / "models"
    # The lab opens its text in a way that makes every line end alike.
    tunes.write_bytes(TUNES.replace("\n", "\r\n").encode())
    path = taken_in(ImportModelRequest(source=lab_file, folder=folder, corpus=(tunes,)))
    assert path == folder / "my_ckpt.safetensors"
    (model,) = available_models(tmp_path / "none", tmp_path / "runs", folder)
    assert (model.path, model.name, model.vocabulary.characters) == (path, "my_ckpt", KNOWN)
    assert read_header(path).corpus.name == "tunes.abc"
    request = ComposeRequest(
        model=path, prompt="X:1\nK:G\n", sampling=SamplingConfig(max_chars=20, rng_seed=1)
    )
    result = compose(request, lambda _drawn: None)
    assert set(result.takes[0].raw) <= set(KNOWN)


def test_a_list_of_characters_does_as_well(tmp_path, lab_file):
    listed = tmp_path / "characters.txt"
    listed.write_text(KNOWN[::-1] + "\n", "utf-8")
    path = taken_in(
        ImportModelRequest(source=lab_file, folder=tmp_path, vocabulary=listed, name="Listed")
    )
    assert read_header(path).vocabulary.characters == KNOWN
    assert read_header(path).name == "Listed"


@pytest.mark.parametrize(
    ("text", "message_id"),
    [("X:1\nK:C\n", "model.lab_characters"), ("aab", "model.lab_repeats")],
)
def test_the_wrong_characters_are_refused_and_nothing_is_written(
    tmp_path, lab_file, text, message_id
):
    listed = tmp_path / "characters.txt"
    listed.write_text(text, "utf-8")
    as_list = message_id == "model.lab_repeats"
    request = ImportModelRequest(
        source=lab_file,
        folder=tmp_path / "models",
        corpus=() if as_list else (listed,),
        vocabulary=listed if as_list else None,
    )
    with pytest.raises(ModelFileError) as caught:
        taken_in(request)
    assert caught.value.message_id == message_id
    assert not (tmp_path / "models").exists()


def test_our_own_models_are_copied_as_they_are_and_replace_none(tmp_path, own_file):
    folder = tmp_path / "models"
    first, second = (taken_in(ImportModelRequest(source=own_file, folder=folder)) for _ in range(2))
    assert [first.name, second.name] == ["own.safetensors", "own-2.safetensors"]
    assert first.read_bytes() == second.read_bytes() == own_file.read_bytes()


def test_a_damaged_model_is_refused_and_nothing_is_written(tmp_path, own_file):
    own_file.write_bytes(own_file.read_bytes()[:-4])
    with pytest.raises(ModelFileError):
        taken_in(ImportModelRequest(source=own_file, folder=tmp_path / "models"))
    assert not (tmp_path / "models").exists()


def test_the_command_line_takes_a_model_in(tmp_path, lab_file, capsys):
    tunes, target = tmp_path / "tunes.abc", tmp_path / "out" / "lab.safetensors"
    tunes.write_text(TUNES, "utf-8")
    arguments = ["import-model", str(lab_file), "--corpus", str(tunes), "--out", str(target)]
    assert main(arguments) == 0
    assert capsys.readouterr().out.strip() == str(target)
    assert read_header(target).vocabulary.characters == KNOWN


def test_a_byte_that_is_no_character_is_composed_and_printed(tmp_path, capsysbinary):
    """A text in an unknown encoding teaches a model characters that no file can be written with."""
    config = TrainingConfig(embedding_dim=4, hidden_size=6)
    path = tmp_path / "bytes.safetensors"
    vocabulary = Vocabulary("\n1:X\udcff")
    model = build_model(config, 5)
    with torch.no_grad():
        model.output.bias[4] += 20.0
    save_model(path, model, ModelHeader(name="Bytes", vocabulary=vocabulary, config=config))
    common = ["compose", "--model", str(path), "--rng-seed", "1", "--max-chars", "40"]
    assert main(common) == 0
    assert b"\xff" in capsysbinary.readouterr().out
    assert main([*common, "--out-dir", str(tmp_path)]) == 0
    assert b"\xff" in (tmp_path / "take-001.abc").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["import-model", "my_ckpt.pt"], "--corpus TUNES"),
        (
            ["import-model", "my_ckpt.pt", "--corpus", "few.abc"],
            f"has {len(KNOWN)} char",
        ),
        (["import-model", "none.pt", "--corpus", "few.abc"], "There is no model file"),
        (["import-model", "few.abc"], "few.abc is a text, not a model. An import takes"),
        (["import-model", "noise.bin"], "noise.bin is not a model. An import takes"),
        (["import-model", "few.safetensors"], "few.safetensors is a text, not a model."),
        (["compose", "--model", "my_ckpt.pt"], "imported first"),
        (["compose", "--model", "cut.safetensors"], "damaged"),
        (["evaluate", "--model", "cut.safetensors", "--text", "few.abc"], "damaged"),
        (["inspect", "--model", "cut.safetensors", "--text", "few.abc"], "damaged"),
        (["train", "--from", "cut.safetensors", "--steps", "1", "--out", "run"], "damaged"),
    ],
)
def test_the_command_line_says_what_is_wrong_with_a_file(
    tmp_path, monkeypatch, lab_file, own_file, capsys, arguments, words
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cut.safetensors").write_bytes(own_file.read_bytes()[:-4])
    (tmp_path / "few.abc").write_text("X:1\nK:C\n", "utf-8")
    (tmp_path / "few.safetensors").write_text("X:1\nK:C\n", "utf-8")
    (tmp_path / "noise.bin").write_bytes(bytes(range(200)))
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert words in said
    assert any(name in said for name in arguments)
    assert said.count("\n") == 1


def test_the_notebooks_file_is_known_by_its_start(tmp_path) -> None:
    named = tmp_path / "my_ckpt"
    torch.save({"embedding.weight": torch.zeros(2, 2)}, named)
    old = tmp_path / "old_ckpt"
    torch.save({"a": torch.zeros(2)}, old, _use_new_zipfile_serialization=False)
    other = tmp_path / "archive"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("tunes.abc", "X:1")
    assert [is_model(path) for path in (named, old, other, tmp_path, tmp_path / "none")] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert is_model(tmp_path / "model.SAFETENSORS")
    assert not is_model(tmp_path / "tune.abc")
    assert is_of_the_lab(named)


def test_the_model_of_a_run_is_taken_in_by_its_folder_and_called_like_it(tmp_path, own_file):
    run = RunFolder(tmp_path / "Polkas 2")
    run.path.mkdir()
    (run.path / "run.json").write_text("{}")
    with pytest.raises(ModelFileError) as caught:
        taken_in(ImportModelRequest(source=run.path, folder=tmp_path / "models"))
    assert caught.value.message_id == "model.none_in_run"
    own_file.rename(run.best_model)
    assert is_model(run.path)
    path = taken_in(ImportModelRequest(source=run.path, folder=tmp_path / "models"))
    assert path == tmp_path / "models" / "Polkas 2.safetensors"
    assert path.read_bytes() == run.best_model.read_bytes()


def test_another_folder_is_no_model(tmp_path):
    assert not is_model(tmp_path)
    with pytest.raises(ModelFileError) as caught:
        taken_in(ImportModelRequest(source=tmp_path, folder=tmp_path / "models"))
    assert caught.value.message_id == "model.folder"
