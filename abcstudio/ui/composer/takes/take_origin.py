"""How a take was composed, found in the lines that it carries, and its author."""

from dataclasses import replace
from pathlib import Path

from abcstudio.composing.authors import PERSON, Author, AuthorKind
from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.provenance import Provenance, mixed_name, read_provenance
from abcstudio.composing.take_authors import take_authors
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin, TextProvenance


def origin_in(text: str) -> TakeOrigin | None:
    """Return how a tune was composed as its lines say it, None where they say nothing."""
    found = read_provenance(text)
    return None if found is None else TakeOrigin(made=found)


def document_of(take: RememberedTake, name: str) -> Document:
    """Return a take of an earlier session as a text to be shown, called by a name."""
    document = Document(name, take.text)
    take_up(document, take)
    name_authors(document)
    return document


def take_up(document: Document, take: RememberedTake) -> None:
    """Let a text be known as a take of an earlier session."""
    document.provenance.take_number, document.provenance.history_key = take.number, take.key
    document.set_title(take.title)
    document.set_kept(take.is_kept)
    origin = origin_in(take.text)
    if origin is not None:
        document.provenance.origin = replace(
            _with_what_was_kept(origin, take), model_path=Path(take.model) if take.model else None
        )


def _with_what_was_kept(origin: TakeOrigin, take: RememberedTake) -> TakeOrigin:
    """Add what the history keeps beside the text: what was asked, and two options.

    The lines of older takes do not name these.
    """
    made = origin.made
    sampling = replace(made.sampling, stop_at_tune_end=take.stop_at_tune_end)
    unknown = made.unknown - {"stop_at_tune_end"}
    if take.max_chars:
        sampling = replace(sampling, max_chars=take.max_chars)
        unknown -= {"max_chars"}
    return replace(origin, made=replace(made, sampling=sampling, unknown=unknown), asked=take.asked)


def take_over(document: Document, found: Provenance) -> None:
    """Let a document say how its take is composed again, once its header is known."""
    origin = document.provenance.origin
    if origin is not None:
        document.provenance.origin = replace(origin, made=found)


def author_of(provenance: TextProvenance) -> Author:
    """Return the author of what is composed."""
    origin, number = provenance.origin, provenance.take_number
    name = mixed_name(origin.made.model, origin.made.mixed) if origin is not None else ""
    return Author(AuthorKind.MODEL, name, str(number) if number else "")


def name_authors(document: Document) -> None:
    """Let a text be a take as it was composed: by its model, but for its seed."""
    origin, authors = document.provenance.origin, document.authors
    if origin is not None:
        author = author_of(document.provenance)
        authors.begin(take_authors(document.text(), origin.made.prompt, origin.asked, author))
    authors.write_as(PERSON)
