"""What was typed in the lessons, in the chapters that they belong to."""

from abcstudio.reports.chapters.pen import Pen
from abcstudio.reports.drawing.lesson_pictures import lesson_drawing
from abcstudio.reports.material import LessonFound, Material

# From which lesson on an answer belongs to a chapter; one of a teacher's with another name to the
# first.
_CHAPTERS = ((0, "first_steps"), (11, "data"), (15, "model"), (17, "training"), (21, "tunes"),
             (24, "model"), (25, "variants"))  # fmt: skip


def write_first_steps(pen: Pen, material: Material) -> None:
    """Write how many lessons are done, and the answers in PyTorch."""
    done = len(material.lessons)
    pen.say("lessons_done", done=done, count=material.lesson_count)
    if not write_exercises(pen, material, "first_steps"):
        pen.note("no_lessons")


def write_exercises(pen: Pen, material: Material, chapter: str) -> bool:
    """Write the answers of a chapter with their pictures; return whether there are any."""
    lessons = [lesson for lesson in material.lessons if _chapter(lesson) == chapter]
    for lesson in lessons:
        number = _number(lesson) or lesson.name
        pen.heading("lesson", 3, number=number, title=lesson.title)
        pen.code(lesson.code)
        if lesson.is_confirmed is False:
            pen.note("lesson_failed")
        drawing = lesson_drawing(lesson.picture, pen.words, pen.fonts) if lesson.picture else None
        if drawing is not None:
            caption = pen.words.word("lesson_figure", title=lesson.title, name=number)
            pen.drawing(caption, drawing)
    return bool(lessons)


def write_learning(pen: Pen, material: Material) -> None:
    """Write the checks and hints of each lesson, where the person wants that."""
    if not material.words.tells_hints or not material.lessons:
        return
    pen.heading("learning_heading", 1)
    rows = [
        (_listed(lesson), str(lesson.attempts), str(lesson.hints)) for lesson in material.lessons
    ]
    head = pen.named("exercise", "checks", "hints")
    pen.table(pen.words.word("learning"), head, rows)


def _listed(lesson: LessonFound) -> str:
    number = _number(lesson)
    return f"{number}. {lesson.title}" if number else lesson.title


def _chapter(lesson: LessonFound) -> str:
    number = _number(lesson)
    return [chapter for first, chapter in _CHAPTERS if first <= number][-1]


def _number(lesson: LessonFound) -> int:
    digits = lesson.name.partition("-")[0]
    return int(digits) if digits.isascii() and digits.isdigit() else 0
