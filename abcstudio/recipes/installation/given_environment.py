"""The person's environment, given back to the programs that a packaged studio starts."""

import os
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from abcstudio.guarded_files import read_bytes

_ORIGINAL = "_ORIG"
"""What PyInstaller appends to the name of a variable under which it keeps the person's value."""
_OF_BUNDLE = "_PYI_"
"""What PyInstaller's own variables begin with. A child that inherits them takes itself for a part
of this process, and expects the rest of the bundle's environment."""
QT_PATHS = frozenset({"QT_PLUGIN_PATH", "QML2_IMPORT_PATH"})
"""What Qt reads until its application is made: it must not load the plug-ins of another Qt."""
_MAX_BYTES = 10_000_000
_LIBRARIES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LIBPATH")


def give_back_environment(but_for: Collection[str] = (), bundle: str = "") -> None:
    """Take out of the environment what a bundle has put there; nothing outside a bundle.

    The libraries of this process are found without it. A child of the same bundle sets up its own
    environment. Windows hands its folders on in another way.

    Args:
        but_for: Variables that are still needed; another call gives them back.
        bundle: The folder of the bundle; "" for that of this process, if it has one.
    """
    bundle = bundle or getattr(sys, "_MEIPASS", "")
    if not bundle or sys.platform == "win32":
        return
    restored = restored_environment(os.environ, environment_at_start(), bundle)
    for name in set(os.environ) - set(but_for):
        if name in restored:
            os.environ[name] = restored[name]
        else:
            del os.environ[name]


def environment_at_start(place: Path = Path("/proc/self/environ")) -> dict[str, str]:
    """Return the environment that this process was started with, where the system keeps it."""
    try:
        data = read_bytes(place, _MAX_BYTES)
    except OSError:
        return {}
    pairs = (entry.partition("=") for entry in os.fsdecode(data).split("\0"))
    return {name: value for name, is_pair, value in pairs if is_pair}


def restored_environment(
    now: Mapping[str, str], at_start: Mapping[str, str], bundle: str
) -> dict[str, str]:
    """Return an environment as the person had it.

    Args:
        now: The environment of this process.
        at_start: What it was when the process started, as far as that is known.
        bundle: The folder of the bundle; a variable that names it was set by the bundle.
    """
    kept = {name: value for name, value in now.items() if not name.startswith(_OF_BUNDLE)}
    for name, value in now.items():
        if name not in kept or not _names(value, bundle):
            continue
        before = now.get(name + _ORIGINAL, at_start.get(name, ""))
        others = [part for part in before.split(os.pathsep) if not _names(part, bundle)]
        kept[name] = os.pathsep.join(others)
        if not kept[name]:
            del kept[name]
    for name in _LIBRARIES:
        kept.pop(name + _ORIGINAL, None)
    return kept


def _names(value: str, bundle: str) -> bool:
    """Return whether a folder of a list of folders lies in the bundle."""
    return any(
        part == bundle or part.startswith(bundle + os.sep) for part in value.split(os.pathsep)
    )
