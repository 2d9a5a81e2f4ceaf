"""The lab's network as a model of this program: read by a child process, checked as any other.

The lab's file is a bare `state_dict`: its shapes tell the sizes, and a person the characters.
"""

import io
import multiprocessing
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.errors import ModelFileError, TrainingError
from abcstudio.learning.checkpoint import (
    MAX_WEIGHT,
    CorpusInfo,
    ModelHeader,
    build_model,
    read_tensor,
    save_model,
    tensor_shapes,
)
from abcstudio.learning.config import TrainingConfig, check_config
from abcstudio.learning.devices import prepare_torch
from abcstudio.learning.lab_file import serve
from abcstudio.learning.tensor_file import TensorHeader, open_tensor_file, read_tensor_header
from abcstudio.learning.vocabulary import MAX_CHARACTERS, Vocabulary
from abcstudio.messages import ENGLISH, Phrase
from abcstudio.stopping import stop_if_asked

if TYPE_CHECKING:
    from abcstudio.learning.model import CharLSTM

PATIENCE_SECONDS = 120.0
"""For starting the child, which imports torch, and for reading."""
MAX_FILE_BYTES = 2**30

_OUR_NAMES = {"lstm": "recurrent", "fc": "output"}
_ROWS_OF_CHARACTERS = ("embedding.weight", "output.weight", "output.bias")


def import_lab_model(
    path: Path,
    characters: str,
    target: Path,
    name: str,
    corpus: CorpusInfo,
) -> ModelHeader:
    """Write the lab's file of weights as a model of this program and return what it says.

    Args:
        path: What the lab's notebook wrote with `torch.save(model.state_dict(), ...)`.
        characters: The network's characters in the order of their numbers, each once.
        target: The new file.
        name: Of the new model.
        corpus: What the network was trained on, as far as that is known.

    Raises:
        EditionError: torch, which reads such files, is not installed.
        ModelFileError: The file is not the lab's, or it has another vocabulary.
        OSError: The new file cannot be written.
    """
    prepare_torch()
    data = _read_by_child(Path(path))
    model, vocabulary, config = model_of_weights(data, characters, path)
    header = ModelHeader(name=name, vocabulary=vocabulary, config=config, corpus=corpus)
    save_model(target, model, header)
    return header


def model_of_weights(
    data: bytes, characters: str, path: Path
) -> "tuple[CharLSTM, Vocabulary, TrainingConfig]":
    """Return the network of a child's answer, which is trusted no more than the file.

    Args:
        data: A safetensors file with the lab's names.
        characters: In the order of their numbers; the result's vocabulary is in ascending order.
        path: Of the lab's file, for what is said about it.

    Raises:
        ModelFileError: It is not the lab's network, or it has another vocabulary.
    """
    file = io.BytesIO(data)
    raw = read_tensor_header(file, path)
    config = _config(raw, path)
    rows = raw.tensors["embedding.weight"].shape[0]
    if rows != len(characters) or not 1 <= rows <= MAX_CHARACTERS:
        raise ModelFileError(
            "model.lab_characters", path=path, rows=rows, characters=len(characters)
        )
    tensors = {
        _our_name(name): read_tensor(file, name, entry, path, MAX_WEIGHT)
        for name, entry in raw.tensors.items()
    }
    order = sorted(range(rows), key=characters.__getitem__)
    for one in _ROWS_OF_CHARACTERS:
        tensors[one] = tensors[one][order]
    model = build_model(config, rows)
    model.load_state_dict(tensors)
    return model.eval(), Vocabulary("".join(sorted(characters))), config


def _our_name(name: str) -> str:
    layer, dot, rest = name.partition(".")
    return _OUR_NAMES.get(layer, layer) + dot + rest


def _config(raw: TensorHeader, path: Path) -> TrainingConfig:
    """Return the lab's config with the sizes that follow from the shapes."""
    shapes = {_our_name(name): entry.shape for name, entry in raw.tensors.items()}
    other = ModelFileError("model.lab_other_network", path=path)
    try:
        vocab_size, embedding_dim = shapes["embedding.weight"]
        _rows, hidden_size = shapes["output.weight"]
        layers = sum(name.startswith("recurrent.bias_ih_l") for name in shapes)
        config = check_config(
            TrainingConfig(num_layers=layers, embedding_dim=embedding_dim, hidden_size=hidden_size)
        )
    except (KeyError, ValueError, TrainingError):
        raise other from None
    if len(shapes) != len(raw.tensors) or shapes != tensor_shapes(config, vocab_size):
        raise other
    return config


def _read_by_child(path: Path) -> bytes:
    """Return the file's weights as a safetensors file that is not validated yet."""
    with open_tensor_file(path) as file:
        size = file.seek(0, 2)
    if size > MAX_FILE_BYTES:
        raise ModelFileError("model.lab_unreadable", path=path, detail=f"{size} B")
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=serve, args=(theirs, str(path.absolute())), name="lab-file", daemon=True
    )
    impatience = threading.Timer(PATIENCE_SECONDS, process.kill)
    try:
        with theirs:
            process.start()
        impatience.start()
        # A file of 16-bit numbers doubles.
        return _received(ours, path, 2 * size + 2**20)
    except (EOFError, OSError):
        raise ModelFileError("model.lab_failed", path=path) from None
    finally:
        impatience.cancel()
        ours.close()
        if process.pid is not None:
            process.kill()
            process.join()


def _received(pipe: Connection, path: Path, largest: int) -> bytes:
    """Wait for the child's outcome; only bytes come out of the pipe, never its objects."""
    while not pipe.poll(0.1):
        stop_if_asked()
    refusal = pipe.recv_bytes(1000)
    if refusal:
        said = ascii(refusal.decode("ascii", "replace"))[1:-1]
        # What torch raised of its own is no message, but the name of an exception.
        detail = Phrase(said) if said in ENGLISH else said
        raise ModelFileError("model.lab_unreadable", path=path, detail=detail)
    return pipe.recv_bytes(largest)
