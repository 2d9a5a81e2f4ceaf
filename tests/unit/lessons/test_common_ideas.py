"""Mistakes that people make in any lesson are named, where the lesson has no words for them."""

from typing import Any

import pytest

from abcstudio.lessons.common_ideas import common_failure, common_mistake, idea_of
from abcstudio.lessons.running.described import described
from abcstudio.messages import english


def tensor(*shape: int, values: list[float] | None = None) -> dict[str, Any]:
    return {"kind": "tensor", "dtype": "float64", "shape": list(shape), "values": values or []}


def row(*values: float) -> dict[str, Any]:
    return tensor(len(values), values=list(values))


def named(found: dict[str, Any], wanted: dict[str, Any]) -> str:
    facts, right = {"x": found}, {"x": wanted}
    phrase = common_mistake(["x"], facts, right)
    if phrase is None:
        return ""
    assert "{" not in english(phrase.message_id, phrase.parameters)
    return idea_of(phrase).removeprefix("common-")


@pytest.mark.parametrize(
    ("found", "idea"),
    [
        (None, "nothing"),
        (print, "not-called"),
        (int, "not-called"),
        ("1, 2", "text"),
        ([1, 2], "list-for-tensor"),
        ((1, 2), "several"),
        (3, "number-for-tensor"),
    ],
)
def test_what_is_no_tensor(found: object, idea: str) -> None:
    assert named(dict(described(found)), row(1.0, 2.0)) == idea


@pytest.mark.parametrize(
    ("found", "wanted", "idea"),
    [
        ((4, 3), (3, 4), "transposed"),
        ((3, 2, 4), (2, 3, 4), "axes-swapped"),
        ((1, 5), (5,), "axis-too-many"),
        ((5,), (5, 1), "axis-missing"),
        ((), (2, 3), "one-number"),
        ((12,), (3, 4), "laid-out"),
        ((2, 2, 2), (5,), "axes-too-many"),
        ((7,), (2, 3), "axes-too-few"),
        ((3, 6), (3, 5), "one-too-many"),
        ((4,), (5,), "one-too-few"),
        ((9, 9), (3, 5), "other-sizes"),
    ],
)
def test_shapes(found: tuple[int, ...], wanted: tuple[int, ...], idea: str) -> None:
    assert named(tensor(*found), tensor(*wanted)) == idea


WANTED = (0.5, -1.5, 2.25, 4.0)


@pytest.mark.parametrize(
    ("found", "idea"),
    [
        ((-0.5, 1.5, -2.25, -4.0), "sign"),
        ((0.5, 1.5, 2.25, 4.0), "without-sign"),
        ((4.0, 2.25, -1.5, 0.5), "backwards"),
        ((2.25, 0.5, 4.0, -1.5), "other-order"),
        ((-1.5, 2.25, 4.0, 7.0), "moved"),
        ((0.0, -1.0, 2.0, 4.0), "rounded"),
        ((7.0, 7.0, 7.0, 7.0), "all-alike"),
        ((1.0, -3.0, 4.5, 8.0), "too-large"),
        ((0.1, -0.3, 0.45, 0.8), "too-small"),
        ((1.5, -0.5, 3.25, 5.0), "too-much"),
        ((0.25, 2.25, 5.0625, 16.0), "squared"),
        ((0.5, float("inf"), 2.25, 4.0), "no-number"),
        ((0.6, -3.5, 9.25, 4.5), ""),
    ],
)
def test_numbers(found: tuple[float, ...], idea: str) -> None:
    assert named(row(*found), row(*WANTED)) == idea


def test_a_single_number_is_told_only_where_it_says_something() -> None:
    wanted = {"kind": "float", "value": 6.0}
    assert named({"kind": "float", "value": 12.0}, wanted) == "too-large"
    assert named({"kind": "float", "value": 5.0}, wanted) == "too-little"
    assert named({"kind": "float", "value": 8.7}, wanted) == ""


def test_what_a_function_always_gives_is_said() -> None:
    right = {f"f({n})": {"kind": "float", "value": n * 2.5} for n in (1, 2, 3)}
    facts = {name: {"kind": "int", "value": 5} for name in right}
    phrase = common_mistake(["f(1)", "f(3)"], facts, right)
    assert phrase is not None
    assert english(phrase.message_id, phrase.parameters).startswith("This gives 5 always")


def test_texts() -> None:
    wanted = dict(described(list("Hello")))
    assert named(dict(described(list("olleH"))), wanted) == "backwards"
    assert named(dict(described(list("elloX"))), wanted) == "moved"
    assert named(dict(described(["He", "el", "ll", "lo", "o"])), wanted) == "longer"


@pytest.mark.parametrize(
    ("error", "words", "idea"),
    [
        ("TypeError", "'NoneType' object is not iterable", "nothing-here"),
        ("TypeError", "'Tensor' object is not callable", "no-function"),
        ("TypeError", "f() missing 1 required positional argument: 'x'", "value-missing"),
        ("TypeError", "f() got an unexpected keyword argument 'lr'", "unknown-word"),
        ("TypeError", "f() takes 1 positional argument but 2 were given", "more-values"),
        ("AttributeError", "module 'torch.nn' has no attribute 'linear'", "no-such-part"),
        ("AttributeError", "'function' object has no attribute 'shape'", "not-called-here"),
        ("RuntimeError", "mat1 and mat2 shapes cannot be multiplied", "sizes-apart"),
        ("RuntimeError", "element 0 of tensors does not require grad", "no-gradient"),
        ("RuntimeError", "Boolean value of Tensor with more than one value", "many-truths"),
        ("ValueError", "too many dimensions 'str'", "text-here"),
        ("NameError", "name 'lr' is not defined", "unknown-name"),
        ("IndexError", "index 5 is out of bounds", "beyond"),
        ("ValueError", "something that nobody has seen", ""),
        ("ZeroDivisionError", "division by zero", ""),
    ],
)
def test_errors(error: str, words: str, idea: str) -> None:
    phrase = common_failure({"error": error, "words": words, "line": 3, "name": "lr"})
    assert ("" if phrase is None else idea_of(phrase).removeprefix("common-")) == idea
    assert phrase is None or english(phrase.message_id, phrase.parameters).startswith("Line 3: ")
