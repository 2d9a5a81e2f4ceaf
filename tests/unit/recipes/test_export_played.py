"""Limits of what is played into files, and voices as files that add up to the tune."""

import wave
from dataclasses import replace
from pathlib import Path
from typing import Any

import mido
import numpy as np
import pytest
import soundfile

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError, ExportError
from abcstudio.messages import english
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.sound.mix import Strip
from abcstudio.playback.sound.peak_limiter import PEAK
from abcstudio.playback.sound.synth import Synth
from abcstudio.recipes.export import ExportResult, export_tune, export_tunes
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.tune_files import Remark
from abcstudio.stopping import stopping
from tests.unit.playback.sound.meters import lufs, true_peak

FAST = "X:1\nT:Fast\nL:1/1\nM:none\nQ:1/4=1000\nK:C\n" + "C64|" * 20 + "\n"
SHORT = "X:2\nT:Short\nL:1/4\nQ:1/4=120\nK:C\nCDEF|\n"
LOUD = "X:1\nT:Loud\nL:1/4\nQ:1/4=240\nK:C\n" + "".join(
    f"V:{number}\n!ffff![CEGce]4|\n" for number in range(1, 5)
)
FONT = ExportOptions(plain=True, instrument="accordion", sound_font=bundled_sound_font())


def samples(path: Path) -> np.ndarray:
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(float) / 32767


def sentence_of(result: ExportResult) -> str:
    assert result.error is not None
    return english(result.error.message_id, result.error.parameters)


@pytest.mark.parametrize("format", ["wav", "mid"])
def test_a_tune_that_a_slow_tempo_makes_too_long_is_named_and_the_next_one_written(
    tmp_path: Path, format: str
) -> None:
    options = ExportOptions(plain=True, sound_font=FONT.sound_font, quarters_per_minute=10)
    tunes = split_tunebook(FAST + "\n" + SHORT)
    first, second = export_tunes(tunes, "two", format, tmp_path, options)
    assert first.path is None
    assert "Fast would last longer than 60 minutes" in sentence_of(first)
    assert second.path == tmp_path / f"two-2.{format}"


def test_a_tune_without_enough_memory_is_named_and_the_next_one_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Synth.blocks

    def blocks(self: Synth, performance: Any, *args: Any, **kwargs: Any) -> Any:
        if performance.title == "Fast":
            raise MemoryError
        return real(self, performance, *args, **kwargs)

    monkeypatch.setattr(Synth, "blocks", blocks)
    tunes = split_tunebook(FAST + "\n" + SHORT)
    first, second = export_tunes(tunes, "two", "wav", tmp_path, FONT)
    assert "not enough memory" in sentence_of(first)
    assert second.path is not None
    with pytest.raises(ExportError, match="no_memory"):
        export_tune(FAST, "wav", tmp_path / "one.wav", FONT)


def test_a_tune_that_is_cut_says_so(tmp_path: Path) -> None:
    long = FAST.replace("1000", "30").replace("T:Fast\n", "")
    first, second = export_tunes(
        split_tunebook(long + "\n" + SHORT), "two", "mid", tmp_path, ExportOptions(plain=True)
    )
    assert first.path is not None
    (remark,) = first.remarks
    assert (
        str(remark.words)
        == "This tune lasts longer than 60 minutes; what comes after that was left out."
    )
    assert remark.is_loss
    assert not second.remarks


def test_another_tempo_stays_within_the_limits_in_midi_and_in_sound(tmp_path: Path) -> None:
    text = "X:1\nT:Slow\nL:1/4\nQ:1/4=200\nK:C\nCD|[Q:1/4=5]E|\n"
    options = ExportOptions(plain=True, sound_font=FONT.sound_font, quarters_per_minute=10)
    midi = mido.MidiFile(export_tune(text, "mid", tmp_path / "slow.mid", options))
    tempos = [mido.tempo2bpm(m.tempo) for m in midi.tracks[0] if m.type == "set_tempo"]
    assert tempos == [10, 5]
    with wave.open(str(export_tune(text, "wav", tmp_path / "slow.wav", options))) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    assert seconds == pytest.approx(midi.length + 1.5, abs=0.01)


@pytest.mark.parametrize("is_levelled", [True, False])
def test_voices_in_files_of_their_own_add_up_to_the_tune(tmp_path: Path, is_levelled: bool) -> None:
    options = replace(FONT, is_levelled=is_levelled)
    whole = samples(export_tune(LOUD, "wav", tmp_path / "loud.wav", options))
    if not is_levelled:
        assert np.abs(whole).max() == pytest.approx(PEAK, abs=1e-4)
    options = replace(options, per_voice=True)
    (result,) = export_tunes(split_tunebook(LOUD), "loud", "wav", tmp_path, options)
    assert [path.name for path in result.paths] == [f"loud-v{n}.wav" for n in range(1, 5)]
    total = sum(samples(path) for path in result.paths)
    assert np.abs(total - whole).max() < 4 / 32767


