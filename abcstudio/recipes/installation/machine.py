"""What the system gives: memory, a screen, its libraries, typefaces, folders to write to."""

import ctypes
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from abcstudio.messages import Phrase, reason
from abcstudio.recipes.installation.finding import MachineFinding

# What the window loads of the system on Linux, and the Debian packages that have it.
WINDOW_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")
_LEAST_GB = 1.0
_GB = 2**30


def system_found() -> MachineFinding:
    """Return which system and which Python this is."""
    words = {"system": platform.platform(), "python": platform.python_version()}
    return MachineFinding("system", Phrase("doctor.system_found", words))


def memory_found() -> MachineFinding | None:
    """Return how much memory is free; None where the system does not tell."""
    found = _memory()
    if found is None:
        return None
    free, total = (size / _GB for size in found)
    words = {"free": f"{free:.1f}", "total": f"{total:.1f}"}
    advice = Phrase("doctor.do_memory") if free < _LEAST_GB else None
    return MachineFinding("memory", Phrase("doctor.memory_found", words), advice)


def screen_found() -> MachineFinding | None:
    """Return whether a screen is named; None where the system always has one."""
    if sys.platform in {"win32", "darwin"}:
        return None
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"):
        if os.environ.get(name):
            return MachineFinding("screen", Phrase("doctor.screen_found", {"variable": name}))
    return MachineFinding("screen", Phrase("doctor.no_screen"), Phrase("doctor.do_screen"))


def libraries_found(needed: dict[str, str] = WINDOW_LIBRARIES) -> MachineFinding | None:
    """Return which libraries of the system are missing; None where they come with the program.

    Args:
        needed: Their names, and the packages that have them.
    """
    if sys.platform != "linux":
        return None
    missing = [name for name in needed if not _can_load(name)]
    if not missing:
        return MachineFinding("libraries", Phrase("doctor.libraries_found"))
    has_apt = shutil.which("apt-get") is not None
    packages = " ".join(needed[name] for name in missing)
    advice = (
        Phrase("doctor.do_libraries", {"packages": packages})
        if has_apt
        else Phrase("doctor.do_install")
    )
    words = Phrase("doctor.libraries_missing", {"names": ", ".join(missing)})
    return MachineFinding("libraries", words, advice, is_problem=True)


def fonts_found(own: Path, folders: Sequence[str] = _FONT_FOLDERS) -> MachineFinding:
    """Return whether there are typefaces: the program's own, and on Linux the system's.

    Args:
        own: The folder of the program's.
        folders: Where the system has its.
    """
    count = len(list(own.glob("*.ttf")))
    if not count:
        words = Phrase("doctor.no_own_fonts")
        return MachineFinding("fonts", words, Phrase("doctor.do_reinstall"), is_problem=True)
    has_system_fonts = sys.platform != "linux" or any(
        next(Path(folder).rglob("*.[to]tf"), None) is not None for folder in folders
    )
    if not has_system_fonts:
        words = Phrase("doctor.no_system_fonts", {"own": count})
        return MachineFinding("fonts", words, Phrase("doctor.do_fonts"), is_problem=True)
    return MachineFinding("fonts", Phrase("doctor.fonts_found", {"own": count}))


def folder_found(folder: Path) -> MachineFinding:
    """Return whether one of the program's folders can be written, and what is free there."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    if not os.access(there, os.W_OK | os.X_OK) or not there.is_dir():
        why = OSError(13, os.strerror(13))
        words = Phrase("doctor.folder_unusable", {"path": folder, "reason": reason(why)})
        return MachineFinding("folder", words, Phrase("doctor.do_folder"), is_problem=True)
    free = shutil.disk_usage(there).free / _GB
    words = Phrase("doctor.folder_found", {"path": folder, "free": f"{free:.0f}"})
    return MachineFinding("folder", words, Phrase("doctor.do_space") if free < _LEAST_GB else None)


def _can_load(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _memory() -> tuple[int, int] | None:
    """Return the memory that is free and all of it, in bytes; None where the system tells not."""
    if sys.platform == "win32" or "SC_AVPHYS_PAGES" not in os.sysconf_names:
        return None
    page = os.sysconf("SC_PAGE_SIZE")
    return os.sysconf("SC_AVPHYS_PAGES") * page, os.sysconf("SC_PHYS_PAGES") * page
