import os
from pathlib import Path

import pytest

from abcstudio.corpus.given_text import FileRemark
from abcstudio.corpus.kept_readings.reading_file import load_reading, remark_data, save_reading
from abcstudio.corpus.kept_readings.source_state import source_state
from abcstudio.corpus.sources import SourceReading, read_source
from abcstudio.errors import CancelledError
from abcstudio.messages import Phrase
from abcstudio.paths import bundled_tunebook
from abcstudio.stopping import stopping

TUNE = "X:1\nT:{name}\nR:Reel\nM:C|\nB:Ryan 12\nK:Dmix\nGABc dedB|G4|\n"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "one.tunes"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of which there is much to say."""
    place = tmp_path / "tunes"
    (place / "below").mkdir(parents=True)
    header = "%%pagewidth 20cm\nZ:somebody\n\n"
    (place / "a.abc").write_text(header + TUNE.format(name="Київ 𝄞"), encoding="utf-8")
    (place / "below" / "b.abc").write_bytes(TUNE.format(name="Козак").encode("cp1251"))
    (place / "c.abc").write_bytes(
        TUNE.format(name="odd \udcff\udcfe").encode("utf-8", "surrogateescape")
    )
    (place / "none.abc").write_text("no tunes here\n", encoding="utf-8")
    (place / "words.txt").write_text("words\n", encoding="utf-8")
    return place


def again(source: Path, kept: Path) -> SourceReading | None:
    save_reading(kept, read_source(source), source_state(source))
    return load_reading(kept, source_state(source))


def test_the_tunebook_in_the_box_comes_back_as_it_was_read(kept: Path) -> None:
    assert again(bundled_tunebook(), kept) == read_source(bundled_tunebook())


def test_a_folder_comes_back_with_all_that_is_said_of_its_files(folder: Path, kept: Path) -> None:
    reading = again(folder, kept)
    assert reading == read_source(folder)
    assert reading is not None
    assert len(reading.skipped) == 1
    assert len(reading.guessed) == 2
    assert reading.others == 1
    assert [tune.file for tune in reading.tunes] == ["a.abc", "below/b.abc", "c.abc"]
    assert str(reading.skipped[0].words) == str(read_source(folder).skipped[0].words)


@pytest.mark.parametrize("change", ["edit", "add", "remove", "rename", "other"])
def test_a_source_that_changed_is_another_one(folder: Path, change: str) -> None:
    before = source_state(folder)
    assert before == source_state(folder)
    file = folder / "a.abc"
    if change == "edit":
        times = file.stat()
        # The same size, and the same time: some programs set it back.
        file.write_bytes(file.read_bytes().replace(b"GABc", b"GABd"))
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    elif change == "add":
        (folder / "d.abc").write_text(TUNE.format(name="new"), encoding="utf-8")
    elif change == "remove":
        file.unlink()
    elif change == "rename":
        file.rename(folder / "z.abc")
    else:
        (folder / "more.txt").write_text("", encoding="utf-8")
    assert source_state(folder) != before


def test_what_is_not_there_has_no_state(tmp_path: Path) -> None:
    assert source_state(tmp_path / "nothing.abc") == ""


def test_a_file_of_another_state_is_not_used(folder: Path, kept: Path) -> None:
    save_reading(kept, read_source(folder), source_state(folder))
    assert load_reading(kept, "0" * 32) is None
    assert load_reading(kept.with_name("none.tunes"), source_state(folder)) is None


@pytest.mark.parametrize("part", [0.0, 0.01, 0.3, 0.9])
def test_a_damaged_file_is_not_used(folder: Path, kept: Path, part: float) -> None:
    state = source_state(folder)
    save_reading(kept, read_source(folder), state)
    data = bytearray(kept.read_bytes())
    data[int(part * len(data))] ^= 1
    kept.write_bytes(data)
    assert load_reading(kept, state) is None
    kept.write_bytes(bytes(data[: len(data) // 2]))
    assert load_reading(kept, state) is None
    kept.write_bytes(b"")
    assert load_reading(kept, state) is None


def test_both_can_be_stopped(kept: Path) -> None:
    state, reading = source_state(bundled_tunebook()), read_source(bundled_tunebook())
    with pytest.raises(CancelledError), stopping(lambda: True):
        source_state(bundled_tunebook())
    save_reading(kept, reading, state)
    written = kept.read_bytes()
    with pytest.raises(CancelledError), stopping(lambda: True):
        load_reading(kept, state)
    with pytest.raises(CancelledError), stopping(lambda: True):
        save_reading(kept, reading, "0" * 32)
    assert kept.read_bytes() == written


def test_a_remark_of_other_things_is_refused() -> None:
    with pytest.raises(TypeError):
        remark_data(FileRemark(Path("x"), Phrase("corpus.no_tunes", {"path": object()})))
