"""Texts and devices among the arguments: what cannot be used is said before any work begins."""

from pathlib import Path

from abcstudio.errors import DeviceError, TextFileError
from abcstudio.files import read_text_file
from abcstudio.learning.devices import DEVICES, choose_device
from abcstudio.messages import Phrase, reason

__all__ = ["DEVICES", "check_device", "read_text"]


def read_text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        TextFileError: There is none, or it cannot be read.
    """
    try:
        return read_text_file(path, allow_pipe=True).text
    except FileNotFoundError:
        raise TextFileError("file.not_found", path=path) from None
    except OSError as error:
        raise TextFileError("file.unreadable", path=path, reason=reason(error)) from error


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
