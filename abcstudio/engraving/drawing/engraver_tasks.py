"""What is asked of the engraving process and what it answers, without all that engraves."""

from typing import NamedTuple

from abcstudio.engraving.drawing.score_messages import ScoreMessage
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions


class TuneSource(NamedTuple):
    """A tune that the engraving process reads itself; its parts are those of `parse`."""

    text: str
    file_header: str = ""


Source = str | TuneSource
"""What to draw: MEI, or a tune in ABC."""


class Task(NamedTuple):
    """What is asked of the process.

    Attributes:
        slot: Where it remembers the asker's last score.
        is_known: Whether that score is there.
    """

    source: Source
    options: EngravingOptions
    slot: int
    is_known: bool


class Refusal(NamedTuple):
    """Why something cannot be drawn: an `EngravingError` on its way through the pipe."""

    message_id: str
    parameters: dict[str, object]


Answer = ScoreMessage | Refusal | str
"""A score, why there is none, or the traceback of a defect."""

READY = "ready"
"""What it sends once, as soon as it can draw."""
