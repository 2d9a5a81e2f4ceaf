"""Looking into a model while it reads a text: expectations, surprises, and what its units follow.

torch is imported when the work starts, not with this file.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.composing.signals import signals_of
from abcstudio.learning.devices import prepare_torch

if TYPE_CHECKING:
    from abcstudio.learning.inspection import Inspection, UnitCorrelation


@dataclass(frozen=True, slots=True)
class InspectRequest:
    """What to look into.

    Attributes:
        units: How many units to name for each signal.
        pass_over_unknown: Leave out what the model has never seen instead of refusing the text.
    """

    model: Path
    text: str
    units: int = 5
    pass_over_unknown: bool = False


@dataclass(frozen=True, slots=True)
class InspectResult:
    """The reading of each character, and for each signal the units that follow it best.

    Attributes:
        places: Where in the text each character stands that was read.
        unknown: The characters that were passed over, sorted.
        is_cut: Whether the text is so long that only its beginning was read.
    """

    inspection: "Inspection"
    units: dict[str, "tuple[UnitCorrelation, ...]"]
    places: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()
    is_cut: bool = False


def inspect_model(request: InspectRequest, should_stop: Callable[[], bool]) -> InspectResult:
    """Let a model read a text and look on.

    Raises:
        CancelledError: `should_stop` said so.
        ModelFileError: The model cannot be opened.
        PromptError: The text holds characters that the model has never seen.
    """
    prepare_torch()
    from abcstudio.learning.checkpoint import load_model
    from abcstudio.learning.inspection import inspect, units_following

    loaded = load_model(request.model)
    text, vocabulary = request.text, loaded.header.vocabulary
    places: Sequence[int] = range(len(text))
    unknown = ""
    if request.pass_over_unknown:
        unknown = vocabulary.unknown_in(text)
        places = readable_places(text, unknown)
    shown = "".join(text[place] for place in places)
    inspection = inspect(loaded.model, vocabulary, shown, should_stop)
    read = tuple(places[: len(inspection.readings)])
    signals = signals_of(text) if read else {}
    units = {
        name: units_following(
            inspection.activations, [signal[place] for place in read], request.units
        )
        for name, signal in signals.items()
    }
    return InspectResult(inspection, units, read, tuple(unknown), len(read) < len(places))


def readable_places(text: str, unknown: Collection[str]) -> tuple[int, ...]:
    """Return the places of the characters that a model knows, comments aside.

    A comment whose first sign is unknown is left out as a whole: its words alone would be read as
    music.
    """
    left_out = set(unknown)
    places: list[int] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if not (line.startswith("%") and "%" in left_out):
            places += [start + at for at, sign in enumerate(line) if sign not in left_out]
        start += len(line)
    return tuple(places)
