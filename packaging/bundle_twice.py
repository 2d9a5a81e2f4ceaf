"""Build the program in two folders and compare every file.

`make bundle-twice` runs it; EDITION in the environment says which program. The second folder has
another path and is made later, so that neither may come into a file.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from build_record import source_epoch
from editions import chosen_edition

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("abcstudio", "resources", "checkpoints", "packaging", "LICENSE", "build.spec")


def build(folder: Path) -> dict[str, str]:
    """Build a copy of the sources in a folder; return the digest of each file."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    shutil.copytree(ROOT / "build" / "icons", folder / "build" / "icons")
    shutil.copy2(ROOT / "build" / "build.json", folder / "build" / "build.json")
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "build.spec"],
        cwd=folder, check=True,
        env={**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(source_epoch()),
             "PYTHONPATH": str(folder), "PYINSTALLER_CONFIG_DIR": str(folder / "cache")},
    )  # fmt: skip
    return digests(chosen_edition(os.environ).folder(folder / "dist"))


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file of a folder, or where a link leads."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def differing(first: dict[str, str], second: dict[str, str]) -> list[str]:
    """Return the files that are not the same in both, or only in one."""
    return sorted(
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    )


def main() -> int:
    """Build twice and print what differs."""
    with (
        tempfile.TemporaryDirectory(prefix="one-") as one,
        tempfile.TemporaryDirectory(prefix="another-folder-") as other,
    ):
        first, second = build(Path(one)), build(Path(other))
    found = differing(first, second)
    for name in found:
        print(f"differs: {name}")
    print(f"{len(first)} files, {len(found)} differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
