"""Several processes that train one network together, as `torchrun` starts them.

Every rank samples the same batch and computes its own rows of it; DistributedDataParallel averages
the gradients, so that the losses are those of one process with the same batch (dropout apart, which
each rank samples for itself). Rank 0 decides what depends on a clock or a person, and broadcasts it
before each step. A run with contiguous windows that goes on keeps the state of rank 0's rows only;
the others begin again from a zero state.
"""

import gc
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

import torch
from torch import Tensor, nn

from abcstudio.errors import TrainingError
from abcstudio.learning.devices import is_parallel, widest_float
from abcstudio.learning.model import CharLSTM


class Ranks:
    """One process alone: nothing to agree about.

    Attributes:
        rank: This process's number, from 0.
        size: How many there are.
    """

    rank = 0
    size = 1

    def wrap(self, model: CharLSTM) -> nn.Module:
        """Return what computes gradients for all ranks."""
        return model

    def rows(self, batch_size: int) -> slice:
        """Return this rank's rows of a batch."""
        return slice(0, batch_size)

    def agree(self, stop: bool, share_done: float) -> tuple[bool, float]:
        """Return what rank 0 says."""
        return stop, share_done

    def mean(self, loss: Tensor) -> Tensor:
        """Return the mean of every rank's loss."""
        return loss

    def without_exchange(self, network: nn.Module) -> AbstractContextManager[None]:
        """Let gradients add up without exchanging them yet."""
        return nullcontext()


class ParallelRanks(Ranks):
    """One of several processes, after torch's process group has been set up."""

    def __init__(self, device: torch.device) -> None:
        self.rank = torch.distributed.get_rank()
        self.size = torch.distributed.get_world_size()
        self._device = device

    def wrap(self, model: CharLSTM) -> nn.Module:
        """Return the network in the wrapper that averages gradients."""
        devices = [self._device] if self._device.type == "cuda" else None
        return nn.parallel.DistributedDataParallel(model, device_ids=devices)

    def rows(self, batch_size: int) -> slice:
        """Return this rank's rows of a batch; raises TrainingError when it does not divide."""
        if batch_size % self.size:
            raise TrainingError("training.ranks", batch=batch_size, ranks=self.size)
        share = batch_size // self.size
        return slice(self.rank * share, (self.rank + 1) * share)

    def agree(self, stop: bool, share_done: float) -> tuple[bool, float]:
        """Return what rank 0 says."""
        said = torch.tensor(
            [float(stop), share_done],
            dtype=widest_float(self._device.type),
            device=self._device,
        )
        torch.distributed.broadcast(said, 0)
        stops, share = said.tolist()
        return bool(stops), share

    def mean(self, loss: Tensor) -> Tensor:
        """Return the mean of every rank's loss."""
        total = loss.clone()
        torch.distributed.all_reduce(total)
        return total / self.size

    def without_exchange(self, network: nn.Module) -> AbstractContextManager[None]:
        """Let gradients add up without exchanging them yet."""
        assert isinstance(network, nn.parallel.DistributedDataParallel)
        return network.no_sync()


@contextmanager
def joined_ranks(device_name: str) -> Iterator[Ranks]:
    """Join the other processes for the time of the block, if there are any."""
    device = torch.device(device_name)
    if device.type == "cuda":
        device = torch.device("cuda", device.index or 0)
        # What names no card, such as a recorded graph, is then this one's.
        torch.cuda.set_device(device)
    if not is_parallel():
        yield Ranks()
        return
    torch.distributed.init_process_group("nccl" if device.type == "cuda" else "gloo")
    try:
        yield ParallelRanks(device)
        # A process that left while another still writes would end both.
        torch.distributed.barrier()
    finally:
        # What still holds the group's wrapper must go before the group.
        gc.collect()
        torch.distributed.destroy_process_group()
