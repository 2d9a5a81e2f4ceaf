"""What can be written at a place: the right list in each, narrowed, and none where none helps."""

import pytest

from abcstudio.messages import ENGLISH
from abcstudio.notation.assistance.completion import Completions, completions_at
from abcstudio.notation.assistance.completion_lists import (
    decorations,
    directives,
    keys,
    midi_words,
    programs,
    user_symbols,
)
from abcstudio.notation.values.key_field import parse_key

HEADER = "X:4\nT:a\nM:6/8\nR:jig\n"
BODY = HEADER + "K:Ador\n"


def offered(text: str) -> Completions:
    found = completions_at(text, len(text), ("reel", "jig"))
    assert found is not None
    return found


def texts(text: str) -> list[str]:
    return [entry.text for entry in offered(text).entries]


@pytest.mark.parametrize(
    ("text", "first", "opens"),
    [
        ("", "X:", False),
        ("X", "X:", True),
        ("X:", "1", True),
        (HEADER + "\nX:", "5", True),
        (HEADER + "K", "K:", True),
        (HEADER + "K:", "G", True),
        (HEADER + "K:A", "A", True),
        (HEADER + "K:ad", "Ador", True),
        (HEADER + "K:A ", "major", False),
        (HEADER + "K:A mi", "minor", True),
        (HEADER + "K:A clef=b", "clef=bass", True),
        (HEADER + "M:", "4/4", True),
        (HEADER + "M:3", "3/4", True),
        (HEADER + "L:", "1/8", True),
        (HEADER + "Q:", "3/8=60", True),
        ("X:1\nM:4/4\nQ:", "1/4=60", True),
        ("X:1\nM:C|\nQ:", "1/2=60", True),
        (HEADER + "R:r", "reel", True),
        (HEADER + "V:T1\nV:", "T1", True),
        (HEADER + "V:1 n", 'name="', True),
        (HEADER + "P:", "AB", True),
        (BODY + "P:", "A", True),
        (HEADER + "U:", "T = !trill!", True),
        (HEADER + "U:T = !fer", "fermata!", True),
        (BODY + "w", "w:", True),
        (BODY + "A !", "trill!", True),
        (BODY + "A !!fine! !", "trill!", True),
        (BODY + "A !cre", "crescendo(!", True),
        (BODY + "s:* !tr", "trill!", True),
        (BODY + 'A "', 'Am"', True),
        (BODY + '"G"A [K:D]"', 'D"', True),
        (BODY + 'A "G7', 'G7"', True),
        (BODY + 'A "Am/', 'Am/A"', True),
        (BODY + "[K:", "G", True),
        (BODY + "A[M:3", "3/4", True),
        ("%%", "MIDI ", True),
        (BODY + "%%MI", "MIDI ", True),
        (BODY + "%%MIDI prog", "program ", True),
        (BODY + "%%MIDI program 7", "71", True),
        (BODY + "I:lineb", "linebreak ", True),
    ],
)
def test_the_first_entry(text: str, first: str, opens: bool) -> None:
    found = offered(text)
    assert found.entries[0].text == first
    assert found.opens_itself is opens


@pytest.mark.parametrize(
    "text",
    [
        BODY + "A",
        BODY + "AB",
        BODY + "AB|",
        BODY + "A!trill!B",
        BODY + 'A "Am" B',
        BODY + 'A "^sl',
        BODY + "w:hel",
        BODY + "AB % no !tr",
        HEADER + "T:The K",
        HEADER + 'N:say "',
        HEADER + "%%MIDI gchord f",
        "just words",
        BODY + "A !wxyz",
        BODY + "K:HP",
    ],
)
def test_nothing_is_offered(text: str) -> None:
    found = completions_at(text, len(text))
    assert found is None or not found.opens_itself


def test_an_entry_takes_the_place_of_what_was_typed() -> None:
    text = BODY + "A !tri"
    found = offered(text)
    assert found.span.of(text) == "tri"
    closed = completions_at(BODY + "A !tri!B", len(BODY) + 6)
    assert closed is not None
    assert closed.span.of(BODY + "A !tri!B") == "tri!"


def test_a_note_at_the_start_of_a_line_opens_nothing_but_can_be_asked_about() -> None:
    found = completions_at(BODY + "A", len(BODY) + 1)
    assert found is None
    asked = completions_at(BODY, len(BODY))
    assert asked is not None
    assert asked.entries[0].text == "w:"
    assert not asked.opens_itself


@pytest.mark.parametrize("key", ["dor", "dor clef=bass", "d %"])
def test_within_a_word_nothing_opens_by_itself(key: str) -> None:
    text = f"{HEADER}K:{key}"
    found = completions_at(text, len(HEADER) + 2)
    assert found is not None
    assert not found.opens_itself


def test_chords_of_the_key_come_first() -> None:
    assert texts(BODY + '"')[:7] == ['Am"', 'D"', 'Em"', 'G"', 'F#dim"', 'Bm"', 'C"']
    assert texts('X:1\nK:G\n"')[:6] == ['G"', 'C"', 'D"', 'F#dim"', 'Em"', 'Am"']
    assert texts('X:1\nK:Bb\n"')[0] == 'Bb"'


def test_a_headless_tune_and_the_header_are_told_apart() -> None:
    assert "w:" in texts("GABc|\nw")
    assert "T:" in texts("X:1\nT")
    assert "T:" in texts("X:1\nK:C\nabc\n\nX:2\nT")


def test_every_key_that_is_offered_is_one() -> None:
    for entry in keys():
        reading = parse_key(entry.text)
        assert reading.key is not None
        assert reading.unknown is None
        assert abs(reading.key.fifths) <= 7


def test_every_entry_says_what_it_means() -> None:
    lists = (decorations(), directives(), midi_words(), programs(), user_symbols(), keys())
    for entries in lists:
        assert entries
        for entry in entries:
            assert entry.meaning is not None, entry
            assert entry.meaning.message_id in ENGLISH
            assert str(entry.meaning)


@pytest.mark.parametrize("place", range(len(BODY) + 1))
def test_no_place_is_a_defect(place: int) -> None:
    text = BODY + '"Am'
    completions_at(text, place)
