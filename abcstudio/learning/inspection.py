"""The state of a network while it reads: what it expected, and what each of its units does.

Everything follows from one reading of the text from a zero state, layer by layer, so that the
numbers are those of a plain forward pass. The first character is read without an expectation.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from abcstudio.learning.checkpoint import ModelHeader, build_model
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.pointers import Past, Pointing, mixed
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.stopping import stop_if_asked

ALTERNATIVES = 5
MAX_INSPECTED_CHARS = 20_000
_CHARS_AT_ONCE = 256


def printed_network(header: ModelHeader) -> str:
    """Return what `print(model)` shows of such a network; none of its numbers are made."""
    with torch.device("meta"):
        return str(build_model(header.config, len(header.vocabulary)))


@dataclass(frozen=True, slots=True)
class Alternative:
    """A character that might have come instead, with its probability."""

    character: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterReading:
    """One character as the network met it.

    Attributes:
        probability: What the network gave this character before it came; None for the first.
        surprise: -ln(probability), in nats; None for the first.
        alternatives: The likeliest characters at this place, the likeliest first.
        copied: The share of `probability` that pointer heads copied; 0 without them.
        source: The number of the character that most of this was copied from; None for nothing.
    """

    character: str
    probability: float | None
    surprise: float | None
    alternatives: tuple[Alternative, ...]
    copied: float = 0.0
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Inspection:
    """A text as a network read it.

    Attributes:
        readings: One a character.
        activations: The hidden units of each layer after each character, (characters, hidden).
    """

    readings: tuple[CharacterReading, ...]
    activations: tuple[Tensor, ...]

    @property
    def mean_surprise(self) -> float:
        """The loss over the text, in nats per character; not a number for a single character."""
        surprises = [reading.surprise for reading in self.readings if reading.surprise is not None]
        return sum(surprises) / len(surprises) if surprises else math.nan


@dataclass(frozen=True, slots=True)
class UnitCorrelation:
    """How well one unit follows a signal: Pearson's correlation, -1 to 1."""

    layer: int
    unit: int
    correlation: float


def inspect(
    model: CharLSTM,
    vocabulary: Vocabulary,
    text: str,
) -> Inspection:
    """Let a network read a text and return what it expected and how it moved.

    Args:
        model: On the processor.
        vocabulary: Its characters.
        text: At most `MAX_INSPECTED_CHARS` characters of it are read.

    Raises:
        PromptError: The text holds characters that the network has never seen.
    """
    text = text[:MAX_INSPECTED_CHARS]
    numbers = torch.tensor([vocabulary.encode(text)], dtype=torch.long)  # (1, characters)
    layers = _layers_of(model)
    if not text:
        return Inspection((), tuple(torch.empty(0, model.recurrent.hidden_size) for _ in layers))
    states: list[object] = [None] * len(layers)
    activations: list[list[Tensor]] = [[] for _ in layers]
    logits: list[Tensor] = []
    past: Past | None = None
    copies: list[Tensor] = []
    with torch.inference_mode():
        for part in torch.split(numbers, _CHARS_AT_ONCE, dim=1):
            stop_if_asked()
            hidden = model.embedding(part)  # (1, part, embedding_dim)
            for place, layer in enumerate(layers):
                hidden, states[place] = layer(hidden, states[place])  # (1, part, hidden)
                activations[place].append(hidden[0])
            scores = model.score(hidden)  # (1, part, vocab_size)
            if model.pointers is not None:
                pointing, past = model.pointers.point(hidden, part, past)
                scores = mixed(scores, pointing)
                copies.append(_copies(pointing, numbers[0], sum(map(len, logits)), part.shape[1]))
            logits.append(scores[0])  # (part, vocab_size)
        whole = torch.cat(logits)  # (characters, vocab_size)
        readings = _readings(text, numbers[0], whole, vocabulary)
        if copies:
            readings = _with_copies(readings, torch.cat(copies))
        return Inspection(readings, tuple(torch.cat(parts) for parts in activations))


