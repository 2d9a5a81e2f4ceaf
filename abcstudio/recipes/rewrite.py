"""Rewriting: chosen measures of a tune and a model in, other music for them out.

torch and NumPy are imported when the work starts, not with this file.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.composing.rewriting.chosen_measures import hole_in, hole_of
from abcstudio.composing.rewriting.going_on.continuing import Continuing, added_to
from abcstudio.composing.rewriting.hole import Hole
from abcstudio.composing.rewriting.kept import NOTHING, Kept
from abcstudio.composing.rewriting.measures_meant import BOTH, Halves
from abcstudio.composing.rewriting.reading.hole_reading import HoleReading, read_hole
from abcstudio.composing.rewriting.reading.own_header import read_before
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import RewritingError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.limits import MAX_TUNE_LENGTH
from abcstudio.notation.reader.parser import parse
from abcstudio.recipes.mixing.opened_models import open_placed, sampling_on
from abcstudio.recipes.model_reading import read_for

if TYPE_CHECKING:
    from abcstudio.composing.rewriting.found_fillings import Filling
    from abcstudio.learning.checkpoint import ModelHeader


@dataclass(frozen=True, slots=True, kw_only=True)
class RewriteRequest:
    """What to compose anew.

    Attributes:
        model: The model's file.
        text: A text of one tune or several.
        tune: What `X:` says of the tune; "" where there is only one.
        first, last: The numbers of the measures; 0 is the pickup at the start.
        halves: What of them stays, where a repeat cuts one in two.
        continuing: How the tune goes on; then no measures are named.
        takes: How many fillings.
        keeps_rhythm: Only the pitches of notes change.
        keeps_contour: Each step from note to note leads up, down or nowhere as now.
        keeps_ends: The first and the last note stay.
        keeps_strong: The notes on strong beats stay, as they do where a repeat is written out.
        everywhere: Measures elsewhere in the tune with the very text of one of these change with
            it.
        sampling: How their characters are sampled.
    """

    model: Path
    text: str
    first: int = 0
    last: int = 0
    halves: Halves = BOTH
    continuing: Continuing | None = None
    tune: str = ""
    takes: int = 1
    keeps_rhythm: bool = False
    keeps_contour: bool = False
    keeps_ends: bool = False
    keeps_strong: bool = False
    everywhere: bool = False
    sampling: SamplingConfig = field(default_factory=SamplingConfig)

    @property
    def kept(self) -> Kept:
        """What of the measures stays."""
        return Kept(
            rhythm=self.keeps_rhythm,
            contour=self.keeps_contour,
            ends=self.keeps_ends,
            strong=self.keeps_strong,
        )


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The text with other music in the chosen measures.

    Attributes:
        text: The whole text; outside the measures, and what is added for them, it is the same,
            character by character.
        tune: The tune alone.
        music: What stands in the measures now, with the bar lines between them.
        filling: How likely it is.
    """

    text: str
    tune: str
    music: str
    filling: "Filling"


def rewrite(
    request: RewriteRequest,
    begin: Callable[[], object] = lambda: None,
    show: Callable[[tuple[Rewritten, ...]], object] = lambda _found: None,
) -> tuple[Rewritten, ...]:
    """Return the text with fillings of the chosen measures, best first, all different.

    Where the model finds no more, they are fewer.

    Args:
        request: What to compose anew.
        begin: Called once the measures and the model are known to be usable; what it raises ends
            the work before anything is sampled.
        show: Called with the best of those found so far: early with a few, last with what is
            returned.

    Raises:
        DeviceError: The GPU that samples is out of memory or failed.
        ModelFileError: The model cannot be opened.
        RewritingError: There are no such measures, or they cannot be composed anew.
    """
    hole, base = _hole(request, _tune(request))
    from abcstudio.composing.rewriting.fillings import fillings
    from abcstudio.composing.rewriting.rules import rules_for
    from abcstudio.learning.sampling.sampler import Sampler

    loaded, card = open_placed(request.model)
    characters = loaded.header.vocabulary.characters
    reading = _reading(hole, loaded.header)
    rules = rules_for(hole, reading, characters, request.kept)

    def rewritten(found: tuple["Filling", ...]) -> tuple[Rewritten, ...]:
        return tuple(base.rewritten(hole, rules.written(one.music), one) for one in found)

    with sampling_on(card):
        found = fillings(
            Sampler(loaded.model, loaded.header.vocabulary),
            rules,
            reading,
            config=request.sampling,
            count=request.takes,
            begin=begin,
            show=lambda some: show(rewritten(some)),
        )
    return rewritten(found)


def _reading(hole: Hole, header: "ModelHeader") -> HoleReading:
    """Return how a model reads a tune with a hole."""
    characters = header.vocabulary.characters
    text = read_for(header, hole.text)
    before = read_before(parse(hole.text), text, hole.stretches[0].place.start, characters)
    return read_hole(hole, text, characters, before)


@dataclass(frozen=True, slots=True)
class _Base:
    """A text and one tune of it, with room for what is added.

    Attributes:
        text, tune: Both texts.
        offset: Where the tune stands in the text.
        header: How much longer the tune is as it stands alone.
    """

    text: str
    tune: str
    offset: int
    header: int

    def rewritten(self, hole: Hole, written: tuple[str, ...], filling: "Filling") -> Rewritten:
        """Return the text with a filling in a hole of the tune as it stands alone."""
        in_tune = hole.moved(self.tune, -self.header)
        in_text = hole.moved(self.text, self.offset - self.header)
        return Rewritten(
            in_text.filled(written),
            in_tune.filled(written),
            in_tune.filled_measures(written),
            filling,
        )

    def with_tune(self, alone: str) -> "_Base":
        """Return it with another text of the tune, as that stands alone; its first line is kept."""
        first_line = self.tune.index("\n") + 1
        tune = self.tune[:first_line] + alone[first_line + self.header :]
        behind = self.text[self.offset + len(self.tune) :]
        return replace(self, text=self.text[: self.offset] + tune + behind, tune=tune)


def _hole(request: RewriteRequest, tune: Tune) -> tuple[Hole, _Base]:
    alone = tune.standalone_text
    base = _Base(request.text, tune.text, tune.offset, len(alone) - len(tune.text))
    score, kept, wish = parse(alone), request.kept, request.continuing
    if wish is None:
        hole = hole_of(
            score,
            request.first,
            request.last,
            kept,
            everywhere=request.everywhere,
            halves=request.halves,
        )
        return hole, base
    added = added_to(score, wish)
    is_free = added.is_new and not added.is_varied
    if request.everywhere or (is_free and kept != NOTHING):
        raise RewritingError("rewriting.nothing_kept")
    kept = replace(kept, strong=kept.strong or added.is_varied)
    hole = hole_in(parse(added.text), added.new, kept, ends_on_tonic=added.ends_on_tonic)
    return hole, base.with_tune(added.text)


def _tune(request: RewriteRequest) -> Tune:
    tunes = split_tunebook(request.text)
    if not tunes:
        raise RewritingError("rewriting.no_tune")
    if not request.tune and len(tunes) > 1:
        raise RewritingError("rewriting.which_tune", count=len(tunes))
    for tune in tunes:
        if request.tune in ("", tune.reference_number):
            if len(tune.text) > MAX_TUNE_LENGTH:
                raise RewritingError("rewriting.long_tune", limit=MAX_TUNE_LENGTH)
            return tune
    raise RewritingError("rewriting.no_such_tune", number=request.tune)
