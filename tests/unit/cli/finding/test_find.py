"""What `abcstudio find` prints."""

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from tests.recordings import RATE, sound_of, wav_bytes

HEADER = "M:4/4\nL:1/8\nK:G\n"
BOOK = (
    f"X:1\nT:The Known Reel\nS:Here\n{HEADER}GABc dedB|dgfa gedB|eaag bged|eagf dBAc|\n\n"
    f"X:2\nT:Other, The\n{HEADER}B3d BAGE|G3A BGBd|eged BAGE|cBAF G4|\n"
)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    path = tmp_path / "book.abc"
    path.write_text(BOOK)
    return path


def test_notes_are_found_in_a_tunebook(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "K:A\nABcd efec", "--in", str(book)]) == DONE
    (line,) = capsys.readouterr().out.splitlines()
    assert line == (
        "  1  “The Known Reel”, tune 1 of the tunebook: measure 1, G; "
        "note for note, 2 semitones lower"
    )


def test_the_index_is_kept_and_follows_the_tunes(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", "B3d BAGE", "--in", str(book)]) == DONE
    (kept,) = (book.parent / "home" / "data" / "melodies").iterdir()
    before = kept.read_bytes()
    assert main(["find", "B3d BAGE", "--in", str(book)]) == DONE
    assert kept.read_bytes() == before
    book.write_text(BOOK.replace("B3d BAGE", "B3A GFED"))
    assert main(["find", "K:G\nB3A GFED", "--in", str(book)]) == DONE
    assert kept.read_bytes() != before
    assert "note for note" in capsys.readouterr().out.splitlines()[-1]


def test_each_tune_of_a_file_is_looked_for(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = book.with_name("mine.abc")
    mine.write_text(f"X:1\nT:Mine\n{HEADER}eaag bged|\n\nX:2\nT:New\n{HEADER}C^C^G_BCCe^c|\n")
    assert main(["find", str(mine), "--in", str(book), "--json"]) == DONE
    mine_found, new_found = json.loads(capsys.readouterr().out)
    assert mine_found["melody"] == f"{mine}:1 Mine"
    assert mine_found["found"] == [
        {
            "tune": 1, "title": "The Known Reel", "origin": "Here", "key": "G",
            "matched": "melody", "measures": [3, 3], "score": 1.0, "semitones_higher": 0,
        }
    ]  # fmt: skip
    assert new_found["found"] == []


def test_a_title_is_found_in_any_spelling(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "the othr", "--in", str(book)]) == DONE
    (line,) = capsys.readouterr().out.splitlines()
    assert line == "  1  “Other, The”, tune 2 of the tunebook: title, G; one letter differs"
    assert main(["find", "kesh", "--in", str(book)]) == FAILED
    assert "No tune has kesh" in capsys.readouterr().out
    assert main(["find", "known", "--in", str(book), "--json"]) == DONE
    ((place,),) = [one["found"] for one in json.loads(capsys.readouterr().out)]
    assert (place["tune"], place["matched"], place["measures"]) == (1, "title", [])


def test_what_no_tune_has_is_said(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "C^C^G_BCCe^c", "--in", str(book)]) == FAILED
    assert "No tune has C^C^G_BCCe^c" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("melody", "words"),
    [("GA", "four notes are needed"), ("", "four notes are needed"), ("no.abc", "no.abc")],
)
def test_what_cannot_be_looked_for_is_said(
    book: Path, capsys: pytest.CaptureFixture[str], melody: str, words: str
) -> None:
    assert main(["find", melody, "--in", str(book)]) == UNUSABLE
    assert words in capsys.readouterr().err


def test_a_recording_is_found(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recording = book.with_name("session.wav")
    recording.write_bytes(wav_bytes(sound_of(BOOK.partition("\n\n")[0])))
    assert main(["find", str(recording), "--in", str(book)]) == DONE
    assert "“The Known Reel”, tune 1" in capsys.readouterr().out.splitlines()[0]
    assert main(["find", str(recording), "--in", str(book), "--json"]) == DONE
    (found,) = json.loads(capsys.readouterr().out)
    assert found["found"][0]["tune"] == 1
    assert "GABc dedB|dgfa gedB|" in found["heard"]


@pytest.mark.parametrize(
    ("ending", "format", "subtype", "rate"),
    [
        ("mp3", "MP3", "MPEG_LAYER_III", 44_100),
        ("flac", "FLAC", "PCM_16", 22_050),
        ("ogg", "OGG", "VORBIS", 22_050),
        ("opus", "OGG", "OPUS", 48_000),
    ],
)
def test_packed_recordings_are_found(
    book: Path,
    capsys: pytest.CaptureFixture[str],
    ending: str,
    format: str,
    subtype: str,
    rate: int,
) -> None:
    frames = sound_of(BOOK.partition("\n\n")[0])
    places = np.arange(0, len(frames) - 1, RATE / rate)
    recording = book.with_name(f"session.{ending}")
    resampled = np.interp(places, np.arange(len(frames)), frames).astype(np.float32)
    soundfile.write(recording, resampled, rate, format=format, subtype=subtype)
    assert main(["find", str(recording), "--in", str(book)]) == DONE
    assert "“The Known Reel”, tune 1" in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("no.wav", None, "no.wav"),
        ("bad.wav", b"RIFF", "neither a WAV nor a MIDI file"),
        ("bad.mid", b"MThd", "damaged"),
        ("bad.mp3", b"ID3", "damaged"),
        ("phone.m4a", b"\0\0\0\x20ftypM4A ", "Convert the recording to MP3"),
    ],
)
def test_what_is_no_recording_is_said(
    book: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes | None,
    words: str,
) -> None:
    recording = book.with_name(name)
    if content is not None:
        recording.write_bytes(content)
    assert main(["find", str(recording), "--in", str(book)]) == UNUSABLE
    assert words in capsys.readouterr().err


def test_it_says_as_what_the_notes_were_read(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", "g a b c' d' e' d' b", "--in", str(book)]) == DONE
    assert capsys.readouterr().err == "abcstudio: Read in C major.\n"
