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
    import torch

    from abcstudio.learning.checkpoint import load_model
    from abcstudio.learning.model import seed_everything

    names = names_of(request)
    loaded = load_model(Path(request["model"]))
    config = loaded.header.config
    sizes = (len(loaded.header.vocabulary), config.embedding_dim, config.hidden_size)
    own, network = network_of(names, sizes)
    # By the names of the program's own layers, which are the student's.
    network.load_state_dict(loaded.model.state_dict(), strict=False)
    own.eval()
    seed_everything(int(request["seed"]))
    with torch.no_grad():
        text = writer_of(names)(own, str(request["prompt"]), int(request["length"]))
    send(said="text", text=text)
