"""What is said of a tune of which not all was read, whatever it is written as."""

from pathlib import Path

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.paths import bundled_sound_font, fonts_dir
from abcstudio.recipes.export import export_tune, export_tunes
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.score_files import ScoreOptions
from abcstudio.recipes.tune_files import Remark

HEAD = "X:1\nT:Much\nM:none\nL:1/4\nK:C\n"
WIDE = HEAD + "[" + "C" * 65 + "]4|\n"
OPTIONS = ExportOptions(sound_font=bundled_sound_font(), score=ScoreOptions(fonts_dir()))


def told_of(text: str, format: str, folder: Path) -> list[str]:
    """Return what is said of a tune that is written alone and among others: the same."""
    told: list[Remark] = []
    export_tune(text, format, folder / f"one.{format}", OPTIONS, tell=told.append)
    (result,) = export_tunes(split_tunebook(text), "all", format, folder, OPTIONS)
    assert list(result.remarks) == told
    assert all(remark.is_loss for remark in told)
    return [str(remark.words) for remark in told]


@pytest.mark.parametrize("format", ["mid", "wav", "musicxml", "svg", "pdf", "png"])
def test_each_format_says_what_was_not_read(tmp_path: Path, format: str) -> None:
    assert told_of(WIDE, format, tmp_path) == ["A chord can have 64 notes at most."]


def test_the_text_itself_is_written_whole(tmp_path: Path) -> None:
    assert not told_of(WIDE, "abc", tmp_path)


def test_a_tune_that_is_too_long_says_so_as_musicxml(tmp_path: Path) -> None:
    told = told_of(HEAD + "C|" + "y" * 100_001 + "\n", "musicxml", tmp_path)
    assert told == ["The tune is longer than 100,000 signs; the rest is not read."]


def test_lyrics_that_are_not_read_are_missed_only_where_they_are_seen(tmp_path: Path) -> None:
    text = HEAD + "CDEF|\n" + "w: la\n" * 400
    (sentence,) = told_of(text, "musicxml", tmp_path)
    assert "lines of lyrics or symbols at most" in sentence
    assert not told_of(text, "mid", tmp_path)
