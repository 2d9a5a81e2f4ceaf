"""A network of torch and the same one as NumPy samples from it."""

import torch

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.weights import NetworkWeights

LIBRARIES = ["torch", "numpy"]


def in_library(library: str, model: CharLSTM) -> CharLSTM | NetworkWeights:
    """Return a network as one of `LIBRARIES` samples from it."""
    return model if library == "torch" else weights_of(model)


def weights_of(model: CharLSTM) -> NetworkWeights:
    """Return a network's weights as NumPy's arrays."""
    heads, recurrent = model.pointers, model.recurrent
    config = TrainingConfig(
        cell=model.cell,
        num_layers=recurrent.num_layers,
        embedding_dim=model.embedding.embedding_dim,
        hidden_size=recurrent.hidden_size,
        tied_weights="on" if model.tied_weights else "off",
        pointer_heads=heads.heads if heads is not None else 0,
        pointer_width=heads.width if heads is not None else 32,
        pointer_reach=heads.reach if heads is not None else 512,
    )
    tensors = {name: tensor.numpy() for name, tensor in model.state_dict().items()}
    return NetworkWeights(config, tensors)


def lively_network(vocab_size: int, **options: object) -> CharLSTM:
    """Return a network whose weights are so large that what it has read matters."""
    seed_everything(3)
    model = CharLSTM(vocab_size, TrainingConfig(embedding_dim=8, **options)).eval()  # type: ignore[arg-type]
    with torch.no_grad():
        for weight in model.parameters():
            weight.mul_(1.5)
    return model
