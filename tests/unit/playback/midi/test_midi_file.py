"""MIDI files, read back by mido."""

import io

import mido

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform


def read_back(text: str) -> mido.MidiFile:
    return mido.MidiFile(file=io.BytesIO(midi_bytes(perform(parse(text), PLAIN))), charset="utf-8")


def as_text(track: mido.MidiTrack) -> list[str]:
    now, lines = 0, []
    for message in track:
        now += message.time
        words = {
            "note_on": lambda m: f"on {m.note}",
            "note_off": lambda m: f"off {m.note}",
            "set_tempo": lambda m: f"tempo {round(mido.tempo2bpm(m.tempo), 3)}",
            "time_signature": lambda m: f"meter {m.numerator}/{m.denominator}",
            "key_signature": lambda m: f"key {m.key}",
            "track_name": lambda m: f"name {m.name}",
            "program_change": lambda m: f"program {m.program}",
            "marker": lambda m: f"marker {m.text}",
            "end_of_track": lambda _m: "end",
        }
        lines.append(f"{now} {words[message.type](message)}")
    return lines


def test_a_tune_becomes_a_readable_file() -> None:
    file = read_back("X:1\nT:Катерина\nM:6/8\nL:1/8\nQ:3/8=80\nK:Edor\nE2F G3|GGz2FE|\n")
    assert (file.type, file.ticks_per_beat) == (1, 480)
    marks, voice = map(as_text, file.tracks)
    assert marks[:3] == ["0 name Катерина", "0 tempo 120.0", "0 meter 6/8"]
    # Two sharps, and a mode with a minor third: MIDI can only call it B minor.
    assert marks[3:] == ["0 key Bm", "2880 end"]
    assert voice == [
        "0 name Катерина", "0 on 64", "480 off 64", "480 on 66", "720 off 66", "720 on 67",
        "1440 off 67", "1440 on 67", "1680 off 67", "1680 on 67", "1920 off 67", "2400 on 66",
        "2640 off 66", "2640 on 64", "2880 off 64", "2880 end",
    ]  # fmt: skip


def test_each_voice_has_its_track_its_channel_and_its_program() -> None:
    file = read_back("X:1\nT:T\nL:1/4\nK:C\nV:1\n%%MIDI program 73\nC|\nV:2\nE|\n")
    assert len(file.tracks) == 3
    assert "0 program 73" in as_text(file.tracks[1])
    channels = {
        message.channel for track in file.tracks for message in track if message.type == "note_on"
    }
    assert channels == {0, 1}


def test_parts_are_marked_where_they_are_played() -> None:
    file = read_back("X:1\nP:ABA\nL:1/4\nM:4/4\nK:C\nP:A\nCDEF|\nP:B\nG4|\n")
    markers = [line for line in as_text(file.tracks[0]) if "marker" in line]
    assert markers == ["0 marker A", "1920 marker B", "3840 marker A"]


def test_the_file_is_what_mido_would_save() -> None:
    text = "X:1\nT:T\nL:1/8\nM:6/8\nK:D\nV:1\n%%MIDI program 73\nABc d2e|[DFA]6|\nV:2\nD,6-|D,6|\n"
    data = midi_bytes(perform(parse(text)))
    read = mido.MidiFile(file=io.BytesIO(data), charset="utf-8")
    saved = io.BytesIO()
    read.save(file=saved)
    again = mido.MidiFile(file=io.BytesIO(saved.getvalue()), charset="utf-8")
    assert [list(track) for track in again.tracks] == [list(track) for track in read.tracks]
    assert data.count(b"MTrk") == 3


def test_no_voice_falls_on_the_drums() -> None:
    voices = "".join(f"V:{number}\nC|\n" for number in range(1, 18))
    file = read_back(f"X:1\nT:T\nL:1/4\nK:C\n{voices}")
    channels = [m.channel for track in file.tracks for m in track if m.type == "note_on"]
    assert len(channels) == 17
    assert 9 not in channels


def test_voices_that_share_a_channel_share_its_program() -> None:
    voices = "".join(f"V:{number}\n%%MIDI program {number % 4}\nC|\n" for number in range(1, 20))
    file = read_back(f"X:1\nT:T\nL:1/4\nK:C\n{voices}")
    programs: dict[int, set[int]] = {}
    for track in file.tracks:
        for message in track:
            if message.type == "program_change":
                programs.setdefault(message.channel, set()).add(message.program)
    assert len(programs) == 15
    assert all(len(chosen) == 1 for chosen in programs.values())


def test_more_programs_than_channels_still_have_all_their_notes() -> None:
    voices = "".join(f"V:{number}\n%%MIDI program {number}\nC|\n" for number in range(1, 20))
    file = read_back(f"X:1\nT:T\nL:1/4\nK:C\n{voices}")
    channels = [m.channel for track in file.tracks for m in track if m.type == "note_on"]
    assert len(channels) == 19
    assert set(channels) == set(range(16)) - {9}


def test_what_midi_cannot_say_is_left_out() -> None:
    file = read_back("X:1\nT:\udc80\nM:5/12\nQ:1/4=1\nK:C\nC,,,,,,,,C^/2D|\n")
    assert not any("meter" in line for line in as_text(file.tracks[0]))
    assert sum(m.type == "note_on" for m in file.tracks[1]) == 2
