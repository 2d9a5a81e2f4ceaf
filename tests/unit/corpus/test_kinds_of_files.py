"""Texts and MIDI files are sources: alone, in a folder, in a .zip."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from abcstudio.corpus.sources import read_source, readings_of_source
from abcstudio.errors import CorpusError
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform

TUNE = "X:1\nT:{0}\nM:4/4\nL:1/8\nK:G\nGABc dedB|\n"
LETTER = "Dear friend,\nthis is what we played.\n\n" + TUNE
MIDI = midi_bytes(perform(parse(TUNE.format("Heard")), PLAIN))

Make = Callable[[Mapping[str, bytes]], Path]


@pytest.fixture(params=["folder", "archive"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Return what makes a source of files: a folder, or a .zip of it."""
    folder = tmp_path / "session"

    def make(files: Mapping[str, bytes]) -> Path:
        for name, data in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        if request.param == "folder":
            return folder
        with zipfile.ZipFile(tmp_path / "session.zip", "w") as archive:
            for name in files:
                archive.write(folder / name, name)
        return tmp_path / "session.zip"

    return make


def test_texts_with_tunes_and_midi_are_read(made: Make) -> None:
    source = made(
        {
            "a.txt": LETTER.format("Letter").encode(),
            "b.txt": b"\xef\xbb\xbf" + TUNE.format("Marked").encode(),
            "c.txt": TUNE.format("Wide").encode("utf-16"),
            "d.MID": MIDI,
            "notes.txt": b"No tune, though X:1 and K:G are named here.",
            "cover.jpg": b"\xff\xd8\xff",
        }
    )
    reading = read_source(source)
    assert [tune.file for tune in reading.tunes] == ["a.txt", "b.txt", "c.txt", "d.MID"]
    assert [tune.title for tune in reading.tunes[:3]] == ["Letter", "Marked", "Wide"]
    (heard,) = reading.tunes[3:]
    assert [note.pitch for note in perform(parse(heard.text), PLAIN).notes] == [
        67, 69, 71, 72, 74, 76, 74, 71,
    ]  # fmt: skip
    assert reading.others == 2
    assert not reading.skipped


def test_midi_that_was_made_of_a_tune_beside_it_is_left_out(made: Make) -> None:
    source = made(
        {
            "reel.abc": TUNE.format("Reel").encode(),
            "reel.mid": MIDI,
            "other/reel.mid": MIDI,
        }
    )
    reading = read_source(source)
    assert sorted(tune.file for tune in reading.tunes) == ["other/reel.mid", "reel.abc"]
    assert reading.others == 1


def test_damaged_midi_costs_itself_only_and_is_named(made: Make) -> None:
    source = made({"a.abc": TUNE.format("Whole").encode(), "b.mid": MIDI[:40]})
    reading = read_source(source)
    assert [tune.title for tune in reading.tunes] == ["Whole"]
    (skipped,) = reading.skipped
    assert skipped.path == source / "b.mid"
    assert "This MIDI file is damaged" in english(
        skipped.words.message_id, skipped.words.parameters
    )


def test_midi_alone_is_a_source_that_says_what_was_guessed(tmp_path: Path) -> None:
    path = tmp_path / "heard.mid"
    path.write_bytes(MIDI)
    reading = read_source(path)
    assert len(reading.tunes) == 1
    assert {remark.path for remark in reading.left_out} <= {path}
    assert not reading.guessed
    assert readings_of_source(path) == ()
    path.write_bytes(b"X:1\nK:G\nGABc|\n")
    with pytest.raises(CorpusError) as caught:
        read_source(path)
    assert "This is not a MIDI file" in english(caught.value.message_id, caught.value.parameters)
