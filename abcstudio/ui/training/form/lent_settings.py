"""Training settings that a base model lends to the form, with the person's own beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from abcstudio.learning.config import TrainingConfig, kept_parameters


@dataclass(frozen=True, slots=True)
class LentSettings:
    """Values of some settings, the person's own values of them, and which cannot be changed.

    Attributes:
        given: What the form shows instead of the person's own.
        own: What it shows again without the base.
        fixed: The names of those that are the base network's.
    """

    given: Mapping[str, Any] = field(default_factory=dict)
    own: Mapping[str, Any] = field(default_factory=dict)
    fixed: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, own: TrainingConfig, network: TrainingConfig | None, advice: Mapping[str, Any]
    ) -> "LentSettings":
        """Lend a network's sizes and, beside them, settings that fit a run that continues."""
        if network is None:
            return cls()
        fixed = kept_parameters(network)
        given = {**advice, **{name: getattr(network, name) for name in fixed}}
        return cls(given, {name: getattr(own, name) for name in given}, fixed)

    def over(self, own: TrainingConfig) -> TrainingConfig:
        """Return what the form shows beside the person's own settings."""
        return replace(own, **self.given)

    def own_of(self, shown: TrainingConfig) -> TrainingConfig:
        """Return the person's own settings; a lent value that was changed is the person's."""
        lent = [name for name in self.given if getattr(shown, name) == self.given[name]]
        return replace(shown, **{name: self.own[name] for name in lent})

    def with_own_network(self, shown: TrainingConfig) -> TrainingConfig:
        """Return shown settings with the sizes of the person's own network."""
        return replace(shown, **{name: self.own[name] for name in self.fixed})

    def beside(self, config: TrainingConfig) -> "LentSettings":
        """Return what stays lent when the person takes other settings: the network alone.

        Settings with the base network's own sizes say nothing of the sizes of a new network.
        """
        given = {name: self.given[name] for name in self.fixed}
        is_same = all(getattr(config, name) == value for name, value in given.items())
        own = {name: self.own[name] if is_same else getattr(config, name) for name in given}
        return LentSettings(given, own, self.fixed)
