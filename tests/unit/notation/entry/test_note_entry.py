"""Notes entered one after the other: spelled, barred and beamed as the tune is; others stay.

Over 400 lines: most of it is tables of what is entered and what is written.
"""

import random
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import EditError
from abcstudio.notation.entry.changes import (
    add_to_chord,
    alter_last,
    shift_last,
    toggle_tie,
    with_rest,
    with_tone,
)
from abcstudio.notation.entry.note_entry import Entered, Wish, enter, last_before, note_at
from abcstudio.notation.entry.pitches import StaffPlace, Tone, spelled
from abcstudio.notation.entry.place import is_in_music, written_elements
from abcstudio.notation.entry.removal import take_back
from abcstudio.notation.limits import MAX_CHORD_NOTES
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Note, Score
from abcstudio.notation.spans import Span
from abcstudio.paths import resources_dir
from tests.thorough import tries

JIG = "X:1\nM:6/8\nL:1/8\nK:D\n"
EIGHTH, QUARTER, HALF = Fraction(1, 8), Fraction(1, 4), Fraction(1, 2)


def place_of(marked: str, header: str = JIG) -> tuple[Score, int]:
    """Return the tune and the caret, which `@` stands for."""
    return parse(header + marked.replace("@", "")), len(header) + marked.index("@")


def shown(entered: Entered, header: str = JIG) -> str:
    text = entered.text[: entered.caret] + "@" + entered.text[entered.caret :]
    # A tune of one line ends with its line.
    return text.removeprefix(header).removesuffix("\n")


def play(marked: str, *wishes: Wish, header: str = JIG) -> str:
    """Enter wishes one after the other where the caret is each time."""
    score, caret = place_of(marked, header)
    entered = Entered(score.text, caret)
    for wish in wishes:
        entered = enter(parse(entered.text), entered.caret, wish)
    return shown(entered, header)


def notes(*pitches: Tone, length: Fraction = EIGHTH) -> list[Wish]:
    return [Wish((pitch,), length) for pitch in pitches]


def notes_of(score: Score) -> list[Note]:
    found = [
        note
        for voice in score.voices
        for element in voice.elements
        if isinstance(element, Chord)
        for note in (*(element.grace_notes.notes if element.grace_notes else ()), *element.notes)
    ]
    return sorted(found, key=lambda note: note.span)


@pytest.mark.parametrize(
    ("marked", "pitches", "expected"),
    [
        # As the key says; a natural for a note outside it, and back.
        ("@", [66, 65, 66], "F=F^F@"),
        # A beam for each beat, and a bar line when the measure is full.
        ("@", [62, 64, 66, 67, 69, 71, 73], "DEF GAB|c@"),
        # An accidental before it holds; one after it is kept.
        ("=F@\n", [66], "=F^F@\n"),
        ("@F A\n", [65], "=F@^F A\n"),
        # Inside a note, in a chord or before marks of a note: after it.
        ("A,@3 B\n", [69], "A,3 A@ B\n"),
        ('[F@A] "D"d\n', [69], '[FA]A@ "D"d\n'),
        ('A "@D"~{g}d2 e\n', [69], 'A "D"~{g}d2 A@ e\n'),
        # Not between the notes of a broken rhythm or of a triplet.
        ("A>@B c\n", [69], "A>BA@ c\n"),
        ("(3AB@c d\n", [69], "(3ABcA@ d\n"),
        # A broken rhythm that waits for its note gets it.
        ("A>@\n", [69], "A>A@\n"),
        # Not between a bar line and the digit of its ending.
        ("A6|@1 B6:|\n", [69], "A6|1A@ B6:|\n"),
        # Before a comment, and before the sign that continues a line.
        ("AB @% hop\n", [69], "ABA@ % hop\n"),
        ("AB \\@\ncd\n", [69], "ABA@ \\\ncd\n"),
        # On a line that has just been begun.
        ("A6|\n@", [69], "A6|\nA@"),
        ("A6|\nw: la\n@", [69], "A6|\nw: la\nA@"),
        # In lyrics: after the line they belong to.
        ("AB|\nw: la @la\n", [69], "AB|A@\nw: la la\n"),
        # In the middle, where what is there makes a full measure of its own.
        ("|@A6|\n", [69, 69, 69, 69, 69, 69], "|AAA AAA|@A6|\n"),
        # Right before the bar line that it makes due.
        ("A3 B2@|\n", [69], "A3 B2A|@\n"),
        ("A6@|\n", [69], "A6|A@\n"),
        ("A6@\n", [69], "A6|A@\n"),
    ],
)
def test_what_is_written_for_pitches(marked: str, pitches: list[int], expected: str) -> None:
    assert play(marked, *notes(*pitches)) == expected.removesuffix("\n")


