"""Tunes written to files."""

import io
import wave
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import mido
import numpy as np
import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import AbcStudioError, CancelledError, ExportError, SoundError
from abcstudio.messages import english
from abcstudio.paths import bundled_sound_font
from abcstudio.recipes.export import ExportResult, export_tune, export_tunes
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.export_run import ExportRun
from abcstudio.recipes.tune_files import Remark
from abcstudio.stopping import stopping
from tests.unit.counted_work import most_calls_between_questions

TUNE = 'X:1\nT:Ода\nR:hornpipe\nM:4/4\nL:1/8\nQ:1/4=120\nK:G\n{a}"G"GABc dedB|\n'
BOOK = TUNE + "\nX:2\nT:Empty\nK:C\n\nX:3\nT:Third\nK:C\nCDE|\n"
NO_FONT = ExportOptions(sound_font=Path("no.sf2"))
WITH_FONT = ExportOptions(sound_font=bundled_sound_font())


def notes_of(path: Path) -> list[mido.Message]:
    file = mido.MidiFile(path)
    return [message for track in file.tracks for message in track if message.type == "note_on"]


def export_file(
    path: Path, format: str, out: Path, options: ExportOptions | None = None
) -> list[ExportResult]:
    """Write the tunes of one tunebook."""
    results: list[ExportResult] = []
    ExportRun([path], format, out, options).write(lambda _path, result: results.append(result))
    return results


def test_abc_is_written_as_it_stands(tmp_path: Path) -> None:
    path = export_tune(TUNE.rstrip(), "abc", tmp_path / "наспів 1.abc")
    assert path.read_bytes() == TUNE.encode()


def test_musicxml_is_written_as_it_stands_and_needs_no_notes(tmp_path: Path) -> None:
    path = export_tune(TUNE, "musicxml", tmp_path / "tune.musicxml")
    root = ElementTree.parse(path).getroot()
    assert root.findtext("work/work-title") == "Ода"
    assert len(root.findall(".//note")) == 9
    empty = export_tune("X:1\nK:C\nz4|", "musicxml", tmp_path / "empty.musicxml")
    assert len(ElementTree.parse(empty).getroot().findall(".//rest")) == 1


def test_words_of_a_song_are_text_and_those_without_a_note_are_told(tmp_path: Path) -> None:
    remarks: list[Remark] = []
    song = "X:1\nT:Ода\nL:1/4\nK:C\nC D|\nw:так бу-де нам\n"
    path = export_tune(song, "txt", tmp_path / "song.txt", tell=remarks.append)
    assert path.read_text("utf-8") == "Ода\n\nтак бу\n"
    assert [each.words.message_id for each in remarks] == ["notation.lyrics-too-long"]
    with pytest.raises(ExportError, match="no_words"):
        export_tune(TUNE, "txt", tmp_path / "none.txt")
    assert not (tmp_path / "none.txt").exists()


def test_midi_as_heard_has_more_than_the_plain_one(tmp_path: Path) -> None:
    heard = export_tune(TUNE, "mid", tmp_path / "heard.mid", ExportOptions(instrument="harp"))
    plain = export_tune(TUNE, "mid", tmp_path / "plain.mid", ExportOptions(plain=True))
    assert len(notes_of(plain)) == 8
    assert len(notes_of(heard)) > 9
    programs = [
        message.program
        for track in mido.MidiFile(heard).tracks
        for message in track
        if message.type == "program_change"
    ]
    assert programs == [46, 24, 24]


def test_another_tempo_is_written(tmp_path: Path) -> None:
    options = ExportOptions(plain=True, quarters_per_minute=90)
    path = export_tune(TUNE, "mid", tmp_path / "slow.mid", options)
    (tempo,) = [m.tempo for m in mido.MidiFile(path).tracks[0] if m.type == "set_tempo"]
    assert mido.tempo2bpm(tempo) == pytest.approx(90, abs=0.01)


def test_wav_lasts_as_long_as_the_tune_and_its_echo(tmp_path: Path) -> None:
    path = export_tune(TUNE, "wav", tmp_path / "tune.wav", WITH_FONT)
    with wave.open(io.BytesIO(path.read_bytes())) as file:
        assert file.getparams()[:3] == (2, 2, 44_100)
        assert file.getnframes() / 44_100 == pytest.approx(2 + 1.5, abs=0.01)
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    assert 1000 < np.abs(samples.astype(int)).max() < 32_767


