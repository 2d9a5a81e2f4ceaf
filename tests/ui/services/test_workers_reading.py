import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from abcstudio.corpus.kept_readings.reading_file import FEWEST_TUNES
from abcstudio.corpus.sources import read_source
from abcstudio.errors import CancelledError, CorpusError
from abcstudio.paths import reading_of_source
from abcstudio.stopping import stopping
from abcstudio.workers import reading
from abcstudio.workers.reading import reading_of
from abcstudio.workers.tunes import keep_tunes
from abcstudio.workers.tunes import read_source as read_tunes

TUNE = "X:1\nT:{0}\nM:4/4\nK:D\nDEFG|\n"


def test_two_that_want_the_same_file_share_one_reading(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "tunes.abc"
    path.write_text(TUNE.format("One"), encoding="utf-8")
    began, readings = threading.Barrier(3), []
    read = read_source

    def counted(wanted: Path, **options):
        readings.append(wanted)
        return read(wanted, **options)

    def wish(_number: int):
        began.wait()
        return reading_of(path)

    monkeypatch.setattr(reading, "read_source", counted)
    with ThreadPoolExecutor(3) as threads:
        found = list(threads.map(wish, range(3)))
    assert readings == [path]
    assert found[0] is found[1] is found[2]
    assert found[0].reading.tunes[0].title == "One"


def test_who_waits_for_a_reading_of_another_thread_can_be_told_to_stop(
    tmp_path: Path, monkeypatch
) -> None:
    path = tmp_path / "tunes.abc"
    path.write_text(TUNE.format("One"), encoding="utf-8")
    begun, gate = threading.Event(), threading.Event()
    read = read_source

    def held(wanted: Path, **options):
        begun.set()
        assert gate.wait(60)
        return read(wanted, **options)

    monkeypatch.setattr(reading, "read_source", held)
    with ThreadPoolExecutor(1) as threads:
        found = threads.submit(reading_of, path)
        assert begun.wait(60)
        with pytest.raises(CancelledError), stopping(lambda: True):
            reading_of(path)
        gate.set()
        assert found.result().reading.tunes[0].title == "One"


def test_what_was_cancelled_is_read_by_the_next_who_wants_it(tmp_path: Path) -> None:
    path = tmp_path / "tunes.abc"
    path.write_text(TUNE.format("One") + "\n" + TUNE.format("Two"), encoding="utf-8")
    asked = iter([False, False])
    with pytest.raises(CancelledError), stopping(lambda: next(asked, True)):
        reading_of(path)
    assert [tune.title for tune in reading_of(path).reading.tunes] == ["One", "Two"]


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "tunes.abc"
    path.write_text(TUNE.format("One"), encoding="utf-8")
    assert reading_of(path).reading.tunes[0].title == "One"
    path.write_text(TUNE.format("Two"), encoding="utf-8")
    os.utime(path, ns=(0, 12345))
    assert reading_of(path).reading.tunes[0].title == "Two"


def test_a_folder_is_read_each_time_and_nothing_is_an_error(tmp_path: Path) -> None:
    for name in ("One", "Two"):
        (tmp_path / f"{name}.abc").write_text(TUNE.format(name), encoding="utf-8")
        assert reading_of(tmp_path).reading.tunes[-1].title == name
    with pytest.raises(CorpusError):
        reading_of(tmp_path / "none.abc")


def test_the_next_start_takes_what_was_kept_until_the_file_changes(
    tmp_path: Path, monkeypatch
) -> None:
    path, other = tmp_path / "many.abc", tmp_path / "other.abc"
    path.write_text("\n".join(TUNE.format(f"No. {n}") for n in range(FEWEST_TUNES)), "utf-8")
    other.write_text(TUNE.format("Other"), encoding="utf-8")
    first = read_tunes(path)
    assert first.unkept
    keep_tunes(first)
    # A process holds the latest file only.
    assert read_tunes(other).unkept == ""
    with monkeypatch.context() as patches:
        patches.setattr(reading, "read_source", _refuse)
        again = read_tunes(path)
    assert again.tunes == first.tunes
    assert again.unkept == ""
    path.write_text(path.read_text("utf-8").replace("No. 7\n", "No. 8\n"), "utf-8")
    assert read_tunes(path).tunes[7].title == "No. 8"


def test_what_changed_since_it_was_read_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "many.abc"
    path.write_text("\n".join(TUNE.format(f"No. {n}") for n in range(FEWEST_TUNES)), "utf-8")
    read = read_tunes(path)
    path.write_text(TUNE.format("One"), encoding="utf-8")
    keep_tunes(read)
    assert not reading_of_source(path).exists()


def _refuse(path: Path, **_options: object) -> None:
    raise AssertionError(f"{path} is read anew")
