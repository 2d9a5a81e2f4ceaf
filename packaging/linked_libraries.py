"""Which shared libraries a file of Linux is itself linked against, read by binutils' objdump.

PyInstaller, which needs objdump too, also counts what those are linked against: what is left out
would still keep all that it needed.
"""

import re
import subprocess

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)


def linked_libraries(file: str) -> set[str]:
    """Return the names of the libraries; none where the file is no program."""
    read = subprocess.run(
        ["objdump", "--private-headers", file], capture_output=True, text=True, check=False
    )
    return set(_NEEDED.findall(read.stdout))
