"""What tunes of a source have in common: words, a rhythm, a meter, a key."""

from collections.abc import Iterable
from dataclasses import dataclass

from abcstudio.corpus.browsing.query import MARKS, MELODIES, Term, TuneColumn, read_query
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.tune import Tune


@dataclass(frozen=True, slots=True)
class TuneFilter:
    """What a tune must have to be shown; an empty string asks for nothing.

    Attributes:
        words: A search line, see `read_query`. Every word of it stands somewhere in the title,
            rhythm, meter, key, origin or file; the key is found as it is written, short ("Ador")
            and in words ("A dorian").
        key: In the short writing.
    """

    words: str = ""
    rhythm: str = ""
    meter: str = ""
    key: str = ""

    @property
    def terms(self) -> tuple[Term, ...]:
        """All that is asked for, the choices first."""
        choices = (
            (TuneColumn.RHYTHM, self.rhythm),
            (TuneColumn.METER, self.meter),
            (TuneColumn.KEY, self.key),
        )
        chosen = (Term.exact(column, value) for column, value in choices if value)
        return (*chosen, *read_query(self.words))

    @property
    def is_of_headers(self) -> bool:
        """Whether the text of a tune tells if it passes, without its melody or a person's marks."""
        return not any(term.column in MELODIES | MARKS for term in self.terms)

    def passing(self, tunes: Iterable[Tune]) -> tuple[Tune, ...]:
        """Return the tunes that pass."""
        return tuple(TuneIndex(tunes).having(self.terms))

    def shows(self, tune: Tune) -> bool:
        """Return whether a tune passes."""
        return bool(self.passing((tune,)))
