"""What the reader finds wrong in a tune that was composed."""

from abcstudio.notation.reader.parser import parse

NEEDLESS = "accidental-needless"


def faults(tune: str) -> list[str]:
    """Return the codes of what is wrong, in order; an accidental that changes nothing is right."""
    return [found.code for found in parse(tune).diagnostics if found.code != NEEDLESS]
