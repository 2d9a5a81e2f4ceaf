"""Looking into a model while it reads a text: expectations, surprises, and what its units follow.

torch is imported when the work starts, not with this file.
"""

from collections.abc import Callable
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
    """

    model: Path
    text: str
    units: int = 5


@dataclass(frozen=True, slots=True)
class InspectResult:
    """The reading of each character, and for each signal the units that follow it best."""

    inspection: "Inspection"
    units: dict[str, "tuple[UnitCorrelation, ...]"]


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
    inspection = inspect(loaded.model, loaded.header.vocabulary, request.text, should_stop)
    read = len(inspection.readings)
    signals = signals_of(request.text)
    units = {
        name: units_following(inspection.activations, signal[:read], request.units)
        for name, signal in signals.items()
    }
    return InspectResult(inspection, units if read else {})
