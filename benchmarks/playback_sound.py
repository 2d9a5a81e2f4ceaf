"""Does a session sound like one: players' tempos, notes that speak in time, levels that balance?"""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

from measuring_sound import (
    EIGHTH_SECONDS,
    HELD_SECOND,
    KEYS,
    cents_sharp,
    dips,
    envelope,
    half_peak_ms,
    held_tone,
    in_the_room,
    loudness,
    mean_cents,
)

from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.paths import bundled_sound_font, bundled_tunebook
from abcstudio.playback.instruments import INSTRUMENTS, Instrument
from abcstudio.playback.interpretation import MUSICIAN
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.mastering import TARGET_LUFS
from abcstudio.playback.sound.metronome import clicks
from abcstudio.playback.sound.mix import on_instrument
from abcstudio.playback.sound.reverb import Reverb
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_stream import METRONOME
from abcstudio.playback.sound.synth import FRAME_RATE, Synth
from abcstudio.playback.sound.tones import Tones
from abcstudio.playback.sound.wav_file import wav_pieces
from abcstudio.recipes.export import export_tune
from abcstudio.recipes.export_options import SOUND_FORMATS, ExportOptions

NOTES_A_SECOND, MOST_FAST_TUNES = 8.0, 5
# Median and worst time until a tone has half its peak, in ms, of those that have to be quick.
HALF_PEAK_MS = {"fiddle": (18, 20), "flute": (13, 15), "accordion": (10, 12)}
TUNED_CENTS, STEP_CENTS = 4.0, 3.0
EXPORT_LU = 0.5
RANGE_LU, TUNING_CENTS, LEVEL_LU, REEL_TO_AIR_LU = 1.5, 8.0, 2.0, 5.0
# Over all keys that the instrument has.
RANGE_IN_THE_ROOM_LU = 2.0
SHARP_DIP_DB, PLUCKED_DIP_DB = -18.0, -6.0
_PLUCKED = ("harp", "guitar", "piano")
# All of their keys are as loud before the room; the low strings of harp and piano are not.
_LEVELLED = ("whistle", "whistle-8va", "flute", "fiddle", "accordion", "guitar")
BACKING_LU = (4.0, 6.0)
WET_DB, ROOM_SECONDS = (-12.0, -10.0), (0.45, 0.65)
CLICK_DB = 6.0
_KINDS = ("reel", "jig", "hornpipe", "waltz", "air")
_ORNAMENTS = ("grace_notes", "rolls", "trills", "slides", "tremolos")
_BARE = replace(MUSICIAN, skip_repeats=True, **dict.fromkeys(_ORNAMENTS, False))
_REPEATED = "X:1\nR:reel\nM:4/4\nL:1/8\nK:D\n" + "|".join(f"{n}{n}{n}{n}" for n in "DFAdfb") + "|\n"
_BACKED = (
    "X:1\nR:reel\nM:4/4\nL:1/8\nK:D\n|:"
    '"D"A2FA DAFA|"G"BGdB "A"cAeA|"D"fdfa "Bm"gfed|"Em"Bdef "A7"edce|'
    '"D"d2fd Adfd|"G"gbge "A"fdec|"D"dcdA "G"BAGF|"A7"EFGE "D"D4:|\n',
    "X:1\nR:jig\nM:6/8\nL:1/8\nK:G\n|:"
    '"G"GBd gdB|"C"cec "G"BdB|"Am"ABA "D7"AFD|"G"GBd "D"d2c|'
    '"G"Bdg "Em"bge|"C"cde "D7"dcA|"G"BGB "D7"AFA|"G"G3 G3:|\n',
    "X:1\nR:waltz\nM:3/4\nL:1/8\nK:G\n|:"
    '"G"D2 G3A|"Em"B4 d2|"C"c2 B2 A2|"D7"F4 D2|"G"G2 B2 d2|"C"e4 c2|"D7"B2 A2 F2|"G"G6:|\n',
)


