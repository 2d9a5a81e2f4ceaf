"""The catalogue of collections, read from its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import parse_json
from abcstudio.errors import CorpusError
from abcstudio.guarded_files import read_bytes

MAX_DOWNLOAD_BYTES = 64_000_000

_MAX_BYTES = 1_000_000
_SHA256_LETTERS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One collection: what it is, who may do what with it, where it is.

    Attributes:
        name: What it is called.
        file: The name of its file.
        about: A sentence about it, by language.
        tunes: How many tunes it holds.
        size: How many bytes its file has.
        sha256: The checksum of the file, in hexadecimal.
        licence: The name of its licence.
        page: The public page that tells of it.
        address: Where the file is fetched, "" where it comes with the program.
        package: The Python package that brings the file along, "" for none.
        package_file: Where in that package the file is.
    """

    name: str
    file: str
    about: Mapping[str, str]
    tunes: int
    size: int
    sha256: str
    licence: str
    page: str
    address: str = ""
    package: str = ""
    package_file: str = ""

    @property
    def is_in_the_box(self) -> bool:
        """Whether its file comes with the program."""
        return not self.address

    def about_in(self, language: str) -> str:
        """Return the sentence about it in a language, else in English."""
        return self.about.get(language, self.about.get("en", ""))


def read_catalogue(path: Path) -> tuple[CatalogueEntry, ...]:
    """Read the catalogue.

    Raises:
        CorpusError: It is damaged.
    """
    try:
        data = parse_json(read_bytes(path, _MAX_BYTES))
        return tuple(_entry(one) for one in data["collections"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusError("catalogue.damaged", path=path) from error


def _entry(data: Mapping[str, Any]) -> CatalogueEntry:
    """Return an entry.

    Raises:
        KeyError, TypeError, ValueError: It is none.
    """
    entry = CatalogueEntry(**data)
    words = (entry.name, entry.file, entry.sha256, entry.licence, entry.page)
    if not all(isinstance(one, str) and one for one in words):
        raise ValueError("a word is missing")
    if Path(entry.file).name != entry.file or entry.file.startswith("."):
        raise ValueError(entry.file)
    if len(entry.sha256) != _SHA256_LETTERS or not 0 < entry.size <= MAX_DOWNLOAD_BYTES:
        raise ValueError(entry.sha256)
    if not isinstance(entry.address, str):
        raise TypeError(entry.address)
    if not isinstance(entry.about, Mapping) or not isinstance(entry.tunes, int):
        raise TypeError(entry.name)
    return entry
