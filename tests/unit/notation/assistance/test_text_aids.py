"""Partners of brackets, remarks on and off, where the notes are, snippets and their file."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from abcstudio.messages import ENGLISH
from abcstudio.notation.assistance.brackets import brackets_at, partner_of
from abcstudio.notation.assistance.music_code import MusicCode
from abcstudio.notation.assistance.snippet_file import (
    MAX_SNIPPETS,
    KeptSnippets,
    load_snippets,
    save_snippets,
)
from abcstudio.notation.assistance.snippets import (
    PIECES,
    TEMPLATES,
    WORDS,
    Snippet,
    fill,
    next_number,
    own_snippet,
)
from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.editing.comment_lines import toggle_comments
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.own_files import DamagedFile

HEADER = "X:1\nT:a (tune\nK:C\n"


def group(music: str, place: int) -> tuple[list[str], bool] | None:
    text = HEADER + music + "\n"
    found = brackets_at(text, len(HEADER) + place)
    if found is None:
        return None
    return [f"{span.of(text)}{span.start - len(HEADER)}" for span in found.spans], found.is_whole


@pytest.mark.parametrize(
    ("music", "place", "expected"),
    [
        ("[CEG]2", 0, (["[0", "]24"], True)),
        ("[CEG]2", 6, (["[0", "]24"], True)),
        ("(AB(cd))", 3, (["(3", ")6"], True)),
        ("(AB(cd))", 0, (["(0", ")7"], True)),
        ("{gf}A", 0, (["{0", "}3"], True)),
        ('"Am"A', 0, (['"0', '"3'], True)),
        ("!trill!A", 7, (["!0", "!6"], True)),
        ("[K:D]A", 0, (["[0", "]4"], True)),
        ("|:AB:|", 0, (["|:0", ":|4"], True)),
        ("|:A|1B:|2c|]", 4, (["|:0", "14", ":|6", "28"], True)),
        ("A:|B:|", 5, ([":|4"], True)),
        ("|:AB|", 0, (["|:0"], False)),
        ("(AB", 0, (["(0"], False)),
        ("AB)", 3, ([")2"], False)),
        ("[AB", 0, (["[0"], False)),
        ('"Am', 0, (['"0'], False)),
        ("(3ABC", 0, None),
        ("A|B", 1, None),
        ('"("A)', 1, (['"0', '"2'], True)),
        ("AB", 1, None),
    ],
)
def test_partners(music: str, place: int, expected: tuple[list[str], bool] | None) -> None:
    assert group(music, place) == expected


def test_slurs_go_over_lines_but_not_over_voices_and_tunes() -> None:
    text = "X:1\nK:C\nV:1\n(AB|\nV:2\nc)d|\nV:1\nAB)|\nw:(no)\n\nX:2\nK:C\n)A\n"
    opening = text.index("(AB")
    found = brackets_at(text, opening)
    assert found is not None
    assert [span.start for span in found.spans] == [opening, text.index("AB)") + 2]
    other = brackets_at(text, text.index("c)d") + 2)
    assert other is not None
    assert not other.is_whole
    assert brackets_at(text, text.index("(no)")) is None


def test_going_round_the_signs_of_a_repeat() -> None:
    text = HEADER + "|:A|1B:|2c|]\n"
    place = text.index("|:")
    seen = []
    for _ in range(4):
        found = brackets_at(text, place)
        assert found is not None
        partner = partner_of(found, place)
        assert partner is not None
        place = partner.start
        seen.append(partner.of(text))
    assert seen == ["1", ":|", "2", "|:"]


@pytest.mark.parametrize(
    ("text", "start", "end", "expected", "selected"),
    [
        ("abc\nd\n", 1, 1, "% abc\nd\n", ""),
        ("abc\nd\n", 0, 5, "% abc\n% d\n", "% abc\n% d"),
        ("abc\nd\n", 0, 4, "% abc\nd\n", "% abc\n"),
        ("% abc\n%d\n", 0, 8, "abc\nd\n", "abc\nd"),
        ("% abc\nd", 0, 7, "% % abc\n% d", "% % abc\n% d"),
        ("%%MIDI program 1\n", 3, 3, "% %%MIDI program 1\n", ""),
        ("% %%MIDI program 1\n", 4, 4, "%%MIDI program 1\n", ""),
        ("a\n\nb", 0, 4, "% a\n\n% b", "% a\n\n% b"),
        ("%abc-2.1\nX:1", 0, 12, "%abc-2.1\n% X:1", "%abc-2.1\n% X:1"),
        ("", 0, 0, "", ""),
    ],
)
def test_remarks(text: str, start: int, end: int, expected: str, selected: str) -> None:
    changed, selection = toggle_comments(text, Span(start, end))
    assert changed == expected
    assert selection.of(changed) == selected


@pytest.mark.parametrize("text", ["abc\n%d\n\n%%x", "% a\n% b", "X:1\nK:C\nabc|"])
def test_remarks_on_and_off_give_the_text_back(text: str) -> None:
    once, selection = toggle_comments(text, Span(0, len(text)))
    if not text.startswith("%"):
        assert toggle_comments(once, selection)[0] == text


def test_notes_are_told_from_everything_else() -> None:
    text = 'X:1\nT:eee\nK:C\ne "e"e!f!e [K:e]e % e\nw:e e\n%%e\n\ne words\n'
    code = MusicCode(text)
    found = [i for i, sign in enumerate(text) if sign == "e" and code.holds(Span(i, i + 1))]
    line = text.index('e "e"')
    assert [place - line for place in found] == [0, 5, 9, 16]
    assert code.holds(Span(line, line + 2))
    assert not code.holds(Span(line, line + 4))


def test_places_to_fill_in() -> None:
    snippet = Snippet("x", "a${2:two}b$1c$0 $$ $NUMBER")
    filled = fill(snippet, number=7)
    assert filled.text == "atwobc $ 7"
    assert [(span.start, span.of(filled.text)) for span in filled.stops] == [
        (5, ""), (1, "two"), (6, "")
    ]  # fmt: skip


def test_what_is_selected_goes_inside() -> None:
    slur = next(piece for piece in PIECES if piece.name == "snippet.slur")
    assert fill(slur, selected="AB").text == "(AB)"
    assert fill(slur).stops == (Span(1, 1),)
    assert fill(own_snippet("mine", "a$1$SELECTION"), selected="no").text == "a$1$SELECTION"


def test_words_to_write_over_are_said_in_the_persons_language() -> None:
    song = next(each for each in TEMPLATES if each.name == "snippet.tune.song")
    said = fill(song, say=lambda message_id: message_id.rpartition(".")[2].upper()).text
    assert "T:UNTITLED\n" in said
    assert said.endswith("w:LYRICS\n")
    assert fill(song).text.endswith("w:words for the notes\n")
    assert [ENGLISH[message_id] for message_id in WORDS.values()] == [*WORDS]
    bodies = "".join(each.body for each in (*TEMPLATES, *PIECES))
    assert all(f":{words}}}" in bodies for words in WORDS)


def test_the_next_number() -> None:
    assert next_number("") == 1
    assert next_number("X:3\nK:C\n\nX: 12\nT:X:99\n") == 13


@pytest.mark.parametrize("snippet", [*PIECES, *TEMPLATES], ids=lambda snippet: snippet.name)
def test_every_snippet_has_a_name_and_stays_within_its_text(snippet: Snippet) -> None:
    assert ENGLISH[snippet.name]
    filled = fill(snippet)
    assert "$" not in filled.text
    assert all(0 <= span.start <= span.end <= len(filled.text) for span in filled.stops)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_templates_are_tunes_without_errors(template: Snippet) -> None:
    score = parse(fill(template, number=3).text)
    assert not [found for found in score.diagnostics if found.severity is Severity.ERROR]
    assert score.field_values("X") == ("3",)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_a_template_is_a_tune_in_which_nothing_is_amiss(template: Snippet) -> None:
    text = fill(template).text
    assert parse(text).diagnostics == ()
    bars = re.findall(r"[|:]*[|][|:]*", text.partition("\nK:")[2])
    assert set(bars) <= {"|:", "|", ":|"}
    # Whoever types on at the last stop puts more measures before the sign of repetition.
    last = fill(template).stops[-1]
    if ":|" in bars:
        assert text[last.start :].startswith(":|")


def test_endings_are_empty_until_something_is_typed() -> None:
    endings = next(each for each in PIECES if each.name == "snippet.endings")
    filled = fill(endings, selected="G2BG dGBG")
    assert filled.text == "|: G2BG dGBG |1  :|2  |]"
    pieces = list(filled.text)
    for stop, notes in zip(reversed(filled.stops), ("A2G2 G4", "A2G2 GABc"), strict=True):
        pieces[stop.start : stop.end] = notes
    typed = "X:1\nT:t\nM:4/4\nL:1/8\nK:G\n" + "".join(pieces)
    assert parse(typed).diagnostics == ()


def test_own_snippets_survive_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "snippets.json"
    assert load_snippets(path) == KeptSnippets()
    kept = KeptSnippets((own_snippet("Rückung", "a$b\n"), own_snippet("two", "c\udcff")))
    save_snippets(kept, path)
    assert load_snippets(path) == kept
    assert fill(load_snippets(path).snippets[0]).text == "a$b\n"


def test_what_this_version_cannot_use_stays_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "snippets.json"
    odd = {"name": "long", "body": "x" * 100_000}
    held = {"snippets": [odd, {"name": "a", "body": "b"}], "folders": {"mine": [1]}}
    path.write_text(json.dumps(held), encoding="utf-8")
    kept = load_snippets(path)
    assert [snippet.name for snippet in kept.snippets] == ["a"]
    save_snippets(replace(kept, snippets=()), path)
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert (stored["snippets"], stored["folders"]) == ([odd], held["folders"])


@pytest.mark.parametrize("damaged", ["", "[", "[]", "[" * 100_000, '{"snippets": [],}'])
def test_a_damaged_file_is_kept_and_told_of(tmp_path: Path, damaged: str) -> None:
    path = tmp_path / "snippets.json"
    path.write_text(damaged, encoding="utf-8")
    told: list[DamagedFile] = []
    save_snippets(load_snippets(path, told.append), path)
    assert [file.kept for file in told] == [tmp_path / "snippets.json.damaged"]
    assert (tmp_path / "snippets.json.damaged").read_text(encoding="utf-8") == damaged


@pytest.mark.parametrize(
    "damaged",
    ["", "[", "[]", "7", '{"snippets": 3}', '{"snippets": [3, {}, {"name": "", "body": "x"}]}',
     '{"snippets": [{"name": "x", "body": ""}]}', "[" * 5000],
)  # fmt: skip
def test_a_damaged_file_gives_no_snippets(tmp_path: Path, damaged: str) -> None:
    path = tmp_path / "snippets.json"
    path.write_text(damaged, encoding="utf-8")
    assert load_snippets(path).snippets == ()


def test_no_more_snippets_are_read_than_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "snippets.json"
    many = tuple(own_snippet(str(n), "a") for n in range(MAX_SNIPPETS + 5))
    save_snippets(KeptSnippets(many), path)
    kept = load_snippets(path)
    assert (len(kept.snippets), len(kept.unread)) == (MAX_SNIPPETS, 5)
