"""Is what is played in tune, on time, as loud as it should be, and soon enough?

Measured by others' programs where sound is judged: SciPy finds the clicks, aubio pitches and
onsets, SoX levels, FFmpeg loudness, and FluidSynth renders the same MIDI files with the same font
beside us. Install what is missing:

    apt-get install aubio-tools sox ffmpeg fluidsynth jackd2 jack-example-tools
    pip install scipy python-rtmidi

Sections (all by default):

- `onsets`: 200 tunes with a font that clicks; each note's click within 1 ms of the Performance.
- `pitches`: a scale with a font of sine waves, within 5 cents.
- `instruments`: each of them: median pitch within 12 cents, onsets within 60 ms, peak at most
  -0.5 dBFS, silence at the end, loudness within 3 LU of each other.
- `tempo`: at most 5 tunes of the box above 8 notes a second, no hornpipe swung on the wrong grid.
- `tones`: dry tones have half their peak in time (fiddle 18 ms, flute 13, accordion 10), the range
  of keys in the time of an eighth is at most 1.5 LU, in the room 2 LU, a repeated note is heard
  again, in tune.
- `tuning`: every key of every instrument, the mean of a held second, within 4 cents of equal
  temperament and 3 cents of its neighbours.
- `exports`: one tune on every instrument as WAV, FLAC and Ogg Vorbis: -16 LUFS, peaks below -1 dB.
- `balance`: reels and airs alike on all instruments, the backing 4 to 6 LU under the flute, the
  room 11 dB under the sound for half a second, clicks above the music around their pitch.
- `rendering`: 60 s of a two-voice tune in at most 0.15 s, and no slower than FluidSynth.
- `transport`: the first frame of a tune just edited within 60 ms of the space bar, a change of
  tempo within 60 ms and without a step, 100 loops exact, 100 lost devices, 4,000 random actions;
  an edit while it plays is under the needle within half a second.

- `port`: all notes arrive at a port of JACK's dummy server, in order, jitter p99 <= 5 ms.

With `--minutes 10` it plays while a network trains: the cursor within 20 ms, no drop-out. SDL's
dummy device pulls by sleeping; one with a clock of its own, whose sound is recorded too, is

    apt-get install pulseaudio pulseaudio-utils
    pulseaudio --daemonize --exit-idle-time=-1 --load="module-null-sink rate=44100"
    SDL_AUDIODRIVER=pulseaudio python benchmarks/playback.py --only --minutes 10

Prints one JSON object and exits 0 only when all that was measured holds.

    python benchmarks/playback.py
    python benchmarks/playback.py --only rendering transport
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
import wave
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NoReturn

import numpy as np
from measuring_fonts import CLICK_AT, write_click_font, write_sine_font
from playback_port import EVEN, REEL, port
from playback_sound import balance, exports, tempo, tones, tuning
from playback_training import cursor
from playback_window import transport

from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_sound_font, bundled_tunebook
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.mix import with_program
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.synth import FRAME_RATE, Synth
from abcstudio.playback.sound.wav_file import wav_pieces
from abcstudio.temporary_files import temporary_folder

TUNES = 200
ONSET_LIMIT_MS, PITCH_LIMIT_CENTS = 1.0, 5.0
INSTRUMENT_CENTS, INSTRUMENT_ONSET_MS, PEAK_DB, LOUDNESS_LU = 12.0, 60.0, -0.5, 3.0
RENDER_LIMIT_SECONDS = 0.15
_SCALE = "X:1\nM:4/4\nL:1/1\nQ:1/4=240\nK:C\n" + "|".join("DEFGABcdefgab") + "|\n"
_SPACED = "X:1\nM:4/4\nL:1/4\nQ:1/4=120\nK:D\n" + "z4|" + "D z F z|A z d z|f z e z|d z A z|" * 2


def main() -> NoReturn:
    """Measure, print and judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="*", choices=sorted(_SECTIONS), default=list(_SECTIONS))
    parser.add_argument("--minutes", type=float, default=0.0,
                        help="play so long while a network trains in the same process")  # fmt: skip
    parser.add_argument("--pictures", type=Path, metavar="DIR",
                        help="spectrograms of each instrument, and FluidSynth's")  # fmt: skip
    options = parser.parse_args()
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    result: dict[str, Any] = {}
    with temporary_folder("abcstudio-playback-") as folder:
        for name in options.only:
            result[name] = _SECTIONS[name](folder)
        if options.pictures:
            spectrograms(folder, options.pictures)
    if options.minutes:
        is_alone = not result
        result["beside_training"] = cursor(options.minutes) if is_alone else _anew(options.minutes)
    result["passed"] = all(each["passed"] for each in result.values())
    print(json.dumps(result, indent=2), flush=True)
    # Not by way of the interpreter: threads of the network library may still be at work.
    os._exit(0 if result["passed"] else 1)


