"""Sentences about the ABC at a place: right as music, and one for every token of real tunes."""

import re
from dataclasses import replace

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.explanation_messages import EXPLANATIONS
from abcstudio.messages import ENGLISH
from abcstudio.notation.explaining.explanation import Explainer
from abcstudio.notation.lexing.lexer import tokenize
from abcstudio.notation.lexing.lines import KNOWN_FIELDS
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.values.decorations import NAMES
from abcstudio.paths import bundled_tunebook

HEADER = "X:1\nT:A tune\nM:6/8\nL:1/8\nK:A\n"


def explained(music: str, mark: str = "", header: str = HEADER) -> str:
    """Return what is said about the first place of `mark` in some music, else about its start."""
    text = header + music + "\n"
    place = text.index(mark or music, len(header))
    found = Explainer(parse(text)).of_token(place)
    assert found is not None
    return str(found)


def field(line: str) -> str:
    text = f"X:1\n{line}\nK:C\nC\n"
    return str(Explainer(parse(text)).of_token(text.index(line)))


@pytest.mark.parametrize(
    ("music", "mark", "expected"),
    [
        ("G", "", "G sharp above middle C, an eighth note. The sharp comes from the key."),
        ("=G", "", "G natural above middle C, an eighth note. The natural sign takes back"),
        ("=GG3", "G3", "G natural above middle C, a dotted quarter note. It is natural because"),
        ("B", "", "B above middle C, an eighth note."),
        ("C,", "", "C sharp an octave below middle C"),
        ("_B", "", "B flat above middle C, an eighth note. The flat written here holds for every"),
        ("^B", "", "B sharp above middle C"),
        ("__B", "", "B double flat above"),
        ("_e|_e", "", "E flat more than an octave above middle C"),
        ("b''", "", "B more than three octaves above middle C"),
        ("B,,", "", "B more than an octave below middle C"),
        ("=c", "", "C natural an octave above middle C"),
        ("=c'", "", "C natural two octaves above middle C"),
        ("=C,,", "", "C natural two octaves below middle C"),
        ("=C,,,,", "", "C natural four octaves below middle C"),
        ("B3", "", "a dotted quarter note. 3: 3 times the unit length, an eighth."),
        ("B/", "", "a sixteenth note. /: 1/2 times the unit length, an eighth."),
        ("B16", "", "a double whole note"),
        ("B5", "", "5 eighth notes"),
        ("B7", "", "a double-dotted half note"),
        ("B>E", "", "a dotted eighth note. A sign such as > beside it has changed its length."),
        ("B>E", "E", "a sixteenth note. A sign such as > beside it"),
        ("B>E", ">", "the note before it is longer by half, the note after it shorter by half."),
        ("B<E", "<", "shorter by half, the note after it longer by half (a Scotch snap)."),
        ("B>>E", ">>", "the note before it gets 7/4 of its length, the note after it 1/4."),
        ("(3BEB", "(3", "A triplet: the next 3 notes take the time of 2."),
        ("(3BEB", "B", "an eighth note. In its tuplet 3 notes take the time of 2."),
        ("(3:2:4BEBE", "(3:2:4", "3 notes take the time of 2. It reaches over the next 4 notes."),
        ("(5BEBEB", "(5", "5 notes take the time of 3. That it is 3 comes from the meter 6/8."),
        ("(2BE", "(2", "2 notes take the time of 3."),
        ("z3", "", "A rest that lasts as long as a dotted quarter note."),
        ("x", "", "A rest that is not shown"),
        ("Z4", "", "A rest of 4 whole measures."),
        ("Z", "", "A rest of one whole measure."),
        ("y", "", "Room between notes"),
        ("[Ace]2", "[", "A chord of 3 notes that sound together: A, C sharp, E; a quarter note."),
        # The first note's length is the chord's, which its other notes may outlast (4.17).
        ("[E8C]2", "[", "begin together: E (a double whole note), C sharp (a quarter note)."),
        ("[E8C]2", "[", "It takes the time of its first note, a double whole note."),
        ("[E8C]2", "C", "The chord takes the time of its first note"),
        ("[E8C]2", "E", "The 8 here and the 2 after the chord are multiplied."),
        ("[Ace]2", "]", "2 after it makes all of its notes 2 times as long."),
        ("[Ace]2", "c", "C sharp an octave above middle C, a quarter note, in a chord."),
        ("{/d}e", "{", "A grace note: one quick note"),
        ("{/d}e", "{", "crushed into the note"),
        ("{de}f", "{", "Grace notes: 2 quick notes before the next note."),
        ("{de}f", "d", "D more than an octave above middle C, a grace note"),
        ("{[ce]}f", "[", "Grace notes that sound together"),
        ("B-|B", "-", "A tie: the note before it is held"),
        ("B-|B", "", "It is held into the next note of its pitch."),
        ("(BE)", "(", "A slur begins"),
        ("(BE)", ")", "The slur ends"),
        (".(BE)", ".(", "It is drawn dotted."),
        ("|B|", "|", "A bar line"),
        ("|B||", "||", "A double bar line: a section ends."),
        ("B|]", "|]", "The final bar line"),
        ("|:B:|", "|:", "A repeat begins here"),
        ("|:B:|", ":|", "The music up to here is played twice"),
        ("|::B::|", "::|", "The music up to here is played 3 times"),
        ("|:B::E:|", "::", "One repeat ends here, and the next begins."),
        ("|:B|1E:|2E|]", "1", "The first ending: played the first time only."),
        ("|:B|1E:|2E|]", "2", "The second ending"),
        ("|:B[1,3 E:|[2 E|]", "[1,3", "An ending for the times 1, 3 through."),
        ('"F#m7b5/C"B', "", "The chord F#m7b5 over C: F♯, A, C, E."),
        ('"Am"B', "", "The chord Am: A, C, E."),
        ('"Bb7"B', "", "The chord Bb7: B♭, D, F, A♭."),
        ('"Cdim7"B', "", "The chord Cdim7: C, E♭, G♭, B♭♭."),
        ('"Daug"B', "", "The chord Daug: D, F♯, A♯."),
        ('"Gsus4"B', "", "The chord Gsus4: G, C, D."),
        ('"E9"B', "", "The chord E9: E, G♯, B, D, F♯."),
        ('"N.C."B', "", "No chord: the accompaniment is silent"),
        ('"Fine"B', "", "this names no chord that is known"),
        ('"^slow"B', "", "The text “slow” above the note."),
        ('"_low"B', "", "The text “low” below the note."),
        ('"@free"B', "", "The text “free” beside the note."),
        ('"open', "", "A quotation mark opens here and is never closed"),
        ("!trill!B", "", "Trill: the note alternates quickly with the one above it. Written"),
        ("TB", "", "Written !trill! or, shorter, T."),
        ("~B", "", "Roll, as in Irish music"),
        ("!nonsense!B", "", "A decoration that is not known"),
        ("hB", "", "h means nothing here; a U: field can give it a meaning."),
        ("[K:Dmix]B", "", "From here on the key of D Mixolydian: one sharp (F♯)."),
        ("[M:3/4]B", "", "The meter 3/4: a measure holds 3 quarter notes."),
        ("[V:2]B", "", "From here on the music is that of voice 2."),
        ("B&E|", "&", "From here a second voice goes along"),
        ("B\\", "\\", "the next line of text belongs to the same line of the score"),
        ("B!", "!", "An old sign for the end of a line"),
        ("B*", "*", "This sign means nothing here."),
        ("B E", " ", "The blank ends the beam"),
        ("B | E", " ", "A blank that means nothing here."),
        ("B % words", "%", "A remark for readers"),
        ("w: a-ve", "w", "Lyrics"),
    ],
)
def test_music(music: str, mark: str, expected: str) -> None:
    assert expected in explained(music, mark)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("X:1", "Tune number 1"),
        ("T:Kesh", "The title of the tune."),
        ("M:9/8", "a measure holds 9 eighth notes, counted in 3 beats of three."),
        ("M:C|", "Cut time: a measure holds 2 half notes."),
        ("M:C", "Common time"),
        ("M:none", "Free meter"),
        ("M:2+3/8", "a measure holds 5 eighth notes."),
        ("M:hello", "This value cannot be read."),
        ("L:1/16", "a note without a number is a sixteenth note."),
        ("Q:3/8=110", "110 beats a minute, each as long as a dotted quarter note."),
        ('Q:"Allegro" 1/4=120', "The tempo is described as “Allegro”."),
        ("Q:fast=", "This value cannot be read."),
        ("P:A2B", "The parts are played in this order: A, A, B."),
        ("P:((", "This value cannot be read."),
        ("R:jig", "The kind of dance: jig."),
        ("V:1 name=Top clef=bass", "There is a voice 1. Its name in the score is Top. The notes"),
        ("U:T=!fermata!", "T in the music stands for: Fermata: the note is held longer."),
        ("U:T=nil", "T no longer means anything"),
        ("m:~n2=(3o/n/m/ n", "where ~n2 stands in the music, (3o/n/m/ n is played"),
        ("I:linebreak $", "What ends a line of the score"),
        ("%%MIDI program 73", "Instrument of the voice, a number of General MIDI. It is 73."),
        ("%%MIDI control 7 100", "A command for players of MIDI that changes nothing here."),
        ("%%score 1 2", "Which voices stand on which staves."),
        ("%%beginsvg", "is never followed"),
        ("%%somethingelse 3", "A setting for programs, somethingelse."),
        ("J:x", "No field of ABC begins with this letter"),
        ("+:more", "The line goes on with the field above it."),
    ],
)
def test_lines_of_the_header(line: str, expected: str) -> None:
    assert expected in field(line)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("G", "The key of G major: one sharp (F♯)."),
        ("Ador", "The key of A Dorian: one sharp (F♯)."),
        ("Bb", "The key of B♭ major: 2 flats (B♭, E♭)."),
        ("C#m", "The key of C♯ minor: 4 sharps (F♯, C♯, G♯, D♯)."),
        ("Dm", "The key of D minor: one flat (B♭)."),
        ("Am", "The key of A minor: no sharps or flats."),
        ("HP", "The key of the Highland pipes"),
        ("none", "No key"),
        ("", "No key"),
        ("D ^c", "Besides, the key alters C♯."),
        ("D exp _b", "A key that alters B♭."),
        ("G clef=treble-8", "They sound an octave lower than the clef shows."),
        ("G clef=alto transpose=-3", "They sound 3 semitones lower than written."),
        ("wobbly", "This value cannot be read."),
    ],
)
def test_keys(key: str, expected: str) -> None:
    text = f"X:1\nK:{key}\nC\n"
    assert expected in str(Explainer(parse(text)).of_token(text.index("K:")))


