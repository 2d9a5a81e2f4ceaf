"""Where a place of the music is after the tune was edited, or is played in another way."""

from typing import NamedTuple

from abcstudio.playback.timeline import Timeline


class TimedTune(NamedTuple):
    """A tune's text, and when its notes are played."""

    text: str
    timeline: Timeline


def offset_now(offset: int, old: str, new: str) -> int:
    """Return where a character of a text stands after a change elsewhere."""
    rest = old[offset:]
    return len(new) - len(rest) if new.endswith(rest) else offset


def place_now(place: float, before: TimedTune, now: TimedTune) -> float:
    """Return the place that is to be heard next, where another one was before.

    The note that sounds there goes on from the same part of it. Between notes, or where it is gone,
    the next note comes as soon as it would have come; where that is gone too, the time stays.

    Args:
        place: Seconds at the tempo written before.
        before: The tune as it was.
        now: As it is; the result is at its written tempo.
    """
    spans = _spans(before.timeline.last_begun(place), before, now)
    if spans is not None and place < spans[0][1]:
        (old_begin, old_end), (begin, end) = spans
        return begin + (place - old_begin) / (old_end - old_begin) * (end - begin)
    spans = _spans(before.timeline.first_after(place), before, now)
    if spans is not None:
        (old_begin, _), (begin, _) = spans
        return max(0.0, begin - (old_begin - place))
    return min(place, now.timeline.duration_seconds)


def _spans(
    note: tuple[int, int] | None, before: TimedTune, now: TimedTune
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return from when to when a note was played and is played."""
    if note is None:
        return None
    offset, number = note
    old = before.timeline.span_of(offset, number)
    new = now.timeline.span_of(offset_now(offset, before.text, now.text), number)
    return None if old is None or new is None else (old, new)
