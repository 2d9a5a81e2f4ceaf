"""Where a network computes: the device, its name in words, and why it is not a faster one.

`prepare_torch` is called by every function here before torch is imported; every import of
torch in this program goes through here.
"""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from abcstudio.errors import EditionError
from abcstudio.messages import Phrase

if TYPE_CHECKING:
    import torch

_MOST_DIGITS = 8
# What only `torchrun` sets, and always.
_OF_TORCHRUN = "TORCHELASTIC_RUN_ID"

_MOST_CARDS = 16

DEVICES = ("auto", "cpu", "cuda", "mps", *(f"cuda:{card}" for card in range(_MOST_CARDS)))
"""Device names to choose from; `cuda` is the first GPU, `cuda:1` the second."""


@dataclass(frozen=True, slots=True)
class Device:
    """A device as torch and as a person call it.

    Attributes:
        name: "cpu", "cuda", "cuda:1" and so on, or "mps".
        message_id: Its name in words; `parameters` fill the placeholders.
        reason: Why it is not the one that was asked for, or not a GPU; None when it is.
    """

    name: str
    message_id: str
    parameters: dict[str, Any] = field(default_factory=dict)
    reason: Phrase | None = None


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

    kind, _, number = wanted.partition(":")
    reason: Phrase | None = None
    if kind in ("auto", "cuda"):
        card = local_rank() if is_parallel() else int(number or 0)
        reason = _why_no_card(card)
        if reason is None:
            return _card(card)
    if kind in ("auto", "mps"):
        if torch.backends.mps.is_available():
            return Device("mps", "device.mps")
        reason = reason or Phrase("device.no_mps")
    return Device("cpu", "device.cpu", {"threads": processor_threads()}, reason)


def cards() -> tuple[Device, ...]:
    """Return the usable CUDA or ROCm GPUs, in torch's order.

    Raises:
        EditionError: torch is not installed.
    """
    prepare_torch()
    import torch

    count = min(torch.cuda.device_count(), _MOST_CARDS) if torch.cuda.is_available() else 0
    return tuple(_card(number) for number in range(count) if _why_no_card(number) is None)


def _card(number: int) -> Device:
    import torch

    properties = torch.cuda.get_device_properties(number)
    parameters = {"name": properties.name, "memory": round(properties.total_memory / 2**30)}
    return Device(f"cuda:{number}" if number else "cuda", "device.cuda", parameters)


def _why_no_card(number: int) -> Phrase | None:
    """Return why a GPU cannot be used, or None."""
    import torch

    complaint = driver_complaint()
    if not torch.cuda.is_available():
        if "too old" in complaint:
            return Phrase("device.old_driver")
        if torch.version.hip:
            return Phrase("device.no_rocm_driver")
        built = torch.version.cuda is not None
        return Phrase("device.no_cuda_driver" if built else "device.no_cuda_build")
    if number >= (count := torch.cuda.device_count()):
        return Phrase("device.no_such_card", {"device": f"cuda:{number}", "last": count - 1})
    # A GPU may be present without code for it in this build, or without free memory. Computing one
    # number finds out.
    try:
        (torch.ones(1, device=f"cuda:{number}") + 1).item()
    except RuntimeError as error:
        return _why_it_fails(number, error)
    return None


def _why_it_fails(number: int, error: RuntimeError) -> Phrase:
    import torch

    name = torch.cuda.get_device_name(number)
    if "no kernel image" in str(error):
        return Phrase("device.card_unserved", {"name": name})
    if "out of memory" in str(error):
        return Phrase("device.card_full", {"name": name})
    return Phrase("device.card_failed", {"name": name, "reason": first_line(error)})


def first_line(error: BaseException) -> str:
    """Return the first line of a torch error, without its advice and stack trace."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


@cache
def driver_complaint() -> str:
    """Return torch's warning about the GPU driver, which it gives only once."""
    import torch

    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        torch.cuda.is_available()
    return " ".join(str(one.message) for one in said)


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


def world_size() -> int:
    """Return how many processes train together, 1 when this one is alone."""
    return _number("WORLD_SIZE") if is_parallel() else 1


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


def widest_float(device_name: str) -> "torch.dtype":
    """Return the widest floating-point type of a device; Metal has no float64."""
    import torch

    return torch.float32 if device_name == "mps" else torch.float64


def has_fast_bfloat16(device_name: str) -> bool:
    """Return whether half-width arithmetic is built into the device, so that it pays."""
    import torch

    if device_name == "cuda":
        # By default, torch includes GPUs that only emulate it.
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if device_name == "cpu":
        capabilities = torch.backends.cpu.get_cpu_capability()
        return capabilities == "AVX512" and bool(torch.cpu._is_avx512_bf16_supported())
    return False
