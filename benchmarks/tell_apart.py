"""Can a classifier tell takes from real tunes, and what gives the takes away?

    python benchmarks/tell_apart.py TAKES                  a folder of .abc files
    python benchmarks/tell_apart.py TAKES --tunes REAL.abc
    python benchmarks/tell_apart.py --headers 100 --best 16 --keep FOLDER --readme

The last composes guarded takes, each with the header of a real tune (rhythm, meter, unit note
length, key; no title): a single one, and the one of 16 that the jury keeps. `--keep` keeps all
candidates; run again, even with another jury, it composes none of them anew. `--readme` puts what
is found into checkpoints/README.md, for the model in the box. For a fair figure let takes of your
own begin with such headers too.

Real tunes are those of the tunebook's held-out families unless others are named. All are read as a
network reads them, without slurs and credits. Some 150 features a tune (tune_features.py) go to two
classifiers, each cross-validated in five folds (--times repeats that with other folds).

First the features that part the two best by themselves, with their means; then

how often a real tune is taken for likelier to be real than a take is (AUC; 0.5 is chance), and the
same for two halves of the real tunes, which must be about 0.5.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from apart_section import Apart, Parted, with_apart
from classifiers import Classifier, Numbers, boosted, logistic
from header_takes import HeaderTakes, composed
from tune_features import features

from abcstudio.composing.jury.figures import Figures
from abcstudio.composing.jury.fitting.fit import auc
from abcstudio.composing.jury.jury import Jury
from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.training_text import tune_for_training
from abcstudio.corpus.tune import Tune
from abcstudio.files import atomic_write
from abcstudio.paths import bundled_jury, bundled_model, bundled_tunebook

FOLDS = 5
SHOWN = 20
CONTROL = "halves of the real tunes"
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
    apart = {kind: parted(real, own) for kind, own in made.items()}
    for kind, figures in apart.items():
        show_features(kind, figures)
    aucs = {name: classified(name, real, made, arguments.times) for name in CLASSIFIERS}
    kind = list(made)[-1]
    if arguments.readme:
        write_readme(
            Apart(
                real=len(real),
                aucs=aucs,
                parted=apart[kind],
                best=kind,
                temperature=arguments.temperature,
                rng_seed=arguments.rng_seed,
            )
        )
    return 0


def classified(
    name: str, real: Sequence[Figures], made: Mapping[str, Sequence[Figures]], times: int
) -> dict[str, float]:
    """Print and return how well a classifier tells each kind of takes from real tunes."""
    classifier = CLASSIFIERS[name]
    found = {kind: told_apart(classifier, real, own, times) for kind, own in made.items()}
    halves = np.random.default_rng(0).permutation(np.arange(len(real)) % 2.0)
    found[CONTROL] = crossed(classifier, table(real)[1], halves, times)
    print(f"\n{name}: " + ", ".join(f"{kind} {one:.3f}" for kind, one in found.items()), flush=True)
    return found


def write_readme(found: Apart) -> None:
    """Put what was found into the README of the model in the box."""
    readme = bundled_model().parent / "README.md"
    atomic_write(readme, with_apart(readme.read_text(encoding="utf-8"), found).encode())


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
        folder=arguments.keep,
    )
    return composed(asked, real)


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


def parted(real: Sequence[Figures], made: Sequence[Figures]) -> list[Parted]:
    """Return the features that part real tunes from takes, the best first, each alone."""
    found = []
    for name in table([*real, *made])[0]:
        own = [one[name] for one in real if name in one]
        other = [one[name] for one in made if name in one]
        if own and other:
            alone = auc(own, other)
            means = float(np.mean(own)), float(np.mean(other))
            found.append(Parted(name, max(alone, 1 - alone), *means))
    return sorted(found, key=lambda one: (-one.auc, one.name))


def show_features(kind: str, found: Sequence[Parted]) -> None:
    """Print the features that part real tunes from takes best."""
    print(f"\n{'what gives away: ' + kind:<28}{'AUC alone':>10}{'real':>9}{'takes':>9}")
    for one in found[:SHOWN]:
        print(f"{one.name:<28}{one.auc:>10.3f}{one.real:>9.3f}{one.made:>9.3f}")


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
    group.add_argument("--keep", type=Path, help="a folder for all candidates, used again")
    group.add_argument("--readme", action="store_true", help="write into checkpoints/README.md")
    arguments = parser.parse_args()
    if arguments.readme and (arguments.takes or arguments.tunes or arguments.model):
        parser.error("--readme is for the model in the box and held-out tunes")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
