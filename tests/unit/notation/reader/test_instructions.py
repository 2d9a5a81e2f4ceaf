"""Directives: what they switch, what is refused, blocks of text (ABC 2.1, 4.1, 6.1.1 and 11)."""

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import LineBreak, MidiDirective


def breaks(text: str) -> list[str]:
    score = parse(text)
    return [e.span.of(text) for e in score.voices[0].elements if isinstance(e, LineBreak)]


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("", ["$", "!", "\n", "\n"]),
        ("I:linebreak $\n", ["$"]),
        ("I:linebreak !\n", ["!"]),
        ("%%linebreak <EOL>\n", ["\n", "\n"]),
        ("I:linebreak <none>\n", []),
        ("I:linebreak $ <eol>\n", ["$", "\n", "\n"]),
        ("I:linebreak nonsense\n", ["$", "!", "\n", "\n"]),
    ],
)
def test_where_lines_of_the_score_break(instruction: str, expected: list[str]) -> None:
    assert breaks(f"X:1\n{instruction}K:C\nA$B!c\nd\n") == expected


@pytest.mark.parametrize(
    "name",
    ["abc-include", "format", "EPS", "ps", "postscript", "beginps", "beginsvg", "beginjs"],
)
def test_files_and_programs_are_refused(name: str) -> None:
    for text in (f"%%{name} some.thing", f"I:{name} some.thing"):
        found = {diagnostic.code for diagnostic in parse(f"X:1\nK:C\n{text}\nA").diagnostics}
        assert found - {"block-not-closed", "no-notes"} == {"directive-refused"}


def test_a_refused_block_is_no_music_and_no_directive() -> None:
    score = parse("X:1\nK:C\n%%beginsvg\n%%MIDI program 5\nABC\n%%endsvg\nA")
    assert [found.code for found in score.diagnostics] == ["directive-refused"]
    assert score.directives == ()
    assert not [e for e in score.voices[0].elements if isinstance(e, MidiDirective)]


def test_a_block_of_text_is_kept_whole() -> None:
    text = "X:1\nK:C\n%%begintext justify\n%%one\ntwo\n%%endtext\nA"
    (block,) = parse(text).directives
    assert (block.name, block.value) == ("begintext", "one\ntwo")
    assert block.span.of(text) == "%%begintext justify\n%%one\ntwo\n%%endtext"


def test_a_block_that_is_never_closed() -> None:
    score = parse("X:1\nK:C\nA\n%%begintext\nlost\nmusic")
    (found,) = score.diagnostics
    assert (found.code, found.parameters["name"]) == ("block-not-closed", "text")
    assert score.directives[0].value == "lost\nmusic"


def test_what_a_file_says_about_itself_is_kept() -> None:
    text = "X:1\nI:abc-charset utf-8\n%%abc-version 2.1\nI:abc-creator x y\nK:C\nA"
    kept = [(directive.name, directive.value) for directive in parse(text).directives]
    assert kept == [("abc-charset", "utf-8"), ("abc-version", "2.1"), ("abc-creator", "x y")]


def test_midi_lines_belong_to_the_voice_they_stand_in() -> None:
    score = parse("X:1\nV:1\nV:2\nK:C\nV:1\nA\nV:2\n%%MIDI program 5\nB\n[I:MIDI program 6]c")
    assert [
        [e.words for e in voice.elements if isinstance(e, MidiDirective)] for voice in score.voices
    ] == [[], [("program", "5"), ("program", "6")]]
