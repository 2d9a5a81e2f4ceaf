"""`abcstudio rewrite`: the file stays but for its measures; what cannot be done is said."""

import json
from pathlib import Path

import pytest

from abcstudio.cli import main
from abcstudio.cli.outcome import DONE, UNUSABLE

START = "X:1\r\nT:Café\r\nM:4/4\r\nL:1/8\r\nK:D\r\n|:dAFA DFAd| % first\r\n"
END = "|\\\r\ndAFA d3:|\r\n"
WORDS = START + "fdcd\r\nFAdf" + END


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.FEWEST_TOGETHER", 8)
    Path("tune.abc").write_bytes(WORDS.encode("latin-1"))


def test_files_keep_their_bytes_outside_the_measures(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["rewrite", "tune.abc", "--measures", "2", "--takes", "2", "--rng-seed", "1"]
    assert main([*words, "--out-dir", "out", "--jsonl"]) == DONE
    facts = [json.loads(line) for line in capsys.readouterr().out.splitlines()[1:]]
    assert [one["take"] for one in facts] == [1, 2]
    assert len({one["music"] for one in facts}) == 2
    for one in facts:
        data = Path(one["path"]).read_bytes()
        assert data == f"{START}{one['music']}{END}".encode("latin-1")
        assert "\r\n" in one["music"]
        assert one["rng_seed"] == 1
    assert Path("tune.abc").read_bytes() == WORDS.encode("latin-1")


def test_the_new_music_is_printed_a_line_a_take(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["rewrite", "tune.abc", "--measures", "2-3", "--takes", "2", "--rng-seed", "1"]
    assert main(words) == DONE
    printed = capsys.readouterr().out
    assert [line[:3] for line in printed.splitlines()] == ["1  ", "2  "]
    assert main(words) == DONE
    assert capsys.readouterr().out == printed


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--after", "2", "--add", "1"], f"{WORDS[: -len(END)]}|NEW{END}"),
        (["--second-part"], WORDS[:-2] + "\r\n|:NEW:|\r\n"),
        (["--from", "2.3"], f"{START}fdNEW:|\r\n"),
        (["--second-time", "1"], f"{WORDS[:-4].replace('|:', '')}||\r\nNEW|]\r\n"),
    ],
)
def test_a_file_goes_on(
    arguments: list[str], wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["rewrite", "tune.abc", *arguments, "--takes", "2", "--rng-seed", "1"]
    assert main([*words, "--out-dir", "out", "--jsonl"]) == DONE
    facts = [json.loads(line) for line in capsys.readouterr().out.splitlines()[1:]]
    assert len(facts) == 2
    for one in facts:
        changed = wanted.replace("NEW", one["music"]).encode("latin-1")
        assert Path(one["path"]).read_bytes() == changed


def test_several_things_stay(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["rewrite", "tune.abc", "--measures", "2", "--rng-seed", "1", "--keep", "contour"]
    assert main([*words, "--keep", "rhythm, ends", "--takes", "2"]) == DONE
    for line in capsys.readouterr().out.splitlines():
        first, second = line[3:].split()
        assert (first[0], second[-1]) == ("f", "f")
        assert [sum(one.isalpha() for one in each) for each in (first, second)] == [4, 4]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--measures", "9"], "tune.abc: There is no measure 9: this tune has measures 1 to 3"),
        (["--measures", "3-2"], "the last comes before the first"),
        (["--measures", "2", "--tune", "4"], "no tune X:4"),
        (
            ["--measures", "2", "--keep", "rhythm,words"],
            "'words' is none of rhythm, contour, ends, strong",
        ),
        (["--from", "2.0"], "'2.0' is no note of a measure such as 5.3"),
        (["--after", "2"], "Say what is to come after that measure"),
        (["--measures", "2", "--add", "3"], "Say after which measure"),
        (["--second-part", "--ending"], "Say after which measure"),
        (["--after", "2", "--measures", "2"], "not allowed with"),
        (["--after", "9", "--add", "3"], "There is no measure 9"),
        (["--measures", "all"], "'all' are no measures such as 5 or 5-6"),
        ([], "--measures"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["rewrite", "tune.abc", *arguments])
    except SystemExit as end:
        code = int(end.code or 0)
    assert code == UNUSABLE
    assert said in capsys.readouterr().err


def test_takes_that_were_not_found_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tune.abc").write_text("X:1\nM:1/8\nL:1/8\nK:D\nd|A|d|]\n", "utf-8")
    words = ["rewrite", "tune.abc", "--measures", "2", "--takes", "64", "--keep", "rhythm,contour"]
    assert main([*words, "--rng-seed", "1"]) == DONE
    out, err = capsys.readouterr()
    assert f"No more takes than these {len(out.splitlines())} were found" in err
