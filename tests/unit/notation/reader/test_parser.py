"""What ABC text means, by section of the ABC 2.1 standard."""

from fractions import Fraction

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import BarLine, Chord, Rest, Score, VariantEnding

HEADER = "X:1\nT:Test\nM:4/4\nL:1/8\nK:C\n"


def chords(score: Score, voice: int = 0) -> list[Chord]:
    return [element for element in score.voices[voice].elements if isinstance(element, Chord)]


def durations(score: Score) -> list[str]:
    timed = [e for e in score.voices[0].elements if isinstance(e, Chord | Rest)]
    return [str(element.duration) for element in timed]


def numbers(score: Score) -> list[int]:
    return [int(note.pitch.midi_number) for chord in chords(score) for note in chord.notes]


def codes(score: Score) -> list[str]:
    return [found.code for found in score.diagnostics]


def body(music: str, header: str = HEADER) -> Score:
    return parse(header + music)


class TestNotes:
    def test_octaves(self) -> None:
        assert numbers(body("C,, C, C c c' c''")) == [36, 48, 60, 72, 84, 96]

    def test_lengths(self) -> None:
        score = body("A A2 A3/2 A/ A/2 A// A/4 A3/")
        assert durations(score) == ["1/8", "1/4", "3/16", "1/16", "1/16", "1/32", "1/32", "3/16"]

    def test_accidentals_last_to_the_bar_line_in_every_octave(self) -> None:
        assert numbers(body("^FfF|F =f f")) == [66, 78, 66, 65, 77, 77]

    def test_accidentals_can_be_kept_to_their_own_note(self) -> None:
        assert numbers(body("%%propagate-accidentals not\n^FF")) == [66, 65]

    def test_key_and_naturals(self) -> None:
        assert numbers(body("FC=F F|F", "X:1\nK:D\n")) == [66, 61, 65, 65, 66]

    def test_microtones(self) -> None:
        note = chords(body("^1/2c"))[0].notes[0]
        assert note.pitch.alter == Fraction(1, 2)
        assert note.accidental == "^1/2"

    def test_tie_carries_an_accidental_over_the_bar_line(self) -> None:
        score = body("^c4 ^c4-|c4 c4|")
        assert numbers(score) == [73, 73, 73, 72]

    def test_spans_point_at_the_note(self) -> None:
        score = body("z {g}!trill!^c'3/2 [ce]2")
        assert [chord.span.of(score.text) for chord in chords(score)] == ["^c'3/2", "[ce]2"]


class TestRhythm:
    @pytest.mark.parametrize(
        ("music", "expected"),
        [
            ("A>B", ["3/16", "1/16"]),
            ("A<B", ["1/16", "3/16"]),
            ("A>>B", ["7/32", "1/32"]),
            ("A > B", ["3/16", "1/16"]),
            ("A2>B", ["3/8", "1/16"]),
            ("(3ABc", ["1/12", "1/12", "1/12"]),
            ("(3A>Bc", ["1/8", "1/24", "1/12"]),
            ("(3:2:2 A2B d", ["1/6", "1/12", "1/8"]),
            ("(2AB", ["3/16", "3/16"]),
            ("(5ABcde", ["1/20"] * 5),
        ],
    )
    def test_broken_rhythm_and_tuplets(self, music: str, expected: list[str]) -> None:
        assert durations(body(music)) == expected

    def test_five_in_compound_time_means_three(self) -> None:
        assert durations(body("(5ABcde", "X:1\nM:6/8\nL:1/8\nK:C\n")) == ["3/40"] * 5

    def test_rests_of_every_kind(self) -> None:
        assert durations(body("z2 x Z Z2 y")) == ["1/4", "1/8", "1", "2"]

    def test_measure_rest_follows_the_meter_in_force(self) -> None:
        assert durations(body("Z|[M:3/4]Z|")) == ["1", "3/4"]

    def test_unit_note_length_follows_the_meter(self) -> None:
        assert parse("X:1\nM:2/4\nK:C\nA").unit_note_length == Fraction(1, 16)
        assert parse("X:1\nM:6/8\nK:C\nA").unit_note_length == Fraction(1, 8)


class TestChordsAndTies:
    def test_chord_lasts_as_its_first_note(self) -> None:
        chord = chords(body("[f3d]"))[0]
        assert str(chord.duration) == "3/8"
        assert [str(note.duration) for note in chord.notes] == ["3/8", "1/8"]

    def test_chord_lengths_multiply(self) -> None:
        assert str(chords(body("[C2E2G2]3"))[0].duration) == "3/4"

    def test_ties_in_chords_are_per_note(self) -> None:
        first = chords(body("[C-E]C"))[0]
        assert [note.tied for note in first.notes] == [True, False]

    def test_tie_after_a_chord_ties_all(self) -> None:
        score = body("[CE]-|[EG]")
        assert [note.tied for note in chords(score)[0].notes] == [False, True]
        assert "tie-without-partner" in codes(score)

    def test_tie_to_another_pitch_is_no_tie(self) -> None:
        score = body("c2-|d2")
        assert not chords(score)[0].notes[0].tied
        (found,) = [found for found in score.diagnostics if found.code == "tie-without-partner"]
        assert found.fix is not None
        assert found.fix.replacement == "(c2|d2)"


