"""How a take was composed, found in the lines that it carries."""

from pathlib import Path

from abcstudio.composing.provenance import read_provenance
from abcstudio.composing.take_history import RememberedTake
from abcstudio.ui.documents.document import Document, TakeOrigin


def origin_in(text: str) -> TakeOrigin | None:
    """Return how a tune was composed as its lines say it, None where they say nothing."""
    found = read_provenance(text)
    if found is None:
        return None
    return TakeOrigin(
        model_path=None,
        model_name=found.model,
        prompt=found.prompt,
        temperature=found.temperature,
        rng_seed=found.rng_seed,
        take=found.take,
        takes=found.takes,
        fingerprint=found.fingerprint,
    )


def document_of(take: RememberedTake, name: str) -> Document:
    """Return a take of an earlier session as a text to be shown, called by a name."""
    document = Document(name, take.text)
    take_up(document, take)
    return document


def take_up(document: Document, take: RememberedTake) -> None:
    """Let a text be known as a take of an earlier session."""
    document.take_number, document.history_key = take.number, take.key
    document.set_title(take.title)
    document.set_kept(take.is_kept)
    origin = origin_in(take.text)
    if origin is not None:
        document.origin = TakeOrigin(
            Path(take.model) if take.model else None,
            origin.model_name,
            origin.prompt,
            origin.temperature,
            origin.rng_seed,
            origin.take,
            origin.takes,
            take.max_chars or None,
            take.stop_at_tune_end,
            origin.fingerprint,
        )
