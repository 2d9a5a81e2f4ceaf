"""Whether a network samples on the processor or on a graphics card: measured once, and kept.

On a card each character waits for some launches and, under a rule, for one number. A processor that
reads a small network is quicker; for a large one, or many takes, a card may be.
"""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.bounded_json import parse_json
from abcstudio.errors import AbcStudioError
from abcstudio.files import atomic_write
from abcstudio.guarded_files import read_bytes
from abcstudio.learning.devices import Device, choose_device
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.vocabulary import Vocabulary

if TYPE_CHECKING:
    from abcstudio.learning.model import CharLSTM

# As the guard samples: some takes together, each character looked at before the next.
_TAKES, _CHARS = 8, 48
# To move a network takes time and memory of the card, so it has to pay.
_WORTH_IT = 1.25


@dataclass(frozen=True, slots=True)
class SamplingSpeeds:
    """How fast a network samples.

    Attributes:
        processor: Characters a second there.
        card: On the graphics card; 0 where it cannot.
    """

    processor: float
    card: float

    @property
    def is_card_quicker(self) -> bool:
        """Whether it pays to sample on the card."""
        return self.card > _WORTH_IT * self.processor


_files: list[Path] = []


def keep_speeds(path: Path) -> None:
    """Keep what is measured in a file; without one, all networks stay on the processor."""
    _files[:] = [path]


def place(model: "CharLSTM") -> Device | None:
    """Move a network to the graphics card if it samples quicker there.

    Args:
        model: On the processor.

    Returns:
        The card; None where the network stays on the processor.
    """
    if not _files or (card := choose_device("cuda")).reason is not None:
        return None
    key = _key(model, card)
    measured = _kept(_files[0])
    if key not in measured:
        measured[key] = measure(model, card)
        _keep(_files[0], measured)
    if not measured[key].is_card_quicker:
        return None
    return card if _moved(model, card.name) else None


def measure(model: "CharLSTM", card: Device) -> SamplingSpeeds:
    """Return how fast a network samples here and there; it stays on the processor."""
    processor = chars_per_second(model)
    on_card = 0.0
    try:
        if _moved(model, card.name):
            # The first takes load libraries and record their work.
            chars_per_second(model)
            on_card = chars_per_second(model)
    except RuntimeError:
        # A card that is full, or fails, samples nothing.
        on_card = 0.0
    finally:
        model.to("cpu")
    return SamplingSpeeds(processor, on_card)


def _moved(model: "CharLSTM", device_name: str) -> bool:
    """Move a network, or leave it on the processor where the card has no room for it."""
    try:
        model.to(device_name)
    except RuntimeError:
        model.to("cpu")
        return False
    return True


def chars_per_second(model: "CharLSTM") -> float:
    """Return how fast a network samples where it is, under a rule that forbids nothing."""
    from abcstudio.learning.sampling.sampler import Sampler

    count = model.embedding.num_embeddings
    vocabulary = Vocabulary("".join(chr(0x100 + number) for number in range(count)))
    config = SamplingConfig(max_chars=_CHARS, stop_at_tune_end=False, repetition_guard=False)
    sampler = Sampler(model, vocabulary)
    prompts = [vocabulary.characters[:1]] * _TAKES
    began = time.perf_counter()
    for _ in sampler.sample_each(prompts, config, forbid=lambda _take, _text: ""):
        pass
    return _TAKES * _CHARS / max(1e-9, time.perf_counter() - began)


def _key(model: "CharLSTM", card: Device) -> str:
    """Return what the speeds depend on."""
    import torch

    layers, heads = model.recurrent, model.pointers
    network = (
        model.cell, layers.num_layers, layers.input_size, layers.hidden_size,
        heads.heads if heads is not None else 0, model.embedding.num_embeddings,
    )  # fmt: skip
    return json.dumps([card.parameters["name"], torch.__version__, *network])


def _kept(path: Path) -> dict[str, SamplingSpeeds]:
    """Return the speeds of a file; of one that is missing or damaged, none."""
    try:
        rows = parse_json(read_bytes(path))
        return {key: SamplingSpeeds(float(row[0]), float(row[1])) for key, row in rows.items()}
    except (AbcStudioError, OSError, ValueError, TypeError, AttributeError, LookupError):
        return {}


def _keep(path: Path, measured: dict[str, SamplingSpeeds]) -> None:
    rows = {key: [round(one.processor), round(one.card)] for key, one in measured.items()}
    try:
        atomic_write(path, json.dumps(rows, indent=1).encode())
    except OSError:
        # Measured anew the next time.
        return
