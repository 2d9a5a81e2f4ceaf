"""How a training run stands: what is on disk of it, and what the window knows beside that."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from abcstudio.runs.history import RunSummary


@dataclass(frozen=True, slots=True)
class Standing:
    """What a list knows of its runs beside what is on disk.

    Attributes:
        live: The folder of the one that trains now.
        compared: The folder of the one that others are compared with.
        is_paused: Whether the one that trains now waits for the person.
    """

    live: Path | None = None
    compared: Path | None = None
    is_paused: bool = False


def state_words(run: RunSummary, standing: Standing) -> str:
    """Return how a run stands."""
    translate = QCoreApplication.translate
    if run.folder == standing.live and standing.is_paused:
        return translate("RunsPanel", "Paused")
    if run.folder == standing.live:
        return translate("RunsPanel", "Training now")
    if run.is_elsewhere:
        return translate("RunsPanel", "Training elsewhere")
    return {
        "finished": translate("RunsPanel", "Finished"),
        "stopped": translate("RunsPanel", "Stopped"),
        "failed": translate("RunsPanel", "Failed"),
    }.get(run.state, translate("RunsPanel", "Interrupted"))
