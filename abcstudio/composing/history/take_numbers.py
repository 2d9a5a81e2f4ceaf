"""The numbers of takes: none is given twice, whatever processes compose at once."""

import logging
import re
from contextlib import suppress
from pathlib import Path

from abcstudio.composing.history.remembered_take import MAX_NUMBER

log = logging.getLogger(__name__)

MAX_COUNTED = MAX_NUMBER // 2
"""A higher number was not given here: counting on from it would soon end."""

# Earlier versions kept a file a take.
_NAME = re.compile(r"take-(\d{1,9})-[0-9a-f]{1,32}\.json")
_GIVEN_NAME = re.compile(r"take-(\d{1,9})\.number")


def last_number(folder: Path) -> int:
    """Return the highest number that a take was given, 0 where there is none; opens no file."""
    found = (*_found(folder, _NAME), *_found(folder, _GIVEN_NAME))
    return max((number for number, _ in found if number < MAX_COUNTED), default=0)


def give_number(folder: Path, above: int = 0) -> int:
    """Return the number of a new take: the next one that no process was given.

    An empty file keeps the number until a higher one is given. A folder that cannot be written
    keeps no takes either, so it keeps no numbers.

    Args:
        folder: That of the history.
        above: The number must be higher than this one.
    """
    number = max(above, last_number(folder)) + 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        while not _keep_number(folder, number):
            number = max(number, last_number(folder)) + 1
        _remove_numbers_below(folder, number)
    except OSError as error:
        log.warning("The number of a take cannot be kept: %s", error)
    return number


def _keep_number(folder: Path, number: int) -> bool:
    """Return whether a number is no other process's, and keep it then.

    Another one may have given it, and a higher one, and so have removed its file.

    Raises:
        OSError: The file that keeps it cannot be made.
    """
    try:
        (folder / f"take-{number}.number").touch(exist_ok=False)
    except FileExistsError:
        return False
    return last_number(folder) <= number


def old_files(folder: Path) -> list[Path]:
    """Return the files of takes that an earlier version kept, the oldest first."""
    return [path for _, path in sorted(_found(folder, _NAME))]


def _remove_numbers_below(folder: Path, number: int) -> None:
    for other, path in _found(folder, _GIVEN_NAME):
        if other < number:
            with suppress(OSError):
                path.unlink()


def _found(folder: Path, name: re.Pattern[str]) -> list[tuple[int, Path]]:
    """Return the numbers and files of a kind, by the pattern of its names."""
    try:
        matches = [(name.fullmatch(path.name), path) for path in folder.iterdir()]
    except OSError:
        return []
    return [(int(match[1]), path) for match, path in matches if match is not None]
