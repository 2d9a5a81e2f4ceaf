"""One thing that was looked at on this machine."""

from dataclasses import dataclass

from abcstudio.messages import Phrase


@dataclass(frozen=True, slots=True)
class MachineFinding:
    """What was found of one part, and what to do about it.

    Attributes:
        topic: A message id without its "doctor.", such as "sound".
        words: What is there.
        advice: What to do; None where nothing need be done.
        is_problem: Whether a part of the program cannot work so.
    """

    topic: str
    words: Phrase
    advice: Phrase | None = None
    is_problem: bool = False

    @property
    def state(self) -> str:
        """Return "problem", "hint" for what can be better, or "ok"."""
        if self.is_problem:
            return "problem"
        return "hint" if self.advice else "ok"
