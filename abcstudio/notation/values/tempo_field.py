"""Values of `Q:` fields: `1/4=120`, `"Allegro" 3/8=80`, old `120` and `C3=40` (ABC 2.1, 3.1.8)."""

import re
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.score import Tempo
from abcstudio.notation.spans import Span
from abcstudio.notation.text_strings import decode_text

_TEXT = re.compile(r'"([^"]*)"?')
_BEATS = re.compile(
    r"(\d{1,4}/\d{1,4}(?:\s+\d{1,4}/\d{1,4})*)\s*=\s*(?:ca\.?|c\.?|~)?\s*(\d{1,6}(?:\.\d{1,6})?)"
    r"(\s*-\s*\d{1,6}|\s*(?i:bpm))?"
)
_WORDS = re.compile(r"[^\W\d_][^\d=]*")
_BARE = re.compile(r"(?:ca\.?\s*)?(\d{1,6}(?:\.\d{1,6})?)")
_UNITS = re.compile(r"[Cc](\d{0,3})(?:/(\d{1,3}))?\s*=\s*(\d{1,6}(?:\.\d{1,6})?)")
_MAX_QUARTERS_PER_MINUTE = 2_000
QUARTER = Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class TempoReading:
    """What a `Q:` value means.

    Attributes:
        old_style: ABC 2.1 advises against its form.
        is_bare_text: It is only a text, and lacks the quotes around it.
    """

    tempo: Tempo
    old_style: bool = False
    is_bare_text: bool = False


def parse_tempo(value: str, unit_note_length: Fraction, span: Span) -> TempoReading | None:
    """Return what a `Q:` value means; None when it makes no sense."""
    text = decode_text(" ".join(part.strip() for part in _TEXT.findall(value)).strip())
    written = _TEXT.sub(" ", value).strip()
    if not written:
        return TempoReading(Tempo(None, QUARTER, text, span)) if text else None
    if match := _BEATS.fullmatch(written):
        lengths = [part.split("/") for part in match[1].split()]
        if any(int(denominator) == 0 for _, denominator in lengths):
            return None
        beat = sum((Fraction(int(top), int(bottom)) for top, bottom in lengths), Fraction(0))
        return _checked(match[2], beat, text, span, old_style=match[3] is not None)
    if match := _UNITS.fullmatch(written):
        factor = Fraction(int(match[1] or "1"), int(match[2] or "1") or 1)
        return _checked(match[3], factor * unit_note_length, text, span, old_style=True)
    if match := _BARE.fullmatch(written):
        return _checked(match[1], QUARTER, text, span, old_style=True)
    if not text and _WORDS.fullmatch(written):
        return TempoReading(Tempo(None, QUARTER, decode_text(written), span), is_bare_text=True)
    return None


def _checked(
    rate: str, beat: Fraction, text: str, span: Span, *, old_style: bool
) -> TempoReading | None:
    beats_per_minute = Fraction(rate)
    if not 1 <= beats_per_minute * beat * 4 <= _MAX_QUARTERS_PER_MINUTE:
        return None
    return TempoReading(Tempo(beats_per_minute, beat, text, span), old_style)
