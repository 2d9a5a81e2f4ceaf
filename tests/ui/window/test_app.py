"""The whole program as a process: what it loads before the window is up, and how it ends."""

import errno
import json
import logging
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from abcstudio.app import LogFile
from tests.deadline import until

HEAVY = ("torch", "numpy", "verovio", "pygame", "pyqtgraph", "mido")


def test_nothing_heavy_is_loaded_before_the_window(home: Path) -> None:
    code = f"import abcstudio.app, sys; print([n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no LANG")
@pytest.mark.parametrize(
    ("variables", "system", "english"),
    [("C.UTF-8", "4,441", "4,441"), ("de_DE.UTF-8", "4.441", "4,441")],
)
def test_numbers_are_grouped_by_language(variables: str, system: str, english: str) -> None:
    code = (
        "from abcstudio.ui.words.translators import locale_of\n"
        "for language in ('system', 'en'): print(locale_of(language).toString(4441))"
    )
    environment = {**os.environ, "LC_ALL": variables, "LANG": variables}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.split() == [system, english]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to catch")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_opens_files_and_a_signal_ends_it_cleanly(
    home: Path, tmp_path: Path, number: signal.Signals
) -> None:
    if signal.getsignal(number) == signal.SIG_IGN:
        pytest.skip("these tests were started to outlive their terminal")
    log = home / "log" / "abcstudio.log"
    tunes = tmp_path / "two tunes.abc"
    tunes.write_text("X:1\nT:Named\nK:C\nCDEF|\n", encoding="utf-8")
    name = tunes.as_uri() if number == signal.SIGINT else str(tunes)

    def is_up() -> bool:
        return log.is_file() and "The window is up" in log.read_text()

    process = subprocess.Popen(
        [sys.executable, "-m", "abcstudio", name], stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        until(lambda: is_up() or process.poll() is not None, what="the window is up")
        process.send_signal(number)
        out, err = process.communicate(timeout=120)
    finally:
        process.kill()
    assert process.returncode == 0
    assert out == b""
    assert [line for line in err.splitlines() if b"This plugin does not" not in line] == []
    text = log.read_text()
    assert "torch imported: False" in text
    assert "Ended with 0" in text
    settings = json.loads((home / "config" / "settings.json").read_text(encoding="utf-8"))
    assert settings["recent_files"] == [str(tunes)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to catch")
def test_a_later_start_hands_its_file_to_the_studio_that_runs(home: Path, tmp_path: Path) -> None:
    log, start = home / "log" / "abcstudio.log", [sys.executable, "-m", "abcstudio"]
    first, second, third = (tmp_path / f"{name}.abc" for name in ("first", "second", "third"))
    for tune in (first, second, third):
        tune.write_text(f"X:1\nT:{tune.stem}\nK:C\nCDEF|\n", encoding="utf-8")

    def noted() -> list[str]:
        settings = home / "config" / "settings.json"
        if not settings.is_file():
            return []
        return list(json.loads(settings.read_text(encoding="utf-8"))["window"]["tabs"])

    running = subprocess.Popen([*start, str(first)])
    others = []
    try:
        until(lambda: log.is_file() and "The window is up" in log.read_text(), what="it is up")
        source = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
        later = subprocess.run(
            [*start, "second.abc"], env=source, cwd=tmp_path, timeout=120, check=False
        )
        assert later.returncode == 0
        assert log.read_text().count("Started with") == 1
        until(lambda: noted() == [str(first), str(second)], what="both have tabs")
        new = [*start, "--new-window", str(third)]
        others.append(subprocess.Popen(new))
        until(lambda: log.read_text().count("The window is up") == 2, what="there are two")
        others[0].send_signal(signal.SIGTERM)
        assert others[0].wait(timeout=120) == 0
        assert noted() == [str(first), str(second)]
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=120) == 0
        assert noted() == [str(first), str(second)]
    finally:
        for process in (running, *others):
            process.kill()
            process.wait()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="always has a screen")
def test_without_a_screen_a_sentence_says_so() -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    command = [sys.executable, "-m", "abcstudio", "tune.abc"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1
    assert "there is no screen here" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="always has a screen")
@pytest.mark.parametrize(
    ("variable", "value", "why"),
    [
        ("DISPLAY", ":no-such-screen", "the screen cannot be reached"),
        ("QT_QPA_PLATFORM", "no-such-plugin", "Qt has no platform plugin of that name"),
    ],
)
def test_a_screen_that_is_not_there_gets_a_sentence(
    home: Path, variable: str, value: str, why: str
) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: known for name, known in os.environ.items() if name not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "abcstudio"],
        capture_output=True, text=True, check=False, env={**environment, variable: value},
    )  # fmt: skip
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("abcstudio: no window can be opened: ")
    assert f"{why} ({variable}={value})" in line
    assert "`abcstudio --help` lists what works without one." in line


def log_through(handler: logging.Handler, lines: int) -> None:
    for number in range(lines):
        handler.handle(logging.makeLogRecord({"msg": f"line {number}"}))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_log_on_a_full_disk_is_told_of_once(capsys: pytest.CaptureFixture[str]) -> None:
    handler = LogFile("/dev/full")
    log_through(handler, 3)
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith("abcstudio: the log cannot be written:")
    assert os.strerror(errno.ENOSPC) in told
    with suppress(OSError):
        handler.close()


def test_a_log_that_cannot_be_rotated_is_told_of_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "studio.log"
    path.with_name("studio.log.1").write_text("before", encoding="utf-8")
    (path.with_name("studio.log.2") / "in the way").mkdir(parents=True)
    handler = LogFile(path, maxBytes=20, backupCount=2)
    log_through(handler, 9)
    handler.close()
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith("abcstudio: the log cannot be written:")
