"""Keys are shown in one writing and found by both."""

import pytest

from abcstudio.corpus.key_words import key_in_words, short_key
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.corpus.tunebook import split_tunebook


@pytest.mark.parametrize(
    ("written", "short", "words"),
    [
        ("A Dorian", "Ador", "A dorian"),
        ("Ador", "Ador", "A dorian"),
        ("F# minor", "F#m", "F# minor"),
        ("Bb", "Bb", "Bb major"),
        ("D mixolydian", "Dmix", "D mixolydian"),
        ("HP", "HP", ""),
        ("D ^c", "D ^c", ""),
        ("none", "none", ""),
        ("", "", ""),
    ],
)
def test_a_key_has_one_short_writing(written, short, words):
    assert (short_key(written), key_in_words(written)) == (short, words)


@pytest.mark.parametrize("written", ["Ador", "A Dorian"])
@pytest.mark.parametrize("search", ["dorian", "ador", "A DOR"])
def test_a_key_is_found_however_it_is_written(written, search):
    (tune,) = split_tunebook(f"X:1\nT:One\nK:{written}\nABc|")
    assert TuneFilter(words=search).shows(tune)
    assert TuneFilter(key="Ador").shows(tune)
    assert not TuneFilter(words="minor").shows(tune)
