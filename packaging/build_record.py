"""Which build a packaged program is: its version, its commit, the day of that commit.

`python packaging/build_record.py build/build.json` writes it, `--epoch` prints the time. The day is
the commit's and not that of the build, so that two builds of one commit are equal.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """What a packaged program says of itself.

    Attributes:
        version: Of the program.
        commit: The first 12 digits; "" where the sources are no repository.
        day: As 2026-11-28.
        changed: Whether the sources were not just those of the commit.
    """

    version: str
    commit: str
    day: str
    changed: bool


def make_build() -> BuildRecord:
    """Return the record of what lies in this folder."""
    commit = _git("rev-parse", "--short=12", "HEAD")
    changed = bool(commit) and bool(_git("status", "--porcelain", "--untracked-files=no"))
    day = datetime.fromtimestamp(source_epoch(), UTC).strftime("%Y-%m-%d")
    return BuildRecord(_version(), commit, day, changed)


def source_epoch() -> int:
    """Return the time of the sources in seconds: SOURCE_DATE_EPOCH, or that of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct")
    return int(given or 0)


def read_build(path: Path) -> BuildRecord:
    """Return a record as it was written."""
    return BuildRecord(**json.loads(path.read_text(encoding="utf-8")))


def _version() -> str:
    text = (ROOT / "abcstudio" / "__init__.py").read_text(encoding="utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    if sys.argv[1] == "--epoch":
        print(source_epoch())
        sys.exit()
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(asdict(make_build())), encoding="utf-8")
