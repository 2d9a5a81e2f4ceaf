"""A trained network's weights for a new one with a larger vocabulary."""

import torch

from abcstudio.learning.checkpoint import LoadedModel
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.vocabulary import Vocabulary

# Tensors with a row for each character; all others do not depend on the vocabulary.
_BY_CHARACTER = ("embedding.weight", "output.weight", "output.bias", "output_bias")


def take_over(trained: LoadedModel, model: CharLSTM, vocabulary: Vocabulary) -> None:
    """Give a fresh network the weights of a trained one of the same sizes.

    Characters that the trained one has never seen keep their fresh weights, but are scored as
    unlikely as its most unlikely one, so that the first losses are those of the trained network.
    Pointer heads that the trained one has not begin with a small share of the mixture.

    Args:
        trained: Every character of its vocabulary must be in `vocabulary`.
        model: Changed in place.
        vocabulary: Of `model`.
    """
    if model.pointers is not None and trained.model.pointers is None:
        model.pointers.begin_cautiously()
    rows = torch.tensor(vocabulary.encode(trained.header.vocabulary.characters))  # (known,)
    weights = model.state_dict()
    with torch.no_grad():
        for name, tensor in trained.model.state_dict().items():
            if name in _BY_CHARACTER:
                if tensor.dim() == 1:
                    weights[name].fill_(float(tensor.min()))
                weights[name][rows] = tensor
            else:
                weights[name].copy_(tensor)