def units_following(
    activations: Sequence[Tensor], signal: Sequence[float], count: int = 10
) -> tuple[UnitCorrelation, ...]:
    """Return the units whose activation follows a signal best, the best first.

    Args:
        activations: Of each layer, (characters, hidden).
        signal: One number a character; characters where it is not a number are left out.
        count: How many units at most.
    """
    wanted = torch.tensor(list(signal), dtype=torch.float64)  # (characters,)
    known = wanted.isfinite()
    wanted = wanted[known] - wanted[known].mean()
    found: list[UnitCorrelation] = []
    for layer, units in enumerate(activations):
        moves = units.double()[known]
        moves = moves - moves.mean(dim=0)  # (characters, hidden)
        scale = moves.norm(dim=0) * wanted.norm()
        correlations = torch.where(scale > 0, wanted @ moves / scale, 0.0)  # (hidden,)
        best = correlations.nan_to_num().abs().topk(min(count, len(correlations))).indices
        found += [UnitCorrelation(layer, unit, float(correlations[unit])) for unit in best.tolist()]
    found.sort(key=lambda one: (-abs(one.correlation), one.layer, one.unit))
    return tuple(found[:count])


def _layers_of(model: CharLSTM) -> list[nn.Module]:
    """Return the recurrent layers one by one; torch gives out only the last one's units."""
    whole = model.recurrent
    layers: list[nn.Module] = []
    for number in range(whole.num_layers):
        width = whole.hidden_size if number else whole.input_size
        layer = type(whole)(width, whole.hidden_size, batch_first=True)
        names = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        layer.load_state_dict(
            {f"{name}_l0": getattr(whole, f"{name}_l{number}").detach() for name in names}
        )
        layers.append(layer.eval())
    return layers


def _readings(
    text: str, numbers: Tensor, logits: Tensor, vocabulary: Vocabulary
) -> tuple[CharacterReading, ...]:
    log_probabilities = logits[:-1].double().log_softmax(dim=1)  # (characters - 1, vocab_size)
    own = log_probabilities.gather(1, numbers[1:, None])[:, 0]  # (characters - 1,)
    best = log_probabilities.topk(min(ALTERNATIVES, len(vocabulary)), dim=1)
    readings = [
        CharacterReading(character=text[0], probability=None, surprise=None, alternatives=())
    ]
    rows = zip(text[1:], own.tolist(), best.values.exp().tolist(), best.indices, strict=True)
    for character, log_probability, probabilities, indices in rows:
        characters = vocabulary.decode(indices.tolist())
        readings.append(
            CharacterReading(
                character=character,
                probability=math.exp(log_probability),
                surprise=-log_probability,
                alternatives=tuple(map(Alternative, characters, probabilities)),
            )
        )
    return tuple(readings)


def _copies(pointing: Pointing, numbers: Tensor, begin: int, count: int) -> Tensor:
    """Return what was copied of each character that follows those of a part, and from where.

    Args:
        pointing: At the part's characters.
        numbers: Of the whole text, (characters,).
        begin: The number of the part's first character.
        count: How many characters the part has.

    Returns:
        A probability and the number of the likeliest source each, (following, 2).
    """
    following = numbers[begin + 1 : begin + 1 + count]  # (following,)
    is_equal = pointing.values[0] == following[:, None] + 1  # (following, places)
    copied = pointing.copied[0, : len(following)] * is_equal  # (following, places)
    first = begin + count - 1 - copied.shape[1]
    # What followed the first place came one character later; with nothing before there is no place.
    best = nn.functional.pad(copied, (1, 0)).argmax(dim=1) + first  # (following,)
    return torch.stack([copied.sum(dim=1).double(), best.double()], dim=1)


def _with_copies(
    readings: tuple[CharacterReading, ...], copies: Tensor
) -> tuple[CharacterReading, ...]:
    """Return the readings, all but the first with what was copied, (characters - 1, 2)."""
    found = list(readings[:1])
    for reading, (copied, source) in zip(readings[1:], copies.tolist(), strict=True):
        if copied > 0.0 and reading.probability:
            share = min(1.0, copied / reading.probability)
            reading = replace(reading, copied=share, source=int(source))
        found.append(reading)
    return tuple(found)
