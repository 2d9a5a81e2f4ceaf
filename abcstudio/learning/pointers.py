"""Pointer heads: characters copied from what a network has read, beside those that it scores.

At each character every head has a query, which meets the keys of the characters before; what
followed at the places that it points to is what it copies. A null key takes the attention that no
place deserves, and gives it back to the network's own scores. A mixture that depends on the hidden
units weighs scores and heads (pointer sentinel mixture, Merity, Xiong, Bradbury and Socher 2016).

All heads share one key a place (Shazeer 2019). With 4 heads of 64 the loss after 450 steps was
1.096 nats a character, with keys for each head 1.100, without heads 1.308; sampling 32 takes reads
a quarter of the numbers.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

Past = tuple[Tensor, Tensor]
"""What the heads may point to of the characters read before: keys, (1, rows, places, width), and
the characters' numbers plus one, (1, rows, places). A number of 0 is a place that holds nothing.
Both have a row in the second dimension, as every other part of a state."""

SMALLEST = 1e-9
"""Added to each probability: the logarithm of zero has no gradient."""

# With its gradient half of the batch of the preset Studio takes 26.4 ms instead of 29.4, six pieces
# of 352 characters 44 instead of 53.
QUERIES_AT_ONCE = 64
_FIRST_NULL_SCORE = 2.0
_FIRST_OWN_SCORE = 1.0
_CAUTIOUS_OWN_SCORE = 5.0


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where the heads point at each character.

    Attributes:
        own: The probability that the network's own scores have in the mixture, (rows, seq_len).
        copied: The probability that each place has in it, all heads together,
            (rows, seq_len, places). A row's sum with `own` is 1.
        values: What followed at each place: numbers plus one, (rows, places).
    """

    own: Tensor
    copied: Tensor
    values: Tensor

    def silenced(self, heads: Tensor) -> "Pointing":
        """Return the mixture in which some rows copy nothing.

        Without such rows in training the heads leave the network little to learn: it forgot the
        key and that a repeat is open, which no single earlier place says.

        Args:
            heads: 0 for a row that copies nothing, else 1, (rows,).
        """
        copies = heads[:, None]  # (rows, 1)
        own = self.own * copies + (1.0 - copies)
        return Pointing(own, self.copied * copies[..., None], self.values)


