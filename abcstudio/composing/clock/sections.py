"""Bar lines in the clock: which may end a measure, and what they do to repeats and endings."""

from abcstudio.composing.clock.signs import BARS, BarMeaning
from abcstudio.composing.clock.states import (
    ANY,
    NOT_CLOSED,
    SECTION_CLOSED,
    TUNE_CLOSED,
    MeasureState,
    Part,
)
from abcstudio.composing.clock.wishes import WITH, FormSection, Language, Wishes

_MOST_PICKUPS = 4


def after_bar(word: str, measure: MeasureState, part: Part, language: Language) -> Part | None:
    """Return where among the parts a bar line leads; None where it must not stand.

    Args:
        word: The bar line as written, the number of an ending behind it included.
        measure: The measure that it ends, or one in which no note has come yet.
        part: Where it stands.
        language: With the form, if one is wished for; a careful one has only what adds up when
            repeats are played, as other programs read it.
    """
    bar = BARS[word]
    if measure.need == measure.full:
        return _opened(part, language) if word == "|:" and not part.opened else None
    return _Ended(measure, part, language).by(bar)


def has_time(measure: MeasureState, part: Part, wishes: Wishes) -> bool:
    """Return whether a note may come."""
    if measure.need < measure.full or not wishes.form:
        return measure.need > 0
    section = _section(part, wishes)
    return section is not None and (part.opened or not section.repeated)


def has_room(measure: MeasureState, part: Part) -> bool:
    """Return whether a measure is not yet longer than the pickup that it must be."""
    return not part.fresh or part.owed <= 0 or measure.full - measure.need <= part.owed


def may_end_tune(part: Part, wishes: Wishes, *, careful: bool) -> bool:
    """Return whether a tune may end behind its latest bar line."""
    if not careful and part.owed > 0 and part.owed not in part.pickups:
        return False
    is_whole = not wishes.form or part.number == len(wishes.form)
    return is_whole and part.closed == TUNE_CLOSED


def _opened(part: Part, language: Language) -> Part | None:
    if language.wishes.form:
        section = _section(part, language.wishes)
        if section is None or not section.repeated or not part.fresh:
            return None
    owed = 0 if language.careful else ANY
    return part._replace(
        opened=True, fresh=True, closed=NOT_CLOSED, pickup=0, owed=part.owed if part.fresh else owed
    )


def _section(part: Part, wishes: Wishes) -> FormSection | None:
    return wishes.form[part.number] if part.number < len(wishes.form) else None


class _Ended:
    """A measure that a bar line ends."""

    def __init__(self, measure: MeasureState, part: Part, language: Language) -> None:
        self._part, self._language = part, language
        self._wishes, self._careful = language.wishes, language.careful
        self._missing = measure.need
        self._lasted = measure.full - measure.need

    def by(self, bar: BarMeaning) -> Part | None:
        if self._begins_otherwise():
            return None
        if not bar.ends_section and not bar.ending:
            return self._plain()
        if self._part.owed > 0 and self._part.fresh:
            return None
        if bar.ending == 1:
            return self._first_ending()
        if bar.closes:
            return self._repeat(bar)
        return self._section_end(bar)

    def _begins_otherwise(self) -> bool:
        """Return whether it is the tune's first measure, and no pickup or one against the wish."""
        wished = self._wishes.pickup
        if not wished or not self._is_first_of_tune:
            return False
        return bool(self._missing) is not (wished == WITH)

    @property
    def _is_first_of_tune(self) -> bool:
        # The first measures of other sections are owed something.
        return self._part.fresh and self._part.owed == ANY

    def _plain(self) -> Part | None:
        part = self._part
        if self._missing and not part.fresh:
            return None
        if part.fresh and part.owed not in (ANY, self._missing and self._lasted):
            return None
        if self._missing:
            if self._is_too_long_for_pickup():
                return None
            return part._replace(
                fresh=False, closed=NOT_CLOSED, pickup=self._lasted, pickups=self._all_pickups()
            )
        plain = part._replace(fresh=False, closed=NOT_CLOSED, owed=ANY)
        return self._counted(plain, is_last=False)

    def _first_ending(self) -> Part | None:
        part = self._part
        if part.ending or self._missing or (self._careful and not part.opened):
            return None
        counted = self._counted(part._replace(fresh=False, ending=1, owed=ANY), is_last=False)
        return counted and counted._replace(ending_from=counted.done)

    def _repeat(self, bar: BarMeaning) -> Part | None:
        part = self._part
        if (self._careful or self._wishes.form) and not part.opened:
            return None
        known = {part.pickup} if self._careful else {0, part.pickup, *part.pickups}
        if bar.ending == 2:
            if part.ending != 1 or self._missing not in known:
                return None
            counted = self._counted(part._replace(fresh=False, ending=2), is_last=True)
            return counted and counted._replace(done=part.ending_from)
        if self._careful and part.ending:
            return None
        return self._ended(bar, known)

    def _section_end(self, bar: BarMeaning) -> Part | None:
        part = self._part
        if bar.opens and part.fresh and self._missing and not part.opened:
            return self._pickup_outside()
        if part.opened and part.ending != 2:
            return None
        return self._ended(bar, {0, part.pickup})

    def _pickup_outside(self) -> Part | None:
        """Open a repeat behind a pickup that is not repeated, as in `d|:e2 ... :|`."""
        if self._part.owed not in (ANY, self._lasted) or self._is_too_long_for_pickup():
            return None
        opened = _opened(self._part._replace(owed=ANY), self._language)
        owed = 0 if self._careful else ANY
        return opened and opened._replace(owed=owed, pickups=self._all_pickups())

    def _is_too_long_for_pickup(self) -> bool:
        return self._careful and self._lasted > self._missing

    def _all_pickups(self) -> tuple[int, ...]:
        """Return the lengths of the pickups, where what comes may depend on them."""
        if self._careful:
            return ()
        return tuple(sorted({*self._part.pickups, self._lasted})[-_MOST_PICKUPS:])

    def _ended(self, bar: BarMeaning, known: set[int]) -> Part | None:
        """Begin the next section; what this one lacks, the next one's pickup must make up for."""
        counted = self._counted(self._part, is_last=True)
        if counted is None:
            return None
        owed = self._missing if self._careful else ANY
        if self._missing not in known:
            if self._careful and not self._may_be_made_up_for(bar):
                return None
            owed = self._missing
        after = Part(
            opened=bar.opens, closed=self._closed_by(bar), pickups=counted.pickups, owed=owed,
            number=counted.number + bool(self._wishes.form),
        )  # fmt: skip
        section = _section(after, self._wishes) if self._wishes.form else None
        if bar.opens and self._wishes.form and (section is None or not section.repeated):
            return None
        return after

    def _may_be_made_up_for(self, bar: BarMeaning) -> bool:
        """Return whether the next pickup is played right behind this measure, as in `d6||ef|`."""
        if self._is_first_of_tune or self._closed_by(bar) != SECTION_CLOSED:
            return False
        return not bar.closes and not self._part.opened and not self._part.ending

    def _closed_by(self, bar: BarMeaning) -> int:
        if bar.opens:
            return NOT_CLOSED
        may_end = bar.ends_tune or not self._language.needs_final_bar
        return TUNE_CLOSED if may_end else SECTION_CLOSED

    def _counted(self, part: Part, *, is_last: bool) -> Part | None:
        """Count the measure where a form is wished for; None where the form has no room for it."""
        if not self._wishes.form:
            return part
        section = _section(part, self._wishes)
        if section is None or is_last is not (part.done + 1 == section.measures):
            return None
        return part._replace(done=part.done + 1)
