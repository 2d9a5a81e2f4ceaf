"""Where a place of the music is after the tune was edited, or is played in another way."""

from typing import NamedTuple

from abcstudio.playback.timeline import Timeline


class TimedTune(NamedTuple):
    """A tune's text, and when its notes are played."""

    text: str
    timeline: Timeline


def offset_now(offset: int, old: str, new: str) -> int | None:
    """Return where a character of a text stands after a change; None where it was changed too.

    A character that another one replaced stands nowhere: what came into its place may be at quite
    another time.
    """
    rest = old[offset:]
    if new.endswith(rest):
        return len(new) - len(rest)
    return offset if new.startswith(old[: offset + 1]) else None


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
    place = offset_now(offset, before.text, now.text)
    if place is None:
        return None
    old, new = before.timeline.span_of(offset, number), now.timeline.span_of(place, number)
    return None if old is None or new is None else (old, new)
