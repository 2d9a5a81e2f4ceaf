"""The door of the program. Arguments? The command line. None? The window.

Everything heavy is imported inside functions: processes that the program starts come through here.
"""

import os
import sys
from collections.abc import Sequence

# What a shell expects of a program that Ctrl+C has ended.
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line or open the window, and return the exit code."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(arguments: Sequence[str] | None) -> int:
    import multiprocessing

    multiprocessing.freeze_support()
    # Before torch is ever imported: its threads sleep between steps instead of spinning, so that
    # other programs, and this one's window, get the cores too.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    arguments = sys.argv[1:] if arguments is None else arguments
    if list(arguments) == ["selftest"]:
        from abcstudio.selftest import run_selftest

        return run_selftest()
    if arguments:
        from abcstudio.cli import main as run_command

        return run_command(list(arguments))
    if sys.platform == "win32":
        _load_torch_library_before_qt()
    from abcstudio.app import run_window

    return run_window()


def _load_torch_library_before_qt() -> None:
    """Load torch's c10.dll, so that torch itself can be imported when the window is up.

    WORKAROUND: on Windows torch's libraries can fail to start once Qt's are loaded (WinError 1114),
    https://github.com/pytorch/pytorch/issues/166628
    """
    import ctypes
    from importlib.util import find_spec
    from pathlib import Path

    torch = find_spec("torch")
    if torch is not None and torch.origin is not None:
        library = Path(torch.origin).parent / "lib" / "c10.dll"
        if library.is_file():
            ctypes.CDLL(str(library))


if __name__ == "__main__":
    sys.exit(main())
