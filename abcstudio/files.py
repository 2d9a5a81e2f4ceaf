"""Writing files so that the old or the new one survives, and reading text in any encoding.

Every file that the program writes goes through `atomic_write`.
"""

import codecs
import errno
import hashlib
import io
import os
import stat
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from abcstudio.decoding import declared_encoding, guess_encoding, odd_bytes
from abcstudio.guarded_files import MAX_TEXT_BYTES, no_file, read_bytes
from abcstudio.temporary_files import SUFFIX, make_temporary, sweep_folder

_FULL = (errno.ENOSPC, errno.EDQUOT)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Bytes enough to tell an encoding by, and of how many one must at least be zero.
_HEAD_BYTES = 1024
_LEAST_ZEROS = 10
# Which bytes of four are ever other than zero.
_UTF32_PLACES = (
    [True, False, False, False],
    [True, True, False, False],
    [False, False, False, True],
    [False, False, True, True],
)


@dataclass(frozen=True, slots=True)
class TextFile:
    r"""The text of a file and what is needed to give back the same bytes.

    Attributes:
        text: The file's characters, line endings as they stand in the file.
        encoding: A Python codec name.
        byte_order_mark: The bytes before the text, often none.
        declared: The codec that the text itself names, "" where it names none. Its bytes may be
            others; then it was read as `encoding` all the same.
        is_chosen: The person has named its encoding.
    """

    text: str
    encoding: str = "utf-8"
    byte_order_mark: bytes = b""
    declared: str = ""
    is_chosen: bool = False

    @property
    def is_guessed(self) -> bool:
        """Whether nothing in the file says how it is kept, or not all of it is."""
        if self.is_chosen:
            return False
        if self.encoding == "utf-8":
            return odd_bytes(self.text) > 0
        return not self.byte_order_mark and self.encoding != self.declared

    def with_text(self, text: str) -> "TextFile":
        """Return the same kind of file with other text."""
        return replace(self, text=text)

    def to_bytes(self) -> bytes:
        """Return the file's bytes.

        Raises:
            UnicodeEncodeError: The encoding has no bytes for a character of the text.
        """
        return self.byte_order_mark + self.text.encode(self.encoding, _error_handler(self.encoding))


class UnwritableFileError(OSError):
    """A file cannot be written. Its `filename` is the file's, not that of a temporary one.

    Attributes:
        needed: How many bytes must be free where the disk is full; 0 where it is not known.
    """

    def __init__(self, number: int | None, words: str, path: str, *, needed: int = 0) -> None:
        super().__init__(number, words, path)
        self.needed = needed


def fingerprint(data: bytes) -> str:
    """Return what tells the content of a file from any other."""
    return hashlib.sha256(data).hexdigest()


def atomic_write(
    path: Path, data: bytes, *, makes_folder: bool = True, outlasts_power: bool = True
) -> None:
    """Write `data` to `path`: after any crash the file holds its old bytes or the new ones, whole.

    Args:
        path: The file.
        data: Its bytes.
        makes_folder: Make the folder where it is missing. Without it that is an error: so work in
            the background does not bring back a folder that a person has moved away.
        outlasts_power: Wait until the disk has the bytes. Without it they outlive the process, but
            perhaps not the machine.

    Raises:
        UnwritableFileError: Some step failed, or a pipe or a device is in the way. The old file is
            unchanged (or the new one is there, but perhaps not for good yet), and no temporary file
            is left.
    """
    atomic_write_pieces(
        path, (data,), len(data), makes_folder=makes_folder, outlasts_power=outlasts_power
    )


def atomic_write_pieces(
    path: Path,
    pieces: Iterable[bytes],
    size: int = 0,
    *,
    makes_folder: bool = True,
    outlasts_power: bool = True,
) -> None:
    """Write bytes to `path` as `atomic_write` does, made piece after piece: none is kept.

    What the making of a piece raises ends the writing, and the old file is unchanged.

    Args:
        path: The file.
        pieces: Its bytes.
        size: How many there will be, for the error where the disk is full; 0 where it is not known.
        makes_folder: As for `atomic_write`.
        outlasts_power: As for `atomic_write`.

    Raises:
        UnwritableFileError: Some step failed, as in `atomic_write`.
    """
    path = Path(path)
    try:
        if makes_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        _replace_whole(path, pieces, waits=outlasts_power)
    except OSError as error:
        # The system names a temporary file, or none at all where the disk is full.
        words, needed = error.strerror or str(error), size if error.errno in _FULL else 0
        raise UnwritableFileError(error.errno, words, str(path), needed=needed) from error
    except ValueError as error:  # The name holds a NUL or half a character.
        code = errno.EINVAL
        raise UnwritableFileError(code, os.strerror(code), ascii(str(path))[1:-1]) from error


