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
# Both losses are measured alike, without dropout, in nats. The model in the box, trained on 4,000
# tunes in five keys, has 0.75 on its own tunes and 0.96 on others; 115 slip jigs come to 0.71 and
# 1.10, or with other tunes held out to 0.72 and 0.99.
_NEARLY = 0.25
# So far below is over-fitted, in nats and as a part of the loss on others.
_FAR_BELOW = 0.4
_FAR_BELOW_SHARE = 0.75
# A rise that is no chance: evaluations of one run read the same tunes and differ by some 0.01.
_CLEAR_RISE = 0.05
# The similarity index from which a melody is one that was read.
_SAME_MELODY = 0.75
_LATEST_TAKES = 3
# A take and the tune that it repeats have so many characters in a row in common.
_COMMON_RUN = 24
_MOST_CANDIDATES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """What a verdict is about: the network that is kept, the best one.

    Attributes:
        train_loss: On the tunes that it has read, measured as `best_val_loss` is; None where there
            was no step.
        best_val_loss: None where nothing was held out.
        vocab_size: How many characters there are to choose from.
        training_text: What the network has read.
        takes: What it wrote, and those shortly before it, the newest last.
        has_risen: Whether the loss on held-out tunes has clearly risen since.
    """

    train_loss: float | None
    best_val_loss: float | None
    vocab_size: int
    training_text: str = ""
    takes: Sequence[str] = ()
    has_risen: bool = False


def holds_together_below(vocab_size: int) -> float:
    """Return the validation loss below which tunes begin to hold together."""
    return _HOLDS_TOGETHER * _chance(vocab_size)


def verdict(facts: RunFacts) -> Phrase:
    """Return the sentence about a run: only "verdict.good" is a good one without a but."""
    chance = _chance(facts.vocab_size)
    train, val = facts.train_loss, facts.best_val_loss
    loss = val if val is not None else train
    if train is not None and train < _BY_HEART_LOSS:
        return Phrase("verdict.by_heart")
    if loss is None or loss > _GUESSING * chance:
        parameters: dict[str, object] = {
            "loss": loss if loss is not None else chance,
            "characters": facts.vocab_size,
            "chance": chance,
        }
        is_better = loss is not None and loss < chance
        return Phrase("verdict.guessing" if is_better else "verdict.worse", parameters)
    if _repeats_its_tunes(facts):
        return Phrase("verdict.by_heart")
    if val is None:
        return Phrase("verdict.unmeasured")
    losses = {"train": val if train is None else train, "val": val}
    if train is not None and val - train > _FAR_BELOW and train < _FAR_BELOW_SHARE * val:
        return Phrase("verdict.overfitted", losses)
    limit = holds_together_below(facts.vocab_size)
    if val > limit:
        advice = Phrase("verdict.more_tunes" if facts.has_risen else "verdict.more_steps")
        parameters = {"loss": val, "limit": limit, "advice": advice}
        return Phrase("verdict.unripe", parameters)
    if train is not None and val - train > _NEARLY:
        return Phrase("verdict.better_at_its_own", losses)
    return Phrase("verdict.good")


def has_clearly_risen(best_val_loss: float | None, last_val_loss: float | None) -> bool:
    """Whether the loss on held-out tunes is clearly above what it was at the best step."""
    if best_val_loss is None or last_val_loss is None:
        return False
    return last_val_loss - best_val_loss > _CLEAR_RISE


def rise(best_step: int, best_val_loss: float | None, last_val_loss: float | None) -> Phrase | None:
    """Return what to say where the network has done worse with held-out tunes since its best."""
    if not has_clearly_risen(best_val_loss, last_val_loss):
        return None
    return Phrase("training.risen", {"step": best_step})


def _chance(vocab_size: int) -> float:
    """Return the loss of a network that has learned nothing."""
    return math.log(max(2, vocab_size))


def latest_takes(folder: Path, until_step: int) -> tuple[str, ...]:
    """Return what the network of a step and those shortly before it wrote, the newest last."""
    found = [(path.stem.removeprefix("step-"), path) for path in folder.glob("step-*.abc")]
    numbered = sorted((int(digits), path) for digits, path in found if digits.isdecimal())
    paths = [path for step, path in numbered if step <= until_step]
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
    own, *others = quick_contours((longest, *candidates))
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
