"""Put what benchmarks/model_quality.py printed into the README of the model in the box, as a table.

    python benchmarks/model_quality.py --run RUN --beside LAB/last.safetensors > quality.json
    python scripts/quality_table.py quality.json

Refuses figures of another model than checkpoints/folk.safetensors. The section that it writes is
the README's last unless another follows; an older one is replaced.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from abcstudio.files import atomic_write
from abcstudio.learning.checkpoint import load_model
from abcstudio.paths import bundled_model

TITLE = "## What it writes"
LABELS = {
    "tunes": "tunes",
    "without_error": "without an error, by both readers",
    "without_error_notation": "without an error, by this program",
    "without_error_abc2midi": "without an Error, by abc2midi -c",
    "every_measure_right_notation": "every measure right, by this program",
    "every_measure_right_abc2midi": "every measure right, by abc2midi",
    "full_measures": "of all measures right, by this program",
    "ends_properly": "end on a final bar line within 800 characters",
    "quotes_training": "four measures in a row of a training tune, any key",
    "units_returning": "of all units of two measures, those that return exactly",
    "units_nearly_returning": "of all units, those that return nearly or exactly",
    "repeats_nothing": "no unit returns, not even nearly",
    "ends_on_tonic": "the last note is the tonic",
    "second_endings": "a second ending",
    "notes_outside_mode": "of all notes, those outside the mode",
}
SECTION = """{title}

Takes at temperature {temperature:g} as they come, unguarded, from `X:1` alone or from the header
of a held-out tune (rhythm, meter, unit note length, key; no title), beside real held-out tunes and
other models' takes. Shares in per cent; `benchmarks/model_quality.py` says what each means, and its
`--run RUN` measures them again. Random seed {rng_seed}.

{table}
"""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("report", type=Path)
    arguments = parser.parse_args()
    report = json.loads(arguments.report.read_text(encoding="utf-8"))
    fingerprint = load_model(bundled_model()).fingerprint
    if fingerprint not in {row.get("fingerprint") for row in report["rows"]}:
        print(f"{arguments.report} measures another model than {bundled_model()}.", file=sys.stderr)
        return 1
    readme = bundled_model().parent / "README.md"
    text = with_quality(readme.read_text(encoding="utf-8"), report)
    atomic_write(readme, text.encode())
    return 0


def with_quality(readme: str, report: Mapping[str, Any]) -> str:
    """Return a README with the figures of a report; other sections stay."""
    section = SECTION.format(
        title=TITLE,
        temperature=report["temperature"],
        rng_seed=report["rng_seed"],
        table=_table(report),
    )
    before, _, rest = readme.partition(TITLE)
    _, sign, after = rest.partition("\n## ")
    return f"{before.rstrip()}\n\n{section}" + (f"{sign}{after}" if sign else "")


def _table(report: Mapping[str, Any]) -> str:
    """Return the figures as rows, the models and real tunes as columns, and what was wanted."""
    columns = [_column(row) for row in report["rows"]]
    lines = [["share in %", *columns, "wanted"], ["---"] * (len(columns) + 2)]
    for name, label in LABELS.items():
        shares = [f"{row['figures'][name]:g}" for row in report["rows"]]
        lines.append([label, *shares, _wanted(name, report["bounds"])])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _column(row: Mapping[str, Any]) -> str:
    return f"{row['name']}, from {row['prompt']}" if "prompt" in row else str(row["name"])


def _wanted(name: str, bounds: Mapping[str, Sequence[float]]) -> str:
    if name not in bounds:
        return ""
    low, high = bounds[name]
    if high == 100.0:
        return f"≥ {low:g}"
    return f"{low:g} to {high:g}" if low else f"≤ {high:g}"


if __name__ == "__main__":
    sys.exit(main())
