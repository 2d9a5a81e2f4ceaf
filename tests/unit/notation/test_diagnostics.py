"""What the reader reports, and what it leaves in peace."""

import pytest

from abcstudio.messages import english
from abcstudio.notation.diagnostics import Diagnostic, problem_count
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord

HEADER = "X:1\nT:Test\nM:4/4\nL:1/8\nK:C\n"


def found(music: str, header: str = HEADER) -> list[Diagnostic]:
    return list(parse(header + music).diagnostics)


def sentence(diagnostic: Diagnostic) -> str:
    return english(f"notation.{diagnostic.code}", diagnostic.parameters)


def test_short_measure_is_named_in_words() -> None:
    (short,) = found("ABcd efga|ABcd efg|ABcd efga|]")
    assert short.code == "measure-short"
    assert (
        sentence(short)
        == "Measure 2 is one eighth note short: 7 eighth notes instead of 8 in the meter 4/4."
    )
    assert short.span.of(parse(HEADER + "ABcd efga|ABcd efg|").text) == "ABcd efg"


@pytest.mark.parametrize(
    ("music", "expected"),
    [
        (
            "GABc d|ABcd efga|ABcd efga|]",
            "Measure 1 is 3 eighth notes short: 5 eighth notes instead of 8 in the meter 4/4.",
        ),
        (
            "|:GABc def|ABcd efga:|",
            "Measure 1 is one eighth note short: 7 eighth notes instead of 8 in the meter 4/4.",
        ),
        # Two measures that do not make one.
        (
            "GABc de|ABcd efga|ABcd efg|]",
            "Measure 1 is one quarter note short: 3 quarter notes instead of 4 in the meter 4/4.",
        ),
    ],
)
def test_a_first_measure_that_nothing_completes_is_short(music: str, expected: str) -> None:
    short = [one for one in found(music) if one.code == "measure-short"]
    assert sentence(short[0]) == expected


@pytest.mark.parametrize(
    ("meter", "music", "expected"),
    [
        ("3/4", "A6|A7|A6|", "one eighth note too long: 7 eighth notes instead of 6"),
        ("6/8", "A6|A5|A6|", "one eighth note short: 5 eighth notes instead of 6"),
        ("C", "A8|A6|A8|", "one quarter note short: 3 quarter notes instead of 4"),
        ("C|", "A8|A9|A8|", "one eighth note too long: 9 eighth notes instead of 8"),
        ("(2+3)/8", "A5|A6|A5|", "one eighth note too long: 6 eighth notes instead of 5"),
        ("3/4", "A6|A|A6|", "5 eighth notes short: one eighth note instead of 6"),
        (
            "3/4",
            "A6|A49/8|A6|",
            "1/64 of a whole note too long: 49/64 of a whole note instead of 48/64",
        ),
        ("3/4", "A6|(3Acd A3|A6|", "one eighth note short: 5 eighth notes instead of 6"),
        (
            "3/4",
            "A6|(3:2:1A A4|A6|",
            "1/6 of a whole note short: 7/12 of a whole note instead of 3/4",
        ),
    ],
)
def test_a_wrong_measure_is_counted_in_notes_against_the_written_meter(
    meter: str, music: str, expected: str
) -> None:
    wrong = found(music, f"X:1\nT:Test\nM:{meter}\nL:1/8\nK:C\n")
    measures = [one for one in wrong if one.code.startswith("measure-")]
    assert [sentence(one) for one in measures] == [f"Measure 2 is {expected} in the meter {meter}."]


@pytest.mark.parametrize("music", ["", "z8|", "P:A\n", "V:1\nz8|\nV:2\n"])
def test_a_tune_without_notes_says_where_they_go(music: str) -> None:
    (nothing,) = found(music)
    assert sentence(nothing) == "This tune has no notes. Write them on a line below K:."
    assert (HEADER + music)[: nothing.span.start].endswith("K:C")
    assert nothing.severity == "warning"


def test_notes_in_any_voice_are_notes() -> None:
    assert found("V:1\nz8|\nV:2\nA8|") == []
    # What is missing before the notes comes first.
    assert [one.code for one in parse("X:1\nT:Test\n").diagnostics] == ["missing-key"]


def test_what_follows_a_short_first_measure_is_numbered_after_it() -> None:
    short = found("GABc d|ABcd efga|ABcd ef|ABcd efga|]")
    assert [one.parameters["number"] for one in short] == [1, 3]


def test_long_measure() -> None:
    (long,) = found("ABcd efga|ABcd efga b2|ABcd efga|]")
    assert (
        sentence(long)
        == "Measure 2 is one quarter note too long: 5 quarter notes instead of 4 in the meter 4/4."
    )


