"""How much memory a run takes, and what to do where there is not enough."""

import gc
import sys

import torch

# Error messages of torch without an exception type of their own: on the CPU, of the CUDA driver, of
# cuBLAS and cuDNN, on Apple GPUs.
_SIGNS = (
    "not enough memory", "can't allocate memory", "DefaultCPUAllocator",
    "out of memory", "_STATUS_ALLOC_FAILED",
)  # fmt: skip


def is_out_of_memory(error: RuntimeError | MemoryError) -> bool:
    """Return whether an error means that a tensor, or anything else, found no memory."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return any(sign in str(error) for sign in _SIGNS)


def release_memory(device: torch.device) -> None:
    """Give back what nothing holds any more."""
    # A window searches for garbage itself, and this may be another thread than its own.
    if gc.isenabled():
        gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()


def forget_peak(device: torch.device) -> None:
    """Reset the peak of `peak_memory` on a GPU."""
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)


def peak_memory(device: torch.device) -> int | None:
    """Return the peak memory in bytes: of tensors on a GPU, of the process on a CPU."""
    if device.type == "cuda":
        return torch.cuda.max_memory_allocated(device)
    if device.type == "mps":
        # Metal knows no peak; what the driver holds is not given back between steps.
        return int(torch.mps.driver_allocated_memory())
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
