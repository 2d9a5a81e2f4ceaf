"""A person's own words on a training run, in a file of its own: `marks.json` in the run's folder.

`run.json` is written by the process that trains, again and again: a mark kept there could be lost.
"""

from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from abcstudio.bounded_json import json_bytes, parse_json
from abcstudio.field_values import Flag, Several, String, fitting, kept
from abcstudio.guarded_files import read_bytes
from abcstudio.own_files import write_own_file

MARKS_FILE = "marks.json"
MAX_NAME, MAX_TAG, MAX_NOTE = 200, 40, 2000

_MAX_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMarks:
    """What a person has said of a run.

    Attributes:
        name: In place of the name that the run was begun with; "" leaves that.
        starred: Whether it has a star.
        tags: Words, each once.
        note: A text.
    """

    name: str = kept("", String(MAX_NAME))
    starred: bool = kept(False, Flag())
    tags: tuple[str, ...] = kept((), Several(String(MAX_TAG)))
    note: str = kept("", String(MAX_NOTE))


NO_MARKS = RunMarks()


def read_marks(run: Path) -> RunMarks:
    """Return the marks of a run's folder; what does not fit is left out."""
    try:
        data = parse_json(read_bytes(run / MARKS_FILE, _MAX_BYTES))
    except (OSError, ValueError):
        return NO_MARKS
    return RunMarks(**fitting(RunMarks, data)) if isinstance(data, dict) else NO_MARKS


def write_marks(run: Path, marks: RunMarks) -> None:
    """Keep the marks of a run; without any there is no file.

    Raises:
        OSError: They cannot be written; the old ones are unchanged.
    """
    if marks == NO_MARKS:
        with suppress(FileNotFoundError):
            (run / MARKS_FILE).unlink()
        return
    write_own_file(run / MARKS_FILE, json_bytes(asdict(marks)))


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags that were typed, parted by commas; each once, cut where it is too long."""
    words = (" ".join(part.split())[:MAX_TAG] for part in text.split(","))
    return tuple(dict.fromkeys(word for word in words if word))
