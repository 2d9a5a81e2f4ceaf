"""Event files of a run, read back by TensorBoard's own reader."""

import errno
import importlib.util
from pathlib import Path
from typing import Any

import pytest

from abcstudio.runs.loggers import tensorboard_log
from abcstudio.runs.loggers.run_logger import (
    LoggedMusic,
    LoggedRun,
    LoggedTake,
    Parameter,
    RunEnd,
)
from abcstudio.runs.loggers.tensorboard_log import TensorBoardLog
from tests.unit.runs.loggers.small_reports import report

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("tensorboard") is None, reason="needs abcstudio[tensorboard]"
)

TAKE = "X:1\nK:D\nDEFG|\n"


def read(folder: Path) -> Any:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    everything = {"scalars": 0, "tensors": 0, "audio": 0}
    events = EventAccumulator(str(folder / "logs" / "tensorboard"), size_guidance=everything)
    events.Reload()
    return events


def curve(events: Any, tag: str) -> list[tuple[int, float]]:
    return [(point.step, round(point.value, 4)) for point in events.Scalars(tag)]


def run(folder: Path, first_step: int = 0) -> LoggedRun:
    parameters: dict[str, Parameter] = {
        "hidden_size": 64,
        "learning_rate": 0.005,
        "optimizer": "adam",
    }
    return LoggedRun(name="A run", folder=folder, parameters=parameters, first_step=first_step)


def logged(folder: Path, *reports: Any, first_step: int = 0, end: str = "finished") -> None:
    log = TensorBoardLog()
    log.begin(run(folder, first_step))
    for one in reports:
        log.add(one)
    log.end(RunEnd(state=end))


def test_every_loss_and_the_figures_of_evaluations_are_there(tmp_path: Path) -> None:
    logged(
        tmp_path, report(2, 4.0, 3.5), report(4, 3.0, 2.5, val_loss=2.75, sample="X:1"), report(5)
    )
    events = read(tmp_path)
    assert curve(events, "loss/train") == [(1, 4.0), (2, 3.5), (3, 3.0), (4, 2.5)]
    assert curve(events, "loss/validation") == [(4, 2.75)]
    # At the first report, and then once a second and at evaluations.
    assert curve(events, "learning_rate") == [(2, 0.005), (4, 0.005)]
    assert curve(events, "gradient_norm") == [(2, 1.5), (4, 1.5)]


@pytest.mark.parametrize(("end", "status"), [("finished", 1), ("stopped", 1), ("failed", 2)])
def test_hyper_parameters_and_the_end_stand_in_the_table_of_runs(
    tmp_path: Path, end: str, status: int
) -> None:
    from tensorboard.plugins.hparams import plugin_data_pb2

    logged(tmp_path, report(1, 4.0), end=end)
    told = {
        tag.rpartition("/")[2]: plugin_data_pb2.HParamsPluginData.FromString(content)
        for tag, content in read(tmp_path).PluginTagToContent("hparams").items()
    }
    given = told["session_start_info"].session_start_info.hparams
    assert given["hidden_size"].number_value == 64
    assert given["optimizer"].string_value == "adam"
    assert told["session_end_info"].session_end_info.status == status


def test_a_run_that_goes_on_continues_its_curves_and_drops_what_is_learned_anew(
    tmp_path: Path,
) -> None:
    logged(tmp_path, report(4, 4.0, 3.5, 3.0, 2.5), end="stopped")
    logged(tmp_path, report(4, 2.9, 2.4), report(5, 2.0), first_step=2)
    found = [(1, 4.0), (2, 3.5), (3, 2.9), (4, 2.4), (5, 2.0)]
    assert curve(read(tmp_path), "loss/train") == found
    assert len(list((tmp_path / "logs" / "tensorboard").iterdir())) == 2


def test_what_was_heard_of_a_step_is_a_curve_a_text_and_a_sound(tmp_path: Path) -> None:
    log = TensorBoardLog()
    log.begin(run(tmp_path))
    takes = (
        LoggedTake(step=10, number=1, text=TAKE, wav=b"RIFF sound"),
        LoggedTake(step=10, number=2, text=TAKE),
    )
    log.hear(LoggedMusic(step=5, right_measures=0.25, newness=None))
    log.hear(LoggedMusic(step=10, right_measures=0.75, newness=0.5, takes=takes))
    log.end(RunEnd(state="finished"))
    events = read(tmp_path)
    assert curve(events, "music/right_measures") == [(5, 0.25), (10, 0.75)]
    assert curve(events, "music/newness") == [(10, 0.5)]
    (sound,) = events.Audio("take_1/sound")
    assert (sound.step, sound.encoded_audio_string) == (10, b"RIFF sound")
    (text,) = events.Tensors("take_2/abc")
    (words,) = text.tensor_proto.string_val
    assert words.decode() == "    X:1\n    K:D\n    DEFG|\n    \n"
    assert events.Tags()["audio"] == ["take_1/sound"]


def test_a_full_disk_leaves_whole_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = TensorBoardLog()
    log.begin(run(tmp_path))
    log.add(report(1, 4.0, sample="X:1"))

    def refuse(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(tensorboard_log, "append_whole", refuse)
    with pytest.raises(OSError, match="No space left"):
        log.add(report(2, 3.0, sample="X:1"))
    assert curve(read(tmp_path), "loss/train") == [(1, 4.0)]
