"""No file that is read is lost, nor one that the same run has written; bad folders are named."""

import errno
import os
from pathlib import Path

import mido
import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CorpusError, ExportError, FolderError, SoundError
from abcstudio.messages import english
from abcstudio.recipes.export import ExportResult, export_tune, export_tunes
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.export_run import ExportRun

ONE = "X:1\nT:One\nK:C\nCDEF|\n"
TWO = ONE + "\nX:2\nT:Two\nK:C\nGABc|\n"
BAND = "X:1\nT:Band\nK:C\nV:1\nCDEF|\nV:2\nz4|\nV:3\nG,4|\n"


def exported(
    paths: list[Path], format: str, out: Path, options: ExportOptions | None = None
) -> list[str]:
    """Return the names of what was written, in order."""
    results: list[ExportResult] = []
    ExportRun(paths, format, out, options).write(lambda _path, result: results.append(result))
    assert not any(result.error for result in results)
    return [path.name for result in results for path in result.paths]


def tunebook(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def first_notes(folder: Path, names: list[str]) -> list[int]:
    return [
        next(m.note for m in mido.MidiFile(folder / name) if m.type == "note_on") for name in names
    ]


@pytest.mark.parametrize("way", ["plain", "dots", "link", "hard link", "folder"])
def test_a_tunebook_is_not_replaced_by_one_of_its_tunes(tmp_path: Path, way: str) -> None:
    other = tunebook(tmp_path / "other.abc", ONE)
    mine = tunebook(tmp_path / "tunes" / "mine.abc", TWO)
    out, source = mine.parent, mine
    if way == "dots":
        out = tmp_path / "tunes" / ".." / "tunes"
    elif way in ("link", "hard link"):
        out = tmp_path / "out"
        out.mkdir()
        (out / "mine.abc").symlink_to(mine) if way == "link" else os.link(mine, out / "mine.abc")
    elif way == "folder":
        source = mine.rename(mine.with_name("tunes.abc")).parent
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ExportError) as caught:
        ExportRun([other, source], "abc", out)
    assert caught.value.message_id == "export.replaces_input"
    assert ".abc is one of the files that are read" in english(
        caught.value.message_id, caught.value.parameters
    )
    assert sorted(tmp_path.rglob("*")) == before
    assert next(tmp_path.glob("tunes/*.abc")).read_text(encoding="utf-8") == TWO


def test_a_second_tune_does_not_replace_another_tunebook(tmp_path: Path) -> None:
    first, second = tunebook(tmp_path / "set.abc", TWO), tunebook(tmp_path / "set-2.abc", ONE)
    out = tmp_path / "out"
    assert exported([first, second], "abc", out) == ["set.abc", "set-2.abc", "set-2-2.abc"]
    with pytest.raises(ExportError, match="replaces_input"):
        ExportRun([first, second], "abc", tmp_path)


def test_a_voice_is_not_written_over_a_tunebook(tmp_path: Path) -> None:
    other = tunebook(tmp_path / "other" / "mine.abc", ONE)
    os.link(other, tmp_path / "band-v1.mid")
    paths = [other, tunebook(tmp_path / "band.abc", BAND)]
    results: list[ExportResult] = []
    run = ExportRun(paths, "mid", tmp_path, ExportOptions(per_voice=True))
    run.write(lambda _path, result: results.append(result))
    assert [result.error and result.error.message_id for result in results] == [
        None, "export.replaces_input",
    ]  # fmt: skip
    assert other.read_text(encoding="utf-8") == ONE


def test_tunebooks_of_one_name_do_not_replace_each_other(tmp_path: Path) -> None:
    sources = [tunebook(tmp_path / "a" / "jig.abc", ONE), tunebook(tmp_path / "b" / "jig.abc", TWO)]
    sources[1].write_text(TWO.replace("CDEF", "EFGA"), encoding="utf-8")
    out = tmp_path / "out"
    names = exported(sources, "mid", out)
    assert names == ["jig.mid", "jig-2.mid", "jig-2-2.mid"]
    assert first_notes(out, names) == [60, 64, 67]
    # What an earlier run left under a name of its own choice is not replaced either.
    assert exported(sources, "mid", out) == ["jig.mid", "jig-3.mid", "jig-2.mid"]


def test_all_voices_of_a_tune_get_the_same_number(tmp_path: Path) -> None:
    sources = [
        tunebook(tmp_path / "a" / "jig.abc", ONE),
        tunebook(tmp_path / "b" / "jig.abc", BAND),
    ]
    names = exported(sources, "mid", tmp_path / "out", ExportOptions(per_voice=True))
    assert names == ["jig-v1.mid", "jig-2-v1.mid", "jig-2-v3.mid"]


