"""MusicXML that another program reads as we meant it: music21, on forty features and real tunes."""

import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from tests.thorough import tries
from tests.unit.interchange.written_music import (
    as_played,
    as_read_by_music21,
    as_scored,
    as_unfolded_by_music21,
    difference,
)

HEAD = "X:1\nT:Feature\nM:4/4\nL:1/8\nK:C\n"
BUNDLED = tries(25)

FEATURES = {
    "plain": HEAD + "CDEF GABc|c8|]",
    "key and accidentals": HEAD.replace("K:C", "K:Ebm") + "G^GA=B _c2 d^^e|G8|",
    "explicit key": HEAD.replace("K:C", "K:D exp _b^c=f") + "ABcd efga|",
    "pipes": HEAD.replace("K:C", "K:HP") + "ABcd efga|[K:Hp]ABcd efga|",
    "far keys": HEAD.replace("K:C", "K:Fbdor") + "FGAB cdef|[K:G#]FGAB cdef|",
    "microtones": HEAD + "^/C_/D^3/2E_3/2F z4|",
    "common time": HEAD.replace("4/4", "C") + "C8|[M:C|]C8|",
    "summed meter": HEAD.replace("4/4", "(2+3+2)/8") + "CDEFGAB|c7|",
    "free meter": HEAD.replace("4/4", "none") + "CDE|FGABc|z8|Z2|",
    "meter and key changes": HEAD + "C8|[M:3/4][K:D]CFA c3|FG[K:A]AB ce|",
    "pickup": HEAD + "G2|C8|C6|]",
    "pickups of sections": HEAD + "G2|:C8|D6 E2:|:F8|G6 A2:|",
    "measure cut by a repeat": HEAD + "CDEF:|:GABc|d8|]",
    "long and short measures": HEAD + "C8|C9|C7|C8|",
    "endings": HEAD + "|:C8|[1 D8:|[2 E8||F8|1,3 G8:|2 A8|]",
    "ending inside a measure": HEAD + "|:C4 [1 D4|E8:|[2 F4|G8|]",
    "triple repeat": HEAD + "|::C8::|D8|]",
    "bar lines": HEAD + "C8||D8.|E8[|]F8[|G8|",
    "ties": HEAD + "C8-|C4-C4-|C2 [CEG]4-[CEG]2|^F8-|F8|[C-E]4[CE]4|",
    "tie into both endings": HEAD + "|:C8-|1 C8:|2 C8|]",
    "no single note value": HEAD + "C5 D3|E7 F|G9/2A7/2|",
    "longest notes": HEAD + "C64|C128|C31|",
    "shortest notes": HEAD + "C/8D/16E/32F/64G/128 z15/2|",
    "thirds of a beat": HEAD + "C2/3D2/3E2/3 F4/3G8/3 A2|",
    "tuplets": HEAD + "(3CDE (3:2:4F>GA/B/ c4|(5CDEFG (7CDEFGAB z4|",
    "tuplets of other lengths": HEAD.replace("4/4", "6/8") + "(2CD (4EFGA|(3C2DE2 (3zFG|",
    "nested beams": HEAD + "C/D/E F>G A/B/c/d/ e2|CD/E/F// G/A//B/ c3|",
    "chords": HEAD + "[CEG]4 [^F2A2]2[DFA]|[CE]3/2[DF]/ z6|",
    "chord notes of other lengths": HEAD + "[c4E2G]4|[c2E6G8]2d2e2f2|[CE2-]E6|[E2C6]2D6|C8|",
    "grace notes": HEAD + "{g}C4 {/gag}D4|{[ce]g}E8|",
    "broken rhythm": HEAD + "C>D E<F G>>A B<<c|",
    "rests": HEAD + "z8|x8|z4 x2 z2|Z|Z3|z9|z4|C8|",
    "spacers": HEAD + "C4 y D4|y E8|",
    "overlays": HEAD + "c8 & E4G4 & C2D2E2F2|c8|[eg]8 & x2 C6|",
    "voices": HEAD + 'V:1 name="One"\nC8|D8|E8|\nV:2 clef=bass\nC,8|Z2|\n',
    "voices of other lengths": HEAD + "V:1\nC8|D8|E8|F8|\nV:2\nz4 C,4|\n",
    "voices that share a staff": HEAD.replace("K:C", "%%score {(1 2) | 3}\nK:C")
    + "V:1\nc8|d8|e8|\nV:2\nA4 G4|F8 & D4 C4|\nV:3\nC,8|[C,E,2]4 z4|C,8|\nV:4\nz4 c4|\n",
    "octave clefs": HEAD.replace("K:C", "K:C clef=treble-8") + "C8|[K:C clef=bass+15]C8|",
    "transposing voice": HEAD + "V:1 transpose=-14\nC4^F4|[K:transpose=2]C8|\n",
    "marks": HEAD + '"Am7/G""^hi"!trill!C2 .D~E!f!uF !crescendo(!G!crescendo)!A !D.S.!B2|',
    "odd chord symbols": HEAD + '"C6/9"C2"Hm"D2"N.C."E2"F#m7b5"F2|"Gsus4"G"Abfoo"A"C+"B z5|',
    "slurs": HEAD + "((C(D)E)F)(G2 A2|B2)(c2 (d2 e2)|",
    "lyrics": HEAD + "CDEF GABc|\nw:hal-le-lu-jah a_men *\nw:se-cond\n",
    "tempo and parts": HEAD + 'P:A\nQ:"Slow"\nC8|[Q:3/8=60]D8|\nP:B\n[Q:1/4 1/8=50]E8|',
    "nothing": "X:1\nK:C\n",
}


