"""Tunes on sheets: nothing is cut, nothing is lost, and a reader finds every tune."""

from dataclasses import replace
from itertools import pairwise

import pytest

from abcstudio.engraving.drawing.direct import engrave
from abcstudio.engraving.drawing.drawing_parts import Box, Glyph, Text
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.typefaces import Typefaces
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.engraving.paper import flow as flow_module
from abcstudio.engraving.paper.blocks import blocks_of, extent_of
from abcstudio.engraving.paper.book import BookForm, Words, book_sheets, tune_sheets
from abcstudio.engraving.paper.book_index import incipit_options
from abcstudio.engraving.paper.flow import flow
from abcstudio.engraving.paper.incipit import incipit_of
from abcstudio.engraving.paper.paper import EngravedTune, Paper, Sheet
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord
from abcstudio.notation.values.alphabets import sort_key
from abcstudio.paths import fonts_dir
from abcstudio.recipes.score_files import BORDER, pictures, whole_picture

TYPEFACES = Typefaces(fonts_dir())
PAPER = Paper()
WORDS = Words("The Book", "3 tunes", "Contents", "First measures", "Other tunes")
HEAD = "X:1\nT:{0}\nC:Trad.\nR:reel\nM:4/4\nL:1/8\nK:D\n"
LINE = "DEFG ABcd|efga fedc|dcBA GFED|D4 z4|\n"


def tune(title: str, lines: int, rhythm: str = "reel", words: str = "") -> EngravedTune:
    score = parse(HEAD.format(title) + LINE * lines + words)
    engraved = engrave(mei_of(score), EngravingOptions(score_width=PAPER.score_width))
    first = mei_of(incipit_of(score))
    incipit = engrave(first, incipit_options(PAPER))
    return EngravedTune(title, engraved, "D major", rhythm, incipit)


@pytest.fixture(scope="module")
def short() -> EngravedTune:
    return tune("The Short One", 2)


@pytest.fixture(scope="module")
def long() -> EngravedTune:
    return tune("The Long One", 40)


def words_on(sheet: Sheet) -> list[str]:
    """Return the lines of text of a sheet."""
    return [
        "".join(run.text for run in item.runs)
        for piece in sheet.pieces
        for item in piece.items
        if isinstance(item, Text)
    ]


def heights(sheet: Sheet) -> list[tuple[float, float]]:
    """Return the highest and lowest glyph of each piece with music, in points."""
    found = []
    for piece in sheet.pieces:
        ys = [piece.y + item.y * piece.scale for item in piece.items if isinstance(item, Glyph)]
        if ys:
            found.append((min(ys), max(ys)))
    return found


@pytest.mark.parametrize("paper", [Paper.named("a4"), Paper.named("letter", 8), Paper(400, 300)])
def test_no_system_is_cut_and_none_is_lost(
    paper: Paper, short: EngravedTune, long: EngravedTune
) -> None:
    sheets = flow((short, long, short), paper, TYPEFACES).sheets
    blocks = [blocks_of(tune.engraved, TYPEFACES) for tune in (short, long, short)]
    placed = [piece.items for sheet in sheets for piece in sheet.pieces]
    assert placed == [block.items for tune_blocks in blocks for block in tune_blocks]
    for sheet in sheets:
        for top, bottom in heights(sheet):
            assert paper.room.top - 1 <= top
            assert bottom <= paper.room.bottom + 1


def test_systems_of_a_sheet_do_not_overlap(long: EngravedTune) -> None:
    for sheet in flow((long,), PAPER, TYPEFACES).sheets:
        spans = heights(sheet)
        assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_spare_space_goes_between_the_systems_but_not_without_end() -> None:
    sheets = flow((tune("Long", 38),), PAPER, TYPEFACES).sheets
    tops = [[piece.y + piece.items[0].y * piece.scale for piece in s.pieces] for s in sheets[1:]]
    assert sheets[0].music.bottom == pytest.approx(PAPER.room.bottom, abs=PAPER.staff)
    distances = [after - before for sheet in tops for before, after in pairwise(sheet)]
    assert max(distances) - min(distances) < 0.1 * PAPER.staff


