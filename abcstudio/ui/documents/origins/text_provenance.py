"""How a text was composed, its place among the takes, and what its file held before."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.composing.provenance import Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOrigin:
    """How a take was composed, and what its own lines do not tell.

    Attributes:
        made: What its lines tell, or will tell when it is done.
        model_path: The model's file; None where only the take's own lines are known.
        asked: The header that was chosen, where the model has completed it to the prompt.
    """

    made: Provenance
    model_path: Path | None = None
    asked: str = ""


@dataclass(slots=True)
class TextProvenance:
    """Where a text comes from, set by what composes, remembers or recovers it.

    Attributes:
        origin: How it was composed, where that is known.
        take_number: What a take is called by, 0 for what is no take.
        history_key: A take's place in the history, "" for what is not in it.
        made_from: The fingerprint of what the file of a recovered text held when the text was made
            from it; "" where the file was read or written here.
        is_preview: It is a known tune that is only looked at: the next one takes its tab.
    """

    origin: TakeOrigin | None = None
    take_number: int = 0
    history_key: str = ""
    made_from: str = ""
    is_preview: bool = False
