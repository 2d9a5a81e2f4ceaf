"""Which of the wishes do not let a take go on, so that each can say what it cost."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.endings import Endings
from abcstudio.composing.clock.essence import Essence
from abcstudio.composing.clock.states import State
from abcstudio.composing.clock.wishes import Language, Wishes
from abcstudio.composing.guard.take_costs import MEASURES

NEW = "new"
"""The wish that has no rules in the clock."""

Names = tuple[str, ...]
_NONE = Wishes()


class Blame:
    """Asks the clock of each wish alone, and clocks that lack one wish each.

    It is asked only where a take goes back, so that takes are sampled as fast as without it.
    """

    def __init__(self, language: Language, characters: str) -> None:
        self._language, self._characters = language, characters
        self._rules = _rules(language.wishes)

    @cached_property
    def _free(self) -> MeasureClock:
        return self._clock(_NONE)

    @cached_property
    def _alone(self) -> Mapping[str, MeasureClock]:
        wishes = self._language.wishes
        return {
            name: self._clock(replace(_NONE, **{one: getattr(wishes, one) for one in rules}))
            for name, rules in self._rules.items()
        }

    @cached_property
    def _without(self) -> Mapping[str, Endings]:
        wishes = self._language.wishes
        found = {}
        for name, rules in self._rules.items():
            fewer = replace(wishes, **{one: getattr(_NONE, one) for one in rules})
            clock = self._clock(fewer)
            found[name] = Endings(clock, Essence(clock))
        return found

    def _clock(self, wishes: Wishes) -> MeasureClock:
        return MeasureClock(replace(self._language, wishes=wishes), self._characters)

    def of_step(self, state: State, character: str) -> Names:
        """Return which wishes do not let a character come.

        Args:
            state: One from which it must not come, or what matters of it.
            character: What must not come.
        """
        if not self._rules or self._free.next_state(state, character) is None:
            return (MEASURES,)
        names = (
            name
            for name, clock in self._alone.items()
            if clock.next_state(state, character) is None
        )
        return tuple(names) or (MEASURES,)

    def of_dead_end(self, state: State) -> Names:
        """Return of which wishes each must go, so that a tune can still end.

        Args:
            state: One from which no tune can end, or what matters of it.
        """
        names = (name for name, endings in self._without.items() if endings.can_end(state))
        return tuple(names) or (MEASURES,)


def _rules(wishes: Wishes) -> Mapping[str, Names]:
    """Return the rules of the clock that each wish makes, by the wish's name."""
    rules: dict[str, Names] = {
        "form": ("form",),
        "range": ("compass",),
        "meter": ("meter",),
        "key": ("key",),
        "pickup": ("pickup",),
        "accidentals": ("has_accidentals",),
        "ends_on_tonic": ("ends_on_tonic",),
    }
    if wishes.pattern:
        del rules["meter"]
        rules["rhythm_of"] = ("pattern", "unit", "meter")
    return {
        name: rule
        for name, rule in rules.items()
        if getattr(wishes, rule[0]) != getattr(_NONE, rule[0])
    }
