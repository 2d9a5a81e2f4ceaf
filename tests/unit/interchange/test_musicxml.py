"""What a MusicXML document holds besides pitches and lengths, and in which order.

Over 400 lines: one list of short promises about one document.
"""

import random
from fractions import Fraction
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.notation.reader.parser import parse

HEAD = "X:1\nT:Test\nM:4/4\nL:1/8\nK:C\n"

# The order of children in musicxml.xsd 4.0, as far as they are written.
ORDER = {
    "score-partwise": "work identification credit part-list part",
    "identification": "creator encoding source miscellaneous",
    "measure": None,
    "part-group": "group-symbol group-barline",
    "score-part": "part-name part-abbreviation score-instrument midi-instrument",
    "attributes": "divisions key time clef staff-details transpose",
    "key": "fifths mode key-step key-alter key-accidental",
    "time": "beats beat-type senza-misura",
    "clef": "sign line clef-octave-change",
    "transpose": "diatonic chromatic octave-change",
    "note": (
        "grace chord pitch rest duration tie voice type dot accidental time-modification stem"
        " notehead beam notations lyric"
    ),
    "pitch": "step alter octave",
    "direction": "direction-type sound",
    "metronome": "beat-unit beat-unit-dot beat-unit-tied per-minute",
    "harmony": "root kind bass degree",
    "degree": "degree-value degree-alter degree-type",
    "barline": "bar-style ending repeat",
    "lyric": "syllabic text extend",
    "credit": "credit-type credit-words",
}
FREE = {"measure", "notations", "ornaments", "articulations", "technical"}

EVERYTHING = """X:7
T:All & <every>thing
T:Second title
C:Trad.
O:Ireland
R:reel
S:A book
Z:Someone
N:first note
N:second note
M:C|
L:1/8
Q:"Lively" 1/2=90
K:Dmix
V:1 name="Fiddle" transpose=-14
%%MIDI program 40
"Am7/G"A2|:{/g}~d2 (3ABc .e!trill!f Tg2|[1 (a(b)c') [Ac2]d2 "^hey"!p!z2:|[2 A4 !fermata!B4||
P:B
[K:Ebm][M:7/8] c>d ^e/f//g// a-|a7|Z2|[M:6/8] (2ab (4abcd A2/3B4/3 |
w:la la-la la la_
[K:clef=bass-8]!D.C.!A3 & !crescendo(!C!crescendo)!C2 !courtesy!^d3|1,3 "C7sus4"A6::!xstem!A6|
[Q:5/8=60]A6|]
W:words under it
"""


def root_of(text: str) -> Element:
    return ElementTree.fromstring(musicxml_text(parse(text)))


def texts(root: Element, path: str) -> list[str]:
    return [(element.text or "").strip() for element in root.findall(f".//{path}")]


def notes_of(body: str) -> list[Element]:
    return root_of(HEAD + body).findall(".//note")


def test_children_stand_in_the_order_of_the_schema() -> None:
    seen = set()
    for element in root_of(EVERYTHING).iter():
        seen.add(element.tag)
        if element.tag in FREE or element.tag not in ORDER:
            continue
        order = str(ORDER[element.tag]).split()
        places = [order.index(child.tag) for child in element]
        # key-step, key-alter and key-accidental come again and again.
        if "key-step" not in {child.tag for child in element}:
            assert places == sorted(places), element.tag
    assert set(ORDER) - seen <= {"measure", "part-group"}


def test_the_same_score_gives_the_same_document_without_a_date() -> None:
    first, second = (musicxml_text(parse(EVERYTHING)) for _ in range(2))
    assert first == second
    assert "-date" not in first
    assert texts(ElementTree.fromstring(first), "software") == ["ABC Studio"]