@pytest.mark.parametrize(
    ("header", "pitches", "expected"),
    [
        ("M:4/4\nL:1/8\nK:C\n", [60] * 9, "CCCC CCCC|C@"),
        ("M:4/4\nL:1/16\nK:C\n", [60] * 3, "C2C2C2@"),
        ("M:3/4\nL:1/8\nK:C\n", [60] * 7, "CC CC CC|C@"),
        ("M:2/4\nL:1/8\nK:C\n", [60] * 5, "CC CC|C@"),
        ("M:5/8\nL:1/8\nK:C\n", [60] * 6, "CCC CC|C@"),
        ("M:(2+2+3)/8\nL:1/8\nK:C\n", [60] * 8, "CC CC CCC|C@"),
        ("M:9/8\nL:1/8\nK:C\n", [60] * 10, "CCC CCC CCC|C@"),
        ("M:none\nL:1/8\nK:C\n", [60] * 10, "CCCCCCCCCC@"),
        ("M:4/4\nL:1/4\nK:C\n", [60] * 2, "C/C/@"),
        ("M:4/4\nL:1/8\nK:C clef=treble-8\n", [60], "c@"),
        ("M:4/4\nL:1/8\nK:C octave=-1\n", [60], "c@"),
        ("M:4/4\nL:1/8\nK:C transpose=2\n", [62], "C@"),
        ("M:4/4\nL:1/8\nK:Bb\n", [58, 59, 61, 66], "B,=B,_D^F@"),
        ("M:4/4\nL:1/8\nK:A\n", [61, 60, 70], "C=C^A@"),
    ],
)
def test_key_meter_and_unit_are_those_in_force(
    header: str, pitches: list[int], expected: str
) -> None:
    header = "X:1\n" + header
    assert play("@", *notes(*pitches), header=header) == expected


def test_a_note_longer_than_its_measure_is_tied_over_the_bar_line() -> None:
    assert play("@", Wish((69,), Fraction(5, 8)), Wish((66,), HALF)) == "A5 F-|F3@"
    assert play("@", Wish((69, 73), Fraction(1))) == "[Ac]6-|[Ac]2@"
    assert play("A4@", Wish((), HALF)) == "A4 z2|z2@"
    assert play("A6@", Wish((65,), Fraction(1))) == "A6|=F6-|F2@"


def test_a_pickup_keeps_its_bar_line() -> None:
    score, caret = place_of("A@")
    text = score.text + "|"
    entered = enter(parse(text), caret + 1, Wish((69,), Fraction(3, 4)))
    assert shown(entered) == "A|A6|@"


def test_a_triplet_grows_note_by_note_and_disturbs_no_other_note() -> None:
    wishes = [Wish((69 + 2 * n,), EIGHTH, is_triplet=True) for n in range(3)]
    score, caret = place_of("A2@ B3\n")
    before = [(n.pitch, n.duration) for n in notes_of(score)]
    entered = Entered(score.text, caret)
    left = []
    for count, wish in enumerate(wishes, start=1):
        entered = enter(parse(entered.text), entered.caret, wish)
        after = [(n.pitch, n.duration) for n in notes_of(parse(entered.text))]
        assert [*after[:1], *after[1 + count :]] == before
        assert {d for _, d in after[1 : 1 + count]} == {Fraction(1, 12)}
        left.append(entered.triplet_left)
    assert left == [2, 1, 0]
    assert shown(entered) == "A2(3ABc@ B3"


def test_an_empty_text_and_a_tune_with_only_a_header() -> None:
    assert enter(parse(""), 0, Wish((60,), EIGHTH)).text == "C"
    header = "X:1\nK:G\n"
    for text in (header, header.strip(), header + "\n\n"):
        for caret in (0, len(text)):
            made = enter(parse(text), caret, Wish((66,), EIGHTH)).text
            assert made == f"X:1\nK:G\nF{text[len(header.strip()) :]}"


def test_a_second_voice_has_its_own_music() -> None:
    text = "X:1\nM:4/4\nL:1/8\nK:C\nV:1\nCDEF|\nV:2\nK:D\nL:1/4\n@"
    score, caret = place_of(text, "")
    entered = enter(score, caret, Wish((66,), QUARTER))
    assert entered.text.endswith("V:2\nK:D\nL:1/4\nF\n")
    assert entered.pitches == (66,)


