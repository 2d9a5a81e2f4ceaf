"""Opening what composes: a model, or two that are mixed.

torch, or NumPy where torch is not there, is imported when a model is opened, not with this file.
"""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.composing.provenance import MixedIn
from abcstudio.learning.devices import Device
from abcstudio.learning.vocabulary import Vocabulary

if TYPE_CHECKING:
    from abcstudio.learning.checkpoint import LoadedModel, LoadedWeights
    from abcstudio.learning.sampling.sampler import Sampler


@dataclass(frozen=True, slots=True)
class Mix:
    """A second model to be mixed in.

    Attributes:
        model: Its file.
        share: Its part, from 0 for none to 1 for nothing else.
    """

    model: Path
    share: float


@dataclass(frozen=True, slots=True)
class OpenedModels:
    """What composes.

    Attributes:
        name: Of the first model; `fingerprint` tells models of one name apart.
        mixed: The second one; None where one model composes alone. Two stay on the processor.
        card: The graphics card that samples, None for the processor.
    """

    sampler: "Sampler"
    name: str
    fingerprint: str
    mixed: MixedIn | None = None
    card: Device | None = None

    @property
    def vocabulary(self) -> Vocabulary:
        """The characters that it may sample."""
        return self.sampler.vocabulary


def open_models(model: Path, mix: Mix | None = None) -> OpenedModels:
    """Open a model and what is mixed into it.

    A share of nothing or of all is one model alone: its takes are what they are without a mixture,
    byte for byte. So is a mixture of a model with itself.

    Raises:
        ModelFileError: A model cannot be opened, or the two share too few characters.
    """
    from abcstudio.learning.sampling.mixture import mixture
    from abcstudio.learning.sampling.networks import open_to_sample
    from abcstudio.learning.sampling.sampler import Sampler

    if mix is None or mix.share <= 0.0:
        return _alone(*open_placed(model))
    if mix.share >= 1.0:
        return _alone(*open_placed(mix.model))
    first, other = open_to_sample(model), open_to_sample(mix.model)
    if first.fingerprint == other.fingerprint:
        return _alone(*open_placed(model))
    both = mixture(first, other, mix.share)
    mixed = MixedIn(model=other.header.name, fingerprint=other.fingerprint, share=mix.share)
    sampler = Sampler(both, both.vocabulary)
    return OpenedModels(sampler, first.header.name, first.fingerprint, mixed)


def sampling_on(card: Device | None) -> AbstractContextManager[None]:
    """Return a context that turns failures of a GPU into error messages; None is the processor.

    Raises:
        DeviceError: Inside it: out of memory, or the GPU failed.
    """
    if card is None:
        return nullcontext()
    from abcstudio.learning.training.failures import failures_as_sentences

    return failures_as_sentences(card.name)


def open_placed(model: Path) -> tuple["LoadedModel | LoadedWeights", Device | None]:
    """Open a model on the device where it samples faster; return the GPU, or None for the CPU.

    Raises:
        ModelFileError: The model cannot be opened.
    """
    from abcstudio.learning.sampling.networks import open_to_sample
    from abcstudio.learning.sampling.placing import place
    from abcstudio.learning.weights import NetworkWeights

    loaded = open_to_sample(model)
    if isinstance(loaded.model, NetworkWeights):
        return loaded, None
    return loaded, place(loaded.model)


def _alone(loaded: "LoadedModel | LoadedWeights", card: Device | None) -> OpenedModels:
    from abcstudio.learning.sampling.sampler import Sampler

    sampler = Sampler(loaded.model, loaded.header.vocabulary)
    return OpenedModels(sampler, loaded.header.name, loaded.fingerprint, card=card)
