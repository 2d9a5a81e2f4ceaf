"""Whether memory levels off: networks trained one after the other, tunes drawn one after the other.

    python benchmarks/reliability/memory_growth.py training [starts, 2000]
    python benchmarks/reliability/memory_growth.py drawing [tunes, 20000]

Prints JSON: the memory along the way, and its slope after the first quarter (Theil and Sen's, which
a single jump does not turn). The exit code is 0 only when that lies below what is promised.

What a process holds goes up and down by some megabytes from round to round. It is read after each
round therefore, and a point is the median of its rounds: 40 single readings leave the slope of
2,000 starts uncertain by 0.6 MB per thousand, more than is promised.

For trainings the blocks that Python holds are counted too. In 500 starts they grew by 40, in 800 by
some hundred, in steps and not with each start, and what the collector knows stayed the same to the
object. What is left of the growth in kilobytes (150 to 300 per thousand starts, in single steps of
up to 70) is what libraries and the allocator's free lists hold. The limits: half a
kilobyte a start, where it was once 3 MB, and less than one block of Python's a start.
"""

import gc
import json
import os
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from process_memory import process_bytes

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.paths import bundled_tunebook

_POINTS = 40


class Soak(NamedTuple):
    """Work to repeat.

    Attributes:
        once: Does it once; gets the number of the round.
        process: Returns the process whose memory counts.
        end: Ends what is left of it.
        rounds: How often by itself.
        most_kb: Kilobytes that a thousand rounds may add once it has levelled off.
        most_blocks: Blocks of Python's memory that they may add, where this is the process.
    """

    once: Callable[[int], object]
    process: Callable[[], int]
    end: Callable[[], object]
    rounds: int
    most_kb: float
    most_blocks: float | None = None


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the median of the slopes between any two points."""
    return statistics.median(
        (y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(points, 2)
    )


def training() -> Soak:
    """Train a small network anew each time, each in a thread of its own as the window does."""
    from abcstudio.learning.config import TrainingConfig
    from abcstudio.recipes.train import TrainRequest, train

    config = TrainingConfig(
        embedding_dim=16, hidden_size=64, steps=2, batch_size=8, seq_len=50,
        evaluate_every=2, checkpoint_every=2,
    )  # fmt: skip
    text = bundled_tunebook().read_text(encoding="utf-8")
    folder = tempfile.TemporaryDirectory()

    def run(number: int) -> None:
        train(
            TrainRequest(
                config=config,
                training_text=text[:20_000],
                validation_text=text[20_000:22_000],
                folder=Path(folder.name) / str(number),
                device="cpu",
            ),
            lambda _report: None,
        )

    def once(number: int) -> None:
        thread = threading.Thread(target=run, args=(number,))
        thread.start()
        thread.join()

    return Soak(once, os.getpid, folder.cleanup, 2000, 500, most_blocks=900)


def drawing() -> Soak:
    """Draw tune after tune of the box in the engraving process."""
    tunes = [tune.text for tune in split_tunebook(bundled_tunebook().read_text(encoding="utf-8"))]
    engraver, drawn = Engraver(), threading.Semaphore(0)

    def once(number: int) -> None:
        source = TuneSource(tunes[number % len(tunes)])
        engraver.engrave(source, EngravingOptions(), lambda _outcome: drawn.release(), "soak")
        drawn.acquire()

    return Soak(once, lambda: engraver.child_pid or 0, engraver.close, 20_000, 500)


def soak(work: Soak, rounds: int) -> dict[str, object]:
    """Repeat work and return how its memory went."""
    points, blocks = [], []
    read: list[int] = []
    for number in range(1, rounds + 1):
        work.once(number)
        read.append(process_bytes("VmRSS", work.process()) // 1024)
        if number % max(1, rounds // _POINTS) == 0:
            points.append((float(number), statistics.median(read)))
            read.clear()
            gc.collect()
            blocks.append((float(number), float(sys.getallocatedblocks())))
    work.end()
    per_thousand = 1000 * slope(points[len(points) // 4 :])
    blocks_per_thousand = 1000 * slope(blocks[len(blocks) // 4 :])
    counts_blocks = work.most_blocks is not None
    holds_blocks = work.most_blocks is None or blocks_per_thousand <= work.most_blocks
    return {
        "rounds": rounds,
        "memory_kb": {int(number): int(memory) for number, memory in points},
        "kb_per_thousand": round(per_thousand, 1),
        "blocks_per_thousand": round(blocks_per_thousand, 1) if counts_blocks else None,
        "passed": per_thousand <= work.most_kb and holds_blocks,
    }


def main() -> int:
    """Repeat what was asked for."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    makers = {"training": training, "drawing": drawing}
    if name not in makers:
        print(__doc__)
        return 2
    work = makers[name]()
    result = soak(work, int(sys.argv[2]) if len(sys.argv) > 2 else work.rounds)
    print(json.dumps(result, indent=2))
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
