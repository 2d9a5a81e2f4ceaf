"""Diagnostics of a composed tune."""

from abcstudio.notation.reader.parser import parse

NEEDLESS = "accidental-needless"


def faults(tune: str) -> list[str]:
    """Return the codes of a tune's diagnostics, except hints at needless accidentals."""
    return [found.code for found in parse(tune).diagnostics if found.code != NEEDLESS]
