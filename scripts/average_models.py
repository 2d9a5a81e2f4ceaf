"""Write the weighted mean of networks of one shape, and its loss on held-out tunes.

    python scripts/average_models.py --model own/best.safetensors=0.2 \
        --model preferred/best.safetensors=0.8 --folder averaged

A network that has learned to prefer some takes has lost a little of what real tunes taught it; the
mean with the one that it came from has most of both (Wortsman et al., Model soups, 2022). Writes
best.safetensors and averaging.json, which `train_bundled_model.py ship` reads.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from prefer_takes import loss_on_held_out

from abcstudio.files import atomic_write
from abcstudio.learning.checkpoint import load_model, save_model


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", action="append", required=True, metavar="PATH=SHARE")
    parser.add_argument("--folder", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.folder.mkdir()
    named = [one.rpartition("=") for one in arguments.model]
    average([Path(path) for path, _, _ in named], [float(share) for *_, share in named], arguments)
    return 0


def average(paths: Sequence[Path], shares: Sequence[float], arguments: argparse.Namespace) -> None:
    """Write the mean of some models; the last one's header tells of it."""
    if abs(sum(shares) - 1.0) > 1e-6:
        raise SystemExit("The shares must add up to 1.")
    models = [load_model(path) for path in paths]
    mean = models[-1]
    with torch.no_grad():
        for parameters in zip(*(one.model.parameters() for one in models), strict=True):
            whole = sum(share * own for share, own in zip(shares, parameters, strict=True))
            parameters[-1].copy_(whole)
    loss = loss_on_held_out(mean.model, mean.header.vocabulary)
    header = replace(mean.header, train_loss=None, val_loss=loss)
    save_model(arguments.folder / "best.safetensors", mean.model, header)
    told = json.dumps({"shares": list(shares), "val_loss": loss}, indent=1)
    atomic_write(arguments.folder / "averaging.json", told.encode())
    print(told)


if __name__ == "__main__":
    sys.exit(main())
