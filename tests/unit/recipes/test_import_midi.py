"""MIDI files read as ABC files."""

from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.errors import ExportError, MidiFileError
from abcstudio.recipes.export import export_tune
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.import_midi import import_file, read_midi_file

TUNE = "X:1\nT:{title}\nM:4/4\nL:1/8\nQ:1/4=120\nK:G\nG2 AB c2 d2 |]\n"


@pytest.fixture
def midi(tmp_path: Path) -> Path:
    text = TUNE.format(title="Ода")
    return export_tune(text, "mid", tmp_path / "ода.mid", ExportOptions(plain=True))


def test_a_file_becomes_a_tune_and_nothing_is_replaced(midi: Path, tmp_path: Path) -> None:
    first = import_file(midi, tmp_path / "out")
    assert first.path == tmp_path / "out" / "ода.abc"
    assert first.path.read_text("utf-8") == TUNE.format(title="Ода") == first.tune.text
    second = import_file(midi, tmp_path / "out")
    assert second.path.name == "ода-2.abc"


def test_a_tune_without_a_title_is_called_as_its_file(tmp_path: Path) -> None:
    untitled = TUNE.replace("T:{title}\n", "")
    path = export_tune(untitled, "mid", tmp_path / "no name.mid", ExportOptions(plain=True))
    assert read_midi_file(path).title == "no name"


def test_a_folder_that_cannot_be_made_is_said(midi: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError) as raised:
        import_file(midi, tmp_path / "file")
    assert raised.value.message_id == "export.not_a_folder"


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.mid"
    with path.open("wb") as file:
        file.write(b"MThd")
        file.truncate(10**10)
    with pytest.raises(MidiFileError) as raised:
        read_midi_file(path)
    assert raised.value.message_id == "midi.too_large"


def test_the_command_line_goes_on_after_a_bad_file(
    midi: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.mid"
    bad.write_bytes(b"no MIDI")
    out = str(tmp_path / "out")
    assert main(["import", "--out-dir", out, str(bad), str(tmp_path / "none.mid"), str(midi)]) == 2
    printed = capsys.readouterr()
    assert printed.out == f"{tmp_path / 'out' / 'ода.abc'}\n"
    lines = printed.err.splitlines()
    assert [line.startswith("abcstudio: ") for line in lines] == [True, True]
    assert "not a MIDI file" in lines[0]
    assert "There is no file" in lines[1]
    assert main(["import", "--out-dir", out, str(midi)]) == 0
    assert main(["import", "--out-dir", str(bad), str(midi)]) == 2
