"""How many characters a second does a network draw, and how many could it?

    python benchmarks/sampling.py --lab lab_baseline.py

The yardstick is the lab's own sampling loop in the file given, with a network of the lab's size
and random weights; ours draws with the same weights. Every round runs the lab's loop and ours one
after the other, so that a noisy machine slows both; figures are medians of the rounds, with the
least and the most. The lab's loop takes the better of one thread and all. "per_cpu_second" counts
the processor's time instead of the clock's: on a busy machine it is the steadier one (one thread
only). Without `--lab` there are no ratios.

"limit" is what the memory allows: the bytes of weights that each step must read, and how fast one
thread reads a buffer of that size here. One larger than the caches is timed beside it. For 32 takes
the arithmetic decides, so the recurrent product alone is timed, too. All of these, and what is
reached, are in characters a second, the best of many tries of some milliseconds.
"choices" says what takes of a chosen meter and key cost beside others: see chosen_takes.py.
Prints one JSON object.
"""

import argparse
import importlib.util
import itertools
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from abcstudio.learning.devices import has_fast_bfloat16, prepare_torch

prepare_torch()

import torch  # noqa: E402
from chosen_takes import choice_costs  # noqa: E402

from abcstudio.learning.checkpoint import ModelHeader, save_model  # noqa: E402
from abcstudio.learning.config import TrainingConfig  # noqa: E402
from abcstudio.learning.model import CharLSTM, seed_everything  # noqa: E402
from abcstudio.learning.sampling.sampler import Sampler  # noqa: E402
from abcstudio.learning.sampling.sampling_config import SamplingConfig  # noqa: E402
from abcstudio.learning.sampling.torch_streams.products import FixedProduct  # noqa: E402
from abcstudio.learning.vocabulary import Vocabulary  # noqa: E402
from abcstudio.paths import bundled_model  # noqa: E402
from abcstudio.recipes.compose import ComposeRequest, compose  # noqa: E402

VOCABULARY = Vocabulary.of("\n" + "".join(chr(code) for code in range(33, 115)))
TAKES = 32
LARGE_BYTES = 256 * 2**20
TRIES = 100
Contest = Callable[[], int]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lab", type=Path, help="the lab's recipe, as one Python file")
    parser.add_argument("--hidden-size", type=int, default=1024)
    parser.add_argument("--embedding-dim", type=int, default=256)
    parser.add_argument("--chars", type=int, default=400, help="of the lab, of a take of ours")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    seed_everything(0)
    model = CharLSTM(
        len(VOCABULARY),
        TrainingConfig(embedding_dim=arguments.embedding_dim, hidden_size=arguments.hidden_size),
    ).eval()
    with tempfile.TemporaryDirectory() as folder:
        contests = ours(model, arguments, Path(folder) / "model.safetensors")
        if arguments.lab:
            contests |= labs(model, arguments)
        times = run_rounds(contests, arguments.rounds)
    figures: dict[str, Any] = {
        "hidden_size": arguments.hidden_size,
        "weights": "bfloat16" if has_fast_bfloat16("cpu") else "float32",
        "torch_threads": torch.get_num_threads(),
        **speeds(times),
    }
    if arguments.lab:
        figures["ratio_to_lab"] = ratios(times)
    figures["limit"] = limits(model, figures)
    figures["choices"] = choice_costs(bundled_model(), arguments.rounds)
    print(json.dumps(figures, indent=1))


def ours(model: CharLSTM, arguments: argparse.Namespace, file: Path) -> dict[str, Contest]:
    """Return what is timed: each draws its characters and returns how many."""
    config = TrainingConfig(
        hidden_size=arguments.hidden_size, embedding_dim=arguments.embedding_dim
    )
    save_model(file, model, ModelHeader(name="benchmark", vocabulary=VOCABULARY, config=config))
    composed = SamplingConfig(temperature=1.0, max_chars=arguments.chars, stop_at_tune_end=False)
    request = ComposeRequest(model=file, prompt="\n", sampling=composed, takes=TAKES)
    drawing = replace(composed, repetition_guard=False)
    one, two = (Sampler(model, VOCABULARY, threads) for threads in (1, 2))

    def drawn(sampler: Sampler, takes: int) -> Contest:
        return lambda: sum(1 for _ in sampler.sample_together("\n", drawing, takes))

    return {
        "one_stream": drawn(one, 1),
        "one_stream_2_threads": drawn(two, 1),
        "takes_32": drawn(one, TAKES),
        "takes_32_2_threads": drawn(two, TAKES),
        "compose_32": lambda: compose(request, lambda _drawn: None).characters,
    }


