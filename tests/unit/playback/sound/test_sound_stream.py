"""Sound block after block: the same as in one piece, at any speed, from any place."""

import numpy as np
import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.loop import Loop
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.metronome import clicks, count_in
from abcstudio.playback.sound.mix import Strip, gains_of
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_stream import METRONOME, SoundStream
from abcstudio.playback.sound.synth import FRAME_RATE, Synth
from abcstudio.playback.timeline import Timeline

BLOCK = 512
TUNE = """X:1
M:4/4
L:1/8
Q:1/4=200
K:D
|:"D"d2fd "A"A>dfd|{g}B2gB ~A3z|1 [Df]4 (3abc d2:|2 d8|]
"""
TWO_VOICES = "X:1\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\nV:1\nCDEF|\nV:2 clef=bass\nC,2 G,2|\n"


@pytest.fixture(scope="module")
def synth() -> Synth:
    return Synth(SoundFont.read(bundled_sound_font()))


def performed(text: str) -> Performance:
    return perform(parse(text), PLAIN)


def flowing(stream: SoundStream, seconds: float, block: int = BLOCK) -> np.ndarray:
    """Return some seconds of a stream, block by block."""
    count = -(-int(seconds * FRAME_RATE) // block)
    return np.concatenate([stream.render(block)[0] for _ in range(count)], axis=1)


@pytest.mark.parametrize("name", ["fiddle", "piano"])
def test_blocks_are_what_one_piece_is(synth: Synth, name: str) -> None:
    performance = performed(TUNE)
    whole = synth.render(performance, INSTRUMENTS[name].program).T
    blocks = flowing(synth.stream(performance, INSTRUMENTS[name].program), 5)
    length = min(whole.shape[1], blocks.shape[1])
    scale = np.abs(whole).max() / np.abs(blocks).max()
    assert np.abs(whole[:, :length] - blocks[:, :length] * min(1.0, scale)).max() < 2e-3


def test_another_speed_comes_without_a_step_and_keeps_the_pitch(synth: Synth) -> None:
    performance = performed("X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\nA4|A4|\n")
    stream = synth.stream(performance, INSTRUMENTS["flute"].program)
    steady = flowing(stream.copy(), 3)[0]
    flowing(stream, 1)
    stream.speed = 0.5
    changed = flowing(stream, 2)[0]
    own_steps = np.abs(np.diff(steady)).max()
    assert np.abs(np.diff(changed)).max() <= own_steps * 1.01
    # Half as fast: a second later half a second of the music has gone by.
    assert stream.place == pytest.approx(2, abs=0.02)
    spectra = [
        np.abs(np.fft.rfft(part[:FRAME_RATE], 1 << 18)) for part in (steady[22050:], changed)
    ]
    first, second = (int(spectrum.argmax()) for spectrum in spectra)
    assert abs(1200 * np.log2(first / second)) < 3


def test_a_copy_goes_on_alike_and_on_its_own(synth: Synth) -> None:
    stream = synth.stream(performed(TUNE), INSTRUMENTS["harp"].program)
    flowing(stream, 0.7)
    copied = stream.copy()
    first = flowing(stream, 0.5)
    assert np.array_equal(first, flowing(copied, 0.5))


def test_a_loop_repeats_its_notes_and_nothing_beyond_it(synth: Synth) -> None:
    performance = performed("X:1\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\nCDEF|GABc|\n")
    stream = synth.stream(performance, INSTRUMENTS["piano"].program)
    stream.loop = Loop(0.5, 1.5)
    stream.go_to(0.5)
    places: list[float] = []
    for _ in range(400):
        _, stretches = stream.render(BLOCK)
        places += [stretch.place for stretch in stretches]
        assert sum(stretch.length for stretch in stretches) == BLOCK
    assert min(places) == 0.5
    assert max(places) < 1.5
    assert stream.passes == int(400 * BLOCK / FRAME_RATE)


def test_it_stops_where_it_is_told(synth: Synth) -> None:
    performance = performed("X:1\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\nC4|G4|\n")
    stream = synth.stream(performance, INSTRUMENTS["accordion"].program)
    stream.stop = 1.0
    sound = flowing(stream, 3)
    level = np.abs(sound).max()
    assert np.abs(sound[:, int(2.4 * FRAME_RATE) :]).max() < level / 100
    assert stream.is_over


def test_a_long_note_sounds_where_the_music_goes_on_within_it(synth: Synth) -> None:
    stream = synth.stream(performed(TWO_VOICES), INSTRUMENTS["accordion"].program)
    stream.go_to(0.25)
    assert np.abs(flowing(stream, 0.2)).max() > 0.01


def test_voices_are_silenced_and_come_back_without_a_step(synth: Synth) -> None:
    performance = performed("X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\nA4|\n")
    stream = synth.stream(performance, INSTRUMENTS["flute"].program)
    before = flowing(stream, 1)
    stream.gains = {0: 0.0}
    silent = flowing(stream, 1)
    assert np.abs(np.diff(silent[0])).max() <= np.abs(np.diff(before[0])).max() * 1.01
    assert np.abs(silent[:, FRAME_RATE // 2 :]).max() < np.abs(before).max() / 20
    stream.gains = {}
    assert np.abs(flowing(stream, 0.5)).max() > np.abs(before).max() / 4


def test_a_note_that_dies_away_is_cut_without_growing_again(synth: Synth) -> None:
    performance = performed("X:1\nM:4/4\nL:1/8\nQ:1/4=120\nK:C\nA2z6|A8|\n")
    stream = synth.stream(performance, INSTRUMENTS["harp"].program)
    flowing(stream, 0.6)
    rings = np.abs(flowing(stream.copy(), 0.1)).max()
    stream.go_to(1.0)
    assert np.abs(flowing(stream, 0.1)).max() <= rings * 1.1


def test_solo_and_mute() -> None:
    strips = {0: Strip(), 1: Strip(is_solo=True), 2: Strip(volume=0.5, is_solo=True, is_mute=True)}
    assert gains_of(strips) == {0: 0.0, 1: 1.0, 2: 0.0}
    assert gains_of({0: Strip(volume=0.5)}) == {0: 0.25}


def test_the_metronome_clicks_on_the_beats() -> None:
    jig = performed("X:1\nM:6/8\nL:1/8\nQ:3/8=120\nK:G\nD|G3 B3|d6|\n")
    found = [(click.onset, click.is_first) for click in clicks(jig)]
    # The pickup is shorter than a beat; then two dotted quarters a measure.
    assert found == [(0.5, True), (2.0, False), (3.5, True), (5.0, False)]
    reel = performed("X:1\nM:4/4\nL:1/4\nQ:1/4=120\nK:G\nGG|GGGG|\n")
    assert [click.is_first for click in clicks(reel)][:3] == [False, False, True]


def test_counting_in_takes_a_measure_and_the_rest_of_a_pickup_s() -> None:
    whole = performed("X:1\nM:3/4\nL:1/4\nQ:1/4=60\nK:G\nGGG|GGG|\n")
    found, seconds = count_in(whole, 0.0)
    assert [(click.onset, click.is_first) for click in found] == [(0, True), (1, False), (2, False)]
    assert seconds == 3
    pickup = performed("X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:G\nG|GGGG|\n")
    found, seconds = count_in(pickup, 0.0)
    assert seconds == 7
    assert [click.is_first for click in found] == [True, *[False] * 3, True, False, False]


def test_counting_in_before_a_later_measure_takes_a_full_measure() -> None:
    found, seconds = count_in(performed("X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:G\nGG GG|GG|GGGG|\n"), 4.0)
    assert seconds == 4
    assert [click.is_first for click in found] == [True, False, False, False]
    short = performed("X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:G\nGGGG|GG|GGGG|\n")
    # No pickup: a short measure in the middle is clicked from its own beginning.
    assert [click.is_first for click in clicks(short)] == [
        True, False, False, False, True, False, True, False, False, False,
    ]  # fmt: skip


def test_the_music_waits_while_it_is_counted_in(synth: Synth) -> None:
    performance = performed("X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\nC4|\n")
    stream = synth.stream(performance, INSTRUMENTS["flute"].program, has_metronome=True)
    stream.gains = {METRONOME: 0.0}
    stream.count_in(*count_in(performance, 0.0))
    counted = np.abs(flowing(stream, 3.9)).max(axis=0)
    assert stream.place == 0
    for second in range(4):
        begin = second * FRAME_RATE
        assert counted[begin : begin + 500].max() > 0.05
    flowing(stream, 1)
    assert 0.8 < stream.place < 1


def test_the_notes_between_two_are_found_as_they_are_first_played() -> None:
    text = "X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\n|:CDEF|GABc:|\n"
    timeline = Timeline(performed(text))
    first, last = text.index("G"), text.index("c:")
    assert timeline.seconds_between(first, last) == (4, 8)
    assert timeline.seconds_between(0, 3) is None
    assert timeline.offsets_between(4, 6) == {first, first + 1}


def test_the_ends_of_a_loop_are_led_to_notes_as_they_are_played() -> None:
    text = "X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\n|:CDEF|GABc:|\n"
    timeline = Timeline(performed(text))
    third = text.index("GABc")
    assert timeline.last_begin(third, 20.0) == 12
    assert timeline.last_begin(third, 12.0) == 4
    assert timeline.last_begin(third, 4.0) is None
    assert timeline.next_end(third, 0.0) == 5
    assert timeline.next_end(third, 5.0) == 13
    assert timeline.next_end(third, 13.0) is None
    assert [timeline.nearest_begin(at) for at in (0.4, 0.6, 99.0)] == [0, 1, 16]


def test_repeats_are_skipped_when_wished() -> None:
    from dataclasses import replace

    text = "X:1\nM:4/4\nL:1/4\nK:C\n|:CDEF|1 G4:|2 A4|]\n"
    once = perform(parse(text), replace(PLAIN, skip_repeats=True))
    assert [int(note.pitch) for note in once.notes] == [60, 62, 64, 65, 69]
