"""Takes for model_quality.py: drawn unguarded, with nothing completed or fixed afterwards."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.composing.take_batches import TAKES_AT_ONCE
from abcstudio.corpus.training_text import REFERENCE_NUMBER
from abcstudio.learning.checkpoint import LoadedModel
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig

MAX_CHARS = 800
PLAIN_PROMPT = f"X:{REFERENCE_NUMBER}\n"

_BLANK_LINES = re.compile(r"\n{2,}")
_HEADER_LINE = re.compile(r"^([A-Za-z]):.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Text:
    """A tune to measure.

    Attributes:
        text: A take is its prompt and what was drawn, no more.
        came_to_an_end: Within `MAX_CHARS` characters after `X:1`.
    """

    text: str
    came_to_an_end: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """How takes are drawn."""

    takes: int
    temperature: float
    rng_seed: int


def real_tunes(text: str) -> tuple[Text, ...]:
    """Return the tunes of a text that the network reads, whole, also those that are longer."""
    return tuple(
        Text(block, len(block) - len(PLAIN_PROMPT) < MAX_CHARS) for block in tune_blocks(text)
    )


def tune_blocks(text: str) -> list[str]:
    """Return the blocks between blank lines."""
    return [block.strip("\n") for block in _BLANK_LINES.split(text) if block.strip()]


def header_prompts(tunes: Sequence[str], drawing: Drawing) -> list[str]:
    """Return a prompt a take: header of a tune picked at random, from rhythm to key, no title."""
    pick = random.Random(drawing.rng_seed)
    return [header_prompt(pick.choice(tunes)) for _ in range(drawing.takes)]


def draw(loaded: LoadedModel, prompts: Sequence[str], drawing: Drawing) -> tuple[Text, ...]:
    """Return a take a prompt; those of one prompt are drawn side by side, every one with a seed."""
    sampler = Sampler(loaded.model, loaded.header.vocabulary)
    takes: list[Text] = []
    for prompt, count in sorted(Counter(prompts).items()):
        known = loaded.header.vocabulary.without_unknown(prompt)
        for first in range(0, count, TAKES_AT_ONCE):
            config = SamplingConfig(
                temperature=drawing.temperature,
                max_chars=MAX_CHARS,
                rng_seed=drawing.rng_seed + len(takes),
                repetition_guard=False,
            )
            texts = [known] * min(TAKES_AT_ONCE, count - first)
            for take, character in sampler.sample_together(known, config, len(texts)):
                texts[take] += character
            takes += (Text(text, len(text) - len(known) < MAX_CHARS) for text in texts)
    return tuple(takes)


def header_prompt(tune: str) -> str:
    """Return the header of a tune from rhythm to key, without its title."""
    lines: list[str] = []
    for match in _HEADER_LINE.finditer(tune):
        if match[1] not in "XT":
            lines.append(match[0])
        if match[1] == "K":
            break
    return PLAIN_PROMPT + "".join(f"{line}\n" for line in lines)
