"""The parts that lessons stand in, each with a title in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from abcstudio.bounded_json import parse_json
from abcstudio.errors import LessonError
from abcstudio.guarded_files import read_bytes
from abcstudio.lessons.lesson import ENGLISH_NAME

_FILE = "parts.json"
_MAX_BYTES = 100_000
_FROM = "from"


@dataclass(frozen=True, slots=True)
class LessonPart:
    """Lessons that belong together.

    Attributes:
        first: It begins with the first lesson whose name is not before this one.
        titles: By language.
    """

    first: str
    titles: Mapping[str, str]

    def title(self, language: str) -> str:
        """Return its title in a language, in English where it has none there."""
        return self.titles.get(language) or self.titles[ENGLISH_NAME]


def read_parts(folder: Path) -> tuple[LessonPart, ...]:
    """Return the parts of a folder of lessons, in order; none where it names none.

    Raises:
        LessonError: The file that names them cannot be used.
    """
    path = folder / _FILE
    try:
        rows = parse_json(read_bytes(path, _MAX_BYTES))["parts"]
        parts = tuple(_part(row) for row in rows)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise LessonError("lesson.invalid", path=path, lacking=str(error)) from error
    return tuple(sorted(parts, key=lambda part: part.first))


def _part(row: Mapping[str, object]) -> LessonPart:
    titles = {language: str(title) for language, title in row.items() if language != _FROM}
    if ENGLISH_NAME not in titles:
        raise ValueError(ENGLISH_NAME)
    return LessonPart(str(row[_FROM]), titles)
