"""The entry point: a command starts the command line; files, or nothing, the window.

Everything heavy is imported inside functions: processes that the program starts come through here.
"""

import os
import sys
from collections.abc import Sequence

from abcstudio.recipes.installation.given_environment import QT_PATHS, give_back_environment

# What a shell expects of a program that Ctrl+C has ended.
_INTERRUPTED = 130

# What the engraving process and that of lessons are called with, where the program is a bundle: the
# names that their own modules have for it would bring all that engraves.
ENGRAVER = "--engraver"
LESSON = "--lesson"

NEW_WINDOW = "--new-window"
"""Opens a window beside one that runs already."""

# Known here too, so that the window does not wait for the parser of the command line.
COMMANDS = frozenset(
    {"train", "evaluate", "inspect", "import-model", "compose", "export", "import", "check"}
    | {"health", "prepare", "rewrite", "takes", "rank", "novelty", "find", "learn", "report"}
    | {"corpus", "demo", "doctor", "milestones", "runs", "selftest", "sweep"}
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line or open the window, and return the exit code."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(arguments: Sequence[str] | None) -> int:
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
        # Before anything is started: the libraries of the bundle are no other program's.
        give_back_environment(but_for=QT_PATHS)
    # Before torch is ever imported: its threads block between steps instead of spinning, so that
    # other programs, and this one's window, get the cores too.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    # Before NumPy is: a second thread of its products waits by spinning. With other programs busy a
    # character took 25 ms instead of 1.6.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] == ENGRAVER:
        from abcstudio.engraving.drawing.engraver_process import serve

        serve(arguments[1:])
        return 0
    if arguments and arguments[0] == LESSON:
        from abcstudio.lessons.running.child import serve as serve_lesson

        serve_lesson()
        return 0
    if list(arguments) == ["selftest"]:
        from abcstudio.selftest import run_selftest

        return run_selftest()
    wants_new = NEW_WINDOW in arguments
    if wants_new and _is_for_window(rest := [each for each in arguments if each != NEW_WINDOW]):
        arguments = rest
    if arguments and not names_files(arguments):
        from abcstudio.cli import main as run_command

        return run_command(list(arguments))
    return _refused(arguments) or _open_window(arguments, wants_new=wants_new)


def _refused(files: Sequence[str]) -> int:
    """Say why no window can open with these files; return the exit code, 0 where it can."""
    if option := next((each for each in files if each.startswith("-")), ""):
        print(
            f"abcstudio: unknown option {option!a}: files are opened without options, "
            f"or with {NEW_WINDOW}. `abcstudio --help` lists the commands and their options.",
            file=sys.stderr,
        )
        return 2
    if not has_screen():
        print(
            "abcstudio: there is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "`abcstudio --help` lists what works without one.",
            file=sys.stderr,
        )
        return 1
    return 0


def _is_for_window(arguments: Sequence[str]) -> bool:
    return not arguments or names_files(arguments)


def _open_window(arguments: Sequence[str], *, wants_new: bool) -> int:
    if sys.platform == "win32":
        _load_torch_library_before_qt()
    if not wants_new and _is_taken(arguments):
        return 0
    from abcstudio.ui.services.quick_imports import quick_imports

    with quick_imports():
        from abcstudio.app import run_window

    return run_window(arguments)


def _is_taken(arguments: Sequence[str]) -> bool:
    """Return whether a studio that runs already opens the files, or shows itself without any."""
    from abcstudio.errors import AbcStudioError
    from abcstudio.paths import running_dir
    from abcstudio.ui.window.running.handing_over import handed_over

    try:
        return handed_over(arguments, running_dir())
    except AbcStudioError:  # The window says what is wrong with the home.
        return False


def names_files(arguments: Sequence[str]) -> bool:
    """Return whether the arguments are files to open in the window, and no command.

    A name that no command can have is a file's, also where the file is missing: the window says
    so. A command wins over a file that is called like it; `./check` opens that file.
    """
    first = arguments[0]
    if first.startswith("-") or first in COMMANDS:
        return False
    return any(sign in first for sign in "./\\:") or os.path.lexists(first)


def has_screen() -> bool:
    """Return whether a window can be shown; without this question Qt aborts the process."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


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
