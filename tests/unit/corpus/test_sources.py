from pathlib import Path

import pytest

from abcstudio.corpus.source_reading.source_files import tunebook_files
from abcstudio.corpus.sources import read_source, read_tunebook
from abcstudio.errors import CancelledError, CorpusError
from abcstudio.messages import english
from abcstudio.stopping import stopping


def test_a_folder_is_read_through_and_numbered_through(tmp_path: Path) -> None:
    (tmp_path / "b.abc").write_bytes(
        "X:1\nT:Löwe\nK:C\nC4|\nX:2\nT:Two\nK:C\nC4|\n".encode("cp1252")
    )
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.ABC").write_bytes("X:1\nT:Three\nK:C\nC4|\n".encode("utf-16"))
    (tmp_path / "readme.md").write_text("X:1\nT:No\nK:C\n")
    tunes = read_tunebook(tmp_path)
    assert [(tune.number, tune.title) for tune in tunes] == [(1, "Löwe"), (2, "Two"), (3, "Three")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [("none.abc", None, "corpus.not_found"), ("prose.abc", "No tune here.", "corpus.no_tunes")],
)
def test_what_holds_no_tune_is_told_in_a_sentence(
    tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(CorpusError) as caught:
        read_tunebook(path)
    assert caught.value.message_id == message
    assert str(path) in english(message, caught.value.parameters)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_an_encoding_that_is_not_read_is_named_with_the_way_out(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "wide.abc"
    path.write_bytes("X:1\nT:Löwe\nK:C\nC4|\n".encode(encoding))
    with pytest.raises(CorpusError) as caught:
        read_tunebook(path)
    sentence = english(caught.value.message_id, caught.value.parameters)
    assert encoding[:6].upper() in sentence
    assert "Save it as UTF-8." in sentence


def test_a_name_that_is_too_long_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        read_tunebook(tmp_path / ("a" * 300))
    assert caught.value.message_id == "corpus.unreadable"
    assert "too long" in english(caught.value.message_id, caught.value.parameters)


def test_the_files_of_a_folder_are_named(tmp_path: Path) -> None:
    for name in ("b.abc", "a.ABC", "readme.md"):
        (tmp_path / name).write_text("X:1\nK:C\nC4|\n")
    assert tunebook_files(tmp_path) == [tmp_path / "a.ABC", tmp_path / "b.abc"]
    assert tunebook_files(tmp_path / "readme.md") == [tmp_path / "readme.md"]


def test_files_that_were_not_looked_at_are_counted(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.abc").write_text("X:1\nT:Good\nK:C\nC4|\n", encoding="utf-8")
    for name in ("notes.doc", "inner/tune.rtf", ".DS_Store"):
        (tmp_path / name).write_text("X:1\nT:Unseen\nK:C\nC4|\n", encoding="utf-8")
    assert read_source(tmp_path).others == 2
    assert read_source(tmp_path / "a.abc").others == 0
    with pytest.raises(CorpusError) as caught:
        read_source(tmp_path / "inner")
    sentence = english(caught.value.message_id, caught.value.parameters)
    assert "no file of tunes: no .abc, no MusicXML or MIDI, no .txt with tunes." in sentence
    assert "Other files there: 1." in sentence


def test_a_bad_file_of_a_folder_costs_itself_only_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.abc").write_text("X:1\nT:Good\nK:C\nC4|\n", encoding="utf-8")
    (tmp_path / "binary.abc").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "prose.abc").write_text("No tune here.", encoding="utf-8")
    (tmp_path / "wide.abc").write_bytes("X:1\nT:Wide\nK:C\nC4|\n".encode("utf-16-le"))
    (tmp_path / "old.abc").write_bytes("X:1\nT:Веселка\nK:C\nC4|\n".encode("cp1251"))
    (tmp_path / "odd.abc").write_bytes("X:1\nT:Löwe \n".encode() + b"C:\xe9\nK:C\nC4|\n")
    reading = read_source(tmp_path)
    assert [tune.title for tune in reading.tunes] == ["Good", "Löwe", "Веселка"]
    assert [(remark.path.name, remark.words.message_id) for remark in reading.skipped] == [
        ("binary.abc", "corpus.no_text"),
        ("prose.abc", "corpus.no_tunes"),
        ("wide.abc", "corpus.encoding"),
    ]
    assert [(remark.path.name, str(remark.words)) for remark in reading.guessed] == [
        ("odd.abc", "read as UTF-8; bytes that mean nothing there: 1"),
        ("old.abc", "no encoding is declared; the guess is Windows-1251 (Cyrillic)"),
    ]
    with pytest.raises(CorpusError) as caught:
        read_source(tmp_path / "binary.abc")
    assert "not a text" in english(caught.value.message_id, caught.value.parameters)


@pytest.mark.parametrize("questions", [0, 1, 2, 3])
def test_a_reading_that_should_stop_goes_no_further_than_the_next_tune_or_file(
    tmp_path: Path, questions: int
) -> None:
    """The file, its two tunes, and the other file."""
    (tmp_path / "a.abc").write_text("X:1\nK:C\nC4|\n\nX:2\nK:C\nD4|\n", encoding="utf-8")
    (tmp_path / "b.abc").write_text("X:1\nK:C\nE4|\n", encoding="utf-8")
    answers = iter([*[False] * questions, True])
    with pytest.raises(CancelledError), stopping(lambda: next(answers)):
        read_source(tmp_path)
    assert list(answers) == []


def test_empty_files_and_links_that_lead_nowhere_are_named(tmp_path: Path) -> None:
    for name, data in (
        ("a.abc", b"X:1\nK:C\nC|\n"),
        ("b.abc", b""),
        ("c.abc", b" \r\n"),
        ("d.mid", b""),
    ):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "e.abc").symlink_to(tmp_path / "nowhere.abc")
    reading = read_source(tmp_path)
    assert len(reading.tunes) == 1
    assert [str(remark.words) for remark in reading.skipped] == [
        f"{tmp_path / 'e.abc'} cannot be read: it is a link that leads nowhere.",
        *(f"{tmp_path / name} is empty." for name in ("b.abc", "c.abc", "d.mid")),
    ]
