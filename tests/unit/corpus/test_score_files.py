"""MusicXML files as sources of tunes, alone and among others of a folder."""

from pathlib import Path

import pytest

from abcstudio.corpus.source_reading.source_files import tunebook_files
from abcstudio.corpus.sources import read_source, read_tunebook
from abcstudio.errors import CorpusError
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse

TUNE = "X:1\nT:{title}\nR:jig\nM:6/8\nL:1/8\nK:G\nGAG GAB|ABA ABd|]\n"
SLIDE = '<notations><slide type="start"/></notations></note>'


def score(path: Path, title: str) -> Path:
    path.write_text(musicxml_text(parse(TUNE.format(title=title))), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["kesh.musicxml", "kesh.XML", "kesh.mxl"])
def test_a_score_is_a_source_of_one_tune(tmp_path: Path, name: str) -> None:
    (tune,) = read_tunebook(score(tmp_path / name, "The Kesh"))
    assert (tune.title, tune.rhythm, tune.meter, tune.key) == ("The Kesh", "jig", "6/8", "G")
    assert "GAG GAB" in tune.text


def test_scores_of_a_folder_stand_among_its_tunes(tmp_path: Path) -> None:
    (tmp_path / "b.abc").write_text(TUNE.format(title="Second"), encoding="utf-8")
    score(tmp_path / "a.musicxml", "First")
    score(tmp_path / "c.xml", "Third")
    (tmp_path / "build.xml").write_text("<project/>", encoding="utf-8")
    (tmp_path / "d.mxl").write_bytes(b"PK\x03\x04 damaged")
    reading = read_source(tmp_path)
    assert [(tune.number, tune.title) for tune in reading.tunes] == [
        (1, "First"), (2, "Second"), (3, "Third"),
    ]  # fmt: skip
    assert [remark.path.name for remark in reading.skipped] == ["d.mxl"]
    assert (reading.others, reading.left_out, reading.guessed) == (1, (), ())
    assert [file.name for file in tunebook_files(tmp_path)] == [
        "a.musicxml", "b.abc", "c.xml", "d.mxl",
    ]  # fmt: skip


def test_what_abc_cannot_say_is_remarked(tmp_path: Path) -> None:
    path = score(tmp_path / "a.musicxml", "First")
    path.write_text(path.read_text("utf-8").replace("</note>", SLIDE, 1), encoding="utf-8")
    (remark,) = read_source(path).left_out
    assert remark.path == path
    assert str(remark.words).endswith("so it was left out: measure 1.")


def test_a_score_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "a.musicxml"
    path.write_text("<score-partwise>\n<part>", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_source(path)
    sentence = english(caught.value.message_id, caught.value.parameters)
    assert sentence.startswith(f"{path}: This MusicXML file is damaged in line 2")
