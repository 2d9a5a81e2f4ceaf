"""Write down every four measures in a row of the tunebook that comes with the program.

    python scripts/index_runs.py

`abcstudio compose --new` keeps takes from saying them again. The same tunebook gives the same file.
"""

import sys

from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.corpus.sources import read_tunebook
from abcstudio.files import atomic_write
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_runs, bundled_tunebook


def main() -> int:
    runs = KnownRuns.of(parse(tune.text) for tune in read_tunebook(bundled_tunebook()))
    atomic_write(bundled_runs(), runs.data)
    sys.stderr.write(f"{bundled_runs()}: {len(runs.data):,} bytes, {len(runs):,} runs\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
