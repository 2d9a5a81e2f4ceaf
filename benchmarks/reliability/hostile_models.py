"""Model files that somebody made to do harm."""

import json
from collections.abc import Callable
from typing import Any

from hostile_kinds import ONLY_NUMBERS, Parts, joined, one_number, text, with_facts, without


def with_config(**changes: Any) -> Callable[[Parts], bytes]:
    """Return a maker that changes the config."""
    return lambda parts: joined(
        parts.header,
        parts.numbers,
        {**parts.facts, "config": {**parts.facts["config"], **changes}},
    )


MODELS: dict[str, Callable[[Parts], bytes]] = {
    **{f"no {key}": without(key) for key in ("format", "name", "vocabulary", "config", "step",
                                              "train_loss", "val_loss", "corpus")},
    "another format": with_facts(format=2),
    "a format of true": with_facts(format=True),
    "a format of 1.0": with_facts(format=1.0),
    "a format of a list": with_facts(format=[1]),
    "an empty vocabulary": with_facts(vocabulary=""),
    "a vocabulary with a character too many": lambda parts: with_facts(
        vocabulary=parts.facts["vocabulary"] + "\U0010ffff"
    )(parts),
    "a vocabulary with a character too few": lambda parts: with_facts(
        vocabulary=parts.facts["vocabulary"][:-1]
    )(parts),
    "a vocabulary backwards": lambda parts: with_facts(
        vocabulary=parts.facts["vocabulary"][::-1]
    )(parts),
    "a vocabulary with a character twice": lambda parts: with_facts(
        vocabulary=parts.facts["vocabulary"][:-1] + parts.facts["vocabulary"][-2]
    )(parts),
    "a vocabulary of numbers": with_facts(vocabulary=[1, 2]),
    "a vocabulary of half characters": lambda parts: with_facts(
        vocabulary="".join(map(chr, range(0xD800, 0xD800 + len(parts.facts["vocabulary"]))))
    )(parts),
    "an endless vocabulary": with_facts(vocabulary="".join(map(chr, range(5000)))),
    "a config of a list": with_facts(config=[]),
    "a config of null": with_facts(config=None),
    "an unknown setting": with_config(evil=1),
    "a setting of a list": with_config(hidden_size=[6]),
    "a setting of null": with_config(hidden_size=None),
    "a setting of true": with_config(num_layers=True),
    "a setting of an object": with_config(cell={"lstm": 1}),
    "a cell of code": with_config(cell="__import__('os').system('true')"),
    "a cell of a number": with_config(cell=5),
    "a huge hidden size": with_config(hidden_size=2**40),
    "a hidden size of nothing": with_config(hidden_size=0),
    "a negative hidden size": with_config(hidden_size=-6),
    "a hidden size in Arabic digits of a hundred": with_config(hidden_size="٩" * 100),
    "another hidden size": with_config(hidden_size=777),
    "endless layers": with_config(num_layers=10**9),
    "pointer heads that are not there": with_config(pointer_heads=4),
    "endless pointer heads": with_config(pointer_heads=10**9),
    "a reach below zero": with_config(pointer_reach=-1),
    "a dropout of NaN": with_config(dropout="nan"),
    "a dropout of infinity": with_config(dropout="inf"),
    "a learning rate of 10^400": with_config(learning_rate="1e400"),
    "a word for a number": with_config(steps="many"),
    "a setting of a megabyte": with_config(cell="x" * 50_000),
    "a name of a list": with_facts(name=["a"]),
    "a very long name": with_facts(name="n" * 10_000),
    "negative steps": with_facts(step=-1),
    "steps of true": with_facts(step=True),
    "steps of a fraction": with_facts(step=1.5),
    "steps of 10^19": with_facts(step=10**19),
    "a loss in words": with_facts(val_loss="1"),
    "an endless loss": lambda parts: joined(
        parts.header, parts.numbers,
        json.dumps({**parts.facts, "val_loss": 0}).replace('"val_loss": 0', '"val_loss": 1e400'),
    ),
    "no corpus at all": with_facts(corpus=None),
    "a corpus of a list": with_facts(corpus=[1, 2, 3, 4]),
    "a corpus of words": with_facts(
        corpus={"name": "a", "fingerprint": "b", "tunes": "c", "characters": "d"}
    ),
    "a huge weight": one_number(6e4 * 1e4, 0.5),
    "integers for weights": text('"F32"', '"I64"'),
    "bytes for weights": text('"F32"', '"U8"'),
}  # fmt: skip
"""Kinds of model files (with 32-bit numbers)."""

MODELS_ONLY_NUMBERS = ONLY_NUMBERS | {"a huge weight"}
