"""Values of typed code as plain data, which JSON holds and a judge compares."""

import json
import math

import numpy as np
import pytest
import torch
from torch import nn

from abcstudio.lessons.comparing import difference, same
from abcstudio.lessons.running.described import described


@pytest.mark.parametrize(
    ("value", "fact"),
    [
        (None, {"kind": "nothing"}),
        (..., {"kind": "todo"}),
        (True, {"kind": "bool", "value": True}),
        (math.nan, {"kind": "float", "value": "nan"}),
        ("la", {"kind": "str", "value": "la", "length": 2}),
        (nn.Sigmoid, {"kind": "class", "name": "Sigmoid"}),
        (nn.Sigmoid(), {"kind": "layer", "name": "Sigmoid"}),
        (len, {"kind": "function", "name": "len"}),
        (np.float32(0.5), {"kind": "float", "value": 0.5}),
        (range(3), {"kind": "object", "name": "range"}),
        (
            torch.tensor([[1, 2]]),
            {"kind": "tensor", "dtype": "int64", "shape": [1, 2], "grad": False, "values": [1, 2]},
        ),
        (
            nn.Parameter(torch.zeros(1)),
            {"kind": "tensor", "dtype": "float32", "shape": [1], "grad": True, "values": [0.0]},
        ),
        (
            np.array([1.5]),
            {"kind": "array", "dtype": "float64", "shape": [1], "values": [1.5]},
        ),
    ],
)
def test_a_value_is_described(value: object, fact: dict[str, object]) -> None:
    assert described(value) == fact
    assert json.loads(json.dumps(described(value))) == fact


def test_what_is_large_or_endless_is_described_in_few_words() -> None:
    nested: list[object] = []
    nested.append(nested)
    for value in (torch.zeros(10, 3, 256, 256), list(range(10**6)), nested, 10**4000, "x" * 10**6):
        assert len(json.dumps(described(value))) < 50_000


def test_numbers_nearly_the_same_are_the_same_and_kinds_are_not() -> None:
    assert same({"value": 0.1 + 0.2}, {"value": 0.3})
    assert not same({"value": 0.31}, {"value": 0.3})
    assert not same({"kind": "int", "value": 1}, {"kind": "bool", "value": True})
    assert not same([1, 2], [1, 2, 3])
    assert same({"error": "A", "words": "b", "line": 1}, {"error": "A", "words": "b", "line": 2})


@pytest.mark.parametrize(
    ("found", "wanted", "said"),
    [
        ([1.0], torch.ones(1), "“y” is a list, and should be a tensor."),
        (torch.ones(2), torch.ones(1), "“y” has the shape (2,), and should have the shape (1,)."),
        (torch.ones(1, dtype=torch.int32), torch.ones(1, dtype=torch.int64),
         "The elements of “y” are of the type int32, and should be of the type int64."),
        (torch.zeros(2), torch.ones(2), "“y” has the right shape, but other values than it should"),
        (torch.ones(1), torch.ones(1, requires_grad=True), "“y” does not take part in gradients"),
        ("ab", "abc", "“y” is 'ab', and should be 'abc'."),
        ([1], [1, 2], "“y” has the length 1, and should have the length 2."),
        (nn.Tanh(), nn.ReLU(), "“y” is Tanh, and should be ReLU."),
    ],
)  # fmt: skip
def test_what_differs_is_named(found: object, wanted: object, said: str) -> None:
    assert str(difference("y", described(found), described(wanted))).startswith(said)
