"""Build the host card: torch's device type `cuda`, served from the processor's memory.

    python scripts/build_host_card.py

Prints the path of the library. Where it cannot be built, a sentence says why, and nothing is
printed: a compiler is missing, or this torch has real code for cards.
"""

import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "tests" / "hostcard" / "host_card.cpp"


def library() -> Path:
    """Return where the library is built; another torch needs another one."""
    return ROOT / "build" / "host-card" / f"host_card-{version('torch')}.so"


def build() -> Path | None:
    """Build the library unless it is newer than its source; None where that cannot be."""
    made, spec = library(), find_spec("torch")
    assert spec is not None
    assert spec.origin is not None
    torch = Path(spec.origin).parent
    if why := _why_not(torch):
        print(f"No host card: {why}", file=sys.stderr)
        return None
    if made.exists() and made.stat().st_mtime > SOURCE.stat().st_mtime:
        return made
    made.parent.mkdir(parents=True, exist_ok=True)
    half_made = made.with_suffix(".half-made")
    include = torch / "include"
    folders = include, include / "torch/csrc/api/include", Path(sysconfig.get_path("include"))
    command = ["g++", "-O0", "-w", "-std=c++20", "-fPIC", "-shared"]
    command += ["-DTORCH_EXTENSION_NAME=host_card", *(f"-I{folder}" for folder in folders)]
    command += [str(SOURCE), "-o", str(half_made), f"-L{torch / 'lib'}"]
    command += ["-lc10", "-ltorch_cpu", "-ltorch", "-ltorch_python"]
    subprocess.run(command, check=True)
    half_made.replace(made)
    return made


def _why_not(torch: Path) -> str:
    if not sys.platform.startswith("linux"):
        return "it is built on Linux only."
    if shutil.which("g++") is None:
        return "there is no g++ here."
    if not (torch / "include").is_dir():
        return "this torch comes without its headers."
    if (torch / "lib" / "libtorch_cuda.so").exists():
        return "this torch has code for real cards, which would be in its way."
    return ""


if __name__ == "__main__":
    if (path := build()) is not None:
        print(path)
