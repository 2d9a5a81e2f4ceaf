"""A tune's key in the short writing ("Ador") and in words ("A dorian")."""

from functools import lru_cache

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.values.key_field import parse_key

_SHORT_MODES = {
    "major": "",
    "ionian": "ion",
    "minor": "m",
    "aeolian": "aeo",
    "dorian": "dor",
    "mixolydian": "mix",
    "phrygian": "phr",
    "lydian": "lyd",
    "locrian": "loc",
}


@lru_cache(maxsize=1024)
def short_key(written: str) -> str:
    """Return one writing for each key, however its `K:` is written: "Ador" for "A Dorian".

    What is more than a tonic and a mode stays as it is written.
    """
    key = _plain_key(written)
    return written if key is None else f"{key.tonic}{_SHORT_MODES[key.mode]}"


@lru_cache(maxsize=1024)
def key_in_words(written: str) -> str:
    """Return tonic and mode of a `K:` in full: "A dorian"; "" where it is more than these."""
    key = _plain_key(written)
    return "" if key is None else f"{key.tonic} {key.mode}"


def _plain_key(written: str) -> KeySignature | None:
    key = parse_key(written).key
    if key is None or not key.tonic or key.mode not in _SHORT_MODES:
        return None
    return None if key.explicit or key.highland_pipes else key
