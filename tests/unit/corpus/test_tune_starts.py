"""A tune that lacks its `X:` is found, by both readers alike; a file header is none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcstudio.corpus.edited_tunebook import EditedTunebook
from abcstudio.corpus.sources import read_source
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.recipes.check import check_file
from tests.unit.corpus.edits import Edit, edited

BARE = "T:Bare\nM:4/4\nL:1/8\nK:G\nGABc dedB|\n"
NEXT = "X:2\nT:Next\nM:6/8\nK:D\ndef fed|\n"
_PIECES = st.sampled_from(
    ("X:1\n", "X:", "%", "T:a\n", "T:", "K:G\n", "K:", "M:4/4\n", "GABc|\n", "|", "\n", "\n\n",
     "prose\n", "%%titleleft 1\n", BARE, " ")
)  # fmt: skip


def titles(text: str) -> list[str]:
    tunes = split_tunebook(text)
    assert EditedTunebook(text).tunes() == tunes
    return [tune.title for tune in tunes]


@pytest.mark.parametrize(
    "text",
    [
        BARE + "\n" + NEXT,
        BARE + NEXT,
        "\n\n" + BARE + "\n" + NEXT,
        "%X:1\n" + BARE + "\n" + NEXT,
        "% X:1\n%%titleleft 1\n" + BARE + "\n" + NEXT,
        "C:Trad.\n%%landscape 1\n\n" + BARE + "\n" + NEXT,
        "Collected in 1903.\n\n" + BARE + "\n" + NEXT,
        "T:Bare\nK:G\n\n" + NEXT,
        "T:Bare\nM:4/4\nGABc dedB|\n\n" + NEXT,
    ],
)
def test_a_first_tune_without_its_number_is_a_tune(text: str) -> None:
    assert titles(text) == ["Bare", "Next"]


def test_a_key_and_music_without_a_title_are_a_tune() -> None:
    first, second = split_tunebook("M:3/4\nK:G\nGAB|\n\n" + NEXT)
    assert (first.text, first.reference_number) == ("M:3/4\nK:G\nGAB|", "")
    assert second.file_header == ""
    assert titles("M:3/4\nK:G\nGAB|\n\n" + NEXT) == ["", "Next"]


@pytest.mark.parametrize(
    "text",
    [
        "M:3/4\nL:1/8\n%%landscape 1\n\n" + NEXT,
        "T:A collection\nM:3/4\nL:1/8\n\n" + NEXT,
        "%abc-2.1\n% a remark\nM:3/4\nK:G\n\n" + NEXT,
        "T:Above\n" + NEXT,
        "T:Above\nK:G\n" + NEXT,
        "Some words of the collector.\n\n" + NEXT,
        NEXT + "\nT:a subtitle\nABc def|\n",
        NEXT + "\nK:G\nABc def|\n",
        NEXT + "\nFree text that names K: and T: as well.\n",
    ],
)
def test_headers_of_the_file_and_free_text_are_no_tune(text: str) -> None:
    assert titles(text) == ["Next"]


def test_the_file_header_is_told_from_the_tune_below_it() -> None:
    for tune in split_tunebook("R:reel\n\n" + BARE + "\n" + NEXT):
        assert tune.file_header == "R:reel"
        assert tune.rhythm == "reel"
    assert {tune.file_header for tune in split_tunebook(BARE + "\n" + NEXT)} == {""}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_later_tune_without_its_number_is_a_tune(line_end: str) -> None:
    text = (NEXT + "\n%X:3\n" + BARE + "\n" + NEXT).replace("\n", line_end)
    tunes = split_tunebook(text)
    assert [tune.title for tune in tunes] == ["Next", "Bare", "Next"]
    for tune in tunes:
        assert text[tune.offset : tune.offset + len(tune.text)] == tune.text


def test_a_text_without_any_number_is_cut_where_it_begins_with_a_header() -> None:
    assert titles(BARE + "\n" + BARE.replace("Bare", "Other")) == ["Bare", "Other"]
    assert titles("CDEF GABc|\n\n" + BARE) == []


@given(
    st.lists(_PIECES, max_size=12).map("".join),
    st.lists(
        st.tuples(st.integers(0, 100), st.integers(0, 12), _PIECES, st.booleans()), max_size=5
    ),
)
def test_editing_finds_the_tunes_that_reading_finds(text: str, edits: list[Edit]) -> None:
    edited(text, edits)


def test_sources_and_checks_read_the_tune_and_place_the_finding_at_it(tmp_path: Path) -> None:
    file = tmp_path / "book.abc"
    file.write_text("%X:1\n" + BARE + "\n" + NEXT)
    assert [tune.title for tune in read_source(file).tunes] == ["Bare", "Next"]
    (found,) = [
        each
        for each in check_file(file).found
        if each.diagnostic.code == "missing-reference-number"
    ]
    assert (found.line, found.column, found.title, found.tune_number) == (2, 1, "Bare", 1)
