"""From texts and a config to a trained network: device, network and loop put together."""

import warnings
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from pathlib import Path

import torch

from abcstudio.learning.checkpoint import LoadedModel, ModelHeader, build_model, load_model
from abcstudio.learning.devices import Device, torch_threads, world_size
from abcstudio.learning.freed_memory import give_back_freed
from abcstudio.learning.milestones.keeper import MilestoneKeeper
from abcstudio.learning.milestones.plan import MilestonePlan
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.training.batches import encode
from abcstudio.learning.training.failures import raise_as_sentence
from abcstudio.learning.training.ranks import Ranks, joined_ranks
from abcstudio.learning.training.resume import Progress
from abcstudio.learning.training.trainer import StepReport, Trainer
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What to train, on what and where.

    Attributes:
        header: Name, vocabulary, config and corpus of the model to be.
        validation_text: May be empty: nothing is measured then, and the last network is the best.
        folder: The run's folder.
        seconds: Training time after which the run ends; None for the config's steps alone.
        resume: Go on from the folder's latest checkpoint.
        threads: Processor threads; 0 leaves the choice to torch.
        prepared_seconds: What preparing the text took; counted as training time of a new run.
        start_from: A model file of the same network sizes, whose weights the run begins with.
        milestones: At which steps its network is kept and composed from; None for nowhere.
    """

    header: ModelHeader
    training_text: str
    validation_text: str
    folder: Path
    device: Device
    _: KW_ONLY
    seconds: float | None = None
    resume: bool = False
    threads: int = 0
    start_from: Path | None = None
    prepared_seconds: float = 0.0
    milestones: MilestonePlan | None = None


def run_session(session: Session, report: Callable[[StepReport], None]) -> Progress:
    """Train and return how far it came.

    Raises:
        CancelledError: The work is to stop; everything up to here is kept.
        TrainingError: The text is too short, the loss stopped being a number, memory does not
            suffice, for the network itself perhaps, or the card or another rank failed.
        ModelFileError: There is no checkpoint to go on from, or no model to start from.
        OSError: A checkpoint cannot be written.
    """
    seed_everything(session.header.config.rng_seed)
    # Layers are read one by one and with silenced weights, so cuDNN must copy them: some
    # microseconds a step, which it would complain of at the first.
    warnings.filterwarnings("ignore", message="RNN module weights are not part of single")
    try:
        with torch_threads(session.threads), joined_ranks(session.device.name) as ranks:
            return _trained(session, report, ranks)
    except (RuntimeError, MemoryError) as error:
        device = torch.device(session.device.name)
        raise_as_sentence(error, device, 0, world_size())
    finally:
        give_back_freed()


def _trained(session: Session, report: Callable[[StepReport], None], ranks: Ranks) -> Progress:
    config, vocabulary = session.header.config, session.header.vocabulary
    model = build_model(config, len(vocabulary))
    if session.start_from is not None:
        take_over(load_model(session.start_from), model, vocabulary)
    model = model.to(session.device.name)
    train_ids = encode(session.training_text, vocabulary).to(session.device.name)
    val_ids = None
    if len(session.validation_text) > 1:
        val_ids = encode(session.validation_text, vocabulary).to(session.device.name)
    trainer = Trainer(
        model=model,
        header=session.header,
        train_ids=train_ids,
        val_ids=val_ids,
        folder=session.folder,
        report=report,
        seconds=session.seconds,
        ranks=ranks,
        milestones=(
            None
            if session.milestones is None
            else MilestoneKeeper(session.folder, session.milestones)
        ),
    )
    trainer.progress.train_seconds = session.prepared_seconds
    if session.resume:
        trainer.resume()
    return trainer.run()
