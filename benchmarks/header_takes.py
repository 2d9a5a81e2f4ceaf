"""Takes with the headers of real tunes for tell_apart.py: single ones, and the best of several."""

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality_takes import header_prompt

from abcstudio.composing.arrivals import SampledPiece
from abcstudio.composing.candidates import Candidates
from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.provenance import without_provenance
from abcstudio.composing.takes import complete_tune
from abcstudio.errors import PromptError
from abcstudio.learning.checkpoint import load_model
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
        folder: Where all candidates are kept, and taken from if they are those asked for.
    """

    model: Path
    headers: int
    best: int
    temperature: float
    rng_seed: int
    folder: Path | None = None


def composed(asked: HeaderTakes, tunes: Sequence[str]) -> dict[str, list[str]]:
    """Return guarded takes by what they are; a header that the guard refuses is passed over."""
    chance = random.Random(asked.rng_seed)
    chosen = chance.sample(tunes, min(asked.headers, len(tunes)))
    takes: dict[str, list[str]] = {"single": [], f"best of {asked.best}": []}
    jury, fingerprint = Jury.load(bundled_jury()), load_model(asked.model).fingerprint
    for place, tune in enumerate(chosen):
        found = candidates(asked, fingerprint, header_prompt(tune), place)
        if found["texts"]:
            takes["single"].append(complete_tune(found["texts"][0]))
            takes[f"best of {asked.best}"].append(complete_tune(chosen_of(found, jury)))
        print(f"\r{place + 1} of {len(chosen)} headers", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return takes


def candidates(asked: HeaderTakes, model: str, prompt: str, place: int) -> dict[str, Any]:
    """Return the candidates for a header: what they were asked for, and their texts."""
    sampling = SamplingConfig(
        temperature=asked.temperature, rng_seed=asked.rng_seed + SEEDS_APART * place, guard=True
    )
    facts = {
        "model": model, "prompt": prompt, "candidates": asked.best,
        "temperature": sampling.temperature, "rng_seed": sampling.rng_seed,
    }  # fmt: skip
    path = asked.folder / f"header-{place + 1:03}.json" if asked.folder else None
    if path and path.exists():
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if {name: kept[name] for name in facts} == facts:
            return kept
    request = ComposeRequest(
        model=asked.model, prompt=prompt, sampling=sampling, takes=asked.best, drop_unknown=True
    )
    try:
        made = compose(request, lambda _sampled: None).takes
    except PromptError as error:
        print(f"{prompt!r}: {error.message_id}", file=sys.stderr)
        made = ()
    found = {
        **facts,
        "read": made[0].provenance.prompt if made else prompt,
        "texts": [without_provenance(take.raw) for take in made],
    }
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return found


def chosen_of(found: dict[str, Any], jury: Jury) -> str:
    """Return the candidate that the program chooses."""
    own = Candidates([found["read"]], len(found["texts"]), jury)
    for number, text in enumerate(found["texts"]):
        own.add(SampledPiece(number, text.removeprefix(found["read"])))
        own.judge(number)
    return own.chosen(0).text