def test_titles_people_and_other_fields_are_kept() -> None:
    root = root_of(EVERYTHING)
    assert texts(root, "work-title") == ["All & <every>thing"]
    assert texts(root, "creator") == ["Trad."]
    assert texts(root, "encoder") == ["Someone"]
    assert texts(root, "source") == ["A book"]
    fields = [(f.get("name"), f.text) for f in root.findall(".//miscellaneous-field")]
    assert fields == [
        ("reference-number", "7"), ("notes", "first note"), ("notes", "second note"),
        ("origin", "Ireland"), ("rhythm", "reel"),
    ]  # fmt: skip
    assert texts(root, "credit-words")[:2] == ["All & <every>thing", "Second title"]
    assert texts(root, "credit-words")[-1] == "words under it"


def test_characters_that_xml_forbids_are_left_out() -> None:
    root = root_of('X:1\nT:a\x01b\ud800c\nK:C\n"^x\x02y"C|\n')
    assert texts(root, "work-title") == ["abc"]
    assert texts(root, "words") == ["xy"]


def test_a_part_has_its_name_program_and_transposition() -> None:
    root = root_of(EVERYTHING)
    assert texts(root, "part-name") == ["Fiddle"]
    assert texts(root, "midi-program") == ["41"]
    assert texts(root, "transpose/*") == ["-1", "-2", "-1"]


def test_staves_stand_as_the_layout_says() -> None:
    root = root_of(
        "X:1\nL:1/8\n%%score [1 {(2 3) | 4}]\nK:C\nV:1 snm=F. stafflines=1\nc8|\n"
        "V:2\nA8|\nV:3\nF8|\nV:4\nC8|\nV:5\nz8|\n"
    )
    listed = [
        (e.tag, e.get("type") or e.get("id"), e.findtext("group-symbol") or e.findtext("part-name"))
        for e in root.iterfind("part-list/*")
    ]
    assert listed == [
        ("part-group", "start", "bracket"), ("score-part", "P1", "1"),
        ("part-group", "start", "brace"), ("score-part", "P2", "2"), ("score-part", "P3", "4"),
        ("part-group", "stop", None), ("part-group", "stop", None), ("score-part", "P4", "5"),
    ]  # fmt: skip
    assert texts(root, "group-barline") == ["no", "yes"]
    assert texts(root, "part-abbreviation") == ["F."]
    assert texts(root, "staff-lines") == ["1"]
    hidden = [part.find(".//staff-details[@print-object='no']") for part in root.findall("part")]
    assert [element is not None for element in hidden] == [False, False, False, True]
    second = root.findall("part")[1]
    assert [note.findtext("voice") for note in second.findall(".//note")] == ["1", "2"]


def test_measures_have_their_numbers() -> None:
    root = root_of(HEAD + "G2|C8|D6:|:E2|F8|Z3|G8|]")
    found = [(m.get("number"), m.get("implicit")) for m in root.findall(".//measure")]
    assert found == [
        ("0", "yes"), ("1", None), ("2", None), ("2b", "yes"), ("3", None), ("4", None),
        ("5", None), ("6", None), ("7", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "children"),
    [
        ("Em", ["1", "minor"]),
        ("none", ["0"]),
        ("D exp _b^c", ["B", "-1", "flat", "C", "1", "sharp"]),
        ("G#", ["F", "2", "double-sharp"]),
        ("C ^1/2f", ["F", "0.5", "quarter-sharp"]),
    ],
)
def test_a_key(key: str, children: list[str]) -> None:
    assert texts(root_of(f"X:1\nK:{key}\nC|"), "key/*")[: len(children)] == children


@pytest.mark.parametrize(
    ("meter", "symbol", "children"),
    [
        ("C", "common", ["4", "4"]),
        ("C|", "cut", ["2", "2"]),
        ("(2+3)/8", None, ["2+3", "8"]),
        ("none", None, [""]),
    ],
)
def test_a_meter(meter: str, symbol: str | None, children: list[str]) -> None:
    root = root_of(f"X:1\nM:{meter}\nK:C\nC|")
    assert texts(root, "time/*") == children
    assert root.find(".//time").get("symbol") == symbol


