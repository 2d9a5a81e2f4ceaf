"""Information fields of every letter, where they stand, and the file header (ABC 2.1, 2.2.2, 3)."""

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Annotation, Chord, MidiDirective, Score


def codes(text: str) -> list[str]:
    return [found.code for found in parse(text).diagnostics]


def first(score: Score) -> Chord:
    return next(e for e in score.voices[0].elements if isinstance(e, Chord))


@pytest.mark.parametrize("letter", list("ABCDEFGHINORSTZrW"))
def test_fields_of_the_header_are_kept(letter: str) -> None:
    score = parse(f"X:1\n{letter}: a value \nK:C\nA")
    assert score.field_values(letter) == ("a value",)
    assert score.diagnostics == ()


@pytest.mark.parametrize("letter", list("NRTrIUPQLMKVWws"))
def test_fields_of_the_body_are_kept_with_their_places(letter: str) -> None:
    text = f"X:1\nK:C\nA\n{letter}:1/4\nA"
    assert [field.span.of(text) for field in parse(text).body_fields] == [f"{letter}:1/4"]
    assert "field-in-body" not in codes(text)


@pytest.mark.parametrize("letter", list("ABCDFGHOSZ"))
def test_fields_that_belong_above_the_key(letter: str) -> None:
    assert codes(f"X:1\nK:C\nA\n{letter}:late") == ["field-in-body"]


@pytest.mark.parametrize("letter", list("JYaz"))
def test_letters_that_are_no_field(letter: str) -> None:
    assert codes(f"X:1\n{letter}:what\nK:C\nA") == ["field-unknown"]


def test_remarks_and_changes_within_music() -> None:
    text = "X:1\nL:1/8\nK:C\nA[r:remark]B[N:note][L:1/4]c[x:no]d[T:no]"
    score = parse(text)
    assert [field.letter for field in score.body_fields] == ["r", "N", "L"]
    assert [found.code for found in score.diagnostics] == ["field-not-inline"] * 2


def test_a_tune_without_number() -> None:
    score = parse("% remark\nT:x\nK:C\nA")
    (found,) = score.diagnostics
    assert found.code == "missing-reference-number"
    assert found.fix is not None
    assert (found.fix.span.start, found.fix.replacement) == (9, "X:1\n")


@pytest.mark.parametrize(
    ("value", "rate", "text", "code"),
    [
        ('"Allegro"', None, "Allegro", ""),
        ("Allegro ma non troppo", None, "Allegro ma non troppo", "tempo-not-quoted"),
        ("1/4=120-130", 120, "", "tempo-old-style"),
        ("1/4=120 bpm", 120, "", "tempo-old-style"),
        ('1/4=120 "Presto"', 120, "Presto", ""),
        ('"Andante \\\'e" 1/4 = 60', 60, "Andante é", ""),
        ("", "none", "", ""),
        ("1/4=", "none", "", "bad-tempo"),
        ("1/0=60", "none", "", "bad-tempo"),
        ("6/83/8=120", "none", "", "bad-tempo"),
        ("1/1111" * 100 + "x=120", "none", "", "bad-tempo"),
    ],
)
def test_tempos(value: str, rate: object, text: str, code: str) -> None:
    score = parse(f"X:1\nQ:{value}\nK:C\nA")
    if rate == "none":
        assert score.tempo is None
    else:
        assert score.tempo is not None
        assert (score.tempo.beats_per_minute, score.tempo.text) == (rate, text)
    assert [found.code for found in score.diagnostics] == ([code] if code else [])


@pytest.mark.parametrize(
    ("value", "beats"),
    [
        ("2+3/8", (2, 3)), ("(2+3)/8", (2, 3)), ("2/4+3/8", (4, 3)), ("C|", (2,)), ("C", (4,)),
        ("none", ()), ("None", ()), ("", ()), ("(2+3+2)/8", (2, 3, 2)),
    ],
)  # fmt: skip
def test_meters(value: str, beats: tuple[int, ...]) -> None:
    score = parse(f"X:1\nM:{value}\nK:C\nA")
    assert score.meter.beats == beats
    assert score.diagnostics == ()


@pytest.mark.parametrize(
    ("field", "decorations", "annotations"),
    [
        ("U:T = !fermata!", ["fermata"], []), ("U:T=+fermata+", ["fermata"], []),
        ("U: T = !nil!", [], []), ("U:T=!none!", [], []), ('U:T="^up"', [], ["up"]),
    ],
)  # fmt: skip
def test_user_symbols(field: str, decorations: list[str], annotations: list[str]) -> None:
    for text in (f"X:1\n{field}\nK:C\nTA", f"X:1\nU:T=!turn!\nK:C\n{field}\nTA"):
        chord = first(parse(text))
        assert [decoration.name for decoration in chord.decorations] == decorations
        assert [annotation.text for annotation in chord.annotations] == annotations


FILE = """%abc-2.1
M:6/8
R:jig
C:Anon
U:T=!fermata!
m: ~n2 = nn
%%MIDI program 24

Free text.

X:1
T:One
K:C
TA~B2

X:2
T:Caf\\'e
M:3/4
C:Someone
K:G
A
"""


def test_the_file_header_holds_for_every_tune() -> None:
    one, two = split_tunebook(FILE)
    assert (one.meter, one.rhythm, two.meter, two.title) == ("6/8", "jig", "3/4", "Café")
    score = parse(one.text, one.file_header)
    assert str(score.meter.measure_duration) == "3/4"
    assert score.field_values("C") == ("Anon",)
    assert first(score).decorations[0].name == "fermata"
    elements = score.voices[0].elements
    assert [e.words for e in elements if isinstance(e, MidiDirective)] == [("program", "24")]
    assert len([e for e in elements if isinstance(e, Chord)]) == 3
    assert score.text == one.text


def test_what_a_tune_says_itself_comes_first() -> None:
    _, two = split_tunebook(FILE)
    score = parse(two.text, two.file_header)
    assert (score.field_values("C"), score.field_values("R")) == (("Someone",), ("jig",))
    assert score.meter.beats == (3,)


def test_a_tune_that_leaves_its_file_takes_the_header_along() -> None:
    for tune in split_tunebook(FILE):
        alone, within = parse(tune.standalone_text), parse(tune.text, tune.file_header)
        assert alone.meter == within.meter
        assert alone.field_values("R") == within.field_values("R")
        assert alone.text.startswith(f"X:{tune.reference_number}\n")


@pytest.mark.parametrize("before", ["", "Just a text.\nM:3/4\n\n", "\n\n", "% only a remark\n\n"])
def test_files_without_header(before: str) -> None:
    (tune,) = split_tunebook(before + "X:1\nK:C\nA")
    assert tune.file_header == ""
    assert tune.standalone_text == tune.text


def test_nothing_of_the_file_header_is_reported_in_the_tune() -> None:
    assert parse("X:1\nK:C\nA", "M:nonsense\nm:bad\n%%EPS x\nU:bad").diagnostics == ()


def test_annotations_are_decoded() -> None:
    chord = first(parse('X:1\nK:C\n"^caf\\\'e"A'))
    assert next(a for a in chord.annotations if isinstance(a, Annotation)).text == "café"


def test_a_file_header_without_end_is_cut_at_a_line() -> None:
    (tune,) = split_tunebook("C:Anon\n" * 5_000 + "\nX:1\nK:C\nA")
    assert 9_900 < len(tune.file_header) <= 10_000
    assert set(tune.file_header.split("\n")) == {"C:Anon"}
