"""A trained model as one file: safetensors with all that is known about it as JSON inside.

A file is checked before anything is allocated for it, so that a hostile one costs nothing.
Reading what a model is needs no torch, and its numbers only NumPy; `load_model` and `save_model`
need torch.
"""

import hashlib
import json
import math
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from abcstudio.errors import AbcStudioError, ModelFileError
from abcstudio.files import atomic_write
from abcstudio.learning.config import TrainingConfig, config_data, config_from, hyper_parameters
from abcstudio.learning.damage import damage_detail
from abcstudio.learning.tensor_file import (
    TensorEntry,
    TensorHeader,
    open_tensor_file,
    read_tensor_header,
)
from abcstudio.learning.vocabulary import MAX_CHARACTERS, Vocabulary
from abcstudio.learning.weights import NetworkWeights
from abcstudio.messages import system_reason

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from abcstudio.learning.model import CharLSTM

FORMAT_VERSION = 1
BEST_FILE = "best.safetensors"
LAST_FILE = "last.safetensors"
"""What the models of a run are called in its folder."""
FINGERPRINT_LENGTH = 12
GATES = {"lstm": 4, "gru": 3, "rnn": 1}
MAX_NAME = 200
MAX_WEIGHT = 65504.0
"""The largest 16-bit number: with weights up to here no score of a network overflows."""

_MAX_COUNT = 2**53


@dataclass(frozen=True, slots=True)
class CorpusInfo:
    """What a model was trained on.

    Attributes:
        fingerprint: Of the training text: equal texts, equal fingerprints.
    """

    name: str = ""
    fingerprint: str = ""
    tunes: int = 0
    characters: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelHeader:
    """All that a model file says about its model.

    Attributes:
        config: How it was trained, the sizes of the network included.
        step: Optimizer updates so far.
        train_loss, val_loss: In nats per character; None where it was not measured. The first is
            the mean of the latest ten steps, in files of earlier versions one of some fifty.
        stored_as: "F32" or "F16".
    """

    name: str
    vocabulary: Vocabulary
    config: TrainingConfig
    step: int = 0
    train_loss: float | None = None
    val_loss: float | None = None
    corpus: CorpusInfo = CorpusInfo()
    stored_as: str = "F32"


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model ready to use, in 32-bit numbers and set to evaluation.

    Attributes:
        fingerprint: The first digits of the file's SHA-256; tells models of one name apart.
    """

    model: "CharLSTM"
    header: ModelHeader
    fingerprint: str


@dataclass(frozen=True, slots=True)
class LoadedWeights:
    """A model ready to be sampled from without torch.

    Attributes:
        model: Its weights.
        fingerprint: As `LoadedModel` has it.
    """

    model: NetworkWeights
    header: ModelHeader
    fingerprint: str


def text_fingerprint(text: str) -> str:
    """Return what tells this text from others."""
    data = text.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:FINGERPRINT_LENGTH]


def tensor_shapes(config: TrainingConfig, vocab_size: int) -> Mapping[str, tuple[int, ...]]:
    """Return the name and shape of every tensor of such a network."""
    hidden, rows = config.hidden_size, GATES[config.cell] * config.hidden_size
    shapes: dict[str, tuple[int, ...]] = {"embedding.weight": (vocab_size, config.embedding_dim)}
    for layer in range(config.num_layers):
        width = hidden if layer else config.embedding_dim
        shapes[f"recurrent.weight_ih_l{layer}"] = (rows, width)
        shapes[f"recurrent.weight_hh_l{layer}"] = (rows, hidden)
        shapes[f"recurrent.bias_ih_l{layer}"] = (rows,)
        shapes[f"recurrent.bias_hh_l{layer}"] = (rows,)
    if config.pointer_heads:
        shapes |= _pointer_shapes(hidden, config.pointer_heads, config.pointer_width)
    if config.tied_weights == "on":
        return {
            **shapes,
            "projection.weight": (config.embedding_dim, hidden),
            "output_bias": (vocab_size,),
        }
    return {**shapes, "output.weight": (vocab_size, hidden), "output.bias": (vocab_size,)}


def _pointer_shapes(hidden: int, heads: int, width: int) -> dict[str, tuple[int, ...]]:
    return {
        "pointers.null": (heads,),
        "pointers.queries.weight": (heads * width, hidden),
        "pointers.queries.bias": (heads * width,),
        "pointers.keys.weight": (width, hidden),
        "pointers.keys.bias": (width,),
        "pointers.mixture.weight": (1 + heads, hidden),
        "pointers.mixture.bias": (1 + heads,),
    }


def build_model(config: TrainingConfig, vocab_size: int) -> "CharLSTM":
    """Return a network of a config's sizes with fresh weights."""
    from abcstudio.learning.model import CharLSTM

    return CharLSTM(vocab_size, config)