def tempo(folder: Path) -> dict[str, Any]:
    """Return how many tunes of the box nobody could play, and hornpipes bent on the wrong grid."""
    fast: Counter[str] = Counter()
    wrong = bent = 0
    for score in _box():
        performance = perform(score, _BARE)
        seconds = performance.seconds_at(performance.duration_beats)
        kind = _kind(score)
        if len(performance.notes) / seconds > NOTES_A_SECOND:
            fast[kind or "no rhythm"] += 1
        if kind == "hornpipe" and score.meter.beats == (2,):
            even = perform(score, replace(_BARE, hornpipe_swing=False))
            moved = {
                note.onset_beats - other.onset_beats
                for note, other in zip(performance.notes, even.notes, strict=True)
            }
            bent += len(moved) > 1
            wrong += Fraction(1, 6) in moved
    return {
        "tunes_above_8_notes_a_second": dict(fast),
        "hornpipes_in_2_4_with_swing": bent,
        "of_these_bent_by_eighths": wrong,
        "passed": fast.total() <= MOST_FAST_TUNES and not wrong,
    }


def tones(folder: Path) -> dict[str, Any]:
    """Return for each instrument, dry, how soon, even, detached and in tune its notes are.

    How even, also as they are heard: in the room.
    """
    font = SoundFont.read(bundled_sound_font())
    made = Tones(font)
    found: dict[str, Any] = {}
    is_good = True
    for name, instrument in INSTRUMENTS.items():
        program = instrument.program
        keys = [key + instrument.shift for key in KEYS]
        held = {key: held_tone(made, program, key) for key in keys}
        halves = [half_peak_ms(frames) for frames in held.values()]
        levels = [loudness(held_tone(made, program, key, EIGHTH_SECONDS)) for key in keys]
        heard = _range_in_the_room(made, instrument)
        sharp = [cents_sharp(frames, key) for key, frames in held.items()]
        fallen = _dips(font, program)
        found[name] = {
            "half_peak_ms": [round(median(halves)), round(max(halves))],
            "range_of_an_eighth_lu": round(max(levels) - min(levels), 1),
            "range_in_the_room_lu": round(heard, 1),
            "dips_db": [round(max(fallen)), round(min(fallen))],
            "cents": [round(min(sharp)), round(max(sharp))],
        }
        middle, worst = HALF_PEAK_MS.get(name, (60, 60))
        dip = PLUCKED_DIP_DB if name in _PLUCKED else SHARP_DIP_DB
        is_good &= median(halves) <= middle and max(halves) <= worst
        is_good &= max(levels) - min(levels) <= RANGE_LU and max(fallen) <= dip
        is_good &= name not in _LEVELLED or heard <= RANGE_IN_THE_ROOM_LU
        is_good &= name in _PLUCKED or max(map(abs, sharp)) <= TUNING_CENTS
    return {**found, "passed": bool(is_good)}


def tuning(folder: Path) -> dict[str, Any]:
    """Return for each instrument how many cents each of its keys is sharp, held for a second."""
    made = Tones(SoundFont.read(bundled_sound_font()))
    found: dict[str, Any] = {}
    is_good = True
    for name, instrument in INSTRUMENTS.items():
        cents = {key: _mean_cents(made, instrument, key) for key in played_keys(instrument)}
        worst = max(map(abs, cents.values()))
        values = [*cents.values()]
        steps = [abs(second - first) for first, second in pairwise(values)]
        found[name] = {
            "worst": round(worst, 1),
            "worst_step": round(max(steps), 1),
            "cents": {key: round(value, 1) for key, value in cents.items()},
        }
        is_good &= worst <= TUNED_CENTS and max(steps) <= STEP_CENTS
    return {**found, "passed": bool(is_good)}