def test_voices_keep_their_numbers_where_one_only_rests(tmp_path: Path) -> None:
    source = tunebook(tmp_path / "band.abc", BAND)
    names = exported([source], "mid", tmp_path / "out", ExportOptions(per_voice=True))
    assert names == ["band-v1.mid", "band-v3.mid"]


def test_a_folder_gives_its_name_however_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tunebook(tmp_path / "my.tunes" / "inner" / "a.abc", ONE)
    monkeypatch.chdir(tmp_path / "my.tunes" / "inner")
    for path in (Path(".."), tmp_path / "my.tunes"):
        assert exported([path], "mid", tmp_path / "out") == ["my.tunes.mid"]
    assert exported([Path()], "mid", tmp_path / "out") == ["inner.mid"]


def test_a_tunebook_that_cannot_be_used_does_not_stop_the_next(tmp_path: Path) -> None:
    refused: list[CorpusError] = []
    paths = [tmp_path / ("a" * 300), tmp_path / "none.abc", tunebook(tmp_path / "good.abc", ONE)]
    run = ExportRun(paths, "mid", tmp_path / "out", refuse=refused.append)
    assert run.tune_count == 1
    run.write(lambda _path, _result: None)
    assert [error.message_id for error in refused] == ["corpus.unreadable", "corpus.not_found"]
    assert (tmp_path / "out" / "good.mid").is_file()


def test_a_sound_font_that_is_missing_is_told_once_before_anything_is_written(
    tmp_path: Path,
) -> None:
    source = tunebook(tmp_path / "two.abc", TWO)
    with pytest.raises(SoundError):
        ExportRun([source], "wav", tmp_path / "out", ExportOptions(sound_font=Path("nix.sf2")))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("inner", ["", "inner"])
def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path, inner: str) -> None:
    source, place = tunebook(tmp_path / "two.abc", TWO), tunebook(tmp_path / "afile", "")
    for begin in (
        lambda: ExportRun([source], "mid", place / inner),
        lambda: export_tunes(split_tunebook(TWO), "two", "mid", place / inner),
    ):
        with pytest.raises(FolderError) as caught:
            begin()
        sentence = english(caught.value.message_id, caught.value.parameters)
        assert sentence.startswith(f"{place} is a file, not a folder.")


def test_a_dead_link_where_the_folder_should_be_is_called_one(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("nowhere")
    with pytest.raises(FolderError) as caught:
        export_tunes(split_tunebook(ONE), "one", "mid", link)
    assert caught.value.message_id == "export.folder_unusable"
    assert str(caught.value.parameters["reason"]) == "it is a link that leads nowhere"


def test_a_folder_that_nothing_can_be_written_into_is_named_before_the_first_tune(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("abcstudio.recipes.tune_files.make_folder", refuse)
    with pytest.raises(FolderError) as caught:
        ExportRun([tunebook(tmp_path / "two.abc", TWO)], "mid", tmp_path / "out")
    assert str(tmp_path / "out") in english(caught.value.message_id, caught.value.parameters)


@pytest.mark.parametrize(("code", "tried"), [(errno.ENOSPC, 1), (errno.EROFS, 1), (errno.EIO, 2)])
def test_a_full_disk_ends_the_run_at_the_first_tune(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, tried: int
) -> None:
    attempts: list[Path] = []

    def fail(path: Path, _pieces: object, size: int) -> None:
        attempts.append(path)
        assert size > 50
        raise OSError(code, os.strerror(code), str(path))

    monkeypatch.setattr("abcstudio.recipes.export.atomic_write_pieces", fail)
    run = ExportRun([tunebook(tmp_path / "two.abc", TWO)], "mid", tmp_path / "out")
    results: list[ExportResult] = []
    if tried == 1:
        with pytest.raises(FolderError) as caught:
            run.write(lambda _path, result: results.append(result))
        assert "two.mid" in english(caught.value.message_id, caught.value.parameters)
        assert not results
    else:
        run.write(lambda _path, result: results.append(result))
        assert [result.path for result in results] == [None, None]
    assert len(attempts) == tried


def test_a_circle_of_links_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    circle = tmp_path / "tune.mid"
    circle.symlink_to(circle)
    with pytest.raises(ExportError) as caught:
        export_tune(ONE, "mid", circle)
    assert caught.value.message_id == "file.unwritable_new"


def test_a_long_name_is_written(tmp_path: Path) -> None:
    source = tunebook(tmp_path / f"{'a' * 240}.abc", ONE)
    assert exported([source], "mid", tmp_path / "out") == [f"{'a' * 240}.mid"]
