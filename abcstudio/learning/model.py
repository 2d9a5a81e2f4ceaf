"""The network: characters in, a score for each possible next character out."""

from typing import Any

import torch
from torch import Tensor, nn

_CELLS: dict[str, type[nn.LSTM] | type[nn.GRU] | type[nn.RNN]] = {
    "lstm": nn.LSTM,
    "gru": nn.GRU,
    "rnn": nn.RNN,
}


class CharLSTM(nn.Module):
    """Embedding, recurrent layers, linear; with the defaults the lab's network exactly.

    `forward` takes numbers (batch, seq_len) and returns logits (batch, seq_len, vocab_size) and
    the state after the last one, which a next call can go on from. Dropout works between the
    layers and before the linear one. With tied weights the linear layer scores a character by the
    embedding's own row for it (Press and Wolf 2017); a projection brings the hidden units to its
    width.
    """

    def __init__(
        self,
        vocab_size: int,
        embedding_dim: int,
        hidden_size: int,
        num_layers: int = 1,
        cell: str = "lstm",
        dropout: float = 0.0,
        tied_weights: bool = False,
    ) -> None:
        super().__init__()
        self.cell = cell
        self.tied_weights = tied_weights
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.recurrent = _CELLS[cell](
            embedding_dim,
            hidden_size,
            num_layers,
            batch_first=True,
            dropout=dropout if num_layers > 1 else 0.0,
        )
        self.dropout = nn.Dropout(dropout)
        if tied_weights:
            self.projection = nn.Linear(hidden_size, embedding_dim, bias=False)
            self.output_bias = nn.Parameter(torch.zeros(vocab_size))
            # A row is read and scored: at the usual size of 1 the first logits would be wild.
            nn.init.normal_(self.embedding.weight, std=embedding_dim**-0.5)
        else:
            self.output = nn.Linear(hidden_size, vocab_size)

    def forward(self, inputs: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """Return the logits of what follows each character, and the state after the last."""
        embedded = self.embedding(inputs)  # (batch, seq_len, embedding_dim)
        hidden, state = self.recurrent(embedded, state)  # (batch, seq_len, hidden_size)
        return self.score(self.dropout(hidden)), state  # (batch, seq_len, vocab_size)

    def score(self, hidden: Tensor) -> Tensor:
        """Return the logits that the last layer's units, (batch, seq_len, hidden_size), lead to."""
        if not self.tied_weights:
            return self.output(hidden)  # type: ignore[no-any-return]
        projected = self.projection(hidden)  # (batch, seq_len, embedding_dim)
        return nn.functional.linear(projected, self.embedding.weight, self.output_bias)


def count_parameters(model: nn.Module) -> int:
    """Return how many numbers a network learns."""
    return sum(parameter.numel() for parameter in model.parameters())


def seed_everything(rng_seed: int) -> None:
    """Make the next network's first weights, and its dropout, follow from the seed alone."""
    torch.manual_seed(rng_seed)
