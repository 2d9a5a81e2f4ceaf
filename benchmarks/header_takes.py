"""Takes with the headers of real tunes for tell_apart.py: single ones, and the best of several."""

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quality_takes import header_prompt

from abcstudio.composing.provenance import without_provenance
from abcstudio.errors import PromptError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.paths import bundled_jury
from abcstudio.recipes.compose import ComposeRequest, compose

SEEDS_APART = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderTakes:
    """What to compose.

    Attributes:
        headers: How many headers, each another tune's; a single take and a best one for each.
        best: Of how many the best one is.
    """

    model: Path
    headers: int
    best: int
    temperature: float
    rng_seed: int


def composed(asked: HeaderTakes, tunes: Sequence[str]) -> dict[str, list[str]]:
    """Return guarded takes by what they are; a header that the guard refuses is passed over."""
    chance = random.Random(asked.rng_seed)
    chosen = chance.sample(tunes, min(asked.headers, len(tunes)))
    takes: dict[str, list[str]] = {"single": [], f"best of {asked.best}": []}
    for place, tune in enumerate(chosen):
        try:
            for kind, best in zip(takes, (1, asked.best), strict=True):
                takes[kind].append(_take(asked, header_prompt(tune), best, place))
        except PromptError as error:
            print(f"{header_prompt(tune)!r}: {error.message_id}", file=sys.stderr)
        print(f"\r{place + 1} of {len(chosen)} headers", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return takes


def keep(takes: dict[str, list[str]], folder: Path) -> None:
    """Write a file of takes for each kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, texts in takes.items():
        (folder / f"{kind}.abc").write_text("\n".join(texts), encoding="utf-8")


def _take(asked: HeaderTakes, prompt: str, best: int, place: int) -> str:
    sampling = SamplingConfig(
        temperature=asked.temperature,
        rng_seed=asked.rng_seed + SEEDS_APART * place,
        guard=True,
        best=best,
    )
    request = ComposeRequest(
        model=asked.model,
        prompt=prompt,
        sampling=sampling,
        drop_unknown=True,
        jury=bundled_jury(),
    )
    (take,) = compose(request, lambda _sampled: None, lambda: False).takes
    return without_provenance(take.text)
