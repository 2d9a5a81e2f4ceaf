"""MIDI files read as ABC tunes: what a person would write for them, and nothing that breaks."""

import io
import random
from collections.abc import Sequence
from typing import Any

import mido
import pytest
from midi_mutants import mutants

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import MidiFileError
from abcstudio.interchange import midi_reader
from abcstudio.interchange.midi_tune import MidiTune, tune_from_midi
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform

# Of each note: its MIDI number, and the ticks where it begins and ends.
TickNotes = Sequence[tuple[int, int, int]]
BEAT = 480
SCALE = (60, 62, 64, 65, 67, 69, 71, 72)


def midi(
    *tracks: TickNotes | tuple[str, TickNotes],
    metas: Sequence[tuple[int, mido.MetaMessage]] = (),
    ticks_per_beat: int = BEAT,
    channel: int = 0,
    type: int = 1,
) -> bytes:
    file = mido.MidiFile(type=type, ticks_per_beat=ticks_per_beat, charset="utf-8")
    file.tracks.append(_track(metas))
    for number, track in enumerate(tracks):
        name, notes = _named(track)
        events: list[tuple[int, Any]] = []
        if name:
            events.append((0, mido.MetaMessage("track_name", name=name)))
        for pitch, onset, end in notes:
            here = channel + number
            events.append((end, mido.Message("note_off", note=pitch, channel=here)))
            events.append((onset, mido.Message("note_on", note=pitch, velocity=70, channel=here)))
        file.tracks.append(_track(events))
    buffer = io.BytesIO()
    file.save(file=buffer)
    return buffer.getvalue()


def _named(track: TickNotes | tuple[str, TickNotes]) -> tuple[str, TickNotes]:
    first: Any = track[0] if track else None
    rest: Any = track
    return rest if isinstance(first, str) else ("", rest)


def _track(events: Sequence[tuple[int, Any]]) -> mido.MidiTrack:
    track, now = mido.MidiTrack(), 0
    for tick, message in sorted(events, key=lambda event: (event[0], event[1].type)):
        track.append(message.copy(time=tick - now))
        now = tick
    return track


def in_a_row(pitches: Sequence[int], lengths: Sequence[int], start: int = 0) -> TickNotes:
    notes, now = [], start
    for pitch, length in zip(pitches, lengths, strict=True):
        notes.append((pitch, now, now + length))
        now += length
    return notes


def body_of(tune: MidiTune) -> str:
    return tune.text.split("\nK:")[1].split("\n", 1)[1].strip()


def ids(tune: MidiTune) -> list[str]:
    assert all(english(remark.message_id, remark.parameters) for remark in tune.remarks)
    return [remark.message_id for remark in tune.remarks]


def notes_of(text: str) -> list[tuple[object, ...]]:
    performance = perform(parse(text), PLAIN)
    return sorted((n.onset_beats, n.pitch, n.duration_beats) for n in performance.notes)


METER_34 = (0, mido.MetaMessage("time_signature", numerator=3, denominator=4))
KEY_G = (0, mido.MetaMessage("key_signature", key="G"))


