"""Notes that the chosen instrument lacks are named, and nothing else is."""

from abcstudio.composing.clock.wishes import COMPASSES
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.performing.instrument_range import OutOfRange, note_name, out_of_range
from abcstudio.playback.performing.performer import perform

HEADER = "X:1\nT:Test\nM:4/4\nL:1/4\nK:C\n"


def test_a_tune_within_the_range_has_nothing_to_say() -> None:
    assert out_of_range(parse(HEADER + "G,DGd|"), "fiddle") is None


def test_notes_below_and_above_are_found_where_they_are_written() -> None:
    text = HEADER + "|:C,D d'' F,|C, D2 E:|"
    found = out_of_range(parse(text), "fiddle")
    assert isinstance(found, OutOfRange)
    assert [text[span.start : span.end] for span in found.spans] == ["C,", "d''", "F,", "C,"]
    assert found.pitches == (48, 53, 98)
    assert english(found.message_id, found.parameters) == (
        "This instrument (fiddle, G3 to A6) has no C3, F3, D7. They sound all the same, as written."
    )


def test_a_note_is_judged_as_it_sounds_and_ornaments_are_left_out() -> None:
    assert out_of_range(parse(HEADER + "%%MIDI transpose 12\nC,D,E,F,|"), "flute") is None
    assert out_of_range(parse(HEADER + "~D4|"), "whistle") is None
    assert out_of_range(parse(HEADER + "{C}D4|"), "whistle") is None


def test_a_voice_whose_instrument_the_tune_names_is_passed_over() -> None:
    assert out_of_range(parse(HEADER + "%%MIDI program 32\nC,,D,,E,,F,,|"), "whistle") is None


def test_many_notes_are_not_all_named() -> None:
    found = out_of_range(parse(HEADER + "C,,D,,E,,F,,|G,,A,,B,,C,|"), "whistle")
    assert found is not None
    assert english(found.message_id, found.parameters) == (
        "This instrument (whistle, D4 to D6) has no C2, D2, E2, F2, G2, A2 and others."
        " They sound all the same, as written."
    )


def test_every_instrument_has_a_range_that_holds_an_octave_of_a_session() -> None:
    for instrument in INSTRUMENTS.values():
        assert instrument.lowest <= 62
        assert instrument.highest >= 81


def test_the_ranges_to_choose_from_are_said_as_the_warning_says_them() -> None:
    for name, compass in COMPASSES.items():
        low, high = compass.ends
        assert TuneWishes(range=f"{low}-{high}").for_clock().compass == compass, name
        for step, end in zip(compass, compass.ends, strict=True):
            letter, octave = "CDEFGAB"[step % 7], step // 7
            written = letter + "," * (4 - octave) if octave < 5 else letter.lower()
            (note,) = perform(parse(f"{HEADER}{written}|"), PLAIN).notes
            assert note_name(round(note.pitch)) == end
