"""`abcstudio takes`: the window's history, listed, shown and given out; nothing in it changes."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from abcstudio.cli import main
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.composing.history.remembered_take import RememberedTake, take_key
from abcstudio.composing.history.take_history import change_takes, journal_of, listed_takes
from abcstudio.corpus.sources import read_tunebook
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.paths import bundled_jury, bundled_model, bundled_runs, bundled_tunebook, takes_dir
from abcstudio.recipes.compose import ComposeRequest
from abcstudio.recipes.takes.chosen import days_ago
from tests.unit.recipes.takes.kept_takes import composed, keep

HEAD = "X:1\nT:{0}\nM:4/4\nL:1/8\nK:D\n"
GOOD = "|:DFAF DFAF|EGBG EGBG|FAdA FAdA|GBdB A2A2:|\n"
POOR = "|:DFAF DF|EGBG EGBG EG|:\n"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def kept(number: int, music: str = GOOD, days: int = 0, **values: Any) -> None:
    day = days_ago(days)
    take = RememberedTake(
        key=take_key(number, "0a"),
        number=number,
        text=HEAD.format(f"Tune {number}") + music,
        made=int(datetime(day.year, day.month, day.day, 12).astimezone().timestamp()),
        title=f"Tune {number}",
        tune_key="D",
        rhythm="reel",
        **values,
    )
    change_takes(takes_dir(), {take.key: take})


def lines(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert main(["takes", *words, "--jsonl"]) == DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def numbers(capsys: pytest.CaptureFixture[str], *words: str) -> list[int]:
    return [one["take"] for one in lines(capsys, "list", *words)]


def test_takes_are_listed_by_what_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    kept(1, days=40, is_kept=True)
    kept(2, POOR, days=3)
    kept(3, is_kept=True)
    before = journal_of(takes_dir()).read_bytes()
    today = date.today().isoformat()
    assert numbers(capsys) == [3, 2, 1]
    assert numbers(capsys, "--starred") == [3, 1]
    assert numbers(capsys, "--since", "7d") == [3, 2]
    assert numbers(capsys, "--since", today) == [3]
    by_score = numbers(capsys, "--sort", "score")
    assert sorted(by_score) == [1, 2, 3]
    assert numbers(capsys, "--sort", "score", "--best", "1") == by_score[:1]
    assert numbers(capsys, "--starred", "--since", "30d") == [3]
    assert main(["takes", "list"]) == DONE
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed] == ["3", "2", "1"]
    assert printed[0].split()[:2] == ["3", today]
    assert printed[0].endswith("Tune 3")
    assert [" * " in line for line in printed] == [True, False, True]
    assert journal_of(takes_dir()).read_bytes() == before


def test_takes_are_listed_by_how_new_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    known = read_tunebook(bundled_tunebook())[99].text
    kept(1, "GG^c2 F,2^a2|b2C2 ^D2^g2|^F2b2 _B,2=f2|_e2C2 _A2^c2|\n")
    kept(2, known[known.index("\n", known.index("K:")) + 1 :])
    assert [one["newer_than"] for one in lines(capsys, "list")] == [None, None]
    new, copy = lines(capsys, "list", "--sort", "newness")
    assert (new["take"], copy["take"]) == (1, 2)
    assert new["newer_than"] > 50 > copy["newer_than"]


def test_a_line_of_json_tells_all_that_the_row_tells(capsys: pytest.CaptureFixture[str]) -> None:
    kept(5, touched=4)
    (one,) = lines(capsys, "list")
    assert {name: one[name] for name in ("form", "low", "high", "guard_stepped_in")} == {
        "form": "AA",
        "low": "D",
        "high": "d",
        "guard_stepped_in": 4,
    }
    assert (one["right_measures"], one["counted_measures"]) == (4, 4)
    assert set(one["jury"]) == {
        "score", "plagiarism", "rhythm", "mode", "range", "structure", "melody"
    }  # fmt: skip


def test_takes_are_shown_and_one_that_is_not_there_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    kept(1)
    kept(2)
    assert main(["takes", "show", "2", "1"]) == DONE
    printed = capsys.readouterr().out
    assert printed.index("T:Tune 2") < printed.index("T:Tune 1")
    assert lines(capsys, "show", "1")[0]["text"] == HEAD.format("Tune 1") + GOOD
    assert main(["takes", "show", "7"]) == UNUSABLE
    assert "The history has no take 7." in capsys.readouterr().err


def test_takes_are_written_into_files_and_none_is_replaced(
    capsys: pytest.CaptureFixture[str],
) -> None:
    kept(1, is_kept=True)
    kept(2)
    kept(3, is_kept=True)
    words = ["export", "--starred", "--out-dir", "out"]
    for ending in ("", "-2"):
        found = lines(capsys, *words)
        paths = [f"take-003{ending}.abc", f"take-001{ending}.abc"]
        assert [one["path"] for one in found] == [str(Path("out") / path) for path in paths]
    text = Path("out", "take-001.abc").read_text(encoding="utf-8")
    assert text == HEAD.format("Tune 1") + GOOD
    (book,) = lines(capsys, "export", "2", "1", "--book", "--out-dir", "out")
    assert book["takes"] == [2, 1]
    text = Path(book["path"]).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line[:2] in ("X:", "T:")] == [
        "X:1", "T:Tune 2", "X:2", "T:Tune 1"
    ]  # fmt: skip


def test_no_history_is_said_and_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["list"], ["export", "--out-dir", "out"]):
        assert main(["takes", *words]) == DONE
        assert "The history has no such takes." in capsys.readouterr().err
    assert not Path("out").exists()
    assert not takes_dir().exists()


def test_a_take_is_composed_again_and_compared(capsys: pytest.CaptureFixture[str]) -> None:
    request = ComposeRequest(
        model=bundled_model(),
        prompt="X:1\nT:Kept\nK:D\n",
        sampling=SamplingConfig(max_chars=60, rng_seed=3),
        known_runs=bundled_runs(),
        jury=bundled_jury(),
    )
    (finished,) = composed(request)
    keep(takes_dir(), request, finished.take.text, 4)
    assert main(["takes", "show", "4", "--again"]) == DONE
    assert capsys.readouterr().out == finished.take.text + "\n"
    (take,) = listed_takes(takes_dir()).takes
    other = replace(take, text=take.text.replace("T:Kept", "T:Other"))
    change_takes(takes_dir(), {take.key: other})
    assert main(["takes", "show", "4", "--again", "--jsonl"]) == FAILED
    assert json.loads(capsys.readouterr().out)["same"] is False


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["list", "--since", "yesterday"],
        ["list", "--since", "99999d"],
        ["list", "--sort", "beauty"],
        ["show"],
        ["show", "0"],
        ["export"],
    ],
)
def test_what_means_nothing_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["takes", *words])
    assert ended.value.code == UNUSABLE
    assert capsys.readouterr().err
