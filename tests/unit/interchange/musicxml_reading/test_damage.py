"""Damaged MusicXML gives a tune or the named error; bombs are refused."""

from random import Random

import pytest
from musicxml_mutants import bombs, mutants

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import MusicXmlError
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.interchange.musicxml_reading import score_reader
from abcstudio.interchange.musicxml_reading.musicxml_tune import tune_from_musicxml
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from tests.unit.interchange.test_musicxml_music21 import FEATURES

FILES = 300
REFUSALS = {
    "musicxml.entities", "musicxml.too_deep", "musicxml.archive_too_large",
    "musicxml.archive_damaged",
}  # fmt: skip
ONE_NOTE = b"<note><pitch><step>C</step><octave>4</octave></pitch><duration>4</duration></note>"


def message_of(data: bytes) -> str:
    with pytest.raises(MusicXmlError) as raised:
        tune_from_musicxml(data)
    assert english(raised.value.message_id, raised.value.parameters)
    return raised.value.message_id


def test_damaged_files_give_a_tune_or_the_named_error() -> None:
    chance = Random(4)
    texts = [tune.text for tune in chance.sample(read_tunebook(bundled_tunebook()), 10)]
    texts += [text for name, text in FEATURES.items() if name != "nothing"]
    seeds = [musicxml_text(parse(text)).encode() for text in texts]
    tunes, said = 0, []
    for data in mutants(seeds, FILES, chance):
        try:
            tune = tune_from_musicxml(data)
        except MusicXmlError as error:
            said.append(english(error.message_id, error.parameters))
        else:
            assert parse(tune.text).voices
            assert all(english(each.message_id, each.parameters) for each in tune.remarks)
            tunes += 1
    assert min(tunes, len(said)) > FILES // 10
    assert all(said)


@pytest.mark.parametrize("name", [name for name in bombs() if name != "many members"])
def test_a_bomb_is_refused(name: str) -> None:
    assert message_of(bombs()[name]()) in REFUSALS


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not_xml"),
        (b"no XML at all", "not_xml"),
        (b"PK\x03\x04 no archive", "archive_damaged"),
        (b"<html><body/></html>", "not_musicxml"),
        (b"<opus/>", "opus"),
        (b"<score-partwise><part></score-partwise>", "damaged"),
        (b"<score-partwise><part-list/></score-partwise>", "no_notes"),
        (b"<?xml version='1.0' encoding='klingon'?><score-partwise/>", "encoding"),
        (b"<score-partwise>" + b"<part/>" * 65 + b"</score-partwise>", "too_many_parts"),
        (
            b"<score-partwise><part><measure><forward><duration>999</duration></forward>"
            b"</measure></part></score-partwise>",
            "long_measure",
        ),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    assert message_of(data) == f"musicxml.{message}"


def test_a_damaged_file_names_its_line() -> None:
    with pytest.raises(MusicXmlError) as raised:
        tune_from_musicxml(b"<score-partwise>\n<part>\n</score-partwise>")
    assert raised.value.parameters["line"] == 3


@pytest.mark.parametrize(("name", "limit"), [("MAX_NOTES", 2), ("MAX_MEASURES", 2)])
def test_a_limit_is_named(name: str, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score_reader, name, limit)
    measure = b"<measure>" + ONE_NOTE + b"</measure>"
    data = b"<score-partwise><part>" + measure * 3 + b"</part></score-partwise>"
    assert message_of(data) in ("musicxml.too_many_notes", "musicxml.too_many_measures")
