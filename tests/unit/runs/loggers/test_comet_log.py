"""An experiment of Comet: what it is given, by a double of the library and by its own archive."""

import importlib.util
import json
import logging
import os
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from abcstudio.errors import LoggingError
from abcstudio.messages import Phrase
from abcstudio.runs.loggers import comet_key as key_module
from abcstudio.runs.loggers.comet_key import (
    KeyPlace,
    comet_key,
    keep_comet_key,
    where_comet_key_is,
)
from abcstudio.runs.loggers.comet_log import CometLog
from abcstudio.runs.loggers.run_logger import (
    LoggedMusic,
    LoggedRun,
    LoggedTake,
    Parameter,
    RunEnd,
)
from tests.unit.runs.loggers.small_reports import report

KEY = "0secret1secret2secret3secret"
TAKE = LoggedTake(step=3, number=1, text="X:1\nK:D\nDEFG|\n", wav=b"RIFF sound")
MUSIC = LoggedMusic(step=3, right_measures=0.5, newness=None, takes=(TAKE,))


class Experiment:
    """Notes what the documented methods of an experiment are given."""

    def __init__(self, **wishes: Any) -> None:
        self.wishes = wishes
        self.parameters: dict[str, Any] = {}
        self.metrics: list[tuple[int, str, float]] = []
        self.assets: dict[str, bytes | str] = {}
        self.others: dict[str, str] = {}
        self.sounds: list[tuple[str, str]] = []

    def log_parameters(self, parameters: dict[str, Any]) -> None:
        self.parameters |= parameters

    def log_metrics(self, dic: dict[str, float], step: int) -> None:
        self.metrics += [(step, name, value) for name, value in dic.items()]

    def log_other(self, key: str, value: str) -> None:
        self.others[key] = value

    def log_asset_data(self, data: str, *, name: str, overwrite: bool, step: int) -> None:
        assert overwrite
        self.assets[name] = data

    def log_audio(self, audio_data: str, *, file_name: str, overwrite: bool, step: int) -> None:
        assert overwrite
        self.sounds.append((audio_data, file_name))

    def end(self) -> None:
        # The library sends files no sooner.
        self.assets |= {name: Path(path).read_bytes() for path, name in self.sounds}


class Library(SimpleNamespace):
    """Makes such experiments in place of `comet_ml`; the service is away where it is told so."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[Experiment] = []
        self.error: Exception | None = None

    def ExperimentConfig(self, **switches: Any) -> dict[str, Any]:  # noqa: N802 - the library's
        return switches

    def start(self, **wishes: Any) -> Experiment:
        if self.error is not None and wishes["online"]:
            raise self.error
        self.made.append(Experiment(**wishes))
        return self.made[-1]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "environ", {**os.environ, "HOME": str(tmp_path / "home")})


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    library = Library()
    monkeypatch.setitem(sys.modules, "comet_ml", library)
    return library


def run(folder: Path) -> LoggedRun:
    parameters: dict[str, Parameter] = {"hidden_size": 64, "optimizer": "adam"}
    return LoggedRun(name="Мій запуск", folder=folder, parameters=parameters)


def log_run(folder: Path, log: CometLog) -> None:
    log.begin(run(folder))
    log.add(report(2, 4.0, 3.5))
    log.add(report(3, 3.0, val_loss=2.75))
    log.hear(MUSIC)
    log.end(RunEnd(state="finished"))


def words_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_parameters_losses_takes_and_their_sound_are_logged(
    tmp_path: Path, library: Library
) -> None:
    told: list[Phrase] = []
    log_run(tmp_path, CometLog(lambda: KEY, told.append))
    (made,) = library.made
    assert made.parameters == {"hidden_size": 64, "optimizer": "adam"}
    losses = [(step, value) for step, name, value in made.metrics if name == "loss/train"]
    assert losses == [(1, 4.0), (2, 3.5), (3, 3.0)]
    assert (3, "loss/validation", 2.75) in made.metrics
    assert (3, "music/right_measures", 0.5) in made.metrics
    assert made.assets["step-000003-take-1.abc"] == TAKE.text
    assert made.assets["step-000003-take-1.wav"] == TAKE.wav
    assert made.others == {"state": "finished"}
    assert not told
    assert not list(tmp_path.rglob("*.wav"))


def test_a_run_that_goes_on_is_the_same_experiment_and_nothing_else_is_sent(
    tmp_path: Path, library: Library
) -> None:
    for _session in range(2):
        log_run(tmp_path, CometLog(lambda: KEY, lambda _phrase: None))
    first, second = (made.wishes for made in library.made)
    assert first["experiment_key"] == second["experiment_key"]
    assert len(first["experiment_key"]) == 32
    assert (first["mode"], first["online"], first["api_key"]) == ("get_or_create", True, KEY)
    switches = first["experiment_config"]
    assert switches["name"] == "Мій запуск"
    assert not any(switches[name] for name in switches if name.startswith(("log_", "auto_")))
    assert os.environ["COMET_DISABLE_AUTO_LOGGING"] == "1"
    assert os.environ["COMET_ERROR_TRACKING_ENABLE"] == "0"


def test_what_is_to_stay_here_needs_no_key(tmp_path: Path, library: Library) -> None:
    log_run(tmp_path, CometLog(None, lambda _phrase: None))
    wishes = library.made[0].wishes
    assert (wishes["online"], wishes["api_key"]) == (False, None)
    assert Path(wishes["experiment_config"]["offline_directory"]) == tmp_path / "logs" / "comet"


@pytest.mark.parametrize("error", [ConnectionError("no way"), ValueError(f"unknown key {KEY}")])
def test_where_the_service_cannot_be_reached_it_is_kept_and_said(
    tmp_path: Path, library: Library, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    library.error = error
    told: list[Phrase] = []
    log_run(tmp_path, CometLog(lambda: KEY, told.append))
    (sentence,) = map(str, told)
    assert "send it later with: comet upload" in sentence
    assert library.made[0].wishes["online"] is False
    assert KEY not in sentence
    assert KEY not in caplog.text
    assert KEY.encode() not in words_of(tmp_path)


def test_without_a_key_it_is_said(tmp_path: Path, library: Library) -> None:
    log = CometLog(lambda: "", lambda _phrase: None)
    with pytest.raises(LoggingError, match=r"log\.no_key"):
        log.begin(run(tmp_path))
    assert not library.made


class Keyring(SimpleNamespace):
    """Keeps keys in memory; refuses where it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, name: str) -> str | None:
        self._look()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, key: str) -> None:
        self._look()
        self.kept[service, name] = key

    def _look(self) -> None:
        if self.is_locked:
            raise RuntimeError(f"locked before {KEY}")


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    keyring = Keyring()
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    return keyring


