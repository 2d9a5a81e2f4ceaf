"""What a later start asks of the running studio: to show itself, with files."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import json_bytes, parse_json

ADDRESS_FILE, LOCK_FILE = "studio.json", "studio.lock"
GREETING, TAKEN = b"abcstudio", b"taken"
"""What the running studio says once its window answers, and once it has the files."""
ANSWER_SECONDS = 6.0
"""For a window that reads a large text or is still being made; a hung one never answers."""
MAX_ANSWER_BYTES = 100
MAX_REQUEST_BYTES = 8_000_000
"""More than a command line can hold, each letter written as an escape."""
_MAX_PATHS, _MAX_TOKEN = 10_000, 1_000
_TOKEN_VARIABLE = "XDG_ACTIVATION_TOKEN"


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRequest:
    """Files to open in the window, and nothing else that a message could ask for.

    Attributes:
        paths: Absolute, in the order named; none where only the window is wanted.
        screen: The screen that the start was made on.
        token: Wayland's permission to come to the front, "" for none.
    """

    paths: tuple[Path, ...] = ()
    screen: str = ""
    token: str = ""

    def to_bytes(self) -> bytes:
        """Return the message."""
        paths = [str(path) for path in self.paths]
        return json_bytes({"paths": paths, "screen": self.screen, "token": self.token})


def this_screen() -> str:
    """Return what names the screen of this process."""
    return " ".join(os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY"))


def this_token() -> str:
    """Return the permission to come to the front that this process was started with."""
    return os.environ.get(_TOKEN_VARIABLE, "")


def use_token(token: str) -> None:
    """Let Qt come to the front with a permission, once."""
    if token:
        os.environ[_TOKEN_VARIABLE] = token


def read_request(data: bytes) -> WindowRequest | None:
    """Return what a message asks for, None where it is none of ours."""
    try:
        fields: Any = parse_json(data)
    except ValueError:
        return None
    if not isinstance(fields, Mapping):
        return None
    paths, screen, token = (fields.get(name) for name in ("paths", "screen", "token"))
    if not isinstance(paths, list) or len(paths) > _MAX_PATHS:
        return None
    if not all(isinstance(path, str) and _is_whole(path) for path in paths):
        return None
    if not isinstance(screen, str) or not isinstance(token, str) or len(token) > _MAX_TOKEN:
        return None
    is_plain = token.isascii() and token.isprintable()
    return WindowRequest(
        paths=tuple(map(Path, paths)), screen=screen, token=token if is_plain else ""
    )


def _is_whole(path: str) -> bool:
    return "\0" not in path and Path(path).is_absolute()
