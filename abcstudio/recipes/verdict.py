"""The verdict on a training run that has ended, and what to try next."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.similarity import likeness, quick_contours
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.files import read_text_file
from abcstudio.messages import Phrase

# In units of the loss of an untrained network, ln(vocab_size). A network that has learned only how
# often each character comes has about two thirds of it.
_GUESSING = 0.75
# Of the 79 characters of the tunebook in the box this is 1.5.
_HOLDS_TOGETHER = 0.3433
# No music that is not known by heart can be foreseen that well, in nats per character.
_BY_HEART_LOSS = 0.15
# A training loss so far below the validation loss, in nats and as a part of it.
_FAR_BELOW = 0.4
_FAR_BELOW_SHARE = 0.75
# The similarity index from which a melody is one that was read.
_SAME_MELODY = 0.75
_LATEST_TAKES = 3
# A take and the tune that it repeats have so many characters in a row in common.
_COMMON_RUN = 24
_MOST_CANDIDATES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """What a verdict is about.

    Attributes:
        train_loss: The mean of the last steps; None where there was no step.
        best_val_loss: None where nothing was held out.
        vocab_size: How many characters there are to choose from.
        training_text: What the network has read.
        takes: What it wrote of late, the newest last.
        last_val_loss: Of the last evaluation, where it is known.
        best_train_loss: The training loss at the step of `best_val_loss`; None stands for
            `train_loss`.
    """

    train_loss: float | None
    best_val_loss: float | None
    vocab_size: int
    training_text: str = ""
    takes: Sequence[str] = ()
    last_val_loss: float | None = None
    best_train_loss: float | None = None


def holds_together_below(vocab_size: int) -> float:
    """Return the validation loss below which tunes begin to hold together."""
    return _HOLDS_TOGETHER * _chance(vocab_size)


def verdict(facts: RunFacts) -> Phrase:
    """Return the sentence about a run: only "verdict.good" is a good one without a but."""
    chance = _chance(facts.vocab_size)
    train, val = facts.train_loss, facts.best_val_loss
    loss = val if val is not None else train
    if loss is None or loss > _GUESSING * chance:
        parameters = {
            "loss": _shown(loss if loss is not None else chance),
            "characters": facts.vocab_size,
            "chance": _shown(chance),
        }
        is_better = loss is not None and loss < chance
        return Phrase("verdict.guessing" if is_better else "verdict.worse", parameters)
    if (train is not None and train < _BY_HEART_LOSS) or _repeats_its_tunes(facts):
        return Phrase("verdict.by_heart")
    if val is None:
        return Phrase("verdict.unmeasured")
    limit = holds_together_below(facts.vocab_size)
    is_unripe = val > limit
    if is_unripe and facts.last_val_loss is not None:
        seen = facts.last_val_loss
    else:
        # A network that is good enough at its best step is kept as it was there.
        seen = val
        train = train if facts.best_train_loss is None else facts.best_train_loss
    if train is not None and _is_far_below(train, seen):
        return Phrase("verdict.overfitted", {"train": _shown(train), "val": _shown(seen)})
    if is_unripe:
        return Phrase("verdict.unripe", {"loss": _shown(val), "limit": _shown(limit)})
    return Phrase("verdict.good")


def _chance(vocab_size: int) -> float:
    """Return the loss of a network that has learned nothing."""
    return math.log(max(2, vocab_size))


def _is_far_below(train: float, val: float) -> bool:
    return val - train > _FAR_BELOW and train < _FAR_BELOW_SHARE * val


def latest_takes(folder: Path) -> tuple[str, ...]:
    """Return what a run wrote of late, the newest last."""
    paths = sorted(folder.glob("step-*.abc"), key=lambda path: (len(path.name), path.name))
    return tuple(read_text_file(path).text for path in paths[-_LATEST_TAKES:])


def _repeats_its_tunes(facts: RunFacts) -> bool:
    """Whether most of the latest takes are melodies that the network has read."""
    repeated = [_is_repeated(take, facts.training_text) for take in facts.takes]
    return bool(repeated) and 2 * sum(repeated) > len(repeated)


def _is_repeated(take: str, training_text: str) -> bool:
    tunes = split_tunebook(take)
    if not tunes:
        return False
    longest = max((tune.text for tune in tunes), key=len)
    candidates = _tunes_with_common_runs(longest, training_text)
    own, *others = quick_contours((longest, *candidates), bool)
    return bool(others) and likeness(own, others) >= _SAME_MELODY


def _tunes_with_common_runs(take: str, training_text: str) -> list[str]:
    """Return the tunes of a training text that share a run of characters with a take."""
    found: dict[int, str] = {}
    for start in range(0, max(0, len(take) - _COMMON_RUN), _COMMON_RUN // 2):
        place = training_text.find(take[start : start + _COMMON_RUN])
        if place < 0 or len(found) >= _MOST_CANDIDATES:
            continue
        begin = training_text.rfind("\n\n", 0, place)
        end = training_text.find("\n\n", place)
        found[begin] = training_text[begin + 1 : end if end >= 0 else None].strip("\n")
    return list(found.values())


def _shown(loss: float) -> str:
    return f"{loss:.2f}"
