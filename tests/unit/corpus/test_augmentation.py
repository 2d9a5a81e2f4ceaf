import pytest

from abcstudio.corpus.augmentation import NEAREST_KEYS, with_transpositions
from abcstudio.errors import CancelledError
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord
from abcstudio.stopping import stopping

TEXT = "X:1\nT:One\nK:D\nDEFG|A4|\n\nX:1\nT:Two\nK:Em\nEFGA|B4|\n\n"


def pitches(block):
    elements = parse(block).voices[0].elements
    return [
        note.pitch.midi_number
        for element in elements
        if isinstance(element, Chord)
        for note in element.notes
    ]


def test_every_tune_comes_in_so_many_other_keys():
    blocks = with_transpositions(TEXT, 3).strip("\n").split("\n\n")
    assert len(blocks) == 8
    assert [block.split("\n")[2] for block in blocks] == [
        "K:D", "K:Em", "K:A", "K:Bm", "K:G", "K:Am", "K:E", "K:F#m",
    ]  # fmt: skip
    for place, semitones in enumerate(NEAREST_KEYS[:3], start=1):
        moved = [pitch + semitones for pitch in pitches(blocks[0])]
        assert pitches(blocks[2 * place]) == moved


def test_all_twelve_keys_are_reached():
    assert {semitones % 12 for semitones in NEAREST_KEYS} == set(range(1, 12))


def test_without_other_keys_the_text_stays():
    assert with_transpositions(TEXT, 0) == TEXT


def test_it_can_be_stopped():
    with pytest.raises(CancelledError), stopping(lambda: True):
        with_transpositions(TEXT, 2)
