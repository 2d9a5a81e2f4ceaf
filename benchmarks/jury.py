"""Does the jury tell real tunes from the same tunes made worse? One table, in a minute.

    python benchmarks/jury.py

Real tunes are those of the tunebook's held-out families, which the jury has not met; against
plagiarism it knows the training tunes only. Each is made worse in the ways of
`abcstudio/composing/jury/fitting/examples.py`.

AUC      how often a real tune has the higher number, a tie counting half; 0.95 is wanted
odd      of 100 real tunes, how many lie below the typical band (10 are meant to)
worse    of 100 tunes made worse, how many do

Beside it: processor time of loading the jury, and of a tune, beside reading it.
"""

import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import replace

from abcstudio.composing.jury.criteria import CRITERIA
from abcstudio.composing.jury.fitting.examples import Examples, Known, add_examples
from abcstudio.composing.jury.fitting.fit import auc
from abcstudio.composing.jury.judged_tune import judged
from abcstudio.composing.jury.jury import TYPICAL, Jury
from abcstudio.composing.jury.plagiarism import KnownTunes
from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_jury, bundled_tunebook

WANTED = 0.95
HELD_OUT = 0.1
RNG_SEED = 0


def main() -> int:
    began = time.process_time()
    jury = Jury.load(bundled_jury())
    loading = time.process_time() - began
    training, held_out = split_by_family(read_tunebook(bundled_tunebook()), HELD_OUT, RNG_SEED)
    real = [judged(parse(tune.text)) for tune in training]
    met = [tune for tune in real if tune.is_enough]
    jury = replace(jury, known=KnownTunes.of(met))
    heard = [judged(parse(tune.text)) for tune in held_out]
    new = [tune for tune in heard if tune.is_enough]
    examples = Examples()
    add_examples(examples, new, Known(met, jury.tables, jury.known), RNG_SEED)
    missed = show(jury, examples)
    show_times(jury, held_out, loading)
    return int(missed > 0)


def show(jury: Jury, examples: Examples) -> int:
    """Print the table; return how many rows miss what is wanted."""
    missed = 0
    print(f"{'criterion':<12}{'made worse by':<24}{'AUC':>7}{'odd':>7}{'worse':>7}")
    for name in CRITERIA:
        scale = jury.scales[name]
        real = [scale.value(one) for one in examples.real[name]]
        worse = {
            kind: [scale.value(one) for one in figures]
            for kind, figures in examples.worse[name].items()
        }
        rows = {"all": [one for values in worse.values() for one in values], **worse}
        for kind, values in rows.items():
            found = auc(real, values)
            missed += found < WANTED
            sign = "" if found >= WANTED else f"  below {WANTED}"
            print(
                f"{name:<12}{kind.replace('_', ' '):<24}{found:>7.3f}"
                f"{odd(real):>7.1f}{odd(values):>7.1f}{sign}"
            )
    return missed


def odd(values: Sequence[float]) -> float:
    """Return how many of 100 lie below the typical band."""
    return 100 * sum(one < TYPICAL for one in values) / max(1, len(values))


def show_times(jury: Jury, tunes: Sequence[Tune], loading: float) -> None:
    """Print the processor time that the jury takes, beside the reader of ABC as the yardstick."""
    reading, judging = [], []
    for tune in tunes:
        began = time.process_time()
        score = parse(tune.text)
        read = time.process_time()
        jury.judge(score)
        judging.append(1000 * (time.process_time() - read))
        reading.append(1000 * (read - began))
    print(f"\nloading {loading:.3f} s; a tune, in ms (median, longest):")
    for words, times in (("reading", reading), ("judging", judging)):
        print(f"  {words:<10}{statistics.median(times):7.2f}{max(times):8.2f}")


if __name__ == "__main__":
    sys.exit(main())
