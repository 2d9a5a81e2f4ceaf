"""A person's hour with the window, by keys alone, on a virtual screen: for trials of the program.

Whatever is asked of the window is looked for from outside: another picture, a file, a process.
"""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT_SECONDS = 240
MADE = ("score.pdf", "story.docx")
"""The files that the journey writes into the person's home."""
OPENED = "opened.txt"
"""Where the `xdg-open` of the trial writes what it was asked for, and what it has found."""

# Between a dialog that comes or goes and the next key, in seconds.
_SETTLED = 2
_LOG = ".local/state/abcstudio/log/abcstudio.log"
_UP = "The window is up"
_TAKES = ".local/share/abcstudio/takes/takes.journal"
_RUNS = ".local/share/abcstudio/runs"


class WindowJourney:
    """Goes through the window of a program that has been started."""

    def __init__(self, display: str, home: Path, process: "subprocess.Popen[str]") -> None:
        """Take the screen, the person's home and the program.

        Args:
            display: The name of the screen, such as ":7".
            home: The folder of settings and runs.
            process: What was started; its children are looked for.
        """
        self._display, self._home, self._process = display, home, process
        self._main = ""
        self._children: set[tuple[str, ...]] = set()

    @property
    def children(self) -> set[tuple[str, ...]]:
        """The command lines of the processes that the program has started meanwhile."""
        return self._children

    def come_up(self) -> None:
        """Wait for the window."""
        log = self._home / _LOG
        self._wait(lambda: log.is_file() and _UP in log.read_text("utf-8"), "the window")
        self._wait(lambda: bool(self._windows()), "a window on the screen")
        self._main = self._windows()[0]

    def see_pages(self) -> None:
        """Open each page, compose, hear the tune and end it."""
        seen: set[int] = set()
        for keys in ("ctrl+1", "ctrl+2", "ctrl+4", "ctrl+3", "ctrl+Return"):
            self._press(keys)
            self._wait(lambda: self._picture() not in seen, f"another picture after {keys}")
            seen.add(self._picture())
        takes = self._home / _TAKES
        self._wait(lambda: takes.is_file() and bool(takes.stat().st_size), "a take that is kept")
        self._press("ctrl+space")
        self._wait(lambda: self._picture() not in seen, "another picture while a tune is heard")
        self._press("Escape")
        self._wait(lambda: bool(self._programs()), "the process that engraves")

    def train(self) -> None:
        """Train until the curve has figures to show, and stop."""
        self._press("ctrl+2")
        self._press("ctrl+r")
        runs = self._home / _RUNS
        self._wait(
            lambda: any(path.stat().st_size for path in runs.glob("*/metrics.jsonl")),
            "figures of a training",
        )
        before = self._picture()
        self._wait(lambda: self._picture() != before, "a curve that goes on")
        self._press("ctrl+shift+r")
        self._wait(lambda: any(runs.glob("*/last.safetensors")), "the network that was stopped")

    def check_lesson(self) -> None:
        """Have the answer to the first lesson checked, in the process of lessons."""
        self._press("ctrl+4")
        self._press("ctrl+Return")
        self._wait(
            lambda: any("--lesson" in words for words in self._programs()),
            "the process of lessons",
        )
        before = self._picture()
        self._wait(lambda: self._picture() != before, "a verdict")

    def export(self) -> None:
        """Export the score, and write the report."""
        score, story = (self._home / name for name in MADE)
        self._press("ctrl+3")
        self._ask("ctrl+shift+e")
        self._save(score)
        if not score.read_bytes().startswith(b"%PDF"):
            raise AssertionError("the score is no PDF file")
        # By the list of commands, as whoever does not know its keys.
        self._press("ctrl+k")
        self._type_into(self._main, "type", "--delay", "50", "Report")
        self._press("Return")
        self._answer("alt+w")
        self._save(story)

    def show_folder(self) -> str:
        """Have the folder of the file shown by another program; return what that one says."""
        opened = self._home / OPENED
        self._press("ctrl+3")
        # The take of the journey has no folder: back to the file, by its tab.
        self._press("ctrl+Tab")
        self._press("ctrl+k")
        self._type_into(self._main, "type", "--delay", "50", "Show in folder")
        self._press("Return")
        self._wait(lambda: opened.is_file() and "ended" in opened.read_text("utf-8"), "xdg-open")
        return opened.read_text("utf-8")

    def close(self) -> str:
        """Close the window; return what was said, refuse a window that stays."""
        self._press("ctrl+q")
        try:
            out, err = self._process.communicate(timeout=WAIT_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise AssertionError("Ctrl+Q does not close the window") from None
        if self._process.returncode:
            raise AssertionError(f"exit {self._process.returncode}: {out}{err}")
        return out + err

    # --- Hands and eyes -----------------------------------------------------------------------

    def _press(self, keys: str) -> None:
        self._type_into(self._main, "key", "--clearmodifiers", keys)
        self._programs()

    def _answer(self, keys: str) -> None:
        """Press a key in the dialog that is there."""
        self._type_into(self._dialog(), "key", "--clearmodifiers", keys)

    def _ask(self, keys: str) -> None:
        """Press keys until a dialog comes: while takes are composed, commands have to wait."""
        until = time.monotonic() + WAIT_SECONDS
        while len(self._windows()) == 1 and time.monotonic() < until:
            self._press(keys)
            time.sleep(_SETTLED)

    def _save(self, target: Path) -> None:
        """Type a name into the dialog that asks for one, and wait for the file."""
        dialog = self._dialog()
        self._type_into(dialog, "key", "ctrl+a")
        self._type_into(dialog, "type", "--delay", "50", target.name)
        self._type_into(dialog, "key", "Return")
        self._wait(lambda: target.is_file() and bool(target.stat().st_size), target.name)
        self._wait(lambda: dialog not in self._windows(), "the end of the dialog")
        time.sleep(_SETTLED)

    def _dialog(self) -> str:
        """Return the newest window that is not the main one, once there is one."""
        self._wait(lambda: len(self._windows()) > 1, "a dialog")
        time.sleep(_SETTLED)
        return next(each for each in reversed(self._windows()) if each != self._main)

    def _type_into(self, window: str, *what: str) -> None:
        self._xdotool("windowfocus", "--sync", window)
        self._xdotool(*what)

    def _wait(self, is_there: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + WAIT_SECONDS
        while not is_there():
            self._programs()
            if time.monotonic() > until or self._process.poll() is not None:
                raise AssertionError(f"waited in vain for {what}")
            time.sleep(0.2)

    def _windows(self) -> list[str]:
        return self._xdotool("search", "--onlyvisible", "--name", ".").split()

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env={**os.environ, "DISPLAY": self._display},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stdout

    def _picture(self) -> int:
        done = subprocess.run(
            ["import", "-window", "root", "-resize", "25%", "-depth", "4", "rgb:-"],
            env={**os.environ, "DISPLAY": self._display}, capture_output=True, check=True,
        )  # fmt: skip
        return hash(done.stdout)

    def _programs(self) -> set[tuple[str, ...]]:
        """Note what the program has started, at any depth, and return what is there now."""
        now = set(_started_by(self._process.pid))
        self._children |= now
        return now


def _started_by(pid: int) -> Iterator[tuple[str, ...]]:
    parents: dict[int, int] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            stat = (place / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(place.name)] = int(stat[1])
    waiting = [pid]
    while waiting:
        one = waiting.pop()
        for child in (child for child, parent in parents.items() if parent == one):
            waiting.append(child)
            words = _words(child)
            if len(words) > 1 and words[0].endswith("/abcstudio") and words[1].startswith("--"):
                yield words


def _words(pid: int) -> tuple[str, ...]:
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return ()
    return tuple(line.decode(errors="replace").rstrip("\0").split("\0"))


@contextmanager
def screen() -> Iterator[str]:
    """Yield the name of a virtual screen."""
    told, tell = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1280x800x24", "-noreset",
         "-nolisten", "tcp"],
        pass_fds=(tell,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as server:  # fmt: skip
        os.close(tell)
        with os.fdopen(told) as number:
            name = f":{number.readline().strip()}"
        try:
            yield name
        finally:
            server.terminate()
