"""Tunes and a network so small that training one takes a moment."""

from dataclasses import replace

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.learning.presets import PRESETS

CONFIG = replace(
    PRESETS["quick"], embedding_dim=8, hidden_size=16, steps=6, evaluate_every=3, checkpoint_every=3
)
MELODIES = ("DEFG ABcd", "fdcA BGFE", "A2FA d2fd", "gfed cBAG", "e3d cABc", "BAGF EDEF")
TUNES = split_tunebook(
    "\n\n".join(
        f"X:{number}\nT:Tune {number}\nB:A book\nM:4/4\nL:1/8\nK:D\n"
        + "\n".join(
            f"{first}|{second}|" for first in MELODIES[number % 3 :: 2] for second in MELODIES
        )
        for number in range(1, 13)
    )
)


def ignore(_report: object) -> None:
    pass