def test_blanks_and_lines_are_those_of_the_tune() -> None:
    assert play("A3 B3 | A6 | A6 @|\n", *notes(69)) == "A3 B3 | A6 | A6 | A@"
    spaced = "A3 B3 | A6 | A3 B2@\n"
    assert play(spaced, *notes(69, 69)) == "A3 B3 | A6 | A3 B2A | A@"
    four = "A6|A6|A6|A6|@"
    assert play(four, *notes(69)) == "A6|A6|A6|A6|\nA@"
    assert play("A6|A6|\nA6|A6|@\n", *notes(69)) == "A6|A6|\nA6|A6|\nA@"


def test_a_pickup_is_no_measure_of_its_line() -> None:
    assert play("|:A|A6|A6|A6|@", *notes(69)) == "|:A|A6|A6|A6|A@"
    assert play("|:A|A6|A6|A6|A6|@", *notes(69)) == "|:A|A6|A6|A6|A6|\nA@"
    assert play("A|A6|A6|\nA6|@", *notes(69)) == "A|A6|A6|\nA6|A@"
    assert play("A|A6|A6|\nA6|A6|@", *notes(69)) == "A|A6|A6|\nA6|A6|\nA@"
    # The pickup of a later section, in the middle of a line.
    later = "A|A6|A6|A6|A5:|\n|:A|A6|A6|A6|@"
    assert play(later, *notes(69)) == later.replace("@", "A@")


def test_words_stay_with_their_notes() -> None:
    made = play("D2@F- F2A|\nw: a bel-le d\n", *notes(73))
    assert made == "D2c@F- F2A|\nw: a * bel-le d"


def test_a_field_is_no_place_for_letters_and_music_is() -> None:
    text = 'X:1\nT:Tune\nK:G\n"Am"AB [M:3/4] c|\nw: la\n\n'
    for word, expected in (
        ("Tune", False), ("m", False), ("B ", True), (":3/4", False), ("c|", True), ("la", False),
    ):  # fmt: skip
        assert is_in_music(text, text.index(word)) is expected, word
    assert is_in_music(text, len(text))
    assert not is_in_music('K:G\nA "Am', len('K:G\nA "Am'))


def test_a_header_that_goes_on_is_no_place_for_letters() -> None:
    for text, expected in (
        ("", True), ("\n", True), ("X:1\n", False), ("X:1\nT:My ", False), ("X:1\nT:My\n", False),
        ("X:1\nK:G\n", True), ("X:1\nK:G\nA|\n", True), ("X:1\nK:G\nA|\nP:B\n", True),
    ):  # fmt: skip
        assert is_in_music(text, len(text)) is expected, text


@cache
def bundled() -> tuple[str, ...]:
    tunes = read_tunebook(resources_dir() / "tunes" / "tunebook.abc")
    return tuple(tune.text for tune in tunes if len(tune.text) < 900)


def written(seed: int) -> str:
    """Return music with all that can stand around a note."""
    chance = random.Random(seed)
    pieces = [f"X:1\nM:{chance.choice(['4/4', '6/8', '3/4', 'none', 'C|'])}\nL:1/8\n"]
    pieces.append(f"%%propagate-accidentals {chance.choice(['not', 'octave', 'pitch'])}\n")
    pieces.append(f"K:{chance.choice(['D', 'Gm', 'C', 'Amix', 'Eb', 'F#'])}\n")
    for _ in range(50):
        pieces.append(chance.choice(["", "", "^", "_", "="]) + chance.choice("ABCDEFGabc"))
        pieces.append(chance.choice(["", "2", "'", ",", "-", "/", "3/2"]))
        pieces.append(
            chance.choice(
                ["", "", " ", "|", " | ", "[K:E]", "(3", '"Am"', "~", "{g}", "[ce]2", ">", "\n"]
            )
        )
    return "".join(pieces).replace(">\n", "\n") + "\n"


@pytest.mark.parametrize("seed", range(tries(6)))
def test_the_new_note_sounds_as_asked_and_all_others_as_before(seed: int) -> None:
    chance = random.Random(seed)
    text = chance.choice(bundled()) if seed % 2 else written(seed)
    for _ in range(12):
        score = parse(text)
        before = [note.pitch.midi_number for note in notes_of(score)]
        pitch = chance.randint(50, 90)
        length = chance.choice([EIGHTH, QUARTER, HALF, Fraction(3, 8)])
        entered = enter(score, chance.randint(0, len(text)), Wish((pitch,), length))
        after = notes_of(parse(entered.text))
        count = len(after) - len(before)
        assert count >= 1
        assert entered.pitches[0] == pitch
        sounds = [note.pitch.midi_number for note in after]
        at = [
            i
            for i in range(len(sounds) - count + 1)
            if sounds[:i] + sounds[i + count :] == before and set(sounds[i : i + count]) == {pitch}
        ]
        assert at, (text, entered.text)
        assert 0 <= entered.caret <= len(entered.text)
        text = entered.text


