"""The words that a score shows, such as titles and lyrics: where they stand, and changing them."""

import re
from dataclasses import dataclass

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit
from abcstudio.notation.score import InformationField, Score
from abcstudio.notation.spans import Span

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SYLLABLE = re.compile(r"(?:\\.|[^\s\-_*|])+")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_BARE_HYPHEN = re.compile(r"(?<!\\)-")
_KEPT_WHEN_EMPTY = frozenset("XTKML")
_LYRIC_SIGNS = "*|_"


@dataclass(frozen=True, slots=True)
class ScoreText:
    """Words of a score as they are written.

    Attributes:
        kind: "f" a header field, "q" a tempo, "p" a part's label, "h" a chord symbol, "a" an
            annotation, "s" a syllable.
        whole: The characters that go when nothing is left of it.
        span: The characters that a person changes.
    """

    kind: str
    whole: Span
    span: Span


def score_text(score: Score, kind: str, offset: int) -> ScoreText | None:
    """Return what is written for words of a score; None where no single place stands for them.

    Args:
        score: The tune.
        kind: As in `ScoreText`.
        offset: The number in the drawn element's id.
    """
    text = score.text
    if kind in ("f", "q", "p"):
        fields = (*score.fields, *score.body_fields)
        place = (field.value_span if kind == "f" else field.span for field in fields)
        found = next(
            (f for f, span in zip(fields, place, strict=True) if span.start == offset), None
        )
        return _field_text(text, kind, found) if found is not None else None
    if kind in ("h", "a") and (match := _QUOTED.match(text, offset)):
        start = match.start(1) + (kind == "a")
        return ScoreText(kind, Span(*match.span()), Span(start, match.end(1)))
    if kind == "s" and (match := _SYLLABLE.match(text, offset)):
        return ScoreText(kind, Span(*match.span()), Span(*match.span()))
    return None


def with_score_text(score: Score, place: ScoreText, words: str) -> Edit:
    """Return the edit that writes other words in the place of some.

    Raises:
        EditError: They hold a character that cannot stand there.
    """
    words = " ".join(words.split())
    if not words:
        return Edit(place.whole, "*" if place.kind == "s" else "")
    is_inline = score.text[place.whole.start : place.whole.start + 1] == "["
    if place.kind in ("h", "a"):
        _refuse(words.replace('\\"', ""), '"')
    elif place.kind == "s":
        _refuse(words, _LYRIC_SIGNS)
        words = _BARE_HYPHEN.sub(r"\\-", words).replace(" ", "~")
    elif is_inline:
        _refuse(words, "[]")
    if place.kind not in ("h", "a"):
        words = _BARE_PERCENT.sub(r"\\%", words)
    return Edit(place.span, words)


def _field_text(text: str, kind: str, field: InformationField) -> ScoreText | None:
    if "\n" in field.value_span.of(text):
        return None
    whole = field.value_span if field.letter in _KEPT_WHEN_EMPTY else _line_of(text, field.span)
    return ScoreText(kind, whole, field.value_span)


def _line_of(text: str, span: Span) -> Span:
    """Return a field with its line end, or an inline field as it is."""
    if text[span.start : span.start + 1] == "[":
        return span
    end = text.find("\n", span.end)
    return Span(span.start, len(text) if end < 0 else end + 1)


def _refuse(words: str, characters: str) -> None:
    found = next((character for character in characters if character in words), "")
    if found:
        raise EditError("edit.bad_character", character=found)
