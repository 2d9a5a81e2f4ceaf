"""What tells one corpus from others: its texts as the network reads them."""

from abcstudio.learning.checkpoint import text_fingerprint


def corpus_fingerprint(training: str, validation: str) -> str:
    """Return the fingerprint of what is learned from and what is held out, before any copies."""
    # No text of tunes has the sign between them.
    return text_fingerprint(f"{training}\0{validation}")
