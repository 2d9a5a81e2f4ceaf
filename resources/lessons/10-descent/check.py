"""The path of five starts to the goal, its first steps at other rates."""

NAMED = [
    ("kind of history", "nothing", "no-history"),
]


def kind(history):
    if history is None:
        return "nothing"
    return "several places" if hasattr(history, "__len__") else "one place"


def probe(answer, dice):
    def far():
        return answer.descend(start, 0.01, 500)

    start = round(dice.uniform(-9.0, 9.0), 2)
    facts = {"kind of history": lambda: kind(answer.descend(1.0, 0.01, 3))}
    for number in range(5):
        # On both sides of the goal.
        place = round(dice.uniform(*((-9.0, 3.0), (5.0, 12.0))[number % 2]), 2)
        rate = dice.choice((0.05, 0.1, 0.2, 0.3, 0.7))
        steps = dice.randint(3, 6)
        facts[f"descend({place}, {rate}, {steps})"] = lambda place=place, rate=rate, steps=steps: [
            round(float(each), 5) for each in answer.descend(place, rate, steps)
        ]
    facts["500 steps lead near 4"] = lambda: abs(float(far()[-1]) - 4.0) < 1e-3
    return facts


def picture(answer):
    rates = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.0, 1.05]
    paths = [[-2.0, *answer.descend(-2.0, rate, 20)] for rate in rates]
    return {"kind": "curve", "goal": 4.0, "choices": rates, "first": 0.1, "paths": paths}