def exports(folder: Path) -> dict[str, Any]:
    """Return how loud the same tune is in files, by FFmpeg: LUFS and the true peak in dB."""
    found: dict[str, Any] = {}
    for name in INSTRUMENTS:
        options = ExportOptions(instrument=name, sound_font=bundled_sound_font())
        for format in SOUND_FORMATS:
            path = export_tune(_BACKED[0], format, folder / f"{name}.{format}", options)
            found[f"{name}.{format}"] = list(_lufs_and_peak(path))
    lufs, peaks = zip(*found.values(), strict=True)
    is_good = max(abs(each - TARGET_LUFS) for each in lufs) <= EXPORT_LU and max(peaks) <= -1.0
    return {"lufs_and_true_peak": found, "passed": is_good}


def played_keys(instrument: Instrument) -> range:
    """Return the keys that an instrument sounds on, as far as the font is cut."""
    lowest, highest = max(instrument.lowest, 36), min(instrument.highest, 101)
    return range(lowest + instrument.shift, highest + instrument.shift + 1)


def _mean_cents(made: Tones, instrument: Instrument, key: int) -> float:
    return mean_cents(held_tone(made, instrument.program, key, HELD_SECOND), key)


def balance(folder: Path) -> dict[str, Any]:
    """Return how loud tunes, backing, room and metronome are beside each other."""
    synth = Synth(SoundFont.read(bundled_sound_font()))
    performances = {kind: [perform(score) for score in _some(kind)] for kind in _KINDS}
    lufs: dict[str, dict[str, float]] = {}
    for name in INSTRUMENTS:
        lufs[name] = {
            kind: round(
                mean(_lufs(synth.render(on_instrument(each, name)), folder) for each in own), 1
            )
            for kind, own in performances.items()
        }
    means = [mean(each.values()) for each in lufs.values()]
    backed = [_backing_lu(synth, text, folder) for text in _BACKED]
    under = [round(lu, 1) for lu in backed]
    wet, seconds = _room()
    over = _clicks(synth)
    return {
        "lufs": lufs,
        "means_lu": round(max(means) - min(means), 1),
        "reel_to_air_lu": {
            name: round(each["air"] - each["reel"], 1) for name, each in lufs.items()
        },
        "backing_under_flute_lu": under,
        "room_db": round(wet, 1),
        "room_seconds": round(seconds, 2),
        "clicks_over_music_db": over,
        "passed": bool(
            max(means) - min(means) <= LEVEL_LU
            and all(abs(each["air"] - each["reel"]) <= REEL_TO_AIR_LU for each in lufs.values())
            and BACKING_LU[0] <= mean(backed) <= BACKING_LU[1]
            and WET_DB[0] <= wet <= WET_DB[1]
            and ROOM_SECONDS[0] <= seconds <= ROOM_SECONDS[1]
            and min(over.values()) >= CLICK_DB
        ),
    }


def _box() -> Iterable[Score]:
    for tune in read_tunebook(bundled_tunebook()):
        yield parse(tune.text, tune.file_header)


def _kind(score: Score) -> str:
    return next(iter(score.field_values("R")), "").lower()


