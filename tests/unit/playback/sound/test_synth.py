"""The sound itself: in tune, on time, loud enough and never too loud."""

import io
import wave

import numpy as np
import pytest

from abcstudio.errors import CancelledError, SoundError
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.drum_kit import drum_frames
from abcstudio.playback.sound.peak_limiter import PEAK
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.synth import FRAME_RATE, Synth, frame_count
from abcstudio.playback.sound.wav_file import MAX_WAV_FRAMES, pcm16, wav_pieces
from abcstudio.stopping import stopping
from tests.unit.counted_work import calls_in

REEL = """X:1
T:Reel
M:4/4
L:1/8
Q:1/4=200
K:D
|:"D"d2fd "A"Adfd|"G"B2gB "D"A2fA|"D"d2fd "A"Adfa|"G"gfed "A7"cABc:|
|:"D"a2fa "G"g2eg|"D"f2df "A"edcA|"D"a2fa "G"gbag|"A"fedc "D"d4:|
"""


@pytest.fixture(scope="module")
def synth() -> Synth:
    return Synth(SoundFont.read(bundled_sound_font()))


def render(synth: Synth, body: str, program: int = 0) -> np.ndarray:
    score = parse(f"X:1\nT:T\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\n{body}\n")
    return synth.render(perform(score, PLAIN), program)