def test_a_scale() -> None:
    tune = tune_from_midi(midi(in_a_row(SCALE, [BEAT // 2] * 8)), "scale")
    assert tune.text == "X:1\nT:scale\nM:4/4\nL:1/8\nK:C\nCDEF GABc |]\n"
    assert ids(tune) == ["midi.meter_guessed", "midi.key_guessed"]


def test_what_the_file_tells_is_not_guessed() -> None:
    tempo = (0, mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(90)))
    title = (0, mido.MetaMessage("track_name", name="Ода 100%"))
    data = midi(in_a_row(SCALE[:6], [BEAT] * 6), metas=[METER_34, KEY_G, tempo, title])
    tune = tune_from_midi(data, "file")
    assert tune.text == ("X:1\nT:Ода 100\\%\nM:3/4\nL:1/4\nQ:1/4=90\nK:G\nC D E | =F G A |]\n")
    assert not tune.remarks
    assert tune.title == "Ода 100%"


TUNES = {
    "repeats and endings": "M:4/4\nL:1/8\nK:G\n|:GABc dedB|[1 c4 A4:|[2 c8|]",
    "jig with pickup": "M:6/8\nL:1/8\nK:D\nA|dfa afd|gfe fed|cde efg|f3 d2|]",
    "accidentals": "M:4/4\nL:1/8\nK:Em\n^DE^FG _B=B^c2|^d8-|d4 =d4|]",
    "triplets": "M:4/4\nL:1/8\nK:C\n(3CDE (3FGA B2 c2|(3c2B2A2 (5GFEDC D|]",
    "thirds": "M:4/4\nL:1/8\nK:C\nC2/3D4/3 E2 F2/3G2/3A2/3 B2|]",
    "broken rhythm": "M:2/4\nL:1/8\nK:A\nA>BA<c|e>>dc<<A|]",
    "ties and rests": "M:3/4\nL:1/4\nK:F\nz A2-|A3-|A z2|Z2|F3|]",
    "chords": "M:4/4\nL:1/4\nK:C\n[CEG]2 [DFA] [EG]|[c4E2G]|]",
    "voices": "M:4/4\nL:1/4\nK:C\nV:1\nc4|d4|\nV:2\nC2 E2|G,4|\n",
    "changes": "M:4/4\nL:1/4\nK:C\nC4|[M:3/4]D3|[K:A][Q:1/4=60]c3|[M:2/4]e2|]",
    "seven in a beat": "M:4/4\nL:1/4\nK:C\n(7:4:7C/D/E/F/G/A/B/ c2|]",
}


@pytest.mark.parametrize("name", TUNES)
def test_our_own_file_reads_back_to_the_same_notes(name: str) -> None:
    text = f"X:1\nT:Tune\n{TUNES[name]}\n"
    tune = tune_from_midi(midi_bytes(perform(parse(text), PLAIN)))
    assert notes_of(tune.text) == notes_of(text)
    assert not [d for d in parse(tune.text).diagnostics if d.severity == "error"]


def test_bundled_tunes_read_back_to_the_same_notes() -> None:
    for tune in read_tunebook(bundled_tunebook())[100:140]:
        read = tune_from_midi(midi_bytes(perform(parse(tune.text), PLAIN)))
        assert notes_of(read.text) == notes_of(tune.text), tune.title
        assert read.title == parse(tune.text).title


def test_a_pickup_is_found_by_where_the_long_notes_are() -> None:
    text = f"X:1\nT:Tune\n{TUNES['jig with pickup']}\n"
    tune = tune_from_midi(midi_bytes(perform(parse(text), PLAIN)))
    assert body_of(tune) == "A | dfa afd | gfe fed | cde efg |\nf3 d2 |]"


def test_triplets_ties_and_accidentals_are_written_as_a_person_would() -> None:
    third = BEAT // 3
    pitches = [67, 66, 67, 68, 70, 67, 66]
    lengths = [2 * BEAT, third, third, third, 2 * BEAT, 2 * BEAT, BEAT]
    data = midi(in_a_row(pitches, lengths), metas=[KEY_G])
    assert body_of(tune_from_midi(data)) == "G2 (3F/G/^G/ _B- | _B G2 F |]"


def test_a_note_over_a_bar_line_keeps_its_accidental() -> None:
    data = midi(in_a_row([61, 60], [5 * BEAT, 3 * BEAT]), metas=[(0, KEY_G[1])])
    tune = tune_from_midi(data)
    assert body_of(tune) == "^C4- | ^C =C3 |]"
    assert len(notes_of(tune.text)) == 2


@pytest.mark.parametrize(
    ("tonic", "scale", "key"),
    [
        (62, (0, 2, 4, 5, 7, 9, 11), "D"),
        (69, (0, 2, 3, 5, 7, 8, 10), "Am"),
        (62, (0, 2, 3, 5, 7, 9, 10), "Ddor"),
        (67, (0, 2, 4, 5, 7, 9, 10), "Gmix"),
        (63, (0, 2, 4, 5, 7, 9, 11), "Eb"),
    ],
)
def test_a_key_is_found_by_its_notes(tonic: int, scale: Sequence[int], key: str) -> None:
    degrees = (0, 0, 2, 4, 4, 5, 2, 1, 6, 3, 4, 2, 0, 1, 6, 0)
    pitches = [tonic + scale[degree] for degree in degrees]
    tune = tune_from_midi(midi(in_a_row(pitches, [BEAT] * len(pitches))))
    assert f"\nK:{key}\n" in tune.text


@pytest.mark.parametrize(
    ("signature", "degrees", "key"),
    [
        ("Am", (0, 3, 7, 10, 7, 5, 3, 2, 0), "Ddor"),
        ("Am", (7, 10, 14, 7, 12, 10, 9, 7), "Am"),
        ("G", (0, 4, 7, 10, 7, 5, 4, 2, 0), "Dmix"),
        ("G", (5, 9, 12, 5, 0, 5, 9, 7, 5), "G"),
    ],
)
def test_a_key_signature_can_mean_the_mode_next_to_it(
    signature: str, degrees: Sequence[int], key: str
) -> None:
    meta = (0, mido.MetaMessage("key_signature", key=signature))
    pitches = [62 + degree for degree in degrees]
    tune = tune_from_midi(midi(in_a_row(pitches, [BEAT] * len(pitches)), metas=[meta]))
    assert f"\nK:{key}\n" in tune.text


def test_tracks_become_voices_with_their_names_and_instruments() -> None:
    high = ('The "First"', in_a_row([72, 74], [2 * BEAT, 2 * BEAT]))
    low = ("Bass", in_a_row([43], [4 * BEAT]))
    tune = tune_from_midi(midi(high, low))
    assert body_of(tune) == (
        'V:1 name="The \'First\'"\nc4 d4 |]\nV:2 name="Bass" clef=bass\nG,,8 |]'
    )
    assert [voice.name for voice in parse(tune.text).voices] == ["The 'First'", "Bass"]


def test_notes_that_begin_together_are_chords_and_other_lines_are_split() -> None:
    together = [(60, 0, BEAT), (64, 0, BEAT), (67, BEAT, 3 * BEAT), (60, BEAT, 2 * BEAT)]
    tune = tune_from_midi(midi(("Piano", together)))
    assert "midi.split" in ids(tune)
    assert body_of(tune).startswith('V:1 name="Piano"\n[CE] G2 z |]\nV:2\nz C z2 |]')
    assert len(notes_of(tune.text)) == 4


def test_lines_beyond_the_limit_are_left_out_and_counted() -> None:
    stairs = [(50 + step, step * BEAT, 40 * BEAT) for step in range(10)]
    tune = tune_from_midi(midi(stairs))
    assert "midi.voices_left_out" in ids(tune)
    assert len(notes_of(tune.text)) == 8


def test_drums_are_left_out_and_said() -> None:
    tune = tune_from_midi(midi(in_a_row(SCALE, [BEAT] * 8), in_a_row([40], [BEAT]), channel=8))
    assert ids(tune)[-1] == "midi.drums_left_out"
    with pytest.raises(MidiFileError) as raised:
        tune_from_midi(midi(in_a_row([40], [BEAT]), channel=9))
    assert raised.value.message_id == "midi.only_drums"


def test_silent_measures_are_counted() -> None:
    data = midi([(60, 0, BEAT), (60, 21 * BEAT, 24 * BEAT)])
    assert body_of(tune_from_midi(data)) == "C z3 | Z4 | z C3 |]"


def test_many_changes_of_tempo_are_a_players() -> None:
    metas = [
        (step * BEAT, mido.MetaMessage("set_tempo", tempo=400_000 + 20_000 * (step % 5)))
        for step in range(100)
    ]
    tune = tune_from_midi(midi(in_a_row([60] * 100, [BEAT] * 100), metas=metas))
    assert "midi.tempo_left_out" in ids(tune)
    assert tune.text.count("Q:") == 1


@pytest.mark.parametrize("held", [0.95, 0.8, 0.7])
def test_notes_that_a_program_ends_early_are_whole(held: float) -> None:
    lengths = [BEAT, BEAT // 2, BEAT // 2, 2 * BEAT, BEAT, BEAT, BEAT // 2, BEAT // 2, BEAT]
    pitches = [60, 62, 64, 65, 67, 69, 71, 72, 72]
    notes = [
        (pitch, onset, onset + round((end - onset) * held))
        for pitch, onset, end in in_a_row(pitches, lengths)
    ]
    assert body_of(tune_from_midi(midi(notes))) == "C2 DE F4 | G2 A2 Bc c2 |]"


def test_a_played_tune_finds_its_beats() -> None:
    chance = random.Random(4)
    lengths = [BEAT, BEAT, BEAT // 2, BEAT // 2, BEAT // 2, BEAT // 2] * 8
    pitches = [74, 71, 67, 69, 71, 72] * 8
    played = [
        (pitch, max(0, onset + chance.randrange(-12, 13)), end - chance.randrange(10, 40))
        for pitch, onset, end in in_a_row(pitches, lengths)
    ]
    assert (
        body_of(tune_from_midi(midi(played))).splitlines()[0]
        == " | ".join(["d2 B2 GABc"] * 4) + " |"
    )


def test_a_name_without_utf_8_is_read_as_latin_1() -> None:
    data = midi(("Reel", in_a_row([60], [BEAT]))).replace(b"Reel", b"R\xe9el")
    assert midi_reader.read_midi(data).tracks[0].name == "Réel"


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (b"", "midi.not_midi"),
        (b"X:1\nT:no\n", "midi.not_midi"),
        (b"MThd\0\0\0\6\0\1\0\1\1\xe0", "midi.damaged"),
        (midi(in_a_row([60], [BEAT]))[:-3], "midi.damaged"),
        (midi(in_a_row([60], [BEAT]), type=2), "midi.asynchronous"),
        (midi(in_a_row([60], [BEAT])).replace(b"\1\xe0", b"\xe7\x28", 1), "midi.no_beats"),
        (midi(in_a_row([60], [BEAT])).replace(b"\1\xe0", b"\0\0", 1), "midi.damaged"),
        (midi(()), "midi.no_notes"),
        (midi([(60, 0, 6000 * BEAT)]), "midi.too_long"),
        (midi([(60, 0, 1)] * (midi_reader.MAX_NOTES + 1)), "midi.too_many_notes"),
        (b"MThd" + bytes(midi_reader.MAX_BYTES), "midi.too_large"),
        (
            midi([(60, 0, 4000 * BEAT)], metas=[
                (0, mido.MetaMessage("time_signature", numerator=1, denominator=8))
            ]),
            "midi.too_many_measures",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_a_sentence(data: bytes, message_id: str) -> None:
    with pytest.raises(MidiFileError) as raised:
        tune_from_midi(data)
    assert raised.value.message_id == message_id
    assert english(message_id, raised.value.parameters)


def test_damaged_files_give_a_tune_or_the_one_error() -> None:
    seeds = [midi_bytes(perform(parse(f"X:1\nT:Tune\n{body}\n"), PLAIN)) for body in TUNES.values()]
    tunes = errors = 0
    for data in mutants(seeds, 400, random.Random(7)):
        try:
            text = tune_from_midi(data).text
        except MidiFileError:
            errors += 1
        else:
            tunes += 1
            assert notes_of(text) or all(
                n.pitch for n in midi_reader.read_midi(data).tracks[0].notes
            )
    assert min(tunes, errors) > 50