class TestSignsAroundNotes:
    def test_everything_before_a_note_belongs_to_it(self) -> None:
        chord = chords(body('"Am""^up"!trill!.{/gf}A'))[0]
        assert [symbol.text for symbol in chord.chord_symbols] == ["Am"]
        assert [(note.placement, note.text) for note in chord.annotations] == [("^", "up")]
        assert [decoration.name for decoration in chord.decorations] == ["trill", "staccato"]
        assert chord.grace_notes is not None
        assert chord.grace_notes.slashed
        assert len(chord.grace_notes.notes) == 2

    def test_text_behind_the_last_note_belongs_to_it(self) -> None:
        last = chords(body('AB"_D.C.""Fine""Am"|]'))[-1]
        assert [(note.placement, note.text) for note in last.annotations] == [("_", "D.C.")]
        assert [symbol.text for symbol in last.chord_symbols] == ["Fine"]

    def test_user_symbols(self) -> None:
        score = body("WA", "X:1\nU:W = !fermata!\nK:C\n")
        assert chords(score)[0].decorations[0].name == "fermata"

    def test_slurs(self) -> None:
        first, _, third = chords(body("(ABc)"))
        assert (first.slur_starts, third.slur_ends) == (1, 1)

    def test_beams_end_at_blanks_and_bar_lines(self) -> None:
        assert [c.beam_continues for c in chords(body("AB cd|e`f"))] == [
            True, False, True, False, True, False,
        ]  # fmt: skip

    def test_old_line_breaks_lose_no_music(self) -> None:
        score = body("ABcd!efga!\nABcd|!\n")
        assert len(chords(score)) == 12
        assert "unknown-decoration" not in codes(score)


class TestBarLines:
    @pytest.mark.parametrize(
        ("written", "closes", "opens"),
        [
            ("|", 0, 0), ("||", 0, 0), ("|]", 0, 0), (":|", 1, 0), ("|:", 0, 1), ("::", 1, 1),
            (":|:", 1, 1), (":||:", 1, 1), (":|[|:", 1, 1), ("::|", 2, 0), ("|::", 0, 2),
            (":[|]|]", 1, 0), ("[|:", 0, 1), ("[|]", 0, 0), (".|", 0, 0),
        ],
    )  # fmt: skip
    def test_liberal_forms(self, written: str, closes: int, opens: int) -> None:
        score = body(f"A{written}B")
        (bar_line,) = [e for e in score.voices[0].elements if isinstance(e, BarLine)]
        assert (bar_line.closes_repeat, bar_line.opens_repeat) == (closes, opens)
        assert bar_line.span.of(score.text) == written

    @pytest.mark.parametrize(
        ("written", "passes"),
        [("[1", (1,)), ("|2", (2,)), ("[1,3", (1, 3)), ("[1-3", (1, 2, 3)), (":|2", (2,))],
    )
    def test_endings(self, written: str, passes: tuple[int, ...]) -> None:
        endings = [
            e for e in body(f"A{written} B").voices[0].elements if isinstance(e, VariantEnding)
        ]
        assert [ending.passes for ending in endings] == [passes]

    def test_a_chord_after_a_bar_line_is_no_ending(self) -> None:
        assert [len(chord.notes) for chord in chords(body("A|[CEG]"))] == [1, 3]


class TestKeys:
    @pytest.mark.parametrize(
        ("value", "fifths", "f_alter"),
        [
            ("G", 1, 1), ("Bb", -2, 0), ("F#m", 3, 1), ("amin", 0, 0), ("D dor", 0, 0),
            ("Eb Lydian", -2, 0), ("A Mixolydian", 2, 1), ("none", 0, 0), ("", 0, 0), ("HP", 2, 1),
            ("D exp ^f", 0, 1), ("C ^f", 0, 1), ("Em clef=bass", 1, 1),
            ("Gphr", -3, 0), ("Bloc", 0, 0),
        ],
    )  # fmt: skip
    def test_liberal_readings(self, value: str, fifths: int, f_alter: int) -> None:
        key = parse(f"X:1\nK:{value}\nF").key
        assert (key.fifths, key.alter_of("F")) == (fifths, f_alter)

    def test_explicit_accidentals_after_the_mode(self) -> None:
        assert numbers(parse("X:1\nK:Dm^c\ncB")) == [73, 70]

    def test_octave_clef(self) -> None:
        assert numbers(parse("X:1\nK:C treble-8\nc")) == [60]

    def test_octave_and_clef_add_up(self) -> None:
        assert numbers(parse("X:1\nV:1 clef=treble-8 octave=-1\nK:C\nc")) == [48]

    def test_bad_key(self) -> None:
        assert "bad-key" in codes(parse("X:1\nK:H\nc"))


