"""MusicXML that ABC Studio wrote reads back to the same music."""

import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.interchange.musicxml_reading.musicxml_tune import tune_from_musicxml
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from tests.thorough import tries
from tests.unit.interchange.said_music import difference_of
from tests.unit.interchange.test_musicxml_music21 import FEATURES, HEAD, REPEATS

# What MusicXML has no words for.
NOT_SAID = {
    "nothing": "a file without notes is none",
    "chord notes of other lengths": "ties between notes that overlap",
    "slurs": "a slur that is never closed",
    "tempo and parts": "a tempo that is only a word",
}
MORE = {
    "slurs": HEAD + "((C(D)E)F) (G2 A2|B2)c2 (d2 e2)|",
    "tempos": HEAD.replace("K:C", "Q:1/4=90\nK:C") + 'C8|[Q:"Slow" 3/8=60]D8|[Q:1/4=120]E4|',
    "parts": HEAD.replace("K:C", "P:AAB\nK:C") + "P:A\nC8|D8|\nP:B\nE8|F8|",
    "head": "X:7\nT:Ода 100\\% \\& more\nT:Second\nC:One\nC:Two\nO:Там\nR:reel\nS:source\nN:note\n"
    "Z:me\nM:4/4\nL:1/8\nK:C\nC8|\nW: first \\\\ line\nW:\nW: last\n",
    "words": HEAD + '"^up 50\\% &quot;x&quot;"C2"_down | [1"D2"<left"E2"@free"F2|"N.C."G8|',
    "odd syllables": HEAD + "C2D2E2F2|\nw:a&#42;b c~d e\\-f 100\\%\n",
    "verses": HEAD + "C2D2E2F2|\nw:one two three four\nw:\nw:uno due tre quat-\nG8|\nw:x\n",
    "words after a line without": HEAD + "C8|\nD8|\nw:late\n",
    "a rest with a chord": HEAD + '"C"z4 "G7"z4|"Am"C4 z2 "F"z2|',
    "a chord with an altered fifth": HEAD + '"C(b5)"C4"Cb5"D4|"D7#9/F#"E8|',
    "pauses": HEAD + "!fermata!C8|!trill(!D4 !trill)!E4|!coda!F8|!segno!G4 !D.S.alcoda!A4|",
}  # fmt: skip
BUNDLED = tries(20)


def read_back(text: str) -> str:
    """Return how a tune differs from its export when that is read, "" where it does not."""
    score = parse(text)
    read = tune_from_musicxml(musicxml_text(score).encode())
    again = parse(read.text)
    assert not [each for each in again.diagnostics if each.severity == "error"], read.text
    return difference_of(score, again)


@pytest.mark.parametrize("name", [name for name in FEATURES if name not in NOT_SAID])
def test_a_feature_reads_back(name: str) -> None:
    assert read_back(FEATURES[name]) == ""


@pytest.mark.parametrize("name", REPEATS)
def test_repeats_read_back(name: str) -> None:
    assert read_back(REPEATS[name]) == ""


@pytest.mark.parametrize("name", MORE)
def test_more_reads_back(name: str) -> None:
    assert read_back(MORE[name]) == ""


def test_bundled_tunes_read_back() -> None:
    tunes = read_tunebook(bundled_tunebook())
    for tune in tunes[:: len(tunes) // BUNDLED]:
        assert read_back(tune.text) == "", tune.title


FAULTS = {
    "pitch": ("CDEF", "CDE^F"), "length": ("GABc", "GA>Bc"), "bar": ("|c8", "||c8"),
    "title": ("T:Feature", "T:Other"), "mark": ("CD", "C.D"), "repeat": ("|c8|", "|c8:|"),
    "chord": ("CDEF", '"C"CDEF'), "slur": ("CDEF", "(CD)EF"), "grace": ("CDEF", "C{e}DEF"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_would_be_seen(name: str) -> None:
    text = FEATURES["plain"]
    other = text.replace(*FAULTS[name])
    assert other != text
    assert difference_of(parse(text), parse(other))
