"""Rewriting: chosen measures of a tune and a model in, other music for them out.

torch and NumPy are imported when the work starts, not with this file.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.composing.rewriting.chosen_measures import hole_of
from abcstudio.composing.rewriting.hole import Hole
from abcstudio.composing.rewriting.kept import Kept
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import RewritingError
from abcstudio.learning.devices import prepare_torch
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.reader.parser import parse
from abcstudio.recipes.model_reading import read_for

if TYPE_CHECKING:
    from abcstudio.composing.rewriting.fillings import Filling


@dataclass(frozen=True, slots=True, kw_only=True)
class RewriteRequest:
    """What to compose anew.

    Attributes:
        model: The model's file.
        text: A text of one tune or several.
        tune: What `X:` says of the tune; "" where there is only one.
        first, last: The numbers of the measures; 0 is the pickup at the start.
        takes: How many fillings.
        keeps_rhythm: Only the pitches of notes change.
        keeps_contour: Each step from note to note leads up, down or nowhere as now.
        keeps_ends: The first and the last note stay.
        sampling: How their characters are sampled.
    """

    model: Path
    text: str
    first: int
    last: int
    tune: str = ""
    takes: int = 1
    keeps_rhythm: bool = False
    keeps_contour: bool = False
    keeps_ends: bool = False
    sampling: SamplingConfig = field(default_factory=SamplingConfig)

    @property
    def kept(self) -> Kept:
        """What of the measures stays."""
        return Kept(rhythm=self.keeps_rhythm, contour=self.keeps_contour, ends=self.keeps_ends)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The text with other music in the chosen measures.

    Attributes:
        text: The whole text; outside the measures it is the same, character by character.
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
    should_stop: Callable[[], bool],
    begin: Callable[[], object] = lambda: None,
) -> tuple[Rewritten, ...]:
    """Return the text with fillings of the chosen measures, best first, all different.

    They are fewer than asked for where the model finds no more.

    Args:
        request: What to compose anew.
        should_stop: Asked before each character.
        begin: Called once the measures and the model are known to be usable; what it raises ends
            the work before anything is sampled.

    Raises:
        CancelledError: `should_stop` said so.
        ModelFileError: The model cannot be opened.
        RewritingError: There are no such measures, or they cannot be composed anew.
    """
    tune = _tune(request)
    score = parse(tune.standalone_text)
    hole = hole_of(score, request.first, request.last, request.kept)
    prepare_torch()
    from abcstudio.composing.rewriting.fillings import fillings
    from abcstudio.composing.rewriting.hole_reading import read_hole
    from abcstudio.composing.rewriting.rules import rules_for
    from abcstudio.learning.checkpoint import load_model
    from abcstudio.learning.sampling.sampler import Sampler

    loaded = load_model(request.model)
    characters = loaded.header.vocabulary.characters
    reading = read_hole(hole, read_for(loaded.header, hole.text), characters)
    rules = rules_for(hole, reading, characters, request.kept, should_stop)
    found = fillings(
        Sampler(loaded.model, loaded.header.vocabulary),
        rules,
        reading,
        config=request.sampling,
        count=request.takes,
        begin=begin,
        should_stop=should_stop,
    )
    added = len(hole.text) - len(tune.text)
    in_tune, in_text = hole.moved(tune.text, -added), hole.moved(request.text, tune.offset - added)
    return tuple(_rewritten(in_text, in_tune, rules.written(one.music), one) for one in found)


def _tune(request: RewriteRequest) -> Tune:
    tunes = split_tunebook(request.text)
    if not tunes:
        raise RewritingError("rewriting.no_tune")
    if not request.tune and len(tunes) > 1:
        raise RewritingError("rewriting.which_tune", count=len(tunes))
    for tune in tunes:
        if request.tune in ("", tune.reference_number):
            return tune
    raise RewritingError("rewriting.no_such_tune", number=request.tune)


def _rewritten(
    in_text: Hole, in_tune: Hole, written: tuple[str, ...], filling: "Filling"
) -> Rewritten:
    return Rewritten(
        in_text.filled(written),
        in_tune.filled(written),
        in_tune.filled_measures(written),
        filling,
    )
