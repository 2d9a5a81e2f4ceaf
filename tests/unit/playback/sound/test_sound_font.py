"""The bundled font, and files that only pretend to be one."""

import random
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest

from abcstudio.errors import SoundError
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.instruments import BUNDLED_FONT, INSTRUMENTS, OTHER_FONT_GAIN, gain_of
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_font_chunks import read_chunks
from tests.thorough import tries
from tests.unit.counted_work import CallCounter

MUTATIONS = tries(50)


def test_the_font_in_the_box_has_every_instrument() -> None:
    font = SoundFont.read(bundled_sound_font())
    for instrument in INSTRUMENTS.values():
        zones = font.zones(instrument.program)
        assert all(any(zone.sounds(60, velocity) for zone in zones) for velocity in range(1, 128))
        for zone in zones:
            sample = zone.sample
            assert sample.start <= sample.loop_start <= sample.loop_end <= sample.end


def test_every_recording_of_the_font_in_the_box_sounds_in_some_instrument() -> None:
    font = SoundFont.read(bundled_sound_font())
    zones = [zone for program in range(128) for zone in font.zones(program)]
    # The first recording of the file, too: nothing of it is cut away or left out.
    assert min(zone.sample.start for zone in zones) == 0


def test_only_the_font_in_the_box_is_levelled() -> None:
    assert SoundFont.read(bundled_sound_font()).name == BUNDLED_FONT
    gains = {item.program: item.gain for item in INSTRUMENTS.values()}
    assert {program: gain_of(program, BUNDLED_FONT) for program in gains} == gains
    assert {gain_of(program, "My own font") for program in gains} == {OTHER_FONT_GAIN}


def test_the_font_stays_small_enough_for_the_box() -> None:
    assert bundled_sound_font().stat().st_size < 16_000_000


@pytest.mark.parametrize("data", [b"", b"RIFF", b"RIFF\0\0\0\0sfbk", b"no sound font" * 100])
def test_what_is_no_font_is_refused_with_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.sf2"
    path.write_bytes(data)
    with pytest.raises(SoundError) as caught:
        SoundFont.read(path)
    assert caught.value.message_id == "sound.font_invalid"


@pytest.mark.parametrize("name", ["missing.sf2", "."])
def test_what_cannot_be_read_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(SoundError) as caught:
        SoundFont.read(tmp_path / name)
    assert caught.value.message_id == "sound.font_unreadable"


def test_damaged_tables_are_refused_or_read_within_bounds(tmp_path: Path) -> None:
    """Bytes of the tables are changed; nothing but a SoundError may come of it."""
    whole = np.fromfile(bundled_sound_font(), np.uint8)
    start = bytes(whole).rindex(b"pdta") - 8
    frames = 4000
    head = bytearray(bytes(whole[: bytes(whole[:4096]).index(b"smpl") + 8]))
    small = head + bytes(whole[len(head) : len(head) + 2 * frames]) + bytes(whole[start:])
    small[4:8] = (len(small) - 8).to_bytes(4, "little")
    sdta = small.index(b"sdta")
    small[sdta - 4 : sdta] = (4 + 8 + 2 * frames).to_bytes(4, "little")
    small[sdta + 8 : sdta + 12] = (2 * frames).to_bytes(4, "little")
    tables_at = small.index(b"pdta")
    assert SoundFont(read_chunks(np.frombuffer(bytes(small), np.uint8), tmp_path)).presets
    generator = random.Random(7)
    refused = 0
    for number in range(MUTATIONS):
        mutant = bytearray(small)
        for _ in range(generator.choice((1, 4, 40))):
            mutant[generator.randrange(tables_at, len(mutant))] = generator.randrange(256)
        # Counting takes three times as long as reading.
        with CallCounter() if number % 6 == 0 else nullcontext() as work:
            try:
                font = SoundFont(read_chunks(np.frombuffer(bytes(mutant), np.uint8), tmp_path))
                for bank, program in list(font.presets)[:2]:
                    for zone in font.zones(program, bank)[:20]:
                        assert 0 <= zone.sample.start < zone.sample.end <= frames
            except SoundError:
                refused += 1
        assert work is None or work.calls < 500_000
    assert refused
