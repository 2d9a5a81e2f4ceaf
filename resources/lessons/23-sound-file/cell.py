import io
import wave

import numpy as np

# A WAV file is bytes: a header of 44 of them, then the samples, two bytes each, all channels in
# turn. `sound` is such a file: the first notes of a tune of the studio.
print(sound[:44])


def header_of(sound):
    channels = ...  # TODO: the number in the two bytes at place 22
    frame_rate = ...  # TODO: the number in the four bytes at place 24
    return channels, frame_rate


def samples_of(sound):
    return ...  # TODO: the samples after the header, as an array of numbers of 16 bits


def seconds_of(sound):
    channels, frame_rate = header_of(sound)
    return ...  # TODO: how long the sound lasts


def wav_bytes(samples, frame_rate):
    """Return samples of one channel as the bytes of a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        ...  # TODO: set how many frames a second has
        ...  # TODO: write the samples as bytes
    return file.getvalue()


print(header_of(sound), seconds_of(sound))
