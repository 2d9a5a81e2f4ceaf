"""Reading asks whether to stop all the time, whatever a long line holds: work is counted for it."""

from functools import partial

import pytest

from abcstudio.errors import CancelledError
from abcstudio.notation.explaining.explanation import Explainer
from abcstudio.notation.measures.measure_at import MeasurePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rereading.incremental import IncrementalParser
from abcstudio.stopping import stopping
from tests.unit.counted_work import most_calls_between_questions

CHARACTERS = 24_000
MOST_CALLS = 150_000
"""Between two questions: some tens of milliseconds; most of them are of `isinstance`."""

LINES = ("CDEF GABc", "(", "|:A", "[2)&", "z", "A-|")


def text_of(line: str) -> str:
    return f"X:1\nM:4/4\nL:1/8\nK:C\n{line * (CHARACTERS // len(line))}\n"


@pytest.mark.parametrize("line", LINES)
def test_a_long_line_is_read_with_short_pauses(line: str) -> None:
    assert most_calls_between_questions(partial(parse, text_of(line), "")) < MOST_CALLS


@pytest.mark.parametrize("line", ["CDEF GABc", "A"])
def test_what_the_window_reads_in_the_background_is_found_with_short_pauses(line: str) -> None:
    text = text_of(line)
    score = parse(text)
    for work in (
        partial(IncrementalParser().update, text, ""),
        partial(MeasurePlaces, score),
        Explainer(score).prepare,
    ):
        assert most_calls_between_questions(work) < MOST_CALLS


def test_a_long_header_of_the_file_is_read_with_short_pauses() -> None:
    assert (
        most_calls_between_questions(partial(parse, "X:1\nK:C\nA|", "%%MIDI program 1\n" * 20_000))
        < MOST_CALLS
    )


@pytest.mark.parametrize("asked", range(1, 30, 4))
def test_reading_ends_at_the_answer_whenever_it_comes(asked: int) -> None:
    answers = iter([False] * asked)
    with pytest.raises(CancelledError), stopping(lambda: next(answers, True)):
        parse(text_of("(CD"))


def test_what_was_stopped_is_read_as_a_whole_later() -> None:
    parser, text = IncrementalParser(), text_of("CDEF|")
    answers = iter([False] * 20)
    with pytest.raises(CancelledError), stopping(lambda: next(answers, True)):
        parser.update(text)
    assert parser.update(text) == parse(text)