@pytest.mark.parametrize("format", ["flac", "ogg"])
def test_smaller_sound_is_the_same_sound(tmp_path: Path, format: str) -> None:
    import soundfile

    data, rate = soundfile.read(export_tune(TUNE, format, tmp_path / f"tune.{format}", WITH_FONT))
    whole, _ = soundfile.read(export_tune(TUNE, "wav", tmp_path / "tune.wav", WITH_FONT))
    assert rate == 44_100
    assert data.shape == whole.shape
    limit = 0 if format == "flac" else 0.05
    assert np.abs(data - whole).max() <= limit


def test_each_voice_can_have_a_file(tmp_path: Path) -> None:
    source = tmp_path / "two.abc"
    source.write_text("X:1\nT:Two\nK:C\nV:1\nCDEF|\nV:2\nG,4|\n", encoding="utf-8")
    (result,) = export_file(source, "mid", tmp_path / "out", ExportOptions(per_voice=True))
    assert result.path == tmp_path / "out" / "two-v1.mid"
    assert result.more_paths == (tmp_path / "out" / "two-v2.mid",)
    assert len(notes_of(result.path)) == 4
    assert len(notes_of(result.more_paths[0])) == 1


def test_a_file_of_several_tunes_gives_a_file_each_and_names_what_failed(tmp_path: Path) -> None:
    source = tmp_path / "book.abc"
    source.write_text(BOOK, encoding="utf-8")
    results = export_file(source, "mid", tmp_path / "out")
    assert [result.path and result.path.name for result in results] == [
        "book.mid", None, "book-3.mid",
    ]  # fmt: skip
    assert results[1].title == "Empty"
    error = results[1].error
    assert error is not None
    assert "Empty" in english(error.message_id, error.parameters)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["book-3.mid", "book.mid"]


@pytest.mark.parametrize(
    ("text", "format", "options", "kind", "message_id"),
    [
        (TUNE, "mp3", None, ExportError, "export.format_unknown"),
        ("X:1\nK:C\nz4|", "mid", None, ExportError, "export.no_notes"),
        (TUNE, "wav", None, ExportError, "export.no_sound_font"),
        (TUNE, "wav", NO_FONT, SoundError, "sound.font_unreadable"),
        (TUNE, "mid", ExportOptions(instrument="kazoo"), ExportError, "export.instrument_unknown"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_says_why(
    tmp_path: Path,
    text: str,
    format: str,
    options: ExportOptions | None,
    kind: type[AbcStudioError],
    message_id: str,
) -> None:
    with pytest.raises(kind) as caught:
        export_tune(text, format, tmp_path / "out", options)
    assert caught.value.message_id == message_id
    assert english(message_id, caught.value.parameters)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError) as caught:
        export_tune(TUNE, "mid", tmp_path / "file" / "tune.mid")
    assert caught.value.message_id == "file.unwritable_new"


@pytest.mark.parametrize("format", ["musicxml", "mid"])
@pytest.mark.parametrize("music", ["CDEF GABc|", "CDEF GABc"])
def test_export_asks_to_stop_all_through_a_tune_of_one_line(
    tmp_path: Path, format: str, music: str
) -> None:
    text = f"X:1\nM:4/4\nL:1/8\nK:C\n{music * 1_000}\n"
    export = partial(export_tune, text, format, tmp_path / f"line.{format}", None)
    # Some tens of milliseconds; without its questions the work makes a multiple.
    assert most_calls_between_questions(export) < 200_000


def test_export_stops_when_asked(tmp_path: Path) -> None:
    source = tmp_path / "book.abc"
    source.write_text(BOOK, encoding="utf-8")
    with pytest.raises(CancelledError), stopping(lambda: True):
        ExportRun([source], "wav", tmp_path / "out", WITH_FONT)
    with pytest.raises(CancelledError), stopping(lambda: True):
        export_tunes(split_tunebook(BOOK), "book", "wav", tmp_path / "out", WITH_FONT)
    assert not (tmp_path / "out").exists()