def test_accidentals_are_those_that_are_written() -> None:
    notes = notes_of("^C C =C __D ^1/2E|C2 z4")
    found = [(note.findtext("pitch/alter"), note.findtext("accidental")) for note in notes[:6]]
    assert found == [
        ("1", "sharp"), ("1", None), (None, "natural"), ("-2", "flat-flat"),
        ("0.5", "quarter-sharp"), (None, None),
    ]  # fmt: skip


def test_a_length_that_is_no_note_value_is_tied() -> None:
    notes = notes_of("C5 D3|")
    values = [(n.findtext("type"), len(n.findall("dot"))) for n in notes]
    assert values == [("half", 0), ("eighth", 0), ("quarter", 1)]
    assert [[t.get("type") for t in n.findall("tie")] for n in notes] == [["start"], ["stop"], []]


def test_a_tuplet_has_its_numbers_and_its_bracket() -> None:
    notes = notes_of("(3CDE F6|")
    assert [n.findtext("time-modification/actual-notes") for n in notes] == ["3", "3", "3", None]
    brackets = [[t.get("type") for t in n.findall("notations/tuplet")] for n in notes]
    assert brackets == [["start"], [], ["stop"], []]
    assert sum((Fraction(n.findtext("duration", "")) for n in notes[:3]), Fraction(0)) == Fraction(
        notes[3].findtext("duration", "")
    ) * Fraction(2, 6)


def test_a_third_of_a_beat_is_a_note_of_a_triplet() -> None:
    (note, *_rest) = notes_of("C2/3D2/3E2/3|")
    assert note.findtext("type") == "eighth"
    assert note.findtext("time-modification/actual-notes") == "3"
    assert note.find("notations") is None


def test_slurs_have_matching_numbers() -> None:
    notes = notes_of("((C(D)E)F)(G2 A2|B2 c4|")
    slurs = [[(s.get("type"), s.get("number")) for s in n.findall(".//slur")] for n in notes]
    assert slurs == [
        [("start", "1"), ("start", "2")],
        [("stop", "1"), ("start", "1")],
        [("stop", "1")],
        [("stop", "2")],
        [], [], [], [],
    ]  # fmt: skip


def test_beams_follow_the_spaces_of_the_text() -> None:
    notes = notes_of("CD E/F/G A2|c>d e3/2f/4g/4|")
    beams = [[(b.get("number"), b.text) for b in n.findall("beam")] for n in notes]
    assert beams[:6] == [
        [("1", "begin")], [("1", "end")],
        [("1", "begin"), ("2", "begin")], [("1", "continue"), ("2", "end")], [("1", "end")], [],
    ]  # fmt: skip
    assert beams[6:8] == [[("1", "begin")], [("1", "end"), ("2", "backward hook")]]


def test_grace_notes_and_chords() -> None:
    notes = notes_of("{/g}[CE]4 {ab}F4|{[eg]}c8|")
    grace = [note.find("grace") is not None for note in notes]
    assert grace == [True, False, False, True, True, False, True, True, False]
    assert notes[7].find("chord") is not None
    assert notes[0].find("grace").get("slash") == "yes"
    assert notes[3].find("grace").get("slash") is None
    assert [n.find("chord") is not None for n in notes[1:3]] == [False, True]


def test_repeats_and_endings() -> None:
    root = root_of(HEAD + "|::C8|1,2 D8::|3 E8||F8|]")
    found = [
        (b.get("location"), b.findtext("bar-style"), [(e.tag, sorted(e.items())) for e in b[1:]])
        for b in root.findall(".//barline")
    ]
    assert found == [
        ("left", "heavy-light", [("repeat", [("direction", "forward")])]),
        ("left", None, []),
        ("right", "light-heavy", [
            ("ending", [("number", "1, 2"), ("type", "stop")]),
            ("repeat", [("direction", "backward"), ("times", "3")]),
        ]),
        ("left", None, []),
        ("right", "light-light", [("ending", [("number", "3"), ("type", "stop")])]),
        ("right", "light-heavy", []),
    ]  # fmt: skip
    starts = [e.get("number") for e in root.findall(".//ending") if e.get("type") == "start"]
    assert starts == ["1, 2", "3"]


