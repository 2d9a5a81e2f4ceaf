"""What should be said about a tune that was written: what it lacks, and where."""

from collections.abc import Collection, Iterator

from abcstudio.messages import Phrase
from abcstudio.notation.score import Score
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.instrument_range import out_of_range
from abcstudio.playback.performing.performer import MAX_MINUTES
from abcstudio.playback.played_voice import MAX_NOTES
from abcstudio.recipes.tune_files import Remark

# The limits of reading beyond which music is left out, whether it is heard or seen.
_LIMITS_OF_MUSIC = (
    "limit-elements",
    "limit-lines",
    "limit-voices",
    "limit-overlays",
    "limit-chord",
    "limit-length",
    "limit-rest",
    "limit-repeats",
    "limit-passes",
    "limit-macros",
    "limit-macro-length",
    "limit-macro-text",
)
_HEARD = ("limit-parts",)
_SEEN = ("limit-marks", "limit-verses", "limit-field")


def unread(score: Score, *, is_played: bool = False) -> Iterator[Remark]:
    """Yield what is missing of a tune because it was not read: each limit once.

    Args:
        score: What was read of it.
        is_played: Whether it is written as MIDI or sound, not as a score.
    """
    found = {diagnostic.code: diagnostic for diagnostic in reversed(score.diagnostics)}
    for code in (*_LIMITS_OF_MUSIC, *(_HEARD if is_played else _SEEN)):
        if code in found:
            yield Remark(Phrase(f"notation.{code}", found[code].parameters))


def losses(score: Score, performance: Performance, name: object) -> Iterator[Remark]:
    """Yield what is missing of a tune where it is played: each limit that it goes beyond, once.

    Args:
        score: What was read of it.
        performance: What is played of that.
        name: What the tune is called in a sentence.
    """
    yield from unread(score, is_played=True)
    if performance.is_full:
        yield Remark(Phrase("export.too_many_notes", {"title": name, "limit": MAX_NOTES}))
    if performance.is_cut:
        yield Remark(Phrase("export.cut", {"title": name, "limit": MAX_MINUTES}))


def lacking_notes(score: Score, instrument: str, others: Collection[int]) -> Iterator[Remark]:
    """Yield that notes are outside the range of an instrument; they are written all the same.

    Args:
        score: The tune.
        instrument: A key of `INSTRUMENTS`.
        others: The numbers of the voices that it does not play.
    """
    lacking = out_of_range(score, instrument, others)
    if lacking is not None:
        yield Remark(Phrase(lacking.message_id, lacking.parameters), is_loss=False)
