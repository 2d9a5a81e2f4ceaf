"""MusicXML of other programs: what they write otherwise than ABC Studio does."""

import pytest
from musicxml_mutants import packed

from abcstudio.interchange.musicxml_reading.musicxml_tune import MusicXmlTune, tune_from_musicxml
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse

ATTRIBUTES = (
    "<attributes><divisions>2</divisions><key><fifths>0</fifths></key>"
    "<time><beats>4</beats><beat-type>4</beat-type></time></attributes>"
)


def note(pitch: str, duration: int = 2, inside: str = "", *, voice: str = "1") -> str:
    """Return a note such as "C4", "F#5", or a rest "z"; what stands inside comes last."""
    place = "<rest/>"
    if pitch != "z":
        alter = {"#": "<alter>1</alter>", "b": "<alter>-1</alter>"}.get(pitch[1], "")
        place = f"<pitch><step>{pitch[0]}</step>{alter}<octave>{pitch[-1]}</octave></pitch>"
    return f"<note>{place}<duration>{duration}</duration><voice>{voice}</voice>{inside}</note>"


def score(*measures: str, head: str = "", parts: str = "") -> bytes:
    """Return a file of one part; the first measure is in 4/4 unless it says otherwise."""
    first, *rest = measures
    first = first if "<attributes" in first else ATTRIBUTES + first
    inside = "".join(
        f'<measure number="{number}">{measure}</measure>'
        for number, measure in enumerate((first, *rest), start=1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><score-partwise>{head}<part-list>'
        f'<score-part id="P1"><part-name>Flute</part-name></score-part></part-list>'
        f'<part id="P1">{inside}</part>{parts}</score-partwise>'
    ).encode()


def body(tune: MusicXmlTune) -> str:
    assert not [each for each in parse(tune.text).diagnostics if each.severity == "error"]
    return tune.text.partition("\nK:")[2].partition("\n")[2].strip()


def told(tune: MusicXmlTune) -> list[str]:
    """Return the kinds of remarks with their measures."""
    assert all(english(each.message_id, each.parameters) for each in tune.remarks)
    return [f"{each.message_id}: {each.parameters['measures']}" for each in tune.remarks]


FOUR = note("C4") + note("D4") + note("E4") + note("F4")


def test_a_measure() -> None:
    tune = tune_from_musicxml(score(FOUR), "scale")
    assert tune.text == "X:1\nT:scale\nM:4/4\nL:1/4\nK:C\nC D E F |\n"
    assert (tune.title, tune.remarks) == ("scale", ())


def test_titles_people_and_sources() -> None:
    head = (
        "<work><work-title>One &amp; two 100%</work-title></work>"
        "<movement-title>Second</movement-title>"
        '<identification><creator type="composer">Ann</creator><creator type="lyricist">Bob'
        "</creator><rights>free</rights><source>a book</source></identification>"
    )
    text = tune_from_musicxml(score(FOUR, head=head)).text
    assert text.startswith(
        "X:1\nT:One \\& two 100\\%\nT:Second\nC:Ann\nS:a book\nN:lyricist: Bob\nN:free\nM:4/4\n"
    )


def test_a_measure_of_two_voices_on_one_staff() -> None:
    second = "<backup><duration>8</duration></backup>" + note("C4", 8, voice="2")
    tune = tune_from_musicxml(score(FOUR + second, note("G4", 8)))
    assert "%%score (1 2)\n" in tune.text
    assert body(tune) == 'V:1 name="Flute"\nC D E F | G4 |\nV:2\nC4 |'


def test_a_voice_that_is_there_now_and_then_is_laid_over_the_other() -> None:
    second = "<backup><duration>4</duration></backup>" + note("C4", 4, voice="2")
    tune = tune_from_musicxml(score(FOUR + second, FOUR, FOUR))
    assert body(tune) == "C D E F & x2 C2 | C D E F | C D E F |"


def test_a_piano_has_two_staves() -> None:
    clefs = (
        '<staves>2</staves><clef number="1"><sign>G</sign><line>2</line></clef>'
        '<clef number="2"><sign>F</sign><line>4</line></clef></attributes>'
    )
    left = "<backup><duration>8</duration></backup>" + note("C3", 8, "<staff>2</staff>", voice="1")
    tune = tune_from_musicxml(score(ATTRIBUTES.replace("</attributes>", clefs) + FOUR + left))
    assert "%%score {1 | 2}\n" in tune.text
    assert body(tune) == 'V:1 name="Flute"\nC D E F |\nV:2 clef=bass\nC,4 |'


def test_coarse_divisions_do_not_shorten_a_triplet() -> None:
    third = "<type>eighth</type><time-modification><actual-notes>3</actual-notes>" \
        "<normal-notes>2</normal-notes></time-modification>"  # fmt: skip
    group = note("C4", 1, third) + note("D4", 0, third) + note("E4", 1, third)
    group = group.replace("<duration>0<", "<duration>0.67<")
    assert body(tune_from_musicxml(score(group + note("F4", 6)))) == "(3CDE F6 |"


def test_triplets_without_brackets_are_parted_where_their_time_is_full() -> None:
    third = "<type>eighth</type><time-modification><actual-notes>3</actual-notes>" \
        "<normal-notes>2</normal-notes></time-modification>"  # fmt: skip
    divisions = ATTRIBUTES.replace("<divisions>2<", "<divisions>3<")
    notes = "".join(note(pitch, 1, third) for pitch in ("C4", "D4", "E4", "F4", "G4", "A4"))
    read = body(tune_from_musicxml(score(divisions + notes + note("B4", 6))))
    assert read == "(3CDE(3FGA B4 |"


def test_accidentals_are_written_where_they_are_needed() -> None:
    sharp = "<accidental>sharp</accidental>"
    notes = note("F#4", 2, sharp) + note("F#5", 2) + note("F4", 2) + note("G4", 2)
    assert body(tune_from_musicxml(score(notes, FOUR))) == "^F f =F G | C D E F |"


def test_an_accidental_is_held_by_ties_over_the_bar_line_only() -> None:
    tie = '<tie type="start"/>'
    first = note("F#4", 8, tie + "<accidental>sharp</accidental>")
    second = note("F#4", 4, tie) + note("F#4", 2) + note("F4", 2)
    assert body(tune_from_musicxml(score(first, second))) == "^F4- | F2- ^F =F |"


def test_a_staff_that_is_hidden_while_it_is_silent_is_shown() -> None:
    def shown(value: str) -> str:
        return f'<attributes><staff-details print-object="{value}"/></attributes>'

    second = '<part id="P2"><measure>%s</measure><measure>%s</measure></part>'
    for value, order in (("yes", ""), ("no", "%%score 1\n")):
        hidden = second % (shown("no") + note("z", 8), shown(value) + note("C4", 8))
        tune = tune_from_musicxml(score(FOUR, FOUR, parts=hidden))
        assert order in tune.text
        assert ("%%score" in tune.text) == bool(order)


def test_rests_of_a_silent_part_that_are_too_long_are_cut() -> None:
    silent = f'<part id="P2"><measure>{ATTRIBUTES}{note("z", 8) * 2}</measure></part>'
    tune = tune_from_musicxml(score(FOUR, parts=silent))
    assert body(tune) == 'V:1 name="Flute"\nC D E F |\nV:2\nZ |'


def test_a_line_of_rests_has_no_words() -> None:
    sung = note("C4", 8, "<lyric><text>la</text></lyric>")
    system = '<print new-system="yes"/>'
    tune = tune_from_musicxml(score(note("z", 8), system + sung))
    assert body(tune) == "Z |\nC8 |\nw: la"


def test_an_ending_that_stops_at_a_plain_bar_is_closed() -> None:
    def bar(side: str, inside: str) -> str:
        return f'<barline location="{side}">{inside}</barline>'

    first = bar("left", '<ending number="1" type="start"/>') + FOUR
    first += bar("right", '<ending number="1" type="stop"/><repeat direction="backward"/>')
    second = bar("left", '<ending number="2" type="start"/>') + FOUR
    second += bar("right", '<ending number="2" type="discontinue"/>')
    tune = tune_from_musicxml(score(FOUR, first, second, FOUR))
    assert body(tune) == "C D E F | [1 C D E F :| [2 C D E F || C D E F |"


def test_words_that_would_be_music_are_only_words() -> None:
    words = '"]! % \\ &amp; | [1 :|'
    direction = f"<direction><direction-type><words>{words}</words></direction-type></direction>"
    tune = tune_from_musicxml(score(direction + FOUR))
    (voice,) = parse(tune.text).voices
    assert voice.elements[0].annotations[0].text == '"]! % \\ & | [1 :|'
    assert len(voice.elements) == 6


def test_chords_within_a_note_stand_at_its_start_and_are_told() -> None:
    def harmony(step: str, offset: int) -> str:
        return (
            f"<harmony><root><root-step>{step}</root-step></root><kind>dominant</kind>"
            f"<offset>{offset}</offset></harmony>"
        )

    tune = tune_from_musicxml(score(harmony("C", 0) + harmony("G", 4) + note("C4", 8)))
    assert body(tune) == '"C7""G7"C8 |'
    assert told(tune) == ["musicxml.left_chord_place: 1"]
    rest = tune_from_musicxml(score(harmony("C", 0) + harmony("G", 4) + note("z", 8), FOUR))
    assert body(rest) == '"C7"z2 "G7"z2 | C D E F |'
    assert not rest.remarks


def test_a_melisma_goes_on_under_its_notes() -> None:
    begin = "<lyric><syllabic>begin</syllabic><text>hal</text></lyric>"
    end = "<lyric><syllabic>end</syllabic><text>le</text><extend/></lyric>"
    notes = note("C4", 2, begin) + note("D4") + note("E4", 2, end) + note("F4")
    assert body(tune_from_musicxml(score(notes))) == "C D E F |\nw: hal--le _"


def test_what_cannot_be_said_is_told_with_its_measures() -> None:
    slide = '<notations><slide type="start"/></notations>'
    shift = '<direction><direction-type><octave-shift type="down"/></direction-type></direction>'
    tune = tune_from_musicxml(
        score(note("C4", 8, slide), note("C4", 8, slide), shift + note("C4", 8))
    )
    assert told(tune) == ["musicxml.left_glissando: 1, 2", "musicxml.left_octave_line: 3"]


def test_many_measures_are_counted() -> None:
    slide = '<notations><slide type="start"/></notations>'
    tune = tune_from_musicxml(score(*[note("C4", 8, slide)] * 30))
    (remark,) = tune.remarks
    words = english(remark.message_id, remark.parameters)
    assert words.endswith("measure 1, 2, 3, 4, 5, 6, 7, 8 and 22 more.")


def test_a_slur_to_another_voice_is_told() -> None:
    def slurred(pitch: str, kind: str, voice: str) -> str:
        slur = f'<notations><slur number="1" type="{kind}"/></notations>'
        return note(pitch, 8, slur, voice=voice)

    back = "<backup><duration>8</duration></backup>"
    tune = tune_from_musicxml(
        score(slurred("C5", "start", "1") + back + note("C4", 8, voice="2"),
              note("D5", 8) + back + slurred("D4", "stop", "2"))
    )  # fmt: skip
    assert told(tune) == ["musicxml.left_slur: 2"]
    assert "(" not in body(tune)


def test_a_tie_to_nothing_is_left_out() -> None:
    tune = tune_from_musicxml(score(note("C4", 8, '<tie type="start"/>'), note("D4", 8)))
    assert body(tune) == "C8 | D8 |"
    assert told(tune) == ["musicxml.left_tie: 1"]


def test_notes_that_overlap_within_a_voice_become_two() -> None:
    early = "<backup><duration>4</duration></backup>" + note("E4", 4)
    tune = tune_from_musicxml(score(note("C4", 8) + early))
    assert body(tune) == 'V:1 name="Flute"\nC8 |\nV:2\nx4 E4 |'


def test_a_transposing_instrument_keeps_its_written_notes() -> None:
    transpose = "<transpose><chromatic>-2</chromatic></transpose></attributes>"
    tune = tune_from_musicxml(score(ATTRIBUTES.replace("</attributes>", transpose) + FOUR))
    assert "\nK:C transpose=-2\nC D E F |" in tune.text


def test_a_score_that_goes_measure_by_measure() -> None:
    data = (
        b"<score-timewise><part-list><score-part id='A'/><score-part id='B'/></part-list>"
        b"<measure number='1'><part id='A'>%s</part><part id='B'>%s</part></measure>"
        b"<measure number='2'><part id='A'>%s</part></measure></score-timewise>"
    ) % ((ATTRIBUTES + FOUR).encode(), note("C3", 4).encode(), note("G4", 8).encode())
    assert body(tune_from_musicxml(data)) == "V:1\nC D E F | G4 |\nV:2\nC,4 |"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "cp1251"])
def test_encodings(encoding: str) -> None:
    title = "Ода" if encoding != "iso-8859-1" else "Été"
    data = score(FOUR, head=f"<work><work-title>{title}</work-title></work>").decode()
    named = encoding.removesuffix("-sig")
    tune = tune_from_musicxml(data.replace("UTF-8", named).encode(encoding))
    assert tune.title == title


def test_a_compressed_file() -> None:
    plain = score(FOUR)
    assert tune_from_musicxml(packed(plain, extra=b"picture")) == tune_from_musicxml(plain)


def test_a_long_file_breaks_its_lines_where_it_says() -> None:
    system = '<print new-system="yes"/>'
    tune = tune_from_musicxml(score(FOUR, FOUR, system + FOUR, FOUR))
    assert body(tune) == "C D E F | C D E F |\nC D E F | C D E F |"
