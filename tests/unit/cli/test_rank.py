"""What `abcstudio rank` prints of tunes, the best first."""

import json
from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.composing.jury.criteria import CRITERIA

HEADER = "M:4/4\nL:1/8\nK:G\n"
REEL = (
    "|:G2BG dGBG|G2Bd egfa|g2eg d2BG|A2AB AGEF|G2BG dGBG|G2Bd egfa|g2ag edBd|1 A2G2 G4:|2 A2G2 G4|]"
)
STILL = "GGGG GGGG|" * 16


@pytest.fixture
def tunes(tmp_path: Path) -> Path:
    path = tmp_path / "tunes.abc"
    texts = (f"X:1\nT:Still\n{HEADER}{STILL}\n", f"X:2\nT:The Reel\n{HEADER}{REEL}\n", "X:3\nK:G\n")
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_the_best_stands_first(tunes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rank", str(tunes)]) == DONE
    heading, first, second, third = lines(capsys)
    assert heading.split() == ["score", "originality", *CRITERIA[1:], "tune"]
    places = [heading.index(name) + len(name) for name in heading.split()[1:-1]]
    assert all(first[end - 2].isdigit() for end in places)
    assert first.endswith(f"{tunes}:2 The Reel")
    assert second.endswith(f"{tunes}:1 Still")
    assert third.endswith(f"{tunes}:3")
    assert third.count("0.00*") == len(CRITERIA)


def test_lines_of_json_say_the_same(tunes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rank", "--jsonl", "--best", "2", str(tunes)]) == DONE
    found = [json.loads(line) for line in lines(capsys)]
    assert [(one["rank"], one["tune"], one["title"]) for one in found] == [
        (1, 2, "The Reel"),
        (2, 1, "Still"),
    ]
    assert found[0]["score"] > found[1]["score"]
    for name in CRITERIA:
        assert set(found[0][name]) == {"value", "sentence"}
    assert "typical" in found[0]["rhythm"]["sentence"]


def test_explanations_stand_below(tunes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rank", "--explain", "--best", "1", str(tunes)]) == DONE
    found = lines(capsys)
    assert len(found) == 2 + len(CRITERIA)
    assert found[2].strip().startswith("originality: ")
    assert found[3].strip() == "rhythm: Its rhythm is typical."


def test_a_file_of_no_use_is_said_and_the_others_are_ranked(
    tunes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rank", str(tmp_path / "no.abc"), str(tunes)]) == UNUSABLE
    told = capsys.readouterr()
    assert "no.abc" in told.err
    assert len(told.out.splitlines()) == 4


def test_a_tune_of_a_folder_is_named_by_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, body in (("take-001", STILL), ("take-002", REEL)):
        (tmp_path / f"{name}.abc").write_text(f"X:1\nT:A\n{HEADER}{body}\n", encoding="utf-8")
    assert main(["rank", str(tmp_path)]) == DONE
    _, first, second = lines(capsys)
    assert first.endswith(f"{tmp_path / 'take-002.abc'}:1 A")
    assert second.endswith(f"{tmp_path / 'take-001.abc'}:1 A")


def test_nothing_to_rank_prints_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rank", str(tmp_path / "no.abc")]) == UNUSABLE
    assert not lines(capsys)
