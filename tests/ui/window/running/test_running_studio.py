"""A later start hands its files to the studio that runs, and none is lost where that is none."""

import os
import socket
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.bounded_json import json_bytes
from abcstudio.ui.window.running.handing_over import address_in, handed_over
from abcstudio.ui.window.running.request import (
    ADDRESS_FILE,
    WindowRequest,
    read_request,
    this_screen,
)
from abcstudio.ui.window.running.running_studio import RunningStudio
from tests.ui.events import deliver_events

SHORT = 0.2
"""Seconds that an answer is waited for that never comes."""


@pytest.fixture
def running(tmp_path: Path, qtbot: QtBot) -> Iterator[RunningStudio]:
    studio = RunningStudio(tmp_path / "running")
    yield studio
    studio.close()


@pytest.fixture
def requests(running: RunningStudio) -> list[WindowRequest]:
    heard: list[WindowRequest] = []
    running.requested.connect(heard.append)
    return heard


def hand_over(qtbot: QtBot, names: list[str], folder: Path) -> bool:
    """Be the later start, while the window goes on."""
    outcome: list[bool] = []
    start = threading.Thread(target=lambda: outcome.append(handed_over(names, folder)))
    start.start()
    qtbot.waitUntil(lambda: bool(outcome), timeout=60_000)
    start.join()
    return outcome[0]


def test_files_reach_the_running_studio_as_absolute_paths(
    requests: list[WindowRequest],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    address = (tmp_path / "друга б.abc").as_uri()
    assert hand_over(qtbot, ["one.abc", address], tmp_path / "running")
    (request,) = requests
    assert request.paths == (tmp_path / "one.abc", tmp_path / "друга б.abc")


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_name_that_is_no_text_arrives_whole(
    requests: list[WindowRequest], qtbot: QtBot, tmp_path: Path
) -> None:
    name = os.fsdecode(b"/tunes/\xff.abc")
    assert hand_over(qtbot, [name], tmp_path / "running")
    assert requests[0].paths == (Path(name),)


def test_without_files_the_window_is_asked_to_show_itself(
    requests: list[WindowRequest], qtbot: QtBot, tmp_path: Path
) -> None:
    assert hand_over(qtbot, [], tmp_path / "running")
    assert [each.paths for each in requests] == [()]


def test_where_none_runs_or_one_was_killed_nothing_is_handed_over(tmp_path: Path) -> None:
    assert not handed_over(["a.abc"], tmp_path / "never made")
    (tmp_path / ADDRESS_FILE).write_bytes(json_bytes({"address": str(tmp_path / "gone")}))
    assert not handed_over(["a.abc"], tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="its pipes are tried there")
@pytest.mark.parametrize("accepts", [False, True])
def test_a_process_that_never_answers_is_given_up(tmp_path: Path, accepts: bool) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "s"))
        silent.listen(int(accepts))
        (tmp_path / ADDRESS_FILE).write_bytes(json_bytes({"address": str(tmp_path / "s")}))
        assert not handed_over(["a.abc"], tmp_path, SHORT)


def test_a_hung_window_takes_nothing_then_or_later(
    requests: list[WindowRequest], tmp_path: Path
) -> None:
    """The thread of the window is this one, which waits here."""
    assert not handed_over(["a.abc"], tmp_path / "running", SHORT)
    deliver_events()
    assert requests == []


def test_a_studio_that_ends_takes_nothing(
    running: RunningStudio, requests: list[WindowRequest], tmp_path: Path
) -> None:
    running.close()
    assert not handed_over(["a.abc"], tmp_path / "running")
    assert address_in(tmp_path / "running") == ""
    assert requests == []


def test_another_screen_gets_a_window_of_its_own(
    requests: list[WindowRequest],
    running: RunningStudio,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    message = WindowRequest(screen=f"{this_screen()} of another").to_bytes()
    monkeypatch.setattr(WindowRequest, "to_bytes", lambda _: message)
    assert not hand_over(qtbot, ["a.abc"], tmp_path / "running")
    assert requests == []


def test_only_the_first_one_of_a_home_has_its_texts(running: RunningStudio, tmp_path: Path) -> None:
    second = RunningStudio(tmp_path / "running")
    assert (running.is_first, second.is_first) == (True, False)
    second.close()
    running.close()
    third = RunningStudio(tmp_path / "running")
    assert third.is_first
    third.close()


def test_what_is_no_request_does_nothing(
    running: RunningStudio, requests: list[WindowRequest], qtbot: QtBot, tmp_path: Path
) -> None:
    def send() -> None:
        with Client(address_in(tmp_path / "running")) as connection:
            connection.recv_bytes()
            connection.send_bytes(b'{"run": "rm"}')

    sender = threading.Thread(target=send)
    sender.start()
    qtbot.waitUntil(lambda: not sender.is_alive(), timeout=60_000)
    assert hand_over(qtbot, [], tmp_path / "running")
    assert [each.paths for each in requests] == [()]


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"[]",
        b'{"paths": "a", "screen": "", "token": ""}',
        b'{"paths": ["a.abc"], "screen": "", "token": ""}',
        b'{"paths": ["/a\\u0000"], "screen": "", "token": ""}',
        b'{"paths": [1], "screen": "", "token": ""}',
        b'{"paths": [], "screen": 1, "token": ""}',
        b'{"paths": [], "screen": "", "token": "' + b"x" * 2_000 + b'"}',
        json_bytes({"paths": ["/a"] * 20_000, "screen": "", "token": ""}),
    ],
)
def test_a_request_is_read_within_bounds(message: bytes) -> None:
    assert read_request(message) is None


def test_a_folder_that_cannot_be_written_hinders_no_start(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_bytes(b"")
    studio = RunningStudio(tmp_path / "file" / "running")
    assert studio.is_first
    studio.close()
