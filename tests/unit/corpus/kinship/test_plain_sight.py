"""A tune that is found sound by sight is sound to the reader, too, with the same measures."""

import random

import pytest

from abcstudio.corpus.kinship.plain_sight import plain_music
from abcstudio.corpus.melody_index.melody import full_measure, melodies_of
from abcstudio.corpus.melody_index.shared_measures import Measures
from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from tests.thorough import tries

HEADER = "X:1\nT:A\nM:4/4\nL:1/8\nK:G\n"
SIGNS = "ABcdg2/3|:[]()<>-~.{}\"!z_^= \n1,'%&$KMTLv*"


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [tune.text for tune in read_tunebook(bundled_tunebook())]


def damaged(text: str, rng: random.Random) -> str:
    """Return a tune with a few characters taken out, put in, or doubled."""
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(text))
        length = rng.choice((0, 0, 1, 1, 5, 30))
        there = text[at : at + length]
        text = text[:at] + rng.choice(("", rng.choice(SIGNS), 2 * there)) + text[at + length :]
    return text


def holds(text: str) -> bool:
    """Return whether a tune is plain; hold that the reader says the same of it."""
    plain = plain_music(text)
    if plain is None:
        return False
    score = parse(text)
    assert score.diagnostics == (), text
    melody = melodies_of(score)[0]
    read, seen = Measures.of_melody(melody, full_measure(score)), Measures(*plain)
    assert seen.sizes.tolist() == read.sizes.tolist(), text
    assert seen.parts.tolist() == read.parts.tolist(), text
    return True


def test_most_real_tunes_are_plain_and_as_the_reader_has_them(texts: list[str]) -> None:
    assert sum(map(holds, texts[::5])) > 0.8 * len(texts[::5])


def test_no_damaged_tune_passes_for_a_sound_one(texts: list[str]) -> None:
    rng = random.Random(7)
    made = [damaged(rng.choice(texts), rng) for _ in range(tries(1_500))]
    assert 0.1 * len(made) < sum(map(holds, made)) < 0.9 * len(made)


@pytest.mark.parametrize(
    "music",
    [
        "GABc dedB|", "|:GABc dedB:|", "G2>A2 B>c d<e|", "(3GAB c2 (3ded B2|", '"G"GABc "D7"dedB|',
        "{a}GABc {/ga}dedB|", "~G2AB .c.dTeB|", "!trill!G4 [GBd]4|", "(GABc) (dedB)|",
        "z2GA Bcde|", "GABc dedB|1 g8:|2 e8|]", "G^cB=c dedB|^cdef gfed|", "G4|GABc dedB|GABc|]",
    ],
)  # fmt: skip
def test_common_music_is_plain(music: str) -> None:
    assert holds(HEADER + music + "\n")


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "GABc dedB-|G8|", HEADER + "GABc ded|GABc dedB|", HEADER + "GABc dedB",
        HEADER + "GABc dedB|\n\nGABc dedB|", HEADER + "V:1\nGABc dedB|", HEADER + "GABc (dedB|",
        HEADER + "GA>|Bc dedB|", HEADER + "(3GA|Bcdef|", HEADER + '"xyz"GABc dedB|', HEADER,
        HEADER + "G0ABc dedB|", HEADER + "GABc dedB|%", HEADER + "|:GABc dedB|", "K:G\nG8|",
        HEADER.replace("K:G", "K:G clef=bass") + "GABc dedB|", "X:1\nT:A\nM:6/8\nGABc dedB|",
        HEADER.replace("4/4", "4/4 x") + "GABc dedB|", HEADER + "GABc dedB|3g8|",
    ],
)  # fmt: skip
def test_anything_else_is_left_to_the_reader(text: str) -> None:
    assert (plain_music(text) is None) or holds(text)