class PointerHeads(nn.Module):
    """Some heads over the last layer's hidden units."""

    def __init__(self, hidden_size: int, heads: int, width: int, reach: int) -> None:
        """Make heads that begin by pointing to places like the present one.

        Args:
            hidden_size: Units of the last layer.
            heads: How many.
            width: Of a query and of a key.
            reach: How many characters back a head can point.
        """
        super().__init__()
        self.heads, self.width, self.reach = heads, width, reach
        self.queries = nn.Linear(hidden_size, heads * width)
        self.keys = nn.Linear(hidden_size, width)
        self.mixture = nn.Linear(hidden_size, 1 + heads)
        self.null = nn.Parameter(torch.full((heads,), _FIRST_NULL_SCORE))
        spread = 2.0 / math.sqrt(hidden_size)
        nn.init.normal_(self.keys.weight, std=spread)
        nn.init.normal_(self.queries.weight, std=spread / 2.0)
        with torch.no_grad():
            self.queries.weight.add_(self.keys.weight.repeat(heads, 1))
        for tensor in (self.queries.bias, self.keys.bias, self.mixture.weight, self.mixture.bias):
            nn.init.zeros_(tensor)
        self._lean_to_scores(_FIRST_OWN_SCORE)

    def begin_cautiously(self) -> None:
        """Leave nearly all to the scores, so that a trained network stays what it is at first."""
        self._lean_to_scores(_CAUTIOUS_OWN_SCORE)

    def _lean_to_scores(self, score: float) -> None:
        with torch.no_grad():
            self.mixture.bias[0] = score

    def multiplications(self, seq_len: int, vocab_size: int) -> int:
        """Return how many a character of a piece costs, the weights' own not counted."""
        return (seq_len + self.reach) * (self.heads * self.width + vocab_size)

    def point(self, hidden: Tensor, inputs: Tensor, past: Past | None) -> tuple[Pointing, Past]:
        """Return where the heads point, and the past that a next call can go on from.

        Args:
            hidden: The last layer's units, (rows, seq_len, hidden_size).
            inputs: The characters that led to them, (rows, seq_len).
            past: As a call before returned it; None for nothing.
        """
        projected = nn.functional.linear(hidden, *self._projection())
        with torch.autocast(hidden.device.type, enabled=False):
            sizes = [self.heads * self.width, self.width, 1 + self.heads]
            # No precision is lost behind the one large product: attention is small beside it.
            queries, keys, mixture = torch.split(projected.float(), sizes, dim=2)
            keys, characters = keys[None], inputs[None] + 1  # (1, rows, seq_len, ...)
            if past is not None:
                keys = torch.cat([past[0], keys], dim=2)  # (1, rows, seen, width)
                characters = torch.cat([past[1], characters], dim=2)  # (1, rows, seen)
            shares = mixture.softmax(dim=-1)
            held = None if past is None else characters[0] > 0  # (rows, seen)
            copied, own = self._copied(queries, shares, keys[0], held)
        # What follows the last place is not known yet, and no place points to itself.
        pointing = Pointing(own, copied[..., :-1], characters[0, :, 1:])
        return pointing, (keys[:, :, -self.reach :], characters[:, :, -self.reach :])

    def _copied(
        self, queries: Tensor, shares: Tensor, keys: Tensor, held: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        """Return what places and scores have in the mixture.

        Some characters at a time, which meet only the places that one of them can point to.

        Args:
            queries: (rows, seq_len, heads * width).
            shares: (rows, seq_len, 1 + heads).
            keys: (rows, seen, width).
            held: Whether a place holds something, (rows, seen); None where all do.

        Returns:
            (rows, seq_len, seen) and (rows, seq_len).
        """
        length, seen = queries.shape[1], keys.shape[1]
        parts = []
        for first in range(0, length, QUERIES_AT_ONCE):
            last = min(length, first + QUERIES_AT_ONCE)
            low, high = max(0, seen - length + first - self.reach), seen - length + last
            held_here = None if held is None else held[:, low:high]
            scores = self._scores(queries[:, first:last], keys[:, low:high], held_here)
            copied, own = _weighed(scores.softmax(dim=-1), shares[:, first:last])
            parts.append((nn.functional.pad(copied[..., 1:], (low, seen - high)), own))
        copied, own = (torch.cat(each, dim=1) for each in zip(*parts, strict=True))
        return copied, own

    def _projection(self) -> tuple[Tensor, Tensor]:
        """Return weight and bias of queries, keys and mixture as one."""
        parts = (self.queries, self.keys, self.mixture)
        return torch.cat([part.weight for part in parts]), torch.cat([part.bias for part in parts])

    def _scores(self, queries: Tensor, keys: Tensor, held: Tensor | None) -> Tensor:
        """Return each head's scores of null key and places, (rows, seq_len, heads, 1 + seen).

        The null key has a dimension of its own, which a query meets with the null key's score.

        Args:
            queries: (rows, seq_len, heads * width).
            keys: (rows, seen, width).
            held: As in `_copied`.
        """
        rows, length, _ = queries.shape
        queries = queries.reshape(rows, length * self.heads, self.width)
        null = self.null.repeat(length)[None, :, None].expand(rows, -1, 1)
        keys = keys * self.width**-0.5
        with_null = nn.functional.pad(keys, (0, 1, 1, 0))  # (rows, 1 + seen, width + 1)
        with_null[:, 0, -1] = 1.0
        scores = torch.baddbmm(
            self._hiding(held, length, keys.shape[1]),
            torch.cat([queries, null], dim=2),
            with_null.transpose(1, 2),
        )  # (rows, seq_len * heads, 1 + seen)
        return scores.view(rows, length, self.heads, -1)

    def _hiding(self, held: Tensor | None, length: int, seen: int) -> Tensor:
        """Return minus infinity where no head can point, else 0.

        Returns:
            (rows, seq_len * heads, 1 + seen), with one row for all where all places hold something.
        """
        device = self.null.device
        present = torch.arange(seen - length, seen, device=device)[:, None]
        place = torch.arange(seen, device=device)  # (seen,)
        hidden = ((place >= present) | (place < present - self.reach))[None]  # (1, seq_len, seen)
        if held is not None:
            hidden = hidden | ~held[:, None]  # (rows, seq_len, seen)
        hidden = nn.functional.pad(hidden, (1, 0))  # (rows, seq_len, 1 + seen)
        hiding = torch.zeros(hidden.shape, device=device)
        return hiding.masked_fill_(hidden, -math.inf).repeat_interleave(self.heads, dim=1)


def _weighed(attention: Tensor, shares: Tensor) -> tuple[Tensor, Tensor]:
    """Return what null key and places have in the mixture, and what the scores have.

    As a product of many small matrices, which keeps less than one of large ones by numbers: with
    its gradient 3.2 ms instead of 4.5 for half of the batch of the preset Quick.

    Args:
        attention: (rows, seq_len, heads, 1 + seen).
        shares: (rows, seq_len, 1 + heads).

    Returns:
        (rows, seq_len, 1 + seen) and (rows, seq_len).
    """
    copied = torch.bmm(
        shares[..., 1:].reshape(-1, 1, attention.shape[2]), attention.flatten(0, 1)
    )  # (rows * seq_len, 1, 1 + seen)
    copied = copied.view(*attention.shape[:2], -1)
    return copied, shares[..., 0] + copied[..., 0]


def mixed(logits: Tensor, pointing: Pointing) -> Tensor:
    """Return the logarithms of the mixture's probabilities, shaped as the logits.

    Args:
        logits: The network's own scores, (rows, seq_len, vocab_size).
        pointing: Where the heads point there.
    """
    with torch.autocast(logits.device.type, enabled=False):
        own = logits.float().softmax(dim=-1) * pointing.own[..., None]
        characters = torch.arange(1, logits.shape[-1] + 1, device=logits.device)
        stands_for = (pointing.values[..., None] == characters).float()  # (rows, places, vocab)
        return (torch.baddbmm(own, pointing.copied, stands_for) + SMALLEST).log()
