"""Values of information fields, with what is wrong in them (ABC 2.1, 3.1)."""

import re
from fractions import Fraction

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import InformationField, Tempo
from abcstudio.notation.spans import Span
from abcstudio.notation.values.decorations import decoration_name
from abcstudio.notation.values.key_field import KeyReading, mode_letters, parse_key
from abcstudio.notation.values.meter_field import parse_meter, parse_unit_note_length
from abcstudio.notation.values.part_order import PartOrderError, expand_part_order
from abcstudio.notation.values.tempo_field import parse_tempo

_SHOWN = 40
_MOST_WORDS = 8


class FieldReader:
    """Reads the values of fields of header and body alike and reports to the log."""

    def __init__(self, log: DiagnosticLog) -> None:
        self._log = log

    def key(self, field: InformationField) -> KeyReading:
        """Return what a `K:` field means; its key is None when there is none to be read."""
        reading = parse_key(field.value)
        start = field.value_span.start
        if reading.unknown is not None:
            word, word_start, word_end = reading.unknown
            code = "key-word-unknown" if reading.key else "bad-key"
            report = self._log.warn if reading.key else self._log.error
            fix = _without_unknown(field, reading) if reading.key else None
            report(code, start + word_start, start + word_end, fix, word=word[:_SHOWN])
        elif reading.misspelt is not None:
            self._report_mode(field, *reading.misspelt)
        elif not field.value:
            self._log.hint("key-empty", field.span.start, field.span.end)
        return reading

    def _report_mode(self, field: InformationField, word: str, start: int, end: int) -> None:
        """Report a mode that is read by its first letters, as `mini` is read as `min`."""
        span, letters = field.value_span, mode_letters(word)
        place = Span(span.start + start, span.start + end)
        is_one_piece = span.end - span.start == len(field.value)
        fix = Fix("notation.fix-mode", place, letters) if is_one_piece else None
        self._log.warn(
            "key-mode-misspelt", place.start, place.end, fix, word=word[:_SHOWN], mode=letters
        )

    def reference_number(self, field: InformationField) -> None:
        """Report what an `X:` field says besides its number; it may be empty (ABC 2.1, 3.1.1)."""
        words = field.value.lstrip("0123456789").strip()
        if words:
            span = field.value_span
            start = span.start + len(field.value) - len(words)
            self._log.warn(
                "bad-reference-number", min(start, span.end), span.end, value=words[:_SHOWN]
            )

    def meter(self, field: InformationField) -> Meter | None:
        """Return what an `M:` field means; None when it makes no sense."""
        span = field.value_span
        meter = parse_meter(field.value)
        if meter is None and (first := field.value.split(maxsplit=1)[:1]):
            meter = parse_meter(first[0])
            if meter is not None:
                self._log.warn("meter-rest-unread", span.start, span.end, value=first[0])
                return meter
        if meter is None:
            self._log.error("bad-meter", span.start, span.end, value=field.value[:_SHOWN])
        return meter

    def unit_note_length(self, field: InformationField) -> Fraction | None:
        """Return what an `L:` field means; None when it makes no sense."""
        unit = parse_unit_note_length(field.value)
        if unit is None and field.value:
            span = field.value_span
            self._log.error(
                "bad-unit-note-length", span.start, span.end, value=field.value[:_SHOWN]
            )
        return unit

    def tempo(self, field: InformationField, unit: Fraction) -> Tempo | None:
        """Return what a `Q:` field means; None when it makes no sense or is empty."""
        if not field.value:
            return None
        reading = parse_tempo(field.value, unit, field.span)
        span = field.value_span
        if reading is None:
            self._log.error("bad-tempo", span.start, span.end, value=field.value[:_SHOWN])
            return None
        if reading.old_style:
            beat, rate = reading.tempo.beat_duration, reading.tempo.beats_per_minute
            text = f'"{reading.tempo.text}" ' if reading.tempo.text else ""
            beat_text = f"{beat.numerator}/{beat.denominator}"
            fix = Fix("notation.fix-tempo", span, f"{text}{beat_text}={_plain(rate)}")
            self._log.hint(
                "tempo-old-style", span.start, span.end, fix, beat=beat_text, rate=_plain(rate)
            )
        if reading.is_bare_text:
            quoted = '"' + field.value.replace('"', "") + '"'
            fix = Fix("notation.fix-quote", span, quoted)
            self._log.hint("tempo-not-quoted", span.start, span.end, fix)
        return reading.tempo

    def part_order(self, field: InformationField) -> tuple[str, ...]:
        """Return the labels of a header's `P:` in playing order; none when it makes no sense."""
        try:
            return expand_part_order(field.value)
        except PartOrderError as error:
            self._log.error(str(error), field.value_span.start, field.value_span.end)
            return ()

    def user_symbol(self, field: InformationField) -> tuple[str, str] | None:
        """Return the sign of a `U:` field and the decoration it stands for, "nil" for none."""
        sign, _, meaning = field.value.partition("=")
        sign, meaning = sign.strip(), meaning.strip()
        name = decoration_name(meaning.strip("!+"))
        if len(sign) != 1 or not re.fullmatch(r"[~H-Wh-w]", sign) or not meaning:
            self._log.warn("bad-user-symbol", field.span.start, field.span.end)
            return None
        if name == "nil" or meaning.strip("!+") in ("nil", "none"):
            return sign, "nil"
        return sign, name or (meaning if meaning.startswith('"') else meaning.strip("!+"))


def _plain(number: Fraction | None) -> str:
    """Return a number as a musician writes it: 120, 112.5."""
    return f"{float(number or 0):g}"


def _without_unknown(field: InformationField, reading: KeyReading) -> Fix | None:
    """Return the fix that leaves out the words of a `K:` field that mean nothing."""
    value, again, span = field.value, reading, field.value_span
    removed = []
    if span.end - span.start != len(value):
        return None  # Written on several lines, or too long to be read whole.
    for _ in range(_MOST_WORDS):
        if again.unknown is None:
            break
        _, start, end = again.unknown
        removed.append(value[start:end])
        value = f"{value[:start].rstrip()} {value[end:].lstrip()}".strip()
        again = parse_key(value)
    if again.unknown is not None or again.key != reading.key or again.staff != reading.staff:
        return None
    return Fix("notation.fix-remove", span, value, removed=" ".join(removed))
