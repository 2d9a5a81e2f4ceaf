"""The slope of the parabola at 3, and of three functions at values that are new each time."""

import torch

from abcstudio.lessons.probing import number

NAMED = [
    ("dy_dx", {"kind": "nothing"}, "not-asked"),
    ("slope of the square", {"kind": "nothing"}, "nothing-comes-back"),
    ("slope of the square", {"kind": "function"}, "not-called"),
]


def probe(answer, dice):
    def at():
        return round(dice.uniform(0.4, 2.2), 2) * dice.choice((1, -1))

    # The slope of the square is below zero there: a slope without its sign is no slope.
    one, two, three = -abs(at()), at(), at()
    return {
        "dy_dx": lambda: number(answer.dy_dx),
        "slope of the square": lambda: number(answer.slope(torch.square, one)),
        "slope of the sine": lambda: number(answer.slope(torch.sin, two)),
        "slope of exp": lambda: number(answer.slope(torch.exp, three)),
    }


def picture(answer):
    places = [place / 2 for place in range(-6, 7)]
    slopes = [float(answer.slope(torch.square, place)) for place in places]
    return {"kind": "curve", "goal": 0.0, "choices": places, "first": 1.0, "slopes": slopes}
