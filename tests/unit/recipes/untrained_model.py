"""A model file of a small network that has learned nothing."""

from pathlib import Path

from abcstudio.learning.checkpoint import ModelHeader, build_model, save_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import seed_everything
from abcstudio.learning.vocabulary import Vocabulary


def untrained_model(folder: Path, characters: str) -> Path:
    """Save a network, always the same, that knows some characters; return its file."""
    seed_everything(0)
    config, vocabulary = TrainingConfig(embedding_dim=8, hidden_size=16), Vocabulary.of(characters)
    path = folder / "small.safetensors"
    header = ModelHeader(name="Small", vocabulary=vocabulary, config=config, step=7, val_loss=3.0)
    save_model(path, build_model(config, len(vocabulary)), header)
    return path
