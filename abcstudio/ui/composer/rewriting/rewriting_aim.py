"""What of a tune the network is to compose: chosen measures, or how the tune goes on."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from abcstudio.composing.rewriting.continuing import Continuing, added_to
from abcstudio.composing.rewriting.measures_meant import changed_measures, measures_at, place_of
from abcstudio.learning.sampling.sampling_config import SamplingConfig, new_rng_seed
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.recipes.rewriting.rewrite import RewriteRequest
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions

ADDED = 4
"""How many measures the tune goes on with."""


class AimKind(Enum):
    """What is composed."""

    MEASURES = auto()
    """The chosen ones, anew."""

    MORE = auto()
    """Measures behind the one at the caret."""

    ENDING = auto()
    """What ends the tune, behind that measure."""

    PART = auto()
    """One more, at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RewritingAim:
    """A place of a tune, and what is to stand there.

    Attributes:
        view: The tune as it was.
        first, last: The numbers of the measures that are chosen.
        place: Where the music stands that changes, or an empty place where it is added.
    """

    view: TuneView
    kind: AimKind
    first: int
    last: int
    place: Span

    @classmethod
    def of(cls, view: TuneView, kind: AimKind, selection: Span) -> "RewritingAim":
        """Return what is meant while a place of a tune is selected.

        Raises:
            RewritingError: It cannot be composed; the sentence says why.
        """
        if kind is AimKind.PART:
            meant = Span(0, 0)
            first = last = 0
        else:
            found = measures_at(view.score, selection)
            meant, first, last = found.place, found.first, found.last
        wish = _wish(kind, last)
        if wish is not None:
            meant = _changed_for(view.score, wish)
        return cls(view=view, kind=kind, first=first, last=last, place=meant)

    @property
    def is_new(self) -> bool:
        """Whether nothing stood there."""
        return self.place.start == self.place.end

    def request(self, model: Path, options: RewritingOptions, takes: int) -> RewriteRequest:
        """Return what the network is asked for."""
        header, text, wish = self.view.tune.file_header, self.view.text, _wish(self.kind, self.last)
        is_free = wish is not None
        return RewriteRequest(
            model=model,
            text=f"{header}\n\n{text}" if header else text,
            first=self.first,
            last=self.last,
            continuing=wish,
            takes=takes,
            keeps_rhythm=options.keeps_rhythm and not is_free,
            keeps_contour=options.keeps_contour and not is_free,
            keeps_ends=options.keeps_ends and not is_free,
            everywhere=options.everywhere and not is_free,
            sampling=SamplingConfig(temperature=options.temperature, rng_seed=new_rng_seed()),
        )

    def place_in(self, score: Score) -> Span:
        """Return where it stands in the tune with a version."""
        if self.kind is AimKind.MEASURES:
            return place_of(score, self.first, self.last)
        behind = len(self.view.text) - self.place.end
        return Span(self.place.start, len(score.text) - behind)

    def changed_in(self, score: Score) -> tuple[Span, ...]:
        """Return all that is another one in the tune with a version, and where that stands."""
        if self.kind is AimKind.MEASURES:
            return (self.place_in(score), *changed_measures(self.view.score, score))
        return (self.place_in(score),)


def _wish(kind: AimKind, after: int) -> Continuing | None:
    if kind is AimKind.MORE:
        return Continuing(after=after, add=ADDED)
    if kind is AimKind.ENDING:
        return Continuing(after=after, is_ending=True)
    return Continuing(is_part=True) if kind is AimKind.PART else None


def _changed_for(score: Score, wish: Continuing) -> Span:
    """Return the place in a tune within which all stands that changes for a wish."""
    added = added_to(score, wish)
    start = min(added.place.start, added.new.start)
    behind = len(added.text) - max(added.place.end, added.new.end)
    return Span(start, len(score.text) - behind)
