"""Write each tune of some tunebooks to a file of its own, for tools that read one tune a file.

    python benchmarks/split_corpora.py --out ABCS --corpora irish.abc music21/corpus/oneills1850
    find ABCS -name '*.abc' | xargs abcstudio export --format mid --plain --out-dir MIDS
    python abc_oracle.py batch MIDS ABCS

A file is named CORPUS/CORPUS_NUMBER.abc, so that MIDI files in one folder keep apart. Prints how
many tunes each corpus has, as JSON.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from notation import tunes_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="a folder, made where it is none")
    parser.add_argument("--corpora", type=Path, nargs="+", required=True)
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    for corpus, _, text in tunes_of(arguments.corpora):
        counts[corpus] += 1
        folder = arguments.out / corpus
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{corpus}_{counts[corpus]:05}.abc"
        file.write_text(text, encoding="utf-8", newline="")
    print(json.dumps(counts, indent=1))


if __name__ == "__main__":
    main()
