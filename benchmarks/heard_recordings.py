"""Recordings to look for: tunes played by FluidSynth with instruments that the program lacks.

apt-get install fluidsynth timgm6mb-soundfont
"""

import argparse
import io
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import mido
import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from abcstudio.corpus.hearing.pitches import pitches_of
from abcstudio.corpus.hearing.recording_search import RecordingSearch
from abcstudio.corpus.hearing.wav_reading import RecordedSound, read_wav
from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform

SOUND_FONT = Path("/usr/share/sounds/sf2/TimGM6mb.sf2")
SECONDS = 12
CENTS = 30
SLOWEST, FASTEST = 0.8, 1.25
# Oboe, clarinet, recorder, pan flute, ocarina, trumpet, bagpipe, banjo, harmonica, dulcimer,
# soprano saxophone, church organ, vibraphone, cello, voices, shawm.
PROGRAMS = (68, 71, 74, 75, 79, 56, 109, 105, 22, 15, 64, 19, 11, 42, 52, 111)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One tune as it was played.

    Attributes:
        source: Which of the tunes.
        program: The General MIDI program.
        is_beginning: It begins where the tune does.
        wav: The bytes of the file.
    """

    source: int
    program: int
    is_beginning: bool
    wav: bytes


def recordings(tunes: Sequence[Tune], count: int, rng_seed: int) -> Iterator[Recording]:
    """Yield tunes as they are played, half of them from the beginning."""
    rng = random.Random(rng_seed)
    with tempfile.TemporaryDirectory() as folder:
        for source in rng.sample(range(len(tunes)), count):
            program, is_beginning = rng.choice(PROGRAMS), rng.random() < 0.5
            midi = played(tunes[source], program, rng, is_beginning=is_beginning)
            wav = rendered(midi, Path(folder))
            yield Recording(source=source, program=program, is_beginning=is_beginning, wav=wav)


def played(tune: Tune, program: int, rng: random.Random, *, is_beginning: bool) -> bytes:
    """Return twelve seconds of a tune as a MIDI file, at another tempo and tuning."""
    performance = perform(parse(tune.text, tune.file_header))
    file = mido.MidiFile(file=io.BytesIO(midi_bytes(performance)))
    tempo = rng.uniform(SLOWEST, FASTEST)
    bend = round(rng.uniform(-CENTS, CENTS) / 200 * 8192)
    length = file.length / tempo
    start = 0.0 if is_beginning else rng.uniform(0, max(length - SECONDS, 0))
    track = mido.MidiTrack(
        [
            mido.Message("program_change", program=program),
            mido.Message("pitchwheel", pitch=bend),
            mido.MetaMessage("set_tempo", tempo=500_000),
        ]
    )
    now = last = 0.0
    held: set[int] = set()
    for message in file:
        now += message.time / tempo
        if message.type not in ("note_on", "note_off") or now < start:
            continue
        if now > start + SECONDS:
            break
        message = message.copy(channel=0)
        if message.type == "note_on" and message.velocity:
            held.add(message.note)
        elif message.note not in held:
            continue
        # At 120 quarter notes a minute and 480 ticks each.
        ticks = round((now - start) * 960) - round(last * 960)
        last += ticks / 960
        track.append(message.copy(time=ticks))
    made = mido.MidiFile(ticks_per_beat=480)
    made.tracks.append(track)
    out = io.BytesIO()
    made.save(file=out)
    return out.getvalue()


def rendered(midi: bytes, folder: Path) -> bytes:
    """Return what FluidSynth makes of a MIDI file, with its reverberation."""
    path, wav = folder / "tune.mid", folder / "tune.wav"
    path.write_bytes(midi)
    command = ["fluidsynth", "-ni", "-F", str(wav), "-r", "44100", "-g", "0.6", str(SOUND_FONT)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=60)
    return wav.read_bytes()[: 44 + 4 * 44_100 * SECONDS]


def spoiled(
    sound: RecordedSound, noise_db: float | None, rng: random.Random, *, has_drone: bool
) -> RecordedSound:
    """Return a sound with noise, or over a drone of two strings."""
    frames = sound.frames
    power = float(np.sqrt(np.mean(frames**2)))
    if noise_db is not None:
        noise = np.random.default_rng(rng.randrange(2**32)).standard_normal(len(frames))
        frames = frames + (noise * power * 10 ** (-noise_db / 20)).astype(np.float32)
    if has_drone:
        times = np.arange(len(frames)) / sound.rate
        for pitch in (50, 57):
            tone = 440 * 2 ** ((pitch - 69) / 12)
            for each in range(1, 7):
                wave = np.sin(2 * np.pi * tone * each * times) / each
                frames = frames + (0.6 * power * wave).astype(np.float32)
    return RecordedSound(frames.astype(np.float32), sound.rate)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--recordings", type=int, default=300)
    parser.add_argument("--rng-seed", type=int, default=0)
    parser.add_argument("--noise", type=float, metavar="DB")
    parser.add_argument("--drone", action="store_true")
    arguments = parser.parse_args()
    tunes = read_tunebook(bundled_tunebook())
    search = RecordingSearch(MelodyIndex.of_tunes(tunes).notes)
    rng = random.Random(arguments.rng_seed)
    ranks: list[int] = []
    seconds: list[float] = []
    by_program: dict[int, list[bool]] = {}
    for one in recordings(tunes, arguments.recordings, arguments.rng_seed):
        sound = read_wav(one.wav)
        sound = spoiled(sound, arguments.noise, rng, has_drone=arguments.drone)
        began = time.process_time()
        found = [match.tune for match in search.search(pitches_of(sound))]
        seconds.append(time.process_time() - began)
        ranks.append(found.index(one.source) if one.source in found else len(tunes))
        by_program.setdefault(one.program, []).append(ranks[-1] < 5)
    report = {
        "recordings": len(ranks),
        "first": statistics.mean(rank == 0 for rank in ranks),
        "five": statistics.mean(rank < 5 for rank in ranks),
        "seconds": [round(each, 2) for each in (statistics.median(seconds), max(seconds))],
        "five_by_program": {
            program: round(statistics.mean(those), 2) for program, those in by_program.items()
        },
    }
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