@pytest.mark.parametrize(
    ("symbol", "children"),
    [
        ("C", ["C", "major"]),
        ("F#m7b5", ["F", "1", "half-diminished"]),
        ("Bb7/d", ["B", "-1", "dominant", "D"]),
        ("G7sus4", ["G", "suspended-fourth", "7", "0", "add"]),
        ("D7b5", ["D", "dominant", "5", "-1", "alter"]),
        ("Amin9", ["A", "minor-ninth"]),
        ("C6/9", ["C", "major-sixth", "9", "0", "add"]),
        ("C9b5", ["C", "dominant-ninth", "5", "-1", "alter"]),
        ("N.C.", ["C", "none"]),
    ],
)
def test_a_chord_symbol(symbol: str, children: list[str]) -> None:
    (harmony,) = root_of(f'{HEAD}"{symbol}"C8|').findall(".//harmony")
    leaves = [element.text for element in harmony.iter() if not len(element)]
    assert leaves == children


def test_a_word_that_is_no_chord_stays_a_word() -> None:
    root = root_of(HEAD + '"Hm"C8|')
    assert texts(root, "words") == ["Hm"]
    assert root.find(".//harmony") is None


@pytest.mark.parametrize(
    ("mark", "path"),
    [
        ("T", "ornaments/trill-mark"), ("~", "ornaments/turn"), ("M", "ornaments/mordent"),
        ("P", "ornaments/inverted-mordent"), (".", "articulations/staccato"),
        ("L", "articulations/accent"), ("!breath!", "articulations/breath-mark"),
        ("u", "technical/up-bow"), ("!3!", "technical/fingering"), ("H", "notations/fermata"),
        ("!arpeggio!", "notations/arpeggiate"), ("!//!", "ornaments/tremolo"),
        ("!xstem!", "notations/other-notation"), ("!mf!", "dynamics/mf"),
        ("S", "direction-type/segno"),
        ("O", "direction-type/coda"), ("!crescendo(!", "direction-type/wedge"),
        ("!ped!", "direction-type/pedal"), ("!D.C.!", "direction/sound[@dacapo]"),
        ("!fine!", "direction/sound[@fine]"), ("!style=x!", "note/notehead"),
        ("!ghost!", "note/notehead"), ("!stemless!", "note/stem"),
        ('"_low"', "direction-type/words"),
    ],
)  # fmt: skip
def test_a_mark(mark: str, path: str) -> None:
    assert len(root_of(f"{HEAD}{mark}C8|").findall(f".//{path}")) == 1


def test_tempo_says_what_a_beat_is_and_how_fast_it_sounds() -> None:
    root = root_of('X:1\nL:1/8\nQ:"Lively" 3/8=80\nK:C\nC|[Q:5/8=60]D|[Q:"Slow"]E|')
    assert texts(root, "metronome/*") == ["quarter", "", "80", "half", "", "60"]
    assert texts(root, "beat-unit-tied/beat-unit") == ["eighth"]
    assert [s.get("tempo") for s in root.findall(".//sound")] == ["120", "150"]
    assert texts(root, "words") == ["Lively", "Slow"]


def test_part_labels_and_line_breaks() -> None:
    root = root_of(HEAD + "P:A\nC8|\nP:B\nD8|\n")
    assert texts(root, "rehearsal") == ["A", "B"]
    measures = root.findall(".//measure")
    assert [m.find("print") is not None for m in measures] == [False, True]


def test_lyrics_have_syllables_hyphens_and_verses() -> None:
    notes = notes_of("CDEF|\nw:hal-le-lu_\nw:two\n")
    found = [
        [(y.get("number"), y.findtext("syllabic"), y.findtext("text")) for y in n.findall("lyric")]
        for n in notes
    ]
    assert found == [
        [("1", "begin", "hal"), ("2", "single", "two")], [("1", "middle", "le")],
        [("1", "end", "lu")], [],
    ]  # fmt: skip
    assert [n.find("lyric/extend") is not None for n in notes] == [False, False, True, False]


