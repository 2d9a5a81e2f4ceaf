"""Whatever a name leads to: what is no file of a sensible size is refused, at once."""

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from abcstudio.bounded_json import MAX_DEPTH, json_bytes, parse_json
from abcstudio.files import UnwritableFileError, atomic_write, open_for_appending, read_text_file
from abcstudio.guarded_files import (
    RefusedFileError,
    UnreadableFileError,
    folder_fault,
    is_file,
    is_folder,
    is_there,
    open_regular,
    read_bytes,
)
from abcstudio.messages import Phrase, reason

posix = pytest.mark.skipif(os.name == "nt", reason="no pipes and devices among files")


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    path = tmp_path / "huge.abc"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    return path


def special_files(folder: Path) -> Iterator[Path]:
    pipe, link = folder / "pipe", folder / "zero"
    os.mkfifo(pipe)
    link.symlink_to("/dev/zero")
    yield pipe
    yield link
    yield Path("/dev/null")
    yield folder


@posix
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    for path in special_files(tmp_path):
        for read in (read_bytes, open_regular, read_text_file):
            with pytest.raises(RefusedFileError):
                read(path)


def test_a_file_beyond_the_limit_is_not_read(huge: Path, tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError) as caught:
        read_bytes(huge)
    why = reason(caught.value)
    assert isinstance(why, Phrase)
    assert str(why) == "it is larger than 256 MB"
    small = tmp_path / "small"
    small.write_bytes(b"12345")
    assert read_bytes(small, 5) == b"12345"
    with pytest.raises(RefusedFileError):
        read_bytes(small, 4)


@posix
def test_a_pipe_that_the_process_was_given_is_read_up_to_the_limit() -> None:
    def given(data: bytes, limit: int) -> bytes:
        reading, writing = os.pipe()
        with os.fdopen(writing, "wb") as file:
            file.write(data)
        try:
            return read_bytes(Path(f"/dev/fd/{reading}"), limit, allow_stream=True)
        finally:
            os.close(reading)

    assert given(b"X:1\n", 10) == b"X:1\n"
    with pytest.raises(RefusedFileError):
        given(b"endless" * 1000, 10)


@posix
def test_a_pipe_is_read_to_its_end_though_its_starter_does_not_wait_on_it() -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    late = threading.Timer(0.2, lambda: (os.write(writing, b"X:1\n"), os.close(writing)))
    late.start()
    try:
        assert read_bytes(Path(f"/dev/fd/{reading}"), 10, allow_stream=True) == b"X:1\n"
    finally:
        late.join()
        os.close(reading)


@posix
def test_a_named_pipe_or_a_device_is_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(RefusedFileError) as refused:
            read_bytes(path, 10, allow_stream=True)
        assert refused.value.message_id == "file.reason_no_file"


@pytest.mark.parametrize("name", ["no\x00name", "half \ud800"])
def test_a_name_that_no_file_can_have_names_no_file(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_bytes(tmp_path / name)
    with pytest.raises(UnwritableFileError):
        atomic_write(tmp_path / name, b"")


def test_an_error_of_the_disk_says_that_reading_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tune.abc"
    path.write_bytes(b"X:1\n")

    def refuse(*_args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(path)
    assert (caught.value.filename, caught.value.strerror) == (str(path), "Permission denied")


@posix
def test_pipes_and_devices_are_never_written_over(tmp_path: Path) -> None:
    for path in special_files(tmp_path):
        with pytest.raises(UnwritableFileError):
            atomic_write(path, b"data")
        assert path.exists()
    assert not Path("/dev/null").is_file()
    with pytest.raises(OSError, match=r"Not a file|No such device"):
        open_for_appending(tmp_path / "pipe")


def test_json_is_bounded_in_depth_and_in_its_numbers() -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert parse_json(deepest) is not None
    for text in (f"[{deepest}]", "[" * 100_000, '{"a":' * 100_000, '["[", ' * 100):
        with pytest.raises(ValueError):  # noqa: PT011 - whatever the parser says
            parse_json(text)
    brackets = '"' + "[{" * 1000 + '\\"' + '"'
    assert parse_json(brackets) == "[{" * 1000 + '"'
    assert parse_json("9" * 20) == int("9" * 20)
    assert parse_json("9" * 100_000) == float("inf")


def test_half_characters_are_written_as_escapes_and_come_back() -> None:
    data = {"name": "a\udcff\ud800 ö𝄞"}
    written = json_bytes(data)
    assert "ö𝄞".encode() in written
    assert parse_json(written) == data


def test_what_a_name_leads_to_is_told_without_an_error(tmp_path: Path) -> None:
    file, too_long, no_name = tmp_path / "a.abc", tmp_path / ("x" * 300) / "a", Path("a\0b")
    file.touch()
    looks = (is_there, is_file, is_folder)
    assert [look(file) for look in looks] == [True, True, False]
    assert [look(tmp_path) for look in looks] == [True, False, True]
    for nowhere in (tmp_path / "gone", file / "below", too_long, no_name):
        assert [look(nowhere) for look in looks] == [False, False, False]


@posix
def test_a_folder_that_can_be_made_has_no_fault_and_what_is_in_the_way_is_named(
    tmp_path: Path,
) -> None:
    for folder in (tmp_path, tmp_path / "data", tmp_path / "data" / "takes"):
        assert folder_fault(folder) is None
    (tmp_path / "data").write_bytes(b"")
    link = tmp_path / "link"
    link.symlink_to("nowhere")
    for place, message_id in (
        (tmp_path / "data", "file.reason_no_folder"),
        (link, "file.reason_dead_link"),
    ):
        for folder in (place, place / "takes" / "old"):
            fault = folder_fault(folder)
            assert fault is not None
            assert fault.filename == str(place)
            assert reason(fault) == Phrase(message_id, {})
    link.unlink()
    link.symlink_to(tmp_path)
    assert folder_fault(link) is None


@pytest.mark.skipif(not hasattr(os, "statvfs"), reason="the system does not tell")
@pytest.mark.parametrize(("flag", "code"), [(1, errno.EROFS), (0, errno.EACCES)])
def test_a_folder_on_a_read_only_disk_names_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flag: int, code: int
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=flag))
    fault = folder_fault(tmp_path)
    assert fault is not None
    assert fault.errno == code
    assert fault.strerror == os.strerror(code)
