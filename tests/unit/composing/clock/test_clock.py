import pytest

from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.states import Body
from abcstudio.composing.clock.wishes import COMPASSES, Language, Wishes, form_of

CHARACTERS = (
    "\n !\"#'(),-./0123456789:<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"
)
HEADER = "X:1\nM:4/4\nL:1/8\nK:G\n"


def reads(music, header=HEADER, **language):
    """Return whether a tune is let through, and else where it is refused."""
    clock = MeasureClock(Language(**language), CHARACTERS)
    text = f"{header}{music}\n\n"
    reading = clock.read(text)
    if reading.state is None:
        return text[: reading.refused_at].removeprefix(header)
    return is_end(reading.state)


@pytest.mark.parametrize(
    "music",
    [
        "G8|]",
        "|:GABc d2ef|g8:|\n|:g4 f4|e8:|",
        "|:D|G4 A4|B4 A3:|\n|:B|c4 d4|e4 d3:|",
        "|:G8|1 A8:|2 B8|]",
        "|:G8|A8::B8:|",
        "(3GAB c>d e<f g2|{a}g4 ~f4|]",
        "{a}g>f c6|{a}g2<f2 c4|(3{a}gfe (3Tgfe c4|]",
        "^c4- c4-|c8-|c8|]",
        "[GBd]4 z4|G/A/B/c/ d// e// f3/ a4|]",
        "[DGBd]4 {abc}g4|]",
        "(GA Bc) d4|G8|]",
        "G8|\nK:D\nD8|[K:Am]A8|]",
        "G8||\nM:6/8\nG6|[L:1/16]\nG12|]",
        '"G"G4 "D7"d4|!trill!G8|]',
        "D|:G8|A8:|",
        "D|G8|A6||\nef|g8|a6|]",
    ],
)
def test_well_formed_music_is_let_through(music):
    assert reads(music) is True


@pytest.mark.parametrize(
    ("music", "until"),
    [
        ("G7|]", "G7"),
        ("G9|]", "G9"),
        ("G8A|]", "G8"),
        ("|:G8|]", "|:G8|"),
        ("|:D|G8:|", "|:D|G8"),
        ("GABc defg:|", "GABc defg"),
        ("|:G8|1 A8:|\n\n", "|:G8|1 A8:|"),
        ("(3GA2B c4|]", "(3GA"),
        ("(3GA|B6|]", "(3GA"),
        ("A2>B c4|]", "A2>B"),
        ("c4- d4|]", "c4- "),
        ("^c4-|c4-c4|]", "^c4-|c4"),
        ("{a}|G8|]", "{a}"),
        ("{a}g<f c6|]", "{a}g"),
        ("g>{a}f c6|]", "g>"),
        ("(3{a}g/f/e/ c7|]", "(3{a}g"),
        ("(3g{a}fe c6|]", "(3g"),
        ("G8|\n\n", "G8|\n"),
        ("G8", "G8"),
        ("[G]8|]", "[G"),
        ("[DGBdg]8|]", "[DGBd"),
        ("{abcd}g8|]", "{abc"),
        ("G4) A4|]", "G4"),
        ("G8|]]", "G8|]"),
        ("|:G8|1 A8:|2 B8||", "|:G8|1 A8:|2 B8||\n"),
        ("D|G8|A6||\ne|g8|a7|]", "D|G8|A6||\ne"),
        ("D|G8|A6|]", "D|G8|A6|"),
        ("|:G8|A6:|ef|g8|a6|]", "|:G8|A6"),
    ],
)
def test_what_does_not_add_up_is_refused_where_it_shows(music, until):
    assert reads(music) == until


def test_a_double_bar_line_ends_a_section_and_no_tune():
    assert reads("G8||") == "G8||\n"
    assert reads("G8||\nA8|]") is True
    assert reads("G8||", careful=False) is True


def test_where_no_final_bar_line_can_be_written_a_double_one_ends_a_tune():
    state = MeasureClock(Language(), CHARACTERS.replace("]", "")).read(f"{HEADER}G8||\n\n").state
    assert state is not None
    assert is_end(state)


def test_the_second_language_takes_what_only_some_programs_read():
    for music in ("G4 A4:|", "(3:2:2G2A B5|]", "G>A>B c d e2|]", "(5GABcd e4|]"):
        assert reads(music) is not True
    assert reads("G4 A4:|", careful=False) is True
    assert reads("(3:2:4GABc d4 e4/3|]", careful=False) is not True
    assert reads("A>B>c d e2 f2|]", careful=False) is True


@pytest.mark.parametrize(
    ("header", "until"),
    [
        ("X:1\nK:G\n", "X:1\n"),
        ("X:1\nM:4/5\n", "X:1\nM:4/"),
        ("X:1\nM:4/4\nK:H\n", "X:1\nM:4/4\nK:"),
        ("X:1\nM:4/4\nM:3/4\n", "X:1\nM:4/4\n"),
        ("X:1\n\n", "X:1\n"),
    ],
)
def test_a_header_says_what_a_measure_is(header, until):
    assert reads("", header) is not True
    assert header[: MeasureClock(Language(), CHARACTERS).read(header).refused_at] == until


