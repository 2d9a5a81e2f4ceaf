"""An experiment of the service Comet, written by its library `comet_ml`.

It is sent nothing but what is logged here: neither code nor what stands in this machine's
environment. Where the service cannot be reached, the experiment is kept in the run's folder as an
archive, which `comet upload` sends later.
"""

import logging
import os
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.bounded_json import json_bytes, parse_json
from abcstudio.errors import LoggingError
from abcstudio.files import atomic_write
from abcstudio.guarded_files import read_bytes
from abcstudio.messages import Phrase
from abcstudio.runs.loggers.run_logger import (
    LoggedMusic,
    LoggedRun,
    LoggedTake,
    PointsOfReports,
    RunEnd,
    points_of_music,
)

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport

log = logging.getLogger(__name__)

PROJECT = "abcstudio"
"""Where the experiments of all runs stand together."""

_EXPERIMENT_FILE = "experiment.json"
_MAX_BYTES = 4096
_MOST_REASON = 160
# Not to be found out, reported or printed by the library.
_SURROUNDINGS = {
    "COMET_DISABLE_AUTO_LOGGING": "1",
    "COMET_ERROR_TRACKING_ENABLE": "0",
    "COMET_LOGGING_CONSOLE": "CRITICAL",
}
_WITHHELD = (
    "log_code", "log_graph", "log_git_metadata", "log_git_patch", "log_env_details", "log_env_gpu",
    "log_env_host", "log_env_cpu", "log_env_network", "log_env_disk", "auto_param_logging",
    "auto_metric_logging", "auto_output_logging", "auto_log_co2", "parse_args",
)  # fmt: skip


class CometLog:
    """Logs a run as an experiment; one that goes on is the same experiment.

    Args of the constructor:
        find_key: Gives the person's key; asked once, and the key is kept nowhere. None for an
            experiment that is to stay on this machine.
        tell: Called with a sentence where the service cannot be reached.
    """

    def __init__(self, find_key: Callable[[], str] | None, tell: Callable[[Phrase], None]) -> None:
        for name, value in _SURROUNDINGS.items():
            os.environ.setdefault(name, value)
        import comet_ml

        self._library: Any = comet_ml
        self._find_key, self._tell = find_key, tell
        self._experiment: Any = None
        self._points = PointsOfReports()
        self._folder = Path()
        self._sounds: list[Path] = []

    def begin(self, run: LoggedRun) -> None:
        """Make the experiment, or go on with it, and log the hyper-parameters.

        Raises:
            LoggingError: There is no key.
            OSError: The run's folder cannot be written.
        """
        self._folder = run.folder_of("comet")
        self._folder.mkdir(parents=True, exist_ok=True)
        self._experiment = self._begun(run.name)
        self._experiment.log_parameters(dict(run.parameters))

    def add(self, report: "StepReport") -> None:
        """Log the points of a report."""
        for points in self._points.of(report):
            self._experiment.log_metrics(dict(points.values), step=points.step)

    def hear(self, music: LoggedMusic) -> None:
        """Log the music of a step: its figures, its takes and their sound.

        Raises:
            OSError: A sound cannot be written.
        """
        points = points_of_music(music)
        if points.values:
            self._experiment.log_metrics(dict(points.values), step=points.step)
        for take in music.takes:
            self._log_take(take)

    def end(self, end: RunEnd) -> None:
        """Log how the run ended, and wait for all that is still to be sent."""
        self._experiment.log_other("state", end.state)
        self._experiment.end()
        # They had to be there until they were sent.
        for sound in self._sounds:
            sound.unlink(missing_ok=True)

    def _begun(self, name: str) -> Any:
        """Return the experiment: of the service, else of this machine."""
        experiment = _experiment_of(self._folder)
        if self._find_key is None:
            return self._started(name, experiment)
        key = self._find_key()
        if not key:
            raise LoggingError("log.no_key")
        try:
            return self._started(name, experiment, key)
        except Exception as error:  # noqa: BLE001 - no network, no such key: whatever it raises
            words = " ".join(str(error).replace(key, "…").split())[:_MOST_REASON]
            log.warning("Comet cannot be reached: %s", words)
            # What comes from the network is an OSError whose words say little.
            reason = Phrase("log.no_connection") if isinstance(error, OSError) else words
            self._tell(Phrase("log.kept_for_comet", {"reason": reason, "path": self._folder}))
            return self._started(name, experiment)

    def _started(self, name: str, experiment: str, key: str | None = None) -> Any:
        config = self._library.ExperimentConfig(
            **dict.fromkeys(_WITHHELD, False),
            display_summary_level=0,
            offline_directory=str(self._folder),
            name=name,
        )
        return self._library.start(
            api_key=key,
            project_name=PROJECT,
            experiment_key=experiment,
            mode="get_or_create",
            online=key is not None,
            experiment_config=config,
        )

    def _log_take(self, take: LoggedTake) -> None:
        name = f"step-{take.step:06d}-take-{take.number}"
        self._experiment.log_asset_data(
            take.text, name=f"{name}.abc", overwrite=True, step=take.step
        )
        if take.wav:
            sound = self._folder / f"{name}.wav"
            atomic_write(sound, take.wav)
            self._sounds.append(sound)
            self._experiment.log_audio(
                str(sound), file_name=sound.name, overwrite=True, step=take.step
            )


def _experiment_of(folder: Path) -> str:
    """Return the name of a run's experiment; a new one is kept before anything is sent.

    Raises:
        OSError: It cannot be kept.
    """
    path = folder / _EXPERIMENT_FILE
    try:
        data = parse_json(read_bytes(path, _MAX_BYTES))
    except (OSError, ValueError):
        data = None
    known = data.get("experiment") if isinstance(data, dict) else None
    if isinstance(known, str) and known.isalnum() and len(known) == len(uuid.uuid4().hex):
        return known
    experiment = uuid.uuid4().hex
    atomic_write(path, json_bytes({"experiment": experiment}))
    return experiment