@pytest.mark.parametrize(
    "music",
    [
        "GA|ABcd efga|ABcd e2:|",  # the pickup and the last measure make one
        "GA|ABcd efga|ABcd e2:|\nga|ABcd efga|ABcd e2:|",  # both sections
        "|:GA|ABcd efga|ABcd e2:|GA|ABcd efga|ABcd e2|]",
        "GABc|ABcd efga|ABcd efga|]",  # half a measure is a pickup, whatever the end is
        "GABc de|ABcd efga|A2|]",  # a longer one that the end completes
        "GABc de|ABcd efga|A2|",
        "GABc de|ABcd efga|A2:|ABcd efga|ABcd efga|]",  # or the end of its section
        "GABc de|ABcd efga|1 A2:|2 ABcd efga|]",  # or an ending
        "GABc de|:g2|ABcd efga|ABcd e2:|",  # or the pickup of a repeat right after it
        "GABc de|ABcd efga|A2|\nP:B\nABcd efga|]",  # or a part
        "ABcd||efga|ABcd efga|]",  # a measure cut by a double bar
        "ABcd:|:efga|ABcd efga:|",  # a measure cut by a repeat
        "|:ABcd efga|1 ABcd efga:|2 ABcd efga|]",
        "|:ABcd efga|ABcd [1 efga:|[2 efga|]",  # endings within a measure
        "|:ABcd efga|ABcd [1 efga:|[2 efg||a|ABcd efg|]",  # an ending that leads to a pickup
        "|:ABcd efga|ABcd efga| :|",  # a repeat sign apart from its bar line
        "GA|ABcd efga|1 ABcd e2:|2 ABcd efga|]",
        "ABcd efga|Z|ABcd efga|]",
        "[M:3/4]ABcdef|[M:2/4]ABcd|]",
        "(3ABc (3ABc ABcd|]",
        "A>Bc<d efga|]",
        "[I:MIDI= program 3 MIDI chordprog 4]ABcd efga|]",
        "[M:none]ABc|ABcde|]",
    ],
)
def test_correct_measures_raise_no_alarm(music: str) -> None:
    alarms = [diagnostic.code for diagnostic in found(music) if diagnostic.severity != "hint"]
    assert alarms == []


@pytest.mark.parametrize(
    ("music", "code"),
    [
        ("!foobar!ABcd efga|]", "unknown-decoration"),
        ("[I:MIDI progam 3]ABcd efga|]", "midi-word-unknown"),
        ("[I:MIDI transpose 2 MIDI progam 3]ABcd efga|]", "midi-word-unknown"),
        ("ABcd ef^ga ;|]", "unknown-character"),
        ("hABcd efga|]", "shorthand-undefined"),
        ('"5"ABcd efga|]', "chord-symbol-unknown"),
        ("A2>B c2 d2 e|]", "broken-rhythm-unequal"),
        ("ABcd efga>|ABcd efga|]", "broken-rhythm-over-bar"),
        ("ABcd efga>:|ABcd efga|]", "broken-rhythm-alone"),
        ("|:ABcd efga|1 ABcd efga", "ending-not-closed"),
        ("ABcd efga-|ABcd efg2|]", "tie-without-partner"),
        ("[ABcd efga|]", "chord-not-closed"),
        ("{ABcd efga|]", "grace-not-closed"),
        ('ABcd efga|"Am ABcd', "quote-not-closed"),
        ("ABcd efga||ABcd efga|\nP:B\nABcd efga:|", "repeat-assumed"),
        ('"dmin"ABcd efga|]', "chord-root-small"),
        ('"Do"ABcd efga|]', "chord-kind-unknown"),
        ("|:ABcd efga|[1 ABcd efga|[2 ABcd efga|]", "ending-not-closed"),
        ("V:1\nABcd efga|ABcd efga|]\nV:2\nABcd efga|]", "voice-shorter"),
        ("ABcd ef(3ga|bagf edcB|]", "tuplet-over-bar"),
        ("|:ABcd efga|]", "repeat-not-closed"),
        ("ABcd efga)|]", "slur-not-opened"),
        ("[M:5]ABcd efga|]", "bad-meter"),
        ("[L:x]ABcd efga|]", "bad-unit-note-length"),
        ("[Q:1/4=]ABcd efga|]", "bad-tempo"),
        ("(0ABcd efga|]", "bad-tuplet"),
        ("A99999999Bcd|]", "limit-length"),
        ("|:ABcd efga|2 ABcd efga:|", "ending-without-first"),
    ],
)
def test_each_fault_is_found(music: str, code: str) -> None:
    assert code in [diagnostic.code for diagnostic in found(music)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("X:1\nT:No key\n", "missing-key"),
        ("X:1T:abcM:4/4K:D\nabc\n", "bad-reference-number"),
        ("X:one\nK:D\nabc\n", "bad-reference-number"),
        ("ABcd", "missing-key"),
        ("X:1\nK:H\nA", "bad-key"),
        ("X:1\nM:x/y\nK:C\nA", "bad-meter"),
        ("X:1\nK:Amini\nA", "key-mode-misspelt"),
        ("X:1\nP:ABC\nK:C\nP:A\nA|\nP:B\nB|", "part-missing"),
        ("X:1\nK:C\nA\n\nand then text", "text-after-tune"),
        ("X:1\nK:C\nA\nX:2\nK:C\nB", "another-tune"),
    ],
)
def test_faults_of_the_whole_tune(text: str, code: str) -> None:
    assert code in [diagnostic.code for diagnostic in parse(text).diagnostics]