@pytest.mark.parametrize("seed", range(tries(4)))
def test_a_tune_that_is_entered_adds_up(seed: int) -> None:
    chance = random.Random(seed)
    meter = chance.choice(["4/4", "6/8", "3/4", "9/8"])
    text = f"X:1\nM:{meter}\nL:1/8\nK:{chance.choice(['D', 'F', 'Em'])}\n"
    entered = Entered(text, len(text))
    for _ in range(40):
        lengths = [EIGHTH, EIGHTH, QUARTER, Fraction(3, 8), HALF]
        tones = () if chance.random() < 0.1 else (chance.randint(57, 84),)
        wish = Wish(tones, chance.choice(lengths))
        entered = enter(parse(entered.text), entered.caret, wish)
        assert entered.caret == len(entered.text.rstrip("\n"))
    measures = split_measures(parse(entered.text).voices[0], parse(entered.text).meter)
    assert len(measures) > 8
    assert all(measure.duration == measure.expected for measure in measures[:-1])


@pytest.mark.parametrize(
    ("change", "marked", "expected"),
    [
        (lambda s, c: add_to_chord(s, c, 69), "^c2@-|c F", "[^cA]2@-|c F"),
        (lambda s, c: add_to_chord(s, c, 65), "[ce]2@ F", "[ce=F]2@ ^F"),
        (lambda s, c: add_to_chord(s, c, StaffPlace("E", 5)), "c/@ F", "[ce]/@ F"),
        (lambda s, c: shift_last(s, c, 1), "=f2@ f F", "g2@ =f F"),
        (lambda s, c: shift_last(s, c, -7), "=f2@ f F", "F2@ =f F"),
        (lambda s, c: alter_last(s, c, 1), "g2@ g", "^g2@ =g"),
        (lambda s, c: alter_last(s, c, -1), "[Ac]@ c", "[A=c]@ ^c"),
        (toggle_tie, "f2@ f", "f2-@ f"),
        (toggle_tie, "f2-@ f", "f2@ f"),
        (take_back, "AB =f2@ f", "AB@ =f"),
        (take_back, "ABc def|@", "ABc de@"),
        (take_back, "(3ABc@ def|", "(3:2:2AB@ def|"),
        (take_back, "(3:2:1A@", "@"),
        (take_back, "(3A@Bc", "(3:2:2@Bc"),
        (take_back, "A>B@", "A@"),
        (take_back, 'A "Am"~{g}(c2)@\n', "A@"),
        (take_back, "A z@|B", "A@|B"),
        (take_back, "A6|\nB@\n", "A6|@"),
        (take_back, "V:1\nB@\nV:2\nc|", "V:1\n@V:2\nc|"),
        # Of a broken rhythm the other note stays, as long as it is written.
        (take_back, "c A>B@|", "c A@"),
    ],
)
def test_what_was_entered_last_is_changed(change, marked: str, expected: str) -> None:
    assert shown(change(*place_of(marked))) == expected


@pytest.mark.parametrize("seed", range(tries(4)))
def test_what_is_taken_back_leaves_the_tune_as_it_was(seed: int) -> None:
    chance = random.Random(seed)
    text = f"X:1\nM:{chance.choice(['4/4', '6/8', '3/4'])}\nL:1/8\nK:{chance.choice(['D', 'F'])}\n"
    entered = Entered(text, len(text))
    triplet_left = 0
    for _ in range(25):
        triplet_left = triplet_left or 3 * (chance.random() < 0.15)
        length = EIGHTH if triplet_left else chance.choice([EIGHTH, QUARTER])
        tones = tuple(chance.sample(range(57, 84), chance.choice([0, 1, 1, 1, 2])))
        wish = Wish(tones, length, is_triplet=triplet_left > 0)
        after = enter(parse(entered.text), entered.caret, wish)
        triplet_left = after.triplet_left
        back = take_back(parse(after.text), after.caret)
        # A bar line that was due before the note stays.
        if after.text.rstrip("|\n").count("|") <= entered.text.count("|"):
            assert back.text == entered.text
            assert back.text[: back.caret].rstrip() == entered.text[: entered.caret].rstrip()
        entered = after


