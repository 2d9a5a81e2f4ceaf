"""What of a text a model reads, and what is told of the rest."""

import pytest

from abcstudio.composing.model_text import model_text
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.training_text import training_text
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.paths import bundled_tunebook

TUNE = "X:1\nT:The First\nM:4/4\nL:1/8\nK:D\ndAFA DFAd|\n"
KNOWN = Vocabulary.of(TUNE, "(3").characters


def test_a_text_that_the_model_knows_is_read_as_it_stands() -> None:
    reading = model_text(TUNE, KNOWN, is_prepared=True)
    assert reading.text == TUNE
    assert reading.places == tuple(range(len(TUNE)))
    assert (reading.fields, reading.unknown, reading.has_own_lines) == ((), (), False)


@pytest.mark.parametrize(
    ("text", "fields", "unknown", "is_own"),
    [
        (TUNE + '%%abcstudio model "Folk"\n', (), (), True),
        (TUNE.replace("M:", "S:a book\nZ:me\nM:"), ("S", "Z"), (), False),
        (TUNE.replace("M:", "% a remark\n%%MIDI program 3\nM:"), ("%",), (), False),
        (TUNE.replace("DFAd|", "DFAd| % a remark"), ("%",), (), False),
        (TUNE.replace("K:D", "K:D %a"), ("%",), (), False),
        (TUNE.replace("dA", '"Am"dA'), (), ('"',), False),
        (TUNE.replace("dAFA", "(dA)FA"), (), (")",), False),
        (TUNE.replace("The", "\u0422The"), (), ("\u0422",), False),
    ],
)
def test_what_the_model_was_not_trained_on_is_left_out_whole(
    text: str, fields: tuple[str, ...], unknown: tuple[str, ...], is_own: bool
) -> None:
    reading = model_text(text, KNOWN, is_prepared=True)
    assert reading.text == TUNE
    assert "".join(text[place] for place in reading.places) == TUNE
    assert (reading.fields, reading.unknown, reading.has_own_lines) == (fields, unknown, is_own)


def test_a_model_of_a_text_as_it_stood_reads_its_credits_too() -> None:
    text = TUNE.replace("M:", "S:a book\nM:")
    known = Vocabulary.of(text).characters
    assert model_text(text, known, is_prepared=False).text == text


def test_of_the_own_tunebook_is_read_what_a_network_is_trained_on() -> None:
    tunes = read_tunebook(bundled_tunebook())[:50]
    prepared = training_text(tunes)
    known = Vocabulary.of(prepared).characters
    whole = "\n\n".join(tune.text.rstrip("\n") for tune in tunes) + "\n\n"
    reading = model_text(whole, known, is_prepared=True)
    numbered = [line for line in reading.text.split("\n") if not line.startswith("X:")]
    assert numbered == [line for line in prepared.split("\n") if not line.startswith("X:")]
