"""What runs on a graphics card only is listed, each file of it with what would run it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
LISTED = ROOT / "docs" / "decisions" / "0014-graphics-cards.md"
CALLS = re.compile(
    r"torch\.cuda\.|\.is_cuda|nccl|(?:type|name|platform|device) == \"(?:cuda|cpu)\""
)
"""What asks for a card, or does something with one."""


def test_every_file_that_asks_for_a_card_is_listed() -> None:
    words = LISTED.read_text(encoding="utf-8")
    found = [
        path
        for path in sorted((ROOT / "abcstudio").rglob("*.py"))
        if CALLS.search(path.read_text(encoding="utf-8"))
    ]
    assert len(found) > 5
    assert [path.name for path in found if path.name not in words] == []


def test_each_line_names_what_would_run_it() -> None:
    words = LISTED.read_text(encoding="utf-8")
    rows = [line.split("|")[1:-1] for line in words.splitlines() if line.startswith("| ")][2:]
    assert len(rows) > 8
    benchmark = (ROOT / "benchmarks" / "gpu.py").read_text(encoding="utf-8")
    for what, _where, runs in rows:
        assert "make gpu" in runs or "test_" in runs, what
        for name in re.findall(r"row \*([^*]+)\*", runs):
            assert f'"{name}": bench.' in benchmark, name
        for name in re.findall(r"(test_[a-z_]+\.py)", runs):
            assert list((ROOT / "tests").rglob(name)), name
