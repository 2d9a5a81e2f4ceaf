"""A process in which a student's functions train a network, or write with it."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from abcstudio.errors import LessonError, TrainingError
from abcstudio.lessons.running.limits import Limits
from abcstudio.lessons.running.outcome import line_in
from abcstudio.lessons.running.process import LessonProcess, Message
from abcstudio.lessons.running.stopped import failed
from abcstudio.stopping import stop_if_asked
from abcstudio.temporary_files import temporary_folder

log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.1


@contextmanager
def own_process(request: Mapping[str, Any], limits: Limits) -> Iterator[tuple[LessonProcess, Path]]:
    """Start a process and ask it something; give it and the folder that it may write into.

    It has ended afterwards, whatever happened, and its folder is gone.

    Raises:
        OSError: It cannot be started.
    """
    with temporary_folder("abcstudio-own-") as place:
        folder = place / "files"
        (folder / "checkpoints").mkdir(parents=True)
        process = LessonProcess(folder, limits)
        try:
            process.ask({**request, "folder": str(folder), **asdict(limits)})
            yield process, folder
        finally:
            process.end()


def said_by(process: LessonProcess) -> Iterator[Message]:
    """Yield what a process says that concerns its work, as long as it says something.

    Raises:
        LessonError: An answer has stopped it; its lesson is named.
        TrainingError: The loss is no number any more, say.
    """
    while True:
        stop_if_asked()
        try:
            said = process.message(_LOOK_SECONDS)
        except TimeoutError:
            continue
        except EOFError:
            process.end()
            errors = process.errors()
            log.warning("Own code ended its process: %s", errors[-2000:])
            raise LessonError("lesson.own_ended", line=line_in(errors) or "–") from None
        if said["said"] == "broke":
            reason = failed(said["failure"])
            raise LessonError("lesson.own_broken", lesson=said["lesson"], reason=reason)
        if said["said"] == "failed":
            raise TrainingError(str(said["message_id"]), **dict(said["parameters"]))
        if said["said"] != "output":
            yield said
