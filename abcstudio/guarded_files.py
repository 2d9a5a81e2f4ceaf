"""The one way to read a file: a regular file, of a bounded size, without ever waiting.

A pipe without a writer, `/dev/zero`, a folder, 3 GB where a page was expected: each is an error
with a sentence, and at once.
"""

import errno
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

MB = 1_000_000
MAX_TEXT_BYTES = 256 * MB
"""What a text may have, tunebooks to train on included."""

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)
_FLAGS = (
    os.O_RDONLY
    | _WITHOUT_WAITING
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_PIECE = 2**20
_HANDED_OVER = re.compile(r"/dev/stdin|(?:/dev/fd|/proc/self/fd)/(\d{1,5})")


class UnreadableFileError(OSError):
    """A file is there, and cannot be read."""


class RefusedFileError(UnreadableFileError):
    """A file was not read because of what it is.

    Attributes:
        message_id: A message that says why, in words that follow "cannot be read:".
        parameters: What its placeholders stand for.
    """

    def __init__(self, code: int, words: str, path: str, message_id: str, **values: int) -> None:
        super().__init__(code, words, path)
        self.message_id = message_id
        self.parameters = values


def is_there(path: Path) -> bool:
    """Return whether a name leads to something; False where looking is not allowed.

    `Path.exists` and its sisters raise where a folder may not be entered, a name is too long or a
    disk has gone, in all Pythons before 3.14.
    """
    return _mode(path) != 0


def is_file(path: Path) -> bool:
    """Return whether a name leads to a regular file; False where looking is not allowed."""
    return stat.S_ISREG(_mode(path))


def is_folder(path: Path) -> bool:
    """Return whether a name leads to a folder; False where looking is not allowed."""
    return stat.S_ISDIR(_mode(path))


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading.

    Raises:
        FileNotFoundError: There is none, or the name is one that no file can have.
        UnreadableFileError: It cannot be opened, or is a folder, a pipe or a device.
    """
    return _open(path, allow_stream=False)


def read_bytes(path: Path, limit: int = MAX_TEXT_BYTES, *, allow_stream: bool = False) -> bytes:
    """Return what a regular file holds.

    Args:
        path: The file.
        limit: How many bytes it may have; of a larger one hardly anything is read.
        allow_stream: Also read, up to the limit, what another program sends through a pipe that
            this process was started with: `/dev/stdin`, or a shell's `<(...)`. It waits for that
            program. A named pipe is refused: there may be no program that writes into it.

    Raises:
        FileNotFoundError: There is none, or the name is one that no file can have.
        UnreadableFileError: It cannot be read, is no regular file, or is larger than the limit.
    """
    with _open(path, allow_stream=allow_stream) as file:
        try:
            if os.fstat(file.fileno()).st_size > limit:
                raise _too_large(path, limit)
            return _read_within(file, path, limit)
        except UnreadableFileError:
            raise
        except OSError as error:
            raise _unreadable(error, path) from error


def no_file(path: Path) -> RefusedFileError:
    """Return the error for a pipe or a device."""
    return RefusedFileError(errno.EINVAL, "Not a file", str(path), "file.reason_no_file")


def not_a_file(path: Path) -> RefusedFileError | None:
    """Return why what a name leads to is no file; None for a file, and where nothing is there."""
    try:
        _check_kind(Path(path).stat().st_mode, path)
    except RefusedFileError as error:
        return error
    except OSError as error:
        if error.errno == errno.ELOOP:
            words = os.strerror(errno.ELOOP)
            return RefusedFileError(errno.ELOOP, words, str(path), "file.reason_loop")
    except ValueError:  # The name holds a NUL or half a character.
        pass
    return None


def closed_folder(folder: Path) -> UnreadableFileError | None:
    """Return the error of a folder in which nothing may be looked at; None for any other."""
    if not is_folder(folder) or os.access(folder, os.R_OK | os.X_OK):
        return None
    return UnreadableFileError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def folder_fault(folder: Path) -> OSError | None:
    """Return why a folder cannot hold files, or cannot be made; None where it can.

    The error names what is in the way: the folder, or what stands in the place of one above it.
    """
    place = next(each for each in (folder, *folder.parents) if os.path.lexists(each))
    if not is_folder(place):
        is_dead_link = place.is_symlink() and not is_there(place)
        message_id = "file.reason_dead_link" if is_dead_link else "file.reason_no_folder"
        return RefusedFileError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place), message_id)
    needed = os.W_OK | os.X_OK | (os.R_OK if place == folder else 0)
    if os.access(place, needed):
        return None
    code = errno.EROFS if is_on_read_only_disk(place) else errno.EACCES
    return OSError(code, os.strerror(code), str(place))


def is_on_read_only_disk(path: Path) -> bool:
    """Return whether what a name leads to lies where nothing at all can be written.

    Where the system does not tell, it does not.
    """
    if not hasattr(os, "statvfs"):
        return False
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def _mode(path: Path) -> int:
    try:
        return Path(path).stat().st_mode
    except (OSError, ValueError):
        return 0


def _read_within(file: BinaryIO, path: Path, limit: int) -> bytes:
    """Read piece after piece: the size that the system tells is not that of every file."""
    pieces: list[bytes] = []
    size = 0
    while piece := file.read(_PIECE):
        size += len(piece)
        if size > limit:
            raise _too_large(path, limit)
        pieces.append(piece)
    return b"".join(pieces)


def _open(path: Path, *, allow_stream: bool) -> BinaryIO:
    try:
        # Opening alone can set a device going, so it is looked at first, and again afterwards.
        mode = Path(path).stat().st_mode
        if allow_stream and (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
            # Unbuffered: between two reads a signal is seen, which else would wait with the reader.
            return os.fdopen(_handed_over(path), "rb", buffering=0)
        _check_kind(mode, path)
        descriptor = os.open(path, _FLAGS)
        try:
            _check_kind(os.fstat(descriptor).st_mode, path)
        except BaseException:
            os.close(descriptor)
            raise
    except (FileNotFoundError, NotADirectoryError, UnreadableFileError):
        raise
    except OSError as error:
        raise _unreadable(error, path) from error
    except ValueError as error:  # The name holds a NUL or half a character.
        raise FileNotFoundError(
            errno.ENOENT, os.strerror(errno.ENOENT), ascii(str(path))[1:-1]
        ) from error
    return os.fdopen(descriptor, "rb")


def _handed_over(path: Path) -> int:
    """Return a descriptor of a pipe that this process was started with.

    It is not opened anew: a pipe whose writer has ended already would wait for another one.

    Raises:
        RefusedFileError: The name is that of any other pipe or socket.
    """
    name = _HANDED_OVER.fullmatch(str(path))
    if name is None:
        raise no_file(path)
    descriptor = os.dup(int(name[1] or 0))
    # Of a pipe that its starter does not wait on, a read without data would look like its end.
    os.set_blocking(descriptor, True)
    return descriptor


def _check_kind(mode: int, path: Path) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        code = errno.EISDIR
        raise RefusedFileError(code, os.strerror(code), str(path), "file.reason_folder")
    raise no_file(path)


def _too_large(path: Path, limit: int) -> RefusedFileError:
    return RefusedFileError(
        errno.EFBIG,
        f"Larger than {_in_mb(limit)} MB",
        str(path),
        "file.reason_too_large",
        limit=_in_mb(limit),
    )


def _in_mb(size: int) -> int:
    return max(1, size // MB)


def _unreadable(error: OSError, path: Path) -> UnreadableFileError:
    return UnreadableFileError(error.errno, error.strerror or str(error), str(path))
