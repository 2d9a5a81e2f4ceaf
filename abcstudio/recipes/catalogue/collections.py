"""The catalogue of collections: their state on this machine, and fetching one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.corpus.catalogue import CatalogueEntry, read_catalogue
from abcstudio.stopping import stop_if_asked

# What speaks to the network takes a while to import: it is imported where it is needed.
if TYPE_CHECKING:
    from abcstudio.recipes.catalogue.download import CollectionState


Report = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection of the catalogue, and how it stands on this machine."""

    entry: CatalogueEntry
    state: "CollectionState"


def look_for_collections(catalogue: Path, folder: Path, box: Path) -> tuple[Collection, ...]:
    """Return all collections; nothing is fetched.

    Args:
        catalogue: The file that lists them.
        folder: Where fetched files are.
        box: Where those are that come with the program.

    Raises:
        CorpusError: The catalogue is damaged.
    """
    from abcstudio.recipes.catalogue.download import state_of

    found: list[Collection] = []
    for entry in read_catalogue(catalogue):
        stop_if_asked()
        found.append(Collection(entry, state_of(entry, folder, box)))
    return tuple(found)


def fetch_collection(entry: CatalogueEntry, folder: Path, report: Report) -> Path:
    """Fetch a collection, or the rest of it, and return its file.

    Raises:
        CorpusError: It cannot be fetched.
    """
    from abcstudio.recipes.catalogue.download import download

    return download(entry, folder, report)
