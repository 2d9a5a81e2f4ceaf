"""Measure what the tunes of the tunebook in the box share with each other, for `novelty`.

    python scripts/measure_newness.py

The weightiest shared run of each tune, of each collection and of all together. Three minutes of one
processor; the same tunebook gives the same file.
"""

import json
import sys
import tempfile
from pathlib import Path

from abcstudio.corpus.melody_index.index import kept_index
from abcstudio.corpus.melody_index.newness import ALL, NewnessScale
from abcstudio.corpus.sources import read_tunebook
from abcstudio.files import atomic_write
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_newness, bundled_tunebook
from abcstudio.recipes.newness.known_melodies import KnownMelodies


def main() -> int:
    tunes = read_tunebook(bundled_tunebook())
    with tempfile.TemporaryDirectory() as folder:
        index = kept_index(Path(folder) / "melodies", tunes)
    known = KnownMelodies(tunes, index, NewnessScale({ALL: [0.0]}))
    weights: dict[str, list[float]] = {ALL: []}
    for place, tune in enumerate(tunes):
        runs = known.newness(parse(tune.text), "", frozenset((place,))).runs
        weight = runs[0].weight if runs else 0.0
        weights[ALL].append(weight)
        weights.setdefault(tune.origin, []).append(weight)
        if place % 200 == 0:
            sys.stderr.write(f"{place} of {len(tunes)}\n")
    scale = NewnessScale.of(weights)
    text = json.dumps({name: [*those] for name, those in scale.weights.items()}, indent=0)
    atomic_write(bundled_newness(), (text + "\n").encode("ascii"))
    sys.stderr.write(f"{bundled_newness()}: {len(text):,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