@pytest.mark.parametrize(
    ("header", "until"),
    [
        ("X:1\nR:hornpipe\nM:C|\n", "X:1\nR:hornpipe\nM:C|"),
        ("X:1\nM:6/8\nR:hornpipe\n", "X:1\nM:6/8\nR:hornpip"),
        ("X:1\nR:hornpipe\nM:4/4\nL:1/8\nK:G\nG8||\nM:3/4\n",
         "X:1\nR:hornpipe\nM:4/4\nL:1/8\nK:G\nG8||\nM:3/4"),
    ],
)  # fmt: skip
def test_swing_has_a_meter_in_which_any_program_plays_it(header, until):
    assert header[: MeasureClock(Language(), CHARACTERS).read(header).refused_at] == until
    for language in (Language(swings_anyhow=True), Language(careful=False)):
        assert MeasureClock(language, CHARACTERS).read(header).state is not None


def test_a_unit_note_length_follows_from_the_meter():
    state = MeasureClock(Language(), CHARACTERS).read("X:1\nM:2/4\nK:G\n").state
    assert isinstance(state, Body)
    assert state.measure.full == 8 * state.measure.unit


def test_a_form_counts_measures_and_parts():
    wishes = Wishes(form=form_of("AABB", 2))
    assert reads("|:G8|A8:|\n|:B8|c8:|", wishes=wishes) is True
    assert reads("|:D|G8|A7:|\n|:D|B8|c7:|", wishes=wishes) is True
    assert reads("|:G8|1 A8:|2 B8||\n|:B8|c8:|", wishes=wishes) is True
    assert reads("|:G8|A8|B8:|", wishes=wishes) == "|:G8|A8"
    assert reads("|:G8|A8:|", wishes=wishes) == "|:G8|A8:|\n"
    assert reads("G8|A8|]", wishes=wishes) == ""
    assert reads("G8|A8||\nB8|c8|]", wishes=Wishes(form=form_of("AB", 2))) is True


@pytest.mark.parametrize("letters", ["", "AAA", "ABA", "A1"])
def test_letters_that_are_no_form(letters):
    with pytest.raises(ValueError, match=f"^{letters}$"):
        form_of(letters, 8)


def test_wishes_for_notes():
    assert reads("D4 b4|]", wishes=Wishes(compass=COMPASSES["whistle"])) is True
    assert reads("C8|]", wishes=Wishes(compass=COMPASSES["whistle"])) == ""
    assert reads("D4 [Dc']4|]", wishes=Wishes(compass=COMPASSES["whistle"])) == "D4 [Dc"
    assert reads("^c8|]", wishes=Wishes(has_accidentals=False)) == ""
    assert reads("d4 G4|]", wishes=Wishes(ends_on_tonic=True)) is True
    assert reads("G4 d4|]", wishes=Wishes(ends_on_tonic=True)) == "G4 d4|]\n"


@pytest.mark.parametrize(
    ("music", "is_home"),
    [
        ("^G8|G8|]", True),
        ("[^Fd]4 G4|]", True),
        ("d4 ^G4|]", False),
        ("^G4 G4|]", False),
        ("^G8-|G8|]", False),
        ("{^g}d4 G4|]", False),
        ("[^Gd]4 G4|]", False),
        ("^A4 [K:A]A4|c8|A8|]", True),
        ("^A4 [K:A]A4|]", False),
        ("G8|[K:A]A8|]", True),
        ("G4 [K:A]A4|]", False),
    ],
)
def test_an_altered_tonic_is_none(music, is_home):
    assert (reads(music, wishes=Wishes(ends_on_tonic=True)) is True) is is_home


def test_letters_of_which_the_same_holds_stand_for_each_other():
    wishes = Wishes(compass=COMPASSES["fiddle"], ends_on_tonic=True)
    # From G, on: only A, and B, have a mark of their own, and D is the tonic.
    assert MeasureClock(Language(wishes=wishes), CHARACTERS).letters("D") == "ACDad"
    assert MeasureClock(Language(), CHARACTERS).letters("G") == "Aa"


def test_wishes_for_fields():
    wishes = Wishes(meter="6/8", key="Ador", rhythm="jig")
    assert reads("A6|]", "X:1\nR:jig\nM:6/8\nL:1/8\nK:Ador\n", wishes=wishes) is True
    clock = MeasureClock(Language(wishes=wishes), CHARACTERS)
    assert clock.read("X:1\nM:6/8\nK").refused_at == 10
    assert clock.read("X:1\nR:jig\nM:6/8\nK:Am").refused_at == 19


@pytest.mark.parametrize(
    "music", ["{a}g>f c6|]", "(3{a}gfe c6|]", "(3Tgfe c6|]", "D|G8|A6||\nef|g8|a6|]"]
)
def test_ornaments_and_pickups_that_every_program_reads_are_let_through(music):
    assert reads(music) is True


@pytest.mark.parametrize("music", ["D2 E4||\nef|g8|a8|]", "D2 E4||\nef|g8|a6||\nef|g6|]"])
def test_a_tune_does_not_begin_with_a_section_of_one_short_measure(music):
    """abc2midi takes it for a pickup, and misses something in the measure that follows."""
    assert reads(music) == "D2 E4"
    assert reads(music.replace("D2 E4||", "D8|D2 E4||")) is True


def test_with_swing_ornaments_stand_where_any_program_counts_them():
    header = "X:1\nR:hornpipe\nM:4/4\nL:1/8\nK:G\n"
    assert reads("{g}fe~dc Bc(3{d}cde|G8|]", header) is True
    assert reads("fe~dc c~dG2|G8|]", header) == "fe~dc c"
