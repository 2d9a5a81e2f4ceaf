"""Which instrument plays which voice, where the tune says nothing."""

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.instrument_range import out_of_range
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.mix import on_instrument, with_instruments
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.synth import Synth

HEAD = "X:1\nT:Tune\nM:4/4\nL:1/4\n"
WORDS = "w:Praise him a-bove\n"
HYMN = f"V:1 clef=treble\nGABc|\n{WORDS}V:2 clef=treble\nDDDE|\nV:3 clef=bass\nB,CDC|\n"


def programs(text: str, instrument: str = "flute") -> list[int | None]:
    return [track.program for track in on_instrument(perform(parse(text)), instrument).tracks]


def named(*names: str) -> list[int]:
    return [INSTRUMENTS[name].midi_program for name in names]


def test_a_hymn_with_words_is_sung_and_one_without_is_played_on_the_organ() -> None:
    assert programs(f"{HEAD}K:G\n{HYMN}") == named("choir", "choir", "choir")
    wordless = HYMN.replace(WORDS, "")
    assert programs(f"{HEAD}R:hymn\nK:G\n{wordless}") == named("organ", "organ", "organ")


@pytest.mark.parametrize(
    ("first", "second", "instruments"),
    [
        ("Fiddle", "Piano", ("fiddle", "piano")),
        ("Tin whistle", "Uilleann pipes", ("whistle", "pipes")),
        ("Soprano", "Orgel", ("choir", "flute")),
        ("Скрипка", "Орган", ("fiddle", "organ")),
        ("Melody", "Second", ("flute", "flute")),
    ],
)
def test_a_voice_named_for_an_instrument_is_played_on_it(
    first: str, second: str, instruments: tuple[str, ...]
) -> None:
    text = f'{HEAD}K:G\nV:1 name="{first}"\nGABc|\nV:2 name="{second}"\nGABc|\n'
    assert programs(text) == named(*instruments)


def test_four_voices_of_a_choir_sing_whatever_the_tune_is_called() -> None:
    voices = "".join(f"V:{name}\nGABc|\n" for name in "SATB")
    assert programs(f"{HEAD}K:G\n{voices}") == named(*["choir"] * 4)


def test_a_low_voice_under_a_tune_is_the_pianos() -> None:
    text = f"{HEAD}K:G\nV:1\nGABc|\nV:2\nG,,A,,B,,C,|\n"
    assert programs(text) == named("flute", "piano")
    assert programs(text, "fiddle") == named("fiddle", "piano")
    # So the flute lacks none of its notes.
    assert out_of_range(parse(text), "flute") is None


def test_what_the_tune_or_the_mixer_says_wins() -> None:
    text = f"{HEAD}%%MIDI program 46\nK:G\n{HYMN}"
    assert programs(text) == [46, 46, 46]
    performance = perform(parse(f"{HEAD}K:G\n{HYMN}"))
    mixed = on_instrument(with_instruments(performance, {1: "fiddle"}), "flute")
    assert [track.program for track in mixed.tracks] == named("choir", "fiddle", "choir")


def test_a_tune_of_one_voice_is_the_listeners() -> None:
    assert programs(f"{HEAD}R:hymn\nK:G\nG,,ABc|\n", "harp") == named("harp")
    assert programs(f"{HEAD}K:G\nGABc & G,,4|\n") == named("flute", "flute")


def drones(performance: Performance) -> list[int]:
    lowest = min(note.onset_beats for note in performance.notes)
    return [int(n.pitch) for n in performance.notes if n.onset_beats == lowest][:-1]


@pytest.mark.parametrize(
    ("key", "expected"), [("D", [38, 50]), ("G", [43, 55]), ("Em", [40, 52]), ("Bb", [46, 58])]
)
def test_the_drones_of_the_pipes_sound_the_keynote_to_the_end(
    key: str, expected: list[int]
) -> None:
    performance = perform(parse(f"{HEAD}K:{key}\n" + "dfaf|" * 9 + "\n"), PLAIN)
    played = on_instrument(performance, "pipes")
    assert drones(played) == expected
    assert list(played.notes) == sorted(played.notes, key=lambda n: (n.onset_beats, n.pitch))
    ends = [n.onset_beats + n.duration_beats for n in played.notes if n.pitch < 60]
    assert max(ends) == performance.duration_beats
    loudest = max(note.velocity for note in performance.notes)
    assert all(note.velocity < loudest for note in played.notes if note.pitch < 60)
    assert on_instrument(performance, "flute").notes == performance.notes


def test_the_mandolin_is_found_in_the_font_in_the_box() -> None:
    performance = on_instrument(perform(parse(f"{HEAD}K:G\nGABc|\n")), "mandolin")
    stream = Synth(SoundFont.read(bundled_sound_font())).stream(performance)
    assert {note.preset for note in stream.notes} == {(0, INSTRUMENTS["mandolin"].program)}
    assert performance.tracks[0].program == 25
