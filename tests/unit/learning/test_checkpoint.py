import json
import logging
import math
import struct
from dataclasses import replace

import pytest
import torch

from abcstudio.errors import ModelFileError
from abcstudio.learning.checkpoint import (
    CorpusInfo,
    ModelHeader,
    build_model,
    load_model,
    read_header,
    save_model,
)
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import seed_everything
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.messages import english
from abcstudio.paths import bundled_model

CONFIG = TrainingConfig(num_layers=2, embedding_dim=4, hidden_size=6, cell="gru")
HEADER = ModelHeader(
    name="Small",
    vocabulary=Vocabulary.of("X:1\nabcdefgü"),
    config=CONFIG,
    step=12,
    train_loss=1.25,
    val_loss=1.5,
    corpus=CorpusInfo("tunes.abc", "0123456789ab", 3, 500),
)


@pytest.fixture
def model():
    seed_everything(1)
    return build_model(CONFIG, len(HEADER.vocabulary)).eval()


@pytest.fixture
def path(tmp_path, model):
    save_model(tmp_path / "small.safetensors", model, HEADER)
    return tmp_path / "small.safetensors"


def parts(path):
    """Return the header as data and the numbers as bytes."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    return json.loads(data[8 : 8 + length]), data[8 + length :]


def write(path, header, numbers):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + numbers)


def with_facts(header, **changes):
    facts = {**json.loads(header["__metadata__"]["abcstudio"]), **changes}
    return {**header, "__metadata__": {"abcstudio": json.dumps(facts)}}


def test_a_model_comes_back_as_it_was(path, model):
    loaded = load_model(path)
    assert loaded.header == read_header(path) == HEADER
    for name, tensor in model.state_dict().items():
        assert torch.equal(loaded.model.state_dict()[name], tensor)
    assert not loaded.model.training


def test_half_width_halves_the_file_and_loads_in_full_width(tmp_path, path, model):
    half = tmp_path / "half.safetensors"
    save_model(half, model, HEADER, half=True)
    loaded = load_model(half)
    assert loaded.header == replace(HEADER, stored_as="F16")
    assert len(parts(half)[1]) * 2 == len(parts(path)[1])
    for name, tensor in model.state_dict().items():
        found = loaded.model.state_dict()[name]
        assert found.dtype == torch.float32
        assert torch.allclose(found, tensor, atol=1e-3)


def test_other_weights_have_another_fingerprint(tmp_path, path, model):
    with torch.no_grad():
        model.output.bias += 1.0
    save_model(tmp_path / "other.safetensors", model, HEADER)
    assert load_model(tmp_path / "other.safetensors").fingerprint != load_model(path).fingerprint


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_weights_that_are_not_finite_are_never_written(tmp_path, path, model, value):
    before = path.read_bytes()
    with torch.no_grad():
        model.output.bias[0] = value
    with pytest.raises(ModelFileError):
        save_model(path, model, HEADER)
    assert path.read_bytes() == before


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ModelFileError) as caught:
        read_header(tmp_path / "none.safetensors")
    assert caught.value.message_id == "model.not_found"


def _first(header):
    return next(name for name in header if name != "__metadata__")


def _set(header, key, value):
    return {**header, _first(header): {**header[_first(header)], key: value}}


HOSTILE = {
    "no metadata": lambda header: {name: header[name] for name in header if name[0] != "_"},
    "metadata of a number": lambda header: {**header, "__metadata__": {"abcstudio": 5}},
    "metadata that is no JSON": lambda header: {**header, "__metadata__": {"abcstudio": "{"}},
    "nested metadata": lambda header: {**header, "__metadata__": {"abcstudio": "[" * 9000}},
    "another format": lambda header: with_facts(header, format=2),
    "no vocabulary": lambda header: with_facts(header, vocabulary=""),
    "an unsorted vocabulary": lambda header: with_facts(header, vocabulary="zyxwvutsrqp"),
    "a vocabulary of numbers": lambda header: with_facts(header, vocabulary=[1, 2]),
    "an endless vocabulary": lambda header: with_facts(
        header, vocabulary="".join(map(chr, range(5000)))
    ),
    "a huge network": lambda header: with_facts(header, config={"hidden_size": 2**40}),
    "an unknown cell": lambda header: with_facts(header, config={"cell": "__import__('os')"}),
    "an unknown setting": lambda header: with_facts(header, config={"evil": 1}),
    "a list as a setting": lambda header: with_facts(header, config={"hidden_size": [6]}),
    "another network": lambda header: with_facts(header, config={"hidden_size": 7}),
    "a loss that is not a number": lambda header: with_facts(header, val_loss="1"),
    "an endless loss": lambda header: with_facts(header, val_loss=1e400),
    "negative steps": lambda header: with_facts(header, step=-1),
    "true for steps": lambda header: with_facts(header, step=True),
    "no corpus": lambda header: with_facts(header, corpus=None),
    "a very long name": lambda header: with_facts(header, name="n" * 10_000),
    "an unknown dtype": lambda header: _set(header, "dtype", "F64"),
    "a dtype that is a list": lambda header: _set(header, "dtype", ["F32"]),
    "integers": lambda header: _set(header, "dtype", "I64"),
    "a dimension of 2^63": lambda header: _set(header, "shape", [2**63, 1]),
    "a negative dimension": lambda header: _set(header, "shape", [-1, -44]),
    "a dimension of true": lambda header: _set(header, "shape", [True, 44]),
    "a fractional dimension": lambda header: _set(header, "shape", [0.5, 88]),
    "too many dimensions": lambda header: _set(header, "shape", [1] * 30 + [44]),
    "overlapping offsets": lambda header: _set(header, "data_offsets", [8, 184]),
    "offsets backwards": lambda header: _set(header, "data_offsets", [176, 0]),
    "offsets beyond the file": lambda header: _set(header, "data_offsets", [2**50, 2**50 + 176]),
    "three offsets": lambda header: _set(header, "data_offsets", [0, 1, 176]),
    "an extra key": lambda header: _set(header, "code", "pass"),
    "a missing tensor": lambda header: {n: header[n] for n in header if n != _first(header)},
    "a renamed tensor": lambda header: {
        ("../../evil" if n == _first(header) else n): header[n] for n in header
    },
    "too many tensors": lambda header: {
        **header,
        **{f"t{i}": {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]} for i in range(99)},
    },
    "a list": lambda header: [header],
    "a number with a million digits": lambda header: b'{"a":' + b"9" * 60_000 + b"}",
    "deep brackets": lambda header: b'{"a":' + b"[" * 60_000 + b"}",
    "not UTF-8": lambda header: b'{"\xff\xfe": 1}',
    "NaN": lambda header: b'{"a": NaN}',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_header_is_refused_with_a_sentence(path, kind):
    header, numbers = parts(path)
    write(path, HOSTILE[kind](header), numbers)
    for reader in (read_header, load_model):
        with pytest.raises(ModelFileError) as caught:
            reader(path)
        assert str(path) in english(caught.value.message_id, caught.value.parameters)


@pytest.mark.parametrize(
    ("kind", "detail"),
    [
        ("a huge network", f"hidden_size cannot be {2**40}"),
        ("an unknown cell", "cell cannot be \"__import__('os')\""),
        ("no corpus", "corpus"),
    ],
)
def test_what_is_damaged_is_named_and_nothing_else_stands_in_the_brackets(path, kind, detail):
    header, numbers = parts(path)
    write(path, HOSTILE[kind](header), numbers)
    with pytest.raises(ModelFileError) as caught:
        read_header(path)
    assert caught.value.parameters["detail"] == detail


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"1234567",
        b"\xff" * 8 + b"{}",
        struct.pack("<Q", 2**62) + b"{}",
        struct.pack("<Q", 70_000) + b" " * 70_000,
        b"\x80\x04cos\nsystem\n(S'true'\ntR.",
        b"PK\x03\x04" + b"\0" * 100,
    ],
)
def test_what_is_no_model_at_all_is_refused(tmp_path, data):
    (tmp_path / "bad.safetensors").write_bytes(data)
    with pytest.raises(ModelFileError) as caught:
        load_model(tmp_path / "bad.safetensors")
    assert caught.value.message_id == "model.not_a_model"


@pytest.mark.parametrize("cut", [1, 50, 300])
def test_a_file_cut_short_is_refused(path, cut):
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(ModelFileError):
        read_header(path)


def test_weights_that_are_not_finite_are_refused(path):
    header, numbers = parts(path)
    write(path, header, struct.pack("<f", math.nan) + numbers[4:])
    with pytest.raises(ModelFileError) as caught:
        load_model(path)
    assert caught.value.message_id == "model.not_finite"


def test_changed_bytes_never_give_anything_but_a_model_or_a_refusal(path):
    """Every byte of the header, one after the other, becomes another one."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    refused = 0
    for place in range(0, 8 + length, 3):
        changed = bytearray(data)
        changed[place] ^= 1 << (place % 8)
        path.write_bytes(changed)
        try:
            read_header(path)
        except ModelFileError:
            refused += 1
    assert refused > length // 12


def test_a_whole_file_leaves_no_word_of_damage_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read_header(bundled_model())
    assert caplog.records == []
