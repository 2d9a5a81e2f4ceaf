"""Figures of real tunes, of the same made worse, and of takes, each judged by what others do."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from abcstudio.composing.jury.criteria import (
    CRITERIA,
    PLAGIARISM,
    Tables,
    all_figures,
    counted,
    figures_of,
)
from abcstudio.composing.jury.figures import Figures
from abcstudio.composing.jury.fitting.changes import in_key_of
from abcstudio.composing.jury.fitting.wrong_form import (
    copied,
    copied_part,
    copied_with_changes,
    joined_parts,
    nothing_returns,
    shuffled_measures,
    too_much_of_the_same,
)
from abcstudio.composing.jury.fitting.wrong_notes import (
    going_in_circles,
    hardly_moving,
    leaping_notes,
    moved_measures,
    octave_measures,
    one_accidental,
    other_tonic,
    shuffled_lengths,
    shuffled_notes,
    some_accidentals,
    staying,
    uneven,
    very_uneven,
    wandering_notes,
    wrong_cadences,
)
from abcstudio.composing.jury.judged_tune import JudgedTune
from abcstudio.composing.jury.plagiarism import Copied, KnownTunes
from abcstudio.corpus.similarity import families, quick_contours
from abcstudio.corpus.tune import Tune

Corruption = Callable[[JudgedTune, JudgedTune, random.Random], JudgedTune]
"""Takes a tune, another one of its meter and mode in its key, and chance."""

CORRUPTIONS: dict[str, tuple[Corruption, ...]] = {
    "plagiarism": (copied, copied_with_changes, copied_part),
    "rhythm": (uneven, very_uneven, shuffled_lengths),
    "mode": (one_accidental, some_accidentals, other_tonic),
    "range": (octave_measures, moved_measures, leaping_notes, hardly_moving),
    "structure": (shuffled_measures, joined_parts, too_much_of_the_same, nothing_returns),
    "melody": (
        shuffled_notes,
        wandering_notes,
        wrong_cadences,
        going_in_circles,
        staying,
    ),
}
"""What each criterion should notice."""


LEAST = 3
"""How often an event must be met to be remembered."""

Each = Callable[[Callable[[int], "Examples"], Iterable[int]], Iterable["Examples"]]


@dataclass(frozen=True, slots=True)
class Examples:
    """Figures by criterion, and all that tells takes from real tunes.

    Attributes:
        real: Of real tunes.
        worse: Of real tunes made worse, by the name of the corruption.
        whole: All figures of real tunes, in the same order.
        takes: All figures of takes.
    """

    real: Mapping[str, list[Figures]] = field(
        default_factory=lambda: {name: [] for name in CRITERIA}
    )
    worse: Mapping[str, dict[str, list[Figures]]] = field(
        default_factory=lambda: {
            name: {one.__name__: [] for one in CORRUPTIONS[name]} for name in CRITERIA
        }
    )
    whole: list[Figures] = field(default_factory=list)
    takes: list[Figures] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """What a jury knows of: real tunes, what they do, and their melodies."""

    tunes: Sequence[JudgedTune]
    tables: Tables
    melodies: KnownTunes

    @classmethod
    def of(cls, tunes: Sequence[JudgedTune]) -> "Known":
        """Return what is known of tunes."""
        return cls(tunes, counted(tunes, LEAST), KnownTunes.of(tunes))


def folds_of(tunes: Sequence[Tune], count: int, rng_seed: int) -> list[int]:
    """Return a fold for each tune, variants in the same one."""
    own = families(quick_contours([tune.text for tune in tunes]))
    order = sorted(set(own))
    random.Random(rng_seed).shuffle(order)
    fold_of = {family: place % count for place, family in enumerate(order)}
    return [fold_of[family] for family in own]


def crossed(
    tunes: Sequence[JudgedTune],
    folds: Sequence[int],
    takes: Sequence[JudgedTune],
    rng_seed: int,
    each: Each = map,
) -> Examples:
    """Return examples of tunes and takes, each judged by what the tunes of other folds do.

    Args:
        tunes: Real ones.
        folds: The fold of each.
        takes: Are shared out to the folds in turn.
        rng_seed: For chance.
        each: Calls a function with each fold, such as a pool of processes.
    """
    of_fold = partial(_of_fold, tunes, folds, takes, rng_seed)
    examples = Examples()
    for own in each(of_fold, sorted(set(folds))):
        for criterion in CRITERIA:
            examples.real[criterion].extend(own.real[criterion])
            for kind, figures in own.worse[criterion].items():
                examples.worse[criterion][kind].extend(figures)
        examples.whole.extend(own.whole)
        examples.takes.extend(own.takes)
    return examples


def _of_fold(
    tunes: Sequence[JudgedTune],
    folds: Sequence[int],
    takes: Sequence[JudgedTune],
    rng_seed: int,
    fold: int,
) -> Examples:
    examples = Examples()
    placed = list(zip(tunes, folds, strict=True))
    known = Known.of([tune for tune, one in placed if one != fold])
    add_examples(examples, [tune for tune, one in placed if one == fold], known, rng_seed + fold)
    numbers = sorted(set(folds))
    own = takes[numbers.index(fold) :: len(numbers)]
    examples.takes.extend(whole_figures(one, known) for one in own)
    return examples


def add_examples(
    examples: Examples, tunes: Sequence[JudgedTune], known: Known, rng_seed: int
) -> None:
    """Add the figures of tunes, as they are and made worse.

    Each criterion has chance of its own, so that another's corruptions do not change its examples.
    """
    for criterion in CRITERIA:
        chance = random.Random(f"{criterion} {rng_seed}")
        partners = _Partners(tunes, chance)
        for tune in tunes:
            examples.real[criterion].append(_figures(criterion, tune, known))
            for corruption in CORRUPTIONS[criterion]:
                copies = criterion == PLAGIARISM
                other = chance.choice(known.tunes) if copies else partners.of(tune)
                worse = corruption(tune, other, chance)
                found = _figures(criterion, worse, known)
                examples.worse[criterion][corruption.__name__].append(found)
    first = len(examples.whole)
    for place, tune in enumerate(tunes, first):
        measured = {name: figures[place] for name, figures in examples.real.items()}
        examples.whole.append(all_figures(measured, tune))


def whole_figures(tune: JudgedTune, known: Known) -> Figures:
    """Return all figures that tell takes from real tunes."""
    measured = {name: _figures(name, tune, known) for name in CRITERIA if name != PLAGIARISM}
    return all_figures(measured, tune)


def _figures(criterion: str, tune: JudgedTune, known: Known) -> Figures:
    copies = criterion == PLAGIARISM
    copied = known.melodies.copied(tune) if copies else Copied(-1, frozenset(), 0)
    return figures_of(criterion, tune, known.tables, copied)


class _Partners:
    """Another tune of the same meter and mode, in the same key."""

    def __init__(self, tunes: Sequence[JudgedTune], chance: random.Random) -> None:
        self._chance = chance
        self._tunes: dict[tuple[str, int], list[JudgedTune]] = {}
        for tune in tunes:
            self._tunes.setdefault((tune.meter, tune.mode), []).append(tune)

    def of(self, tune: JudgedTune) -> JudgedTune:
        """Return a partner; the tune itself where it is the only one of its kind."""
        others = [one for one in self._tunes[tune.meter, tune.mode] if one is not tune]
        return in_key_of(self._chance.choice(others or [tune]), tune)