@pytest.mark.parametrize(
    ("marked", "tone", "expected"),
    [
        ("=f2@ f", 67, "G2@ =f"),
        ("=f2@ f", 65, "=F2@ f"),
        ("f2@-|f F", 68, "^G2-|G@ F"),
        ("f2@", StaffPlace("C", 5), "c2@"),
    ],
)
def test_a_chosen_note_gets_another_pitch(marked: str, tone: Tone, expected: str) -> None:
    score, caret = place_of(marked)
    element = last_before(score, caret)
    assert element is not None
    made = with_tone(score, element, tone)
    assert shown(made) == expected
    others = [n.pitch.midi_number for n in notes_of(score)][1:]
    if "-" not in marked:
        assert [n.pitch.midi_number for n in notes_of(parse(made.text))][1:] == others


def second(music: str) -> tuple[Score, Any]:
    score = parse(JIG + music)
    return score, list(written_elements(score))[1]


@pytest.mark.parametrize(
    ("music", "expected"),
    [
        ("^fz2 f", "^f=f2@ ^f"),
        ('^f"D"!f!z2>f', '^f"D"!f!=f2@>^f'),
        ("fz=f\nw:one two", "f=f@=f\nw:one * two"),
    ],
)
def test_a_chosen_rest_becomes_a_note(music: str, expected: str) -> None:
    made = with_tone(*second(music), 77)
    assert shown(made) == expected


@pytest.mark.parametrize(
    ("music", "expected"),
    [("A[ce]2 f", "A=f2@ ^f"), ("A[d2f2]-[df]", "A=f2@[d^f]"), ('A"D"[df]3/B', 'A"D"=f3/2@B')],
)
def test_a_chosen_chord_becomes_a_note(music: str, expected: str) -> None:
    assert shown(with_tone(*second(music), 77)) == expected


@pytest.mark.parametrize(
    ("music", "expected"),
    [("A=f2 f", "Az2@ =f"), ("A{g}[ce]3/2B", "Az3/2@B"), ("A-A z", "Az@ z")],
)
def test_a_chosen_note_becomes_a_rest(music: str, expected: str) -> None:
    assert shown(with_rest(*second(music))) == expected


def test_what_cannot_be_done_is_explained() -> None:
    score, caret = place_of("z@")
    for change in (toggle_tie, lambda s, c: shift_last(s, c, 1)):
        with pytest.raises(EditError, match="no_note_before"):
            change(score, caret)
    with pytest.raises(EditError, match="note_from_macro"):
        with_tone(*second("A|Z|"), 60)
    with pytest.raises(EditError, match="nothing_to_take_back"):
        take_back(parse(JIG), len(JIG))
    score, caret = place_of("A@")
    with pytest.raises(EditError, match="note_in_chord"):
        add_to_chord(score, caret, 69)
    score, caret = place_of("^^A@")
    with pytest.raises(EditError, match="altered_enough"):
        alter_last(score, caret, 1)
    with pytest.raises(EditError, match="bad_length"):
        enter(score, caret, Wish((60,), Fraction(1, 70_000)))


def test_a_note_that_the_reader_would_leave_out_is_declined() -> None:
    score, caret = place_of(f"[{'C' * MAX_CHORD_NOTES}]@")
    with pytest.raises(EditError, match="no_place_for_notes"):
        add_to_chord(score, caret, 81)


def test_a_letter_goes_to_the_nearest_octave() -> None:
    def nearest(step: str, before: Pitch | None) -> tuple[str, int]:
        place = StaffPlace.nearest(step, before)
        return place.step, place.octave

    g4 = Pitch("G", Fraction(0), 4)
    assert nearest("C", None) == ("C", 5)
    assert nearest("A", g4) == ("A", 4)
    assert nearest("C", g4) == ("C", 5)
    assert nearest("D", g4) == ("D", 4)
    assert nearest("B", Pitch("C", Fraction(0), 5)) == ("B", 4)


@pytest.mark.parametrize("key", ["C", "D", "Bb", "F#", "Gb", "Em", "Cmin", "HP", "none", "Dphr"])
def test_every_key_spells_every_note(key: str) -> None:
    signature = parse(f"X:1\nK:{key}\nA\n").key
    for number in range(40, 100):
        pitch = spelled(number, signature)
        assert pitch.midi_number == number
        assert abs(pitch.alter) <= 2
    diatonic = [spelled(n, signature) for n in range(60, 72)]
    own = [p for p in diatonic if p.alter == signature.alter_of(p.step)]
    assert len({p.step for p in own}) == 7


def test_a_selection_of_one_note_is_known() -> None:
    text = JIG + "AB [ce]2 d|\n"
    score = parse(text)
    start = text.index("B ")
    note = note_at(score, Span(start, start + 1))
    assert isinstance(note, Chord)
    assert note.notes[0].pitch.step == "B"
    assert note_at(score, Span(start - 1, start + 1)) is None
    assert note_at(score, Span(start, start)) is None
