"""The jury's numbers as a take carries them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from abcstudio.composing.jury.jury import JuryVerdict
from abcstudio.field_values import Real, fitting, kept

_PLACES = 4
_SHARE = Real(0.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class JuryMarks:
    """The score of a tune, and the value of each criterion; all from 0 to 1."""

    score: float = kept(0.0, _SHARE)
    plagiarism: float = kept(0.0, _SHARE)
    rhythm: float = kept(0.0, _SHARE)
    mode: float = kept(0.0, _SHARE)
    range: float = kept(0.0, _SHARE)
    structure: float = kept(0.0, _SHARE)
    melody: float = kept(0.0, _SHARE)

    @classmethod
    def of(cls, verdict: JuryVerdict) -> "JuryMarks":
        """Return the numbers of a verdict."""
        return cls(score=round(verdict.score, _PLACES), **verdict.values)

    @property
    def data(self) -> dict[str, float]:
        """The numbers by name, as plain data."""
        return asdict(self)


def marks_from(data: Mapping[str, Any]) -> JuryMarks:
    """Return the numbers that some data tells; what does not fit is 0."""
    return JuryMarks(**fitting(JuryMarks, data))
