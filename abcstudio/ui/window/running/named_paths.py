"""Paths of files that are named from outside, as names or as `file:` addresses."""

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QUrl


def path_of(name: str) -> Path:
    """Return the path that a name or a `file:` address means, absolute."""
    if name.startswith("file:"):
        return local_path(QUrl(name)).absolute()
    return Path(name).absolute()


def local_path(url: QUrl) -> Path:
    """Return the file of an address, though its name may have bytes that are no UTF-8."""
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    if os.name == "nt" or "%" not in encoded:
        return Path(url.toLocalFile())
    return Path(os.fsdecode(unquote_to_bytes(encoded)))
