"""Each decoration is drawn, exported and played, or stands in a list that says why it is not."""

import re
from collections.abc import Callable, Iterable

import pytest

from abcstudio.decoration_table import DECORATIONS, DecorationRow
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.messages import ENGLISH
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Score
from abcstudio.notation.values.decorations import SHORTHANDS, SYNONYMS, decoration_name
from abcstudio.playback.performing.performer import perform

HEADER = "X:1\nT:T\nM:4/4\nL:1/4\nK:C\n"
OTHER_PROGRAMS = (
    "beam-accel", "beam-rall", "beambr1", "beambr2", "cut", "doubleshort", "drum", "gliss",
    "glisse", "glisss", "gmark", "longa", "nodrum", "rbstop", "repeatbar", "repeatbar2", "shape",
    "slur", "tie", "trem1", "trem2", "trem3", "trem4", "xstem",
)  # fmt: skip
"""Names that other programs know: they are read, so that they are no fault."""
NOTHING = ("nil", "style=normal")
"""They say that there is nothing."""

NOT_DRAWN = {
    "only read": OTHER_PROGRAMS,
    "says that there is nothing": NOTHING,
    "Verovio has no sign for it": ("thumb",),
}
NOT_EXPORTED = {
    "says that there is nothing": NOTHING,
    "hides a note; MusicXML would drop it": ("invisible",),
    "belongs to an accidental that is written": ("courtesy", "editorial"),
}
NOT_PLAYED = {
    "only read": OTHER_PROGRAMS,
    "says that there is nothing": NOTHING,
    "only to be seen": (
        "courtesy", "editorial", "ghost", "invisible", "squarenote", "stemless", "style=harmonic",
        "style=rhythm", "style=triangle", "style=x",
    ),
    "says how the hand plays it": (
        "0", "1", "2", "3", "4", "5", "downbow", "open", "plus", "snap", "thumb", "upbow",
    ),
    "sounds as without it": ("mf", "tenuto"),
    "means something together with a jump only": ("coda", "dacoda", "fine", "segno"),
    "parts phrases for the eye": ("longphrase", "mediumphrase", "shortphrase"),
    "no pedal": ("ped", "ped(", "ped)", "ped-end", "ped-up"),
    "the notes are written as they sound": (
        "8va(", "8va)", "8vb(", "8vb)", "15ma(", "15ma)", "15mb(", "15mb)",
    ),
    "no gliding between two notes": ("-(", "-)", "~(", "~)", "bend"),
}  # fmt: skip


def tune(*names: str) -> Score:
    """Return a tune with a decoration on its second measure; with two, the second ends later."""
    begin, end = (*(f"!{name}!" for name in names), "", "")[:2]
    return parse(f"{HEADER}|:EFGA|{begin}[CE]AG{end}F|CDEF:|GFED|]\n")


def with_and_without(name: str) -> tuple[Score, Score]:
    if name[-1] in "()":
        return tune(f"{name[:-1]}(", f"{name[:-1]})"), tune()
    return tune(name), tune()


def drawn(score: Score) -> object:
    """Return what is drawn, apart from the places in the text."""
    return re.sub(r'(xml:id|startid|endid|plist)="[^"]*"', "", mei_of(score))


def played(score: Score) -> object:
    performance = perform(score)
    return [note[:4] for note in performance.notes], performance.tempos


@pytest.mark.parametrize(
    ("made", "exceptions"),
    [(drawn, NOT_DRAWN), (musicxml_text, NOT_EXPORTED), (played, NOT_PLAYED)],
    ids=["drawn", "exported", "played"],
)
def test_each_decoration_does_something_or_is_excepted(
    made: Callable[[Score], object], exceptions: dict[str, Iterable[str]]
) -> None:
    without = set()
    for row in DECORATIONS:
        one, other = with_and_without(row.name)
        if made(one) == made(other):
            without.add(row.name)
    assert without == {name for names in exceptions.values() for name in names}


@pytest.mark.parametrize("row", DECORATIONS, ids=lambda row: row.name)
def test_each_decoration_is_read_and_explained(row: DecorationRow) -> None:
    (chord,) = [
        each
        for each in parse(f"{HEADER}!{row.name}!C|]\n").voices[0].elements
        if isinstance(each, Chord)
    ]
    assert [mark.name for mark in chord.decorations] == [row.name]
    assert row.sentence == ENGLISH[f"explain.decoration.{row.name}"]
    assert row.sentence.endswith(".")


def test_no_name_and_no_sign_is_in_two_rows() -> None:
    names = [name for row in DECORATIONS for name in (row.name, *row.also)]
    signs = [row.sign for row in DECORATIONS if row.sign]
    assert len(set(names)) == len(names)
    assert len(set(signs)) == len(signs)
    assert {decoration_name(name) for name in SYNONYMS} == {
        row.name for row in DECORATIONS if row.also
    }
    assert set(SHORTHANDS.values()) == {row.name for row in DECORATIONS if row.sign}
