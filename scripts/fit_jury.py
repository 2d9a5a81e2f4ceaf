"""Fit the jury that ranks tunes and chooses among takes: some minutes.

    python scripts/fit_jury.py TAKES.abc
    python scripts/fit_jury.py TAKES.abc --model FILE

Real tunes are the training part of the split by family, so that `benchmarks/jury.py` can judge by
tunes that the jury has never met. Each is judged by what the tunes of four other folds do, as it is
and made worse in the ways of `abcstudio/composing/jury/fitting/examples.py`. Against plagiarism
the jury knows every tune of the tunebook.

TAKES.abc (or a folder of such files) holds guarded takes that begin with headers of training tunes,
so that the jury learns what gives a network away; `benchmarks/tell_apart.py` judges by headers of
held-out tunes. Where there is no such file it is written: 8 takes for each of 200 headers, composed
by the model in the box, or by `--model`, at temperature 0.8, in some ten minutes. Fit it again for
each new model, with a new file. The same tunebook and takes give the same jury.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from abcstudio.composing.jury.criteria import CRITERIA
from abcstudio.composing.jury.fitting.examples import Known, crossed, folds_of
from abcstudio.composing.jury.fitting.fit import fitted, told_from
from abcstudio.composing.jury.judged_tune import JudgedTune, judged
from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.plagiarism import KnownTunes
from abcstudio.composing.provenance import without_provenance
from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.training_text import tune_for_training
from abcstudio.corpus.tune import Tune
from abcstudio.errors import PromptError
from abcstudio.files import atomic_write
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_jury, bundled_model, bundled_tunebook
from abcstudio.recipes.compose import ComposeRequest, compose

HELD_OUT = 0.1
FOLDS = 5
RNG_SEED = 0
HEADERS = 200
TAKES_A_HEADER = 8


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("takes", type=Path, help="a file or folder of takes; composed if missing")
    parser.add_argument("--model", type=Path, default=bundled_model(), help="composes the takes")
    arguments = parser.parse_args()
    tunes = read_tunebook(bundled_tunebook())
    training, _ = split_by_family(tunes, HELD_OUT, RNG_SEED)
    if not arguments.takes.exists():
        texts = "\n".join(composed(arguments.model, training))
        atomic_write(arguments.takes, texts.encode())
    takes = [one for one in heard(read_tunebook(arguments.takes)) if one.is_enough]
    known = list(heard(tunes))
    by_text = {tune.text: one for tune, one in zip(tunes, known, strict=True)}
    folds = folds_of(training, FOLDS, RNG_SEED)
    placed = [
        (by_text[tune.text], fold)
        for tune, fold in zip(training, folds, strict=True)
        if by_text[tune.text].is_enough
    ]
    real = [tune for tune, _ in placed]
    jury = fit(real, [fold for _, fold in placed], takes, KnownTunes.of(known))
    data = json.dumps(jury.data, separators=(",", ":"), sort_keys=True)
    bundled_jury().parent.mkdir(exist_ok=True)
    atomic_write(bundled_jury(), data.encode("ascii") + b"\n")
    report(f"{bundled_jury()}: {len(data):,} bytes, {len(real):,} tunes, {len(takes):,} takes")
    return 0


def heard(tunes: Sequence[Tune]) -> Iterator[JudgedTune]:
    """Yield tunes as the jury hears them."""
    return (judged(parse(tune_for_training(tune))) for tune in tunes)


def fit(
    real: Sequence[JudgedTune], folds: Sequence[int], takes: Sequence[JudgedTune], known: KnownTunes
) -> Jury:
    """Return the jury that real tunes and takes teach."""
    with ProcessPoolExecutor() as pool:
        report("measuring real tunes, worse ones and takes")
        examples = crossed(real, folds, takes, RNG_SEED, pool.map)
        report("weighing what was measured")
        against_takes = pool.submit(told_from, examples.whole, examples.takes)
        own = [(examples.real[name], examples.worse[name]) for name in CRITERIA]
        scales = dict(zip(CRITERIA, pool.map(fitted, *zip(*own, strict=True)), strict=True))
        return Jury(Known.of(real).tables, scales, against_takes.result(), known)


def composed(model: Path, tunes: Sequence[Tune]) -> Iterator[str]:
    """Yield takes that begin with the headers of some tunes, from rhythm to key, without title."""
    for place, tune in enumerate(random.Random(RNG_SEED).sample(tunes, HEADERS)):
        report(f"takes for header {place + 1} of {HEADERS}")
        lines = tune_for_training(tune).split("\n")
        key = next(number for number, line in enumerate(lines) if line.startswith("K:"))
        header = [line for line in lines[: key + 1] if not line.startswith("T:")]
        request = ComposeRequest(
            model=model,
            prompt="".join(f"{line}\n" for line in header),
            sampling=SamplingConfig(guard=True, rng_seed=1000 * place),
            takes=TAKES_A_HEADER,
            drop_unknown=True,
        )
        try:
            result = compose(request, lambda _sampled: None)
        except PromptError:
            continue
        yield from (without_provenance(take.text) for take in result.takes)


def report(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
