"""Single tones of a sound font: a zone, a pitch and a length become frames, and are kept."""

import math
import threading
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.sound.resampling import BEFORE, TAPS, interpolated
from abcstudio.playback.sound.sound_font import SoundFont, Zone
from abcstudio.playback.sound.sound_font_generators import Generator

FRAME_RATE = 44_100
MAX_CACHED_FRAMES = 12_000_000
MAX_TONE_FRAMES = 30 * FRAME_RATE
_LOOPS = (1, 3)
_OPEN_FILTER_HZ = 16_000.0
_SILENCE_DECIBEL = 96.0
_LENGTH_STEP = FRAME_RATE // 4
# As the hardware did for which fonts are made: 0.04 dB a step instead of the written 0.1.
_ATTENUATION_STEP = 0.04
_SHORTEST_RELEASE_SECONDS, _LONGEST_RELEASE_SECONDS = 0.012, 1.5
_SHORTEST_ATTACK_SECONDS = 0.002
_Frames = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tone:
    """A tone held: its frames, where it stands between left and right, how it dies away."""

    frames: _Frames
    left: float
    right: float
    release_frames: int


class Tones:
    """Makes the tones of one font, for several threads; the most recently used ones are kept."""

    def __init__(self, sound_font: SoundFont) -> None:
        self._font = sound_font
        self._kept: OrderedDict[tuple[int, float, int, int], Tone | None] = OrderedDict()
        self._kept_frames = 0
        self._lock = threading.Lock()
        self._chosen: dict[tuple[int, int, int, int], tuple[Zone, ...]] = {}

    def of(
        self, program: int, pitch: float, velocity: int, frame_count: int, bank: int = 0
    ) -> list[Tone]:
        """Return the tones, one a zone, that sound together for one note.

        Args:
            program: A preset of the font.
            pitch: A MIDI note number.
            velocity: 1 to 127; it chooses the zone and is not applied to the frames.
            frame_count: How long the note is held.
            bank: The bank of the preset; 128 holds drum kits.
        """
        tones = []
        with self._lock:
            for number, zone in enumerate(self._zones((bank, program), round(pitch), velocity)):
                length = min(frame_count + _release_frames(zone) + 1, MAX_TONE_FRAMES)
                length = -(-length // _LENGTH_STEP) * _LENGTH_STEP
                key = (id(zone), pitch, number, 0)
                tone = self._kept.get(key)
                if tone is None or (len(tone.frames) < length and not _is_over(tone)):
                    tone = _tone(self._font, zone, pitch, length)
                    self._keep(key, tone)
                else:
                    self._kept.move_to_end(key)
                tones.append(tone)
        return tones

    def _zones(self, preset: tuple[int, int], key: int, velocity: int) -> tuple[Zone, ...]:
        """Return the zones of a key; where the preset has none, those of the nearest key."""
        place = (*preset, key, velocity)
        if place not in self._chosen:
            bank, program = preset
            zones = self._font.zones(program, bank)
            chosen = tuple(zone for zone in zones if zone.sounds(key, velocity))
            if not chosen and zones:
                near = min(zones, key=lambda zone: _distance(zone, key)).key_range
                nearest_key = max(near[0], min(near[1], key))
                chosen = tuple(zone for zone in zones if zone.sounds(nearest_key, velocity))
            self._chosen[place] = chosen
        return self._chosen[place]

    def _keep(self, key: tuple[int, float, int, int], tone: Tone) -> None:
        old = self._kept.pop(key, None)
        self._kept_frames += len(tone.frames) - (len(old.frames) if old else 0)
        self._kept[key] = tone
        while self._kept_frames > MAX_CACHED_FRAMES and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._kept_frames -= len(dropped.frames) if dropped else 0


def _distance(zone: Zone, key: int) -> int:
    return max(zone.key_range[0] - key, key - zone.key_range[1], 0)


def _is_over(tone: Tone) -> bool:
    """Return whether a longer tone would only be longer silence."""
    return len(tone.frames) == 0 or not tone.frames[-1]


def _tone(font: SoundFont, zone: Zone, pitch: float, length: int) -> Tone:
    frames = _pitched(font, zone, pitch, length)
    cutoff = 8.176 * 2 ** (zone[Generator.FILTER_CUTOFF] / 1200)
    if cutoff < _OPEN_FILTER_HZ:
        frames = _filtered(frames, cutoff)
    # After the filter, whose answer goes round from the end to the beginning.
    frames *= _envelope(zone, pitch, len(frames))
    decibel = max(0, zone[Generator.ATTENUATION]) * _ATTENUATION_STEP
    frames *= np.float32(10 ** (-decibel / 20))
    angle = (max(-500, min(500, zone[Generator.PAN])) + 500) / 1000 * math.pi / 2
    frames.flags.writeable = False
    return Tone(frames, math.cos(angle), math.sin(angle), _release_frames(zone))


def _pitched(font: SoundFont, zone: Zone, pitch: float, length: int) -> _Frames:
    """Return the sample at a pitch, its loop repeated up to a length."""
    sample = zone.sample
    root = zone[Generator.ROOT_KEY] if 0 <= zone[Generator.ROOT_KEY] <= 127 else sample.pitch
    cents = (pitch - root) * zone[Generator.SCALE_TUNING] + sample.correction_cents
    cents += 100 * zone[Generator.COARSE_TUNE] + zone[Generator.FINE_TUNE]
    cents = max(-7200.0, min(7200.0, cents))
    step = 2 ** (cents / 1200) * sample.rate / FRAME_RATE
    loop = sample.loop_end - sample.loop_start
    is_looped = zone[Generator.SAMPLE_MODES] & 3 in _LOOPS and loop >= 8
    if is_looped:
        recorded = font.frames(sample.start, sample.loop_end)
        # Round the loop once more, so far that what lies before a place is of the loop too.
        after = np.resize(recorded[len(recorded) - loop :], 2 * TAPS)
    else:
        recorded = font.frames(sample.start, sample.end)
        after = np.zeros(TAPS, np.float32)
        length = min(length, int(len(recorded) / step) + 1)
    recorded = np.concatenate((np.zeros(BEFORE, np.float32), recorded, after))
    places = BEFORE + np.arange(length, dtype=np.float64) * step
    if is_looped:
        stop = BEFORE + sample.loop_end - sample.start + TAPS
        first = min(length, math.ceil((stop - BEFORE) / step))
        places[first:] = stop - loop + (places[first:] - stop) % loop
    values = interpolated(recorded, places, step)
    if not is_looped:
        # Exactly, not nearly: from here on there is nothing to be made.
        values[-1:] = 0
    return values


def _envelope(zone: Zone, pitch: float, length: int) -> _Frames:
    """Return the volume of a held tone: delay, attack, hold, decay to the sustained level."""
    delay = _frames_of(zone[Generator.ENVELOPE_DELAY])
    attack = max(
        _frames_of(zone[Generator.ENVELOPE_ATTACK]), int(_SHORTEST_ATTACK_SECONDS * FRAME_RATE)
    )
    to_hold = zone[Generator.KEY_TO_HOLD] * (60 - pitch)
    to_decay = zone[Generator.KEY_TO_DECAY] * (60 - pitch)
    hold = _frames_of(zone[Generator.ENVELOPE_HOLD] + to_hold)
    decay = _frames_of(zone[Generator.ENVELOPE_DECAY] + to_decay)
    sustain = min(max(0, zone[Generator.ENVELOPE_SUSTAIN]) / 10, _SILENCE_DECIBEL)
    # Decibels below full volume; a decay takes its time for a fall of 96 dB.
    falling = int(decay * sustain / _SILENCE_DECIBEL)
    points = np.cumsum([0, delay, attack, hold, falling])
    levels = np.interp(
        np.arange(length),
        points[[3, 4]] if falling else [0, 1],
        [0, sustain] if falling else [sustain] * 2,
    )
    envelope = np.power(np.float32(10), (levels / -20).astype(np.float32))
    rise = min(length, delay + attack)
    envelope[:rise] *= np.interp(np.arange(rise), [delay, delay + attack], [0, 1]).astype(
        np.float32
    )
    if sustain >= _SILENCE_DECIBEL:
        envelope[points[4] :] = 0
    return envelope


def _frames_of(timecents: float) -> int:
    if timecents <= -12000:
        return 0
    return int(2 ** (min(timecents, 6000) / 1200) * FRAME_RATE)


def _release_frames(zone: Zone) -> int:
    """Return how long a tone takes to die away, within bounds."""
    seconds = _frames_of(zone[Generator.ENVELOPE_RELEASE]) / FRAME_RATE
    bounded = max(_SHORTEST_RELEASE_SECONDS, min(_LONGEST_RELEASE_SECONDS, seconds))
    return int(bounded * FRAME_RATE)


def _filtered(frames: _Frames, cutoff: float) -> _Frames:
    """Return frames through a low-pass of 12 dB an octave, its phase left alone."""
    if not len(frames):
        return frames
    spectrum = np.fft.rfft(frames)
    frequencies = np.fft.rfftfreq(len(frames), 1 / FRAME_RATE)
    spectrum *= 1 / np.sqrt(1 + (frequencies / cutoff) ** 4)
    result: _Frames = np.fft.irfft(spectrum, len(frames)).astype(np.float32)
    return result
