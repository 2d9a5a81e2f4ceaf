"""Problems are readable at every width: no row over another, no sentence cut."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from abcstudio.messages import ENGLISH
from abcstudio.notation.diagnostics import Diagnostic, Fix, Severity
from abcstudio.notation.spans import Span
from abcstudio.notation.values.decorations import NAMES as DECORATIONS
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.problems.problem_rows import FIX_ROLE, ProblemRow
from abcstudio.ui.composer.problems.problems_panel import ProblemsPanel
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.editor.editor_marks import ProblemMark
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window

WHAT = {"name": "roll and turn"}
FIXES = [key for key in ENGLISH if key.startswith("notation.fix-")]
NAMES = (f"!{max(DECORATIONS, key=len)}!", "(13:8:13", '"^Allegro ma non troppo e maestoso"')
MUSIC = "+GB+2 A2 B4|!fermta!c2 d2 +Ac+4|;e4 f3|\nw:" + "la " * 20 + "\nV2> (3abc | [V:9x] A8|\n"
TEXT = "X:1\nT:Doubtful\nM:4/4\nL:1/8\nK:G\n" + MUSIC * 8
LONGEST = max((text for key, text in ENGLISH.items() if key.startswith("notation.")), key=len)


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    page = main_window.composer
    page.parts.files.open_text(TEXT, "doubtful")
    page.desk.watch.settle()
    page.parts.side.show_panel("problems")
    return page


def check_rows(qtbot: QtBot, panel: ProblemsPanel) -> None:
    view = panel.view
    deliver_events()
    end = -1
    places = [
        view.visualRect(panel.rows.index(row)) for row in range(min(60, len(panel.rows.rows)))
    ]
    top = places[0].top()
    for row, place in enumerate(places):
        index = panel.rows.index(row)
        assert place.top() - top > end, f"row {row} is written over the one before"
        end = place.bottom() - top
        room = QRect(0, 0, place.width() - 16 - 3 * GRID, 10_000)
        words = view.fontMetrics().boundingRect(
            room, int(Qt.TextFlag.TextWordWrap), str(index.data())
        )
        lines = 2 if index.data(FIX_ROLE) else 1
        small = QFontMetrics(small_font()).height() + GRID
        assert place.height() >= words.height() + lines * small, row
        assert place.width() <= view.viewport().width()


def test_rows_have_the_room_of_their_words(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage
) -> None:
    panel = page.rooms[ProblemsRoom].panel
    assert len(panel.rows.rows) > 40
    for width in (272, 420, 240, 330, 250, 400, 290):
        left, middle, right = page.columns.sizes()
        page.columns.setSizes([left, middle + right - width, width])
        check_rows(qtbot, panel)
    main_window.resize(1024, 700)
    check_rows(qtbot, panel)
    panel.fix_requested.emit(panel.rows.rows[0])
    check_rows(qtbot, panel)
    page.desk.editor.undo()
    page.desk.watch.settle()
    check_rows(qtbot, panel)
    main_window.resize(1920, 1080)
    check_rows(qtbot, panel)


def test_the_strip_tells_the_whole_problem(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage
) -> None:
    strip = page.rooms[ProblemsRoom].strip
    fix = next(mark.fix for mark in strip.problems if mark.fix is not None)
    for words in (LONGEST, "Short & sweet."):
        strip.set_problems((ProblemMark(Span(0, 1), "error", words, fix),) * 12, 0)
        heights = set()
        for size in ((1280, 800), (1024, 700), (1920, 1080)):
            main_window.resize(*size)
            deliver_events()
            assert strip.shown_words() == words, size
            heights.add(strip.height())
        if words is not LONGEST:
            assert len(heights) == 1


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_each_fix_is_named_whole_on_its_button(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, size: tuple[int, int]
) -> None:
    main_window.resize(*size)
    strip, panel = page.rooms[ProblemsRoom].strip, page.rooms[ProblemsRoom].panel
    tune = next(iter(panel.rows.rows)).tune
    fixes = [Fix(key, Span(0, 1), name) for key in FIXES for name in NAMES]
    rows = [
        ProblemRow(
            tune,
            Diagnostic(
                code="unknown-decoration",
                severity=Severity.WARNING,
                span=Span(0, 1),
                parameters=WHAT,
                fix=fix,
            ),
        )
        for fix in fixes
    ]
    panel.set_problems(rows, TEXT, may_fix=True, has_tune=True)
    small = QFontMetrics(small_font())
    for number, (row, fix) in enumerate(zip(rows, fixes, strict=True)):
        index = panel.rows.index(number)
        panel.view.scrollTo(index)
        words = str(index.data(FIX_ROLE))
        area = panel.painter.button_area(index)
        assert small.horizontalAdvance(words) + 2 * GRID <= area.width(), words
        assert area.right() < panel.view.viewport().width()
        strip.set_problems((ProblemMark(Span(0, 1), "warning", row.sentence, fix),), 0)
        button = strip.fix_button
        assert button.text().replace("&&", "&") == words
        strip.layout().activate()
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() < strip.width()
        assert strip.shown_words() == row.sentence


def test_a_fix_names_the_thing_itself(page: ComposerPage) -> None:
    page.parts.files.open_text('X:1\nL:1/8\nM:4/4\nK:C foo\n!rol!AB hc +ce+d "dmin"ef|]\n', "fixes")
    page.desk.watch.settle()
    named = {row.fix_words for row in page.rooms[ProblemsRoom].panel.rows.rows}
    assert named >= {"Write !roll!", "Remove h", "Write [ce]", "Remove foo", 'Write "Dmin"'}
