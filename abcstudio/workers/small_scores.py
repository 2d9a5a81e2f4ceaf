"""The first measures of tunes, engraved in the background."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import EngravingError
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord
from abcstudio.stopping import stop_if_asked
from abcstudio.workers.job import Report

if TYPE_CHECKING:
    from abcstudio.engraving.drawing.engraved_score import EngravedScore
    from abcstudio.engraving.drawing.engraver import Engraver

_WIDTH = 2000


@dataclass(frozen=True, slots=True)
class SmallScore:
    """The first measures of a tune; None where they cannot be drawn."""

    key: str
    engraved: "EngravedScore | None"


def draw_small_scores(
    sources: Iterable[tuple[str, str]],
    engraver: "Engraver",
    report: Report,
) -> None:
    """Draw the first measures of texts, each given with its key; reports each `SmallScore`."""
    for key, text in sources:
        stop_if_asked()
        report(SmallScore(key, _engraved(text, engraver)))


def _engraved(text: str, engraver: "Engraver") -> "EngravedScore | None":
    from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
    from abcstudio.engraving.mei.mei import mei_of
    from abcstudio.engraving.paper.incipit import incipit_of

    tunes = split_tunebook(text)
    if not tunes:
        return None
    first = incipit_of(parse(tunes[0].text, tunes[0].file_header))
    if not any(isinstance(element, Chord) for element in first.voices[0].elements):
        return None
    try:
        options = EngravingOptions(score_width=_WIDTH, has_header=False)
        return engraver.engraved(mei_of(first), options)
    except EngravingError:
        return None
