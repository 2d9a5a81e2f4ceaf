"""Tunes as the network reads them: what makes the music, in one order, without credits.

Numbers, books, sources, transcribers and tempos are no part of it, and neither are slurs, which
say how a phrase is bowed: a network that need not learn them writes better tunes. Every tune
begins with the same reference number, because a number is no identity of a melody.
"""

import re
from collections.abc import Iterable, Iterator

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import body_of, header_fields

# The fields that the network learns, in their order.
LEARNED_FIELDS = "TRMLK"
REFERENCE_NUMBER = "1"

_QUOTED_OR_SLUR = re.compile(r"(\"[^\"\n]*\")|\((?![2-9])|\)")
_UNLEARNED = "[A-JNOQSWZa-jl-z]"
_CREDIT_LINE = re.compile(rf"^(?:%|{_UNLEARNED}:).*\n?", re.MULTILINE)


def training_text(tunes: Iterable[Tune]) -> str:
    """Return the tunes joined by a blank line, ending with one."""
    return "".join(f"{tune_for_training(tune)}\n\n" for tune in tunes)


def by_weight(tunes: Iterable[Tune]) -> Iterator[Tune]:
    """Yield tunes, then those of more weight again, and so on.

    The same tune does not stand twice in a row: a network would learn to write it again.
    """
    left = list(tunes)
    times = 1
    while left:
        yield from left
        left = [tune for tune in left if tune.weight > times]
        times += 1


def is_learned(letter: str) -> bool:
    """Return whether a network may have met a field of this letter in a prepared text."""
    return re.fullmatch(_UNLEARNED, letter) is None


def tune_for_training(tune: Tune) -> str:
    """Return one tune with its `X:1`, the learned fields in order and its body."""
    values: dict[str, str] = {}
    for letter, value in header_fields(tune.text):
        values.setdefault(letter, value)
    header = [f"{letter}:{values[letter]}" for letter in LEARNED_FIELDS if values.get(letter)]
    body = _CREDIT_LINE.sub("", body_of(tune.text))
    body = _QUOTED_OR_SLUR.sub(lambda match: match[1] or "", body)
    lines = (line.rstrip() for line in body.split("\n"))
    return "\n".join([f"X:{REFERENCE_NUMBER}", *header, *(line for line in lines if line)])