def _some(kind: str) -> list[Score]:
    """Return two tunes of a kind."""
    own = [score for score in _box() if _kind(score) == kind]
    return own[7 :: max(1, len(own) // 2)][:2]


def _range_in_the_room(made: Tones, instrument: Instrument) -> float:
    """Return by how much an eighth of one key is louder than one of another, as it is heard."""
    keys = range(instrument.lowest + instrument.shift, instrument.highest + instrument.shift + 1)
    notes = [held_tone(made, instrument.program, key, EIGHTH_SECONDS) for key in keys]
    levels = [loudness(in_the_room(note)) for note in notes]
    return max(levels) - min(levels)


def _dips(font: SoundFont, program: int) -> list[float]:
    """Return the dips between repeated eighths of a reel, dry."""
    performance = perform(parse(_REPEATED))
    stream = Synth(font).stream(performance, program)
    stream._reverb = None
    count = int(performance.seconds_at(performance.duration_beats) * FRAME_RATE)
    mix, _ = stream.render(count - count % 2)
    again = [
        performance.seconds_at(second.onset_beats)
        for first, second in zip(performance.notes, performance.notes[1:], strict=False)
        if first.pitch == second.pitch
    ]
    return dips(mix.T.astype(np.float64), again)


def _backing_lu(synth: Synth, text: str, folder: Path) -> float:
    """Return how far the backing is under the tune on the flute."""
    performance = perform(parse(text))
    flute = INSTRUMENTS["flute"].program
    tune, backing = (
        _lufs(synth.render(_only(performance, is_backing=of_backing), flute), folder)
        for of_backing in (False, True)
    )
    return tune - backing


def _only(performance: Performance, *, is_backing: bool) -> Performance:
    notes = [
        note
        for note in performance.notes
        if performance.tracks[note.voice].is_backing == is_backing
    ]
    return replace(performance, notes=tuple(notes))


def _room() -> tuple[float, float]:
    """Return how loud the room is beside a noise in it, and how long it rings for 60 dB."""
    rng = np.random.default_rng(1)
    burst = np.zeros((2, 4 * FRAME_RATE), np.float32)
    burst[:, :FRAME_RATE] = rng.standard_normal(FRAME_RATE) * 0.1
    wet = burst.copy()
    Reverb().add_to(wet)
    # The sound itself comes 14 frames late.
    wet[:, 14:] -= burst[:, :-14]
    half = slice(FRAME_RATE // 2, FRAME_RATE)
    level = 10 * np.log10(float((wet[:, half] ** 2).mean() / (burst[:, half] ** 2).mean()))
    tail = envelope(wet[:, FRAME_RATE:].T.astype(np.float64), 0.03)
    decibel = 20 * np.log10(tail / tail[: FRAME_RATE // 20].max() + 1e-9)
    first, last = np.argmax(decibel < -5), np.argmax(decibel < -25)
    return level, 3 * float(last - first) / FRAME_RATE


def _clicks(synth: Synth) -> dict[str, float]:
    """Return by how much first and other clicks stand out of the music around their own pitch."""
    performance = perform(parse(_BACKED[0]))
    found: dict[bool, list[float]] = {True: [], False: []}
    music, both = (_clicked(synth, performance, gain) for gain in (0.0, 1.0))
    width = int(0.02 * FRAME_RATE)
    window = np.hanning(width)
    for click in clicks(performance):
        at = int(performance.seconds_at(Fraction(click.onset)) * FRAME_RATE)
        if at + width > len(music):
            continue
        part = slice(at, at + width)
        own = np.abs(np.fft.rfft((both[part] - music[part]) * window)) ** 2
        others = np.abs(np.fft.rfft(music[part] * window)) ** 2
        peak = int(np.argmax(own))
        near = slice(int(peak / 1.2), int(peak * 1.2) + 2)
        ratio = float(own[near].sum() / (others[near].sum() + 1e-12))
        found[click.is_first].append(10 * np.log10(ratio))
    return {"first": round(median(found[True]), 1), "others": round(median(found[False]), 1)}


def _clicked(synth: Synth, performance: Performance, gain: float) -> Any:
    """Return some seconds of a tune, in mono, with the metronome at a gain."""
    stream = synth.stream(performance, INSTRUMENTS["flute"].program, has_metronome=True)
    stream.gains = {METRONOME: gain}
    mix, _ = stream.render(10 * FRAME_RATE)
    return mix.sum(axis=0)


def _lufs(frames: Any, folder: Path) -> float:
    path = folder / "loudness.wav"
    path.write_bytes(b"".join(wav_pieces([frames], len(frames))))
    return _lufs_and_peak(path)[0]


def _lufs_and_peak(path: Path) -> tuple[float, float]:
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(path), "-filter_complex",
               "ebur128=peak=true", "-f", "null", "-"]  # fmt: skip
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    lufs, peak = (re.findall(rf"{name}:\s+(-?[\d.]+|-inf)", said)[-1] for name in ("I", "Peak"))
    return float(lufs), float(peak)
