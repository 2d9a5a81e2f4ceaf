"""A search for titles in any spelling among those of many tunes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from abcstudio.corpus.title_index.plain_titles import plain_title
from abcstudio.corpus.title_index.title_grams import MOST_LETTERS, TitleGrams
from abcstudio.corpus.title_index.title_likeness import letters_apart
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import header_fields
from abcstudio.notation.stopping import ShouldStop, in_turns
from abcstudio.notation.text_strings import decode_text

LEAST_SCORE = 0.7
"""Where more than three letters of ten differ it is another title."""

_CANDIDATES = 300
_MORE_TITLES = re.compile(r"^T:.*^T:", re.MULTILINE | re.DOTALL)
_KINDS = frozenset(
    {"air", "hornpipe", "jig", "march", "mazurka", "polka", "reel", "schottische", "set", "slide",
     "slip", "song", "strathspey", "tune", "waltz"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """A tune whose title was found.

    Attributes:
        tune: The tune's place among those of the index.
        title: Which of its titles, as written.
        score: 1 where every letter is right, less for each that differs.
    """

    tune: int
    title: str
    score: float


class TitleIndex:
    """All titles of some tunes, the second and further ones too."""

    def __init__(self, tunes: Sequence[Tune], should_stop: ShouldStop = bool) -> None:
        """Read the titles, in a second some hundred thousand.

        Raises:
            CancelledError: `should_stop` said so.
        """
        self._owners: dict[str, list[tuple[int, str]]] = {}
        plain = lru_cache(maxsize=None)(plain_title)
        for place, tune in enumerate(in_turns(tunes, should_stop)):
            for title in titles_of(tune):
                if spelled := plain(title)[:MOST_LETTERS]:
                    self._owners.setdefault(spelled, []).append((place, title))
        self._titles = tuple(self._owners)
        self._grams = TitleGrams(self._titles)

    def search(self, typed: str, limit: int = 20) -> tuple[TitleMatch, ...]:
        """Return the tunes with a title like a typed one, the likest first, each once."""
        spelled = plain_title(typed)[:MOST_LETTERS].strip()
        ranked = self._ranked(spelled)
        for title, (score, apart) in self._ranked(_without_kind(spelled)).items():
            # What was typed of the dance is no more than a hint.
            if title not in ranked or ranked[title][1] > apart + 1:
                ranked[title] = score, apart + 1
        as_typed = typed.strip().casefold()
        found: dict[int, TitleMatch] = {}
        for spelling in sorted(ranked, key=lambda title: ranked[title][1]):
            for tune, title in sorted(
                self._owners[spelling], key=lambda owner: owner[1].casefold() != as_typed
            ):
                found.setdefault(tune, TitleMatch(tune, title, ranked[spelling][0]))
                if len(found) == limit:
                    return tuple(found.values())
        return tuple(found.values())

    def _ranked(self, spelled: str) -> dict[str, tuple[float, float]]:
        """Return titles like one, each with its score and how far it is from the typed one."""
        nearest = self._grams.nearest(spelled, _CANDIDATES) if spelled else ()
        candidates = [self._titles[at] for at in nearest]
        if not candidates:
            return {}
        costs, ranks = letters_apart(spelled, candidates)
        length = len(spelled.replace(" ", ""))
        return {
            title: (score, float(rank))
            for title, cost, rank in zip(candidates, costs, ranks, strict=True)
            if (score := 1 - float(cost) / length) >= LEAST_SCORE
        }


def titles_of(tune: Tune) -> list[str]:
    """Return every title in a tune's header."""
    if not _MORE_TITLES.search(tune.text):
        return [tune.title] if tune.title else []
    values = (value for letter, value in header_fields(tune.text) if letter == "T" and value)
    return [decode_text(value) for value in values] or [tune.title]


def _without_kind(spelled: str) -> str:
    """Return a plain title without the kind of dance behind it, "" where there is none."""
    rest, _, last = spelled.rpartition(" ")
    return rest if last in _KINDS else ""