def read_header(path: Path) -> ModelHeader:
    """Return what a model file says about its model, without reading the numbers; no torch.

    Raises:
        ModelFileError: The file is not a model that this program can open.
    """
    path = Path(path)
    with open_tensor_file(path) as file:
        return _model_header(read_tensor_header(file, path), path)


def load_model(path: Path) -> LoadedModel:
    """Open a model.

    Raises:
        ModelFileError: The file is not a model that this program can open.
    """
    import torch

    header, numbers, fingerprint = _read_model(Path(path))
    model = build_model(header.config, len(header.vocabulary))
    model.load_state_dict({name: torch.from_numpy(each) for name, each in numbers.items()})
    return LoadedModel(model.eval(), header, fingerprint)


def load_weights(path: Path) -> LoadedWeights:
    """Open a model to sample from it; no torch.

    Raises:
        ModelFileError: The file is not a model that this program can open.
    """
    header, numbers, fingerprint = _read_model(Path(path))
    return LoadedWeights(NetworkWeights(header.config, numbers), header, fingerprint)


def _read_model(path: Path) -> "tuple[ModelHeader, dict[str, NDArray[np.float32]], str]":
    """Return all that a model file holds, and its fingerprint."""
    with open_tensor_file(path) as file:
        raw = read_tensor_header(file, path)
        header = _model_header(raw, path)
        numbers = {
            name: _read_numbers(file, name, entry, path, MAX_WEIGHT)
            for name, entry in raw.tensors.items()
        }
        return header, numbers, _fingerprint(file)


def save_model(path: Path, model: "CharLSTM", header: ModelHeader, *, half: bool = False) -> None:
    """Write a model as one file, whole or not at all.

    Args:
        path: The file, replaced if it is there.
        model: The network on any device.
        header: What to say about it.
        half: Store 16-bit numbers: half the size, and the same music.

    Raises:
        ModelFileError: A weight is not finite or beyond `MAX_WEIGHT`; nothing is written.
        OSError: The file cannot be written; the old one is unchanged.
    """
    import torch
    from safetensors.torch import save

    dtype = torch.float16 if half else torch.float32
    tensors = {
        name: tensor.detach().to("cpu", dtype).contiguous()
        for name, tensor in model.state_dict().items()
    }
    if not all(_lies_within(tensor, MAX_WEIGHT) for tensor in tensors.values()):
        raise ModelFileError("model.not_finite", path=path)
    atomic_write(path, save(tensors, {"abcstudio": json.dumps(_header_data(header))}))


def read_tensor(
    file: BinaryIO, name: str, entry: TensorEntry, path: Path, limit: float = sys.float_info.max
) -> "Tensor":
    """Read one tensor of a checked file; numbers of any width come back with 32 bits.

    Raises:
        ModelFileError: The file ends early, or a number is not finite or beyond the limit.
    """
    import torch

    return torch.from_numpy(_read_numbers(file, name, entry, path, limit))


def _read_numbers(
    file: BinaryIO, name: str, entry: TensorEntry, path: Path, limit: float
) -> "NDArray[Any]":
    import numpy as np

    dtypes = {"F32": np.float32, "F16": np.float16, "I64": np.int64, "U8": np.uint8}
    numbers = np.empty(entry.shape, np.dtype(dtypes[entry.dtype]).newbyteorder("<"))
    file.seek(entry.begin)
    # Straight into the array's memory, so that a large file is there once and not twice.
    space = numbers.reshape(-1).view(np.uint8).data
    if entry.size and _read_into(file, space, path) != entry.size:
        raise ModelFileError("model.damaged", path=path, detail=ascii(name)[:80])
    if entry.dtype not in ("F32", "F16"):
        return numbers
    numbers = numbers.astype(np.float32, copy=False)
    # A NaN compares false. As Python's numbers: beyond 32 bits a limit would become infinity.
    if numbers.size and not -limit <= float(numbers.min()) <= float(numbers.max()) <= limit:
        raise ModelFileError("model.not_finite", path=path)
    return numbers


