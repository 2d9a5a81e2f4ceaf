"""The takes of all sessions: a small file each, the oldest going once there are too many.

Whatever else is in the folder, damaged or not ours, costs only itself.
"""

import json
import logging
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import parse_json
from abcstudio.files import atomic_write
from abcstudio.guarded_files import RefusedFileError, read_bytes
from abcstudio.own_files import Tell, pass_over, put_aside

log = logging.getLogger(__name__)

MAX_TAKES = 200
"""How many takes are remembered; those that are marked as kept do not count."""

_MAX_FILES = 2000
_MAX_BYTES = 1_000_000
_MAX_NUMBER = 10**9
_MAX_COUNTED = _MAX_NUMBER // 2
"""A file with a higher number was not made here: counting on from it would soon end."""

_FORMAT = 1
_NAME = re.compile(r"take-(\d{1,9})-[0-9a-f]{1,32}\.json")
_GIVEN_NAME = re.compile(r"take-(\d{1,9})\.number")


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedTake:
    """A take as the history has it.

    Attributes:
        key: Names its file; no two takes share it.
        number: What the person calls it by.
        text: What was composed, provenance included.
        title, tune_key, rhythm, measures: What a list says about it.
        problems: How many it has, -1 where that is not known.
        is_kept: The person marked it as worth keeping.
        model: The model's file.
        max_chars: How long it was to be at most.
        stop_at_tune_end: Whether it was to end with its tune.
        path: The file that it was saved to, "" where it was not.
        asked: The header that was chosen, where the model has completed it; "" where it has not.
    """

    key: str
    number: int
    text: str
    title: str = ""
    tune_key: str = ""
    rhythm: str = ""
    measures: int = 0
    problems: int = -1
    is_kept: bool = False
    model: str = ""
    max_chars: int = 0
    stop_at_tune_end: bool = True
    path: str = ""
    asked: str = ""


def take_key(number: int, session: str) -> str:
    """Return the key of a new take; `session` is hexadecimal and the program's own."""
    return f"take-{number}-{session}"


def is_take_key(key: str) -> bool:
    """Return whether a text can be the key of a take, and so the name of a file of the history."""
    return _NAME.fullmatch(f"{key}.json") is not None


def last_number(folder: Path) -> int:
    """Return the highest number that a take was given, 0 where there is none; opens no file."""
    found = (*_found(folder), *_found(folder, _GIVEN_NAME))
    return max((number for number, _ in found if number < _MAX_COUNTED), default=0)


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


def remember_take(folder: Path, take: RememberedTake) -> None:
    """Write a take.

    Raises:
        OSError: It cannot be written; what was there before is unchanged.
    """
    folder.mkdir(parents=True, exist_ok=True)
    data = {"format": _FORMAT, **asdict(take)}
    atomic_write(folder / f"{take.key}.json", json.dumps(data, ensure_ascii=True).encode())


def forget_take(folder: Path, key: str) -> None:
    """Remove a take.

    Raises:
        OSError: It cannot be removed.
    """
    (folder / f"{key}.json").unlink(missing_ok=True)


def remembered_takes(folder: Path, tell: Tell = pass_over) -> tuple[RememberedTake, ...]:
    """Return the takes, newest first; those beyond `MAX_TAKES` are removed, never a kept one.

    `tell` is called with each file that is no take, after it was put aside.
    """
    files = sorted(_found(folder), reverse=True)[:_MAX_FILES]
    found = [take for _, path in files if (take := _read(path, tell)) is not None]
    found.sort(key=lambda take: (take.number, take.key), reverse=True)
    too_old = [take for take in found if not take.is_kept][MAX_TAKES:]
    for take in too_old:
        try:
            forget_take(folder, take.key)
        except OSError as error:
            log.warning("An old take cannot be removed: %s", error)
    gone = {take.key for take in too_old}
    return tuple(take for take in found if take.key not in gone)


def _remove_numbers_below(folder: Path, number: int) -> None:
    for other, path in _found(folder, _GIVEN_NAME):
        if other < number:
            with suppress(OSError):
                path.unlink()


def _found(folder: Path, name: re.Pattern[str] = _NAME) -> list[tuple[int, Path]]:
    """Return the numbers and files of takes, or of another kind by the pattern of its names."""
    try:
        matches = [(name.fullmatch(path.name), path) for path in folder.iterdir()]
    except OSError:
        return []
    return [(int(match[1]), path) for match, path in matches if match is not None]


def _read(path: Path, tell: Tell) -> RememberedTake | None:
    try:
        return _take(path.stem, parse_json(read_bytes(path, _MAX_BYTES)))
    except (RefusedFileError, ValueError, TypeError) as error:
        tell(put_aside(path, error))
    except OSError as error:
        # The system's trouble, and perhaps a passing one: the take may be well.
        log.warning("The take %s cannot be read: %s", path, error)
    return None


def _take(key: str, data: Any) -> RememberedTake:
    if not isinstance(data, dict):
        raise TypeError("no record")
    model = RememberedTake(key=key, number=0, text="")
    values = {item.name: data[item.name] for item in fields(model) if item.name in data}
    for name, value in values.items():
        if type(value) is not type(getattr(model, name)):
            raise TypeError(f"{name} is no {type(getattr(model, name)).__name__}")
    take = replace(model, **(values | {"key": key}))
    if not 0 < take.number < _MAX_NUMBER:
        raise ValueError("a number beyond its range")
    # Qt counts in 32 bits; what is beyond them ends the process.
    counts = (take.measures, take.max_chars, take.problems + 1)
    if not all(0 <= count < _MAX_NUMBER for count in counts):
        raise ValueError("a count beyond its range")
    # Half a character cannot be shown, nor written again.
    for words in (take.text, take.title, take.tune_key, take.rhythm, take.asked):
        words.encode()
    # A file's name may have bytes that are no UTF-8: Python keeps each as half a character.
    take.path.encode("utf-8", "surrogateescape")
    return take