def test_the_key_of_the_environment_comes_before_the_keyrings(keyring: Keyring) -> None:
    assert (comet_key(), where_comet_key_is()) == ("", KeyPlace.NOWHERE)
    assert keep_comet_key(KEY) is KeyPlace.KEYRING
    assert comet_key() == KEY
    os.environ[key_module.VARIABLE] = " other "
    assert (comet_key(), where_comet_key_is()) == ("other", KeyPlace.ENVIRONMENT)


def test_a_locked_keyring_has_no_key_and_says_it_of_a_new_one(
    keyring: Keyring, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    keyring.is_locked = True
    assert comet_key() == ""
    with pytest.raises(LoggingError) as caught:
        keep_comet_key(KEY)
    assert caught.value.__suppress_context__
    assert KEY not in f"{caught.value}{caplog.text}"


@pytest.mark.skipif(importlib.util.find_spec("comet_ml") is None, reason="needs abcstudio[comet]")
@pytest.mark.filterwarnings("ignore")
def test_the_archive_of_the_library_holds_what_was_logged(tmp_path: Path) -> None:
    # Which the library reads too.
    os.environ[key_module.VARIABLE] = KEY
    for _session in range(2):
        log_run(tmp_path, CometLog(None, lambda _phrase: None))
    archives = sorted((tmp_path / "logs" / "comet").glob("*.zip"))
    assert len(archives) == 2
    names = set()
    for archive in archives:
        with zipfile.ZipFile(archive) as packed:
            experiment = json.loads(packed.read("experiment.json"))
            names.add(experiment["offline_id"])
            assert experiment["resume_strategy"] == "get_or_create"
            lines = packed.read("messages.json").decode().splitlines()
            assert not any(KEY.encode() in packed.read(name) for name in packed.namelist())
        messages = [json.loads(line)["payload"] for line in lines]
        metrics = [message["metric"] for message in messages if "metric" in message]
        losses = [
            (metric["step"], metric["metricValue"])
            for metric in metrics
            if metric["metricName"] == "loss/train"
        ]
        assert losses == [(1, 4.0), (2, 3.5), (3, 3.0)]
        given = [message["param"] for message in messages if "param" in message]
        assert ("hidden_size", 64) in [(one["paramName"], one["paramValue"]) for one in given]
        files = [message.get("additional_params", {}).get("fileName") for message in messages]
        assert {"step-000003-take-1.abc", "step-000003-take-1.wav"} <= set(files)
    assert len(names) == 1
    assert KEY.encode() not in words_of(tmp_path)
