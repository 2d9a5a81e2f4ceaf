"""Measure what the tunes of the tunebook in the box share with each other, for `novelty`.

    python scripts/measure_newness.py

What weighs all that each tune shares, of each collection and of all together. Three minutes of one
processor; the same tunebook gives the same file.
"""

import json
import sys
import tempfile
from pathlib import Path

from abcstudio.corpus.melody_index.index import kept_index
from abcstudio.corpus.melody_index.melody import melodies_of
from abcstudio.corpus.melody_index.newness import ALL, NewnessScale, weight_of
from abcstudio.corpus.sources import read_tunebook
from abcstudio.files import atomic_write
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_newness, bundled_tunebook
from abcstudio.recipes.newness.known_melodies import KnownMelodies, is_too_short


def main() -> int:
    tunes = read_tunebook(bundled_tunebook())
    with tempfile.TemporaryDirectory() as folder:
        index = kept_index(Path(folder) / "melodies", tunes)
    known = KnownMelodies(tunes, index, NewnessScale({ALL: [0.0]}))
    weights: dict[str, list[float]] = {ALL: []}
    for place, tune in enumerate(tunes):
        score = parse(tune.text)
        melody = next(iter(melodies_of(score)), ())
        is_short = is_too_short(melody)
        weight = 0.0 if is_short else weight_of(known.runs(score, melody, frozenset((place,))))
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
