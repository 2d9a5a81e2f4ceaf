"""Guessed encodings, odd bytes and files left out: each command says them once a file."""

import json
import random
from pathlib import Path

import pytest

from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import DONE

NOTES = random.Random(1)
TUNES = "\n\n".join(
    f"X:{n}\nT:{{title}} {n}\nM:4/4\nL:1/8\nK:G\n"
    + "|".join("".join(NOTES.choices("CDEFGABcdefg", k=8)) for _ in range(8))
    for n in range(1, 9)
)
CYRILLIC = TUNES.replace("{title}", "Весела полька").encode("cp1251")
DAMAGED = TUNES.replace("{title}", "Мить").encode() + b" % \xff\xfe\n"
READ_AS = "abcstudio: cyrillic.abc: no encoding is declared; the guess is Windows-1251 (Cyrillic)."
ODD = "abcstudio: damaged.abc: read as UTF-8; bytes that mean nothing there: 2."
COMMANDS = {
    "check": ["check", "{file}"],
    "export": ["export", "--format", "abc", "--out-dir", "out", "{file}"],
    "book": ["export", "--format", "pdf", "--book", "--out-dir", "out", "{file}"],
    "evaluate": ["evaluate", "--window", "50", "--text", "{file}"],
    "inspect": ["inspect", "--text", "{file}"],
    "train": [
        "train", "--corpus", "{file}", "--preset", "quick", "--steps", "2", "--device", "cpu",
        "--threads", "1", "--set", "hidden_size=8", "--set", "seq_len=50", "--set", "batch_size=2",
        "--out", "run",
    ],
}  # fmt: skip
AS_JSON = ("check", "evaluate", "inspect", "train")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    (tmp_path / "cyrillic.abc").write_bytes(CYRILLIC)
    (tmp_path / "damaged.abc").write_bytes(DAMAGED)
    return tmp_path


NAMED = {
    "corpus": ["corpus", "{file}"],
    "find": ["find", "GABcdefg|GABcdefg", "--in", "{file}"],
    "health": ["health", "{file}", "--counts"],
    "sweep": [
        "sweep", "--corpus", "{file}", "--preset", "quick", "--set", "steps=2", "--device", "cpu",
        "--threads", "1", "--set", "hidden_size=8", "--set", "seq_len=50", "--set", "batch_size=2",
        "--out", "sweep",
    ],
    "train": COMMANDS["train"],
    "train as it stands": [*COMMANDS["train"], "--validation", "{file}"],
}  # fmt: skip


@pytest.mark.parametrize("name", list(NAMED))
def test_an_encoding_that_is_named_is_no_guess(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word.format(file="cyrillic.abc") for word in NAMED[name]]
    command_line([*words, "--encoding", "koi8-u"])
    assert "cyrillic.abc" not in capsys.readouterr().err
    if name.startswith("train"):
        kept = (folder / "run" / "training.abc").read_text(encoding="utf-8")
        assert "Весела полька".encode("cp1251").decode("koi8-u") in kept


def test_an_unknown_encoding_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line(["corpus", "cyrillic.abc", "--encoding", "utf-16"])
    assert "'utf-16' is no encoding" in capsys.readouterr().err


def run(name: str, file: str, *more: str) -> None:
    words = [word.format(file=file) for word in COMMANDS[name]]
    assert command_line([*words, *more]) in ((0, 1) if name == "check" else (DONE,))


@pytest.mark.parametrize("name", list(COMMANDS))
@pytest.mark.parametrize("file", ["cyrillic", "damaged"])
def test_every_command_says_how_it_read_a_file_once(
    name: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(name, f"{file}.abc")
    said = capsys.readouterr().err.splitlines()
    assert said.count({"cyrillic": READ_AS, "damaged": ODD}[file]) == 1


@pytest.mark.parametrize("name", AS_JSON)
def test_lines_of_json_say_it_too(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(name, "cyrillic.abc", "--jsonl")
    told = capsys.readouterr()
    assert READ_AS in told.err.splitlines()
    lines = [json.loads(line) for line in told.out.splitlines()]
    remarks = [one for line in lines for one in line.get("remarks", [line])]
    found = [one for one in remarks if one.get("code") == "encoding.read_as"]
    assert found == [
        {
            "path": "cyrillic.abc",
            "severity": "hint",
            "code": "encoding.read_as",
            "sentence": READ_AS.removeprefix("abcstudio: "),
        }
    ]


@pytest.mark.parametrize("name", ["export", "book", "train"])
def test_files_of_a_folder_that_were_left_out_are_named(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tunes = folder / "tunes"
    tunes.mkdir()
    (tunes / "cyrillic.abc").write_bytes(CYRILLIC)
    (tunes / "picture.abc").write_bytes(bytes(range(256)) * 40)
    (tunes / "notes.txt").write_text("hello", "utf-8")
    run(name, "tunes")
    said = capsys.readouterr().err.splitlines()
    expected = [
        "tunes: 1 other file was not read: it holds no tunes, as far as can be told.",
        "tunes/picture.abc is not a text, so no tunes can be read from it.",
        "tunes/cyrillic.abc: no encoding is declared; the guess is Windows-1251 (Cyrillic).",
    ]
    assert [line for line in said if "tunes" in line] == [f"abcstudio: {one}" for one in expected]


def test_a_file_that_is_clearly_kept_is_not_remarked_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "plain.abc").write_text(TUNES.replace("{title}", "Café"), "utf-8")
    run("export", "plain.abc")
    assert capsys.readouterr().err == ""


def test_a_wrong_guess_is_no_fact_and_a_declared_encoding_is_obeyed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    greek = TUNES.replace("{title}", "Ικαριώτικος").encode("cp1253")
    (folder / "greek.abc").write_bytes(greek)
    (folder / "declared.abc").write_bytes(b"%%abc-charset windows-1253\n" + greek)
    (folder / "wrong.abc").write_bytes(b"%%abc-charset utf-8\n" + CYRILLIC)
    run("export", "greek.abc")
    said = capsys.readouterr().err
    assert said.startswith("abcstudio: greek.abc: its encoding is not known; read as ")
    assert "%%abc-charset" in said
    run("export", "declared.abc")
    assert capsys.readouterr().err == ""
    written = (folder / "out" / "declared.abc").read_text("utf-8")
    assert "%%abc-charset utf-8\n" in written
    assert "T:Ικαριώτικος 1\n" in written
    run("export", "wrong.abc")
    assert capsys.readouterr().err == (
        "abcstudio: wrong.abc: its %%abc-charset names UTF-8, which its bytes are not; "
        "read as Windows-1251 (Cyrillic).\n"
    )
