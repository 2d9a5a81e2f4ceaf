"""A sweep of four tiny networks."""

from pathlib import Path

from abcstudio.recipes.sweeps.grid import grid
from abcstudio.recipes.sweeps.making import SweepRequest, make_sweep
from abcstudio.runs.sweeps.sweep_folder import SweepFolder
from tests.unit.recipes.small_training import CONFIG, TUNES


def small_sweep(folder: Path, logs: tuple[str, ...] = (), **values: list[str]) -> SweepFolder:
    plan = grid(CONFIG, values or {"hidden_size": ["8", "12"], "learning_rate": ["1e-3", "1e-2"]})
    request = SweepRequest(
        plan=plan,
        tunes=TUNES[2:],
        held_out=TUNES[:2],
        corpus_name="Tunes",
        folder=folder,
        device="cpu",
        threads=1,
        logs=logs,
    )
    return make_sweep(request)
