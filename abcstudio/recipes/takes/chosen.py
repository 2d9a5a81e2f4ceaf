"""Takes of the history chosen by what a person says of them."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_facts import facts_of_take
from abcstudio.composing.history.take_history import listed_takes
from abcstudio.composing.history.take_orders import NEWEST, NEWNESS, in_order
from abcstudio.composing.jury.jury import Jury
from abcstudio.errors import TakeError


@dataclass(frozen=True, slots=True, kw_only=True)
class TakesMeant:
    """Which takes are meant.

    Attributes:
        numbers: Theirs; none for all.
        starred: Only those with a star.
        since: Only those of this day and later; None for any.
        order: One of `ORDERS`.
        most: So many, the first of the order; None for all.
    """

    numbers: tuple[int, ...] = ()
    starred: bool = False
    since: date | None = None
    order: str = NEWEST
    most: int | None = None


def chosen_takes(
    folder: Path,
    choice: TakesMeant,
    jury: Path,
    newer_than: Callable[[str], int | None] = lambda _text: None,
) -> list[RememberedTake]:
    """Return takes of the history in an order, with what can be found out about them.

    Args:
        folder: That of the history, in which nothing is changed.
        choice: Which.
        jury: The jury's file.
        newer_than: Returns of how many of a hundred known tunes a text is newer; asked of takes
            that are to be ordered by that, where the history does not know it.

    Raises:
        TakeError: There is no take of a number.
        TextFileError: The jury is damaged.
        OSError: The history cannot be read.
    """
    takes = listed_takes(folder).takes
    there = {take.number for take in takes}
    for number in choice.numbers:
        if number not in there:
            raise TakeError("take.not_there", number=number)
    meant = _with_facts([take for take in takes if _is_meant(take, choice)], jury)
    if choice.order == NEWNESS:
        meant = [_compared(take, newer_than) for take in meant]
    if choice.numbers and choice.order == NEWEST:
        places = {number: place for place, number in enumerate(choice.numbers)}
        return sorted(meant, key=lambda take: places[take.number])[: choice.most]
    return in_order(choice.order, meant)[: choice.most]


def day_of(take: RememberedTake) -> date | None:
    """Return the day on which a take was made, None where that is not known."""
    if not take.made:
        return None
    try:
        return datetime.fromtimestamp(take.made).astimezone().date()
    except (OverflowError, OSError, ValueError):
        return None


def days_ago(days: int) -> date:
    """Return the day so many days before this one."""
    return date.fromtimestamp(time.time() - days * 24 * 3600)


def _is_meant(take: RememberedTake, choice: TakesMeant) -> bool:
    if choice.numbers and take.number not in choice.numbers:
        return False
    if choice.starred and not take.is_kept:
        return False
    day = day_of(take)
    return choice.since is None or (day is not None and day >= choice.since)


def _with_facts(takes: Iterable[RememberedTake], jury: Path) -> list[RememberedTake]:
    takes = list(takes)
    if all(take.facts for take in takes):
        return takes
    judge = Jury.load(jury)
    return [
        take if take.facts else replace(take, facts=facts_of_take(take.text, judge))
        for take in takes
    ]


def _compared(take: RememberedTake, newer_than: Callable[[str], int | None]) -> RememberedTake:
    if take.facts is None or take.facts.newer >= 0:
        return take
    newer = newer_than(take.text)
    return take if newer is None else replace(take, facts=replace(take.facts, newer=newer))