@pytest.mark.parametrize("format", ["wav", "flac", "ogg"])
def test_a_flute_alone_is_written_at_one_loudness(tmp_path: Path, format: str) -> None:
    lines = ("DFAd", "!pp!DFAd", "dfaf", "!ff![Adf]4")
    for number, line in enumerate(lines):
        text = f"X:1\nT:Alone\nM:4/4\nL:1/4\nK:D\n{line}|{line}|\n"
        options = ExportOptions(instrument="flute", sound_font=FONT.sound_font)
        path = export_tune(text, format, tmp_path / f"{number}.{format}", options)
        frames, _ = soundfile.read(path)
        assert lufs(frames.T) == pytest.approx(-16, abs=0.3)
        assert true_peak(frames.T) <= 10 ** (-1 / 20)
    as_played = replace(options, is_levelled=False)
    frames, _ = soundfile.read(export_tune(text, format, tmp_path / f"played.{format}", as_played))
    assert abs(lufs(frames.T) + 16) > 1


def test_what_a_stop_leaves_of_a_tune_is_named(tmp_path: Path) -> None:
    options = ExportOptions(
        plain=True, instrument="accordion", sound_font=FONT.sound_font, per_voice=True
    )
    reported: list[ExportResult] = []
    with pytest.raises(CancelledError), stopping(lambda: (tmp_path / "loud-v2.wav").exists()):
        export_tunes(split_tunebook(LOUD), "loud", "wav", tmp_path, options, reported.append)
    (result,) = reported
    assert [path.name for path in result.paths] == ["loud-v1.wav", "loud-v2.wav"]
    assert isinstance(result.error, CancelledError)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["loud-v1.wav", "loud-v2.wav"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("X:1\nT:Rest\nK:C\nz4|\n", "Rest has no notes to play, so there is nothing to write."),
        ("X:1\nK:C\nz4|\n", "This tune has no notes to play, so there is nothing to write."),
    ],
)
def test_a_tune_without_notes_is_named_whatever_it_is_written_as(
    tmp_path: Path, text: str, sentence: str
) -> None:
    for format in ("mid", "wav"):
        with pytest.raises(ExportError) as caught:
            export_tune(text, format, tmp_path / f"rest.{format}", FONT)
        assert english(caught.value.message_id, caught.value.parameters) == sentence


def remarks_on(text: str, format: str, tmp_path: Path, options: ExportOptions) -> list[Remark]:
    """Return what is said of a tune that is written alone and among others: the same."""
    told: list[Remark] = []
    export_tune(text, format, tmp_path / f"one.{format}", options, tell=told.append)
    (result,) = export_tunes(split_tunebook(text), "all", format, tmp_path, options)
    assert list(result.remarks) == told
    return told


@pytest.mark.parametrize("format", ["mid", "wav"])
def test_notes_that_the_instrument_lacks_are_named(tmp_path: Path, format: str) -> None:
    text = "X:1\nT:Low\nL:1/4\nK:C\nG,CDE|\n"
    flute = ExportOptions(instrument="flute", sound_font=FONT.sound_font)
    (remark,) = remarks_on(text, format, tmp_path, flute)
    assert (
        str(remark.words)
        == "This instrument (flute, C4 to A6) has no G3. They sound all the same, as written."
    )
    assert not remark.is_loss
    fiddle = ExportOptions(instrument="fiddle", sound_font=FONT.sound_font)
    assert not remarks_on(text, format, tmp_path, fiddle)
    plain = ExportOptions(plain=True, instrument="flute", sound_font=FONT.sound_font)
    # Plain MIDI names no instrument.
    assert len(remarks_on(text, format, tmp_path, plain)) == (0 if format == "mid" else 1)


def test_a_voice_that_another_instrument_plays_lacks_nothing(tmp_path: Path) -> None:
    text = "X:1\nL:1/4\nK:C\nV:1\nCDEF|\nV:2\nG,ccc|\n"
    for strip in (Strip(instrument="harp"), Strip(is_mute=True)):
        options = ExportOptions(instrument="flute", strips={0: Strip(), 1: strip})
        assert not remarks_on(text, "mid", tmp_path, options)
    assert remarks_on(text, "mid", tmp_path, ExportOptions(instrument="flute"))


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        (
            "".join(f"V:{number}\nC|\n" for number in range(258)),
            ["A tune can have 256 voices at most."],
        ),
        (
            "C|" + "y" * 100_001 + "\n",
            ["The tune is longer than 100,000 signs; the rest is not read."],
        ),
        (
            "".join(f"V:{number}\n|:" + "C/" * 250 + ":|\n" for number in range(201)),
            ["Much has more than 100,000 notes as it is played; the others were left out."],
        ),
        ("[" + "C" * 65 + "]4|\n", ["A chord can have 64 notes at most."]),
        ("CDEF|\nw:" + " la" * 10_000 + "\n", []),
    ],
    ids=["voices", "signs", "notes", "chord", "lyrics"],
)
def test_what_goes_beyond_a_limit_is_named(tmp_path: Path, body: str, sentences: list[str]) -> None:
    told: list[Remark] = []
    text = f"X:1\nT:Much\nM:none\nL:1/4\nK:C\n{body}"
    options = ExportOptions(plain=True)
    export_tune(text, "mid", tmp_path / "much.mid", options, tell=told.append)
    assert [str(remark.words) for remark in told] == sentences
    assert all(remark.is_loss for remark in told)
