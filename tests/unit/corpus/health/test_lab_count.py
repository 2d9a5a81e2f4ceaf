"""Why the lab counts other tunes than there are."""

from pathlib import Path

import pytest

from abcstudio.corpus.figures.figure_table import FigureTable
from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.fixes import fixes_of
from abcstudio.corpus.health.lab_count import LabCount, lab_count, lab_problem
from abcstudio.corpus.health.problem import EMPTY_LINE, LAB_COUNT, SAME_TEXT
from abcstudio.corpus.health.scan import HealthScanner
from abcstudio.corpus.sources import read_source
from abcstudio.corpus.tunebook import body_of
from abcstudio.recipes.health.source_health import source_health

LAB_TUNES = Path(__file__).parents[5] / "shared" / "data" / "irish.abc"
TUNE = "X:1\nK:C\ncdef|"


def test_what_stands_after_two_empty_lines_is_found_twice_and_the_last_piece_missed() -> None:
    assert lab_count(f"{TUNE}\n\n\n{TUNE}\n\n{TUNE}\n") == LabCount(3, 1, 1, 0)
    assert lab_count(f"{TUNE}\n\n{TUNE}\n\n") == LabCount(2, 0, 0, 0)
    assert lab_count("X:1\nK:C\n\ncdef|\n\nX:2\n") == LabCount(2, 0, 1, 1)


def test_only_a_count_that_needs_it_is_explained() -> None:
    assert lab_problem(f"{TUNE}\n\n{TUNE}\n\n", 2) is None
    found = lab_problem(f"{TUNE}\n\n\n{TUNE}\n\n\n{TUNE}\n\n", 3)
    assert found is not None
    assert "counts 5 songs" in str(found.words)


@pytest.mark.skipif(not LAB_TUNES.exists(), reason="the lab's tunes are not here")
def test_the_tunes_of_the_lab_none_lost_none_twice() -> None:
    reading = read_source(LAB_TUNES)
    tunes = reading.tunes
    assert len(tunes) == sum(bool(tune.reference_number) for tune in tunes) == 804
    assert len({body_of(tune.text).strip() for tune in tunes}) == 802
    assert FigureTable(tunes).figures().distinct_written == 83
    book, scanner = CleanedBook.of(tunes), HealthScanner()
    problems = source_health(LAB_TUNES, reading, book, scanner)
    of_lab = next(one for one in problems if one.kind == LAB_COUNT)
    assert of_lab.words.parameters == {
        "found": 817, "tunes": 804, "twice": 12, "dropped": 1, "parted": 2,
    }  # fmt: skip
    assert sum(one.kind == SAME_TEXT for one in problems) == 2
    parted = [one.place for one in problems if one.kind == EMPTY_LINE]
    assert [tunes[place].title for place in parted] == ["Father Dollard's", "Providence"]
    fixed = book.with_changes(fixes_of(book, EMPTY_LINE, parted).changes)
    assert not [one for one in scanner.scan(fixed) if one.kind in (EMPTY_LINE, "no-notes")]
    assert len(fixed.kept) == 804
