"""Characters that no tune means: signs that cannot be seen, and letters that only look like ABC."""

import re
import unicodedata

from abcstudio.corpus.health.problem import ODD_CHARACTER, HealthProblem
from abcstudio.messages import Phrase
from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.spans import Span

_UNREADABLE = "\N{REPLACEMENT CHARACTER}"
# Controls other than those of lines and tabs, signs without width, signs that turn the direction.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_WIDE_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
# What is no music: fields, comments, the words of chords and annotations.
_NO_MUSIC = re.compile(r"^[ \t]*(?:[A-Za-z+]:|%).*$|%.*$|\"[^\"\n]*\"", re.MULTILINE)
_KEY_LINE = re.compile(r"^[ \t]*K[ \t]*:.*$", re.MULTILINE)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("‘’‚′`´", "'"),
        **dict.fromkeys("“”„″«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("│ǀ∣¦｜", "|"),
        **dict(zip("АВСЕаcеdхХzгхз", "ABCEacedxXzgxz", strict=False)),
        "∶": ":",
        "⁄": "/",
        "…": "...",
    }
)
_FIXED = ("'", '"', "-", "|", ":", "/", "...")


def odd_characters(text: str, place: int) -> tuple[HealthProblem, ...]:
    """Return a problem for each character of a tune's text that it hardly means."""
    found = [
        _problem(match.start(), match[0], place, fixes=True)
        for pattern in (_UNSEEN, _WIDE_BLANKS)
        for match in pattern.finditer(text)
    ]
    found += [
        _problem(at, _UNREADABLE, place, fixes=False)
        for at, character in enumerate(text)
        if character == _UNREADABLE
    ]
    found += [
        _problem(at, character, place, fixes=_alike(character) != character)
        for at, character in _in_music(text)
    ]
    return tuple(sorted(found, key=lambda problem: problem.span or Span(0, 0)))


def without_odd_characters(text: str) -> str:
    """Return a tune's text with signs of ABC for what looks like them, less what is not seen."""
    alike = {at: _alike(character) for at, character in _in_music(text)}
    seen = "".join(alike.get(at, character) for at, character in enumerate(text))
    return _WIDE_BLANKS.sub(" ", _UNSEEN.sub("", seen))


def _in_music(text: str) -> list[tuple[int, str]]:
    """Return the characters beyond ASCII in a tune's music, with their places."""
    if text.isascii():
        return []
    key = _KEY_LINE.search(text)
    if key is None:
        return []
    music = _NO_MUSIC.sub(lambda match: " " * len(match[0]), text)
    return [
        (match.start(), match[0])
        for match in _NOT_ASCII.finditer(music, key.end())
        if match[0] != _UNREADABLE and not _UNSEEN.match(match[0]) and not match[0].isspace()
    ]


def _alike(character: str) -> str:
    """Return the sign of ABC that a character looks like, else the character."""
    mapped = character.translate(_LOOKALIKES)
    if mapped != character:
        return mapped
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain.isascii() else character


def _problem(at: int, character: str, place: int, *, fixes: bool) -> HealthProblem:
    name = unicodedata.name(character, "").lower() or f"U+{ord(character):04X}"
    code = "unreadable-byte" if character == _UNREADABLE else ODD_CHARACTER
    return HealthProblem(
        kind=ODD_CHARACTER,
        severity=Severity.WARNING,
        words=Phrase(f"health.says.{code}", {"name": name, "code": f"U+{ord(character):04X}"}),
        place=place,
        span=Span(at, at + len(character)),
        can_fix=fixes,
    )
