"""What of a tune the network is to compose: chosen measures, or how the tune goes on."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from abcstudio.composing.rewriting.going_on.continuing import Continuing, added_to
from abcstudio.composing.rewriting.measures_meant import (
    MeantMeasures,
    caret_in_music,
    changed_measures,
    measures_at,
    note_at,
    phrase_at,
    place_of,
)
from abcstudio.learning.sampling.sampling_config import SamplingConfig, new_rng_seed
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.recipes.rewrite import RewriteRequest
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions


class AimKind(Enum):
    """What is composed."""

    MEASURES = auto()
    """The chosen ones, anew."""

    VARIED = auto()
    """The chosen ones, or the phrase at the caret, but for the notes on strong beats."""

    CARET = auto()
    """What stands behind the caret in its phrase, or what is missing of that."""

    MORE = auto()
    """Measures behind the one at the caret."""

    ENDING = auto()
    """What ends the tune, behind that measure."""

    PART = auto()
    """One more, at the end."""

    SECOND_TIME = auto()
    """The repeat at the caret, written out, its second time varied."""


_OF_MEASURES = (AimKind.MEASURES, AimKind.VARIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RewritingAim:
    """A place of a tune, and what is to stand there.

    Attributes:
        view: The tune as it was.
        meant: The measures that are chosen; where music is added, the one that it follows, and
            an empty place.
        wish: How the tune goes on; None where measures are composed anew.
        begin, behind: Where in the tune with a version that stands, and how many characters are
            behind it.
    """

    view: TuneView
    kind: AimKind
    meant: MeantMeasures
    wish: Continuing | None = None
    begin: int = 0
    behind: int = 0

    @classmethod
    def of(cls, view: TuneView, kind: AimKind, selection: Span, added: int = 1) -> "RewritingAim":
        """Return what is meant while a place of a tune is selected.

        Args:
            view: The tune.
            kind: What is composed.
            selection: What is selected of it.
            added: How many measures it goes on with, where it does.

        Raises:
            RewritingError: It cannot be composed; the sentence says why.
        """
        if kind is AimKind.PART:
            return cls._going_on(view, kind, 0, Continuing(is_part=True))
        score = view.score
        if kind in _OF_MEASURES and selection.start == selection.end:
            caret = caret_in_music(score, selection.start)
            selection = Span(caret, caret)
        found = measures_at(score, selection)
        if kind is AimKind.VARIED and selection.start == selection.end:
            found = phrase_at(score, selection.start)
        wish = _wish(kind, found.last, added)
        if kind is AimKind.CARET:
            wish = Continuing(after=found.first, from_note=note_at(score, selection.start))
        if wish is not None:
            return cls._going_on(view, kind, wish.after, wish)
        return cls(view=view, kind=kind, meant=found)

    @classmethod
    def _going_on(
        cls, view: TuneView, kind: AimKind, after: int, wish: Continuing
    ) -> "RewritingAim":
        added = added_to(view.score, wish)
        return cls(
            view=view,
            kind=kind,
            meant=MeantMeasures(after, after, added.old),
            wish=wish,
            begin=added.new.start,
            behind=len(added.text) - added.new.end,
        )

    def adding(self, measures: int) -> "RewritingAim":
        """Return it with another number of measures that the tune goes on with."""
        after = self.meant.last
        wish = _wish(self.kind, after, measures)
        return self._going_on(self.view, self.kind, after, wish) if wish else self

    @property
    def is_new(self) -> bool:
        """Whether nothing stood there."""
        return self.meant.place.start == self.meant.place.end

    def request(self, model: Path, options: RewritingOptions, takes: int) -> RewriteRequest:
        """Return what the network is asked for."""
        header, text = self.view.tune.file_header, self.view.text
        is_free = self.wish is not None
        stays = not is_free or self.kind is AimKind.SECOND_TIME
        return RewriteRequest(
            model=model,
            text=f"{header}\n\n{text}" if header else text,
            first=self.meant.first,
            last=self.meant.last,
            halves=self.meant.halves,
            continuing=self.wish,
            takes=takes,
            keeps_rhythm=options.keeps_rhythm and stays,
            keeps_contour=options.keeps_contour and stays,
            keeps_ends=options.keeps_ends and stays,
            keeps_strong=self.kind is AimKind.VARIED or (options.keeps_strong and stays),
            everywhere=options.everywhere and not is_free,
            sampling=SamplingConfig(temperature=options.temperature, rng_seed=new_rng_seed()),
        )

    def place_in(self, score: Score) -> Span:
        """Return where it stands in the tune with a version."""
        if self.kind in _OF_MEASURES:
            return place_of(score, self.meant.first, self.meant.last, self.meant.halves)
        if score.text == self.view.text:
            return self.meant.place
        return Span(self.begin, len(score.text) - self.behind)

    def changed_in(self, score: Score) -> tuple[Span, ...]:
        """Return all that is another one in the tune with a version, and where that stands."""
        if self.kind in _OF_MEASURES:
            return (self.place_in(score), *changed_measures(self.view.score, score))
        return (self.place_in(score),)


def _wish(kind: AimKind, after: int, added: int) -> Continuing | None:
    if kind is AimKind.MORE:
        return Continuing(after=after, add=added)
    if kind is AimKind.ENDING:
        return Continuing(after=after, is_ending=True)
    if kind is AimKind.SECOND_TIME:
        return Continuing(after=after, is_second_time=True)
    return None
