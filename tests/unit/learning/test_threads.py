"""With how many threads torch computes, whatever other threads have set."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest
import torch

from abcstudio.learning.devices import choose_device, processor_threads, torch_threads

T = TypeVar("T")
USUAL = 3


@pytest.fixture(autouse=True)
def machine() -> Iterator[None]:
    """Let this be a machine of three cores, where torch has just been loaded."""
    before = torch.get_num_threads()
    torch.set_num_threads(USUAL)
    processor_threads.cache_clear()
    yield
    processor_threads.cache_clear()
    torch.set_num_threads(before)


def in_a_new_thread(act: Callable[[], T]) -> T:
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(act).result()


def threads_of_a_run(count: int = 0) -> int:
    with torch_threads(count):
        return torch.get_num_threads()


def test_a_run_has_all_threads_although_another_one_computes_in_parts() -> None:
    assert threads_of_a_run() == USUAL
    in_a_new_thread(lambda: torch.set_num_threads(1))
    assert in_a_new_thread(threads_of_a_run) == USUAL
    assert in_a_new_thread(lambda: choose_device("cpu")).parameters["threads"] == USUAL
    assert in_a_new_thread(lambda: threads_of_a_run(2)) == 2
    # What begins after it has all of them, too.
    assert in_a_new_thread(torch.get_num_threads) == USUAL
