"""Two networks mixed for sampling: whether their characters fit, and which they share."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Union

from abcstudio.errors import ModelFileError
from abcstudio.learning.vocabulary import Vocabulary

if TYPE_CHECKING:
    from abcstudio.learning.checkpoint import LoadedModel, LoadedWeights
    from abcstudio.learning.model import CharLSTM
    from abcstudio.learning.weights import NetworkWeights

_LEAST_SHARED = 0.5

AnyNetwork = Union["CharLSTM", "NetworkWeights"]
"""A network as torch's module, or as weights alone, which NumPy samples from."""


class KnownModel(Protocol):
    """A model as far as its file's header tells it."""

    @property
    def name(self) -> str:
        """What to call it."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The characters that it knows."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """Two networks, to be sampled from as one.

    Attributes:
        networks: Both of one library.
        vocabulary: The characters that both know.
        numbers: What each network calls these.
        share: That of the second network, more than 0 and less than 1.
    """

    networks: tuple[AnyNetwork, AnyNetwork]
    vocabulary: Vocabulary
    numbers: tuple[list[int], list[int]]
    share: float


def shared_vocabulary(first: KnownModel, second: KnownModel) -> Vocabulary:
    """Return the characters that two models both know; only these can be sampled from a mixture.

    One that a model has never seen has no probability there, and the sum of logarithms leaves out
    what either takes for impossible. Where the models share less than half of the smaller
    vocabulary, they write different things, and nothing is to be had from a mixture.

    Raises:
        ModelFileError: They share too few.
    """
    own, other = first.vocabulary.characters, second.vocabulary.characters
    shared = "".join(character for character in own if character in other)
    if len(shared) < _LEAST_SHARED * min(len(own), len(other)):
        raise ModelFileError(
            "model.no_mixture", model=first.name, other=second.name, shared=len(shared),
            characters=len(own), other_characters=len(other),
        )  # fmt: skip
    return Vocabulary(shared)


def mixture(
    first: "LoadedModel | LoadedWeights", second: "LoadedModel | LoadedWeights", share: float
) -> Mixture:
    """Return two models as one.

    Args:
        first: The one.
        second: The other.
        share: That of the second, more than 0 and less than 1.

    Raises:
        ModelFileError: They share too few characters.
    """
    vocabulary = shared_vocabulary(first.header, second.header)
    own, other = (
        model.header.vocabulary.encode(vocabulary.characters) for model in (first, second)
    )
    return Mixture((first.model, second.model), vocabulary, (own, other), share)
