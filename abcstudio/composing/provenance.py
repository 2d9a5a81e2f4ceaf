"""Where a composed tune comes from, written below its music so that it can be made again.

The lines are ABC directives (`%%abcstudio ...`); other programs pass over them. They stand at the
end of each tune, so that one that has just been composed does not move when they are added.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from abcstudio.bounded_json import parse_json
from abcstudio.composing.jury.marks import JuryMarks, marks_from
from abcstudio.composing.tune_wishes import NO_WISHES, TuneWishes, wishes_from
from abcstudio.field_values import Flag, Real, String, Whole, kept
from abcstudio.learning.sampling.sampling_config import (
    EDITION,
    KnownSampling,
    SamplingConfig,
    sampling_data,
    sampling_from,
    sampling_options,
)

DIRECTIVE = "%%abcstudio "

# People count from 1. Files of the first versions counted from 0, with another word.
_PLACE, _PLACE_FROM_0 = "tune", "take"
# Anybody can write the lines: what they say comes into boxes that hold no more.
_COUNT = Whole(0, 2**31 - 1)
# Of the options, the seed shares a line with the take's place, and the others stand in one.
_SEED, _OTHERS = "rng_seed", "temperature"
_WISHES, _JURY, _MIX = "wishes", "jury", "mix"

SHARE = Real(0.0, 1.0)
"""What a share of the second model may be; nothing is the first alone, all the second alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedIn:
    """The second model and its share.

    Attributes:
        model: Its name; `fingerprint` tells models of one name apart.
        share: What of the logarithms of probabilities is its.
    """

    model: str = kept("", String())
    fingerprint: str = kept("", String())
    share: float = kept(0.5, SHARE)


def mixed_name(model: str, mixed: MixedIn | None) -> str:
    """Return what to call the models of a take together."""
    return model if mixed is None else f"{model} + {mixed.model}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """All that is needed to compose a take again.

    Attributes:
        model: The model's name; `fingerprint` tells models of one name apart.
        take: The take's index in the batch, from 0, and from 1 where people read it; `takes` were
            composed side by side.
        sampling: How the whole batch was sampled.
        unknown: The options of it that an older file does not tell.
        wishes: What was wished of the tune.
        marks: What the jury said when it chose the take; None where there was no choice.
        mixed: The model that was mixed in; None where one composed alone.
    """

    model: str
    fingerprint: str
    prompt: str
    take: int = 0
    takes: int = 1
    sampling: SamplingConfig = field(default_factory=SamplingConfig)
    unknown: frozenset[str] = frozenset()
    wishes: TuneWishes = NO_WISHES
    marks: JuryMarks | None = None
    mixed: MixedIn | None = None


def is_of_older_edition(sampling: SamplingConfig, wishes: TuneWishes) -> bool:
    """Return whether a take cannot be composed again because the guard's rules have changed."""
    return (sampling.guard or wishes.are_given) and sampling.edition != EDITION


def provenance_lines(provenance: Provenance) -> str:
    """Return the directives, each line ended; plain ASCII whatever the prompt holds."""
    prompt = _quoted(provenance.prompt)
    known = sampling_data(KnownSampling(provenance.sampling, provenance.unknown))
    place = f"{_PLACE} {provenance.take + 1} of {provenance.takes}"
    others = " ".join(f"{name} {_word(known[name])}" for name in known if name != _SEED)
    lines = [
        f"model {_quoted(provenance.model)} {provenance.fingerprint}",
        f"{_SEED} {provenance.sampling.rng_seed} {place}",
        others,
        f"prompt {prompt}",
    ]
    if (mixed := provenance.mixed) is not None:
        lines.append(f"{_MIX} {_quoted(mixed.model)} {mixed.fingerprint} {mixed.share!r}")
    if provenance.wishes.are_given:
        lines.append(f"{_WISHES} {json.dumps(provenance.wishes.data())}")
    if provenance.marks is not None:
        lines.append(f"{_JURY} {json.dumps(provenance.marks.data)}")
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
    rng_seed, word, place, _, takes = facts[_SEED].split()
    first = {_PLACE: 1, _PLACE_FROM_0: 0}[word]
    sampling, unknown = sampling_from(
        {_SEED: int(rng_seed), **_options(f"{_OTHERS} {facts[_OTHERS]}".split())}
    )
    return Provenance(
        model=_text(parse_json(model)),
        fingerprint=fingerprint,
        prompt=_text(parse_json(facts["prompt"])),
        take=_COUNT.accepted(int(place) - first),
        takes=_COUNT.accepted(int(takes)),
        sampling=sampling,
        unknown=unknown,
        wishes=wishes_from(_data(facts.get(_WISHES, "{}"))),
        marks=marks_from(_data(facts[_JURY])) if _JURY in facts else None,
        mixed=_mixed(facts[_MIX]) if _MIX in facts else None,
    )


def _mixed(text: str) -> MixedIn:
    model, fingerprint, share = text.rsplit(" ", 2)
    return MixedIn(
        model=_text(parse_json(model)),
        fingerprint=fingerprint,
        share=SHARE.accepted(float(share)),
    )


def _data(text: str) -> dict[str, Any]:
    data = parse_json(text)
    if not isinstance(data, dict):
        raise ValueError("no data")
    return data


def _options(words: list[str]) -> dict[str, object]:
    """Return the options that a line tells as pairs of name and value."""
    said = dict(zip(words[::2], words[1::2], strict=True))
    return {
        name: _value(option.values, said[name])
        for name, option in sampling_options().items()
        if name in said
    }


def _quoted(text: str) -> str:
    """Return a text in one line: JSON's escapes keep its line breaks, and any %, out of it."""
    return json.dumps(text).replace("%", "\\u0025")


def _word(value: float) -> str:
    """Return a number to its last digit, without which a take might come out otherwise."""
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(int(value))


def _value(values: Flag | Real | Whole, text: str) -> object:
    if isinstance(values, Flag):
        return {"0": False, "1": True}[text]
    return int(text) if isinstance(values, Whole) else float(text)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value
