"""The engraving process: tunes come in through a pipe, scores go out."""

import gc
import signal
import traceback
from multiprocessing.connection import Connection

from abcstudio.engraving.drawing.engraver_tasks import (
    READY,
    Answer,
    Refusal,
    ScoreMessage,
    ScoreSender,
    Source,
    Task,
)
from abcstudio.engraving.drawing.score_drawer import ScoreDrawer
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.errors import EngravingError
from abcstudio.notation.rereading.incremental import IncrementalParser


class _Tune:
    """One asker's tune: what each version shares with the one before is not worked out again."""

    def __init__(self) -> None:
        self._parser = IncrementalParser()
        self._drawer = ScoreDrawer()
        self._sender = ScoreSender()

    def message(self, source: Source, options: EngravingOptions) -> ScoreMessage:
        if isinstance(source, str):
            mei = source
        else:
            mei = mei_of(self._parser.update(*source), options.score_width)
        return self._sender.message(self._drawer.draw(mei, options))


def serve_parent(pipe: Connection) -> None:
    """Draw what comes through the pipe until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Nothing here has a cycle, and to look for one among thousands of items takes milliseconds.
    gc.disable()
    tunes: dict[int, _Tune] = {}
    try:
        pipe.send(READY)
    except OSError:
        return
    while True:
        try:
            task: Task = pipe.recv()
        except (EOFError, OSError):
            return
        if not (task.is_known and task.slot in tunes):
            tunes[task.slot] = _Tune()
        answer: Answer
        try:
            answer = tunes[task.slot].message(task.source, task.options)
        except EngravingError as error:
            answer = Refusal(error.message_id, dict(error.parameters))
        except Exception:  # noqa: BLE001 - whatever it is, the parent logs it.
            answer = traceback.format_exc()
            del tunes[task.slot]
        try:
            pipe.send(answer)
        except OSError:
            return
