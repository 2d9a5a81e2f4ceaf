"""The jury: six numbers for a tune, each with a sentence."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import parse_json
from abcstudio.composing.jury.chances import Chances
from abcstudio.composing.jury.criteria import CRITERIA, PLAGIARISM, Tables, figures_of
from abcstudio.composing.jury.judged_tune import LEAST_NOTES, JudgedTune, judged
from abcstudio.composing.jury.plagiarism import Copied, KnownTunes
from abcstudio.composing.jury.scale import Scale, Weighing
from abcstudio.errors import TextFileError
from abcstudio.guarded_files import read_bytes
from abcstudio.messages import ENGLISH, Phrase
from abcstudio.notation.score import Score

FORMAT = 1
TYPICAL = 0.1
"""Of real tunes nine in ten have at least this value, by each criterion."""

_LEAST_MARK = 0.01
_MAX_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class JuryVerdict:
    """What the jury says of a tune.

    Attributes:
        values: By criterion, the share of real tunes that are odder, 0 to 1; 0 where there is too
            little to judge.
        sentences: By criterion, what the number means here.
        copied: What the tune has from one known tune.
    """

    values: Mapping[str, float]
    sentences: Mapping[str, Phrase]
    copied: Copied

    @property
    def score(self) -> float:
        """One number to rank by, 0 to 1: the geometric mean of the six.

        A value that is not odd is as good as a higher one, so that the best of several takes are as
        varied as real tunes and not the most ordinary.
        """
        marks = [max(min(value, TYPICAL) / TYPICAL, _LEAST_MARK) for value in self.values.values()]
        return math.exp(sum(map(math.log, marks)) / len(marks))


@dataclass(frozen=True, slots=True)
class Jury:
    """Judges tunes by what it knows of real ones.

    Attributes:
        tables: What real tunes do, by criterion.
        scales: How what is measured becomes a number, by criterion.
        known: The tunes of the tunebook.
    """

    tables: Tables
    scales: Mapping[str, Scale]
    known: KnownTunes

    @classmethod
    def load(cls, path: Path) -> "Jury":
        """Return the jury that a file holds.

        Raises:
            TextFileError: The file is damaged.
            OSError: It cannot be read.
        """
        try:
            return cls.of_data(parse_json(read_bytes(path, _MAX_BYTES)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise TextFileError("jury.damaged", path=path) from error

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> "Jury":
        """Return the jury that `data` was made of; what is not such data raises anything."""
        if data["format"] != FORMAT:
            raise ValueError("another format")
        return cls(
            {name: Chances(counts) for name, counts in data["tables"].items()},
            {name: _scale(data["scales"][name]) for name in CRITERIA},
            KnownTunes.read(data["known"]),
        )

    @property
    def data(self) -> dict[str, Any]:
        """The jury as plain data for JSON."""
        return {
            "format": FORMAT,
            "known": self.known.written,
            "scales": {name: _scale_data(scale) for name, scale in self.scales.items()},
            "tables": {name: chances.data for name, chances in self.tables.items()},
        }

    def judge(self, score: Score, name_of: Callable[[int], object] = str) -> JuryVerdict:
        """Return what the jury says of a tune; any tune can be judged.

        Args:
            score: The tune.
            name_of: What the known tune of a number, from 0, is called.
        """
        return self.judge_heard(judged(score), name_of)

    def judge_heard(self, tune: JudgedTune, name_of: Callable[[int], object] = str) -> JuryVerdict:
        """Return what the jury says of a tune that it has heard."""
        copied = self.known.copied(tune)
        if not tune.is_enough:
            nothing = Phrase("jury.nothing", {"count": LEAST_NOTES})
            return JuryVerdict(
                dict.fromkeys(CRITERIA, 0.0), dict.fromkeys(CRITERIA, nothing), copied
            )
        values, sentences = {}, {}
        for name in CRITERIA:
            figures = figures_of(name, tune, self.tables, copied)
            value = values[name] = round(self.scales[name].value(figures), 4)
            if value >= TYPICAL:
                sentences[name] = Phrase(f"jury.{name}.typical")
            elif name == PLAGIARISM:
                sentences[name] = _copied(copied, name_of)
            else:
                sentences[name] = _odd(name, value, *self.scales[name].oddest(figures))
        return JuryVerdict(values, sentences, copied)


def _copied(copied: Copied, name_of: Callable[[int], object]) -> Phrase:
    words = {"count": len(copied.measures), "of": copied.of, "tune": name_of(copied.source)}
    return Phrase("jury.plagiarism.copied", words)


def _odd(criterion: str, value: float, figure: str, is_high: bool) -> Phrase:
    """Return the sentence that names what is odd, or else how many real tunes are odder."""
    reason = f"jury.{figure}.{'high' if is_high else 'low'}"
    if reason in ENGLISH:
        return Phrase(reason)
    return Phrase(f"jury.{criterion}.odd", {"share": round(100 * value, 1)})


def _scale(data: Mapping[str, Any]) -> Scale:
    return Scale(
        {
            name: Weighing(tuple(edges), tuple(weights), int(usual))
            for name, (edges, weights, usual) in data["figures"].items()
            if len(weights) == len(edges) + 1
        },
        tuple(data["scores"]),
    )


def _scale_data(scale: Scale) -> dict[str, Any]:
    figures = {
        name: [list(one.edges), list(one.weights), one.usual]
        for name, one in scale.weighings.items()
    }
    return {"figures": figures, "scores": list(scale.scores)}
