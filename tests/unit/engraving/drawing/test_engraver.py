"""The engraving process: it answers, survives its child's death, and goes when told."""

import os
import queue
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from abcstudio import __main__
from abcstudio.engraving.drawing import engraver_process
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver, Outcome
from abcstudio.engraving.drawing.engraver_process import EngraverProcess
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.errors import CancelledError, EngravingError
from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import stopping

MEI = mei_of(parse("X:1\nT:One\nM:4/4\nL:1/8\nK:D\nD8|E8|]\n"))
OPTIONS = EngravingOptions()


@pytest.fixture
def engraver() -> Iterator[Engraver]:
    made = Engraver()
    yield made
    made.close()


def answer(engraver: Engraver, mei: str = MEI) -> Outcome:
    answers: queue.Queue[Outcome] = queue.Queue()
    engraver.engrave(mei, OPTIONS, answers.put)
    return answers.get(timeout=60)


def _hold(gate: threading.Event, begun: threading.Event, _score: object) -> None:
    begun.set()
    gate.wait(60)


def test_a_score_comes_back_and_what_cannot_be_read_is_an_error(engraver: Engraver) -> None:
    assert isinstance(answer(engraver), EngravedScore)
    assert isinstance(answer(engraver, "<mei"), EngravingError)
    assert isinstance(answer(engraver), EngravedScore)


def test_one_child_serves_all_requests_and_a_dead_one_is_replaced(engraver: Engraver) -> None:
    answer(engraver)
    first = engraver.child_pid
    answer(engraver)
    assert engraver.child_pid == first is not None
    os.kill(first, getattr(signal, "SIGKILL", signal.SIGTERM))
    assert isinstance(answer(engraver), (EngravedScore, EngravingError))
    assert isinstance(answer(engraver), EngravedScore)
    assert engraver.child_pid != first


def test_the_newest_request_of_an_asker_wins_and_askers_do_not_overtake_each_other(
    engraver: Engraver,
) -> None:
    answer(engraver)
    seen: queue.Queue[str] = queue.Queue()
    gate, begun = threading.Event(), threading.Event()
    engraver.engrave(MEI, OPTIONS, partial(_hold, gate, begun))
    assert begun.wait(60)  # The engraver's thread is inside the delivery now.
    engraver.engrave(MEI, OPTIONS, lambda _: seen.put("old"), asker="page")
    engraver.engrave(MEI, OPTIONS, lambda _: seen.put("other"), asker="other")
    engraver.engrave(MEI, OPTIONS, lambda _: seen.put("new"), asker="page")
    gate.set()
    assert {seen.get(timeout=60), seen.get(timeout=60)} == {"new", "other"}
    assert seen.empty()


class _Asker:
    """Somebody who is known by identity."""


def test_an_asker_that_was_answered_is_let_go_before_the_next_one_asks(engraver: Engraver) -> None:
    gone, answers = threading.Event(), queue.Queue[Outcome]()
    asker = _Asker()
    weakref.finalize(asker, gone.set)
    engraver.engrave(MEI, OPTIONS, answers.put, asker)
    assert isinstance(answers.get(timeout=60), EngravedScore)
    del asker
    assert gone.wait(60)


def test_who_may_wait_gets_the_score_and_an_error_is_raised(engraver: Engraver) -> None:
    assert engraver.engraved(MEI, OPTIONS).notes
    with pytest.raises(EngravingError):
        engraver.engraved("<mei", OPTIONS)


def test_who_waits_can_be_told_to_stop_also_by_the_end_of_it_all(engraver: Engraver) -> None:
    gate = threading.Event()
    engraver.engrave(MEI, OPTIONS, partial(_hold, gate, threading.Event()))
    with pytest.raises(CancelledError), stopping(lambda: True):
        engraver.engraved(MEI, OPTIONS)
    gate.set()
    assert engraver.engraved(MEI, OPTIONS).notes
    engraver.close()
    with pytest.raises(CancelledError):
        engraver.engraved(MEI, OPTIONS)


def test_a_child_that_is_not_needed_any_more_does_not_load_what_it_would_draw_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []

    class Watched(subprocess.Popen[bytes]):
        def kill(self) -> None:
            done.append("kill")
            super().kill()

        def wait(self, timeout: float | None = None) -> int:
            done.append("wait")
            return super().wait(timeout)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    EngraverProcess().end()
    assert done[0] == "kill"


