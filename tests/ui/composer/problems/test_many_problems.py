"""A tune with more problems than are listed: what a key costs there, and what is said of them."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.notation.diagnostics import MORE
from abcstudio.notation.limits import KEPT_FOR_LIMITS, MAX_DIAGNOSTICS
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.problems.problem_rows import ProblemRow
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.documents.editor_text import wide_places
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.words.translation import message

pytestmark = pytest.mark.one_window

WAIT_MS = 20_000
HEADER = "X:1\nT:Many\nM:4/4\nL:1/8\nK:G\n"
MANY = HEADER + "+G2+ A2 B4|\n" * 60


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    return main_window.composer


def counted(calls: list[object], function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that notes each of its calls."""

    def call(*arguments: Any, **options: Any) -> Any:
        calls.append(arguments)
        return function(*arguments, **options)

    return call


def test_a_key_looks_at_the_text_once_for_all_its_problems(
    page: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.parts.files.open_text(MANY, "many")
    page.desk.watch.settle()
    problems = page.rooms[ProblemsRoom].strip.problems
    assert len(problems) > 50
    looks: list[object] = []
    name = "abcstudio.ui.documents.editor_text.wide_places"
    monkeypatch.setattr(name, counted(looks, wide_places))
    page.desk.editor.marks.set_problems(problems)
    assert len(looks) == 1


def test_a_key_says_the_fix_of_no_row_again(
    qtbot: QtBot, page: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.parts.files.open_text(MANY, "many")
    page.desk.watch.settle()
    page.rooms[ProblemsRoom].presenter.show_panel()
    panel = page.rooms[ProblemsRoom].panel
    qtbot.waitUntil(lambda: panel.isVisible() and len(panel.rows.rows) > 50, timeout=WAIT_MS)
    said: list[object] = []
    monkeypatch.setattr(
        "abcstudio.ui.composer.problems.problem_rows.message", counted(said, message)
    )
    rows = panel.rows.rows
    view = page.desk.watch.view
    title = MANY.index("Many")
    page.desk.editor.select(Span(title, title), focus=True)
    qtbot.keyClicks(page.desk.editor, "x")
    page.desk.watch.settle()
    assert page.desk.watch.view is not view
    assert panel.rows.rows[0].tune.title == "xMany"
    # Only rows on the screen are painted.
    assert len(said) < len(rows)


def test_to_know_whether_all_can_be_fixed_makes_no_rows(
    page: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.parts.files.open_text(MANY, "many")
    page.desk.watch.settle()
    made: list[object] = []
    monkeypatch.setattr(
        "abcstudio.ui.composer.problems.problems_presenter.ProblemRow", counted(made, ProblemRow)
    )
    assert page.rooms[ProblemsRoom].presenter.has_fix
    assert not made


def test_more_problems_than_are_listed_are_counted_as_more(page: ComposerPage) -> None:
    most = MAX_DIAGNOSTICS - KEPT_FOR_LIMITS
    page.parts.files.open_text(
        HEADER + "".join(f"+G2+ A2 B4|{end}" for end in ("", "", "\n") * most), "many"
    )
    view = page.desk.watch.settle()
    assert view is not None
    codes = [found.code for found in view.score.diagnostics]
    assert codes[-1] == MORE
    assert len(codes) == most + 1
    page.desk.editor.select(Span(0, 0))
    strip, bar = page.rooms[ProblemsRoom].strip, page.parts.side.bar
    assert strip.count_words == f"1 of more than {most}"
    titles = [bar.accessibleTabName(index) for index in range(bar.count())]
    assert f"Problems more than {most}" in titles
    strip.choose_previous()
    assert strip.shown is not None
    assert strip.shown.code == MORE
    assert strip.count_words == f"more than {most}"


def test_as_many_problems_as_are_listed_are_counted(page: ComposerPage) -> None:
    page.parts.files.open_text(MANY, "many")
    page.desk.watch.settle()
    page.desk.editor.select(Span(0, 0))
    assert page.rooms[ProblemsRoom].strip.count_words == "1 of 120"
