"""Looking into a model while it reads a text: expectations, surprises, and what its units follow.

torch is imported when the work starts, not with this file.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.composing.model_text import ModelText
from abcstudio.composing.signals import signals_of
from abcstudio.learning.devices import prepare_torch
from abcstudio.notation.limits import MAX_TUNE_LENGTH
from abcstudio.recipes.model_reading import read_for

if TYPE_CHECKING:
    from abcstudio.learning.inspection import Inspection, UnitCorrelation


@dataclass(frozen=True, slots=True)
class InspectRequest:
    """What to look into.

    Attributes:
        units: How many units to name for each signal.
    """

    model: Path
    text: str
    units: int = 5


@dataclass(frozen=True, slots=True)
class InspectResult:
    """The reading of each character, and for each signal the units that follow it best.

    Attributes:
        reading: What of the text the model could read.
        is_cut: Whether the text is so long that only its beginning was read.
    """

    inspection: "Inspection"
    units: dict[str, "tuple[UnitCorrelation, ...]"]
    reading: ModelText
    is_cut: bool = False

    @property
    def places(self) -> tuple[int, ...]:
        """Where in the text each character stands that was read."""
        return self.reading.places[: len(self.inspection.readings)]

    def source_of(self, number: int) -> int | None:
        """Return where in the text a character was copied from, by its number among those read."""
        source = self.inspection.readings[number].source
        return None if source is None else self.places[source]


def inspect_model(request: InspectRequest) -> InspectResult:
    """Let a model read a text and look on.

    Raises:
        ModelFileError: The model cannot be opened.
    """
    prepare_torch()
    from abcstudio.learning.checkpoint import load_model
    from abcstudio.learning.inspection import inspect, units_following

    loaded = load_model(request.model)
    # Many times what is inspected: some characters are left out, and a file may have any size.
    text = request.text[:MAX_TUNE_LENGTH]
    reading = read_for(loaded.header, text)
    inspection = inspect(loaded.model, loaded.header.vocabulary, reading.text)
    read = reading.places[: len(inspection.readings)]
    signals = signals_of(text) if read else {}
    units = {
        name: units_following(
            inspection.activations, [signal[place] for place in read], request.units
        )
        for name, signal in signals.items()
    }
    return InspectResult(inspection, units, reading, len(read) < len(reading.places))
