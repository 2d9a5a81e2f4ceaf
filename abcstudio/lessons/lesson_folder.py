"""Reading lessons from their folders: the program's, and those of teachers."""

import ast
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from abcstudio.errors import LessonError
from abcstudio.files import fingerprint
from abcstudio.guarded_files import is_file, is_folder, read_bytes
from abcstudio.lessons.lesson import (
    ENGLISH_NAME,
    Filling,
    Lesson,
    LessonText,
    NamedFact,
    WrongAnswer,
    filled,
    gap_count,
    parse_lesson_text,
)
from abcstudio.messages import Phrase

_TOLD = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def is_same_code(one: str, other: str) -> bool:
    """Return whether two texts differ in comments and docstrings alone."""
    try:
        return _bare(one) == _bare(other)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def _bare(code: str) -> str:
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, _TOLD) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]
    return ast.dump(tree)


CELL, CHECK, ANSWERS = "cell.py", "check.py", "mutants.py"

_MAX_BYTES = 200_000


def lesson_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders of lessons in a folder, in order; itself, where it is one.

    Raises:
        LessonError: There is none.
    """
    if is_file(folder / CHECK):
        return (folder,)
    found = sorted(folder.iterdir()) if is_folder(folder) else []
    folders = tuple(each for each in found if is_file(each / CHECK))
    if not folders:
        raise LessonError("lesson.none_there", path=folder)
    return folders


def read_lessons(folder: Path) -> tuple[Lesson, ...]:
    """Return the lessons in a folder.

    Raises:
        LessonError: There is none, or one cannot be used.
    """
    return tuple(read_lesson(each) for each in lesson_folders(folder))


def read_lesson(folder: Path) -> Lesson:
    """Return the lesson of a folder. Nothing of it is run for that.

    Raises:
        LessonError: It cannot be used; the error names the file and what it lacks.
    """
    cell = _text(folder / CELL)
    answers = _literals(folder / ANSWERS, ("RIGHT", "WRONG"))
    rules = _literals(folder / CHECK, ("NAMED", "REMARKS"))
    try:
        fillings = answers["RIGHT"]
        right = tuple(filled(cell, _filling(each, fillings[0])) for each in fillings)
        wrong = tuple(
            WrongAnswer(str(idea), filled(cell, _filling(each, fillings[0])))
            for idea, each in answers.get("WRONG", ())
        )
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise _invalid(folder / ANSWERS, str(error) or "RIGHT") from error
    if not right:
        raise _invalid(folder / ANSWERS, "RIGHT")
    lesson = Lesson(
        name=folder.name,
        folder=folder,
        cell=cell,
        cells=_cells(folder, cell),
        texts=_texts(folder),
        right=right,
        wrong=wrong,
        named=_rules(folder, rules.get("NAMED", ())),
        remarks=_rules(folder, rules.get("REMARKS", ())),
        filling=_filling(fillings[0], fillings[0]),
        edition=fingerprint(f"{cell}\n{_text(folder / CHECK)}".encode()),
    )
    _check_ideas(lesson)
    return lesson


def _cells(folder: Path, cell: str) -> dict[str, str]:
    """Return the cell with its comments in other languages: what `cell.uk.py` and the like hold."""
    cells = {}
    for path in sorted(folder.glob("cell.*.py")):
        code = _text(path)
        if gap_count(code) != gap_count(cell) or not is_same_code(code, cell):
            raise _invalid(path, Phrase("lesson.other_code", {"file": CELL}))
        cells[path.name.split(".")[1]] = code
    return cells


def _texts(folder: Path) -> dict[str, LessonText]:
    texts = {}
    for path in sorted(folder.glob("lesson.*.md")):
        language = path.name.split(".")[1]
        try:
            texts[language] = parse_lesson_text(_text(path))
        except ValueError as error:
            raise _invalid(path, str(error)) from error
    if ENGLISH_NAME not in texts:
        raise _invalid(folder, f"lesson.{ENGLISH_NAME}.md")
    return texts


def _check_ideas(lesson: Lesson) -> None:
    """Refuse a lesson that lacks the words for an idea in one of its languages."""
    rules = {rule.idea for rule in (*lesson.named, *lesson.remarks)}
    wanted = (rules | {answer.idea for answer in lesson.wrong}) - {""}
    for language, text in lesson.texts.items():
        if missing := sorted(wanted - text.ideas.keys()):
            raise _invalid(lesson.folder / f"lesson.{language}.md", ", ".join(missing))


def _rules(folder: Path, rows: Any) -> tuple[NamedFact, ...]:
    try:
        return tuple(NamedFact(str(name), value, str(idea)) for name, value, idea in rows)
    except (TypeError, ValueError) as error:
        raise _invalid(folder / CHECK, str(error)) from error


def _filling(row: Any, solution: Any) -> Filling:
    """Return an answer; of a dictionary, the solution with other pieces in some gaps, from 1."""
    if isinstance(row, dict) and isinstance(solution, tuple):
        if not row or not row.keys() <= set(range(1, len(solution) + 1)):
            raise ValueError(f"gaps from 1 to {len(solution)}, and not {sorted(row)}")
        row = tuple(row.get(place, piece) for place, piece in enumerate(solution, start=1))
    if isinstance(row, str):
        return row
    if isinstance(row, tuple) and all(isinstance(each, str) for each in row):
        return row
    raise TypeError(
        f"an answer is a text, a tuple of texts or a dictionary, and no {type(row).__name__}"
    )


def _literals(path: Path, names: Sequence[str]) -> dict[str, Any]:
    """Return the values of names that a file of Python gives; it is read and not run."""
    try:
        tree = ast.parse(_text(path))
        return {
            node.targets[0].id: ast.literal_eval(node.value)
            for node in tree.body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id in names
        }
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _invalid(path, str(error)) from error


def _text(path: Path) -> str:
    try:
        return read_bytes(path, _MAX_BYTES).decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise LessonError("lesson.file_missing", path=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _invalid(path, str(error)) from error


def _invalid(path: Path, lacking: str | Phrase) -> LessonError:
    return LessonError("lesson.invalid", path=path, lacking=lacking)