def labs(model: CharLSTM, arguments: argparse.Namespace) -> dict[str, Contest]:
    """Return the lab's loop with one thread and with all."""
    spec = importlib.util.spec_from_file_location("lab", arguments.lab)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{arguments.lab} is not a Python file")
    lab = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(lab)
    network = lab.LabModel(len(VOCABULARY), arguments.embedding_dim, arguments.hidden_size)
    own_names = {"embedding": "embedding", "recurrent": "lstm", "output": "fc"}
    network.load_state_dict(
        {
            f"{own_names[name.split('.')[0]]}.{name.split('.', 1)[1]}": tensor
            for name, tensor in model.state_dict().items()
        }
    )
    all_threads = torch.get_num_threads()

    def loop(threads: int) -> Contest:
        def run() -> int:
            torch.set_num_threads(threads)
            try:
                return len(lab.sample(network, 0, arguments.chars, "cpu"))
            finally:
                torch.set_num_threads(all_threads)

        return run

    return {"lab": loop(1), "lab_all_threads": loop(all_threads)}


def run_rounds(contests: dict[str, Contest], rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Return characters a second by the clock and by the processor's time, of each round."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in contests}
    for number in range(rounds + 1):
        for name, run in contests.items():
            clock, processor = time.perf_counter(), time.process_time()
            characters = run()
            clock, processor = time.perf_counter() - clock, time.process_time() - processor
            if number:  # the first round warms up
                times[name].append((characters / clock, characters / processor))
    return times


def speeds(times: dict[str, list[tuple[float, float]]]) -> dict[str, Any]:
    return {
        name: {
            "chars_per_second": spread([clock for clock, _ in pairs]),
            "per_cpu_second": spread([processor for _, processor in pairs]),
        }
        for name, pairs in times.items()
    }


def ratios(times: dict[str, list[tuple[float, float]]]) -> dict[str, Any]:
    best = [
        max(one, every)
        for (one, _), (every, _) in zip(times["lab"], times["lab_all_threads"], strict=True)
    ]
    found: dict[str, Any] = {}
    for name, pairs in times.items():
        if name.startswith("lab"):
            continue
        found[name] = spread([own / lab for (own, _), lab in zip(pairs, best, strict=True)])
        if not name.endswith("threads"):
            by_processor = zip(pairs, times["lab"], strict=True)
            found[f"{name}_by_cpu_time"] = spread(
                [own / lab for (_, own), (_, lab) in by_processor]
            )
    return found


def limits(model: CharLSTM, figures: dict[str, Any]) -> dict[str, Any]:
    """Return how fast the weights could be read, and the share of that which is reached."""
    recurrent = model.recurrent.get_parameter("weight_hh_l0")
    width = 2 if figures["weights"] == "bfloat16" else 4
    weight_bytes = width * recurrent.numel() + 4 * model.output.weight.numel()
    cached, large = read_speed(weight_bytes), read_speed(LARGE_BYTES)
    by_bytes = cached / weight_bytes
    product = FixedProduct(recurrent.detach(), may_be_half=True).for_rows(TAKES)
    vectors = torch.rand(TAKES, recurrent.shape[1])
    by_product = TAKES / least_seconds(lambda: product(vectors), 2)
    one, together = (best_burst(Sampler(model, VOCABULARY), takes) for takes in (1, TAKES))
    return {
        "bytes_per_step": weight_bytes,
        "read_gb_per_second": round(cached / 1e9, 1),
        "read_large_gb_per_second": round(large / 1e9, 1),
        "one_stream_by_bytes": round(by_bytes),
        "one_stream_best": round(one),
        "one_stream_reaches": round(one / by_bytes, 3),
        "takes_32_by_bytes": round(TAKES * by_bytes),
        "takes_32_by_product": round(by_product),
        "takes_32_best": round(together),
        "takes_32_reaches": round(together / by_product, 3),
    }


def best_burst(sampler: Sampler, takes: int) -> float:
    """Return the most characters a second over some milliseconds."""
    drawing = SamplingConfig(
        temperature=1.0, max_chars=10**6, stop_at_tune_end=False, repetition_guard=False
    )
    characters = sampler.sample_together("\n", drawing, takes)
    return 10 * takes / least_seconds(lambda: list(itertools.islice(characters, 10 * takes)), 1)


def read_speed(size: int) -> float:
    """Return the most bytes a second that one thread reads of a buffer, by sums and products."""
    buffer = torch.ones(size // 4)
    first, second = buffer[: size // 8], buffer[size // 8 : 2 * (size // 8)]
    readers = (lambda: torch.dot(first, second), lambda: buffer.sum(), lambda: buffer.amax())
    return size / min(least_seconds(reader, 1) for reader in readers)


def least_seconds(work: Callable[[], object], repeats: int) -> float:
    """Return the least time that some work takes, in many tries of some repeats each."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        tries = []
        for _ in range(TRIES):
            began = time.perf_counter()
            for _ in range(repeats):
                work()
            tries.append((time.perf_counter() - began) / repeats)
    finally:
        torch.set_num_threads(before)
    return min(tries)


def spread(values: list[float]) -> dict[str, float]:
    return {
        "median": round(statistics.median(values), 2),
        "min": round(min(values), 2),
        "max": round(max(values), 2),
    }


if __name__ == "__main__":
    main()
