"""A network of a file that reads texts, as checks of lessons use it."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from abcstudio.learning.checkpoint import load_model


class ReadingNetwork:
    """A network, read once: characters in, logits out.

    Args:
        path: The file of the model.
    """

    def __init__(self, path: Path) -> None:
        loaded = load_model(path)
        self.model = loaded.model
        self.characters = loaded.header.vocabulary.characters

    def numbers(self, text: str) -> Tensor:
        """Return a text as a batch of one row; characters that are not known are passed over."""
        known = (self.characters.find(each) for each in text)
        return torch.tensor([[number for number in known if number >= 0]])

    def logits(self, text: str, state: Any = None) -> tuple[Tensor, Any]:
        """Return the logits after each character of a text, and the state after the last."""
        with torch.no_grad():
            found, state = self.model(self.numbers(text), state)
        return found[0], state


@lru_cache(maxsize=1)
def network_of(path: Path) -> ReadingNetwork:
    """Return the network of a file; it is read once in a process."""
    return ReadingNetwork(path)
