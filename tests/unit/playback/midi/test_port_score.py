"""A performance as messages for a port."""

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import MUSICIAN, PLAIN
from abcstudio.playback.midi.midi_port import OFF, ON, PROGRAM
from abcstudio.playback.midi.port_score import PortScore
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.mix import Strip, mixed

TUNE = "X:1\nM:4/4\nL:1/4\nQ:1/4=600\nK:C\nCDEF|GABc|\n"


def test_the_drums_keep_their_kit() -> None:
    text = "X:1\nM:4/4\nL:1/4\n%%MIDI channel 10\nK:C\nCDEF|\n"
    score = PortScore.of(perform(parse(text), MUSICIAN), 73)
    assert not [event for event in score.events if event.rank == PROGRAM]
    assert {event.channel for event in score.events} == {9}


def test_another_volume_is_the_same_notes() -> None:
    performance = perform(parse(TUNE), PLAIN)
    score = PortScore.of(performance, 73)
    softer = PortScore.of(mixed(performance, {0: Strip(volume=0.5)}), 73)
    assert softer != score
    assert score.has_notes_of(softer)
    assert not score.has_notes_of(PortScore.of(performance, 74))
    assert not score.has_notes_of(PortScore((), ()))


def test_voices_that_share_a_channel_share_its_program() -> None:
    voices = "".join(
        f"V:{number}\n%%MIDI program {(10, 20, 30, 40)[number % 4]}\nC|\n"
        for number in range(1, 21)
    )
    score = PortScore.of(perform(parse(f"X:1\nL:1/4\nK:C\n{voices}"), PLAIN), 73)
    programs: dict[int, set[int]] = {}
    for event in score.events:
        if event.rank == PROGRAM:
            programs.setdefault(event.channel, set()).add(event.value)
    assert len(programs) == 15
    assert all(len(chosen) == 1 for chosen in programs.values())
    assert set.union(*programs.values()) == {10, 20, 30, 40}


def test_the_metronome_clicks_on_the_beats() -> None:
    score = PortScore.of(perform(parse("X:1\nM:6/8\nL:1/8\nQ:3/8=60\nK:C\nCDEFGA|"), PLAIN), 73)
    ons = [(event.place, event.channel, event.number) for event in score.clicks if event.rank == ON]
    assert ons == [(0.0, 9, 76), (1.0, 9, 77)]
    assert sum(event.rank == OFF for event in score.clicks) == 2
