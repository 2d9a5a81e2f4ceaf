"""The rules for every option that names an output: its ending, and what is never replaced.

What cannot be made again (takes, imported tunes, runs, models) is never replaced. What is derived
from an input can be, and is, unless the command reads that file.
"""

import argparse
import errno
import os
from collections.abc import Iterable
from pathlib import Path

from abcstudio.errors import UnusableFolderError, UnusableInputError
from abcstudio.guarded_files import is_file, is_folder

NUMBERED = "files that are there already are kept, and new ones are numbered"
REFUSED = "what is there already is kept, and the command is refused"
REPLACED = "files that are there already are replaced"

TUNE_ENDINGS = (".abc", ".txt")
"""What the name of a tunebook that the command line writes can end in."""


def named_path(text: str) -> Path:
    """Return the path of a name: an empty one, of a variable that is not set, would mean "here"."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty, and the name of a file or folder is needed")
    return Path(text)


class OutputFile:
    """The type of an argument that names the file that a command writes."""

    def __init__(self, *endings: str) -> None:
        """Make it.

        Args:
            endings: In what a name can end, in small letters: ".csv".
        """
        self.endings = endings

    def __call__(self, text: str) -> Path:
        """Return the path of a name.

        Raises:
            ArgumentTypeError: The name is empty, or has another ending.
        """
        path = named_path(text)
        if path.suffix.lower() not in self.endings:
            *first, last = self.endings
            listed = f"{', '.join(first)} or {last}" if first else last
            raise argparse.ArgumentTypeError(f"{text!a} must end in {listed}")
        return path


def check_folder(path: Path) -> None:
    """Make sure that a folder to write to is not a file.

    Raises:
        UnusableFolderError: It is one.
    """
    if is_file(path):
        raise UnusableFolderError("export.not_a_folder", path=path)


def check_outputs(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Make sure that no output file is a folder, one of the inputs, or in a folder that is one.

    Raises:
        UnusableInputError: It is a folder, or would be replaced by what is made from it.
    """
    read = tuple(inputs)
    for output in outputs:
        if is_folder(output):
            raise UnusableInputError("file.unusable", path=output, reason=os.strerror(errno.EISDIR))
        if any(_is_read(output, path) for path in read):
            raise UnusableInputError("file.replaces_input", path=output)


def _is_read(output: Path, path: Path) -> bool:
    """Return whether an existing file is an input, by whatever name, or lies in it."""
    try:
        is_same = output.samefile(path)
        return is_same or (path.is_dir() and path.resolve() in output.resolve().parents)
    except (OSError, ValueError):
        return False
