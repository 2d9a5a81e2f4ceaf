"""A student's own training loop on a card, written as the lab's notebook does."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from abcstudio.learning.checkpoint import ModelHeader
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.training.batches import encode
from abcstudio.learning.training.own_code import OwnFunctions, OwnNetwork, OwnTrainer
from abcstudio.learning.training.trainer import StepReport
from tests.hostcard.test_card_training import TEXT, VOCABULARY

CONFIG = TrainingConfig(
    embedding_dim=8, hidden_size=24, batch_size=4, seq_len=50, steps=6, evaluate_every=3,
    checkpoint_every=3,
)  # fmt: skip


class Student(nn.Module):
    def __init__(self, vocab_size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, 8)
        self.lstm = nn.LSTM(8, 24, batch_first=True)
        self.fc = nn.Linear(24, vocab_size)

    def forward(self, x: Tensor, state: Any = None, return_state: bool = False) -> Any:
        out, state = self.lstm(self.embedding(x), state)
        return (self.fc(out), state) if return_state else self.fc(out)


def get_batch(text: Any, length: int, batch: int) -> tuple[Tensor, Tensor]:
    starts = np.random.choice(len(text) - length - 1, batch)
    pieces = np.stack([text[start : start + length + 1] for start in starts])
    return torch.tensor(pieces[:, :-1]), torch.tensor(pieces[:, 1:])


def test_own_functions_train_on_the_card(tmp_path: Path) -> None:
    count = len(VOCABULARY)
    network = OwnNetwork(Student(count), count, 8, 24).to("cuda")
    ids, reports = encode(TEXT, VOCABULARY).to("cuda"), list[StepReport]()
    header = ModelHeader(name="Own", vocabulary=VOCABULARY, config=CONFIG)
    trainer = OwnTrainer(network, header, ids, ids[:400], tmp_path, reports.append)

    def train_step(inputs: Tensor, targets: Tensor) -> float:
        logits = network.own(inputs.to("cuda"))
        loss = nn.functional.cross_entropy(logits.flatten(0, 1), targets.to("cuda").flatten())
        trainer.optimizer.zero_grad()
        torch.autograd.backward(loss)
        trainer.optimizer.step()
        return loss.item()

    functions = OwnFunctions(
        vectorized=ids.cpu().numpy(),
        get_batch=get_batch,
        train_step=train_step,
        generate_text=lambda _network, prompt, _length: prompt,
        names={},
    )
    trainer.use(functions, network.own)
    trainer.run()
    losses = [loss for report in reports for loss in report.losses]
    assert len(losses) == CONFIG.steps
    assert losses[-1] < losses[0]
    assert (tmp_path / "best.safetensors").is_file()
