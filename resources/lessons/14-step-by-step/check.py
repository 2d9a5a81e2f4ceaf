"""Five steps over a piece that is new each time."""

NAMED = [
    ("number of rows", 4, "four-rows"),
    ("number of rows", 6, "six-rows"),
    ("kind of what is read", "int", "numbers"),
    ("kind of what is expected", "int", "numbers"),
    ("kind of what is read", "list", "whole-piece"),
    ("kind of what is expected", "list", "whole-piece"),
]

_SIGNS = list("\n |:ABCDEFGKLMTXabcdefg")


def given(dice):
    # No sign comes twice, so that each place is known by its sign.
    signs = range(len(_SIGNS))
    piece = dice.sample(signs, 12)
    # Its first sign is not that of the first number, and a letter among them is a small one.
    while piece[0] == 0 or not any(_SIGNS[number].islower() for number in piece[1:6]):
        piece = dice.sample(signs, 12)
    return {"piece": piece, "idx2char": _SIGNS}


def kind(value):
    return "str" if isinstance(value, str) else type(value).__name__


def probe(answer, dice):
    return {
        "number of rows": lambda: len(answer.rows),
        "kind of what is read": lambda: kind(answer.rows[0][1]),
        "kind of what is expected": lambda: kind(answer.rows[0][2]),
        "steps": lambda: [int(row[0]) for row in answer.rows],
        "what is read": lambda: [row[1] for row in answer.rows],
        "what is expected": lambda: [row[2] for row in answer.rows],
    }