def pitch_of(frames: np.ndarray, near: float) -> float:
    """Return the strongest frequency within a semitone, by a padded spectrum."""
    windowed = frames * np.hanning(len(frames))
    size = 1 << 20
    spectrum = np.abs(np.fft.rfft(windowed, size))
    frequencies = np.fft.rfftfreq(size, 1 / FRAME_RATE)
    spectrum[(frequencies < near * 2 ** (-1 / 12)) | (frequencies > near * 2 ** (1 / 12))] = 0
    return float(frequencies[spectrum.argmax()])


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_instrument_is_in_tune(synth: Synth, name: str) -> None:
    cents = []
    for note, number in (("D", 62), ("G", 67), ("A", 69), ("d", 74), ("f", 77)):
        frames = render(synth, f"{note}2|", INSTRUMENTS[name].program).mean(axis=1)
        wanted = 440 * 2 ** ((number - 69) / 12)
        heard = pitch_of(frames[FRAME_RATE // 5 : 3 * FRAME_RATE // 2], wanted)
        cents.append(1200 * np.log2(heard / wanted))
    assert abs(np.median(cents)) < 12, cents


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_no_key_is_mute(synth: Synth, name: str) -> None:
    for octave in ("{},,", "{},", "{}", "{}'", "{}''"):
        for step in "CDEFGAB":
            for sign in "=" if step in "EB" else "=^":
                frames = render(synth, f"{sign}{octave.format(step)}/4|", INSTRUMENTS[name].program)
                assert np.abs(frames).max() > 0.003, (octave, step, sign)


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_note_begins_and_ends_on_time(synth: Synth, name: str) -> None:
    frames = np.abs(render(synth, "z2 G z5|", INSTRUMENTS[name].program)).max(axis=1)
    level = frames.max()
    assert frames[: 2 * FRAME_RATE - 1].max() == 0
    onset = np.argmax(frames > level / 4) / FRAME_RATE
    assert 2 <= onset < 2.1
    assert frames[int(5 * FRAME_RATE) :].max() < level / 100


def test_every_instrument_is_about_as_loud(synth: Synth) -> None:
    levels = []
    for instrument in INSTRUMENTS.values():
        frames = synth.render(perform(parse(REEL), PLAIN), instrument.program)
        levels.append(10 * np.log10(np.square(frames).mean()))
    assert max(levels) - min(levels) < 9, levels


def test_nothing_is_clipped_however_many_play(synth: Synth) -> None:
    voices = "".join(f"V:{number}\n[CEGce]4|\n" for number in range(12))
    frames = render(synth, voices, INSTRUMENTS["accordion"].program)
    assert np.abs(frames).max() <= PEAK + 1e-6
    assert np.abs(pcm16(frames).astype(int)).max() < 32767


def test_twice_as_fast_is_half_as_long_and_no_higher(synth: Synth) -> None:
    stream = synth.stream(perform(parse("X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\nA4|\n"), PLAIN), 73)
    stream.speed = 2.0
    fast, _ = stream.render(2 * FRAME_RATE)
    assert stream.place == pytest.approx(4)
    assert pitch_of(fast.mean(axis=0)[8000:60000], 440) == pytest.approx(440, rel=0.008)


def test_the_same_tune_sounds_the_same_each_time(synth: Synth) -> None:
    assert np.array_equal(render(synth, "CDEF|GABc|"), render(synth, "CDEF|GABc|"))


def test_rendering_stops_when_asked(synth: Synth) -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        synth.render(perform(parse(REEL), PLAIN))


def test_an_empty_performance_is_silence(synth: Synth) -> None:
    frames = synth.render(perform(parse("")), 0)
    assert frames.shape[1] == 2
    assert not frames.any()


def test_a_minute_of_music_takes_few_calls_beside_its_frames(synth: Synth) -> None:
    performance = perform(parse(REEL.replace("=200", "=64")))
    assert performance.seconds_at(performance.duration_beats) == pytest.approx(60)
    work = calls_in(lambda: synth.render(performance, INSTRUMENTS["fiddle"].program))
    assert work < 60 * FRAME_RATE / 5


def test_wav_files_are_16_bit_stereo() -> None:
    frames = np.array([[0, 1], [-1, 0.5], [2, -2]], np.float32)
    data = b"".join(wav_pieces([frames[:1], frames[1:]], 3))
    with wave.open(io.BytesIO(data)) as file:
        assert file.getparams()[:4] == (2, 2, FRAME_RATE, 3)
        samples = np.frombuffer(file.readframes(3), "<i2")
    assert samples.tolist() == [0, 32767, -32767, 16384, 32767, -32767]
    other = io.BytesIO()
    with wave.open(other, "wb") as file:
        file.setparams((2, 2, FRAME_RATE, 0, "NONE", ""))
        file.writeframes(samples.tobytes())
    assert data == other.getvalue()


def test_a_wav_file_that_would_be_too_long_is_refused_in_a_sentence() -> None:
    silence = np.zeros((1, 2), np.float32)
    assert next(wav_pieces([silence], MAX_WAV_FRAMES)).startswith(b"RIFF")
    with pytest.raises(SoundError) as caught:
        next(wav_pieces([], MAX_WAV_FRAMES + 1))
    assert "405 minutes" in english(caught.value.message_id, caught.value.parameters)


def test_blocks_make_up_the_whole(synth: Synth) -> None:
    performance = perform(parse(REEL))
    whole = synth.render(performance, 73)
    blocks = list(synth.blocks(performance, 73, gain=synth.gain([performance], 73)))
    assert len(blocks) > 5
    assert frame_count(performance) == len(whole)
    # Tones that had to be made longer meanwhile differ a little.
    assert np.allclose(np.concatenate(blocks), whole, rtol=0, atol=3e-4)
    again = list(synth.blocks(performance, 73, gain=0.5))
    assert np.array_equal(np.concatenate(again), synth.render(performance, 73) * np.float32(0.5))


def test_one_gain_holds_for_parts_and_their_sum(synth: Synth) -> None:
    loud = perform(parse("X:1\nM:4/4\nL:1/4\nK:C\n!ffff![CEGce]4|\n"))
    program = INSTRUMENTS["accordion"].program
    together = synth.gain([loud] * 4, program)
    assert together < synth.gain([loud], program)
    frames = np.concatenate(list(synth.blocks(loud, program, gain=together)))
    assert np.abs(4 * frames).max() == pytest.approx(PEAK, rel=1e-4)
    assert synth.gain([perform(parse(""))]) == 1.0


def test_drums_sound_at_their_moments_from_a_kit_of_our_own(synth: Synth) -> None:
    drums = "%%MIDI channel 10\n"
    frames = np.abs(render(synth, drums + "C,, z ^F,, z|")).max(axis=1)
    level = frames.max()
    assert level > 0.02
    for second in (0, 2):
        assert frames[second * FRAME_RATE : int((second + 0.05) * FRAME_RATE)].max() > level / 20
    assert frames[int(1.9 * FRAME_RATE) : 2 * FRAME_RATE].max() < level / 50


@pytest.mark.parametrize("instrument", range(128))
def test_every_key_of_the_kit_is_a_hit_that_dies_away(instrument: int) -> None:
    hit = drum_frames(instrument)
    assert 0.4 < np.abs(hit).max() <= 0.5
    assert np.abs(hit[-len(hit) // 20 :]).max() < 0.02


def test_an_instrument_changes_in_the_middle_of_a_note_line(synth: Synth) -> None:
    changed = render(synth, "%%MIDI program 73\nA2[I:MIDI program 0]A2|")
    flute = render(synth, "%%MIDI program 73\nA2A2|")
    piano = render(synth, "%%MIDI program 0\nz2A2|")
    half = 2 * FRAME_RATE - 100
    assert np.allclose(changed[:half], flute[:half], atol=1e-5)
    late = slice(half + FRAME_RATE, half + 2 * FRAME_RATE)
    assert np.abs(changed[late] - piano[late]).max() < np.abs(changed[late] - flute[late]).max()


@pytest.mark.parametrize(
    ("asked", "heard"),
    [(40, 110), (25, 24), (6, 0), (72, 74), (108, 46), (20, 19), (70, 21), (127, 73)],
)
def test_an_instrument_that_the_font_lacks_is_played_on_the_one_most_like_it(
    synth: Synth, asked: int, heard: int
) -> None:
    frames = render(synth, f"%%MIDI program {asked}\nA2|", 46)
    assert np.array_equal(frames, render(synth, f"%%MIDI program {heard}\nA2|", 46))


@pytest.mark.parametrize("name", ["whistle", "flute", "piano"])
def test_nothing_sounds_that_the_recording_lacks(synth: Synth, name: str) -> None:
    frames = render(synth, "D2|", INSTRUMENTS[name].program)[:, 0]
    held = frames[FRAME_RATE // 2 : FRAME_RATE]
    level = np.abs(np.fft.rfft(held * np.blackman(len(held))))
    # The recordings hold nothing so high: mirror images of their low partials would be there.
    highest = level[np.fft.rfftfreq(len(held), 1 / FRAME_RATE) > 16_500].max()
    assert 20 * np.log10(highest / level.max()) < -72


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_note_begins_at_zero(synth: Synth, name: str) -> None:
    for note in ("D", "G", "d", "f"):
        frames = render(synth, f"{note}2|", INSTRUMENTS[name].program)
        assert np.abs(frames[:4]).max() < 0.002 * np.abs(frames).max()
