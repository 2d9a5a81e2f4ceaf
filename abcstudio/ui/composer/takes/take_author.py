"""The network as the author of a take."""

from abcstudio.composing.authors import PERSON, Author, AuthorKind
from abcstudio.composing.take_authors import take_authors
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.origins.text_provenance import TextProvenance


def author_of(provenance: TextProvenance) -> Author:
    """Return the author of what is composed."""
    origin, number = provenance.origin, provenance.take_number
    name = origin.model_name if origin is not None else ""
    return Author(AuthorKind.MODEL, name, str(number) if number else "")


def name_authors(document: Document) -> None:
    """Let a text be a take as it was composed: by its model, but for its seed."""
    origin, authors = document.provenance.origin, document.authors
    if origin is not None:
        author = author_of(document.provenance)
        authors.begin(take_authors(document.text(), origin.prompt, origin.asked, author))
    authors.write_as(PERSON)
