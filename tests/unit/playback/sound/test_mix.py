"""What a mixer leaves of a performance."""

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.mix import Strip, mixed, with_instruments

TWO = "X:1\nM:4/4\nL:1/4\nK:C\nV:1\n%%MIDI program 40\nCDEF|\nV:2\nC4|\n"


@pytest.fixture
def two() -> Performance:
    return perform(parse(TWO), PLAIN)


def test_silent_tracks_leave_no_notes(two: Performance) -> None:
    heard = mixed(two, {0: Strip(is_mute=True), 1: Strip()})
    assert {note.voice for note in heard.notes} == {1}
    alone = mixed(two, {0: Strip(is_solo=True), 1: Strip()})
    assert {note.voice for note in alone.notes} == {0}
    assert mixed(two, {0: Strip(volume=0), 1: Strip()}).notes == heard.notes
    assert heard.tracks == two.tracks


def test_volumes_are_in_the_velocities(two: Performance) -> None:
    heard = mixed(two, {0: Strip(volume=0.5)})
    before = [note.velocity for note in two.notes if note.voice == 0]
    after = [note.velocity for note in heard.notes if note.voice == 0]
    # The square of the velocity is the gain, and so is the square of the volume.
    assert after == [round(velocity / 2) for velocity in before]
    assert [n for n in heard.notes if n.voice == 1] == [n for n in two.notes if n.voice == 1]


def test_nothing_chosen_changes_nothing(two: Performance) -> None:
    assert mixed(two, {}) == two
    assert mixed(two, {0: Strip(), 1: Strip()}) == two


def test_an_instrument_takes_the_place_of_the_written_one(two: Performance) -> None:
    written = two.tracks[0].program
    harp = INSTRUMENTS["harp"].midi_program
    heard = mixed(two, {1: Strip(instrument="harp")})
    assert [track.program for track in heard.tracks] == [written, harp]
    changing = perform(
        parse("X:1\nM:4/4\nL:1/4\nK:C\nCD\n%%MIDI program 73\nEF|\n"), PLAIN
    )  # fmt: skip
    played = with_instruments(changing, {0: "harp"})
    assert (played.tracks[0].program, played.tracks[0].changes) == (harp, ())
