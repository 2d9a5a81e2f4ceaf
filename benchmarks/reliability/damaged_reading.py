"""What becomes of damaged files that are read: tunes, named errors, failures. For the fuzzers."""

import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from abcstudio.errors import AbcStudioError
from abcstudio.messages import english

T = TypeVar("T")


@dataclass(kw_only=True)
class Tally(Generic[T]):
    """What became of the files.

    Attributes:
        read: Reads a file.
        error: What it may raise.
        fault: Returns what is wrong with a tune that was read, "" for nothing.
        limit_ms: The longest that reading may take; a slow file is read again, four times at most.
        shown: Returns a file's bytes as a failure shows them.
    """

    read: Callable[[bytes], T]
    error: type[AbcStudioError]
    fault: Callable[[T], str]
    limit_ms: float
    shown: Callable[[bytes], str] = repr
    tunes: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest_ms: float = 0.0

    def take(self, data: bytes) -> None:
        """Read one file."""
        milliseconds = self._take(data)
        for _ in range(4):
            if milliseconds <= self.limit_ms:
                break
            milliseconds = min(milliseconds, self._milliseconds(data))
        self.slowest_ms = max(self.slowest_ms, milliseconds)
        if milliseconds > self.limit_ms:
            self.failures.append(f"{milliseconds:.0f} ms: {self.shown(data)}")

    def _take(self, data: bytes) -> float:
        start = time.process_time()
        try:
            tune = self.read(data)
        except self.error as error:
            took = time.process_time() - start
            self.errors[error.message_id] += 1
            english(error.message_id, error.parameters)
        except Exception:  # noqa: BLE001  whatever it is, it is what the fuzzer looks for
            self.failures.append(f"{traceback.format_exc(limit=-3)}: {self.shown(data)}")
            return 0.0
        else:
            took = time.process_time() - start
            self.tunes += 1
            if fault := self.fault(tune):
                self.failures.append(f"{fault}: {self.shown(data)}")
        return 1000 * took

    def _milliseconds(self, data: bytes) -> float:
        start = time.process_time()
        with suppress(self.error):
            self.read(data)
        return 1000 * (time.process_time() - start)