@pytest.mark.parametrize("number", ["1", " 12 ", "001", "", "1 % the first", "4 "])
def test_a_number_alone_is_no_fault_of_its_field(number: str) -> None:
    assert parse(f"X:{number}\nK:D\nabc|\n").diagnostics == ()


def test_what_stands_behind_the_number_is_marked() -> None:
    text = "X:1T:abcM:4/4K:D\nK:D\nabc|\n"
    (found,) = parse(text).diagnostics
    assert text[found.span.start : found.span.end] == "T:abcM:4/4K:D"


def test_an_unclosed_text_takes_its_measure_with_it_and_no_other() -> None:
    score = parse(HEADER + 'ABcd "Am efga|bagf edcB|]')
    letters = [e.notes[0].pitch.step for e in score.voices[0].elements if isinstance(e, Chord)]
    assert "".join(letters) == "ABCDBAGFEDCB"


@pytest.mark.parametrize(
    "music",
    [
        "ABcd efga:|ABcd efga:|",
        "ABcd efga||ABcd efga:|ABcd efga:|",
        "|:ABcd efga:|ABcd efga:|ABcd efga|]",
        "a|ABcd efga|ABcd efg:|a|ABcd efga|ABcd efg:|",
        "P:A\nABcd efga:|\nP:B\nABcd efga:|",
    ],
)
def test_a_repeat_without_its_opening_is_right_by_the_standard(music: str) -> None:
    assert not found(music)


@pytest.mark.parametrize(
    "music",
    [
        "P:A\na|ABcd efga|ABcd efg|\nP:B\na|ABcd efga|ABcd efg|",
        "V:1\nP:A\na|ABcd efga|ABcd efg|\nP:B\na|ABcd efga|ABcd efg|\n"
        "V:2\na|ABcd efga|ABcd efg|\na|ABcd efga|ABcd efg|",
    ],
)
def test_a_part_may_begin_with_a_pickup(music: str) -> None:
    assert not found(music)


def test_an_unclosed_repeat_is_placed_at_its_own_sign() -> None:
    text = HEADER + "|:ABcd efga:|\n|:ABcd efga|ABcd efga|]"
    (diagnostic,) = parse(text).diagnostics
    assert diagnostic.code == "repeat-not-closed"
    assert diagnostic.span.start == text.rindex("|:")


def test_an_unknown_decoration_is_named_once() -> None:
    assert [each.code for each in found("!accent1!ABcd efga|]")] == ["unknown-decoration"]


@pytest.mark.parametrize("key", ["Am", "A Minor", "AMIXO", "A mixolydian", "Amaj ^f", "none", "HP"])
def test_a_key_that_is_spelt_right_is_not_reported(key: str) -> None:
    assert parse(f"X:1\nK:{key}\nA|").diagnostics == ()


def test_a_fix_fixes_what_was_found() -> None:
    text = HEADER + '"5"ABcd efga|]'
    (diagnostic,) = parse(text).diagnostics
    fix = diagnostic.fix
    assert fix is not None
    fixed = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert parse(fixed).diagnostics == ()


def test_diagnostics_come_in_the_order_of_the_text() -> None:
    starts = [diagnostic.span.start for diagnostic in found(";A|!x!;|;;|")]
    assert starts == sorted(starts)


def test_a_hint_is_no_problem() -> None:
    assert problem_count(found("ABcd efga|=c8|]")) == 0
    assert problem_count(found("ABcd efg|=c8|]")) == 1
