"""Files are written whole or not at all, and read back to the same bytes."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcstudio.files import TextFile, atomic_write, decode_text, read_text_file

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
