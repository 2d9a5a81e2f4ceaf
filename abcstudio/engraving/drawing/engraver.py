"""A child process that engraves, so that Verovio never holds this process's interpreter lock."""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from abcstudio.engraving.drawing.child_process import ChildProcess
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver_process import EngraverProcess
from abcstudio.engraving.drawing.engraver_tasks import Answer, Refusal, ScoreReceiver, Source, Task
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.errors import CancelledError, EngravingError
from abcstudio.stopping import asked_to_stop

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 20.0
_LOOK_UP_SECONDS = 0.03
_SPARE_SECONDS = 0.1
"""How long a drawing takes before another process is made ready, so that this one may be ended."""
OVERTAKEN_SECONDS = 1.0
"""How long a drawing may have taken before it ends because the same tune has changed.

The process that has the tune already draws its change sooner than a new one would: within this time
it is waited for. Another tune is drawn by the spare process.
"""
_LEAST_SHARED = 0.5
_MAX_TUNES = 4
"""Askers whose last score the child remembers, to draw only what changes in it."""

Outcome = EngravedScore | EngravingError
Deliver = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class _Request:
    source: Source
    options: EngravingOptions
    deliver: Deliver
    asker: object


class _Once:
    """The asker of one score and no more."""


class Engraver:
    """Draws tunes in one long-lived child process; the newest request of each asker wins.

    A request that a newer one of the same asker overtakes is dropped without an answer, also while
    it is drawn, where that takes long. A child that dies or takes too long is replaced by a new
    one. Nothing starts before the first request or `warm_up`. Of a changed tune of the
    same asker only the changes are drawn.
    """

    def __init__(self, child: ChildProcess | None = None) -> None:
        self._child = child or ChildProcess()
        self._changed = threading.Condition()
        self._waiting: dict[object, _Request] = {}
        self._unwanted: object = None
        self._is_wanted = False
        self._is_closed = False
        self._thread: threading.Thread | None = None
        self._slots: dict[int, tuple[int, ScoreReceiver]] = {}

    def warm_up(self) -> None:
        """Start the child now, so that the first score does not wait for it."""
        with self._changed:
            self._is_wanted = True
            self._wake()

    def engrave(
        self, source: Source, options: EngravingOptions, deliver: Deliver, asker: object = None
    ) -> None:
        """Draw MEI or a tune; `deliver` gets the score or the error, in the engraver's own thread.

        To read a long tune and write its MEI takes longer than a frame: given a `TuneSource`, the
        child does it.
        """
        with self._changed:
            self._waiting[asker] = _Request(source, options, deliver, asker)
            self._wake()

    def engraved(self, mei: str, options: EngravingOptions) -> EngravedScore:
        """Draw MEI and wait for it, in a thread that may wait.

        Raises:
            EngravingError: It cannot be drawn.
            CancelledError: The work is to stop, or this was closed.
        """
        answers: SimpleQueue[Outcome] = SimpleQueue()
        asker = _Once()
        self.engrave(mei, options, answers.put, asker)
        while True:
            with suppress(Empty):
                outcome = answers.get(timeout=_LOOK_UP_SECONDS)
                if isinstance(outcome, EngravingError):
                    raise outcome
                return outcome
            if self._is_closed or asked_to_stop():
                with self._changed:
                    self._waiting.pop(asker, None)
                    self._unwanted = asker
                raise CancelledError

    def close(self) -> None:
        """End the child and the thread; what was asked for and is not drawn yet is dropped."""
        with self._changed:
            self._is_closed = True
            self._waiting.clear()
            self._changed.notify_all()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    @property
    def child_pid(self) -> int | None:
        """The child's process id, None while there is no child."""
        return self._child.pid

    def _wake(self) -> None:
        if self._is_closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="engraver", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _serve(self) -> None:
        try:
            while self._serve_next():
                pass
        finally:
            self._child.close()

    def _serve_next(self) -> bool:
        """Wait for a request and answer it; return whether more may come.

        What is answered is let go: the asker may belong to another thread, and has to end there.
        """
        with self._changed:
            while not (self._is_closed or self._waiting or self._is_wanted):
                self._changed.wait()
            if self._is_closed:
                return False
            request = self._next_request()
            self._is_wanted = False
        if request is None:
            self._warm_up_child()
        else:
            self._answer(request)
        return True

    def _warm_up_child(self) -> None:
        try:
            self._ensure_child()
        except Exception as error:  # noqa: BLE001 - none may end this thread.
            # The first tune to draw tries again, and tells the person.
            log.warning("The engraving process cannot be started: %s", error)

    def _next_request(self) -> _Request | None:
        for asker in self._waiting:
            return self._waiting.pop(asker)
        return None

    def _answer(self, request: _Request) -> None:
        outcome = self._outcome(request)
        with self._changed:
            is_dropped = self._is_closed or outcome is None
        if outcome is not None and not is_dropped:
            try:
                request.deliver(outcome)
            except Exception:
                log.exception("A drawn score could not be delivered")

    def _outcome(self, request: _Request) -> Outcome | None:
        """Return what `_drawn` does; no exception ends this thread, which draws the next."""
        try:
            return self._drawn(request)
        except Exception:
            log.exception("The engraving process failed in a way that was not foreseen")
            self._end_child(at_once=True)
            return EngravingError("engraving.failed")

    def _drawn(self, request: _Request) -> Outcome | None:
        """Return what the child answers, or None when this is being closed."""
        for _ in range(2):
            try:
                process = self._ensure_child()
            except OSError as error:
                log.warning("The engraving process cannot be started: %s", error)
                return EngravingError("engraving.failed")
            is_known, slot, receiver = self._slot(request.asker)
            try:
                process.send(Task(request.source, request.options, slot, is_known))
            except OSError:  # It had died while it had nothing to do: a new one draws.
                self._end_child()
                continue
            return self._received(process, receiver, request)
        return EngravingError("engraving.failed")

    def _slot(self, asker: object) -> tuple[bool, int, ScoreReceiver]:
        """Return whether the child remembers an asker's last score, and where it does."""
        if isinstance(asker, _Once):
            return False, _MAX_TUNES, ScoreReceiver()
        # Not the asker itself: it may come and go, and another with its id does no harm.
        key = id(asker)
        known = self._slots.pop(key, None)
        if known is None:
            if len(self._slots) >= _MAX_TUNES:
                del self._slots[next(iter(self._slots))]
            used = {number for number, _ in self._slots.values()}
            free = next(number for number in range(_MAX_TUNES) if number not in used)
            self._slots[key] = (free, ScoreReceiver())
        else:
            self._slots[key] = known
        return known is not None, *self._slots[key]

    def _received(
        self, process: EngraverProcess, receiver: ScoreReceiver, request: _Request
    ) -> Outcome | None:
        started = time.monotonic()
        try:
            while not process.poll(_LOOK_UP_SECONDS):
                waited = time.monotonic() - started
                if waited > _SPARE_SECONDS:
                    self._child.begin_spare()
                if self._is_closed or self._is_unwanted(request, waited):
                    self._end_child(at_once=True)
                    return None
                if waited > PATIENCE_SECONDS:
                    log.warning("A tune took too long to draw")
                    self._end_child(at_once=True)
                    return EngravingError("engraving.too_slow")
            answer: Answer = process.answer()
        except (EOFError, OSError):
            log.warning("The engraving process ended unexpectedly and will be started again")
            self._end_child()
            return EngravingError("engraving.failed")
        if isinstance(answer, Refusal):
            return EngravingError(answer.message_id, **answer.parameters)
        if isinstance(answer, str):
            log.error("A tune could not be engraved:\n%s", answer)
            return EngravingError("engraving.failed")
        return receiver.engraved(answer)

    def _is_unwanted(self, request: _Request, waited: float) -> bool:
        """Return whether a drawing should end because no request waits for it."""
        if request.asker is self._unwanted and isinstance(request.asker, _Once):
            return True
        with self._changed:
            newer = self._waiting.get(request.asker)
        if newer is None:
            return False
        if waited > OVERTAKEN_SECONDS:
            return True
        return self._child.has_spare() and not _is_edit(request.source, newer.source)

    def _ensure_child(self) -> EngraverProcess:
        if not self._child.is_alive:
            self._slots.clear()
        return self._child.process()

    def _end_child(self, *, at_once: bool = False) -> None:
        self._slots.clear()
        self._child.end(at_once=at_once)


def _is_edit(old: Source, new: Source) -> bool:
    """Return whether a tune is another one changed: whether they share most of their lines."""
    old_lines, new_lines = (
        Counter((source if isinstance(source, str) else source.text).splitlines())
        for source in (old, new)
    )
    shared = (old_lines & new_lines).total()
    return shared >= _LEAST_SHARED * max(old_lines.total(), new_lines.total())
