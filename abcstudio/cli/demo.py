"""`abcstudio demo`: one composed tune as .abc, .mid and .wav."""

import argparse
from pathlib import Path
from typing import Any

from abcstudio.cli.inputs import load_sampling_or_end
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import rng_seed
from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put
from abcstudio.cli.targets import NUMBERED
from abcstudio.paths import bundled_model, bundled_sound_font
from abcstudio.recipes.demo import DemoRequest, demo

EXAMPLES = """examples:
  abcstudio demo
  abcstudio demo --out-dir tunes --rng-seed 7
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "demo",
        description="Compose one tune with the model in the box; print the three files' paths.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--out-dir", type=Path, default=Path(), metavar="DIR",
                        help=f"(here); {NUMBERED}")  # fmt: skip
    parser.add_argument(
        "--rng-seed", type=rng_seed, metavar="N", help="the same number, the same tune"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compose, write and print the paths, one a line."""
    request = DemoRequest(
        bundled_model(), bundled_sound_font(), options.out_dir.resolve(), options.rng_seed
    )
    load_sampling_or_end()
    with interruptible():
        for path in demo(request):
            put(path)
    return DONE
