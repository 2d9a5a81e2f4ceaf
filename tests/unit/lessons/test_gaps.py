"""An answer with gaps is led to the first of them, not to where Python stumbled."""

import pytest

from abcstudio.lessons.judging import Verdict
from abcstudio.messages import Phrase, english
from abcstudio.recipes.lessons.answering import at_gap, first_gap

CODE = """\
import torch
corner = torch.zeros(2, 2)[..., 0]
vocab = ...  # TODO
def size():
    return ...
print(len(vocab))
"""


@pytest.mark.parametrize(
    ("code", "line"),
    [
        (CODE, 3),
        (CODE.replace("vocab = ...", "vocab = [1]"), 5),
        ("x = [..., ...]\n", 1),
        ("x = a[..., 0]\n", None),
        ("x = # TODO\n", None),
        ("", None),
    ],
)
def test_the_first_gap_is_found(code: str, line: int | None) -> None:
    assert first_gap(code) == line


def test_only_what_says_that_code_is_missing_is_led_to_it() -> None:
    place = {"place": Phrase("lesson.line", {"line": 6}), "detail": "", "name": ""}
    todo = Verdict(is_passed=False, sentence=Phrase("lesson.todo", place), line=6)
    led = at_gap(todo, CODE)
    assert led.line == 3
    words = english(led.sentence.message_id, led.sentence.parameters)
    assert words.startswith("Line 3 still waits for your code.")
    other = Verdict(is_passed=False, sentence=Phrase("lesson.error_type", place), line=6)
    assert at_gap(other, CODE) is other
    assert at_gap(todo, "x = 1\n") is todo
    fact = Verdict(is_passed=False, sentence=Phrase("lesson.todo_fact", {"name": "vocab"}))
    assert at_gap(fact, CODE).line == 3
