"""The two programs that are built from one spec: the studio with all, and one without torch."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "EDITION"
"""The environment's variable that names what is built: "studio" or "player"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is built, and what it may take.

    Attributes:
        name: What the variable calls it.
        title: What people call it.
        package: Its Debian package, and its folder in `dist`.
        other: The package of the other one, whose place it takes where both are asked for.
        trains: Whether torch is in it.
        most_mb: What the folder may take on a disk, in MB of 2^20 bytes.
        most_deb_mb: The same as a compressed Debian package.
        description: What the package says of itself, one line and then what follows it.
    """

    name: str
    title: str
    package: str
    other: str
    trains: bool
    most_mb: int
    most_deb_mb: int
    description: str

    def folder(self, dist: Path) -> Path:
        """Return where its program lies."""
        return dist / self.package


STUDIO = Edition(
    name="studio",
    title="ABC Studio",
    package="abcstudio",
    other="abcstudio-player",
    trains=True,
    # Of this libtorch_cpu.so is 347, and 16 are the instruments.
    most_mb=610,
    most_deb_mb=210,
    description="""studio for folk tunes in ABC notation
 Browse tunebooks, train a character LSTM, have it compose from a seed, edit the
 tune as text beside its score, hear it at once, and keep it. One window,
 offline, without an account. Lessons in PyTorch explain how it is done.
 .
 This package carries PyTorch for the processor. The README says how to use an
 NVIDIA GPU.""",
)
PLAYER = Edition(
    name="player",
    title="ABC Studio Player",
    package="abcstudio-player",
    other="abcstudio",
    trains=False,
    most_mb=260,
    most_deb_mb=90,
    description="""player and composer of folk tunes in ABC notation
 Browse tunebooks, have a trained character LSTM compose from a seed, edit the
 tune as text beside its score, hear it at once, and keep it. One window,
 offline, without an account.
 .
 This package is without PyTorch: it trains no networks and checks no code of
 lessons. The package abcstudio does both, and takes its place.""",
)


def chosen_edition(environment: Mapping[str, str]) -> Edition:
    """Return the edition that the environment names; the studio where it names none.

    Raises:
        ValueError: There is none of that name.
    """
    name = environment.get(VARIABLE) or STUDIO.name
    for edition in (STUDIO, PLAYER):
        if edition.name == name:
            return edition
    raise ValueError(f"{VARIABLE} is {STUDIO.name} or {PLAYER.name}, not {name}")
