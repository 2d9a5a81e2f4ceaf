"""What `abcstudio corpus` prints of a tunebook."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE

BOOK = """X:1
T:The Kesh
R:jig
M:6/8
L:1/8
K:G
|:GAG GAB|ABA ABd:||:edd gdd|edB dBA:|

X:2
T:An Air
M:3/4
L:1/4
K:D
dfa|fed|A2z|
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    path = tmp_path / "book.abc"
    path.write_text(BOOK, encoding="utf-8")
    return path


def test_figures_stand_over_charts(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", str(book)]) == DONE
    out = capsys.readouterr().out
    assert out.startswith("2 tunes, 3.5 measures the median tune\n")
    assert f"  {'jig':<24} {'#' * 40} 1\n" in out
    assert "AABB" in out


def test_a_filter_counts_a_part_and_a_chart_is_chosen(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corpus", str(book), "--filter", "form:AABB", "--chart", "key"]) == DONE
    out = capsys.readouterr().out
    assert out.startswith("1 of 2 tunes")
    assert "\nkey\n" in out
    assert "\nrhythm\n" not in out
    assert main(["corpus", str(book), "--filter", "no such tune"]) == FAILED


def test_json_csv_and_svg_say_the_same(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", str(book), "--json"]) == DONE
    data = json.loads(capsys.readouterr().out)
    assert (data["tunes"], data["charts"]["meter"][0]["filter"]) == (2, "M:=3/4")
    assert main(["corpus", str(book), "--csv"]) == DONE
    lines = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert ["meter", "6/8", "1", "M:=6/8"] in lines
    assert main(["corpus", str(book), "--svg"]) == DONE
    assert ElementTree.fromstring(capsys.readouterr().out).tag.endswith("svg")


def test_a_book_that_is_not_there_is_named(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", str(book.with_name("none.abc"))]) == UNUSABLE
    assert "none.abc" in capsys.readouterr().err
