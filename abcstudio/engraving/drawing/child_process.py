"""The life of the engraving process: begun when it is needed, replaced when it has died, ended."""

import logging

from abcstudio.engraving.drawing.engraver_process import EngraverProcess

log = logging.getLogger(__name__)


class ChildProcess:
    """One child process that draws, at times a spare one beside it; used by one thread."""

    def __init__(self) -> None:
        self._process: EngraverProcess | None = None
        self._spare: EngraverProcess | None = None

    @property
    def pid(self) -> int | None:
        """The child's process id, None while there is no child."""
        process = self._process
        return process.pid if process is not None else None

    @property
    def is_alive(self) -> bool:
        """Whether there is a child that can be written to."""
        return self._process is not None and self._process.is_alive()

    def process(self) -> EngraverProcess:
        """Return the child, which is started where none is alive and no spare one.

        Raises:
            OSError: It cannot be started.
        """
        if self._process is not None and self._process.is_alive():
            return self._process
        self.end()
        spare, self._spare = self._spare, None
        if spare is not None and not spare.is_alive():
            spare.end()
            spare = None
        self._process = spare or EngraverProcess()
        return self._process

    def begin_spare(self) -> None:
        """Start a second process, which takes over at once when this one is ended."""
        if self._spare is not None:
            return
        try:
            self._spare = EngraverProcess()
        except OSError as error:
            # Without one, an unwanted drawing is ended later.
            log.info("No spare engraving process can be started: %s", error)

    def has_spare(self) -> bool:
        """Return whether the spare one is ready to draw."""
        return self._spare is not None and self._spare.is_ready()

    def end(self, *, at_once: bool = False) -> None:
        """End the child: with what it is doing, or as soon as it has nothing to do."""
        process, self._process = self._process, None
        if process is not None:
            process.end(at_once=at_once)

    def close(self) -> None:
        """Release the child: no more scores are requested of it."""
        self.end()
        spare, self._spare = self._spare, None
        if spare is not None:
            spare.end()
