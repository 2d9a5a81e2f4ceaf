"""A network as PyTorch prints it."""

from abcstudio.learning.checkpoint import ModelHeader, build_model


def printed_network(header: ModelHeader) -> str:
    """Return what `print(model)` shows of such a network; none of its numbers are made."""
    import torch

    with torch.device("meta"):
        return str(build_model(header.config, len(header.vocabulary)))
