"""Do guarded takes differ from takes that happen to be right? Called by composing.py."""

import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean, stdev

from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.wishes import Language
from abcstudio.composing.guard.take_guard import TakeGuard
from abcstudio.learning.checkpoint import LoadedModel, load_model
from abcstudio.learning.inspection import inspect
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord

HEADERS = (
    "X:1\nR:reel\nM:4/4\nL:1/8\nK:D\n",
    "X:1\nR:jig\nM:6/8\nL:1/8\nK:G\n",
    "X:1\nR:waltz\nM:3/4\nL:1/8\nK:Am\n",
    "X:1\nR:hornpipe\nM:4/4\nL:1/8\nK:Bb\n",
)
MAX_CHARS = 600
STREAMS_AT_ONCE = 32
MOST_TRIES = 40
"""For each take that is kept; a model that is right more rarely says nothing here."""

_LONG = 4
_LEAP = 5
_NATS_APART, _ERRORS_APART = 0.01, 3.0

Row = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class HonestyPlan:
    """How many takes of each kind there are, two a header at least, and how they are sampled."""

    takes: int
    temperature: float
    rng_seed: int

    def sampling(self, rng_seed: int) -> SamplingConfig:
        """Return the options that all kinds share."""
        return SamplingConfig(
            temperature=self.temperature,
            max_chars=MAX_CHARS,
            rng_seed=self.rng_seed + rng_seed,
            repetition_guard=False,
        )


def honesty(path: Path, plan: HonestyPlan) -> dict[str, object]:
    """Return the figures of both kinds of takes of a model, and how far they are apart."""
    loaded = load_model(path)
    kinds: dict[str, Callable[[str, int], Iterator[str]]] = {
        "kept": _Rejection(loaded, plan).takes,
        "guarded": lambda header, count: _guarded(loaded, plan, header, count),
    }
    rows: dict[str, list[Row]] = {}
    for kind, takes in kinds.items():
        rows[kind] = []
        for header in HEADERS:
            print(f"{path}: {kind}, {header.split()[1]}", file=sys.stderr)
            wanted = plan.takes // len(HEADERS)
            rows[kind] += [_row(loaded, header, text) for text in takes(header, wanted)]
    if len(rows["kept"]) < plan.takes // len(HEADERS) * len(HEADERS):
        return {"kept": len(rows["kept"]), "missed": ["too few takes are right unguarded"]}
    return {
        "takes": len(rows["kept"]),
        **{kind: _means(found) for kind, found in rows.items()},
        **{f"{kind}_apart": _apart(rows[kind], rows["kept"]) for kind in list(rows)[1:]},
    }


class _Rejection:
    """Takes that were sampled without a guard, and are right all the same."""

    def __init__(self, loaded: LoadedModel, plan: HonestyPlan) -> None:
        vocabulary = loaded.header.vocabulary
        self._sampler, self._plan = Sampler(loaded.model, vocabulary), plan
        self._clock = MeasureClock(Language(), vocabulary.characters)

    def takes(self, header: str, count: int) -> Iterator[str]:
        left = count
        for first in range(0, count * MOST_TRIES, STREAMS_AT_ONCE):
            texts = [header] * STREAMS_AT_ONCE
            config = self._plan.sampling(first)
            for take, character in self._sampler.sample_each(texts[:], config):
                texts[take] += character
            for text in texts:
                if left and self._is_right(text, header):
                    left -= 1
                    yield text
            if not left:
                return

    def _is_right(self, text: str, header: str) -> bool:
        state = self._clock.read(text + "\n").state
        return state is not None and is_end(state) and len(text) - len(header) < MAX_CHARS


def _guarded(loaded: LoadedModel, plan: HonestyPlan, header: str, count: int) -> Iterator[str]:
    vocabulary = loaded.header.vocabulary
    sampler, guard = Sampler(loaded.model, vocabulary), TakeGuard(vocabulary.characters)
    for first in range(0, count, STREAMS_AT_ONCE):
        texts = [header] * min(STREAMS_AT_ONCE, count - first)
        # Other seeds than those of the takes that are kept.
        config = plan.sampling(10**6 + first)
        for piece in guard.takes(sampler, texts[:], config, first=first, read=lambda _count: None):
            texts[piece.number] = piece.after(texts[piece.number])
        yield from texts


def _row(loaded: LoadedModel, header: str, text: str) -> Row:
    """Return what is measured of a take; the line break that ends it is one of its characters."""
    readings = inspect(loaded.model, loaded.header.vocabulary, text + "\n").readings
    nats = sum(one.surprise or 0.0 for one in readings[len(header) :])
    score = parse(text)
    chords = [one for one in score.voices[0].elements if isinstance(one, Chord)]
    units = [float(8 * chord.duration) for chord in chords]
    pitches = [int(chord.notes[0].pitch.midi_number) for chord in chords]
    leaps = [abs(after - before) for before, after in pairwise(pitches)]
    return {
        "nats": nats,
        "characters": len(readings) - len(header),
        "measures": len(split_measures(score.voices[0], score.meter)),
        "notes": len(chords),
        "note_value_octaves": fmean(map(math.log2, units)),
        "eighths": fmean(one == 1 for one in units),
        "long_notes": fmean(one >= _LONG for one in units),
        "interval": fmean(leaps or [0]),
        "leaps": fmean([one >= _LEAP for one in leaps] or [0]),
        "repeated_pitches": fmean([one == 0 for one in leaps] or [0]),
    }


_MEASURED = (
    "characters", "measures", "notes", "note_value_octaves", "eighths", "long_notes", "interval",
    "leaps", "repeated_pitches",
)  # fmt: skip


def _means(rows: Sequence[Row]) -> Row:
    mean, error = _nats(rows)
    found = {"nats_a_character": round(mean, 4), "nats_error": round(error, 4)}
    return found | {name: round(fmean(row[name] for row in rows), 3) for name in _MEASURED}


def _nats(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the mean nats of all characters, and its standard error over takes."""
    total = sum(row["characters"] for row in rows)
    mean = sum(row["nats"] for row in rows) / total
    rests = [row["nats"] - mean * row["characters"] for row in rows]
    return mean, _spread(rests) * math.sqrt(len(rows)) / total


def _spread(values: Sequence[float]) -> float:
    """Return the standard deviation within equally many takes of each header, in their order."""
    size = len(values) // len(HEADERS)
    parts = [values[first : first + size] for first in range(0, size * len(HEADERS), size)]
    return math.sqrt(fmean(stdev(part) ** 2 for part in parts))


def _apart(rows: Sequence[Row], beside: Sequence[Row]) -> dict[str, object]:
    """Return how far the means are apart, in standard errors too, and which are too far."""
    (mean, error), (other, other_error) = _nats(rows), _nats(beside)
    errors = {"nats": (mean - other) / math.hypot(error, other_error)}
    for name in _MEASURED:
        here, there = ([row[name] for row in part] for part in (rows, beside))
        spread = math.hypot(_spread(here) / len(here) ** 0.5, _spread(there) / len(there) ** 0.5)
        errors[name] = (fmean(here) - fmean(there)) / (spread or 1.0)
    missed = [name for name, found in errors.items() if abs(found) > _ERRORS_APART]
    if abs(mean - other) > _NATS_APART:
        missed.insert(0, "nats_apart")
    return {
        "nats": round(mean - other, 4),
        "errors": {name: round(found, 2) for name, found in errors.items()},
        "missed": missed,
    }
