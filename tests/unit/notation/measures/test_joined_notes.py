"""Which notes ties and slurs join, for the engraver and for MusicXML alike."""

import pytest

from abcstudio.notation.measures.joined_notes import slurs, ties
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span

HEADER = "X:1\nL:1/8\nM:none\nK:C\n"


def place(span: Span) -> int:
    """Return where a span begins in the music below the header."""
    return span.start - len(HEADER)


@pytest.mark.parametrize(
    ("music", "pairs"),
    [
        ("C-C-C C", [(0, 2), (2, 4)]),
        ("C2-|C2|", [(0, 4)]),
        ("[CE-G-] [EAG]", [(2, 9), (4, 11)]),
        ("C-D C", []),
        ("C-z C", []),
        ("C-C,", []),
        ("^C- =C", []),
        ("C-{D}C", [(0, 5)]),
    ],
)
def test_a_tie_leads_to_the_next_chord(music: str, pairs: list[tuple[int, int]]) -> None:
    found = ties(parse(HEADER + music).voices[0])

    assert [(place(start.span), place(end.span)) for start, end in found] == pairs


@pytest.mark.parametrize(
    ("music", "pairs"),
    [
        ("(CD)E", [(1, 2)]),
        ("((CD)E)", [(2, 3), (2, 5)]),
        ("(C(DE)F)", [(3, 4), (1, 6)]),
        ("(C(D)E)", [(1, 3), (3, 5)]),
        ("(C|z D)", [(1, 5)]),
        ("C)D (E", []),
    ],
)
def test_a_slur_ends_before_another_begins(music: str, pairs: list[tuple[int, int]]) -> None:
    found = slurs(parse(HEADER + music).voices[0])

    assert [(place(start.span), place(end.span)) for start, end in found] == pairs