class TestOtherFields:
    @pytest.mark.parametrize(
        ("value", "rate", "beat"),
        [
            ("1/4=120", 120, "1/4"), ("120", 120, "1/4"), ("C=100", 100, "1/8"),
            ('"Allegro" 3/8=80', 80, "3/8"), ("1/4 3/8 1/4 3/8=40", 40, "5/4"),
            ("C3=40", 40, "3/8"),
        ],
    )  # fmt: skip
    def test_tempo(self, value: str, rate: int, beat: str) -> None:
        tempo = parse(f"X:1\nL:1/8\nQ:{value}\nK:C\nc").tempo
        assert tempo is not None
        assert (tempo.beats_per_minute, str(tempo.beat_duration)) == (rate, beat)

    def test_tempo_text_alone(self) -> None:
        tempo = parse('X:1\nQ:"Slow"\nK:C\nc').tempo
        assert tempo is not None
        assert (tempo.text, tempo.beats_per_minute) == ("Slow", None)

    @pytest.mark.parametrize(
        ("value", "length"),
        [("C", "1"), ("C|", "1"), ("6/8", "3/4"), ("(2+3+2)/8", "7/8"), ("2/4+3/8", "7/8"),
         ("none", "0")],
    )  # fmt: skip
    def test_meter(self, value: str, length: str) -> None:
        assert str(parse(f"X:1\nM:{value}\nK:C\nc").meter.measure_duration) == length

    def test_part_order(self) -> None:
        assert parse("X:1\nP:A2(BC)2.A\nK:C\nc").part_order == tuple("AABCBCA")

    def test_part_order_is_bounded(self) -> None:
        score = parse("X:1\nP:((((A9)9)9)9)9\nK:C\nc")
        assert score.part_order == ()
        assert "limit-parts" in codes(score)

    def test_inline_fields(self) -> None:
        score = body("A[L:1/4]A[K:D]F")
        assert durations(score) == ["1/8", "1/4", "1/4"]
        assert numbers(score)[-1] == 66

    def test_continued_lines_and_comments(self) -> None:
        score = body("AB|\\\ncd % no music A\nef|")
        assert len(chords(score)) == 6

    def test_lyrics(self) -> None:
        score = body("ABcd|e2f2|\nw: Hel-lo my *|world_\n")
        sung = [[s.text for s in chord.syllables] for chord in chords(score)]
        assert sung == [["Hel"], ["lo"], ["my"], [], ["world"], [""]]
        assert chords(score)[0].syllables[0].hyphen

    def test_directives_are_kept_or_refused(self) -> None:
        score = parse("X:1\n%%score (1 2)\n%%MIDI program 73\n%%abc-include x\nK:C\nc")
        assert [directive.name for directive in score.directives] == ["score", "MIDI"]
        assert "directive-refused" in codes(score)

    def test_free_text_after_a_header_field_is_no_music(self) -> None:
        score = parse("X:1\nN:remarks that\ngo on here\nK:C\nA")
        assert len(chords(score)) == 1
        assert codes(score) == ["text-in-header"]


class TestVoices:
    def test_voices_by_field_and_inline(self) -> None:
        score = parse("X:1\nL:1/4\nK:C\nV:1\nAB|\nV:2 clef=bass\nC,D,|\n[V:1]cd|")
        assert [voice.voice_id for voice in score.voices] == ["1", "2"]
        assert len(chords(score, 0)) == 4
        assert score.voices[1].clef.shape == "F"

    def test_each_voice_has_its_own_accidentals(self) -> None:
        score = parse("X:1\nK:C\n[V:1]^F[V:2]F[V:1]F")
        assert numbers(score) == [66, 66]
        assert int(chords(score, 1)[0].notes[0].pitch.midi_number) == 65

    def test_overlay(self) -> None:
        score = parse("X:1\nM:4/4\nL:1/4\nK:C\nABcd|e4&c2|f4|")
        assert [voice.overlay_of for voice in score.voices] == [None, ""]
        (overlaid,) = chords(score, 1)
        assert (overlaid.onset, str(overlaid.duration)) == (1, "1/2")
        ends = [[e for e in v.elements if isinstance(e, Chord | Rest)][-1] for v in score.voices]
        assert ends[0].onset + ends[0].duration == ends[1].onset + ends[1].duration


def test_a_field_of_the_header_behind_a_blank_is_read_and_is_a_problem() -> None:
    text = " X:1\n\tT:Air\nM:3/4\n  K:G\nG2 A2 B2|]\n"
    score = parse(text)
    assert codes(score) == ["field-indented"] * 3
    assert [found.span.of(text) for found in score.diagnostics] == [" X:", "\tT:", "  K:"]
    assert score.title == "Air"
    assert codes(parse(text.replace(" X", "X").replace("\tT", "T").replace("  K", "K"))) == []