def test_lyrics_name_the_note_that_is_sung() -> None:
    text = HEADER + "B3 e3|\nw:oh my\nw:ah no\n"
    explainer = Explainer(parse(text))
    sung = str(explainer.at(text.index("my")))
    assert sung == "“my” is sung to E more than an octave above middle C."
    assert "in verse 2" in str(explainer.at(text.index("ah")))
    assert "It is sung to “oh”." in str(explainer.at(text.index("B3")))


def test_the_caret_behind_a_note_explains_it() -> None:
    text = HEADER + "B E|\n"
    explainer = Explainer(parse(text))
    behind = explainer.at(text.index("B E") + 1)
    assert behind is not None
    assert behind.span.of(text) == "B"
    end = explainer.at(len(text) - 1)
    assert end is not None
    assert end.span.of(text) == "|"
    assert explainer.at(len(text) + 1) is None
    assert Explainer(parse("")).at(0) is None


def test_what_comes_from_a_macro_says_so() -> None:
    text = "X:1\nL:1/8\nm:~G3=G{A}G{F}G\nK:C\n~G3|\n"
    assert "a macro (m:)" in str(Explainer(parse(text)).of_token(text.index("~G3|") + 1))


def test_a_user_symbol_is_named_where_it_stands() -> None:
    text = "X:1\nU:T=!fermata!\nK:C\nTC\n"
    said = str(Explainer(parse(text)).of_token(text.index("TC")))
    assert said == "Fermata: the note is held longer. T stands for this because of a U: field."


