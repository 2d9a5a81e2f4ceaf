"""Drawing that would run away is refused before it begins, and ends when nobody wants it."""

import itertools
import queue
import threading
from collections.abc import Iterator
from unittest.mock import Mock

import pytest
import verovio
from typing_extensions import override

from abcstudio.engraving.drawing import direct, engraver
from abcstudio.engraving.drawing.child_process import ChildProcess
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver, Outcome
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.engraving.limits import MAX_SIGNS, check_work, is_quick
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.errors import CancelledError, EngravingError
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from abcstudio.stopping import stopping

HEAD = "X:1\nL:1/8\nM:4/4\nK:C\n"
# Each of these took Verovio from eight seconds to hours.
BOMBS = {
    "C64 x 200": ("X:1\nL:1/1\nK:C\n" + "C64 " * 200, "engraving.long_measure"),
    "C64 x 400": ("X:1\nL:1/1\nK:C\n" + "C64 " * 400, "engraving.long_measure"),
    "20,000 measures": (HEAD + ("C8|" * 4 + "\n") * 5_000, "engraving.too_large"),
    "50,000 decorations": (HEAD + "!trill!C " * 50_000, "engraving.too_large"),
    "decorations of one note": (HEAD + ("!trill!" * 60 + "C ") * 100, "engraving.long_measure"),
    "20,000 ties": (HEAD + "C-" * 20_000, "engraving.too_large"),
    "5,000 voices": (
        HEAD + "".join(f"V:{number}\nCDEF GABc|\n" for number in range(5_000)),
        "engraving.too_large",
    ),
    "30,000 lines of words": (HEAD + "CDEF|\n" + "W:la la\n" * 30_000, "engraving.too_large"),
    "10,000 lines of words": (HEAD + "CDEF|\n" + "W:la la\n" * 10_000, "engraving.many_words"),
}
MEI = mei_of(parse(HEAD + "CDEF|"))
# Two seconds of work and more, and within the limits.
LONG = mei_of(parse(HEAD + ("CDEF GABc|" * 4 + "\n") * 390))
OPTIONS = EngravingOptions()


class WatchedChild(ChildProcess):
    """Tells when a drawing takes long: then a spare process is begun."""

    def __init__(self) -> None:
        super().__init__()
        self.draws_long = threading.Event()

    @override
    def begin_spare(self) -> None:
        super().begin_spare()
        self.draws_long.set()


@pytest.fixture
def child() -> WatchedChild:
    return WatchedChild()


@pytest.fixture
def drawer(child: WatchedChild) -> Iterator[Engraver]:
    made = Engraver(child)
    yield made
    made.close()


