"""Answers to lessons in the real training loop, without the process around them."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import torch

from abcstudio.learning.checkpoint import ModelHeader, build_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import seed_everything
from abcstudio.learning.training.batches import encode
from abcstudio.learning.training.trainer import StepReport, Trainer
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.lessons.lesson_folder import read_lesson
from abcstudio.lessons.own_code import LESSONS
from abcstudio.lessons.running.own_training import train
from abcstudio.lessons.running.own_writing import write
from abcstudio.lessons.running.stopped import failed
from abcstudio.paths import lessons_dir

TEXT = "X:1\nT:Up\nM:4/4\nL:1/8\nK:D\n|:DEFG ABcd|dcBA GFED:|\n\n" * 12
VOCABULARY = Vocabulary.of(TEXT, "\n")
CONFIG = TrainingConfig(
    embedding_dim=8, hidden_size=16, steps=20, batch_size=4, seq_len=50, evaluate_every=20
)
SOLUTIONS = {lesson: read_lesson(lessons_dir() / lesson).solution for lesson in LESSONS.values()}

# The first weights of both networks: both hold their layers in the same order.
SAME_WEIGHTS = "torch.manual_seed(7); [nn.init.uniform_(p, -0.2, 0.2) for p in self.parameters()]"
SAME_BATCHES = """
generator = torch.Generator().manual_seed(0)
def get_batch(vectorized_songs, seq_length, batch_size):
    starts = torch.randint(len(vectorized_songs) - seq_length, (batch_size, 1), generator=generator)
    places = starts + torch.arange(seq_length + 1)
    pieces = torch.tensor(np.array(vectorized_songs)).long()[places]
    return pieces[:, :-1].contiguous(), pieces[:, 1:].contiguous()
"""


def changed(name: str, before: str, after: str) -> dict[str, str]:
    """Return the answers, that to one lesson changed."""
    code = SOLUTIONS[LESSONS[name]]
    assert before in code
    return {**SOLUTIONS, LESSONS[name]: code.replace(before, after)}


def trained(folder: Path, answers: dict[str, str]) -> list[dict[str, Any]]:
    """Train, and return what the process would say."""
    request = {
        "do": "train",
        "name": "own",
        "answers": answers,
        "songs": TEXT.split("\n\n"),
        "training": TEXT,
        "validation": "",
        "vocabulary": VOCABULARY.characters,
        "config": asdict(CONFIG),
        "corpus": {"name": "", "fingerprint": "", "tunes": 12, "characters": len(TEXT)},
    }
    said: list[dict[str, Any]] = []
    (folder / "checkpoints").mkdir(parents=True)
    train(request, folder, lambda **data: said.append(data))
    return said


def test_right_answers_lose_what_the_program_loses(tmp_path: Path) -> None:
    start = "    def init_hidden"
    answers = changed("LSTMModel", start, f"        {SAME_WEIGHTS}\n\n{start}")
    answers["13-batches"] = f"import numpy as np\nimport torch\n{SAME_BATCHES}"
    said = trained(tmp_path / "own", answers)
    assert said[-1] == {"said": "trained"}
    own = [loss for each in said if each["said"] == "step" for loss in each["losses"]]

    seed_everything(CONFIG.rng_seed)
    model = build_model(CONFIG, len(VOCABULARY))
    torch.manual_seed(7)
    for parameter in model.parameters():
        torch.nn.init.uniform_(parameter, -0.2, 0.2)
    losses: list[float] = []

    def report(step: StepReport) -> None:
        losses.extend(step.losses)

    (tmp_path / "checkpoints").mkdir()
    header = ModelHeader(name="Test", vocabulary=VOCABULARY, config=CONFIG)
    ids = encode(TEXT, VOCABULARY)
    Trainer(model, header, ids, None, tmp_path, report).run()
    assert len(own) == len(losses) == CONFIG.steps
    assert own == pytest.approx(losses, abs=1e-4)
    assert own[-1] < own[0] - 0.2


def test_the_same_seed_writes_the_same(tmp_path: Path) -> None:
    trained(tmp_path / "own", SOLUTIONS)
    model = next((tmp_path / "own").rglob("*.safetensors"))

    def written(seed: int, answers: dict[str, str] = SOLUTIONS) -> dict[str, Any]:
        asked = {
            "answers": answers, "songs": TEXT.split("\n\n"), "model": str(model),
            "prompt": "X:1\n", "length": 40, "seed": seed,
        }  # fmt: skip
        said: list[dict[str, Any]] = []
        write(asked, lambda **data: said.append(data))
        return said[-1]

    assert written(3)["text"] == written(3)["text"] != written(4)["text"]
    broke = written(3, changed("generate_text", "return start_string +", "return len"))
    assert (broke["said"], broke["lesson"]) == ("broke", LESSONS["generate_text"])


@pytest.mark.parametrize(
    ("name", "before", "after", "message_id"),
    [
        ("get_batch", "return x_batch, y_batch", "return x_batch", "lesson.own_pair"),
        ("vectorize_string", "char2idx[char]", "char2idx[char] + 1", "lesson.own_numbers"),
        ("train_step", "return loss", "return None", "lesson.own_loss"),
        ("generate_text", "return start", "return 1; start", "lesson.own_text"),
        (
            "LSTMModel",
            "self.hidden_size = hidden_size",
            "self.hidden_size = hidden_size; self.more = nn.Linear(1, 1)",
            "lesson.own_network",
        ),
        ("compute_loss", "return loss", "return loss.nothing", "lesson.error_attribute"),
        ("compute_loss", "def compute_loss", "def other", "lesson.missing"),
    ],
)
def test_the_lesson_that_breaks_it_is_named(
    tmp_path: Path, name: str, before: str, after: str, message_id: str
) -> None:
    said = trained(tmp_path / "own", changed(name, before, after))
    assert (said[-1]["said"], said[-1]["lesson"]) == ("broke", LESSONS[name])
    assert failed(said[-1]["failure"]).message_id == message_id


def test_a_network_of_other_sizes_is_not_trained(tmp_path: Path) -> None:
    answers = changed("LSTMModel", "nn.Embedding(vocab_size, embedding_dim)", "nn.Embedding(83, 8)")
    assert trained(tmp_path / "own", answers)[-1]["failure"]["words"] == "network"
