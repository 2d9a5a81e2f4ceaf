"""The milestones of a run with their takes, composed where they are missing, and counted.

torch is imported where something is composed, not with this file.
"""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.bounded_json import json_bytes, parse_json
from abcstudio.composing.history.take_facts import right_measures
from abcstudio.composing.takes import tunes_in
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.field_values import Whole, fitting, kept
from abcstudio.files import atomic_write
from abcstudio.guarded_files import read_bytes
from abcstudio.learning.checkpoint import text_fingerprint
from abcstudio.learning.milestones.kept import Milestone, milestones_of
from abcstudio.learning.milestones.plan import MilestonePlan, plan_from
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.stopping import ShouldStop, stop_if
from abcstudio.runs.run_folder import RunFolder

if TYPE_CHECKING:
    from abcstudio.recipes.newness.known_melodies import KnownMelodies

log = logging.getLogger(__name__)

UNKNOWN = -1
_FORMAT = 1
_MAX_BYTES = 64 * 1024
_COUNT = Whole(0, 10**6)
# Of a larger corpus its beginning: the index of so many tunes is made in some seconds.
_MOST_TUNES = 20_000
_BLOCKS = re.compile(r"\n{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFigures:
    """What was counted in a take.

    Attributes:
        right: How many measures last as long as they should.
        measures: Of how many.
        newer: Of a hundred known tunes, how many share more with the tunes that the network has
            read; -1 where there is too little music to compare.
    """

    right: int = kept(0, _COUNT)
    measures: int = kept(0, _COUNT)
    newer: int = kept(UNKNOWN, Whole(UNKNOWN, 100))


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
        measures = sum(take.figures.measures for take in self.takes)
        return sum(take.figures.right for take in self.takes) / measures if measures else None

    @property
    def newness(self) -> float | None:
        """The mean of how new the takes are, 0 to 1; None where all are too short."""
        known = [take.figures.newer for take in self.takes if take.figures.newer != UNKNOWN]
        return sum(known) / len(known) / 100 if known else None


def heard_steps(
    folder: Path,
    scale: Path,
    report: Callable[[HeardStep], object],
    should_stop: ShouldStop,
    *,
    composes: bool,
) -> tuple[HeardStep, ...]:
    """Return the milestones of a run in the order of their steps.

    Args:
        folder: The run's.
        scale: The file of what human tunes share with others.
        report: Called with each.
        should_stop: Asked at each take.
        composes: Compose takes that are missing: not for a run that trains, which does so itself
            as its time allows.

    Raises:
        CancelledError: `should_stop` said so.
        ModelFileError: A kept network cannot be opened.
        OSError: A take cannot be read.
        TrainingError: The folder holds no run.
    """
    run = RunFolder(folder)
    facts = run.facts()
    plan = plan_from(facts.get("milestones"))
    if plan is None:
        return ()
    known = _KnownTunes(run, facts, scale, should_stop)
    found = []
    for one in milestones_of(folder):
        stop_if(should_stop)
        texts = _takes(one, plan, should_stop, composes=composes)
        step = HeardStep(
            step=one.step, network=one.network, takes=_counted(one, texts, known) if texts else ()
        )
        found.append(step)
        report(step)
    return tuple(found)


def takes_again(folder: Path, step: int, should_stop: ShouldStop) -> tuple[str, ...]:
    """Compose the takes of a milestone anew from its network; they are the kept ones to the byte.

    Raises:
        CancelledError: `should_stop` said so.
        ModelFileError: There is no such network, or it cannot be opened.
        TrainingError: The folder holds no run.
    """
    from abcstudio.learning.milestones.kept import milestone
    from abcstudio.learning.milestones.takes import compose_takes

    plan = plan_from(RunFolder(folder).facts().get("milestones"))
    if plan is None:
        return ()
    return compose_takes(milestone(folder, step).network, plan, should_stop)


def _takes(
    one: Milestone, plan: MilestonePlan, should_stop: ShouldStop, *, composes: bool
) -> tuple[str, ...]:
    texts = one.takes(len(plan.prompts))
    if texts or not composes:
        return texts
    from abcstudio.learning.milestones.takes import compose_takes

    texts = compose_takes(one.network, plan, should_stop)
    try:
        one.keep_takes(texts)
    except OSError as error:
        log.warning("The takes of step %d are not kept: %s", one.step, error)
    return texts


def _counted(one: Milestone, texts: tuple[str, ...], known: "_KnownTunes") -> tuple[HeardTake, ...]:
    tunes = [next(iter(tunes_in(raw)), "") for raw in texts]
    which = text_fingerprint("\n\n".join(texts))
    figures = _kept_figures(one.figures, which, len(texts))
    if figures is None:
        figures = tuple(_figures(tune, known) for tune in tunes)
        _keep_figures(one.figures, which, figures)
    return tuple(
        HeardTake(raw=raw, tune=tune, figures=counted)
        for raw, tune, counted in zip(texts, tunes, figures, strict=True)
    )


def _figures(tune: str, known: "_KnownTunes") -> TakeFigures:
    if not tune:
        return TakeFigures()
    right, measures = right_measures(parse(tune))
    newer = known.newer_than(tune)
    return TakeFigures(right=right, measures=measures, newer=UNKNOWN if newer is None else newer)


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


def _keep_figures(path: Path, which: str, figures: tuple[TakeFigures, ...]) -> None:
    takes = [{"right": one.right, "measures": one.measures, "newer": one.newer} for one in figures]
    try:
        atomic_write(path, json_bytes({"format": _FORMAT, "of": which, "takes": takes}))
    except OSError as error:
        log.warning("What was counted is not kept: %s", error)


class _KnownTunes:
    """The tunes that a run has read, made ready to be compared with the first take."""

    def __init__(
        self, run: RunFolder, facts: Mapping[str, Any], scale: Path, should_stop: ShouldStop
    ) -> None:
        self._run, self._facts, self._scale = run, facts, scale
        self._should_stop = should_stop
        self._melodies: KnownMelodies | None = None

    def newer_than(self, tune: str) -> int | None:
        """Return of how many of a hundred known tunes a tune is newer; None where it is short."""
        if self._melodies is None:
            self._melodies = self._made()
        return self._melodies.newer_than(tune)

    def _made(self) -> "KnownMelodies":
        # NumPy takes a while to import.
        from abcstudio.corpus.melody_index.index import kept_index
        from abcstudio.corpus.melody_index.newness import NewnessScale
        from abcstudio.recipes.newness.known_melodies import KnownMelodies

        text, _ = self._run.texts()
        # The tunes stand first, and then again in other keys, which the index knows anyway.
        most = _tune_count(self._facts) or _MOST_TUNES
        blocks = [block for block in _BLOCKS.split(text) if block.strip()][:most]
        tunes = split_tunebook("\n\n".join(blocks[:_MOST_TUNES]))
        index = kept_index(
            self._run.path / "milestones" / "melodies.bin", tunes, should_stop=self._should_stop
        )
        return KnownMelodies(tunes, index, NewnessScale.load(self._scale))


def _tune_count(facts: Mapping[str, Any]) -> int:
    corpus = facts.get("corpus")
    count = corpus.get("tunes") if isinstance(corpus, dict) else 0
    return count if isinstance(count, int) and count > 0 else 0
