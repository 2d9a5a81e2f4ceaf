"""Encoded text cut into inputs and targets; the targets are the inputs shifted by one."""

import torch
from torch import Tensor

from abcstudio.learning.vocabulary import Vocabulary

# A tensor made of a long list holds Python's lock: millions of characters for half a second.
_CHARS_AT_ONCE = 50_000


def encode(text: str, vocabulary: Vocabulary) -> Tensor:
    """Return a text's numbers as one tensor."""
    starts = range(0, max(1, len(text)), _CHARS_AT_ONCE)
    parts = (vocabulary.encode(text[start : start + _CHARS_AT_ONCE]) for start in starts)
    return torch.cat([torch.tensor(part, dtype=torch.long) for part in parts])  # (characters,)


def tune_starts(ids: Tensor, vocabulary: Vocabulary) -> Tensor:
    """Return the places of an encoded text at which tunes begin, (tunes,).

    That is where `X:` begins the text or follows an empty line, the end of the tune before (ABC
    2.1, section 2.2).
    """
    is_start = torch.ones_like(ids, dtype=torch.bool)  # (characters,)
    for distance, character in ((0, "X"), (1, ":"), (-1, "\n"), (-2, "\n")):
        number = vocabulary.characters.find(character)
        is_start &= torch.roll(ids == number, -distance)
    is_start[0] = vocabulary.decode(ids[:2].tolist()) == "X:"
    return is_start.nonzero()[:, 0]


def random_windows(
    ids: Tensor, seq_len: int, batch_size: int, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Return inputs and targets of windows that start anywhere in a text.

    Everything happens on the device of `ids`, where the generator must live too.
    """
    starts = torch.randint(
        len(ids) - seq_len, (batch_size,), generator=generator, device=ids.device
    )  # (batch,)
    windows = ids.unfold(0, seq_len + 1, 1)[starts]  # (batch, seq_len + 1)
    return windows[:, :-1], windows[:, 1:]


def consecutive_windows(ids: Tensor, window: int) -> tuple[Tensor, Tensor]:
    """Return a whole text as consecutive windows; a rest shorter than a window is left out.

    A text shorter than one window comes back as the one window that it can fill.
    """
    window = max(1, min(window, len(ids) - 1))
    count = (len(ids) - 1) // window
    inputs = ids[: count * window].view(count, window)  # (windows, window)
    targets = ids[1 : count * window + 1].view(count, window)  # (windows, window)
    return inputs, targets
