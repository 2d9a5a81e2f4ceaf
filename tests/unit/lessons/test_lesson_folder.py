"""Lessons are read from their folders, without running anything of theirs."""

from pathlib import Path

import pytest

from abcstudio.errors import LessonError
from abcstudio.lessons.lesson import filled, word_count
from abcstudio.lessons.lesson_folder import lesson_folders, read_lesson, read_lessons
from tests.unit.lessons.made_lessons import CELL, ENGLISH, MUTANTS, UKRAINIAN_CELL, write_lesson


def test_a_lesson_is_read_whole(tmp_path: Path) -> None:
    lesson = read_lesson(write_lesson(tmp_path / "sums"))
    assert lesson.name == "sums"
    assert lesson.solution == CELL.replace("...", "5", 1).replace("...", "a + b")
    assert lesson.right[4] == CELL.replace("...", "1 + 4", 1).replace("...", "a + b")
    assert [each.idea for each in lesson.wrong] == ["minus", "times", "four", "unknown", ""]
    assert lesson.text("uk").title == "Суми"
    assert lesson.text("fr").title == "Sums"
    assert lesson.text("en").hints == ("First.", "Second, on two lines.", "Third.")
    assert lesson.text("uk").ideas["minus"] == "Тут віднято."


def test_a_cell_has_its_comments_and_docstrings_in_another_language(tmp_path: Path) -> None:
    told = CELL.replace("b):\n", 'b):\n    """Return a sum."""\n')
    spoken = UKRAINIAN_CELL.replace("b):\n", 'b):\n    """Повертає суму."""\n')
    lesson = read_lesson(write_lesson(tmp_path / "sums", cell=told, **{"cell.uk": spoken}))
    assert lesson.cell_in("uk") == spoken
    assert lesson.cell_in("fr") == lesson.cell_in("en") == told
    assert lesson.solution_in("uk") == spoken.replace("...", "5", 1).replace("...", "a + b")
    assert lesson.solution_in("en") == lesson.solution
    assert lesson.is_cell(spoken)
    assert not lesson.is_cell(lesson.solution)


def test_pieces_of_several_lines_stand_where_their_gap_stands() -> None:
    cell = "def f():\n    ...  # TODO: two lines\n"
    assert (
        filled(cell, ("a = 1\nreturn a",))
        == "def f():\n    a = 1\n    return a  # TODO: two lines\n"
    )


def test_nothing_of_a_lesson_is_run_to_read_it(tmp_path: Path) -> None:
    bomb = f"open({str(tmp_path / 'run')!r}, 'w')\n"
    write_lesson(tmp_path / "sums", check=bomb, mutants=bomb + MUTANTS)
    read_lesson(tmp_path / "sums")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"mutants": "RIGHT = []"}, "mutants.py"),
        ({"mutants": "WRONG = []"}, "mutants.py"),
        ({"mutants": "RIGHT = [('5',)]"}, "2 gaps, 1"),
        ({"mutants": "RIGHT = [('5', 'a'), {3: 'b'}]"}, "gaps from 1 to 2"),
        ({"mutants": "RIGHT = [print('x')]"}, "mutants.py"),
        ({"mutants": "RIGHT = ["}, "mutants.py"),
        ({"mutants": "RIGHT = [5]"}, "and no int"),
        ({"check": "NAMED = [1]"}, "check.py"),
        ({"en": "# Sums"}, "lesson.en.md"),
        ({"en": ENGLISH.replace("1.", "").replace("2.", "").replace("3.", "")}, "hints"),
        ({"uk": ENGLISH.replace("`minus`", "`minos`")}, "lesson.uk.md: minus"),
        ({"cell.uk": CELL.replace("def add(a, b)", "def add(b, a)")}, "cell.uk.py"),
        ({"cell.uk": CELL.replace("# TODO: the sum", "# сума")}, "cell.uk.py"),
        ({"cell.uk": CELL + "("}, "cell.uk.py"),
    ],
)
def test_what_a_lesson_lacks_is_named(other: dict[str, str], told: str, tmp_path: Path) -> None:
    folder = write_lesson(tmp_path / "sums", **other)
    with pytest.raises(LessonError) as caught:
        read_lesson(folder)
    parameters = caught.value.parameters
    assert told in f"{parameters['path']}: {parameters['lacking']}"


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    (write_lesson(tmp_path / "sums") / "cell.py").unlink()
    with pytest.raises(LessonError, match="file_missing"):
        read_lesson(tmp_path / "sums")


def test_a_folder_is_a_lesson_or_holds_lessons_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        write_lesson(tmp_path / name)
    (tmp_path / "c").mkdir()
    assert [each.name for each in read_lessons(tmp_path)] == ["a", "b"]
    assert lesson_folders(tmp_path / "b") == (tmp_path / "b",)
    with pytest.raises(LessonError):
        lesson_folders(tmp_path / "c")


def test_a_piece_of_code_counts_as_one_word() -> None:
    assert word_count("the `torch.zeros(1, 2, 3)` of it’s name") == 5
