"""A student's network and `generate_text` at work, inside the process of lessons.

{"do": "write", answers, songs, model, prompt, length, seed}
->  {"said": "text", text}
or {"said": "broke", lesson, failure}
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from abcstudio.lessons.running.own_names import (
    Send,
    answered,
    names_of,
    network_of,
    writer_of,
)


def write(request: Mapping[str, Any], send: Send) -> None:
    """Let the answers of a request write a text with a network that they have trained."""
    answered(partial(_write, request, send), send)


def _write(request: Mapping[str, Any], send: Send) -> None:
    from abcstudio.learning.checkpoint import load_model
    from abcstudio.learning.model import seed_everything
    from abcstudio.learning.training.own_code import written

    names = names_of(request)
    loaded = load_model(Path(request["model"]))
    config = loaded.header.config
    sizes = (len(loaded.header.vocabulary), config.embedding_dim, config.hidden_size)
    _, network = network_of(names, sizes)
    write = writer_of(names)
    seed_everything(int(request["seed"]))
    text = written(
        network,
        loaded.model.state_dict(),
        lambda own: write(own, str(request["prompt"]), int(request["length"])),
    )
    send(said="text", text=text)
