"""`abcstudio import-model`: a model from a file, the lab's own weights among them."""

import argparse
from pathlib import Path
from typing import Any

from abcstudio.cli.interruption import interruptible
from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put
from abcstudio.cli.parser import OutputFile
from abcstudio.cli.targets import REFUSED
from abcstudio.recipes.import_model import OWN_SUFFIX, ImportModelRequest, import_model

EXAMPLES = """examples:
  abcstudio import-model my_ckpt.pt --corpus irish.abc --out lab.safetensors
  abcstudio import-model my_ckpt.pt --vocabulary characters.txt --name "My lab"
  abcstudio compose --model lab.safetensors

The lab's notebook keeps bare weights: torch.save(model.state_dict(), ...). They do not say which
characters the network knows. --corpus names the tunebook that it was trained on (its characters in
ascending order, the lab's rule); --vocabulary names a text that holds each character once, in the
order of their numbers. Such a file is read in a process of its own, and no code in it is ever run.
Without --out STEM.safetensors is written here, or STEM-2.safetensors where that is there already.
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "import-model",
        description="Take in a model: one of this program, or the weights of the lab's notebook.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE",
                        help=".pt, .pth, .safetensors, my_ckpt, or a run's folder")  # fmt: skip
    known = parser.add_mutually_exclusive_group()
    known.add_argument("--corpus", type=Path, nargs="+", default=[], metavar="TUNES",
                       help="what the lab's network was trained on")  # fmt: skip
    known.add_argument("--vocabulary", type=Path, metavar="TEXT",
                       help="or its characters in the order of their numbers")  # fmt: skip
    parser.add_argument("--name", default="", metavar="NAME", help="what to call it (STEM)")
    parser.add_argument("--out", type=OutputFile(OWN_SUFFIX), metavar="FILE",
                        help=f"the new model (a free name here); {REFUSED}")  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import and print where the model is."""
    request = ImportModelRequest(
        source=options.file,
        target=options.out,
        name=options.name,
        corpus=tuple(options.corpus),
        vocabulary=options.vocabulary,
    )
    with interruptible():
        put(import_model(request))
    return DONE
