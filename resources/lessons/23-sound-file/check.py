"""Sound files that are new each time: read, then written and read again."""

import io
import wave

import numpy as np

from abcstudio.lessons.probing import number
from abcstudio.lessons.provided import some_tunes
from abcstudio.paths import bundled_tunebook

NAMED = [
    ("kind of samples", "bytes", "only-bytes"),
    ("kind of samples", "NoneType", "nothing-comes-back"),
    ("type of samples", "uint8", "one-byte-each"),
    ("type of samples", "int8", "one-byte-each"),
    ("type of samples", "uint16", "no-sign"),
    ("type of samples", "float32", "decimal-samples"),
    ("type of samples", "float16", "decimal-samples"),
    ("type of samples", "int32", "two-in-one"),
    ("count of samples", "with the header", "header-heard"),
    ("count of samples", "too few", "samples-lost"),
    ("written file", "no WAV", "nothing-written"),
    ("written rate", "another", "other-rate"),
    ("written samples", "other numbers", "other-numbers"),
    ("written samples", "none", "nothing-written"),
    ("written samples", "after a header", "header-written-too"),
    ("written samples", "of four bytes", "longer-numbers"),
    ("written samples", "decimal", "decimal-numbers"),
    ("written samples", "a text", "not-as-bytes"),
    ("written length", "not that of the samples", "other-length"),
    ("type of samples", ">i2", "byte-order"),
    ("type of samples", "float64", "decimal-samples"),
    ("count of samples", "too many", "header-heard"),
]

_PITCHES = {"C": 60, "D": 62, "E": 64, "F": 65, "G": 67, "A": 69, "B": 71}
RATES = (11025, 16000, 22050)
# So many frames a second do not fit into two bytes.
LARGE_RATES = (88200, 96000)


def melody(dice):
    song = some_tunes(bundled_tunebook(), dice, 1)[0]
    notes = song.partition("\nK:")[2].partition("\n")[2]
    found = [_PITCHES[each.upper()] + 12 * each.islower() for each in notes if each in
             "CDEFGABcdefgab"]  # fmt: skip
    return found[:6] or [60]


def samples_for(dice, rate):
    length = dice.randint(900, 1200)
    tones = []
    for pitch in melody(dice):
        turns = 2 * np.pi * 440.0 * 2 ** ((pitch - 69) / 12) * np.arange(length) / rate
        tones.append(np.sin(turns) * np.linspace(9000, 1000, length))
    return np.concatenate(tones).astype(np.int16)


def file_of(samples, rate, channels):
    file = io.BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setnchannels(channels)
        wav.setsampwidth(2)
        wav.setframerate(rate)
        wav.writeframes(np.repeat(samples, channels).tobytes())
    return file.getvalue()


def given(dice):
    return {"sound": file_of(samples_for(dice, 8000), 8000, 1)}


def probe(answer, dice):
    rate = dice.choice(RATES)
    wanted = samples_for(dice, rate)
    one, two = file_of(wanted, rate, 1), file_of(wanted, dice.choice(LARGE_RATES), 2)

    def header(sound):
        return [int(each) for each in answer.header_of(sound)]

    def count():
        found = len(answer.samples_of(two))
        if found == 2 * len(wanted):
            return "all"
        if found < 2 * len(wanted):
            return "too few"
        return "with the header" if found == 2 * len(wanted) + 22 else "too many"

    def numbers():
        found = np.asarray(answer.samples_of(one))
        return [float(each) for each in (*found[:30], found.astype(float).sum(), len(found))]

    def seconds(sound):
        return float(number(answer.seconds_of(sound)))

    def written():
        found = answer.wav_bytes(wanted, rate)
        return wave.open(io.BytesIO(found), "rb")

    def written_file():
        try:
            with written() as wav:
                return "one channel" if wav.getnchannels() == 1 else "several channels"
        except (wave.Error, EOFError):
            return "no WAV"

    def written_rate():
        with written() as wav:
            return "as it was" if wav.getframerate() == rate else "another"

    def written_length():
        with written() as wav:
            return "as it was" if wav.getnframes() == len(wanted) else "not that of the samples"

    def written_samples():
        with written() as wav:
            found = wav.readframes(wav.getnframes())
        if not found:
            return "none"
        kinds = {
            wanted.tobytes(): "as they were",
            bytes(44) + wanted.tobytes(): "after a header",
            wanted.astype(np.int32).tobytes(): "of four bytes",
            wanted.astype(np.float32).tobytes(): "decimal",
        }
        is_text = found[:1] == b"["
        return kinds.get(found, "a text" if is_text else "other numbers")

    return {
        "header of one channel": lambda: header(one),
        "header of two channels": lambda: header(two),
        "kind of samples": lambda: type(answer.samples_of(one)).__name__,
        "type of samples": lambda: str(answer.samples_of(one).dtype).replace("int64", "int16"),
        "count of samples": count,
        "samples": numbers,
        "seconds of one channel": lambda: seconds(one),
        "seconds of two channels": lambda: seconds(two),
        "written file": written_file,
        "written rate": written_rate,
        "written samples": written_samples,
        "written length": written_length,
    }


def picture(answer):
    sound = answer.sound
    samples = [int(each) for each in np.frombuffer(sound, dtype=np.int16)]
    return {
        "kind": "lines",
        "title": "samples",
        "lines": [
            {"name": "header", "values": samples[:22]},
            {"name": "samples", "from": 22, "values": samples[22:400]},
        ],
    }
