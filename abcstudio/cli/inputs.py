"""Texts and devices among the arguments: what cannot be used is said before any work begins."""

from pathlib import Path

from abcstudio.decoding import is_no_text
from abcstudio.errors import DeviceError, TextFileError
from abcstudio.files import decode_text, unread_encoding
from abcstudio.guarded_files import read_bytes
from abcstudio.learning.devices import DEVICES, choose_device
from abcstudio.messages import Phrase, reason

__all__ = ["DEVICES", "check_device", "read_text"]


def read_text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        TextFileError: There is none, it cannot be read, or it is no text.
    """
    try:
        data = read_bytes(path, allow_pipe=True)
    except FileNotFoundError:
        raise TextFileError("file.not_found", path=path) from None
    except OSError as error:
        raise TextFileError("file.unreadable", path=path, reason=reason(error)) from error
    if encoding := unread_encoding(data):
        raise TextFileError("corpus.encoding", path=path, encoding=encoding)
    if is_no_text(data):
        raise TextFileError("file.binary", path=path)
    return decode_text(data).text


def check_device(wanted: str) -> None:
    """Make sure that the device that was asked for by name is there.

    Raises:
        DeviceError: It is not; the error says why, and what to do.
    """
    if wanted in ("auto", "cpu"):
        return
    found = choose_device(wanted)
    if found.name != wanted:
        raise DeviceError("device.not_there", device=wanted, reason=Phrase(found.reason_id))
