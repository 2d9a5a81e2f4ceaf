"""What checks of lessons take from the program itself: its tunes and its network."""

import random
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.guarded_files import read_bytes

if TYPE_CHECKING:
    from torch import Tensor

_MAX_BYTES = 100_000_000
_FIELD = re.compile(r"[A-Za-z]:")
_LONGEST = 500


@lru_cache(maxsize=2)
def tunes_of(tunebook: Path) -> tuple[str, ...]:
    """Return the tunes of a tunebook whose header is plain: fields to the key, then notes alone."""
    blocks = read_bytes(tunebook, _MAX_BYTES).decode().replace("\r\n", "\n").split("\n\n")
    return tuple(tune for block in blocks if _is_plain(tune := block.strip("\n")))


def some_tunes(tunebook: Path, dice: random.Random, count: int) -> list[str]:
    """Return as many different tunes of a tunebook, other ones by other dice."""
    return dice.sample(tunes_of(tunebook), count)


def _is_plain(tune: str) -> bool:
    lines = tune.split("\n")
    keys = [place for place, line in enumerate(lines) if line.startswith("K:")]
    if len(keys) != 1 or not 3 <= keys[0] < len(lines) - 2 or len(tune) > _LONGEST:
        return False
    are_fields = all(_FIELD.match(line) for line in lines[: keys[0]])
    return are_fields and not any(
        _FIELD.match(line) or line.startswith("%") for line in lines[keys[0] + 1 :]
    )


class ProvidedNetwork:
    """A network of the program, read once: characters in, logits out.

    Args:
        path: The file of the model.
    """

    def __init__(self, path: Path) -> None:
        from abcstudio.learning.checkpoint import load_model

        loaded = load_model(path)
        self.model = loaded.model
        self.characters = loaded.header.vocabulary.characters

    def numbers(self, text: str) -> "Tensor":
        """Return a text as a batch of one row; characters that are not known are passed over."""
        import torch

        found = [self.characters.find(each) for each in text if each in self.characters]
        return torch.tensor([found])

    def logits(self, text: str, state: Any = None) -> tuple["Tensor", Any]:
        """Return the logits after each character of a text, and the state after the last."""
        import torch

        with torch.no_grad():
            found, state = self.model(self.numbers(text), state)
        return found[0], state


@lru_cache(maxsize=1)
def network_of(path: Path) -> ProvidedNetwork:
    """Return the network of a file; it is read once in a process."""
    return ProvidedNetwork(path)
