"""Files that a person has no right to read, for whoever runs the tests: root may read all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def barred(path: Path) -> Iterator[None]:
    """Have the system refuse to open a file, as it does where a person has no right to."""
    system_open = os.open

    def refuse(name: Any, *arguments: int, **options: int) -> int:
        if name == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return system_open(name, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", refuse)
        yield
