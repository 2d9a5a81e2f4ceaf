"""A .zip of tunes is a source: its files are read as those of a folder, within bounds."""

import zipfile
from pathlib import Path

import pytest

from abcstudio.corpus.source_changes import file_states
from abcstudio.corpus.sources import read_source, readings_of_source
from abcstudio.errors import CorpusError
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse

TUNE = "X:1\nT:{title}\nM:4/4\nL:1/8\nK:G\nGABc dedB|\n"


def packed(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return path


def sentence_of(path: Path) -> str:
    with pytest.raises(CorpusError) as caught:
        read_source(path)
    return english(caught.value.message_id, caught.value.parameters)


def test_the_files_of_an_archive_are_those_of_a_folder(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "book.zip",
        b__two_abc=TUNE.format(title="Веселка").encode("cp1251"),
        a_ABC=TUNE.format(title="One").encode("utf-16"),
        c_musicxml=musicxml_text(parse(TUNE.format(title="Three"))).encode(),
        empty_abc=b"",
        readme_md=b"Tunes",
    )
    reading = read_source(path)
    assert [(tune.number, tune.title, tune.file) for tune in reading.tunes] == [
        (1, "One", "a.ABC"), (2, "Веселка", "b/two.abc"), (3, "Three", "c.musicxml"),
    ]  # fmt: skip
    assert [remark.path for remark in reading.skipped] == [path / "empty.abc"]
    assert [remark.path for remark in reading.guessed] == [path / "b/two.abc"]
    assert reading.others == 1
    assert list(file_states(path)) == [path]
    assert "cp1253" in [file.encoding for file in readings_of_source(path)]
    greek = read_source(path, encodings={str(path): "cp1253"})
    assert greek.tunes[1].title == "Веселка".encode("cp1251").decode("cp1253")


def test_names_of_old_archives_and_names_that_lead_out_stay_below_it(tmp_path: Path) -> None:
    path = tmp_path / "old.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../up.abc", TUNE.format(title="Up"))
        archive.writestr("/etc/root.abc", TUNE.format(title="Root"))
        archive.writestr("aaaa.abc", TUNE.format(title="Name"))
    data = path.read_bytes().replace(b"aaaa.abc", "Їжак".encode("cp866") + b".abc")
    path.write_bytes(data)
    files = [tune.file for tune in read_source(path).tunes]
    assert sorted(files) == sorted(["up.abc", "etc/root.abc", "Їжак.abc"])


def test_an_archive_without_tunes_says_what_it_holds(tmp_path: Path) -> None:
    path = packed(tmp_path / "photos.zip", a_jpg=b"\xff\xd8\xff", b_jpg=b"\xff\xd8\xff")
    assert "no file of tunes" in sentence_of(path)
    assert "Other files there: 2" in sentence_of(path)


@pytest.mark.parametrize("cut", [10, 60, -30])
def test_a_damaged_archive_is_told_in_a_sentence(tmp_path: Path, cut: int) -> None:
    path = packed(tmp_path / "book.zip", a_abc=TUNE.format(title="One").encode())
    path.write_bytes(path.read_bytes()[:cut])
    assert sentence_of(path) == f"{path} is damaged and cannot be unpacked."


def test_a_locked_file_costs_itself_only(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "book.zip",
        a_abc=TUNE.format(title="One").encode(),
        b_abc=TUNE.format(title="Two").encode(),
    )
    data = bytearray(path.read_bytes())
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 8] |= 1
    path.write_bytes(data)
    reading = read_source(path)
    assert [tune.title for tune in reading.tunes] == ["One"]
    (locked,) = reading.skipped
    assert "protected by a password" in str(locked.words)


def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path / "bomb.zip", a_abc=b"0" * 3_000_000, b_abc=b"0" * 3_000_000)
    monkeypatch.setattr("abcstudio.corpus.source_reading.archives.MAX_TEXT_BYTES", 5_000_000)
    monkeypatch.setattr("zipfile.ZipFile.open", None)
    assert sentence_of(path) == (
        f"{path} would unpack to more than 5 MB. Unpack it, and add the folder."
    )


def test_archives_in_a_folder_are_read_and_one_in_another_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "one.abc").write_text(TUNE.format(title="One"))
    packed(folder / "photos.zip", a_jpg=b"\xff\xd8\xff", b_jpg=b"\xff\xd8\xff")
    (folder / "cut.zip").write_bytes(b"PK\x03\x04 and no more")
    inner = packed(tmp_path / "inner.zip", deep_abc=TUNE.format(title="Deep").encode())
    book = folder / "book.zip"
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("two.abc", TUNE.format(title="Two"))
        archive.write(inner, "inner.zip")
    reading = read_source(folder)
    assert [(tune.number, tune.title, tune.file) for tune in reading.tunes] == [
        (1, "Two", "book.zip/two.abc"), (2, "One", "one.abc"),
    ]  # fmt: skip
    assert [str(remark.words) for remark in reading.skipped] == [
        f"{book / 'inner.zip'} lies in another .zip. Unpack that one, and add the folder.",
        f"{folder / 'cut.zip'} is damaged and cannot be unpacked.",
    ]
    assert reading.others == 1
    assert book in file_states(folder)
