"""A needless accidental gets a hint; a courtesy accidental gets none."""

import pytest

from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.reader.parser import parse

HEADER = "X:1\nT:Test\nM:4/4\nL:1/8\nK:{0}\n"


def needless(key: str, music: str) -> list[str]:
    text = HEADER.format(key) + music
    found = [one for one in parse(text).diagnostics if one.code == "accidental-needless"]
    assert all(one.severity is Severity.HINT for one in found)
    return [text[one.span.start : one.span.end + 1] for one in found]


@pytest.mark.parametrize(
    ("key", "music", "found"),
    [
        ("D", "d2f2 ^c2d2|efga e4|]", ["^c"]),
        ("D", "d2f2 [^ce]2d2|efga e4|]", ["^c"]),
        ("C", "c2=f2 e2d2|efga e4|]", ["=f"]),
        ("F", "f2_b2 a2g2|efga e4|]", ["_b"]),
        ("Gdor", "g2=e2 _b2g2|d8|]", ["=e", "_b"]),
        ("C", "[K:D]d8|d8|d2^f2 d4|]", ["^f"]),
        ("D ^g", "d2^g2 d4|d8|]", ["^g"]),
    ],
)
def test_an_accidental_of_the_key_signature_gets_a_hint(
    key: str, music: str, found: list[str]
) -> None:
    assert needless(key, music) == found


@pytest.mark.parametrize(
    ("key", "music"),
    [
        ("D", "d2f2 =c2d2|d2f2 ^c2d2|d8|]"),  # the measure before
        ("D", "d2f2 =c2d2|d8|d2f2 ^c2d2|]"),  # the one before that
        ("D", "d2=c2 ^c2d2|d8|]"),  # the same measure
        ("D", "d2^c2 d2=C2|d8|]"),  # another octave
        ("D", "{=c}d2f2 ^c2d2|d8|]"),  # a grace note
        ("C", "d8|[K:D]d2^c2 d4|^c8|]"),  # a new key
        ("none", "d2=c2 d4|d8|]"),
        ("C", "^c2^c2 c4|d8|]"),  # the key has none of these
    ],
)
def test_a_courtesy_accidental_gets_none(key: str, music: str) -> None:
    assert needless(key, music) == []
