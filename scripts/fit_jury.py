"""Fit the jury that ranks tunes, on the tunebook that comes with the program: some ten minutes.

    python scripts/fit_jury.py

Real tunes are the training part of the split by family, so that `benchmarks/jury.py` can judge by
tunes that the jury has never met. Each is judged by what the tunes of four other folds do, as it is
and made worse in the ways of `abcstudio/composing/jury/fitting/corruption.py`. Against plagiarism
the jury knows every tune of the tunebook. The same tunebook gives the same file.
"""

import json
import sys

from abcstudio.composing.jury.criteria import CRITERIA
from abcstudio.composing.jury.fitting.examples import Known, crossed, folds_of
from abcstudio.composing.jury.fitting.fit import fitted
from abcstudio.composing.jury.judged_tune import judged
from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.plagiarism import KnownTunes
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.split import split_by_family
from abcstudio.files import atomic_write
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_jury, bundled_tunebook

HELD_OUT = 0.1
FOLDS = 5
RNG_SEED = 0


def main() -> int:
    tunes = read_tunebook(bundled_tunebook())
    training, _ = split_by_family(tunes, HELD_OUT, RNG_SEED)
    heard = [judged(parse(tune.text)) for tune in training]
    folds = folds_of(training, FOLDS, RNG_SEED)
    kept = [place for place, tune in enumerate(heard) if tune.is_enough]
    real = [heard[place] for place in kept]
    examples = crossed(real, [folds[place] for place in kept], RNG_SEED, report)
    scales = {}
    for name in CRITERIA:
        report(f"scale of {name}")
        scales[name] = fitted(examples.real[name], list(examples.worse[name].values()))
    known = KnownTunes.of(judged(parse(tune.text)) for tune in tunes)
    jury = Jury(Known.of(real).tables, scales, known)
    data = json.dumps(jury.data, separators=(",", ":"), sort_keys=True)
    bundled_jury().parent.mkdir(exist_ok=True)
    atomic_write(bundled_jury(), data.encode("ascii") + b"\n")
    report(f"{bundled_jury()}: {len(data):,} bytes, of {len(real):,} tunes")
    return 0


def report(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
