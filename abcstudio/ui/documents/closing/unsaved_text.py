"""File names of unsaved texts that are saved into one folder."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from abcstudio.ui.controls.target_dialog import file_name_of
from abcstudio.ui.documents.document import Document

SUFFIX = ".abc"


@dataclass(frozen=True, slots=True)
class UnsavedText:
    """A text that is not saved.

    Attributes:
        label: Its name in the window.
        path: Its own file, or None.
        stem: The name of its new file, without the suffix.
    """

    label: str
    path: Path | None
    stem: str


def file_stem_of(document: Document) -> str:
    """Return the first title of a text, or its name, as the name of a file without its suffix."""
    lines = document.text().splitlines()
    title = next((line[2:].strip() for line in lines if line.startswith("T:")), "")
    return file_name_of(title or document.name)


def planned_files(texts: Sequence[UnsavedText], folder: Path) -> Iterator[Path]:
    """Yield the file of each text: its own one, else a free name in the folder."""
    planned: set[Path] = set()
    for text in texts:
        if text.path is not None:
            yield text.path
            continue
        path = next(
            each
            for each in _numbered(folder, text.stem)
            if each not in planned and not os.path.lexists(each)
        )
        planned.add(path)
        yield path


def _numbered(folder: Path, stem: str) -> Iterator[Path]:
    yield folder / f"{stem}{SUFFIX}"
    for number in count(2):
        yield folder / f"{stem}-{number}{SUFFIX}"
