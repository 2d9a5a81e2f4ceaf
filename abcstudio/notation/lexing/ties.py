"""Ties in a piece of music code (ABC 2.1, section 4.11)."""


def ends_with_tie(music: str) -> bool:
    """Return whether a tie leads out of some music, slurs that end behind it aside."""
    return music.rstrip(" )").endswith("-")
