"""How measures are composed anew, kept from one start of the studio to the next."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from abcstudio.field_values import Flag, Values, Whole
from abcstudio.learning.sampling.sampling_config import SamplingConfig, sampling_options
from abcstudio.ui.services.studio import Studio

ADDED = Whole(1, 16)
"""How many measures a tune may go on with at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RewritingOptions:
    """How measures are composed anew.

    Attributes:
        keeps_rhythm: Only the pitches of notes change.
        keeps_contour: The melody goes up and down as before.
        keeps_ends: The first and the last note stay.
        keeps_strong: The notes on strong beats stay.
        everywhere: Measures with the same text change with the chosen ones.
        added: How many measures a tune goes on with.
        temperature: How bold the network is.
        is_heard: The versions are played.
    """

    keeps_rhythm: bool = False
    keeps_contour: bool = False
    keeps_ends: bool = False
    keeps_strong: bool = False
    everywhere: bool = False
    added: int = 4
    temperature: float = SamplingConfig().temperature
    is_heard: bool = True


def recalled_options(studio: Studio) -> RewritingOptions:
    """Return the options of last time; one that does not fit is the default."""
    kept = studio.settings.rewriting
    names = {field.name for field in fields(RewritingOptions)}
    return RewritingOptions(
        **{name: kept[name] for name in kept if name in names and _fits(name, kept[name])}
    )


def remember_options(options: RewritingOptions, studio: Studio) -> None:
    """Keep the options."""
    known: Mapping[str, Any] = asdict(options)
    if known != studio.settings.rewriting:
        studio.update_settings(rewriting=known)


def _fits(name: str, value: object) -> bool:
    numbers: Mapping[str, Values] = {
        "temperature": sampling_options()["temperature"].values,
        "added": ADDED,
    }
    values = numbers.get(name, Flag())
    try:
        values.accepted(value)
    except (ValueError, OverflowError):
        return False
    return True
