"""Takes that are heard one after the other are equally loud, by a meter of another make."""

import math

import numpy as np
import pytest

from abcstudio.errors import CancelledError
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.sound.loudness import TARGET_LUFS, loudness
from abcstudio.playback.sound.sound_stream import METRONOME, SoundStream, StreamNote
from abcstudio.playback.sound.tones import FRAME_RATE, Tone
from abcstudio.recipes.sound import SoundMaker, SoundRequest
from abcstudio.stopping import stopping
from tests.unit.playback.sound.meters import lufs

MUSIC = "|:D2FA dAFA|GBdB AFDF|E2GB eBGB|AFEC D4:|"
TAKES = (
    MUSIC,
    MUSIC.lower().replace("f", "f'"),
    MUSIC.replace("2", "").replace("4", "").replace("|", "|z4 "),
    f"!pp!{MUSIC}",
    f"%%MIDI program 46\n{MUSIC}",
    f"%%MIDI program 24\n{MUSIC}".replace("D", "D,"),
    f"%%MIDI program 110\n{MUSIC}".replace("|:", '|:"D"'),
    "|:D8|F8|[DFA]8|d8:|",
)
PERCEIVED_DB = 1.0


@pytest.fixture(scope="module")
def maker() -> SoundMaker:
    return SoundMaker()


def request(music: str, *, is_levelled: bool) -> SoundRequest:
    return SoundRequest(
        text=f"X:1\nT:Take\nM:4/4\nL:1/8\nQ:1/4=120\nK:D\n{music}\n",
        sound_font=bundled_sound_font(),
        instrument="flute",
        is_levelled=is_levelled,
    )


def rendered(stream: SoundStream) -> np.ndarray:
    """Return what comes out, all of it."""
    stream.gains = {METRONOME: 0.0}
    blocks = range(math.ceil(stream.duration * FRAME_RATE / 4096))
    return np.concatenate([stream.render(4096)[0] for _ in blocks], axis=1).astype(float)


def test_eight_takes_are_equally_loud(maker: SoundMaker) -> None:
    spreads = {}
    for is_levelled in (False, True):
        found = [
            lufs(rendered(maker.make(request(music, is_levelled=is_levelled)).stream))
            for music in TAKES
        ]
        spreads[is_levelled] = max(found) - min(found)
        if is_levelled:
            assert found == pytest.approx([TARGET_LUFS] * len(TAKES), abs=PERCEIVED_DB)
    assert spreads[False] > 5
    assert spreads[True] <= PERCEIVED_DB


def test_levelling_changes_nothing_but_the_level(maker: SoundMaker) -> None:
    plain, levelled = (
        rendered(maker.make(request(TAKES[4], is_levelled=one)).stream) for one in (False, True)
    )
    factor = np.abs(levelled).max() / np.abs(plain).max()
    assert factor != pytest.approx(1, abs=0.05)
    np.testing.assert_allclose(levelled, plain * factor, atol=1e-4)


class _Sine:
    """A tone source: a sine of 997 Hz, as loud as full scale."""

    def of(
        self, program: int, pitch: float, velocity: int, frame_count: int, bank: int = 0
    ) -> list[Tone]:
        wave = np.sin(2 * np.pi * 997 * np.arange(frame_count + 1) / FRAME_RATE)
        return [Tone(wave.astype(np.float32), 1.0, 0.0, 1)]


def test_a_sine_of_full_scale_on_one_side_has_the_loudness_of_the_recommendation() -> None:
    note = StreamNote(0.0, 10.0, (0, 0), 60.0, 80, 1.0, 0)
    stream = SoundStream(_Sine(), [note], 10.0)
    assert loudness(stream) == pytest.approx(-3.01, abs=0.05)
    assert stream.place == 0


def test_silence_is_as_loud_as_nothing() -> None:
    assert loudness(SoundStream(_Sine(), [], 2.0)) == -70


def test_reckoning_can_be_stopped() -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        loudness(SoundStream(_Sine(), [], 2.0))
