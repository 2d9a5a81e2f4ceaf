"""The milestones of a run with their takes, composed where they are missing, and counted.

torch is imported where something is composed, not with this file.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from abcstudio.bounded_json import json_bytes, parse_json
from abcstudio.composing.takes import tunes_in
from abcstudio.field_values import fitting
from abcstudio.guarded_files import read_bytes
from abcstudio.learning.checkpoint import text_fingerprint
from abcstudio.learning.milestones.kept import Milestone, milestones_of
from abcstudio.learning.milestones.plan import MilestonePlan, plan_from
from abcstudio.recipes.comparing.music import (
    ReadTunes,
    TakeFigures,
    figures_of,
    mean_newness,
    right_share,
)
from abcstudio.runs.run_folder import RunFolder
from abcstudio.stopping import stop_if_asked

log = logging.getLogger(__name__)

_FORMAT = 2
_MAX_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardTake:
    """What the network of a step wrote after one prompt.

    Attributes:
        raw: The text, its prompt included, to the byte.
        tune: A whole tune made of it, with a header; "" where there is no music.
    """

    raw: str
    tune: str
    figures: TakeFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardStep:
    """A milestone with its takes.

    Attributes:
        network: The file that they were composed from.
        takes: One a prompt; none where they are not composed yet.
    """

    step: int
    network: Path
    takes: tuple[HeardTake, ...]

    @property
    def right_share(self) -> float | None:
        """Which part of all measures lasts as long as it should; None without measures."""
        return right_share(take.figures for take in self.takes)

    @property
    def newness(self) -> float | None:
        """The mean of how new the takes are, 0 to 1; None where all are too short."""
        return mean_newness(take.figures for take in self.takes)


def heard_steps(
    folder: Path, scale: Path, report: Callable[[HeardStep], object], *, composes: bool
) -> tuple[HeardStep, ...]:
    """Return the milestones of a run in the order of their steps.

    Args:
        folder: The run's.
        scale: The file of what human tunes share with others.
        report: Called with each.
        composes: Compose takes that are missing: not for a run that trains, which does so itself
            as its time allows.

    Raises:
        ModelFileError: A kept network cannot be opened.
        OSError: A take cannot be read.
        TrainingError: The folder holds no run.
    """
    run = RunFolder(folder)
    facts = run.facts()
    plan = plan_from(facts.get("milestones"))
    if plan is None:
        return ()
    known = ReadTunes(run, facts, scale)
    found = []
    for one in milestones_of(folder):
        stop_if_asked()
        texts = _takes(one, plan, composes=composes)
        step = HeardStep(
            step=one.step, network=one.network, takes=_counted(one, texts, known) if texts else ()
        )
        found.append(step)
        report(step)
    return tuple(found)


def last_take(folder: Path, *, composes: bool) -> str:
    """Return the first take of a run's last milestone as a tune, "" where it has none.

    Other runs on the same tunes wrote theirs after the same prompt with the same random numbers:
    side by side they differ by what was learned.

    Raises:
        ModelFileError: The kept network cannot be opened.
        OSError: A take cannot be read.
        TrainingError: The folder holds no run.
    """
    plan = plan_from(RunFolder(folder).facts().get("milestones"))
    if plan is None:
        return ""
    for one in reversed(milestones_of(folder)):
        if texts := _takes(one, plan, composes=composes):
            return next(iter(tunes_in(texts[0])), texts[0])
    return ""


def takes_again(folder: Path, step: int) -> tuple[str, ...]:
    """Compose the takes of a milestone anew from its network; they are the kept ones to the byte.

    Raises:
        ModelFileError: There is no such network, or it cannot be opened.
        TrainingError: The folder holds no run.
    """
    from abcstudio.learning.milestones.kept import milestone
    from abcstudio.learning.milestones.takes import compose_takes

    plan = plan_from(RunFolder(folder).facts().get("milestones"))
    if plan is None:
        return ()
    return compose_takes(milestone(folder, step).network, plan)


def _takes(one: Milestone, plan: MilestonePlan, *, composes: bool) -> tuple[str, ...]:
    texts = one.takes(len(plan.prompts))
    if texts or not composes:
        return texts
    from abcstudio.learning.milestones.takes import compose_takes

    texts = compose_takes(one.network, plan)
    try:
        one.keep_takes(texts)
    except OSError as error:
        log.warning("The takes of step %d are not kept: %s", one.step, error)
    return texts


def _counted(one: Milestone, texts: tuple[str, ...], known: ReadTunes) -> tuple[HeardTake, ...]:
    tunes = [next(iter(tunes_in(raw)), "") for raw in texts]
    which = text_fingerprint("\n\n".join(texts))
    figures = _kept_figures(one.figures, which, len(texts))
    if figures is None:
        figures = tuple(figures_of(tune, known) for tune in tunes)
        _keep_figures(one, which, figures)
    return tuple(
        HeardTake(raw=raw, tune=tune, figures=counted)
        for raw, tune, counted in zip(texts, tunes, figures, strict=True)
    )


def _kept_figures(path: Path, which: str, count: int) -> tuple[TakeFigures, ...] | None:
    """Return the figures that a file keeps of these texts, None where it keeps none."""
    try:
        data = parse_json(read_bytes(path, _MAX_BYTES))
    except (OSError, ValueError):
        return None
    if not isinstance(data, dict) or (data.get("format"), data.get("of")) != (_FORMAT, which):
        return None
    takes = data.get("takes")
    if not isinstance(takes, list) or len(takes) != count:
        return None
    if not all(isinstance(take, dict) for take in takes):
        return None
    return tuple(TakeFigures(**fitting(TakeFigures, take)) for take in takes)


def _keep_figures(kept: Milestone, which: str, figures: tuple[TakeFigures, ...]) -> None:
    takes = [{"right": one.right, "measures": one.measures, "newer": one.newer} for one in figures]
    try:
        kept.keep_figures(json_bytes({"format": _FORMAT, "of": which, "takes": takes}))
    except OSError as error:
        log.warning("What was counted is not kept: %s", error)
