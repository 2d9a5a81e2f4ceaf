"""One process for one answer: warmed, prepared for a task, run, ended."""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from abcstudio.errors import LessonError
from abcstudio.lessons.running.failures import failure_words
from abcstudio.lessons.running.limits import Limits, tells_waiting
from abcstudio.lessons.running.outcome import (
    ENDED,
    FILES,
    OUTPUT,
    PROCESSES,
    TIME,
    CheckTask,
    RunOutcome,
    ending_of,
    line_in,
)
from abcstudio.lessons.running.process import LessonProcess, Message
from abcstudio.stopping import stop_if_asked
from abcstudio.temporary_files import temporary_folder

LIBRARIES = ("torch", "torch.nn", "torch.nn.functional", "torch.optim", "numpy")
"""What a cell may use at once; they take seconds to load."""

WARM_SECONDS = 600.0
"""How long libraries may take to load, on a machine that is very busy."""

PREPARE_SECONDS = 60.0
"""How long a check may take with all answers whose worth is known, while it has a processor."""

_MOST_PREPARE_SECONDS = 600.0
_LOOK_SECONDS = 0.05
_WATCH_SECONDS = 0.25
# Where its parent cannot tell how long it was kept waiting, the process ends itself in time.
_GRACE_SECONDS = 1.5
_MOST_FILES = 500