def _anew(minutes: float) -> Any:
    """Play beside a training in a process of its own, without what the other sections left."""
    command = [sys.executable, __file__, "--only", "--minutes", str(minutes)]
    output = subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout
    return json.loads(output)["beside_training"]


def onsets(folder: Path) -> dict[str, Any]:
    """Return how far clicks are from the times of the performance."""
    from scipy.signal import find_peaks

    font = folder / "click.sf2"
    write_click_font(font)
    synth = Synth(SoundFont.read(font))
    tunes = read_tunebook(bundled_tunebook())
    worst, missing, extra, notes = 0.0, 0, 0, 0
    for tune in tunes[:: len(tunes) // TUNES][:TUNES]:
        performance = perform(parse(tune.text, tune.file_header), EVEN)
        frames = _through_a_file(synth.render(performance, 0), folder / "tune.wav")
        level = np.abs(frames).max(axis=1)
        quietest = min(note.velocity for note in performance.notes) ** 2
        loudest = max(note.velocity for note in performance.notes) ** 2
        peaks, _ = find_peaks(level, height=0.5 * level.max() * quietest / loudest / 2)
        times = sorted({performance.seconds_at(note.onset_beats) for note in performance.notes})
        heard = (peaks - CLICK_AT) / FRAME_RATE
        for second in times:
            distance = np.abs(heard - second).min(initial=1.0)
            missing += distance > 0.01
            worst = max(worst, float(distance)) if distance <= 0.01 else worst
        wanted = np.array(times)
        extra += sum(np.abs(wanted - second).min() > 0.002 for second in heard)
        notes += len(times)
    return {
        "tunes": TUNES,
        "onsets": notes,
        "worst_ms": round(1000 * worst, 3),
        "missing": int(missing),
        "extra": int(extra),
        "passed": not missing and not extra and 1000 * worst <= ONSET_LIMIT_MS,
    }


def pitches(folder: Path) -> dict[str, Any]:
    """Return how far sine waves are from the pitches that are written."""
    font = folder / "sine.sf2"
    write_sine_font(font)
    found = _cents(Synth(SoundFont.read(font)), 0, folder)
    worst = max(abs(cents) for cents in found)
    return {"worst_cents": round(worst, 2), "passed": worst <= PITCH_LIMIT_CENTS}


def instruments(folder: Path) -> dict[str, Any]:
    """Return pitch, onsets and levels of the instruments."""
    synth = Synth(SoundFont.read(bundled_sound_font()))
    found: dict[str, Any] = {}
    is_good = True
    for name, instrument in INSTRUMENTS.items():
        cents = median(_cents(synth, instrument.program, folder))
        stretched = median(_cents(synth, instrument.program, folder, "yinfft"))
        performance = perform(parse(_SPACED), EVEN)
        wanted = [note.onset_beats for note in performance.notes]
        path = folder / f"{name}.wav"
        path.write_bytes(_wav_bytes(synth.render(performance, instrument.program)))
        heard = [
            float(line) for line in _run("aubioonset", "-H", "64", "-B", "512", str(path)).split()
        ]
        late = [
            1000 * min((abs(second - performance.seconds_at(onset)) for second in heard), default=1)
            for onset in wanted
        ]
        path.write_bytes(_wav_bytes(synth.render(perform(parse(REEL)), instrument.program)))
        peak = _peak(_run("sox", str(path), "-n", "stats"))
        tail = _run("sox", str(path), "-n", "trim", "-0.3", "stats")
        tail_peak = max(-120.0, _peak(tail))
        loudness = _run("ffmpeg", "-hide_banner", "-nostats", "-i", str(path), "-filter_complex",
                        "ebur128", "-f", "null", "-")  # fmt: skip
        found[name] = {
            "median_cents": round(cents, 1),
            "median_cents_of_all_partials": round(stretched, 1),
            "worst_onset_ms": round(max(late), 1),
            "peak_db": peak,
            "tail_peak_db": tail_peak,
            "lufs": float(re.findall(r"I:\s+(-?[\d.]+) LUFS", loudness)[-1]),
        }
        is_good = (
            is_good and abs(cents) <= INSTRUMENT_CENTS and max(late) <= INSTRUMENT_ONSET_MS
            and peak <= PEAK_DB + 0.01 and tail_peak < -50
        )  # fmt: skip
    loudest = [each["lufs"] for each in found.values()]
    spread = max(loudest) - min(loudest)
    return {**found, "loudness_lu": round(spread, 1), "passed": is_good and spread <= LOUDNESS_LU}


def spectrograms(folder: Path, out: Path) -> None:
    """Draw what each instrument sounds like, here and in FluidSynth, for eyes to compare."""
    out.mkdir(parents=True, exist_ok=True)
    synth = Synth(SoundFont.read(bundled_sound_font()))
    performance = perform(parse(_SPACED), EVEN)
    for name, instrument in INSTRUMENTS.items():
        ours, other, midi = (folder / f"{name}{kind}" for kind in (".wav", "-other.wav", ".mid"))
        ours.write_bytes(_wav_bytes(synth.render(performance, instrument.program)))
        midi.write_bytes(midi_bytes(with_program(performance, instrument.midi_program)))
        _run("fluidsynth", "-ni", "-F", str(other), "-r", "44100", "-g", "1",
             str(bundled_sound_font()), str(midi))  # fmt: skip
        for path, title in ((ours, f"{name}: ABC Studio"), (other, f"{name}: FluidSynth")):
            _run("sox", str(path), "-n", "norm", "-3", "remix", "-", "trim", "1.5", "5",
                 "spectrogram", "-x", "600", "-y", "257", "-z", "90", "-t", title,
                 "-o", str(out / f"{path.stem}.png"))  # fmt: skip


def rendering(folder: Path) -> dict[str, Any]:
    """Return how long a minute of a two-voice tune takes, here and in FluidSynth."""
    bass = "D,2 A,2 D,2 A,2|G,2 D2 A,2 E2|" * 8
    text = REEL.replace("K:D\n", "K:D\nV:1\n").replace("|:", "").replace(":|", "|")
    text += f"V:2 clef=bass\n{bass}\n"
    performance = perform(parse(text.replace("=200", "=64")))
    seconds = performance.seconds_at(performance.duration_beats)
    program = INSTRUMENTS["fiddle"].program
    taken: list[float] = []
    again: list[float] = []
    for _ in range(5):
        synth = Synth(SoundFont.read(bundled_sound_font()))
        for times in (taken, again):
            begun = time.process_time()
            frames = synth.render(performance, program)
            times.append((time.process_time() - begun) * 60 * FRAME_RATE / len(frames))
    midi = folder / "tune.mid"
    midi.write_bytes(midi_bytes(with_program(performance, INSTRUMENTS["fiddle"].midi_program)))
    others = []
    for _ in range(5):
        before = os.times()
        _run("fluidsynth", "-ni", "-F", str(folder / "other.wav"), "-r", "44100",
             str(bundled_sound_font()), str(midi))  # fmt: skip
        after = os.times()
        others.append(
            after.children_user
            + after.children_system
            - before.children_user
            - before.children_system
        )
    return {
        "seconds_of_music": round(seconds, 1),
        "first_time_seconds": round(median(taken), 4),
        "again_seconds": round(median(again), 4),
        "fluidsynth_seconds": round(median(others), 4),
        "passed": median(taken) <= min(RENDER_LIMIT_SECONDS, median(others)),
    }


def _cents(synth: Synth, program: int, folder: Path, method: str = "fcomb") -> list[float]:
    """Return for each note of the scale how many cents too high aubio finds it.

    By the partials that stand out from the spectrum; a method of YIN's family takes the wave as a
    whole, and a piano's, whose upper partials are sharp, for higher than its fundamental is.
    """
    performance = perform(parse(_SCALE), EVEN)
    path = folder / "scale.wav"
    path.write_bytes(_wav_bytes(synth.render(performance, program)))
    lines = _run("aubiopitch", "-p", method, "-u", "midi", "-H", "512", "-B", "4096", str(path))
    track = [tuple(map(float, line.split()[:2])) for line in lines.splitlines()]
    found = []
    for note in performance.notes:
        begin = performance.seconds_at(note.onset_beats)
        # The middle of each note: what rings on from the one before has died away.
        inside = [p for second, p in track if begin + 0.35 <= second <= begin + 0.85 and p > 0]
        near = [p for p in inside if abs(p - float(note.pitch)) < 1]
        found.append(100 * (median(near) - float(note.pitch)) if near else 1200.0)
    return found


def _through_a_file(frames: Any, path: Path) -> Any:
    """Return frames as another program would find them in the file."""
    path.write_bytes(_wav_bytes(frames))
    with wave.open(str(path)) as file:
        data = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    return data.reshape(-1, 2).astype(np.float64)


def _wav_bytes(frames: Any) -> bytes:
    return b"".join(wav_pieces([frames], len(frames)))


def _run(*command: str) -> str:
    if shutil.which(command[0]) is None:
        raise SystemExit(f"{command[0]} is missing; see the top of this file")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def _peak(statistics: str) -> float:
    """Return the peak that sox tells, in dB."""
    match = re.search(r"Pk lev dB\s+(\S+)", statistics)
    assert match is not None
    return float(match[1])


_SECTIONS: dict[str, Callable[[Path], dict[str, Any]]] = {
    "onsets": onsets,
    "pitches": pitches,
    "instruments": instruments,
    "tempo": tempo,
    "tones": tones,
    "tuning": tuning,
    "balance": balance,
    "exports": exports,
    "rendering": rendering,
    "transport": transport,
    "port": port,
}


if __name__ == "__main__":
    main()
