"""A tune that changes key, meter or unit note length, as if its header had named the last ones.

Networks have hardly met such changes, and go on from them as if there were none. With their values
in the header, music behind them surprises the network in the box by a tenth less; it reads what
stands in the same key, meter and unit note length before, and nothing else.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from abcstudio.composing.model_text import ModelText
from abcstudio.notation.score import InformationField, Score

_REPEAT = "|:"
_METER, _UNIT, _KEY, _RHYTHM = "MLKR"

_Fields = Mapping[str, str]


def read_before(score: Score, reading: ModelText, place: int, known: str) -> str | None:
    """Return what a model reads before a place of a tune; None where no field has changed by then.

    Args:
        score: The tune.
        reading: What the model reads of it.
        place: Where in the tune's text.
        known: The characters of the model's vocabulary.
    """
    changes = [
        field
        for field in score.body_fields
        if field.letter in (_METER, _UNIT, _KEY) and field.span.end <= place
    ]
    if not changes or not score.fields:
        return None
    parts = list(_parts(score, changes, place))
    wanted, _start, _end, _repeats = parts[-1]
    music = "".join(
        (_REPEAT if repeats else "") + _read(reading, start, end).lstrip("\n")
        for fields, start, end, repeats in parts
        if fields == wanted
    )
    header = _header(score, reading, wanted)
    return "".join(one for one in header if one in known) + music


def _parts(
    score: Score, changes: list[InformationField], place: int
) -> Iterator[tuple[_Fields, int, int, bool]]:
    """Yield the parts between changes: fields, start, end, whether a repeat begins before it."""
    fields = {field.letter: field.value for field in score.fields}
    fields = {one: fields.get(one, "") for one in (_METER, _UNIT, _KEY)}
    fields[_UNIT] = fields[_UNIT] or str(score.unit_note_length)
    start, repeats = _header_end(score), False
    for change in changes:
        before = score.text[start : change.span.start].rstrip()
        yield dict(fields), start, change.span.start, repeats
        fields[change.letter] = change.value
        start, repeats = change.span.end, before.endswith(_REPEAT) or (repeats and not before)
    yield dict(fields), start, place, repeats


def _header_end(score: Score) -> int:
    return max(field.span.end for field in score.fields)


def _header(score: Score, reading: ModelText, fields: _Fields) -> str:
    """Return the header with other fields; without a rhythm where that is of another meter."""
    own = {field.letter: field.value for field in score.fields}
    has_other_meter = fields[_METER] != own.get(_METER, "")
    lines = _read(reading, 0, _header_end(score)).splitlines()
    kept = [line for line in lines if line[:1] not in fields]
    if has_other_meter:
        kept = [line for line in kept if not line.startswith(f"{_RHYTHM}:")]
    last = [f"{letter}:{fields[letter]}" for letter in (_METER, _UNIT, _KEY) if fields[letter]]
    return "\n".join([*kept, *last, ""])


def _read(reading: ModelText, start: int, end: int) -> str:
    return reading.text[bisect_left(reading.places, start) : bisect_left(reading.places, end)]
