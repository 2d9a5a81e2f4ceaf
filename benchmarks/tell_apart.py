"""Can a classifier tell takes from real tunes, and what gives the takes away?

    python benchmarks/tell_apart.py TAKES                  a folder of .abc files
    python benchmarks/tell_apart.py TAKES --tunes REAL.abc
    python benchmarks/tell_apart.py --headers 100 --best 16 --keep FOLDER

The last composes guarded takes, each with the header of a real tune (rhythm, meter, unit note
length, key; no title): a single one, and the best of 16 by the jury's score. For a fair figure let
takes of your own begin with such headers too.

Real tunes are those of the tunebook's held-out families unless others are named. All are read as a
network reads them, without slurs and credits. Some 150 features a tune (tune_features.py) go to two
classifiers, each cross-validated in five folds (--times repeats that with other folds).

First the features that part the two best by themselves, with their means; then

AUC      how often a real tune is taken for likelier to be real than a take is; 0.5 is chance
control  the same for two halves of the real tunes, which must be about 0.5
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from classifiers import Classifier, Numbers, boosted, logistic
from header_takes import HeaderTakes, composed, keep
from tune_features import features

from abcstudio.composing.jury.figures import Figures
from abcstudio.composing.jury.fitting.fit import auc
from abcstudio.composing.jury.jury import Jury
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.split import split_by_family
from abcstudio.corpus.training_text import tune_for_training
from abcstudio.corpus.tune import Tune
from abcstudio.paths import bundled_jury, bundled_model, bundled_tunebook

FOLDS = 5
SHOWN = 20
CLASSIFIERS: dict[str, Classifier] = {"logistic": logistic, "boosted": boosted}


def main() -> int:
    arguments = _arguments()
    tables = Jury.load(bundled_jury()).tables
    tunes = read_tunebook(arguments.tunes) if arguments.tunes else held_out()
    texts = [tune_for_training(tune) for tune in tunes]
    real = [found for text in texts if (found := features(text, tables))]
    made = {}
    for kind, takes in _takes(arguments, texts).items():
        made[kind] = [found for text in takes if (found := features(text, tables))]
        print(f"{kind}: {len(made[kind])}; {len(takes) - len(made[kind])} without music")
    print(f"{len(real)} real tunes")
    for kind, own in made.items():
        print(f"\n{kind}")
        names, _ = table([*real, *own])
        show_features(real, own, names)
    print(f"\n{'classifier':<12}" + "".join(f"{kind:>12}" for kind in (*made, "control")))
    for name, classifier in CLASSIFIERS.items():
        parted = [told_apart(classifier, real, own, arguments.times) for own in made.values()]
        halves = np.random.default_rng(0).permutation(np.arange(len(real)) % 2.0)
        control = crossed(classifier, table(real)[1], halves, arguments.times)
        print(f"{name:<12}" + "".join(f"{one:>12.3f}" for one in (*parted, control)), flush=True)
    return 0


def _takes(arguments: argparse.Namespace, real: Sequence[str]) -> dict[str, list[str]]:
    """Return the texts of the takes by what they are."""
    if arguments.takes:
        return {"takes": [tune_for_training(take) for take in read_tunebook(arguments.takes)]}
    asked = HeaderTakes(
        model=arguments.model or bundled_model(),
        headers=arguments.headers,
        best=arguments.best,
        temperature=arguments.temperature,
        rng_seed=arguments.rng_seed,
    )
    takes = composed(asked, real)
    if arguments.keep:
        keep(takes, arguments.keep)
    return takes


def told_apart(
    classifier: Classifier, real: Sequence[Figures], made: Sequence[Figures], times: int
) -> float:
    """Return the AUC of a classifier that has learned to tell takes from real tunes."""
    _, rows = table([*real, *made])
    return crossed(classifier, rows, np.array([1.0] * len(real) + [0.0] * len(made)), times)


def held_out() -> Sequence[Tune]:
    """Return the tunes that neither the model nor the jury in the box has met."""
    return split_by_family(read_tunebook(bundled_tunebook()), 0.1, 0)[1]


def table(tunes: Sequence[Figures]) -> tuple[list[str], Numbers]:
    """Return the features' names and a row a tune; what a tune lacks is -1."""
    names = sorted({name for figures in tunes for name in figures})
    return names, np.array([[figures.get(name, -1.0) for name in names] for figures in tunes])


def crossed(classifier: Classifier, rows: Numbers, wanted: Numbers, times: int) -> float:
    """Return the mean AUC of odds that each row gets from what other rows taught."""
    found = []
    for rng_seed in range(times):
        folds = np.random.default_rng(rng_seed).permutation(np.arange(len(rows)) % FOLDS)
        odds = np.zeros(len(rows))
        for fold in range(FOLDS):
            own = folds == fold
            odds[own] = classifier(rows[~own], wanted[~own], rows[own])
        found.append(auc(odds[wanted == 1].tolist(), odds[wanted == 0].tolist()))
    return float(np.mean(found))


def show_features(real: Sequence[Figures], made: Sequence[Figures], names: Sequence[str]) -> None:
    """Print the features that part real tunes from takes best, each alone."""
    parted = []
    for name in names:
        own = [one[name] for one in real if name in one]
        other = [one[name] for one in made if name in one]
        if own and other:
            found = auc(own, other)
            parted.append((max(found, 1 - found), name, np.mean(own), np.mean(other)))
    print(f"{'what gives the takes away':<28}{'AUC alone':>10}{'real':>9}{'takes':>9}")
    for found, name, mine, others in sorted(parted, reverse=True)[:SHOWN]:
        print(f"{name:<28}{found:>10.3f}{mine:>9.3f}{others:>9.3f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("takes", type=Path, nargs="?", help="a folder of takes, or a file of them")
    parser.add_argument("--tunes", type=Path, help="real tunes")
    parser.add_argument("--times", type=int, default=1, help="how often, with other folds")
    group = parser.add_argument_group("where no takes are named")
    group.add_argument("--model", type=Path, help="what composes (the bundled one)")
    group.add_argument("--headers", type=int, default=100)
    group.add_argument("--best", type=int, default=16)
    group.add_argument("--temperature", type=float, default=0.8)
    group.add_argument("--rng-seed", type=int, default=0)
    group.add_argument("--keep", type=Path, help="a folder for the takes")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
