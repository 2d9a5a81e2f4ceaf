"""Slices of a matrix that is another one at each check."""

import torch

from abcstudio.lessons.picturing import blocks
from abcstudio.lessons.probing import plain

NAMED = [
    ("row_vector", {"shape": []}, "one-element"),
    ("column_vector", {"shape": []}, "one-element"),
    ("scalar", {"kind": "int"}, "plain-number"),
    ("scalar", {"kind": "float"}, "plain-number"),
    ("scalar", {"shape": [1]}, "row-of-one"),
    ("scalar", {"shape": [1, 1]}, "row-of-one"),
    ("row_vector", {"shape": [1, 5]}, "range-keeps-axis"),
    ("column_vector", {"shape": [4, 1]}, "range-keeps-axis"),
    ("row_vector", {"kind": "list"}, "not-a-tensor"),
    ("column_vector", {"kind": "list"}, "not-a-tensor"),
]


def given(dice):
    numbers = dice.sample(range(10, 100), 20)
    return {"matrix": torch.tensor(numbers).reshape(4, 5)}


def probe(answer, dice):
    return {
        "row_vector": lambda: plain(answer.row_vector),
        "column_vector": lambda: plain(answer.column_vector),
        "scalar": lambda: plain(answer.scalar),
    }


def picture(answer):
    return blocks(answer, "matrix", "row_vector", "column_vector", "scalar")
