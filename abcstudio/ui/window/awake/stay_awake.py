"""Keeping the machine from falling asleep while a network trains, by what its system has for it."""

import ctypes
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

log = logging.getLogger(__name__)

_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001
_END_SECONDS = 2.0


def waking_command(reason: str, platform: str = sys.platform) -> Sequence[str]:
    """Return the program that keeps a system awake for as long as it runs; () for none.

    It ends with this process, however that ends.
    """
    if platform == "darwin":
        return ("caffeinate", "-i", "-w", str(os.getpid()))
    if platform == "linux":
        # `cat` ends when nobody holds the other end of its input any more.
        who = "--who=ABC Studio"
        return ("systemd-inhibit", "--what=sleep:idle", who, f"--why={reason}", "cat")
    return ()


class StayAwake:
    """Holds the machine awake between `begin` and `end`; where that cannot be, nothing happens."""

    def __init__(self) -> None:
        self._program: subprocess.Popen[bytes] | None = None
        self._is_held = False

    @property
    def is_held(self) -> bool:
        """Whether the machine is kept awake now."""
        return self._is_held

    def begin(self, reason: str) -> None:
        """Keep the machine awake.

        Args:
            reason: What the system tells whoever asks it.
        """
        if self._is_held:
            return
        if sys.platform == "win32":
            self._is_held = _tell_windows(_CONTINUOUS | _SYSTEM_REQUIRED)
            return
        command = waking_command(reason)
        if not command or shutil.which(command[0]) is None:
            log.info("This system has no program that keeps it awake.")
            return
        try:
            self._program = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            log.warning("The machine cannot be kept awake: %s", error)
            return
        self._is_held = True

    def end(self) -> None:
        """Let the machine fall asleep again."""
        if not self._is_held:
            return
        self._is_held = False
        if sys.platform == "win32":
            _tell_windows(_CONTINUOUS)
            return
        program, self._program = self._program, None
        if program is None:
            return
        if program.stdin is not None:
            program.stdin.close()
        program.terminate()
        try:
            program.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def _tell_windows(state: int) -> bool:
    """Set what the thread needs of Windows; return whether it is granted."""
    windows = getattr(ctypes, "windll", None)
    return windows is not None and bool(windows.kernel32.SetThreadExecutionState(state))
