from pathlib import Path

import pytest

from abcstudio.corpus.combined_sources import (
    MAX_WEIGHT,
    SourcePart,
    is_combination,
    load_combination,
    save_combination,
)
from abcstudio.corpus.kept_readings.reading_file import load_reading, save_reading
from abcstudio.corpus.kept_readings.source_state import source_state
from abcstudio.corpus.preparation.preparation import KEEP, Preparation, preparation_from
from abcstudio.corpus.sources import read_source
from abcstudio.corpus.training_text import by_weight, training_text
from abcstudio.errors import CorpusError
from abcstudio.files import atomic_write
from abcstudio.recipes.preparing.prepared_corpus import prepared_again

TUNE = "X:1\nT:{0}\nM:4/4\nL:1/8\nK:G\nGABc dedB|{1}|\n"


@pytest.fixture
def parts(tmp_path: Path) -> tuple[SourcePart, ...]:
    """A file of two tunes and a folder of one."""
    book, folder = tmp_path / "book.abc", tmp_path / "folder"
    folder.mkdir()
    book.write_text(TUNE.format("One", "G8") + "\n" + TUNE.format("Two", "c2 e2 g4"), "utf-8")
    (folder / "three.abc").write_text(TUNE.format("Three", "A,2 B,2 d4"), "utf-8")
    return SourcePart(str(book)), SourcePart(str(folder), 3)


@pytest.fixture
def combined(tmp_path: Path, parts: tuple[SourcePart, ...]) -> Path:
    path = tmp_path / "both.sources"
    save_combination(path, parts)
    return path


def test_several_sources_are_one_and_each_tune_names_its_own(combined: Path, parts) -> None:
    assert is_combination(combined)
    assert load_combination(combined) == parts
    reading = read_source(combined)
    assert [tune.title for tune in reading.tunes] == ["One", "Two", "Three"]
    assert [tune.number for tune in reading.tunes] == [1, 2, 3]
    assert [tune.file for tune in reading.tunes] == ["book.abc", "book.abc", "folder/three.abc"]
    assert [tune.weight for tune in reading.tunes] == [1, 1, 3]
    assert reading.parts == parts


def test_tunes_of_more_weight_come_again_after_all_others(combined: Path) -> None:
    titles = [tune.title for tune in by_weight(read_source(combined).tunes)]
    assert titles == ["One", "Two", "Three", "Three", "Three"]


def test_a_source_that_cannot_be_read_costs_itself_only(combined: Path, parts) -> None:
    Path(parts[0].path).unlink()
    reading = read_source(combined)
    assert [tune.title for tune in reading.tunes] == ["Three"]
    assert [remark.path for remark in reading.skipped] == [Path(parts[0].path)]
    Path(parts[1].path, "three.abc").unlink()
    with pytest.raises(CorpusError, match=r"corpus\.nothing_combined"):
        read_source(combined)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"sources": []}',
        '{"sources": [{"path": ""}]}',
        '{"sources": [{"path": 5}]}',
        '{"sources": [7]}',
        '{"sources": [{"path": "a.abc", "weight": 0}]}',
        '{"sources": [{"path": "a.abc", "weight": true}]}',
        f'{{"sources": [{{"path": "a.abc", "weight": {MAX_WEIGHT + 1}}}]}}',
        '{"sources": [{"path": "itself.sources"}]}',
    ],
)
def test_what_names_no_sources_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "itself.sources"
    atomic_write(path, text.encode())
    with pytest.raises(CorpusError, match=r"corpus\.no_combination"):
        read_source(path)


def test_its_state_changes_with_each_of_its_sources(combined: Path, parts, tmp_path: Path) -> None:
    before = source_state(combined)
    kept = tmp_path / "kept.tunes"
    save_reading(kept, read_source(combined), before)
    assert load_reading(kept, before) == read_source(combined)
    Path(parts[1].path, "three.abc").write_text(TUNE.format("Four", "G8"), "utf-8")
    assert source_state(combined) != before


def test_steps_record_the_sources_and_make_the_same_corpus_again(combined: Path, parts) -> None:
    steps = Preparation(
        source=str(combined), parts=parts, clean=False, repeats=KEEP, validation_percent=0
    )
    assert preparation_from(steps.data()) == steps
    corpus = prepared_again(steps, Path("no box"))
    tunes = read_source(combined).tunes
    assert corpus.training == training_text([*tunes, tunes[2], tunes[2]])
    # What is combined under that name is another thing now.
    save_combination(combined, parts[:1])
    assert prepared_again(steps, Path("no box")).fingerprint == corpus.fingerprint


@pytest.mark.parametrize("parts", [5, [5], [{"path": "a", "weight": 99}]])
def test_steps_of_odd_sources_are_refused(parts: object) -> None:
    with pytest.raises(CorpusError):
        preparation_from({"parts": parts})
