"""The life of the engraving process: begun when it is needed, replaced when it has died, ended."""

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from abcstudio.engraving.engraver_child import serve_parent

_CLOSE_SECONDS = 1.0


class ChildProcess:
    """One child process at a time and the pipe to it; used by one thread."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    @property
    def pid(self) -> int | None:
        """The child's process id, None while there is no child."""
        process = self._process
        return process.pid if process is not None else None

    @property
    def is_alive(self) -> bool:
        """Whether there is a child that can be written to."""
        return self._pipe is not None and self._process is not None and self._process.is_alive()

    def pipe(self) -> Connection:
        """Return the pipe to the child, which is started where none is alive.

        Raises:
            OSError: It cannot be started.
        """
        if self._pipe is not None and self.is_alive:
            return self._pipe
        self.end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        with theirs:
            process = context.Process(
                target=serve_parent, args=(theirs,), name="engraver", daemon=True
            )
            try:
                process.start()
            except BaseException:
                ours.close()
                raise
        self._process, self._pipe = process, ours
        return ours

    def end(self, *, at_once: bool = False) -> None:
        """End the child: with what it is doing, or as soon as it has nothing to do."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if pipe is not None:
            pipe.close()  # The child reads the end of the pipe and goes.
        if process is None:
            return
        if not at_once:
            process.join(_CLOSE_SECONDS)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()

    def close(self) -> None:
        """Take leave of the child: the one who asked it for pages asks for no more."""
        self.end()