def test_every_known_decoration_and_field_has_a_sentence() -> None:
    assert not [name for name in NAMES if f"explain.decoration.{name}" not in ENGLISH]
    assert not [letter for letter in KNOWN_FIELDS if f"explain.field.{letter}" not in ENGLISH]


def test_every_token_of_real_tunes_is_explained() -> None:
    tunes = split_tunebook(bundled_tunebook().read_text(encoding="utf-8"))[::60]
    assert len(tunes) > 5
    for tune in tunes:
        explainer = Explainer(parse(tune.text))
        for token in tokenize(tune.text):
            found = explainer.of_token(token.span.start)
            assert found is not None
            assert found.span == token.span, token
            assert str(found).endswith((".", "|")), token
            assert "not read here" not in str(found), token.span.of(tune.text)


@pytest.mark.parametrize("text", ["!", '"', "[", "{", "(3", "X:", "\\", "%%", "&", "K:\n]", "[K:"])
def test_odd_texts_are_explained_too(text: str) -> None:
    for whole in (text, f"X:1\nK:C\n{text}", f"X:1\nK:C\n{text}\n"):
        explainer = Explainer(parse(whole))
        for place in range(len(whole)):
            assert str(explainer.of_token(place))


ALL_PITCHES = "".join(f"{sign}{step}{mark}|" for sign in ("", "^", "__", "^1/2") for step in "CGcb"
                      for mark in ("", ",,,,,,", "''''''"))  # fmt: skip
ALL_KINDS = (
    'X:1\nT:All\nM:C|\nL:1/8\nQ:"Slow" 1/4=90\nU:T=!trill!\nV:1 clef=bass\nP:AB\nK:Ador\n'
    f"%%MIDI program 1\n{ALL_PITCHES}C{{C/cd}}[C2E2] z2 Z2 x (3CCC C>C "
    '"C"C "^hi"!roll!~C .C (C C)-C & C8 |1 C :|2 C ||\n'
    "w: one two-three * _\ns: !trill! *\n[K:C][M:6/8][L:1/4]C y C\\\n% comment\n"
)
SIGN = re.compile(r"""\W|[A-Za-z]:""")


def test_every_sentence_begins_with_a_capital_or_a_sign() -> None:
    explainer = Explainer(parse(ALL_KINDS))
    seen = set()
    for offset in range(len(ALL_KINDS)):
        found = explainer.at(offset)
        if found is None:
            continue
        for phrase in found.sentences:
            sentence = str(replace(found, sentences=(phrase,)))
            assert not sentence[0].islower() or SIGN.match(sentence), sentence
            seen.add(phrase.message_id)
    assert len(seen) > 50


def test_a_sentence_of_the_table_that_begins_with_a_word_has_a_capital() -> None:
    sentences = [words for words in EXPLANATIONS.values() if words.endswith(".")]
    assert len(sentences) > 100
    assert [words for words in sentences if words[0].islower() and not SIGN.match(words)] == []