def test_an_overlay_is_a_second_voice_that_starts_again() -> None:
    root = root_of(HEAD + "c8 & x2 E4 x2|d8|")
    first, second = root.findall(".//measure")
    assert [e.tag for e in first if e.tag != "attributes"] == [
        "note", "backup", "forward", "note", "forward",
    ]  # fmt: skip
    assert [n.findtext("voice") for n in first.findall("note")] == ["1", "2"]
    assert [e.tag for e in second] == ["note", "barline"] or [e.tag for e in second] == ["note"]


def test_a_deep_or_high_pitch_is_written_in_the_nearest_octave() -> None:
    notes = notes_of("C,,,,,,4c''''''4|")
    assert [n.findtext("pitch/octave") for n in notes] == ["0", "9"]


def test_many_voices_that_end_early_are_not_filled_up_without_bound() -> None:
    text = "X:1\nL:1/1\nK:C\n" + "".join(f"V:{voice}\nC|\n" for voice in range(2, 202))
    root = root_of(text + "V:1\n" + "C|" * 300)
    counts = sorted(len(part.findall("measure")) for part in root.findall("part"))
    assert counts == [1] * 200 + [300]
    few = root_of("X:1\nL:1/1\nK:C\nV:1\nC|C|\nV:2\nC|\n")
    assert [len(part.findall("measure")) for part in few.findall("part")] == [2, 2]


def test_any_text_gives_a_document() -> None:
    chance = random.Random(3)
    signs = [
        "(3",
        "[CE2G]",
        "&",
        "|:",
        ":|",
        "[1",
        "||",
        "-",
        "(",
        ")",
        ">",
        "Z4",
        "[K:Fb]",
        "[M:none]",
        "[V:2]",
        "\nV:2 clef=bass\n",
        "\nP:B\n",
        "[Q:1/4=3]",
        "^/3c",
        "A99/7",
        "A/1024",
        "\nw: a-b _ *\n",
        "!8va(!",
        '"Hm"',
        "{/[ce]g}",
        "\0",
        "\ud800",
        "y",
        "x4",
    ]
    for _ in range(150):
        text = list(EVERYTHING)
        for _ in range(chance.choice((1, 5, 25))):
            place = chance.randrange(len(text) + 1)
            text[place : place + chance.choice((0, 0, 4))] = chance.choice(signs)
        assert root_of("".join(text)).tag == "score-partwise"


def test_lengths_too_fine_to_count_still_add_up() -> None:
    odd = "".join(f"C/{number} " for number in (7, 11, 13, 17, 19, 23, 29, 31))
    root = root_of(f"X:1\nL:1/4\nM:none\nK:C\n{odd}|")
    total = sum(Fraction(text) for text in texts(root, "duration"))
    wanted = sum(Fraction(1, n) for n in (7, 11, 13, 17, 19, 23, 29, 31))
    divisions = Fraction(texts(root, "divisions")[0])
    assert abs(total / divisions - wanted) <= 1 / divisions


def test_a_held_syllable_ends_with_the_last_note_of_its_own_line() -> None:
    notes = notes_of("C D E F|\nw:do re mi_\nw:do re mi_\nG A|]\n")
    extends = [
        [(y.get("number"), e.get("type")) for y in n.findall("lyric") for e in y.findall("extend")]
        for n in notes
    ]
    assert extends == [
        [], [], [("1", "start"), ("2", "start")], [("1", "stop"), ("2", "stop")], [], [],
    ]  # fmt: skip


def test_each_written_accidental_has_its_name() -> None:
    root = ElementTree.fromstring(musicxml_text(parse(HEAD + "^^C^D=E_F__G4|")))
    assert [each.text for each in root.iter("accidental")] == [
        "double-sharp", "sharp", "natural", "flat", "flat-flat",
    ]  # fmt: skip
