"""How much memory a run takes, and what to do where there is not enough."""

import gc
import sys

import torch

# What torch says on the processor, where it has no exception of its own for it.
_CPU_SIGNS = ("not enough memory", "can't allocate memory", "DefaultCPUAllocator")


def is_out_of_memory(error: RuntimeError | MemoryError) -> bool:
    """Return whether an error means that a tensor, or anything else, found no memory."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return any(sign in str(error) for sign in _CPU_SIGNS)


def release_memory(device: torch.device) -> None:
    """Give back what nothing holds any more."""
    # A window searches for garbage itself, and this may be another thread than its own.
    if gc.isenabled():
        gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()


def memory_in_use(device: torch.device) -> int | None:
    """Return the bytes that a GPU holds for this process, or the process's peak on a processor."""
    if device.type == "cuda":
        return torch.cuda.memory_allocated(device)
    if device.type == "mps":
        return int(torch.mps.current_allocated_memory())
    return _process_peak()


def _process_peak() -> int | None:
    try:
        import resource
    except ImportError:
        # Windows has no such module, and none of our packages gives the figure.
        return None
    peak = int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    # Kilobytes everywhere but on a Mac.
    return peak if sys.platform == "darwin" else peak * 1024
