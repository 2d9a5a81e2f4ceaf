"""The lessons in the box, answered by their own solutions within the limits that answers have."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from abcstudio.lessons.lesson_folder import lesson_folders, read_lesson
from abcstudio.lessons.running.limits import Limits
from abcstudio.lessons.running.runner import Runner
from abcstudio.paths import lessons_dir
from abcstudio.recipes.lessons.answering import answer
from tests.forked_children import forked_children

NAMES = [folder.name for folder in lesson_folders(lessons_dir())]


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    # As much time as a busy machine takes; all other limits are those of answers.
    runner = Runner(Limits(seconds=60.0))
    with pytest.MonkeyPatch.context() as patch:
        # As torch leaves it in a studio that has trained a network.
        elsewhere = tmp_path_factory.mktemp("elsewhere") / "torch"
        patch.setenv("TORCHINDUCTOR_CACHE_DIR", str(elsewhere))
        with forked_children():
            yield runner
            runner.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_solution_passes_where_answers_run(runner: Runner, name: str) -> None:
    # Without the wrong answers, which are judged elsewhere: their facts take most of the time.
    lesson = replace(read_lesson(lessons_dir() / name), wrong=())
    verdict = answer(lesson, lesson.solution, runner)
    assert verdict.is_passed, verdict.words(lesson, "en")
    assert verdict.idea == ""
