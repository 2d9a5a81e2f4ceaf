"""Says what keeps the studio's libraries off this machine, before any of them is fetched.

make_venv.sh runs it with the Python that it has found. It prints nothing where they fit, else one
sentence with the way out, and fails.
"""

import os
import platform
import sys
import sysconfig
from dataclasses import dataclass

OLDEST, NEWEST = (3, 11), (3, 14)
# What Qt's wheels, which ask for most, were built for, and systems that have it.
C_LIBRARIES = {
    "x86_64": ((2, 34), "Debian 12, Ubuntu 22.04 and Fedora 35"),
    "aarch64": ((2, 39), "Debian 13, Ubuntu 24.04 and Fedora 40"),
}


@dataclass(frozen=True, kw_only=True)
class Machine:
    """What decides which builds of a library fit."""

    python: tuple[int, int]
    is_free_threaded: bool = False
    system: str = "Linux"
    processor: str = "x86_64"
    # "glibc 2.36"; empty where there is another one.
    c_library: str = ""


def this_machine() -> Machine:
    """Return the machine on which this runs, and its Python."""
    processor = platform.machine()
    return Machine(
        python=sys.version_info[:2],
        is_free_threaded=bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        system=platform.system(),
        # A Python of 32 bits takes libraries of 32 bits, whatever the processor can do.
        processor=processor if sys.maxsize > 2**32 else f"{processor} with 32 bits",
        c_library=_c_library(),
    )


def _c_library() -> str:
    """Return the name and version of the GNU C library, or nothing where there is another one."""
    try:
        return os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (AttributeError, OSError, ValueError):
        return ""


def hindrance(machine: Machine) -> str:
    """Return the sentence that says why the libraries do not fit; nothing where they do."""
    newest, oldest = _dotted(NEWEST), _dotted(OLDEST)
    other_python = f"Install Python {newest} beside it and name it: make run PYTHON=python{newest}"
    if machine.python > NEWEST:
        return (
            f"Python {_dotted(machine.python)} is too new: "
            f"Qt and NumPy come for {oldest} to {newest}. {other_python}"
        )
    if machine.is_free_threaded:
        return f"Qt does not come for a Python without the global lock. {other_python}"
    if machine.system == "Darwin" and machine.processor == "x86_64":
        return "PyTorch comes for Macs with Apple's own processors only, and this one has Intel's."
    return _linux_hindrance(machine) if machine.system == "Linux" else ""


def _linux_hindrance(machine: Machine) -> str:
    """Return what Linux lacks: the processor, the kind of C library or its version."""
    if machine.processor not in C_LIBRARIES:
        return (
            f"Qt and PyTorch do not come for {machine.processor}: "
            f"ABC Studio needs {' or '.join(C_LIBRARIES)}."
        )
    needed, systems = C_LIBRARIES[machine.processor]
    name, _, version = machine.c_library.partition(" ")
    if name != "glibc":
        return (
            f"Qt and PyTorch come for the GNU C library (glibc), which this system does not have. "
            f"{systems} have it, in a container too."
        )
    if tuple(int(part) for part in version.split(".")[:2]) < needed:
        return (
            f"Qt comes for the C library glibc {_dotted(needed)} or newer, and here is {version}. "
            f"{systems} have it, and what came after them."
        )
    return ""


def _dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"


if __name__ == "__main__":
    sentence = hindrance(this_machine())
    if sentence:
        print(sentence, file=sys.stderr)
    sys.exit(bool(sentence))
