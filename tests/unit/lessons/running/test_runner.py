"""The runner: one process an answer, one always warm, facts by a seed."""

import itertools
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from abcstudio.errors import CancelledError, LessonError
from abcstudio.lessons.running.limits import Limits
from abcstudio.lessons.running.one_run import OneRun
from abcstudio.lessons.running.process import LessonProcess
from abcstudio.lessons.running.process_group import ProcessGroup
from abcstudio.lessons.running.runner import Runner
from abcstudio.lessons.running.stopped import stopped
from abcstudio.stopping import stopping
from tests.unit.lessons.running.check_files import CHECK, RIGHT, check_task


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner(Limits(seconds=120.0), libraries=())
    yield made
    made.close()


def test_facts_come_back_beside_those_of_a_right_answer(runner: Runner, tmp_path: Path) -> None:
    outcome = runner.run(check_task(tmp_path), "x = 2\ndef twice(n):\n    return n + n\n")
    right = outcome.expected[0]["facts"]
    assert outcome.facts["twice"] == right["twice"]
    assert outcome.facts["x"] == {"kind": "int", "value": 2}
    assert right["x"] == {"kind": "int", "value": 1}


def test_inputs_are_new_each_time_and_the_same_by_a_seed(runner: Runner, tmp_path: Path) -> None:
    task = check_task(tmp_path)
    first, second = (runner.run(task, RIGHT) for _ in range(2))
    again = runner.run(task, RIGHT, seed=first.seed)
    assert first.facts["number"] != second.facts["number"]
    assert again.facts == first.facts


def test_no_process_answers_twice(runner: Runner, tmp_path: Path) -> None:
    task = check_task(tmp_path, CHECK + "import os\ndef given(dice): return {'pid': os.getpid()}")
    codes = [RIGHT.replace("1", "pid")] * 3
    pids = [runner.run(task, code).facts["x"]["value"] for code in codes]
    assert len(set(pids)) == 3


def test_another_lesson_is_prepared_in_the_warm_process(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = check_task(tmp_path / "other", CHECK.replace("10**6", "10**6) * 0 + (5"))
    runner.warm(check_task(tmp_path))
    outcome = runner.run(other, RIGHT)
    assert outcome.facts["twice"]["value"] == 10


def test_output_comes_back_also_of_code_that_is_stopped(tmp_path: Path) -> None:
    for seconds in (0.5, 10.0):
        runner = Runner(Limits(seconds=seconds), libraries=())
        outcome = runner.run(check_task(tmp_path), "print('before')\nwhile True:\n    pass")
        runner.close()
        # A machine may be so busy that the code has not begun within half a second.
        if outcome.line in (2, 3):
            break
    assert outcome.output == "before\n"
    assert outcome.ending == "time"
    assert outcome.line in (2, 3)


def test_a_run_stops_on_demand(runner: Runner, tmp_path: Path) -> None:
    asked = iter([False] * 3)
    with pytest.raises(CancelledError), stopping(lambda: next(asked, True)):
        runner.run(check_task(tmp_path), "while True: pass")


def test_a_check_that_is_broken_says_where(runner: Runner, tmp_path: Path) -> None:
    with pytest.raises(LessonError) as caught:
        runner.run(check_task(tmp_path, "def probe(answer dice): pass"), RIGHT)
    assert caught.value.message_id == "lesson.check_broken"
    assert "SyntaxError" in str(caught.value.parameters["reason"])


def test_a_process_that_has_ended_is_replaced(runner: Runner, tmp_path: Path) -> None:
    task = check_task(tmp_path)
    for code in ("import os\nos._exit(3)", RIGHT):
        outcome = runner.run(task, code)
    assert stopped(outcome) is None


def test_closing_ends_the_process_that_is_being_warmed(tmp_path: Path) -> None:
    runner = Runner(libraries=())
    runner.warm(check_task(tmp_path))
    runner.close()
    runner.warm(check_task(tmp_path))
    assert not [each for each in threading.enumerate() if each.name.startswith("lesson-")]


def test_torch_is_there_without_an_import_and_saves_into_the_folder_only(tmp_path: Path) -> None:
    one = OneRun(Limits(seconds=60.0))
    path = tmp_path / "outside.pt"
    one.prepare(check_task(tmp_path), 7)
    outcome = one.run(f"x = torch.zeros(2)\ntorch.save(x, 'own.pt')\ntorch.save(x, {str(path)!r})")
    assert str(stopped(outcome)).startswith("Line 3: the code wants to change a file outside")
    assert not path.exists()


def test_the_process_that_waits_is_ended_and_another_one_made(
    runner: Runner, tmp_path: Path
) -> None:
    task = check_task(tmp_path)
    runner.warm(task)
    runner.wait_until_ready()
    runner.cool()
    code = "import os\nx = os.getppid()\ndef twice(n):\n    return n + n\n"
    assert runner.run(task, code).facts["x"]["kind"] == "int"


def test_a_process_that_is_being_made_ready_is_ended_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    original = OneRun.end
    monkeypatch.setattr(OneRun, "end", lambda one: (ended.append(one.pid), original(one)))
    runner = Runner(libraries=())
    runner.warm(check_task(tmp_path))
    runner.cool()
    assert len(ended) == 1
    runner.close()
    assert len(ended) == 1


def test_only_time_with_a_processor_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = itertools.count(7.0, 100.0)
    group = "abcstudio.lessons.running.process_group.ProcessGroup.seconds_kept_waiting"
    monkeypatch.setattr(group, lambda _group: next(waiting))
    runner = Runner(Limits(seconds=0.3), libraries=())
    outcome = runner.run(check_task(tmp_path), f"sum(range(30_000_000))\n{RIGHT}")
    runner.close()
    assert stopped(outcome) is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_the_system_tells_how_long_a_process_was_kept_waiting(tmp_path: Path) -> None:
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    group = ProcessGroup(busy[0])
    cores = sorted(os.sched_getaffinity(0))[:1]
    for each in busy:
        os.sched_setaffinity(each.pid, cores)
    before = group.seconds_kept_waiting()
    while group.seconds_kept_waiting() < before + 0.05:
        pass
    for each in busy:
        each.kill()
        each.wait()
    assert group.seconds_kept_waiting() == 0.0


def test_a_check_without_end_does_not_outlive_a_parent_that_has_gone(tmp_path: Path) -> None:
    task = check_task(tmp_path, CHECK + "while True: pass\n")
    process = LessonProcess(tmp_path, Limits())
    asked = {"check": str(task.check), "codes": task.codes, "seed": 1, "seconds": 0.2}
    asked["memory_bytes"] = Limits().memory_bytes
    process.ask({"do": "prepare", **asked})
    with pytest.raises(EOFError):
        process.message(120.0)
    process.end()
