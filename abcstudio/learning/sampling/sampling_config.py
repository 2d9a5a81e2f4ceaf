"""How characters are sampled: names, defaults and ranges, written once. No torch.

The compose form, the command line, the lines of a take and what a take is known to have come from
all loop over the fields of `SamplingConfig`. A label is the message `sampling.<name>`, its sentence
of meaning `sampling.<name>.help`.
"""

import random
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, NamedTuple

from abcstudio.field_values import Flag, Real, Whole
from abcstudio.learning.config import LARGEST_SEED
from abcstudio.learning.vocabulary import MAX_CHARACTERS

TUNE_END = "\n\n"

EDITION = 1
"""Version of the guard's rules. Increase it with each change after which the same seed gives a
different take."""


@dataclass(frozen=True, slots=True)
class SamplingOption:
    """The range of one field of `SamplingConfig`.

    Attributes:
        values: What the field may be.
        before: What a take was sampled with whose lines do not name the option; None where that
            cannot be known. A new option gives the value that changes nothing.
        is_chosen: Shown as an option. Else it only records how a take was sampled.
    """

    values: Flag | Real | Whole
    before: float | None = None
    is_chosen: bool = True


def _option(
    default: Any,
    values: Flag | Real | Whole,
    *,
    before: float | None = None,
    is_chosen: bool = True,
) -> Any:
    option = SamplingOption(values, before, is_chosen)
    return field(default=default, metadata={"option": option})


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplingConfig:
    """How characters are sampled.

    Attributes:
        temperature: 1 samples as the network expects, less is more careful; 0 always the likeliest.
        max_chars: Sampled characters of a take; the prompt is not counted.
        rng_seed: Equal seeds give equal takes. Take number n of a batch uses `rng_seed + n`, and
            where several candidates are sampled for each, candidate number n.
        top_k: Only so many likeliest characters may be sampled; 0 for all.
        top_p: Only the likeliest that together have this probability; 1 for all.
        stop_at_tune_end: A blank line ends a take. It is not given out itself.
        repetition_guard: A take that goes round in circles is led out of them.
        guard: Only what can still end in a whole tune may be sampled; what that is, others say.
        share_attempts: Takes of a batch that begin alike share those behind each one's first.
        edition: Version of the guard's rules; see `EDITION`.
        best: How many candidates are sampled for a take, which is one of them; which one, others
            say.
    """

    temperature: float = _option(0.8, Real(0.01, 10.0))
    max_chars: int = _option(1000, Whole(10, 20_000))
    rng_seed: int = _option(0, Whole(0, LARGEST_SEED))
    top_k: int = _option(0, Whole(0, MAX_CHARACTERS), before=0)
    top_p: float = _option(1.0, Real(0.0001, 1.0), before=1.0)
    stop_at_tune_end: bool = _option(True, Flag())
    repetition_guard: bool = _option(True, Flag(), before=False)
    guard: bool = _option(False, Flag(), before=False)
    share_attempts: bool = _option(True, Flag(), before=False, is_chosen=False)
    edition: int = _option(EDITION, Whole(0, EDITION), before=0, is_chosen=False)
    best: int = _option(1, Whole(1, 64), before=1)


class KnownSampling(NamedTuple):
    """What is known of how a take was sampled.

    Attributes:
        unknown: The options whose values here are only the defaults.
    """

    config: SamplingConfig
    unknown: frozenset[str]


def sampling_options() -> Mapping[str, SamplingOption]:
    """Return the fields of `SamplingConfig` in their order, each with its range."""
    return {item.name: item.metadata["option"] for item in fields(SamplingConfig)}


def chosen_options() -> Mapping[str, SamplingOption]:
    """Return the options of `sampling_options` that a user can choose."""
    return {name: option for name, option in sampling_options().items() if option.is_chosen}


def new_rng_seed() -> int:
    """Return a random seed."""
    return random.SystemRandom().randint(0, LARGEST_SEED)


def sampling_data(known: KnownSampling) -> dict[str, Any]:
    """Return the options that are known, as plain data."""
    data = asdict(known.config)
    return {name: value for name, value in data.items() if name not in known.unknown}


def sampling_from(data: Mapping[str, Any]) -> KnownSampling:
    """Return the options that some data names; names that are no options are passed over.

    Raises:
        ValueError: A value does not fit its option.
    """
    named: dict[str, Any] = {}
    unknown = set()
    for name, option in sampling_options().items():
        if name in data:
            named[name] = option.values.accepted(data[name])
        elif option.before is not None:
            named[name] = option.before
        else:
            unknown.add(name)
    return KnownSampling(replace(SamplingConfig(), **named), frozenset(unknown))
