"""What an edited text, its `Score` and its `EngravedScore` must have in common."""

from collections import Counter
from dataclasses import dataclass, field, fields
from itertools import zip_longest

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.notation.score import Chord, Rest, Score


class BrokenPromiseError(AssertionError):
    """The window shows or holds something else than what was done to it."""


@dataclass
class Tally:
    """What has been done and seen."""

    edits: Counter[str] = field(default_factory=Counter)
    texts_compared: int = 0
    problems_compared: int = 0
    scores: int = 0
    notes_led_back: int = 0
    commands_refused: int = 0
    slowest_edit_seconds: float = 0.0


def tune_at(text: str, caret: int) -> Tune | None:
    """Return the tune that a caret stands in; without any `X:`, the whole text."""
    tunes = split_tunebook(text)
    if not tunes:
        return Tune.headless(text) if text.strip() else None
    return next((tune for tune in reversed(tunes) if tune.offset <= caret), tunes[0])


def notes_that_lead_back(engraved: EngravedScore, score: Score) -> int:
    """Return how many notes and rests are drawn; each must be one of the score by its id."""
    places: dict[str, set[int]] = {"n": set(), "r": set()}
    for voice in score.voices:
        for element in voice.elements:
            if isinstance(element, Rest):
                places["r"].add(element.span.start)
            elif isinstance(element, Chord):
                grace = element.grace_notes.notes if element.grace_notes else ()
                places["n"] |= {note.span.start for note in (*grace, *element.notes)}
    for each in engraved.notes:
        if each.offset not in places.get(each.element_id[0], set()):
            raise BrokenPromiseError(f"{each.element_id} in the score is no note of the text")
    return len(engraved.notes)


def difference(expected: str, found: str) -> str:
    """Return where two texts part, short enough for a report."""
    place = next(
        (i for i, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b),
        min(len(expected), len(found)),
    )
    around = slice(max(0, place - 10), place + 30)
    return f"at {place}, {expected[around]!r} expected, {found[around]!r} found"


def score_difference(found: Score, expected: Score) -> str:
    """Return in what two scores differ, short enough for a report; "" for equal ones."""
    for field_ in fields(Score):
        one, other = getattr(found, field_.name), getattr(expected, field_.name)
        if one != other:
            pairs = zip_longest(one, other) if isinstance(one, tuple) else [(one, other)]
            first = next((pair for pair in pairs if pair[0] != pair[1]), (one, other))
            return f"{field_.name}: {first[0]!r:.300} for {first[1]!r:.300}"
    return ""