def _read_into(file: BinaryIO, space: memoryview, path: Path) -> int:
    try:
        return file.readinto(space)  # type: ignore[attr-defined, no-any-return]
    except OSError as error:
        raise ModelFileError("model.unreadable", path=path, reason=system_reason(error)) from None


def _lies_within(tensor: "Tensor", limit: float) -> bool:
    """Return whether all numbers are finite and no larger; a NaN compares false."""
    if not tensor.numel():
        return True
    # As Python's numbers: compared as a tensor, a limit beyond 32 bits would become infinity.
    low, high = (number.item() for number in tensor.aminmax())
    return -limit <= low and high <= limit


def _fingerprint(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    while chunk := file.read(2**20):
        digest.update(chunk)
    return digest.hexdigest()[:FINGERPRINT_LENGTH]


def _header_data(header: ModelHeader) -> dict[str, Any]:
    return {
        "format": FORMAT_VERSION,
        "name": header.name,
        "vocabulary": header.vocabulary.characters,
        "config": config_data(header.config),
        "step": header.step,
        "train_loss": header.train_loss,
        "val_loss": header.val_loss,
        "corpus": asdict(header.corpus),
    }


def _model_header(raw: TensorHeader, path: Path) -> ModelHeader:
    data = raw.metadata
    if type(data.get("format")) is not int or data["format"] != FORMAT_VERSION:
        version = ascii(data.get("format"))[:20]
        raise ModelFileError("model.other_version", path=path, version=version)
    try:
        header = ModelHeader(
            name=_text(data["name"]),
            vocabulary=_vocabulary(data["vocabulary"]),
            config=_config(data["config"]),
            step=_count(data["step"]),
            train_loss=_loss(data["train_loss"]),
            val_loss=_loss(data["val_loss"]),
            corpus=_corpus(data["corpus"]),
            stored_as=_stored_as(raw),
        )
    except (AbcStudioError, KeyError, TypeError, ValueError) as error:
        raise ModelFileError("model.damaged", path=path, detail=damage_detail(error)) from None
    expected = tensor_shapes(header.config, len(header.vocabulary))
    found = {name: entry.shape for name, entry in raw.tensors.items()}
    if found != expected:
        raise ModelFileError("model.damaged", path=path, detail="shapes")
    return header


def _stored_as(raw: TensorHeader) -> str:
    (dtype,) = {entry.dtype for entry in raw.tensors.values()}
    if dtype not in ("F32", "F16"):
        raise ValueError(dtype)
    return dtype


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MAX_NAME:
        raise ValueError("name")
    # It is printed and shown: what is no sign could steer a terminal, or cannot be written at all.
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in value)


def _vocabulary(value: Any) -> Vocabulary:
    if not isinstance(value, str) or not 1 <= len(value) <= MAX_CHARACTERS:
        raise ValueError("vocabulary")
    try:
        # A byte of a text in an unknown encoding may stand for itself, other half characters not.
        value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise ValueError("vocabulary") from None
    return Vocabulary(value)


def _config(value: Any) -> TrainingConfig:
    if not isinstance(value, dict) or not set(value) <= set(hyper_parameters()):
        raise ValueError("config")
    if not all(type(item) in (int, float, str) for item in value.values()):
        raise ValueError("config")
    return config_from(value)


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _MAX_COUNT:
        raise ValueError("count")
    return value


def _loss(value: Any) -> float | None:
    if value is None:
        return None
    if type(value) not in (int, float) or not math.isfinite(value):
        raise ValueError("loss")
    return float(value)


def _corpus(value: Any) -> CorpusInfo:
    if not isinstance(value, dict):
        raise TypeError("corpus")
    return CorpusInfo(
        _text(value["name"]),
        _text(value["fingerprint"]),
        _count(value["tunes"]),
        _count(value["characters"]),
    )
