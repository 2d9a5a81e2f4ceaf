import random

import pytest

from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.melody_index.melody import lines_of
from abcstudio.corpus.melody_index.notes import NoteCollector
from abcstudio.corpus.melody_index.plain_tunes import PlainMelodies, PlainTunes
from abcstudio.corpus.melody_reader import read_melody
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.paths import bundled_tunebook

HEADS = (
    "X:1\nT:Gabc|\nM:6/8\nL:1/8\nK:Edor\n",
    "X:2\nM:C|\nK:Bb % flats\n",
    "X:3\nL:1/16\nM:9/8\nR:slip jig\nK:D ^g\n",
    "X:4\nK:none\n",
    "X:5\nK:G\nM:3/4\nL:1/4\n",
    "X:6\nT:no key\n",
)
PLAIN = (
    "|:GAB c2d|efg fed:|",
    "^F2 F ^c=c C|F2 C3 __B|^^f f =f f|f",
    "G>A B<c|d>>e f<<g|G> A z>B|>A B>|c d|<e f",
    "z>G A>z B|z z|z2 G>z|z<A B",
    "A>B>c>d e<f<g|",
    "(3GAB (3:2:2G2A|(4GABc (5GABcd|(2GA G2|(3G|A B",
    "(3G>AB (3zAB c>(3def|(9ABcdefgab (3::4GABc d|(1AB",
    "(3(3GAB c|(3A (3Bcd e",
    "[1 G3 :|2 A3 |]|]d|.|e",
    '"Am"A2 !trill!B {c>de}c|.d ~e Hf (GA) B2 % and GABc\nG6|w:la la\nP:B\nA2|',
    "C,D,E, c'd''e'|G3/2A/B// c/4 c3/4|y4 G y A|c,'",
    "c,,,,,,,,,, c''''''''",
    "",
    "z4|z4|",
)
BEYOND = (
    "B3-B2A|B-|B",
    "[GBd]2 [ce]",
    "GAB|[K:D]fcf|",
    "GAB|\nK:D\nfcf|",
    "G>>>A B><c|d",
    "G>|<A",
    "Z4|G",
    "V:1\nGAB|",
    "G99999 A",
)


def found(melodies: PlainMelodies, place: int) -> list[tuple[int, int]]:
    start, end = melodies.starts[place : place + 2]
    pitches, lengths = melodies.pitches[start:end], melodies.lengths[start:end]
    return list(zip(pitches.tolist(), lengths.tolist(), strict=True))


def test_plain_tunes_are_read_as_one_by_one() -> None:
    texts = [head + body for head in HEADS for body in PLAIN]
    melodies = PlainTunes().read(texts)
    assert melodies.is_plain.all()
    for place, text in enumerate(texts):
        assert found(melodies, place) == read_melody(text, with_pickup=True), text


@pytest.mark.parametrize("body", BEYOND)
def test_what_is_not_plain_is_left_out_and_changes_no_neighbour(body: str) -> None:
    texts = [HEADS[0] + PLAIN[0], HEADS[1] + body, HEADS[0] + PLAIN[2]]
    melodies = PlainTunes().read(texts)
    assert melodies.is_plain.tolist() == [True, False, True]
    assert found(melodies, 1) == []
    for place in (0, 2):
        assert found(melodies, place) == read_melody(texts[place], with_pickup=True)


def test_music_of_any_order_is_read_as_one_by_one() -> None:
    rng = random.Random(1)
    signs = ["G", "^F", "F", "=f", "c2", "d/", "z", "z2", "|", "|", "|:", ">", "<", "(3", "(5", " "]
    texts = [HEADS[n % 6] + "".join(rng.choices(signs, k=40)) for n in range(600)]
    melodies = PlainTunes().read(texts)
    assert melodies.is_plain.sum() > 200
    for place in melodies.is_plain.nonzero()[0].tolist():
        assert found(melodies, place) == read_melody(texts[place], with_pickup=True), texts[place]


def test_the_same_reader_reads_more_tunes() -> None:
    reader = PlainTunes()
    reader.read([HEADS[0] + PLAIN[0]])
    text = HEADS[2] + PLAIN[1]
    assert found(reader.read([text]), 0) == read_melody(text, with_pickup=True)


def test_no_tunes_and_tunes_without_notes_have_no_melodies() -> None:
    assert PlainTunes().read([]).starts.tolist() == [0]
    assert PlainTunes().read(["", "X:1\nT:words only\n"]).starts.tolist() == [0, 0, 0]


def test_the_index_has_the_lines_of_each_tune() -> None:
    odd = "X:1\nK:C\nV:1\nGABc|\nV:2\ncBAG|\n\nX:2\nK:D\nF-F2 [FA]|\n\nX:3\nM:C\nK:F\nB>B|\n"
    tunes = (*read_tunebook(bundled_tunebook())[::20], *split_tunebook(f"%%pages\nM:3/4\n\n{odd}"),
             *split_tunebook(odd))  # fmt: skip
    collector = NoteCollector()
    for place, tune in enumerate(tunes):
        for line in lines_of(tune.text, tune.file_header):
            collector.add(place, line)
    one_by_one, notes = collector.notes(), MelodyIndex.of_tunes(tunes).notes
    assert notes.pitches.tolist() == one_by_one.pitches.tolist()
    assert notes.lengths.tolist() == one_by_one.lengths.tolist()
    assert notes.starts.tolist() == one_by_one.starts.tolist()
    assert notes.tunes.tolist() == one_by_one.tunes.tolist()
