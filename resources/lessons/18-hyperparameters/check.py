"""Curves of three trainings beside their rates; hyper-parameters within the ranges of the lab."""

from math import isclose
from numbers import Integral

from abcstudio.lessons.probing import number

NAMED = [
    ("rates", "texts", "rate-in-quotes"),
    ("rates", "all the same", "same-rates"),
    ("rates", "others", "no-such-rate"),
    ("rate of A", 0.1, "a-settles"),
    ("rate of A", 0.0001, "a-falls-fast"),
    ("rate of B", 0.005, "b-creeps"),
    ("rate of B", 0.1, "b-creeps"),
    ("rate of C", 0.005, "c-stays-high"),
    ("rate of C", 0.0001, "c-falls-fast"),
    ("num_training_iterations", "too small", "few-iterations"),
    ("batch_size", "too small", "batch-size"),
    ("batch_size", "too large", "batch-size"),
    ("seq_length", "too small", "seq-length"),
    ("seq_length", "too large", "seq-length"),
    ("learning_rate", "a text", "rate-in-quotes"),
    ("learning_rate", "too small", "rate-range"),
    ("learning_rate", "too large", "rate-range"),
    ("hidden_size", "too small", "hidden-size"),
    ("hidden_size", "too large", "hidden-size"),
    ("characters_read", "of one batch", "one-batch-only"),
    ("characters_read", "without the length", "length-forgotten"),
    ("characters_read", "without the batch size", "batch-forgotten"),
    ("characters_read", "times the hidden size", "hidden-not-read"),
    ("characters_read", "times the rate", "rate-not-read"),
    ("characters_read", "sum", "added"),
    ("characters_read", "a text", "number-in-quotes"),
    ("num_training_iterations", "no whole number", "whole-number"),
    ("batch_size", "no whole number", "whole-number"),
    ("seq_length", "no whole number", "whole-number"),
    ("hidden_size", "no whole number", "whole-number"),
    ("characters_read", "another number", "not-the-product"),
]

A = [4.48, 3.44, 2.49, 2.03, 1.71, 1.62, 1.47, 1.61, 1.45, 1.36, 1.42, 1.38, 1.37]
B = [4.48, 4.46, 4.41, 4.35, 4.18, 3.82, 3.68, 3.55, 3.53, 3.45, 3.41, 3.32, 3.31]
C = [4.48, 2.67, 1.87, 1.81, 1.69, 1.74, 1.64, 1.85, 1.71, 1.66, 1.76, 1.75, 1.71]
RATES = {"A": 5e-3, "B": 1e-4, "C": 1e-1}


def given(dice):
    return {"curves": {"A": list(A), "B": list(B), "C": list(C)}}


def within(value, least, most, *, is_whole=True):
    if is_whole and (isinstance(value, bool) or not isinstance(value, Integral)):
        return "no whole number"
    if isinstance(value, str):
        return "a text"
    value = float(number(value))
    return "too small" if value < least else "too large" if value > most else "fits"


def probe(answer, dice):
    def rate(name):
        found = float(number(getattr(answer, f"rate_of_{name.lower()}")))
        return next((each for each in RATES.values() if isclose(found, each, rel_tol=1e-6)), found)

    def characters():
        names = ("num_training_iterations", "batch_size", "seq_length")
        n, b, s = (int(getattr(answer, name)) for name in names)
        ways = {
            "right": n * b * s,
            "of one batch": b * s,
            "without the length": n * b,
            "without the batch size": n * s,
            "times the hidden size": n * b * s * answer.hidden_size,
            "times the rate": n * b * s * answer.learning_rate,
            "sum": n + b + s,
        }
        if isinstance(answer.characters_read, str):
            return "a text"
        found = float(number(answer.characters_read))
        return next((words for words, value in ways.items() if found == value), "another number")

    def rates():
        if any(isinstance(getattr(answer, f"rate_of_{name.lower()}"), str) for name in RATES):
            return "texts"
        found = [rate(name) for name in RATES]
        if len(set(found)) == 1:
            return "all the same"
        if set(found) != set(RATES.values()):
            return "others"
        return "matched" if found == list(RATES.values()) else "swapped"

    return {
        "rates": rates,
        **{f"rate of {name}": lambda name=name: rate(name) for name in RATES},
        "num_training_iterations": lambda: within(answer.num_training_iterations, 3000, 10**9),
        "batch_size": lambda: within(answer.batch_size, 1, 64),
        "seq_length": lambda: within(answer.seq_length, 50, 500),
        "learning_rate": lambda: within(answer.learning_rate, 1e-5, 1e-1, is_whole=False),
        "hidden_size": lambda: within(answer.hidden_size, 1, 2048),
        "characters_read": characters,
    }


def picture(answer):
    curves = {"A": A, "B": B, "C": C}
    return {
        "kind": "lines",
        "title": "losses",
        "lines": [{"name": name, "values": values} for name, values in curves.items()],
    }