def test_closing_ends_child_and_thread_for_good() -> None:
    before = threading.enumerate()
    engraver = Engraver()
    answer(engraver)
    pid = engraver.child_pid
    assert pid is not None
    engraver.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert set(threading.enumerate()) <= set(before)
    engraver.engrave(MEI, OPTIONS, lambda _: pytest.fail("a closed engraver answered"))
    engraver.close()


def test_nothing_starts_before_it_is_needed() -> None:
    engraver = Engraver()
    assert engraver.child_pid is None
    engraver.close()


@pytest.mark.parametrize("error", [OSError("no more processes"), RuntimeError("not foreseen")])
def test_a_child_that_cannot_start_is_an_error_and_the_next_one_draws(
    engraver: Engraver, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("subprocess.Popen", refuse)
        engraver.warm_up()
        assert isinstance(answer(engraver), EngravingError)
    assert engraver.child_pid is None
    assert isinstance(answer(engraver), EngravedScore)


def test_an_asker_s_next_score_shares_what_did_not_change(engraver: Engraver) -> None:
    lines = [f"{'GABc' * 2}|{'dedB' * 2}|\n"] * 12
    answers: queue.Queue[Outcome] = queue.Queue()

    def engraved_of(lines: list[str], asker: object) -> EngravedScore:
        mei = mei_of(parse("X:1\nT:One\nM:4/4\nL:1/8\nK:D\n" + "".join(lines)))
        engraver.engrave(mei, OPTIONS, answers.put, asker)
        engraved = answers.get(timeout=60)
        assert isinstance(engraved, EngravedScore)
        return engraved

    first = engraved_of(lines, "composer")
    other = engraved_of(lines, "datasets")
    lines[6] = lines[6].replace("GABc", "gABc", 1)
    second = engraved_of(lines, "composer")
    drawings = {piece.drawing for piece in first.pieces}
    assert not drawings & {piece.drawing for piece in other.pieces}
    assert len(drawings - {piece.drawing for piece in second.pieces}) == 1
    for number in range(6):
        engraved_of(lines, f"a passer-by {number}")
    assert engraved_of(lines, "composer").items == second.items


def test_the_child_reads_a_tune_itself_and_its_defects_are_logged_here(
    engraver: Engraver, caplog: pytest.LogCaptureFixture
) -> None:
    answers: queue.Queue[Outcome] = queue.Queue()
    for text, header in (("X:1\nK:D\nD8|E8|]\n", ""), ("X:1\nK:D\nD|E|]\n", "L:1/4\nM:1/4\n")):
        engraver.engrave(TuneSource(text, header), OPTIONS, answers.put, "composer")
        engraved, whole = (
            answers.get(timeout=60),
            engraver.engraved(mei_of(parse(text, header)), OPTIONS),
        )
        assert isinstance(engraved, EngravedScore)
        assert engraved.items == whole.items
    wrong = TuneSource(None)  # type: ignore[arg-type]
    engraver.engrave(wrong, OPTIONS, answers.put, "composer")
    assert isinstance(answers.get(timeout=60), EngravingError)
    assert "Traceback" in caplog.text
    engraver.engrave(TuneSource("X:1\nK:D\nD8|\n"), OPTIONS, answers.put, "composer")
    assert isinstance(answers.get(timeout=60), EngravedScore)


GONE = """
import multiprocessing.util, os, signal, subprocess
from abcstudio.engraving.drawing.engraver import Engraver

def then_gone(start):
    def started(*arguments, **keywords):
        start(*arguments, **keywords)
        if "resource_tracker" not in str(arguments):
            os._exit(0)
    return started

subprocess.Popen = then_gone(subprocess.Popen)
multiprocessing.util.spawnv_passfds = then_gone(multiprocessing.util.spawnv_passfds)
if __name__ == "__main__":
    Engraver().warm_up()
    signal.pause()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="`multiprocessing` starts otherwise there")
def test_a_child_whose_parent_goes_while_it_begins_says_nothing(tmp_path: Path) -> None:
    script = tmp_path / "gone.py"
    script.write_text(GONE, encoding="ascii")
    gone = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert (gone.returncode, gone.stdout, gone.stderr) == (0, "", "")


def test_the_bundle_knows_the_child_by_the_name_that_it_is_called_with() -> None:
    assert __main__.ENGRAVER == engraver_process.ARGUMENT
