"""Files are written whole or not at all, and read back to the same bytes."""

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcstudio.files import (
    TextFile,
    UnwritableFileError,
    atomic_write,
    atomic_write_pieces,
    decode_text,
    make_folder,
    read_text_file,
    unread_encoding,
    write_beside,
)

CALLS = ("open", "write", "fsync", "replace")


def _failing(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one operating-system call of a save fail as on a full disk."""

    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    target: dict[str, tuple[object, str]] = {
        "open": (os, "fdopen"),
        "write": (os, "fdopen"),
        "fsync": (os, "fsync"),
        "replace": (Path, "replace"),
    }
    owner, name = target[call]
    if call == "write":
        real: Callable[..., object] = os.fdopen

        def open_for_failing_write(descriptor: int, mode: str) -> object:
            file = real(descriptor, mode)
            return _FullDisk(file)

        monkeypatch.setattr(os, "fdopen", open_for_failing_write)
    else:
        monkeypatch.setattr(owner, name, fail)


class _FullDisk:
    def __init__(self, file: object) -> None:
        self._file = file

    def __enter__(self) -> "_FullDisk":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()  # type: ignore[attr-defined]

    def write(self, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_new_file_is_written_with_the_process_mode(tmp_path: Path) -> None:
    path = tmp_path / "new" / "tune.abc"
    atomic_write(path, b"X:1\n")
    assert path.read_bytes() == b"X:1\n"
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask


def test_an_old_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path) -> None:
    target = tmp_path / "tune.abc"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.abc"
    link.symlink_to(target)
    atomic_write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("call", CALLS)
def test_a_failing_call_leaves_the_old_file_and_nothing_else(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tune.abc"
    path.write_bytes(b"old")
    _failing(call, monkeypatch)
    with pytest.raises(OSError, match="No space left") as caught:
        atomic_write(path, b"new")
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["tune.abc"]


def test_what_a_killed_writing_left_goes_when_it_is_old(tmp_path: Path) -> None:
    path = tmp_path / "tune [1].abc"
    old, fresh, other = (
        tmp_path / name
        for name in (".tune [1].abc.x.tmp", ".tune [1].abc.y.tmp", ".other.abc.x.tmp")
    )
    for left in (old, fresh, other):
        left.write_bytes(b"half")
    for left in (old, other):
        os.utime(left, (0, 0))
    atomic_write(path, b"new")
    assert sorted(tmp_path.iterdir()) == sorted([path, fresh, other])


@pytest.mark.parametrize("stem", ["a" * 240, "ж" * 120, "a" + "ж" * 120])
def test_a_long_name_leaves_room_for_a_temporary_one(stem: str, tmp_path: Path) -> None:
    path = tmp_path / f"{stem}.abc"
    left = tmp_path / f"{_long_prefix(path)}x.tmp"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    atomic_write(path, b"X:1\n")
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def _long_prefix(path: Path) -> str:
    """Return what a killed writing's file begins with: as much of the name as 200 bytes hold."""
    return "." + path.name.encode()[:200].decode(errors="ignore") + "."


def test_links_that_lead_in_a_circle_are_an_error_that_names_the_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one.mid", tmp_path / "other.mid"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(OSError, match=r"one\.mid") as caught:
        atomic_write(one, b"MThd")
    assert caught.value.errno == errno.ELOOP
    assert caught.value.filename == str(one)


def test_pieces_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "tune.wav"
    atomic_write_pieces(path, (bytes([number]) for number in range(3)))
    assert path.read_bytes() == b"\x00\x01\x02"

    def broken() -> Iterator[bytes]:
        yield b"half"
        raise MemoryError

    with pytest.raises(MemoryError):
        atomic_write_pieces(path, broken())
    assert path.read_bytes() == b"\x00\x01\x02"
    assert [entry.name for entry in tmp_path.iterdir()] == ["tune.wav"]
    with pytest.raises(OSError, match=r"in\.wav"):
        atomic_write_pieces(path / "in.wav", [b""])


def test_a_folder_is_made_and_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_folder(tmp_path / "new" / "inner")
    assert not list((tmp_path / "new" / "inner").iterdir())
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "file")

    def refuse(**_kwargs: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with pytest.raises(OSError, match="Read-only"):
        make_folder(tmp_path / "new")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("X:1\nT:Café\n".encode("utf-16-le"), "UTF-16"),
        ("X:1\nT:Гопак\nK:C\nCDEF|\n".encode("utf-16-be"), "UTF-16"),
        ("X:1\nT:Гопак\n".encode("utf-32"), "UTF-32"),
        ("X:1\nT:Гопак\n".encode("utf-32-le"), "UTF-32"),
        ("X:1\nT:Gopak\n".encode("utf-32-be"), "UTF-32"),
        ("X:1\nT:Гопак\n".encode("utf-32-be"), "UTF-32"),
        ("X:1\nT:Гопак\n".encode("utf-16"), ""),
        ("X:1\nT:Гопак\n".encode(), ""),
        (b"X:1\nT:Caf\xe9\n", ""),
        (b"", ""),
        (b"\n\n", ""),
    ],
)
def test_an_encoding_that_is_not_read_has_a_name(data: bytes, encoding: str) -> None:
    assert unread_encoding(data) == encoding


@given(st.binary(max_size=200))
def test_any_bytes_come_back_unchanged(data: bytes) -> None:
    assert decode_text(data).to_bytes() == data


@pytest.mark.parametrize(
    ("text", "encoding", "mark"),
    [
        ("T:Гопак\r\n", "utf-8", b""),
        ("T:Гопак\n", "utf-8", b"\xef\xbb\xbf"),
        ("T:Гопак\n", "utf-16-le", b"\xff\xfe"),
        ("T:Гопак\n", "utf-16-be", b"\xfe\xff"),
        ("T:Caf\u00e9\n", "cp1252", b""),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str, mark: bytes, tmp_path: Path) -> None:
    path = tmp_path / "tune.abc"
    path.write_bytes(mark + text.encode(encoding))
    assert read_text_file(path) == TextFile(text, encoding, mark)


def test_a_character_outside_the_encoding_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        TextFile("T:Café", "cp1252").with_text("T:Гопак").to_bytes()


def test_processes_that_write_at_once_replace_no_file_of_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    data = [str(number).encode() for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda each: write_beside(folder, "take", ".abc", each), data))
    assert [path.read_bytes() for path in paths] == data
    names = {"take.abc", *(f"take-{number}.abc" for number in range(2, 25))}
    assert {path.name for path in folder.iterdir()} == names


def test_a_new_file_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    for folder, stem in ((tmp_path / "file", "take"), (tmp_path, "take\0")):
        with pytest.raises(UnwritableFileError):
            write_beside(folder, stem, ".abc", b"new")
    _failing("fsync", monkeypatch)
    with pytest.raises(UnwritableFileError):
        write_beside(tmp_path, "take", ".abc", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_need_not_outlast_the_machine_waits_for_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _failing("fsync", monkeypatch)
    path = tmp_path / "mark.json"
    atomic_write(path, b"one", outlasts_power=False)
    atomic_write(path, b"two", outlasts_power=False)
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]
