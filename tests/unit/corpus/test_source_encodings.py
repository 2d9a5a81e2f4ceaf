"""Texts of sources read with an encoding that a person has named."""

from pathlib import Path

import pytest

from abcstudio.corpus.combined_sources import SourcePart, save_combination
from abcstudio.corpus.kept_readings.source_state import source_state
from abcstudio.corpus.preparation.preparation import Preparation, preparation_from
from abcstudio.corpus.source_encodings import decode_in_source
from abcstudio.corpus.sources import read_source, readings_of_source
from abcstudio.errors import CorpusError

GREEK = "X:1\nT:Τσάμικος χορός\nK:G\nGABc|\n"
POLISH = "X:1\nT:Żuławski łowicki\nK:G\nGABc|\n"


def _titles(path: Path, codec: str = "") -> list[str]:
    return [tune.title for tune in read_source(path, encodings={str(path): codec}).tunes]


def test_a_file_is_read_as_was_named(tmp_path: Path) -> None:
    path = tmp_path / "greek.abc"
    path.write_bytes(GREEK.encode("cp1253"))
    assert _titles(path) != ["Τσάμικος χορός"]
    reading = read_source(path, encodings={str(path): "cp1253"})
    assert [tune.title for tune in reading.tunes] == ["Τσάμικος χορός"]
    # What a person has named is no guess.
    assert not reading.guessed
    choices = {each.encoding: each.text for each in readings_of_source(path)}
    assert choices["cp1253"] == GREEK


@pytest.mark.parametrize("codec", ["cp1251", "cp1252", "latin-1", "koi8_u"])
def test_utf8_stays_utf8_though_a_byte_be_damaged(codec: str) -> None:
    data = "T:Вечорниці — коломийка\n".encode()
    for damaged in (data, data[:20] + b"\xff" + data[21:], data + b"\xe9\n"):
        assert decode_in_source(damaged, codec, is_alone=True).encoding == "utf-8"


def test_of_a_folder_only_what_leaves_a_doubt_is_read_so(tmp_path: Path) -> None:
    (tmp_path / "a.abc").write_bytes(POLISH.encode("cp1250"))
    (tmp_path / "b.abc").write_bytes(POLISH.encode("utf-8"))
    (tmp_path / "c.abc").write_bytes(("%%abc-charset iso-8859-2\n" + POLISH).encode("iso8859_2"))
    assert _titles(tmp_path, "cp1250") == ["Żuławski łowicki"] * 3


@pytest.mark.parametrize("codec", ["", "no such thing", "utf-16", "cp1253"])
def test_what_cannot_be_read_so_is_read_by_a_guess(codec: str) -> None:
    # Windows-1253 has no letter for this byte.
    data = b"T:caf\xe9 \xd2\n"
    assert decode_in_source(data, codec, is_alone=True) == decode_in_source(data, "", is_alone=True)


def test_there_is_nothing_to_choose_where_all_say_how_they_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.abc").write_bytes(POLISH.encode("utf-8"))
    (tmp_path / "b.abc").write_bytes(("%%abc-charset iso-8859-2\n" + POLISH).encode("iso8859_2"))
    assert readings_of_source(tmp_path) == ()


def test_what_is_kept_of_a_source_is_of_its_encoding(tmp_path: Path) -> None:
    path, combined = tmp_path / "a.abc", tmp_path / "both.sources"
    path.write_bytes(GREEK.encode("cp1253"))
    save_combination(combined, [SourcePart(str(path))])
    named = {str(path): "cp1253"}
    for source in (path, combined):
        assert source_state(source, encodings=named) != source_state(source)
    assert source_state(path, encodings={"/other.abc": "cp1253"}) == source_state(path)
    assert [tune.title for tune in read_source(combined, encodings=named).tunes] == [
        "Τσάμικος χορός"
    ]


def test_steps_keep_the_encodings_of_their_sources() -> None:
    steps = Preparation(source="/a.abc", encodings=(("/a.abc", "cp1253"),))
    assert preparation_from(steps.data()) == steps
    with pytest.raises(CorpusError):
        preparation_from({**steps.data(), "encodings": {"/a.abc": "no such thing"}})
