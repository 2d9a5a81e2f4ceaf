"""The rules for what becomes of a file that is there already, one for each option that writes.

What cannot be made again (takes, imported tunes, runs, models) is never replaced. What is derived
from an input can be, and is, unless the command reads that file.
"""

from pathlib import Path

from abcstudio.errors import UnusableFolderError
from abcstudio.guarded_files import is_file

NUMBERED = "files that are there already are kept, and new ones are numbered"
REFUSED = "what is there already is kept, and the command is refused"
REPLACED = "files that are there already are replaced"

TUNE_ENDINGS = (".abc", ".txt")
"""What the name of a tunebook that the command line writes can end in."""


def check_folder(path: Path) -> None:
    """Make sure that a folder to write to is not a file.

    Raises:
        UnusableFolderError: It is one.
    """
    if is_file(path):
        raise UnusableFolderError("export.not_a_folder", path=path)
