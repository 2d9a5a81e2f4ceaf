"""TensorBoard event files in the run's folder, written by the library `tensorboard`.

Neither torch nor TensorFlow is needed for them. `tensorboard --logdir RUNS` shows all runs of a
folder side by side.
"""

import io
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.files import append_whole
from abcstudio.runs.loggers.run_logger import (
    LoggedMusic,
    LoggedRun,
    LoggedTake,
    Points,
    PointsOfReports,
    RunEnd,
    points_of_music,
)

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport

_FLUSH_SECONDS = 1.0
_FILE_VERSION = "brain.Event:2"
"""What tells its readers that steps may come again after a restart."""


class TensorBoardLog:
    """Writes event files; each session of a run has one of its own.

    Where a run goes on, TensorBoard drops what earlier files hold of later steps.
    """

    def __init__(self) -> None:
        from tensorboard.compat.proto import event_pb2, summary_pb2
        from tensorboard.summary.writer.record_writer import RecordWriter

        self._events: Any = event_pb2
        self._summaries: Any = summary_pb2
        # What is not on disk yet.
        self._pending = io.BytesIO()
        self._records = RecordWriter(self._pending)
        self._file = Path()
        self._flushed_at = 0.0
        self._points = PointsOfReports()

    def begin(self, run: LoggedRun) -> None:
        """Begin a new event file, and log the hyper-parameters.

        Raises:
            OSError: It cannot be written.
        """
        from tensorboard.plugins.hparams.summary_v2 import hparams_pb

        folder = run.folder_of("tensorboard")
        folder.mkdir(parents=True, exist_ok=True)
        self._file = _next_file(folder)
        self._write(file_version=_FILE_VERSION)
        if run.first_step:
            start = self._events.SessionLog(status=self._events.SessionLog.START)
            # What is purged begins with this step.
            self._write(run.first_step + 1, session_log=start)
        self._write(summary=hparams_pb(dict(run.parameters), trial_id=run.folder.name))
        self._flush()

    def add(self, report: "StepReport") -> None:
        """Write the points of a report.

        Raises:
            OSError: They cannot be written.
        """
        for points in self._points.of(report):
            self._write_points(points)
        is_due = time.monotonic() - self._flushed_at >= _FLUSH_SECONDS
        if is_due or report.sample is not None:
            self._flush()

    def hear(self, music: LoggedMusic) -> None:
        """Write the music of a step: its figures, its takes and their sound.

        Raises:
            OSError: They cannot be written.
        """
        self._write_points(points_of_music(music))
        for take in music.takes:
            self._write_take(take)
        self._flush()

    def end(self, end: RunEnd) -> None:
        """Write how the run ended.

        Raises:
            OSError: It cannot be written.
        """
        from tensorboard.plugins.hparams import api_pb2, metadata, plugin_data_pb2

        status = api_pb2.STATUS_FAILURE if end.state == "failed" else api_pb2.STATUS_SUCCESS
        info = plugin_data_pb2.SessionEndInfo(status=status, end_time_secs=time.time())
        data = plugin_data_pb2.HParamsPluginData(session_end_info=info)
        value = self._summaries.Summary.Value(
            tag=metadata.SESSION_END_INFO_TAG,
            metadata=metadata.create_summary_metadata(data),
            tensor=metadata.NULL_TENSOR,
        )
        self._write(summary=self._summaries.Summary(value=[value]))
        self._flush()

    def _write_points(self, points: Points) -> None:
        if points.values:
            value = self._summaries.Summary.Value
            values = [value(tag=tag, simple_value=one) for tag, one in points.values.items()]
            self._write(points.step, summary=self._summaries.Summary(value=values))

    def _write_take(self, take: LoggedTake) -> None:
        from tensorboard.plugins.text.summary_v2 import text_pb

        tag = f"take_{take.number}"
        # It is shown as Markdown, where an indent leaves a text as it is.
        indented = "".join(f"    {line}\n" for line in take.text.split("\n"))
        self._write(take.step, summary=text_pb(f"{tag}/abc", indented))
        if take.wav:
            audio = self._summaries.Summary.Audio(
                encoded_audio_string=take.wav, content_type="audio/wav"
            )
            value = self._summaries.Summary.Value(tag=f"{tag}/sound", audio=audio)
            self._write(take.step, summary=self._summaries.Summary(value=[value]))

    def _write(self, step: int = 0, **what: Any) -> None:
        event = self._events.Event(wall_time=time.time(), step=step, **what)
        self._records.write(event.SerializeToString())

    def _flush(self) -> None:
        self._flushed_at = time.monotonic()
        data = self._pending.getvalue()
        self._pending.seek(0)
        self._pending.truncate()
        if data:
            append_whole(self._file, data)


def _next_file(folder: Path) -> Path:
    """Return the next event file of a folder: their readers take them in the order of names."""
    number = len(list(folder.glob("events.out.tfevents.*")))
    while True:
        path = folder / f"events.out.tfevents.{number:010}"
        if not os.path.lexists(path):
            return path
        number += 1
