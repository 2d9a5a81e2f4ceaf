"""The option that mixes a second model into the first."""

import argparse
from pathlib import Path

from abcstudio.cli.numbers import number_between
from abcstudio.composing.provenance import SHARE
from abcstudio.recipes.mixing.opened_models import Mix
from abcstudio.recipes.models import model_file

_share = number_between(*SHARE)


def add_mix(parser: argparse.ArgumentParser) -> None:
    """Add the option to a command."""
    parser.add_argument(
        "--mix", type=_mix, metavar="OTHER=SHARE",
        help="mix another model, or the last of a run, into the model: 0.3 is three tenths of it",
    )  # fmt: skip


def mix_of(options: argparse.Namespace) -> Mix | None:
    """Return what is to be mixed in, None for nothing.

    Raises:
        ModelFileError: A folder was named that has no model.
    """
    mix: Mix | None = options.mix
    return None if mix is None else Mix(model_file(mix.model), mix.share)


def _mix(text: str) -> Mix:
    model, _, share = text.rpartition("=")
    if not model:
        raise argparse.ArgumentTypeError(
            f"'{text}' names no share: write the model, then = and a number from 0 to 1, such as"
            " mine.safetensors=0.3"
        )
    return Mix(Path(model), _share(share))
