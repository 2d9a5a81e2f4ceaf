"""Makes torch's build for the processor believe that it has a card, for tests only.

`host_card.cpp` serves the tensors; this stands in for what of `torch.cuda` asks the driver. It is a
plugin of pytest: `-p tests.hostcard.host_card` loads it before any test imports torch.
"""

import ctypes
import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from build_host_card import library

MEMORY = 12_884_377_600
"""Bytes of a GPU sold as 12 GB."""


def load(path: Path) -> Any:
    """Load the card; torch must not be imported yet: it looks for cards once."""
    assert "torch" not in sys.modules
    spec = importlib.util.find_spec("torch")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "lib"
    names = ("libc10.so", "libtorch_cpu.so", "libtorch.so", "libtorch_python.so")
    for one in (*(folder / name for name in names), path):
        ctypes.CDLL(str(one), mode=ctypes.RTLD_GLOBAL)
    import torch

    own = importlib.util.spec_from_file_location("host_card", path)
    assert own is not None
    assert own.loader is not None
    card = importlib.util.module_from_spec(own)
    own.loader.exec_module(card)
    _stand_in_for_driver(torch, card)
    _stand_in_for_graphs(torch, card)
    return card


def _stand_in_for_driver(torch: Any, card: Any) -> None:
    cuda = torch.cuda
    properties = SimpleNamespace(name="Host Card", total_memory=MEMORY, major=8, minor=6)
    answers: dict[str, Callable[..., Any]] = {
        "is_available": lambda: True,
        "device_count": lambda: 1,
        "current_device": lambda: 0,
        "set_device": _set_device,
        "get_device_properties": lambda _device=0: properties,
        "get_device_capability": lambda _device=0: (properties.major, properties.minor),
        "get_device_name": lambda _device=0: properties.name,
        "is_initialized": lambda: True,
        "_lazy_init": lambda: None,
        "_lazy_call": lambda call, **_options: call(),
        "_is_in_bad_fork": lambda: False,
        "synchronize": lambda *_device: None,
        "empty_cache": lambda: None,
        "memory_allocated": lambda *_device: card.counts()["bytes"],
        "max_memory_allocated": lambda *_device: card.counts()["peak"],
        "reset_peak_memory_stats": lambda *_device: card.reset(),
        # Emulation is there on any card.
        "_check_bf16_tensor_supported": lambda _device: True,
    }
    for name, answer in answers.items():
        setattr(cuda, name, answer)
    for module in (cuda, cuda.random):
        module.get_rng_state = lambda *_device: torch.clone(card.state())
        module.set_rng_state = lambda state, *_device: card.set_state(state)
        module.manual_seed_all = lambda seed: card.seed(seed)
    torch.version.cuda = "13.0"
    # Weights stay where they are: what would lay them side by side is cuDNN's own.
    torch.backends.cudnn.is_acceptable = lambda _tensor: False


def _set_device(device: Any) -> None:
    """Accept what torch accepts: a device with an index, or a number."""
    import torch

    number = device if isinstance(device, int) else torch.device(device).index
    assert number == 0


def _stand_in_for_graphs(torch: Any, card: Any) -> None:
    class Stream:
        def wait_stream(self, _other: "Stream") -> None:
            """Wait for nothing: all that was launched is done."""

    class CUDAGraph:
        def __init__(self) -> None:
            self.tape = card.Tape()

        def replay(self) -> None:
            """Do again what was recorded, between the same addresses."""
            self.tape.replay()

    @contextmanager
    def graph(one: CUDAGraph, **_options: object) -> Iterator[None]:
        one.tape.begin()
        try:
            yield
        finally:
            one.tape.end()

    @contextmanager
    def stream(_one: Stream) -> Iterator[None]:
        yield

    torch.cuda.CUDAGraph, torch.cuda.Stream, torch.cuda.graph = CUDAGraph, Stream, graph
    torch.cuda.stream, torch.cuda.current_stream = stream, lambda *_device: Stream()


CARD = load(library())