@pytest.mark.parametrize("name", FEATURES)
def test_music21_reads_a_feature_as_it_is_written(name: str) -> None:
    score = parse(FEATURES[name])
    read = as_read_by_music21(musicxml_text(score))
    assert not difference(as_scored(score), read)


def test_music21_reads_the_bundled_tunes_as_they_are_written() -> None:
    notes = 0
    for tune in read_tunebook(bundled_tunebook())[:BUNDLED]:
        score = parse(tune.text)
        parts = as_scored(score)
        notes += sum(len(part.notes) for part in parts)
        assert not difference(parts, as_read_by_music21(musicxml_text(score))), tune.title
    assert notes > 50 * BUNDLED


REPEATS = {
    "parts after the end of a repeat": HEAD + "P:A\nCDEF GABc|cBAG FEDC:|\nP:B\nc8|C8:|",
    "back to a double bar": HEAD + "C8|D8||E8|F8:|G8|]",
    "back to the end of endings": HEAD + "|:C8|1 D8:|2 E8||F8|G8:|",
    "a second ending closed by a repeat": HEAD + "|:C8|1 D8:|2 E8:|F8|]",
    "pickups": HEAD + "G2|C8|D6:|G2|E8|F6:|",
    "parts in an order": HEAD.replace("K:C", "P:AB\nK:C") + "P:A\nC8|D8|\nP:B\nE8|F8:|",
    "two voices": HEAD + "V:1\nC8|D8||E8|F8:|\nV:2\nc8|d8||e8|f8:|\n",
}


@pytest.mark.parametrize("name", REPEATS)
def test_music21_repeats_what_is_played_again(name: str) -> None:
    score = parse(REPEATS[name])
    assert as_unfolded_by_music21(musicxml_text(score)) == as_played(score)


def test_music21_repeats_the_bundled_tunes_as_they_are_played() -> None:
    for tune in read_tunebook(bundled_tunebook())[::400]:
        score = parse(tune.text)
        assert as_unfolded_by_music21(musicxml_text(score)) == as_played(score), tune.title


@pytest.mark.parametrize("fault", ["pitch", "length", "measure"])
def test_a_fault_would_be_seen(fault: str) -> None:
    text = FEATURES["plain"]
    other = {
        "pitch": text.replace("CDEF", "CDE^F"),
        "length": text.replace("GABc", "GA>Bc"),
        "measure": text.replace("|c8", "||c7"),
    }[fault]
    read = as_read_by_music21(musicxml_text(parse(other)))
    assert difference(as_scored(parse(text)), read)
