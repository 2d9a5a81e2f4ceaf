"""Variants of trainings that are new each time, what came of them, two sentences."""

import random

from abcstudio.lessons.probing import number

NAMED = [
    ("kind of variants", "settings alone", "setting-alone"),
    ("kind of variants", "nothing", "no-copy"),
    ("trainings", "all alike", "all-one"),
    ("trainings", "without the variant", "setting-not-changed"),
    ("trainings", "with a new setting called name", "called-name"),
    ("trainings", "with other values", "other-value"),
    ("trainings", "with several changes", "several-changes"),
    ("trainings", "with too few settings", "setting-alone"),
    ("trainings", "with one setting of one name only", "one-setting-only"),
    ("base afterwards", "changed", "base-changed"),
    ("best", "by the training loss", "best-of-training"),
    ("best", "the worst", "the-worst"),
    ("best", "the fastest", "the-fastest"),
    ("best", "the first", "the-first"),
    ("best", "the last", "the-first"),
    ("best", "the loss itself", "loss-itself"),
    ("best", "the place", "place-for-result"),
    ("best", "by the place", "the-first"),
    ("best", "several", "several-results"),
    ("best", "nothing", "nothing-comes-back"),
    ("speed", "seconds a character", "turned-round"),
    ("speed", "without the batch", "batch-forgotten"),
    ("speed", "without the length", "length-forgotten"),
    ("speed", "steps a second", "steps-only"),
    ("speed", "all characters", "seconds-forgotten"),
    ("speed", "characters of one batch", "steps-forgotten"),
    ("speed", "milliseconds", "thousand"),
    ("sentence before", "missing", "no-sentence"),
    ("sentence before", "a few words", "few-words"),
    ("sentence after", "missing", "no-sentence"),
    ("sentence after", "a few words", "few-words"),
    ("sentence after", "the same", "same-sentence"),
    ("speed", "another number", "not-the-speed"),
]

LEAST_WORDS = 5
# Measured: the tunes of the studio, 300 steps, one thread of a processor.
RESULTS = [
    {"hidden_size": 32, "training_loss": 1.76, "validation_loss": 1.70, "seconds": 0.9},
    {"hidden_size": 128, "training_loss": 1.37, "validation_loss": 1.33, "seconds": 3.4},
    {"hidden_size": 512, "training_loss": 1.20, "validation_loss": 1.18, "seconds": 26.7},
]


def given(dice):
    shared = {"steps": 300, "batch_size": 8, "seq_length": 100}
    return {"results": [{**each, **shared} for each in RESULTS]}


def results_for(dice):
    """Return results of which each is the best by another measure."""
    found = [
        {
            "name": f"run {place}",
            "validation_loss": 1.9 + 0.01 * place,
            "training_loss": 1.8 + 0.01 * place,
            "steps": dice.randint(100, 900),
            "batch_size": dice.randint(2, 64),
            "seq_length": dice.randint(50, 500),
            "seconds": 50 + 5 * place + dice.randint(1, 4),
        }
        for place in range(6)
    ]
    found[1]["validation_loss"] = 1.1
    found[2]["training_loss"] = 0.4
    found[3]["seconds"] = 7.5
    found[4]["validation_loss"] = 2.6
    middle = found[1:5]
    dice.shuffle(middle)
    return [found[0], *middle, found[5]]


def in_what_they_differ(found, wanted, name):
    pairs = zip(found, wanted, strict=False)
    is_one_setting = all({**each, name: None} == {**other, name: None} for each, other in pairs)
    return "with other values" if is_one_setting else "with several changes"


def words(value):
    if not isinstance(value, str) or not value.strip():
        return "missing"
    return "a sentence" if len(value.split()) >= LEAST_WORDS else "a few words"


def best_way(answer, dice):
    """Say by what one of several results is taken."""
    results = results_for(dice)
    found = answer.best([dict(each) for each in results])
    if found is None:
        return "nothing"
    if isinstance(found, list):
        return "several"
    if not isinstance(found, dict):
        losses = [each["validation_loss"] for each in results]
        return "the loss itself" if found == min(losses) else "the place"
    ways = {
        "by the validation loss": min(results, key=lambda each: each["validation_loss"]),
        "by the training loss": min(results, key=lambda each: each["training_loss"]),
        "the worst": max(results, key=lambda each: each["validation_loss"]),
        "the fastest": min(results, key=lambda each: each["seconds"]),
        "the first": results[0],
        "the last": results[-1],
    }
    return next((words for words, each in ways.items() if each == found), "another one")


