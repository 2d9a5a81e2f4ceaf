"""The training text of tunes and its characters."""

from dataclasses import dataclass

from abcstudio.corpus.training_text import tune_for_training
from abcstudio.corpus.tune import Tune
from abcstudio.learning.character_rows import CharacterRow, character_rows
from abcstudio.stopping import in_turns


@dataclass(frozen=True, slots=True, kw_only=True)
class LabText:
    """A training text and its characters.

    Attributes:
        text: What a network would read.
        rows: Its characters, a row each.
        written: How many distinct characters the tunes have as they are written.
    """

    text: str
    rows: tuple[CharacterRow, ...]
    written: int


def read_lab_text(tunes: tuple[Tune, ...]) -> LabText:
    """Return the training text of tunes."""
    written: set[str] = set()
    parts: list[str] = []
    for tune in in_turns(tunes):
        written.update(tune.text)
        parts.append(f"{tune_for_training(tune)}\n\n")
    text = "".join(parts)
    return LabText(text=text, rows=character_rows(text), written=len(written))
