import io
from pathlib import Path

import mido
import numpy as np
import pytest
from numpy.typing import NDArray

from abcstudio.corpus.hearing.heard_notes import notes_of
from abcstudio.corpus.hearing.midi_pitches import pitches_of_midi
from abcstudio.corpus.hearing.pitches import HeardPitches, pitches_of
from abcstudio.corpus.hearing.recording_search import RecordingSearch
from abcstudio.corpus.hearing.wav_reading import read_wav
from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.melody_index.melody import lines_of
from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CancelledError, CorpusError
from abcstudio.interchange.midi_reader import read_midi
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.finding.recordings import RecordingFinder, hear, is_melodic
from abcstudio.stopping import stopping
from tests.recordings import RATE, sound_of, wav_bytes

SOME = 400


@pytest.fixture(scope="module")
def tunes() -> tuple[Tune, ...]:
    return read_tunebook(bundled_tunebook())[:SOME]


@pytest.fixture(scope="module")
def search(tunes: tuple[Tune, ...]) -> RecordingSearch:
    return RecordingSearch(MelodyIndex.of_tunes(tunes).notes)


def heard(
    text: str, *, quarter_seconds: float = 0.4, cents: float = 0, first: int = 0, count: int = 40
) -> HeardPitches:
    sound = sound_of(text, quarter_seconds=quarter_seconds, cents=cents, first=first, count=count)
    return pitches_of(read_wav(wav_bytes(sound)))


@pytest.mark.parametrize("number", [3, 120, 250, 399])
@pytest.mark.parametrize(("quarter", "cents"), [(0.3, 30), (0.5, -30)])
def test_a_recording_is_found_at_any_tempo_and_tuning(
    search: RecordingSearch, tunes: tuple[Tune, ...], number: int, quarter: float, cents: float
) -> None:
    found = search.search(heard(tunes[number].text, quarter_seconds=quarter, cents=cents, first=5))
    assert found[0].tune == number
    assert found[0].transposition == 0
    first, last = found[0].runs[0]
    assert abs(first - 5) <= 1
    assert last - first > 20


def test_noise_a_drone_and_another_octave_are_forgiven(
    search: RecordingSearch, tunes: tuple[Tune, ...]
) -> None:
    text = tunes[200].text
    sound = sound_of(text)
    rng = np.random.default_rng(0)
    times = np.arange(len(sound)) / RATE
    drone = 0.15 * sum(np.sin(2 * np.pi * 146.83 * harmonic * times) for harmonic in (1, 2, 3))
    noise = 0.05 * rng.standard_normal(len(sound))
    spoiled = (sound + drone + noise).astype(np.float32)
    found = search.search(pitches_of(read_wav(wav_bytes(spoiled, tag=3, bits=32))))
    assert found[0].tune == 200


def _noise(kind: str) -> NDArray[np.float32]:
    """Return eight seconds in which no melody is."""
    rng, count = np.random.default_rng(7), 8 * RATE
    times, white = np.arange(count) / RATE, rng.standard_normal(count)
    if kind == "pink":
        spectrum = np.fft.rfft(white) / np.sqrt(np.arange(count // 2 + 1) + 1)
        return (3 * np.fft.irfft(spectrum, count) / 100).astype(np.float32)
    if kind == "hum":
        hum = sum(np.sin(2 * np.pi * 50 * each * times) / each for each in (1, 2, 3))
        return (0.2 * hum + 0.02 * white).astype(np.float32)
    if kind == "claps":
        return (0.3 * white * np.exp(-16 * (times % 0.5))).astype(np.float32)
    return (0.2 * white).astype(np.float32)


@pytest.mark.parametrize("kind", ["white", "pink", "hum", "claps"])
def test_noise_is_no_melody(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "noise.wav"
    path.write_bytes(wav_bytes(_noise(kind)))
    with pytest.raises(CorpusError, match=r"hearing\.no_melody"):
        hear(path)


@pytest.mark.parametrize("number", [3, 120, 250])
def test_a_tune_in_noise_is_a_melody(tunes: tuple[Tune, ...], number: int) -> None:
    sound = sound_of(tunes[number].text)
    noise = 0.5 * float(sound.std()) * np.random.default_rng(1).standard_normal(len(sound))
    spoiled = (sound + noise).astype(np.float32)
    assert is_melodic(pitches_of(read_wav(wav_bytes(spoiled, tag=3, bits=32))))


def test_notes_in_no_order_are_no_tune(tunes: tuple[Tune, ...], search: RecordingSearch) -> None:
    rng = np.random.default_rng(4)
    scale = "X:1\nL:1/8\nK:C\n" + "".join(rng.choice([*"CDEFGABcde"], 80))
    sound = pitches_of(read_wav(wav_bytes(sound_of(scale, count=80))))
    assert is_melodic(sound)
    finder = RecordingFinder(tunes, MelodyIndex.of_tunes(tunes).notes)
    assert finder.find(sound, 5).places == ()


def test_a_repeated_part_is_found_on_both_sides_of_the_repeat(
    search: RecordingSearch, tunes: tuple[Tune, ...]
) -> None:
    sound = np.concatenate(
        [sound_of(tunes[60].text, first=20, count=24), sound_of(tunes[60].text, count=24)]
    )
    found = search.search(pitches_of(read_wav(wav_bytes(sound))))
    assert found[0].tune == 60
    assert len(found[0].runs) == 2
    assert found[0].score > 0.85


def test_a_midi_file_is_found_with_its_chords(
    search: RecordingSearch, tunes: tuple[Tune, ...]
) -> None:
    track = mido.MidiTrack()
    for pitch, length in lines_of(tunes[77].text)[0][:40]:
        track.append(mido.Message("note_on", note=pitch + 3, velocity=80))
        track.append(mido.Message("note_on", note=pitch - 21, velocity=80))
        ticks = length * 4 * 480 // PER_WHOLE_NOTE
        track.append(mido.Message("note_off", note=pitch + 3, time=ticks))
        track.append(mido.Message("note_off", note=pitch - 21))
    file, out = mido.MidiFile(), io.BytesIO()
    file.tracks.append(track)
    file.save(file=out)
    found = search.search(pitches_of_midi(read_midi(out.getvalue())))
    assert found[0].tune == 77
    assert found[0].transposition == -3


def test_in_a_moment_nothing_is_found(search: RecordingSearch, tunes: tuple[Tune, ...]) -> None:
    assert search.search(heard(tunes[0].text, count=3)) == ()


def test_a_search_can_be_stopped(search: RecordingSearch, tunes: tuple[Tune, ...]) -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        search.search(heard(tunes[0].text))


def test_what_was_heard_is_notes(tunes: tuple[Tune, ...]) -> None:
    text = "X:1\nM:4/4\nL:1/8\nK:G\nGABc d2 e2|gfed B4|\n"
    notes = notes_of(heard(text, quarter_seconds=0.4), 0.2)
    assert [note.pitch for note in notes] == [67, 69, 71, 72, 74, 76, 79, 78, 76, 74, 71]
    assert [note.steps for note in notes][:-1] == [1, 1, 1, 1, 2, 2, 1, 1, 1, 1]


def test_the_tuning_is_told() -> None:
    text = "X:1\nL:1/4\nK:D\nDFAd fdAF|\n"
    assert abs(heard(text, cents=30).tuning - 0.3) < 0.1
    assert abs(heard(text, cents=-30).tuning + 0.3) < 0.1
