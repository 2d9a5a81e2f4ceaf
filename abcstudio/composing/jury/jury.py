"""The jury: six numbers for a tune, each with a sentence."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import parse_json
from abcstudio.composing.jury.chances import Chances
from abcstudio.composing.jury.criteria import CRITERIA, PLAGIARISM, Tables, all_figures, figures_of
from abcstudio.composing.jury.figures import Figures
from abcstudio.composing.jury.judged_tune import LEAST_NOTES, JudgedTune, judged
from abcstudio.composing.jury.plagiarism import Copied, KnownTunes
from abcstudio.composing.jury.scale import Kind, Scale, Weighing
from abcstudio.errors import TextFileError
from abcstudio.guarded_files import read_bytes
from abcstudio.messages import ENGLISH, Phrase
from abcstudio.notation.score import Score

FORMAT = 2
TYPICAL = 0.1
"""Of real tunes nine in ten have at least this value, by each criterion."""
LIKE_MOST = 0.3
"""From here on a tune is called typical; below it, it is within what real tunes do."""

_MAX_BYTES = 4_000_000

WORSE = {PLAGIARISM: 1.0, "rhythm": 0.1, "mode": 0.2, "range": 0.1, "structure": 0.1, "melody": 0.1}
"""How many tunes that one criterion finds worse are reckoned with beside each take.

Takes have fewer accidentals than tunes, so that any speaks for a tune: a wrong one counts more.
"""


@dataclass(frozen=True, slots=True)
class JuryVerdict:
    """What the jury says of a tune.

    Attributes:
        values: By criterion, the share of real tunes that are odder, 0 to 1; 0 where there is too
            little to judge.
        sentences: By criterion, what the number means here.
        copied: What the tune has from one known tune.
        odds: The log odds that it is a real tune rather than a network's take, or a real one made
            worse; minus infinity where there is too little to judge.
    """

    values: Mapping[str, float]
    sentences: Mapping[str, Phrase]
    copied: Copied
    odds: float

    @property
    def score(self) -> float:
        """One number to rank by, 0 to 1: the odds as a probability."""
        return (1 + math.tanh(self.odds / 2)) / 2


@dataclass(frozen=True, slots=True)
class Jury:
    """Judges tunes by what it knows of real ones.

    Attributes:
        tables: What real tunes do, by criterion.
        scales: How what is measured becomes a number, by criterion.
        takes: What tells real tunes from what a network composes.
        known: The tunes of the tunebook.
    """

    tables: Tables
    scales: Mapping[str, Scale]
    takes: Kind
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
            _kind(*data["takes"]),
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
            "takes": _kind_data(self.takes),
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
                dict.fromkeys(CRITERIA, 0.0), dict.fromkeys(CRITERIA, nothing), copied, -math.inf
            )
        values, sentences = {}, {}
        measured = {name: figures_of(name, tune, self.tables, copied) for name in CRITERIA}
        for name, figures in measured.items():
            value = values[name] = round(self.scales[name].value(figures), 4)
            if value >= LIKE_MOST:
                sentences[name] = Phrase(f"jury.{name}.typical")
            elif value >= TYPICAL:
                sentences[name] = Phrase(f"jury.{name}.seldom", {"share": round(100 * value)})
            elif name == PLAGIARISM:
                sentences[name] = _copied(copied, name_of)
            else:
                sentences[name] = _odd(name, value, *self.scales[name].oddest(figures))
        return JuryVerdict(values, sentences, copied, self._odds(measured, tune))

    def _odds(self, measured: Mapping[str, Figures], tune: JudgedTune) -> float:
        """Return the log odds of a real tune against takes and tunes made worse."""
        against = self.takes.against(all_figures(measured, tune))
        for name, share in WORSE.items():
            against += share * math.exp(-self.scales[name].score(measured[name]))
        return round(-math.log(against), 6)


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
    return Scale({name: _kind(*one) for name, one in data["kinds"].items()}, tuple(data["scores"]))


def _kind(share: float, constant: float, figures: Mapping[str, Any]) -> Kind:
    weighings = {
        name: Weighing(tuple(edges), tuple(weights), int(usual))
        for name, (edges, weights, usual) in figures.items()
        if len(weights) == len(edges) + 1
    }
    return Kind(float(share), float(constant), weighings)


def _scale_data(scale: Scale) -> dict[str, Any]:
    kinds = {name: _kind_data(kind) for name, kind in scale.kinds.items()}
    return {"kinds": kinds, "scores": list(scale.scores)}


def _kind_data(kind: Kind) -> list[Any]:
    figures = {
        name: [list(one.edges), list(one.weights), one.usual]
        for name, one in kind.weighings.items()
    }
    return [kind.share, kind.constant, figures]
