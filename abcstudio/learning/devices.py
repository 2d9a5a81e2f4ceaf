"""Where a network computes: the device, its name in words, and why it is not a faster one.

`prepare_torch` is called by every function here before torch is imported; every import of
torch in this program goes through here.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from typing import Any

from abcstudio.errors import EditionError

_MOST_DIGITS = 8
# What only `torchrun` sets, and always.
_OF_TORCHRUN = "TORCHELASTIC_RUN_ID"

DEVICES = ("auto", "cpu", "cuda", "mps")


@dataclass(frozen=True, slots=True)
class Device:
    """A device as torch and as a person call it.

    Attributes:
        name: "cpu", "cuda" or "mps".
        message_id: Its name in words; `parameters` fill the placeholders.
        reason_id: Why it is not the one that was asked for, or not a GPU; "" when it is.
    """

    name: str
    message_id: str
    parameters: dict[str, Any] = field(default_factory=dict)
    reason_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkLibrary:
    """The build of torch that is installed.

    Attributes:
        version: As torch calls it.
        platform: What it was built for besides the processor: "cuda", "rocm", else "cpu".
        platform_version: Of that; "" for the processor.
        threads: How many compute at once.
        device: The one that it would compute on.
    """

    version: str
    platform: str
    platform_version: str
    threads: int
    device: Device


def has_torch() -> bool:
    """Return whether torch is installed; whether it can be loaded shows when it is.

    The edition Player leaves it out: NumPy samples there, and nothing trains.
    """
    try:
        return find_spec("torch") is not None
    except (ImportError, ValueError):
        return False


def prepare_torch() -> None:
    """Set what torch reads from the environment when it is loaded.

    Waiting threads must block. Where they spin, a training step is ten times slower as soon as
    another program uses the processor.

    Raises:
        EditionError: torch is not installed.
    """
    if not has_torch():
        raise EditionError("edition.player")
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def choose_device(wanted: str = "auto") -> Device:
    """Return the device to compute on: what was asked for when it works, else the processor.

    Raises:
        EditionError: torch is not installed.
    """
    prepare_torch()
    import torch

    if wanted in ("auto", "cuda") and torch.cuda.is_available():
        properties = torch.cuda.get_device_properties(0)
        parameters = {"name": properties.name, "memory": properties.total_memory // 2**30}
        return Device("cuda", "device.cuda", parameters)
    if wanted in ("auto", "mps") and torch.backends.mps.is_available():
        return Device("mps", "device.mps")
    return Device("cpu", "device.cpu", {"threads": processor_threads()}, _why_no_gpu(wanted))


def network_library() -> NetworkLibrary:
    """Return which build of torch is installed.

    Raises:
        EditionError: None is.
        ImportError: It does not fit this machine.
        OSError: A library of it cannot be loaded.
    """
    prepare_torch()
    import torch

    cuda, rocm = torch.version.cuda, torch.version.hip
    return NetworkLibrary(
        version=torch.__version__,
        platform="cuda" if cuda else "rocm" if rocm else "cpu",
        platform_version=cuda or rocm or "",
        threads=processor_threads(),
        device=choose_device(),
    )


def is_parallel() -> bool:
    """Return whether `torchrun` has started this process as one of several.

    It sets all of its variables. Some without the others come from elsewhere, a cluster's queue for
    example, and mean nothing here: the processes that would have to be waited for are not there.
    """
    return bool(os.environ.get(_OF_TORCHRUN)) and _names_several()


def has_stray_rank() -> bool:
    """Return whether a rank among several is in the environment that is not of `torchrun`."""
    return not os.environ.get(_OF_TORCHRUN) and _names_several()


def _names_several() -> bool:
    has_meeting_point = os.environ.get("MASTER_ADDR") and _number("MASTER_PORT") >= 0
    return bool(has_meeting_point) and 0 <= _number("RANK") < _number("WORLD_SIZE") != 1


def own_rank() -> int:
    """Return this process's number among those that train together, 0 when it is alone."""
    return _number("RANK") if is_parallel() else 0


def local_rank() -> int:
    """Return which GPU of this machine is this process's, from 0."""
    return max(0, _number("LOCAL_RANK"))


def _number(variable: str) -> int:
    """Return a variable of `torchrun` as a number, -1 where it is none."""
    text = os.environ.get(variable, "")
    return int(text) if text.isdecimal() and len(text) < _MOST_DIGITS else -1


@cache
def processor_threads() -> int:
    """Return with how many threads torch computes on this machine unless it is told otherwise.

    Asked for once, before any other number is set: a thread that torch has not met yet begins with
    what was set last, in whatever thread, such as the one of each of those that train side by side.
    """
    import torch

    return torch.get_num_threads()


@contextmanager
def torch_threads(count: int) -> Iterator[None]:
    """Compute with so many threads inside the block; 0 leaves the choice to torch."""
    import torch

    usual = processor_threads()
    torch.set_num_threads(count or usual)
    try:
        yield
    finally:
        torch.set_num_threads(usual)


def has_fast_bfloat16(device_name: str) -> bool:
    """Return whether half-width arithmetic is built into the device, so that it pays."""
    import torch

    if device_name == "cuda":
        return bool(torch.cuda.is_bf16_supported())
    if device_name == "cpu":
        capabilities = torch.backends.cpu.get_cpu_capability()
        return capabilities == "AVX512" and bool(torch.cpu._is_avx512_bf16_supported())
    return False


def _why_no_gpu(wanted: str) -> str:
    import torch

    if wanted == "cpu":
        return ""
    if wanted == "mps":
        return "device.no_mps"
    if torch.version.cuda is None:
        return "device.no_cuda_build"
    return "device.no_cuda_driver"
