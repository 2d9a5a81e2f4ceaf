"""Two numbers and two rows: kind, shape, values; any type of number will do."""

import math

from abcstudio.lessons.picturing import blocks
from abcstudio.lessons.probing import plain

NAMED = [
    ("count_to_100", {"shape": []}, "one-number"),
    ("count_to_100", {"shape": [99]}, "one-too-few"),
    ("fibonacci", {"shape": [5]}, "row-too-short"),
    ("decimal", {"shape": [2]}, "decimal-comma-in-row"),
    ("integer", {"shape": [1234]}, "empty-places"),
    ("count_to_100", {"shape": [1]}, "one-box"),
    ("integer", {"shape": [1]}, "list-of-one"),
    ("decimal", {"shape": [1]}, "list-of-one"),
    ("integer", {"kind": "int"}, "not-a-tensor"),
    ("decimal", {"kind": "float"}, "not-a-tensor"),
    ("fibonacci", {"kind": "list"}, "not-a-tensor"),
    ("fibonacci", {"kind": "tuple"}, "not-a-tensor"),
    ("count_to_100", {"kind": "list"}, "not-a-tensor"),
    ("count_to_100", {"kind": "object", "name": "range"}, "not-a-tensor"),
    ("integer", {"kind": "array"}, "numpy-array"),
    ("fibonacci", {"kind": "array"}, "numpy-array"),
    ("count_to_100", {"kind": "array"}, "numpy-array"),
    ("fibonacci", {"shape": [1, 6]}, "table-of-one"),
    ("count_to_100", {"shape": [1, 100]}, "table-of-one"),
    ("fibonacci", {"shape": [6, 1]}, "table-of-one"),
    ("count_to_100", {"shape": [101]}, "one-too-many"),
    ("decimal", {"values": [3.0]}, "decimals-lost"),
    ("decimal", {"values": [3.14]}, "decimals-short"),
    ("places of decimal", "too few", "decimals-short"),
]


def probe(answer, dice):
    names = ("integer", "decimal", "fibonacci", "count_to_100")
    facts = {name: (lambda name=name: plain(getattr(answer, name))) for name in names}
    # Facts are compared to four digits, and here five places matter.
    return {**facts, "places of decimal": lambda: places(float(answer.decimal))}


def places(decimal):
    return "enough" if abs(decimal - math.pi) < 5e-6 else "too few"


def picture(answer):
    return blocks(answer, "integer", "decimal", "fibonacci", "count_to_100")