class OneRun:
    """A process with a folder of its own, for one answer.

    Args:
        limits: What the code may use.
        libraries: What is loaded before it comes.
        check_seconds: How long a check may take to be prepared.

    Raises:
        OSError: It cannot be started.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        libraries: Sequence[str] = LIBRARIES,
        check_seconds: float = PREPARE_SECONDS,
    ) -> None:
        self._limits = limits or Limits()
        self._check_seconds = check_seconds
        self._grace = 0.0 if tells_waiting() else _GRACE_SECONDS
        self._cleanup = ExitStack()
        self._folder = self._cleanup.enter_context(temporary_folder("abcstudio-lesson-")) / "files"
        try:
            self._folder.mkdir()
            self._process = LessonProcess(self._folder, self._limits)
            self._process.ask({"do": "warm", "libraries": list(libraries)})
        except BaseException:
            self._cleanup.close()
            raise
        self._is_warm = False
        self._task: CheckTask | None = None
        self._seed = 0
        self._expected: tuple[Mapping[str, Any], ...] = ()

    @property
    def pid(self) -> int:
        """The process's number in the system."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Return whether the process has not ended."""
        return self._process.is_alive()

    @property
    def folder(self) -> Path:
        """Where its code may write; gone after the end."""
        return self._folder

    @property
    def task(self) -> CheckTask | None:
        """What it has been prepared for."""
        return self._task

    def warm_up(self) -> None:
        """Wait until its libraries are loaded.

        Raises:
            LessonError: It ends instead.
        """
        if not self._is_warm:
            if not self._awaited(lambda seconds: seconds < WARM_SECONDS):
                raise LessonError("lesson.process_ended")
            self._is_warm = True

    def prepare(self, task: CheckTask, seed: int) -> tuple[Mapping[str, Any], ...]:
        """Load a check, and find what it finds in the answers whose worth is known.

        Raises:
            LessonError: The check is broken, or does not end.
        """
        self.warm_up()
        request = {
            "do": "prepare",
            "check": str(task.check.absolute()),
            "codes": task.codes,
            "seed": seed,
            "seconds": _MOST_PREPARE_SECONDS,
            "memory_bytes": self._limits.memory_bytes,
        }
        try:
            self._process.ask(request)
        except OSError as error:
            raise LessonError("lesson.process_ended") from error
        said = self._prepared(task.check)
        self._task, self._seed = task, seed
        self._expected = tuple(said["expected"])
        return self._expected

    def run(self, code: str) -> RunOutcome:
        """Run an answer, once; the process has ended then, whatever it was.

        Raises:
            LessonError: The process had ended before.
        """
        request = {"do": "run", "code": code, "folder": str(self._folder), **asdict(self._limits)}
        try:
            self._process.ask(request)
            return self._followed()
        except OSError as error:
            raise LessonError("lesson.process_ended") from error
        finally:
            self.end()

    def end(self) -> None:
        """End the process, and take its folder away."""
        self._process.end()
        self._cleanup.close()

    def _prepared(self, check: Path) -> Message:
        """Return what a check has found; one that does not end is ended here.

        Raises:
            LessonError: It is broken, or has no end; the error names its file.
        """
        waited = self._process.group.seconds_kept_waiting()

        def has_time(seconds: float) -> bool:
            waiting = self._process.group.seconds_kept_waiting() - waited
            return seconds - max(0.0, waiting) < self._check_seconds

        said = self._awaited(has_time)
        if said is None:
            self.end()
            raise LessonError("lesson.check_ended", path=check)
        if not said:
            self._process.abort()
            self.end()
            line = line_in(self._process.errors(), str(check.absolute()))
            place = f"{check}:{line}" if line else check
            raise LessonError("lesson.check_time", path=place, seconds=f"{self._check_seconds:g}")
        if said["said"] == "broken":
            reason = failure_words(said)
            raise LessonError("lesson.check_broken", path=check, reason=reason)
        return said

    def _awaited(self, has_time: Callable[[float], bool]) -> Message | None:
        """Return what the process says next: nothing where its time is over, None at its end.

        Args:
            has_time: Tells whether it may go on after so many seconds by the clock.
        """
        began = time.monotonic()
        while has_time(time.monotonic() - began):
            stop_if_asked()
            try:
                return self._process.message(_LOOK_SECONDS)
            except TimeoutError:
                continue
            except EOFError:
                return None
        return {}

    def _followed(self) -> RunOutcome:
        began = watched = time.monotonic()
        waited = self._process.group.seconds_kept_waiting()
        output: list[str] = []
        while True:
            stop_if_asked()
            try:
                message = self._process.message(_LOOK_SECONDS)
                if message["said"] == "output":
                    output.append(str(message["text"]))
                elif message["said"] == "ended":
                    return self._ended(message, "".join(output))
            except TimeoutError:
                # What it has started, and left behind, keeps its output open.
                if not self._process.is_alive() and self._process.group.count():
                    return self._lost(PROCESSES, "".join(output))
            except EOFError:
                return self._lost("", "".join(output))
            now = time.monotonic()
            if now - watched > _WATCH_SECONDS:
                watched = now
                waiting = self._process.group.seconds_kept_waiting() - waited
                if over := self._over(now - began, max(0.0, waiting)):
                    return self._lost(over, "".join(output))

    def _over(self, seconds: float, waiting: float) -> str:
        """Return which limit the code is over, "" for none.

        Args:
            seconds: How long it has run by the clock.
            waiting: How much of that it was kept waiting.
        """
        if self._process.has_flooded:
            return OUTPUT
        if seconds - waiting > self._limits.seconds + self._grace:
            return TIME
        if self._process.group.count() > self._limits.processes:
            return PROCESSES
        if _size_of(self._folder) > self._limits.folder_bytes:
            return FILES
        return ""

    def _ended(self, message: Message, output: str) -> RunOutcome:
        failure, picture = message.get("failure"), message.get("picture")
        over = FILES if _size_of(self._folder) > self._limits.folder_bytes else ENDED
        over = OUTPUT if self._process.has_flooded else over
        return RunOutcome(
            seed=self._seed,
            ending=over,
            facts=dict(message.get("facts") or {}),
            failure=failure if isinstance(failure, dict) else None,
            expected=self._expected,
            refused=str(message.get("refused", "")),
            changed=str(message.get("changed", "")),
            threads=int(message.get("threads", 0)),
            output=output,
            picture=picture if isinstance(picture, dict) else None,
        )

    def _lost(self, ending: str, output: str) -> RunOutcome:
        """Return what came of code that has not ended by itself."""
        if ending == TIME:
            self._process.abort()
        exit_code = None if ending else self._process.exit_code()
        self._process.end()
        errors = self._process.errors()
        return RunOutcome(
            seed=self._seed,
            ending=ending or ending_of(exit_code, errors),
            expected=self._expected,
            output=output,
            line=line_in(errors),
        )


def _size_of(folder: Path) -> int:
    """Return how much a folder's files take; for very many files more than any limit."""
    size = count = 0
    for place, folders, files in os.walk(folder):
        count += len(files) + len(folders)
        for name in files:
            try:
                size += Path(place, name).lstat().st_size
            except OSError:
                continue
        if count > _MOST_FILES:
            return 2**62
    return size
