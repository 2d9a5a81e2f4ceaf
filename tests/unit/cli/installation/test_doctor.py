"""`abcstudio doctor` on this machine."""

import json

import pytest

from abcstudio.cli.main import main


def test_it_prints_a_line_a_part_and_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["doctor"])
    printed = capsys.readouterr().out
    for topic in ("program", "system", "fonts", "folder", "sound", "MIDI", "network", "device"):
        assert f" {topic}:" in printed
    assert printed.rstrip().splitlines()[-1].startswith("Some" if code else "Everything")


def test_each_finding_is_a_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["doctor", "--jsonl"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["state"] for row in rows} <= {"ok", "hint", "problem"}
    assert all(row["advice"] for row in rows if row["state"] != "ok")
    assert code == any(row["state"] == "problem" for row in rows)
