"""A second model that a take was composed with, mixed into the first."""

from dataclasses import dataclass

from abcstudio.field_values import Real, String, kept

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
