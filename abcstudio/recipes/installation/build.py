"""Which build of the program this is: its version, its commit, how it was installed."""

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import abcstudio
from abcstudio.bounded_json import parse_json
from abcstudio.errors import AbcStudioError
from abcstudio.files import read_text_file
from abcstudio.learning.devices import has_torch
from abcstudio.messages import Phrase

COMMIT_DIGITS = 12
_RECORD = "build.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A build of the program.

    Attributes:
        version: Of the program.
        commit: The first digits of its commit; "" where nothing tells.
        day: Of that commit, as 2026-11-28; "" where nothing tells.
        kind: "bundle" runs without Python, "checkout" lies in its repository, "package" was
            installed by pip.
        changed: Whether a packaged program was made from more than that commit.
        has_torch: Whether it is the edition Studio, which trains too; Player has no torch.
    """

    version: str = abcstudio.__version__
    commit: str = ""
    day: str = ""
    kind: str = "package"
    changed: bool = False
    has_torch: bool = field(default_factory=has_torch)

    @property
    def words(self) -> Phrase:
        """Name, version, commit and kind, as one sentence."""
        kind = Phrase(f"doctor.kind_{self.kind}")
        edition = Phrase("edition.name_studio" if self.has_torch else "edition.name_player")
        known = {"program": edition, "version": self.version, "kind": kind}
        if not self.commit:
            return Phrase("doctor.version", known)
        commit = self.commit + ("+" if self.changed else "")
        of_commit = {**known, "commit": commit}
        if not self.day:
            return Phrase("doctor.version_commit", of_commit)
        return Phrase("doctor.version_day", {**of_commit, "day": self.day})


def this_build(resources: Path) -> Build:
    """Return the build that runs; `resources` is the program's folder of data."""
    if getattr(sys, "frozen", False):
        record = _record(resources / _RECORD)
        return Build(
            commit=str(record.get("commit", "")),
            day=str(record.get("day", "")),
            changed=record.get("changed") is True,
            kind="bundle",
        )
    commit = _commit(resources.parent)
    return Build(commit=commit[:COMMIT_DIGITS], kind="checkout" if commit else "package")


def _record(path: Path) -> dict[str, Any]:
    try:
        record = parse_json(read_text_file(path).text)
    except (OSError, ValueError, AbcStudioError):
        return {}
    return record if isinstance(record, dict) else {}


def _commit(folder: Path) -> str:
    """Return the commit of a checkout, read from its files: Git need not be there."""
    try:
        place = folder / ".git"
        if place.is_file():  # One of several working trees of a repository.
            place = Path(_line(place).removeprefix("gitdir: "))
        head = _line(place / "HEAD")
        if not head.startswith("ref: "):
            return head
        name = head.removeprefix("ref: ")
        shared = place / "commondir"
        root = place / _line(shared) if shared.is_file() else place
        if (root / name).is_file():
            return _line(root / name)
        packed = read_text_file(root / "packed-refs").text
        return next((row.split()[0] for row in packed.splitlines() if row.endswith(name)), "")
    except (OSError, AbcStudioError):
        return ""


def _line(path: Path) -> str:
    return read_text_file(path).text.strip()
