"""`abcstudio milestones`: what a network wrote at the steps of its run."""

import argparse
import json
from pathlib import Path
from typing import Any

from abcstudio.cli.inputs import load_torch_or_end
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import whole_number_between
from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.cli.output import put, say
from abcstudio.errors import TrainingInputError
from abcstudio.learning.milestones.plan import LAST_STEP
from abcstudio.messages import Phrase
from abcstudio.paths import bundled_newness
from abcstudio.recipes.comparing.music import UNKNOWN
from abcstudio.recipes.milestones.heard_steps import HeardStep, heard_steps, takes_again

DESCRIPTION = """Say how the takes of a training run got better. At some steps, by default 10, 20,
50, 100 and so on, a run keeps its network, and the same prompts are composed from each with the
same random numbers: what differs has been learned. Printed is a line a step: how many measures of
the takes are right, and of how many of a hundred known tunes they are newer, beside the tunes that
the network has read. Takes for which the run had no time are composed first."""

EXAMPLES = """examples:
  abcstudio milestones my-run                  a line a step
  abcstudio milestones my-run --step 500       the takes of one step as ABC
  abcstudio milestones my-run --again          compose all of them again: the same, byte for byte?
  abcstudio milestones my-run --jsonl          a line of JSON a step, the takes included

exit codes: 0 done, 1 a take that was composed again differs, 2 the run has no such milestones
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "milestones",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("run_folder", type=Path, metavar="RUN", help="the folder of a run")
    parser.add_argument("--step", type=whole_number_between(1, LAST_STEP),
                        help="print the takes of this step as ABC")  # fmt: skip
    parser.add_argument("--again", action="store_true",
                        help="compose the takes again; exit with 1 where one differs")  # fmt: skip
    parser.add_argument("--jsonl", action="store_true", help="one line of JSON a step")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the milestones of a run, or those that were asked for."""
    load_torch_or_end()
    with interruptible():
        found = heard_steps(options.run_folder, bundled_newness(), _ignore, composes=True)
        steps = [one for one in found if options.step in (None, one.step)]
        if not found:
            raise TrainingInputError("milestones.none", path=options.run_folder)
        if not steps:
            known = ", ".join(str(one.step) for one in found)
            raise TrainingInputError("milestones.other_steps", step=options.step, known=known)
        are_same = True
        for one in steps:
            is_same = None
            if options.again:
                again = takes_again(options.run_folder, one.step)
                is_same = again == tuple(take.raw for take in one.takes)
                are_same = are_same and is_same
            _put(one, options, is_same)
    return DONE if are_same else FAILED


def _put(one: HeardStep, options: argparse.Namespace, is_same: bool | None) -> None:
    if options.jsonl:
        put(json.dumps(_data(one) | ({} if is_same is None else {"same": is_same})))
        return
    if options.step is not None:
        put("\n\n".join(take.tune or take.raw for take in one.takes))
    else:
        put(_line(one))
    if is_same is False:
        say(Phrase("milestones.not_the_same", {"step": one.step}))


def _line(one: HeardStep) -> str:
    right = sum(take.figures.right for take in one.takes)
    measures = sum(take.figures.measures for take in one.takes)
    share = "    -" if one.right_share is None else f"{100 * one.right_share:4.0f}%"
    newer = "    -" if one.newness is None else f"{100 * one.newness:4.0f}%"
    return (
        f"step {one.step:>7}   right measures {share} ({right} of {measures})   newer than {newer}"
    )


def _data(one: HeardStep) -> dict[str, Any]:
    return {
        "step": one.step,
        "right_share": None if one.right_share is None else round(one.right_share, 4),
        "newness": None if one.newness is None else round(one.newness, 4),
        "network": str(one.network),
        "takes": [
            {
                "text": take.raw,
                "right_measures": take.figures.right,
                "counted_measures": take.figures.measures,
                "newer_than": None if take.figures.newer == UNKNOWN else take.figures.newer,
            }
            for take in one.takes
        ],
    }


def _ignore(_step: HeardStep) -> None:
    """Nothing is printed before all are counted: a wrong step is told first."""
