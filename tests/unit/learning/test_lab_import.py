"""The lab's own weights, written as the lab writes them, come in as the same network."""

import multiprocessing
import os

import hostile_lab_files
import pytest
import torch
from hostile_archives import ARCHIVES, HIDDEN, ROWS, WIDTH, LabNetwork, saved, valid, weights

from abcstudio.errors import CancelledError, ModelFileError
from abcstudio.learning import lab_import
from abcstudio.learning.checkpoint import CorpusInfo, load_model, read_header
from abcstudio.learning.lab_file import check_lab_file, read_weights
from abcstudio.learning.lab_import import import_lab_model, model_of_weights
from abcstudio.messages import Phrase, english
from abcstudio.stopping import stopping

TEXT = "X:1\nT:Kesh\nM:6/8\nK:G\n" + "GAG GAB|ABA ABd|edd gdd|edB dBA|" * 20
CHARACTERS = "".join(sorted(set(TEXT)))


def trained_in_the_labs_way(layers=1):
    """Return a network after some steps of the lab's loop."""
    torch.manual_seed(4)
    model = LabNetwork(len(CHARACTERS), 16, 24, layers)
    ids = torch.tensor([CHARACTERS.index(character) for character in TEXT])
    optimizer = torch.optim.Adam(model.parameters(), lr=5e-3)
    for step in range(5):
        inputs = ids[step : step + 200].view(2, 100)
        targets = ids[step + 1 : step + 201].view(2, 100)
        loss = torch.nn.functional.cross_entropy(model(inputs).flatten(0, 1), targets.flatten())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model.eval(), ids


def imported(tmp_path, data, characters=CHARACTERS):
    (tmp_path / "my_ckpt.pt").write_bytes(data)
    target = tmp_path / "lab.safetensors"
    corpus = CorpusInfo("kesh.abc", "0" * 12, 1, len(TEXT))
    import_lab_model(tmp_path / "my_ckpt.pt", characters, target, "My lab", corpus)
    return target


def test_the_network_comes_in_as_it_was(tmp_path):
    model, ids = trained_in_the_labs_way()
    target = imported(tmp_path, saved(model.state_dict()))
    loaded = load_model(target)
    with torch.no_grad():
        wanted, (found, _) = model(ids[None]), loaded.model(ids[None])
    assert torch.allclose(found, wanted, rtol=0, atol=1e-6)
    header = read_header(target)
    assert header.vocabulary.characters == CHARACTERS
    assert (header.config.embedding_dim, header.config.hidden_size) == (16, 24)
    assert (header.name, header.corpus.name, header.step) == ("My lab", "kesh.abc", 0)


def test_weights_of_a_gpu_that_share_their_memory_come_in_too(tmp_path):
    """On a GPU the LSTM's weights are pieces of one storage, and the file says so."""
    model, ids = trained_in_the_labs_way(layers=2)
    state = model.state_dict()
    names = [name for name in state if name.startswith("lstm.")]
    together = torch.cat([state[name].flatten() for name in names])
    pieces = together.split([state[name].numel() for name in names])
    for name, piece in zip(names, pieces, strict=True):
        state[name] = piece.view(state[name].shape)
    loaded = load_model(imported(tmp_path, saved(state)))
    with torch.no_grad():
        assert torch.allclose(loaded.model(ids[None])[0], model(ids[None]), rtol=0, atol=1e-6)


def model_here(data, characters, tmp_path):
    """Import without a process of its own."""
    path = tmp_path / "lab.pt"
    path.write_bytes(data)
    with path.open("rb") as file:
        check_lab_file(file)
        return model_of_weights(read_weights(file), characters, path)


@pytest.mark.parametrize("kind", [torch.float16, torch.bfloat16, torch.float64])
def test_numbers_of_other_widths_are_taken(tmp_path, kind):
    state = {name: tensor.to(kind) for name, tensor in weights().items()}
    model, _, _ = model_here(saved(state), hostile_lab_files.CHARACTERS, tmp_path)
    assert torch.equal(model.output.bias, state["fc.bias"].float())


def test_characters_in_another_order_keep_their_rows(tmp_path):
    characters = "lkjihgfedcba"
    model, vocabulary, _ = model_here(valid(), characters, tmp_path)
    lab = LabNetwork(ROWS, WIDTH, HIDDEN)
    lab.load_state_dict(weights())
    text = "abcal"
    theirs = torch.tensor([[characters.index(character) for character in text]])
    with torch.no_grad():
        found, _ = model(torch.tensor([vocabulary.encode(text)]))
        wanted = lab(theirs)
    assert torch.allclose(found, wanted.flip(-1), rtol=0, atol=1e-6)


def test_another_number_of_characters_is_told_with_both_numbers(tmp_path):
    with pytest.raises(ModelFileError) as caught:
        model_here(valid(), "abc", tmp_path)
    assert caught.value.message_id == "model.lab_characters"
    assert {caught.value.parameters["rows"], caught.value.parameters["characters"]} == {ROWS, 3}


def test_hostile_files_are_refused_and_nothing_is_run():
    result = hostile_lab_files.examine(200, 1, ["a payload by INST", "a size in words"])
    assert not result["failures"], result["first_failures"]
    assert not result["asked_of_the_system"]
    assert result["taken_and_sound"] > 5


def test_every_kind_differs_from_a_valid_file():
    assert len(ARCHIVES) > 60
    assert valid() not in [make() for make in ARCHIVES.values()]


def test_why_a_file_is_refused_is_a_message(tmp_path):
    with pytest.raises(ModelFileError) as caught:
        imported(tmp_path, b"no archive" * 100)
    assert caught.value.parameters["detail"] == Phrase("lab-file.no-archive")
    assert "(no archive of torch)" in english(caught.value.message_id, caught.value.parameters)


def test_it_can_be_stopped(tmp_path):
    path = tmp_path / "lab.pt"
    path.write_bytes(valid())
    target = tmp_path / "lab.safetensors"
    with pytest.raises(CancelledError), stopping(lambda: True):
        import_lab_model(path, hostile_lab_files.CHARACTERS, target, "", CorpusInfo())
    assert not target.exists()
    assert not multiprocessing.active_children()


def test_a_child_that_dies_or_never_answers_is_told(tmp_path, monkeypatch):
    path = tmp_path / "lab.pt"
    path.write_bytes(valid())
    monkeypatch.setattr(lab_import, "PATIENCE_SECONDS", 0.0)
    with pytest.raises(ModelFileError) as caught:
        import_lab_model(path, "", tmp_path / "x", "", CorpusInfo())
    assert caught.value.message_id == "model.lab_failed"
    assert str(path) in english(caught.value.message_id, caught.value.parameters)
    assert not multiprocessing.active_children()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_file_is_refused_before_a_process_is_started(tmp_path):
    os.mkfifo(tmp_path / "pipe.pt")
    for name in ("pipe.pt", "none.pt"):
        with pytest.raises(ModelFileError):
            import_lab_model(tmp_path / name, "", tmp_path / "x", "", CorpusInfo())
