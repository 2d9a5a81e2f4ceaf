"""The little graph at the lab's values and at three pairs that are new each time."""

import torch

from abcstudio.lessons.picturing import graph
from abcstudio.lessons.probing import number

NAMED = [
    ("func(1.5, 2.5)", {"kind": "nothing"}, "nothing-comes-back"),
    ("func(1.5, 2.5)", {"kind": "tuple"}, "all-come-back"),
    ("a and b afterwards", "changed", "changes-input"),
]


def result(answer, a, b):
    return number(answer.func(torch.tensor(a), torch.tensor(b)))


def probe(answer, dice):
    facts = {
        "c1": lambda: number(answer.c1),
        "c2": lambda: number(answer.c2),
        "func(1.5, 2.5)": lambda: result(answer, 1.5, 2.5),
    }
    for least, most in ((2.0, 9.0), (-9.0, -2.0), (20.0, 90.0)):
        a, b = (round(dice.uniform(least, most), 2) for _ in range(2))
        facts[f"func({a}, {b})"] = lambda a=a, b=b: result(answer, a, b)

    def afterwards():
        a, b = torch.tensor(3.0), torch.tensor(5.0)
        answer.func(a, b)
        return "as they were" if (float(a), float(b)) == (3.0, 5.0) else "changed"

    return {**facts, "a and b afterwards": afterwards}


def picture(answer):
    return graph(answer.func, a=1.5, b=2.5)