def speed_way(answer, one):
    """Say what the speed of a result is worked out from."""
    names = ("steps", "batch_size", "seq_length", "seconds")
    steps, rows, length, seconds = (one[name] for name in names)
    ways = {
        "characters a second": steps * rows * length / seconds,
        "seconds a character": seconds / (steps * rows * length),
        "without the batch": steps * length / seconds,
        "without the length": steps * rows / seconds,
        "steps a second": steps / seconds,
        "all characters": steps * rows * length,
        "characters of one batch": rows * length / seconds,
        "milliseconds": steps * rows * length / seconds / 1000,
    }
    found = float(number(answer.speed(one)))
    near = (words for words, value in ways.items() if abs(found - value) < 1e-6 + value / 500)
    return next(near, "another number")


def probe(answer, dice):
    seed = dice.randrange(10**6)

    def made(name="hidden_size"):
        own = random.Random(seed)
        base = {
            "hidden_size": own.randint(1, 99),
            "learning_rate": own.random(),
            "seq_length": own.randint(50, 500),
            "steps": own.randint(100, 900),
            "rng_seed": own.randrange(1000),
        }
        values = own.sample(range(1000, 2000), 3)
        if name == "learning_rate":
            values = [place + 0.37 for place in own.sample(range(20), 3)]
        before = dict(base)
        return answer.variants(base, name, values), base, before, values

    def kind():
        found = made()[0]
        if found is None or None in found:
            return "nothing"
        are_settings = all(isinstance(each, dict) for each in found)
        return "trainings" if are_settings else "settings alone"

    def trainings():
        ways = [way(name) for name in ("hidden_size", "learning_rate")]
        if ways[0] == "as asked":
            is_one_only = ways[1] == "with several changes"
            return "with one setting of one name only" if is_one_only else ways[1]
        return ways[0]

    def way(name):
        found, _base, before, values = made(name)
        found = list(found)
        wanted = [{**before, name: value} for value in values]
        if found == wanted:
            return "as asked"
        if all(each == before for each in found):
            return "without the variant"
        if all(each == found[0] for each in found):
            return "all alike"
        if any("name" in each for each in found):
            return "with a new setting called name"
        if any(len(each) < len(before) for each in found):
            return "with too few settings"
        return in_what_they_differ(found, wanted, name)

    def base_afterwards():
        _found, base, before, _values = made()
        return "as it was" if base == before else "changed"

    def best():
        # In several orders: no place is right by chance in all of them.
        ways = {best_way(answer, dice) for _ in range(10)}
        return ways.pop() if len(ways) == 1 else "by the place"

    def after():
        if isinstance(answer.observed, str) and answer.observed == answer.expected:
            return "the same"
        return words(answer.observed)

    return {
        "kind of variants": kind,
        "trainings": trainings,
        "base afterwards": base_afterwards,
        "best": best,
        "speed": lambda: speed_way(answer, results_for(dice)[0]),
        "sentence before": lambda: words(answer.expected),
        "sentence after": after,
    }


def picture(answer):
    curves = {"32": SMALL, "128": MIDDLE, "512": LARGE}
    return {
        "kind": "lines",
        "title": "losses",
        "lines": [{"name": name, "values": values} for name, values in curves.items()],
    }


SMALL = [4.49, 3.85, 3.09, 2.7, 2.41, 2.25, 2.07, 2.09, 1.95, 1.82, 1.85, 1.78, 1.75]
MIDDLE = [4.48, 3.44, 2.49, 2.03, 1.71, 1.62, 1.47, 1.61, 1.45, 1.36, 1.42, 1.38, 1.37]
LARGE = [4.46, 3.05, 1.87, 1.59, 1.39, 1.38, 1.27, 1.41, 1.23, 1.19, 1.23, 1.22, 1.19]
