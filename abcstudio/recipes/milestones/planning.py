"""Which takes are composed along the curve of a run: their prompts are headers of its own tunes."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from abcstudio.corpus.tunebook import header_fields
from abcstudio.learning.config import LARGEST_SEED
from abcstudio.learning.milestones.plan import MilestonePlan, plan_from, with_steps

PROMPTS = 3
"""How many takes a milestone has: what one can look through, and what costs little to compose."""

_BEGINNING = "X:1\n"
# A title would be that of a tune which the network did not write.
_FIELDS = "RMLK"
# Of a text of many megabytes its beginning says which headers are usual.
_READ_CHARACTERS = 4_000_000
_BLOCKS = re.compile(r"\n{2,}")


def plan_of(training_text: str, rng_seed: int, steps: tuple[int, ...] | None) -> MilestonePlan:
    """Return the plan of a new run.

    Args:
        training_text: What the network reads.
        rng_seed: The run's, from which the takes have their random numbers.
        steps: At which steps; None for the usual ones.
    """
    plan = MilestonePlan(prompts=prompts_of(training_text), steps=steps)
    seed = min(rng_seed, LARGEST_SEED - PROMPTS)
    return replace(plan, sampling=replace(plan.sampling, rng_seed=seed))


def plan_again(
    facts: Mapping[str, Any], training_text: str, rng_seed: int, steps: tuple[int, ...] | None
) -> MilestonePlan | None:
    """Return the plan of a run that goes on; None where it is to have no milestones.

    Args:
        facts: What `run.json` says: the prompts and random numbers stay those of the beginning.
        training_text: What the network reads, for a run of an earlier version of the program.
        rng_seed: The run's.
        steps: Other steps than before; None for those of the run, none for no more milestones.
    """
    if steps == ():
        return None
    known = plan_from(facts.get("milestones"))
    if known is None:
        had_none = "milestones" in facts and facts["milestones"] is None and steps is None
        return None if had_none else plan_of(training_text, rng_seed, steps)
    return known if steps is None else with_steps(known, steps)


def prompts_of(training_text: str) -> tuple[str, ...]:
    """Return the headers that most tunes have, each of another meter or rhythm where possible."""
    counts = Counter(_headers(training_text[:_READ_CHARACTERS]))
    chosen: list[str] = []
    kinds: set[str] = set()
    for header, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        kind = "\n".join(line for line in header.split("\n") if line[:1] in "RM")
        if kind not in kinds and len(chosen) < PROMPTS:
            kinds.add(kind)
            chosen.append(header)
    others = [header for header, _ in counts.most_common() if header not in chosen]
    chosen += others[: PROMPTS - len(chosen)]
    # Where all tunes have one header the random numbers alone tell the takes apart.
    return tuple((chosen or [_BEGINNING]) * PROMPTS)[:PROMPTS]


def _headers(text: str) -> Iterator[str]:
    for block in _BLOCKS.split(text):
        lines = [
            f"{letter}:{value}\n"
            for letter, value in header_fields(block)
            if letter in _FIELDS and value
        ]
        if lines:
            yield _BEGINNING + "".join(lines)