def test_a_title_stays_with_its_first_system(short: EngravedTune) -> None:
    sheets = flow((short,) * 9, PAPER, TYPEFACES).sheets
    assert len(sheets) > 1
    for sheet in sheets:
        for piece in sheet.pieces:
            if any(isinstance(item, Text) and "Short" in item.runs[0].text for item in piece.items):
                assert any(isinstance(item, Glyph) for item in piece.items)


def test_a_tune_that_fits_on_a_sheet_is_not_split(short: EngravedTune) -> None:
    result = flow((tune("Half", 6), tune("Most", 8), short), PAPER, TYPEFACES)
    assert [len(sheet.places) for sheet in result.sheets] == [1, 2]
    assert result.first_sheets == (0, 1, 1)


def test_tunes_may_each_begin_on_a_new_sheet(short: EngravedTune) -> None:
    result = flow((short, short), PAPER, TYPEFACES, starts_new_sheets=True)
    assert result.first_sheets == (0, 1)


def test_music_keeps_its_size_and_a_score_that_is_too_wide_gets_smaller(
    short: EngravedTune,
) -> None:
    (sheet,) = flow((short,), PAPER, TYPEFACES).sheets
    assert sheet.pieces[0].scale == pytest.approx(PAPER.staff / 720, rel=0.001)
    wide = replace(short, engraved=replace(short.engraved, width=2 * short.engraved.width))
    (narrow,) = flow((wide,), PAPER, TYPEFACES).sheets
    assert narrow.pieces[0].scale == pytest.approx(PAPER.staff / 1440, rel=0.001)


def test_a_line_of_words_that_is_too_long_is_written_smaller() -> None:
    song = tune("Song", 1, words="W:" + "a line " * 26 + "\n")
    line = next(
        item for item in song.engraved.items if isinstance(item, Text) and not item.element_id
    )
    assert TYPEFACES.line_width(line, {}) > song.engraved.width
    (sheet,) = flow((song,), PAPER, TYPEFACES).sheets
    (fitting,) = sheet.pieces[-1].items
    assert isinstance(fitting, Text)
    assert TYPEFACES.line_width(fitting, {}) <= song.engraved.width * 1.001


def test_a_second_title_stands_clear_of_the_first() -> None:
    engraved = engrave(mei_of(parse("X:1\nT:Jig\nT:Gigue\nT:Giga\nK:C\nC4|\n")), EngravingOptions())
    (sheet,) = flow((EngravedTune("Jig", engraved),), PAPER, TYPEFACES).sheets
    titles = [item for item in sheet.pieces[0].items if isinstance(item, Text)][:3]
    (first, second, third) = sorted(titles, key=lambda title: title.y)
    assert second.y - first.y > 0.25 * first.runs[0].size + 0.75 * second.runs[0].size
    assert third.y > second.y
    assert sheet.music.top == pytest.approx(PAPER.room.top)


@pytest.mark.parametrize(("words", "stands_over"), [(6, True), (1, False)])
def test_a_long_title_stands_clear_of_the_composer(words: int, stands_over: bool) -> None:
    text = f"X:1\nT:{'Farewell to Erin ' * words}\nC:Turlough O'Carolan of the County\nK:C\nC4|\n"
    engraved = engrave(mei_of(parse(text)), EngravingOptions())
    lines = sorted(
        (item for item in engraved.items if isinstance(item, Text)), key=lambda line: line.y
    )
    named = [line for line in lines if "".join(run.text for run in line.runs).strip()]
    lowest_title, credit = named[-2:]
    assert credit.anchor == "end"
    letters = 0.25 * lowest_title.runs[0].size + credit.runs[0].size
    distance = credit.y - lowest_title.y
    assert (distance > 1.2 * letters) is stands_over


def test_words_below_the_music_follow_it() -> None:
    sheets = flow((tune("Song", 2, words="W:One\nW:Two\n"),), PAPER, TYPEFACES).sheets
    assert words_on(sheets[0])[-2:] == ["One", "Two"]


def test_sheets_of_a_long_tune_have_numbers_and_one_sheet_has_none(
    short: EngravedTune, long: EngravedTune
) -> None:
    assert "1" not in words_on(tune_sheets(short, PAPER, TYPEFACES)[0])
    sheets = tune_sheets(long, PAPER, TYPEFACES)
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, start=1):
        assert words_on(sheet)[-2:] == [str(number), "The Long One"]