def open_for_appending(path: Path) -> io.FileIO:
    """Open a file to add to its end; a pipe or a device is refused.

    Raises:
        OSError: It cannot be opened, or is no regular file.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = io.FileIO(os.open(path, flags, 0o666), "ab")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise no_file(path)
    return file


def append_whole(path: Path, data: bytes) -> None:
    """Add bytes to the end of a file, which is made where it is missing.

    A program that is killed in it leaves a part of them at most.

    Raises:
        OSError: They cannot be added; the file is as it was before.
    """
    try:
        with open_for_appending(path) as file:
            size = file.seek(0, os.SEEK_END)
            try:
                if file.write(data) != len(data):
                    # What a disk does that has room for a part of it.
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            except OSError:
                file.truncate(size)
                raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def make_folder(path: Path) -> None:
    """Make a folder if it is missing, and make sure that files can be made in it.

    Raises:
        OSError: They cannot.
    """
    path = Path(path)
    path.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=path):
        pass


def remove_leftovers(folder: Path) -> None:
    """Delete the temporary files that `atomic_write` left in a folder when it was killed.

    No other process may be writing there.

    Raises:
        OSError: One cannot be deleted.
    """
    for path in Path(folder).glob(f".*{SUFFIX}"):
        path.unlink(missing_ok=True)


def _replace_whole(path: Path, pieces: Iterable[bytes], *, waits: bool) -> None:
    try:
        # A link keeps pointing to its file: the file behind it is the one replaced.
        target = path.resolve()
    except RuntimeError as error:
        # So Python says that links lead in a circle.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error
    _refuse_special(target)
    mode = _mode_of(target)
    # What is to be as private as the old file is not open to others in between either.
    descriptor, temporary = make_temporary(target, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            if waits:
                os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        # What went wrong first is what counts.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    if waits:
        sync_folder(target.parent)
    sweep_folder(target.parent, target)


def _refuse_special(target: Path) -> None:
    """Leave pipes and devices alone: as root, `/dev/null` itself would be replaced."""
    with suppress(FileNotFoundError):
        mode = target.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise no_file(target)


def write_beside(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Write the first of STEM.suffix, STEM-2.suffix and so on that is not there yet; return it.

    No other process is given the same name: an empty file holds it until the bytes are there.

    Raises:
        UnwritableFileError: The file cannot be written; none is left.
    """
    while True:
        path = free_path(folder, stem, suffix)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.touch(exist_ok=False)
        except (OSError, ValueError):
            if os.path.lexists(path):
                continue
            # What keeps the file from being made is said here.
            atomic_write(path, data)
            return path
        try:
            atomic_write(path, data)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
        return path


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """Return the first of STEM.suffix, STEM-2.suffix and so on that is not there yet."""
    return folder / f"{free_stem(folder, stem, (suffix,))}{suffix}"


def free_stem(folder: Path, stem: str, suffixes: Sequence[str]) -> str:
    """Return the first of STEM, STEM-2 and so on that has no file with any of the suffixes yet."""
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(
        name
        for name in numbered
        if not any(os.path.lexists(folder / f"{name}{suffix}") for suffix in suffixes)
    )


def read_text_file(
    path: Path, limit: int = MAX_TEXT_BYTES, *, allow_stream: bool = False
) -> TextFile:
    """Read a text file whatever its encoding: UTF-8, UTF-16 with a mark, declared or guessed.

    Bytes that mean nothing in the encoding come back unchanged when the text is written again.
    `limit` and `allow_stream` are those of `guarded_files.read_bytes`.

    Raises:
        OSError: The file cannot be read, is no regular file, or is larger than the limit.
    """
    return decode_text(read_bytes(Path(path), limit, allow_stream=allow_stream))


def decode_text(data: bytes) -> TextFile:
    """Decode bytes as `read_text_file` does; `to_bytes` of the result gives `data` back."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            candidate = (
                TextFile(data[len(mark) :].decode(encoding, "surrogateescape"), encoding, mark)
                if encoding == "utf-8"
                else _decode_utf16(data[len(mark) :], encoding, mark)
            )
            if candidate is not None:
                return candidate
    declared = declared_encoding(data)
    text = None if declared == "utf-8" else _decode_as_declared(data, declared)
    if text is not None:
        return TextFile(text, declared, declared=declared)
    encoding = guess_encoding(data)
    text = data.decode(encoding, _error_handler(encoding))
    return TextFile(text, encoding, declared=declared)


def unread_encoding(data: bytes) -> str:
    """Return "UTF-16" or "UTF-32" for bytes that look like it but are not read as it, else "".

    Their plain letters have zero bytes beside them, which no text in another encoding has.
    """
    head = data[:_HEAD_BYTES]
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "UTF-32"
    if any(head.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS):
        return ""
    has_letters = [any(head[place::4]) for place in range(4)]
    if len(head) >= len(has_letters) and has_letters in _UTF32_PLACES:
        return "UTF-32"
    zeros = sorted((head[::2].count(0), head[1::2].count(0)))
    is_wide = sum(zeros) * _LEAST_ZEROS > len(head) and zeros[1] >= _LEAST_ZEROS * zeros[0]
    return "UTF-16" if is_wide else ""


def _decode_as_declared(data: bytes, encoding: str) -> str | None:
    """Return the text of bytes that are in an encoding; None where they are others.

    UTF-8 is seen for what it is, for no other text looks like it. Some encodings of two bytes a
    letter have several bytes for one text: a file that would not be written again as it was is read
    by a guess, which is.
    """
    if not encoding or (not data.isascii() and _is_whole_utf8(data)):
        return None
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except UnicodeError:
        return None


def _is_whole_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode_utf16(data: bytes, encoding: str, mark: bytes) -> TextFile | None:
    try:
        return TextFile(data.decode(encoding), encoding, mark)
    except UnicodeDecodeError:
        return None


def _error_handler(encoding: str) -> str:
    return "surrogateescape" if encoding == "utf-8" else "strict"


def _mode_of(target: Path) -> int | None:
    """Return a file's permissions, None where there is none yet."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def sync_folder(folder: Path) -> None:
    """Make the rename itself durable; folders cannot be opened for this on Windows."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
