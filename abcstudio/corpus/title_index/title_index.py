"""A search for titles in any spelling among those of many tunes."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from abcstudio.corpus.title_index.title_grams import MOST_LETTERS, TitleGrams
from abcstudio.corpus.title_index.title_likeness import letters_apart
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import header_fields
from abcstudio.notation.text_strings import decode_text
from abcstudio.stopping import in_turns

_APOSTROPHES = "'’‘ʼ`´′‛ʻ＇"
_QUOTES = '"“”„«»″'
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"}
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_QUOTES, " ")
    | dict.fromkeys("&+", " and ")
)
_MAC = re.compile(r"\b(?:ma?c *|m')(?=[^\W\d_]{2})")
_OF_FAMILY = re.compile(r"\bo[' ]+(?=[^\W\d_]{2})")
_OWN_S = re.compile(r" s\b")
_GAPS = re.compile(r"[\W_]+")
_ARTICLES = frozenset({"the", "a", "an"})


def plain_title(title: str) -> str:
    """Return a title in small letters and single spaces, as every spelling of it gives it."""
    words = title.casefold().translate(_LETTERS)
    if not words.isascii():
        words = "".join(c for c in unicodedata.normalize("NFKD", words) if c.isprintable())
        words = "".join(c for c in words if not unicodedata.combining(c))
    words = _OF_FAMILY.sub("o", _MAC.sub("mc", words)).replace("'", "")
    return _without_articles(_OWN_S.sub("s", _GAPS.sub(" ", words)).strip())


def _without_articles(words: str) -> str:
    """Return words without an article in front or behind, unless nothing else is there."""
    first, _, rest = words.partition(" ")
    if rest and first in _ARTICLES:
        words = rest
    rest, _, last = words.rpartition(" ")
    return rest if rest and last == "the" else words


LEAST_SCORE = 0.7
"""Where more than three letters of ten differ it is another title."""

_CANDIDATES = 300
# Of fewer letters only whole titles are found.
_FEWEST_LETTERS = 3
_MORE_TITLES = re.compile(r"^T:.*^T:", re.MULTILINE | re.DOTALL)
_KINDS = frozenset(
    {"air", "hornpipe", "jig", "march", "mazurka", "polka", "reel", "schottische", "set", "slide",
     "slip", "song", "strathspey", "tune", "waltz"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleMatch:
    """A tune whose title was found.

    Attributes:
        tune: The tune's place among those of the index.
        title: Which of its titles, as written.
        letters: How many letters of what was typed differ.
        is_whole: Nothing of the title was left out, but for an article.
        score: 1 where no letter differs, less for each that does.
    """

    tune: int
    title: str
    letters: int
    is_whole: bool
    score: float


class _Nearness(NamedTuple):
    """How near a plain title is to a typed one.

    Attributes:
        letters: How many letters differ.
        apart: That, with a little for what was not typed.
        score: 1 where nothing differs.
    """

    letters: int
    apart: float
    score: float


class TitleIndex:
    """All titles of some tunes, the second and further ones too."""

    def __init__(self, tunes: Sequence[Tune]) -> None:
        """Read the titles, in a second some hundred thousand."""
        self._owners: dict[str, list[tuple[int, str]]] = {}
        plain = lru_cache(maxsize=None)(plain_title)
        for place, tune in enumerate(in_turns(tunes)):
            for title in titles_of(tune):
                if spelled := plain(title)[:MOST_LETTERS]:
                    self._owners.setdefault(spelled, []).append((place, title))
        self._titles = tuple(self._owners)
        self._grams = TitleGrams(self._titles)

    def search(self, typed: str, limit: int = 20) -> tuple[TitleMatch, ...]:
        """Return the tunes with a title like a typed one, the likest first, each once."""
        spelled = plain_title(typed)[:MOST_LETTERS].strip()
        ranked = self._ranked(spelled)
        for title, one in self._ranked(_without_kind(spelled)).items():
            # What was typed of the dance is no more than a hint.
            if title not in ranked or ranked[title].apart > one.apart + 1:
                ranked[title] = one._replace(apart=one.apart + 1)
        found: dict[int, TitleMatch] = {}
        for spelling, near in sorted(ranked.items(), key=lambda item: item[1].apart):
            is_whole = _letter_count(spelling) <= _letter_count(spelled)
            if not is_whole and _letter_count(spelled) < _FEWEST_LETTERS:
                continue
            for tune, title in self._owners_of(spelling, typed):
                match = TitleMatch(
                    tune=tune,
                    title=title,
                    letters=near.letters,
                    is_whole=is_whole,
                    score=near.score,
                )
                found.setdefault(tune, match)
                if len(found) == limit:
                    return tuple(found.values())
        return tuple(found.values())

    def _owners_of(self, spelling: str, typed: str) -> list[tuple[int, str]]:
        """Return the tunes of a plain title, those before that have it as it was typed."""
        as_typed = typed.strip().casefold()
        return sorted(self._owners[spelling], key=lambda owner: owner[1].casefold() != as_typed)

    def _ranked(self, spelled: str) -> dict[str, _Nearness]:
        """Return the plain titles that are like one."""
        nearest = self._grams.nearest(spelled, _CANDIDATES) if spelled else ()
        candidates = [self._titles[at] for at in nearest]
        if not candidates:
            return {}
        letters, apart = letters_apart(spelled, candidates)
        length = _letter_count(spelled)
        every = (
            _Nearness(round(count), far, 1 - int(far) / length)
            for count, far in zip(letters.tolist(), apart.tolist(), strict=True)
        )
        ranked = zip(candidates, every, strict=True)
        return {title: one for title, one in ranked if one.score >= LEAST_SCORE}


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


def _letter_count(spelled: str) -> int:
    return len(spelled) - spelled.count(" ")