def test_a_picture_is_cut_to_the_music(short: EngravedTune, long: EngravedTune) -> None:
    sheet = whole_picture(long, PAPER, TYPEFACES)
    assert len(sheet.pieces) == len(long.engraved.systems)
    assert sheet.width == pytest.approx(PAPER.room_width + 2 * BORDER, abs=2)
    assert sheet.height > PAPER.height
    spans = heights(sheet)
    assert spans[0][0] < PAPER.staff * 5
    assert sheet.height - BORDER - PAPER.staff * 2 < spans[-1][1] < sheet.height
    assert len(pictures(short, PAPER, TYPEFACES)) == 1
    parts = pictures(long, PAPER, TYPEFACES)
    assert len(parts) > 1
    assert all(part.height < PAPER.height for part in parts)


def test_a_book_has_title_contents_tunes_and_index(long: EngravedTune) -> None:
    tunes = [tune("The Young May Moon", 3), long, tune("Гопак", 2, "")]
    sheets = book_sheets(tunes, WORDS, BookForm(index_order="rhythm"), PAPER, TYPEFACES)
    assert words_on(sheets[0]) == ["The Book", "3 tunes"]
    contents, index = words_on(sheets[1]), words_on(sheets[-1])
    assert contents[0] == "Contents"
    assert index[:2] == ["First measures", "Reel"]
    assert index.index("Other tunes") < index.index("Гопак")
    for number, sheet in enumerate(sheets, start=1):
        for place in sheet.places:
            if place.tune:
                title = tunes[place.tune - 1].title
                assert contents[contents.index(title) + 3] == str(number)
                assert index[index.index(title) + 1] == str(number)
    linked = [link.tune for link in sheets[1].links]
    assert linked == [1, 2, 3]
    assert sorted(link.tune for link in sheets[-1].links) == [1, 2, 3]


def test_contents_of_many_tunes_take_as_many_sheets_as_were_counted(short: EngravedTune) -> None:
    sheets = book_sheets([short] * 60, WORDS, BookForm(index_order=""), PAPER, TYPEFACES)
    begins = [n for n, sheet in enumerate(sheets, start=1) for place in sheet.places if place.tune]
    contents = [line for sheet in sheets[1:] if sheet.links for line in words_on(sheet)]
    assert [line for line in contents if line == str(begins[-1])]
    assert len(begins) == 60
    assert sheets[begins[0] - 2].links


def test_an_index_sorts_as_a_reader_looks() -> None:
    titles = ["The Zebra", "Ёлка", "Ялинка", "Їжак", "Іва", "Éire", "Ebb", "A Bee", "Ґанок", "Гай"]
    expected = [
        "A Bee",
        "Ebb",
        "Éire",
        "The Zebra",
        "Гай",
        "Ґанок",
        "Ёлка",
        "Іва",
        "Їжак",
        "Ялинка",
    ]
    assert sorted(titles, key=sort_key) == expected


def test_an_incipit_is_two_measures_and_a_pickup_of_bare_notes() -> None:
    score = parse(
        'X:1\nT:T\nM:3/4\nL:1/4\nK:G\nV:1 name="Fiddle"\nD|"G"{a}G2 (B|~d2) c|B2 A|G3:|\n'
    )
    first = incipit_of(score)
    chords = [element for element in first.voices[0].elements if isinstance(element, Chord)]
    assert len(chords) == 5
    assert not any(
        chord.chord_symbols or chord.grace_notes or chord.decorations for chord in chords
    )
    engraved = engrave(mei_of(first), incipit_options(PAPER))
    assert len(engraved.systems) == 1
    assert not [item for item in engraved.items if isinstance(item, Text)]


def test_a_tune_without_bar_lines_has_an_incipit_too() -> None:
    notes = "cdef gabc' " * 20
    first = incipit_of(parse(f"X:1\nM:none\nL:1/8\nK:C\n{notes}\n"))
    assert 0 < len(first.voices[0].elements) < 40


def test_a_tune_is_measured_once_however_many_systems_it_has(
    monkeypatch: pytest.MonkeyPatch, short: EngravedTune, long: EngravedTune
) -> None:
    seen: list[EngravedScore] = []

    def measured(engraved: EngravedScore) -> Box:
        seen.append(engraved)
        return extent_of(engraved)

    monkeypatch.setattr(flow_module, "extent_of", measured)
    flow((long, short), PAPER, TYPEFACES)
    assert seen == [long.engraved, short.engraved]
