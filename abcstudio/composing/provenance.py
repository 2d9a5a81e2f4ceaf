"""Where a composed tune comes from, written below its music so that it can be made again.

The lines are ABC directives (`%%abcstudio ...`); other programs pass over them. They stand at the
end of each tune, so that one that has just been composed does not move when they are added.
"""

import json
from dataclasses import dataclass
from typing import Any

from abcstudio.bounded_json import parse_json
from abcstudio.field_values import Real, Whole

DIRECTIVE = "%%abcstudio "

# People count from 1. Files of the first versions counted from 0, with another word.
_PLACE, _PLACE_FROM_0 = "tune", "take"
# Anybody can write the lines: what they say comes into boxes that hold no more.
_SEED = _COUNT = Whole(0, 2**31 - 1)
_TEMPERATURE = Real(0.0, 100.0)


@dataclass(frozen=True, slots=True)
class Provenance:
    """All that is needed to compose a take again.

    Attributes:
        model: The model's name; `fingerprint` tells models of one name apart.
        rng_seed: The seed of the whole batch.
        take: The take's index in the batch, from 0, and from 1 where people read it; `takes` were
            composed side by side.
        top_k, top_p: 0 and 1 when nothing was left out.
        repetition_guard: Whether circles were left.
    """

    model: str
    fingerprint: str
    rng_seed: int
    temperature: float
    prompt: str
    take: int = 0
    takes: int = 1
    top_k: int = 0
    top_p: float = 1.0
    repetition_guard: bool = False


def provenance_lines(provenance: Provenance) -> str:
    """Return the directives, each line ended; plain ASCII whatever the prompt holds."""
    # JSON's escapes keep a prompt's line breaks, and any %, out of the text's own lines.
    prompt = json.dumps(provenance.prompt).replace("%", "\\u0025")
    model = json.dumps(provenance.model).replace("%", "\\u0025")
    lines = [
        f"model {model} {provenance.fingerprint}",
        f"rng_seed {provenance.rng_seed} {_PLACE} {provenance.take + 1} of {provenance.takes}",
        f"temperature {provenance.temperature:g}"
        f" top_k {provenance.top_k} top_p {provenance.top_p:g}"
        f" repetition_guard {int(provenance.repetition_guard)}",
        f"prompt {prompt}",
    ]
    return "".join(f"{DIRECTIVE}{line}\n" for line in lines)


def with_provenance(tune: str, provenance: Provenance) -> str:
    """Return a tune with its provenance below its last line; older provenance is replaced."""
    lines = without_provenance(tune).rstrip("\n")
    return f"{lines}\n{provenance_lines(provenance)}".strip("\n")


def without_provenance(tune: str) -> str:
    """Return a tune without its provenance."""
    return "\n".join(line for line in tune.split("\n") if not line.startswith(DIRECTIVE))


def is_provenance(line: str) -> bool:
    """Return whether a line is one of those that tell where a take came from."""
    return line.startswith(DIRECTIVE)


def read_provenance(tune: str) -> Provenance | None:
    """Return what a tune's lines say of its origin; None when they say nothing, or nonsense."""
    facts = {}
    for line in tune.split("\n"):
        if line.startswith(DIRECTIVE):
            word, _, rest = line.removeprefix(DIRECTIVE).strip().partition(" ")
            facts[word] = rest
    try:
        return _provenance(facts)
    except (KeyError, ValueError, IndexError):
        return None


def _provenance(facts: dict[str, str]) -> Provenance:
    model, fingerprint = facts["model"].rsplit(" ", 1)
    rng_seed, word, place, _, takes = facts["rng_seed"].split()
    first = {_PLACE: 1, _PLACE_FROM_0: 0}[word]
    temperature, _, top_k, _, top_p, *guard = facts["temperature"].split()
    return Provenance(
        model=_text(parse_json(model)),
        fingerprint=fingerprint,
        rng_seed=_SEED.accepted(int(rng_seed)),
        temperature=_TEMPERATURE.accepted(float(temperature)),
        prompt=_text(parse_json(facts["prompt"])),
        take=_COUNT.accepted(int(place) - first),
        takes=_COUNT.accepted(int(takes)),
        top_k=_COUNT.accepted(int(top_k)),
        top_p=float(top_p),
        repetition_guard=guard[1:] == ["1"],
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value
