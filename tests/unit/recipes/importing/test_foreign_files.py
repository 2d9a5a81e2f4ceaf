"""MIDI and MusicXML files read as ABC files."""

from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.errors import ExportError, MidiFileError, MusicXmlError
from abcstudio.recipes.export import export_tune
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.foreign_files import import_file, read_foreign_file

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
    assert read_foreign_file(path).title == "no name"


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
        read_foreign_file(path)
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


def test_musicxml_is_known_by_its_name_or_its_first_bytes(tmp_path: Path) -> None:
    text = TUNE.format(title="Kesh")
    score = export_tune(text, "musicxml", tmp_path / "kesh.musicxml")
    assert read_foreign_file(score).title == "Kesh"
    named = [tmp_path / "kesh.XML", tmp_path / "kesh", tmp_path / "kesh.txt"]
    for path in named:
        path.write_bytes(score.read_bytes())
        assert read_foreign_file(path).text == read_foreign_file(score).text


def test_an_untitled_score_is_called_as_its_file(tmp_path: Path) -> None:
    score = export_tune(TUNE.replace("T:{title}\n", ""), "musicxml", tmp_path / "no name.musicxml")
    assert read_foreign_file(score).title == "no name"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.musicxml", b"no XML", "musicxml.not_xml"),
        ("a.mxl", b"MThd", "musicxml.not_xml"),
        ("a.xml", b"<html/>", "musicxml.not_musicxml"),
    ],
)
def test_what_is_no_musicxml_is_said(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(MusicXmlError) as raised:
        read_foreign_file(path)
    assert raised.value.message_id == message


def test_a_large_score_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.musicxml"
    with path.open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(MusicXmlError) as raised:
        read_foreign_file(path)
    assert raised.value.message_id == "musicxml.too_large"


def test_the_command_line_names_what_was_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    score = export_tune(TUNE.format(title="Kesh"), "musicxml", tmp_path / "kesh.musicxml")
    slide = '<notations><slide type="start"/></notations></note>'
    score.write_text(score.read_text("utf-8").replace("</note>", slide, 1), "utf-8")
    assert main(["import", "--out-dir", str(tmp_path), str(score)]) == 0
    printed = capsys.readouterr()
    assert printed.out == f"{tmp_path / 'kesh.abc'}\n"
    assert printed.err.startswith(f"abcstudio: {score}: ABC has no glissando")
    assert printed.err.endswith("measure 1.\n")
    bad = tmp_path / "bad.mxl"
    bad.write_bytes(b"PK\x03\x04")
    assert main(["import", "--out-dir", str(tmp_path), str(bad)]) == 2
    assert "damaged and cannot be unpacked" in capsys.readouterr().err
