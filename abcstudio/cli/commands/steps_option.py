"""The option that says at which steps a run keeps its network and composes from it."""

import argparse

from abcstudio.learning.milestones.plan import LAST_STEP, MOST_STEPS, chosen_steps

_NOWHERE, _USUAL = "none", "auto"


def add_milestones(parser: argparse.ArgumentParser) -> None:
    """Add the option to a command."""
    parser.add_argument(
        "--milestones", type=_steps, metavar="STEPS",
        help="keep the network at these steps (10,100,1000) and compose the same takes from each; "
        "auto: 10, 20, 50, 100 and so on; none: nowhere",
    )  # fmt: skip


def _steps(text: str) -> tuple[int, ...] | None:
    if text in (_NOWHERE, _USUAL):
        return () if text == _NOWHERE else None
    try:
        return chosen_steps([int(number) for number in text.split(",")])
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is neither auto nor none, nor up to {MOST_STEPS} steps between 1 and "
            f"{LAST_STEP} with commas between them, such as 10,100,1000"
        ) from None