@pytest.mark.parametrize("name", BOMBS)
def test_what_would_run_away_is_refused_before_it_is_drawn(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(_toolkit: object, _mei: str) -> None:
        pytest.fail("Verovio was asked")

    monkeypatch.setattr(verovio.toolkit, "loadData", load)
    text, message_id = BOMBS[name]
    with pytest.raises(EngravingError) as raised:
        direct.engrave(mei_of(parse(text)), OPTIONS)
    assert raised.value.message_id == message_id


def test_the_largest_tune_of_the_box_is_far_below_the_limits() -> None:
    book = bundled_tunebook().read_text(encoding="utf-8")
    longest = max(book.split("\nX:"), key=len)
    mei = mei_of(parse("X:" + longest))
    check_work(mei)
    assert is_quick(mei)
    assert mei.count("<") * 10 < MAX_SIGNS
    check_work(LONG)
    assert not is_quick(LONG)


def test_many_measures_are_no_words() -> None:
    measures = 4_040
    mei = mei_of(parse(HEAD + "|:C::" * measures))
    assert mei.count("<measure ") == measures
    check_work(mei)


def test_the_command_line_draws_nothing_itself_that_a_signal_would_wait_for() -> None:
    """Verovio needs a twentieth of a second for 1,500 signs, a fifth for 4,000."""
    assert is_quick(mei_of(parse(HEAD + "CDEF GABc|" * 80)))
    assert not is_quick(mei_of(parse(HEAD + "CDEF GABc|" * 160)))
    with pytest.raises(CancelledError), stopping(lambda: True):
        direct.engrave(MEI, OPTIONS)


def test_the_window_gets_the_reason_from_the_process_that_draws(drawer: Engraver) -> None:
    answers: queue.Queue[Outcome] = queue.Queue()
    drawer.engrave(TuneSource(BOMBS["C64 x 400"][0]), OPTIONS, answers.put)
    refused = answers.get(timeout=60)
    assert isinstance(refused, EngravingError)
    assert refused.message_id == "engraving.long_measure"
    assert refused.parameters["limit"] == 2_000
    pid = drawer.child_pid
    assert isinstance(drawer.engraved(MEI, OPTIONS), EngravedScore)
    assert drawer.child_pid == pid


def test_who_no_longer_waits_ends_the_drawing(drawer: Engraver) -> None:
    drawer.engraved(MEI, OPTIONS)
    pid = drawer.child_pid
    asked = itertools.count()
    with pytest.raises(CancelledError), stopping(lambda: next(asked) > 3):
        drawer.engraved(LONG, OPTIONS)
    # The next one does not wait for what nobody wants.
    drawer.engraved(MEI, OPTIONS)
    assert drawer.child_pid not in (pid, None)


def test_a_newer_request_ends_a_drawing_that_takes_long(
    drawer: Engraver, child: WatchedChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawer.engraved(MEI, OPTIONS)
    pid = drawer.child_pid
    monkeypatch.setattr(engraver, "OVERTAKEN_SECONDS", 0.2)
    answers: queue.Queue[Outcome] = queue.Queue()
    child.draws_long.clear()
    drawer.engrave(LONG, OPTIONS, lambda _: pytest.fail("it was overtaken"), "window")
    assert child.draws_long.wait(60)
    drawer.engrave(MEI, OPTIONS, answers.put, "window")
    assert isinstance(answers.get(timeout=60), EngravedScore)
    assert drawer.child_pid not in (pid, None)


def test_another_tune_does_not_wait_for_a_drawing_but_an_edit_does(
    drawer: Engraver, child: WatchedChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engraver, "OVERTAKEN_SECONDS", 60)
    long = HEAD + "".join(("CDEF GABc|" * 4) + f'"{line}"C8|\n' for line in range(150))
    answers: queue.Queue[tuple[str, Outcome]] = queue.Queue()

    def ask(text: str) -> None:
        source = TuneSource(text)
        drawer.engrave(source, OPTIONS, lambda engraved: answers.put((text, engraved)), "window")

    ask(long)
    assert child.draws_long.wait(60)
    ask(edited := long.replace("CDEF", "CDEG", 1))
    assert answers.get(timeout=60)[0] == long
    assert answers.get(timeout=60)[0] == edited
    pid = drawer.child_pid
    child.draws_long.clear()
    ask(long.replace("CDEF", "GABc"))
    assert child.draws_long.wait(60)
    ask(other := HEAD + "CDEF|")
    assert answers.get(timeout=60)[0] == other
    assert drawer.child_pid not in (pid, None)


def test_a_drawing_without_end_is_ended_and_said(
    drawer: Engraver, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawer.engraved(MEI, OPTIONS)
    monkeypatch.setattr(engraver, "PATIENCE_SECONDS", 0.2)
    with pytest.raises(EngravingError) as raised:
        drawer.engraved(LONG, OPTIONS)
    assert raised.value.message_id == "engraving.too_slow"


def test_a_large_tune_of_the_command_line_is_drawn_elsewhere_and_can_be_stopped() -> None:
    asked = itertools.count()
    with pytest.raises(CancelledError), stopping(lambda: next(asked) > 3):
        direct.engrave(LONG, OPTIONS)
    direct.close()


def test_a_signal_while_the_program_ends_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    closing = Mock(side_effect=KeyboardInterrupt)
    monkeypatch.setattr(direct, "close", closing)
    direct.close_at_exit()
    closing.assert_called_once_with()
