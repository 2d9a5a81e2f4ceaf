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


def give_numbers(folder: Path, count: int, above: int = 0) -> range:
    """Return the numbers of new takes: the next ones that no process was given.

    An empty file keeps the last of them until a higher one is given. A folder that cannot be
    written keeps no takes either, so it keeps no numbers.

    Args:
        folder: That of the history.
        count: How many, one at least.
        above: The numbers must be higher than this one.
    """
    first = max(above, last_number(folder)) + 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        while not _keep_numbers(folder, range(first, first + count)):
            first = max(first + count - 1, last_number(folder)) + 1
        _remove_numbers_below(folder, first + count - 1)
    except OSError as error:
        log.warning("The numbers of takes cannot be kept: %s", error)
    return range(first, first + count)


def _keep_numbers(folder: Path, numbers: range) -> bool:
    """Return whether numbers are no other process's, and keep them then.

    Another one may have given one, and a higher one, and so have removed its file.

    Raises:
        OSError: The file that keeps them cannot be made.
    """
    last = numbers[-1]
    try:
        (folder / f"take-{last}.number").touch(exist_ok=False)
    except FileExistsError:
        return False
    given = (number for number, _ in _found(folder, _GIVEN_NAME) if number < MAX_COUNTED)
    return all(number < numbers.start or number == last for number in given)


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
