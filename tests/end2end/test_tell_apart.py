"""What gives takes away, in the README of the model in the box; candidates composed once."""

import json
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QUALITY = "\n\n## What it writes\n\nA table.\n"


def test_the_readme_says_what_gives_takes_away_and_keeps_its_other_sections() -> None:
    section = runpy.run_path(str(ROOT / "benchmarks" / "apart_section.py"))
    parted = [
        section["Parted"](name=name, auc=0.7, real=0.808, made=0.5)
        for name in ("melody.part_ends", "length.whole")
    ]
    found = section["Apart"](
        real=444, aucs={"boosted": {"single": 0.83, "best of 16": 0.675}}, parted=parted,
        best="best of 16", temperature=0.8, rng_seed=0,
    )  # fmt: skip
    with_apart = section["with_apart"]
    once = with_apart(f"# Model\n\nFacts.{QUALITY}", found)
    assert with_apart(once, found) == once
    assert once.startswith(f"# Model\n\nFacts.{QUALITY}\n## What still gives them away\n")
    rows = [line for line in once.split("\n") if line.startswith("| ")]
    assert "| boosted | 0.830 | 0.675 |" in rows
    assert rows[-2:] == [
        "| `melody.part_ends` | 0.700 | 0.808 | 0.5 | Its parts do not end on the tonic. |",
        "| `length.whole` | 0.700 | 0.808 | 0.5 |  |",
    ]
    before = with_apart("# Model\n", found) + QUALITY[1:]
    assert with_apart(before, found) == before


def test_the_table_of_quality_keeps_what_follows_it() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "quality_table.py"))
    real = {"name": "real tunes", "figures": dict.fromkeys(script["LABELS"], 1.0)}
    report = {"temperature": 0.8, "rng_seed": 0, "rows": [real], "bounds": {}}
    text = f"# Model{QUALITY}\n## What still gives them away\n\nMuch.\n"
    once = script["with_quality"](text, report)
    assert once.endswith("\n\n## What still gives them away\n\nMuch.\n")
    assert "A table." not in once
    assert script["with_quality"](once, report) == once


def test_candidates_are_composed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    module = runpy.run_path(str(ROOT / "benchmarks" / "header_takes.py"))
    asked = module["HeaderTakes"](
        model=ROOT / "checkpoints" / "folk.safetensors", headers=1, best=3, temperature=0.8,
        rng_seed=0, folder=tmp_path,
    )  # fmt: skip
    tunes = ["X:1\nR:jig\nM:6/8\nL:1/8\nK:D\ndAF dAF|\n"]
    takes = module["composed"](asked, tunes)
    assert {kind: len(texts) for kind, texts in takes.items()} == {"single": 1, "best of 3": 1}
    (path,) = tmp_path.iterdir()
    kept = json.loads(path.read_text(encoding="utf-8"))
    texts = [f"{text}% kept" for text in kept["texts"]]
    path.write_text(json.dumps({**kept, "texts": texts}), encoding="utf-8")
    assert module["composed"](asked, tunes)["single"][0].endswith("% kept")
    path.write_text(json.dumps({**kept, "texts": texts, "model": "another"}), encoding="utf-8")
    assert module["composed"](asked, tunes) == takes
