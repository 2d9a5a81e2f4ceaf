"""Models to be mixed: one like that of the box, with pointer heads, and a small plain one."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from abcstudio.learning.checkpoint import (
    ModelHeader,
    build_model,
    load_model,
    read_header,
    save_model,
)
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import seed_everything
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.paths import bundled_model


def folk_like(folder: Path) -> Path:
    """Save the model in the box with other weights in its last layer; return its file."""
    path = folder / "other.safetensors"
    path.write_bytes(_folk_like())
    return path


@cache
def _folk_like() -> bytes:
    import torch

    loaded = load_model(bundled_model())
    torch.manual_seed(3)
    with torch.no_grad():
        for weight in loaded.model.output.parameters():
            weight.add_(0.1 * weight.abs().mean() * torch.randn_like(weight))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "other.safetensors"
        save_model(path, loaded.model, replace(loaded.header, name='Other "100 %"'))
        return path.read_bytes()


def plain(folder: Path, characters: str = "") -> Path:
    """Save a network that has learned nothing, with most characters of the one in the box."""
    known = characters or read_header(bundled_model()).vocabulary.characters.replace("Q", "ü")
    seed_everything(4)
    config, vocabulary = TrainingConfig(embedding_dim=8, hidden_size=16), Vocabulary.of(known)
    path = folder / "plain.safetensors"
    header = ModelHeader(name="Plain", vocabulary=vocabulary, config=config)
    save_model(path, build_model(config, len(vocabulary)), header)
    return path
