import io
import wave

import numpy as np

# Файл WAV — це байти: 44 байти заголовка, потім відліки по два байти, усі канали по
# черзі. `sound` — такий файл: перші ноти однієї з мелодій студії.
print(sound[:44])


def header_of(sound):
    channels = ...  # TODO: число у двох байтах на місці 22
    frame_rate = ...  # TODO: число в чотирьох байтах на місці 24
    return channels, frame_rate


def samples_of(sound):
    return ...  # TODO: відліки після заголовка, як масив 16-бітних чисел


def seconds_of(sound):
    channels, frame_rate = header_of(sound)
    return ...  # TODO: скільки секунд триває звук


def wav_bytes(samples, frame_rate):
    """Повертає відліки одного каналу як байти файлу WAV."""
    file = io.BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        ...  # TODO: задайте, скільки кадрів у секунді
        ...  # TODO: запишіть відліки як байти
    return file.getvalue()


print(header_of(sound), seconds_of(sound))
