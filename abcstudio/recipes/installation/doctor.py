"""Everything that the studio needs of a machine, looked at one after another."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from abcstudio.recipes.installation.build import this_build
from abcstudio.recipes.installation.finding import MachineFinding
from abcstudio.recipes.installation.machine import (
    folder_found,
    fonts_found,
    libraries_found,
    memory_found,
    screen_found,
    system_found,
)
from abcstudio.recipes.installation.parts import midi_found, model_found, network_found, sound_found


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallationPlaces:
    """Where the program's own files are, and the folders that it writes to."""

    resources: Path
    fonts: Path
    model: Path
    own_folders: tuple[Path, ...]


def examine(places: InstallationPlaces) -> Iterator[MachineFinding]:
    """Yield what is found, the quick first: loading PyTorch takes seconds."""
    yield MachineFinding("program", this_build(places.resources).words)
    yield system_found()
    for found in (memory_found(), screen_found(), libraries_found()):
        if found is not None:
            yield found
    yield fonts_found(places.fonts)
    for folder in places.own_folders:
        yield folder_found(folder)
    yield sound_found()
    yield midi_found()
    yield model_found(places.model)
    yield from network_found()
