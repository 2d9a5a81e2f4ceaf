"""Ranking tunes: what the jury says of each, the best first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from abcstudio.composing.jury.jury import Jury, JuryVerdict
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CorpusError
from abcstudio.messages import Phrase
from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import stop_if_asked


@dataclass(frozen=True, slots=True)
class RankedTune:
    """A tune with what the jury says of it.

    Attributes:
        path: The file or folder that it comes from.
        verdict: What the jury says.
    """

    path: Path
    tune: Tune
    verdict: JuryVerdict


class KnownNames:
    """What the tunes of the tunebook are called; it is read when the first name is needed."""

    def __init__(self, tunebook: Path) -> None:
        self._path = tunebook
        self._titles: tuple[str, ...] | None = None

    def __call__(self, source: int) -> Phrase:
        """Return what the tune of a number, from 0, is called; by its number where no title is."""
        if self._titles is None:
            self._titles = _titles(self._path)
        number = source + 1
        title = self._titles[source] if source < len(self._titles) else ""
        if not title:
            return Phrase("jury.number", {"number": number})
        return Phrase("jury.title", {"number": number, "title": title})


def rank(
    tunes: Sequence[tuple[Path, Tune]],
    jury: Jury,
    names: KnownNames,
    report: Callable[[int, int], object],
) -> tuple[RankedTune, ...]:
    """Return tunes with what the jury says of them, the best first; equals stay in their order.

    Args:
        tunes: Each with where it comes from.
        jury: Who judges.
        names: What known tunes are called.
        report: Called with how many tunes of how many have been judged.
    """
    ranked = []
    for place, (path, tune) in enumerate(tunes):
        stop_if_asked()
        report(place, len(tunes))
        verdict = jury.judge(parse(tune.text, tune.file_header), names)
        ranked.append(RankedTune(path, tune, verdict))
    report(len(tunes), len(tunes))
    return tuple(sorted(ranked, key=lambda one: -one.verdict.score))


def _titles(path: Path) -> tuple[str, ...]:
    try:
        return tuple(tune.title for tune in read_tunebook(path))
    except CorpusError:
        return ()
