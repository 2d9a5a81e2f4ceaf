"""A teacher's check that never ends, or ends its process: said in a sentence, nothing is left."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from abcstudio.errors import LessonError
from abcstudio.lessons.running.limits import Limits
from abcstudio.lessons.running.one_run import OneRun
from abcstudio.lessons.running.outcome import CheckTask
from abcstudio.lessons.running.runner import Runner
from abcstudio.lessons.running.stopped import stopped
from abcstudio.messages import english
from tests.deadline import until
from tests.unit.lessons.running.check_files import CHECK, RIGHT, check_task

ENDLESS = CHECK + "while True:\n    pass\n"
LOOPING = CHECK.replace("    return", "    while answer.x: pass\n    return")
FORKING = f"""
import os
if os.fork() == 0:
    with open(left, "w") as file:
        file.write(str(os.getpid()))
    while True:
        pass
{ENDLESS}"""


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner(Limits(seconds=120.0), libraries=(), check_seconds=1.0)
    yield made
    made.close()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def refused(task: CheckTask, check_seconds: float = 1.0) -> tuple[LessonError, OneRun]:
    one = OneRun(libraries=(), check_seconds=check_seconds)
    with pytest.raises(LessonError) as caught:
        one.prepare(task, 1)
    return caught.value, one


@pytest.mark.parametrize("check", [ENDLESS, LOOPING])
def test_a_check_without_end_is_stopped_and_named_with_its_line(tmp_path: Path, check: str) -> None:
    task = check_task(tmp_path, check)
    # Time to get to its loop from a busy disk too: before that there is no line of it.
    error, one = refused(task, check_seconds=3.0)
    line = next(n for n, words in enumerate(check.split("\n"), 1) if "while" in words)
    assert error.message_id == "lesson.check_time"
    assert error.parameters["path"] in (f"{task.check}:{line}", f"{task.check}:{line + 1}")
    assert not is_running(one.pid)
    assert not one.folder.exists()


def test_its_line_is_told_in_a_folder_of_any_letters_too(tmp_path: Path) -> None:
    folder = tmp_path / "Заняття 🎻 é"
    folder.mkdir()
    task = check_task(folder, ENDLESS)
    error, _ = refused(task)
    assert str(error.parameters["path"]).startswith(f"{task.check}:")


def test_an_answer_of_the_lesson_itself_may_be_what_has_no_end(tmp_path: Path) -> None:
    task = check_task(tmp_path, CHECK, RIGHT, "while True: pass")
    error, one = refused(task)
    assert english(error.message_id, error.parameters) == (
        "The check of this lesson had not ended after 1 seconds and was stopped: "
        f"{task.check}. Look for a loop in it, or in its answers, that never ends."
    )
    assert not is_running(one.pid)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes of its own to leave behind")
def test_what_such_a_check_has_started_ends_too(tmp_path: Path) -> None:
    left = tmp_path / "pid"
    refused(check_task(tmp_path, f"left = {str(left)!r}\n{FORKING}"))
    pid = int(left.read_text(encoding="utf-8"))
    until(lambda: not is_running(pid), what="the child of the check has ended")


def test_a_check_that_ends_its_process_says_so(tmp_path: Path) -> None:
    error, one = refused(check_task(tmp_path, CHECK + "import os\nos._exit(0)\n"))
    assert error.message_id == "lesson.check_ended"
    assert not one.folder.exists()


def test_a_check_that_takes_all_memory_is_stopped(tmp_path: Path) -> None:
    error, one = refused(check_task(tmp_path, CHECK + "x = bytearray(8_000_000_000)\n"))
    one.end()
    assert error.message_id == "lesson.check_broken"
    assert "MemoryError" in str(error.parameters["reason"])


def test_who_has_waited_once_is_told_at_once_and_can_try_again(
    runner: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[CheckTask] = []
    original = OneRun.prepare

    def prepare(one: OneRun, task: CheckTask, *more: Any) -> Any:
        tried.append(task)
        return original(one, task, *more)

    monkeypatch.setattr(OneRun, "prepare", prepare)
    task = check_task(tmp_path, ENDLESS)
    runner.warm(task)
    runner.wait_until_ready()
    with pytest.raises(LessonError):
        runner.run(task, RIGHT)
    assert len(tried) == 1
    task.check.write_text(CHECK, encoding="utf-8")
    assert stopped(runner.run(task, RIGHT)) is None


def test_a_check_without_end_does_not_hold_up_another_lesson(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    runner = Runner(Limits(seconds=120.0), libraries=(), check_seconds=600.0)
    begun = tmp_path / "begun"
    runner.warm(check_task(tmp_path, f"open({str(begun)!r}, 'w').close()\n{ENDLESS}"))
    until(begun.exists, what="the check has begun")
    other = check_task(tmp_path / "other")
    runner.warm(other)
    outcome = runner.run(other, RIGHT)
    runner.close()
    assert stopped(outcome) is None
