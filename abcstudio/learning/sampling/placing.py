"""Choose CPU or GPU for sampling by a speed test, once for each network and GPU.

On a GPU each character costs some kernel launches and, under a rule, a transfer to the host. A CPU
is faster for small networks; a GPU may be faster for large ones or for many takes.
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

# Like sampling under the guard: several takes in parallel, with a host transfer per character.
_TAKES, _CHARS = 8, 48
# Moving a network to the GPU costs time and memory, so the gain must be worth it.
_WORTH_IT = 1.25


@dataclass(frozen=True, slots=True)
class SamplingSpeeds:
    """Sampling speeds of a network, in characters per second.

    Attributes:
        processor: On the CPU.
        card: On the GPU; 0 if sampling fails there.
    """

    processor: float
    card: float

    @property
    def is_card_quicker(self) -> bool:
        """Whether the GPU is enough faster to be used."""
        return self.card > _WORTH_IT * self.processor


_speed_files: list[Path] = []


def enable_gpu_sampling(speed_file: Path) -> None:
    """Allow networks to sample on a GPU; measured speeds are stored in a file."""
    _speed_files[:] = [speed_file]


def place(model: "CharLSTM") -> Device | None:
    """Move a network to the GPU if GPU sampling is enabled and faster.

    Args:
        model: A network on the CPU.

    Returns:
        The GPU, or None if the network stays on the CPU.
    """
    if not _speed_files or (card := choose_device("cuda")).reason is not None:
        return None
    key = _key(model, card)
    measured = _load(_speed_files[0])
    if key not in measured:
        measured[key] = measure(model, card)
        if measured[key].card:
            # A GPU that is full or fails now is tried again next time.
            _save(_speed_files[0], measured)
    if not measured[key].is_card_quicker:
        return None
    return card if _moved(model, card.name) else None


def measure(model: "CharLSTM", card: Device) -> SamplingSpeeds:
    """Measure the sampling speed of a network on CPU and GPU; it stays on the CPU."""
    processor = chars_per_second(model)
    on_card = 0.0
    try:
        if _moved(model, card.name):
            # The first run loads libraries.
            chars_per_second(model)
            on_card = chars_per_second(model)
    except RuntimeError:
        # The GPU is full or failed.
        on_card = 0.0
    finally:
        model.to("cpu")
    return SamplingSpeeds(processor, on_card)


def _moved(model: "CharLSTM", device_name: str) -> bool:
    """Move a network; return False if it does not fit and stays on the CPU."""
    try:
        model.to(device_name)
    except RuntimeError:
        model.to("cpu")
        return False
    return True


def chars_per_second(model: "CharLSTM") -> float:
    """Return the sampling speed of a network on its device, under a rule that forbids nothing."""
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
    """Return the key of a measurement: GPU, torch version and network shape."""
    import torch

    layers, heads = model.recurrent, model.pointers
    network = (
        model.cell, layers.num_layers, layers.input_size, layers.hidden_size,
        heads.heads if heads is not None else 0, model.embedding.num_embeddings,
    )  # fmt: skip
    return json.dumps([card.parameters["name"], torch.__version__, *network])


def _load(path: Path) -> dict[str, SamplingSpeeds]:
    """Load measured speeds; a missing or damaged file has none."""
    try:
        rows = parse_json(read_bytes(path))
        return {key: SamplingSpeeds(float(row[0]), float(row[1])) for key, row in rows.items()}
    except (AbcStudioError, OSError, ValueError, TypeError, AttributeError, LookupError):
        return {}


def _save(path: Path, measured: dict[str, SamplingSpeeds]) -> None:
    rows = {key: [round(one.processor), round(one.card)] for key, one in measured.items()}
    try:
        atomic_write(path, json.dumps(rows, indent=1).encode())
    except OSError:
        # They are measured again next time.
        return
