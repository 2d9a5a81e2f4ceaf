"""A tune with more problems than are listed: what a key costs there, and what is said of them."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.problems.problem_rows import ProblemRow
from abcstudio.ui.documents.editor_text import wide_places
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.words.translation import message

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
    page.open_text(MANY, "many")
    page.watch.settle()
    problems = page.problems.problems
    assert len(problems) > 50
    looks: list[object] = []
    name = "abcstudio.ui.documents.editor_text.wide_places"
    monkeypatch.setattr(name, counted(looks, wide_places))
    page.editor.marks.set_problems(problems)
    assert len(looks) == 1


def test_a_key_says_the_fix_of_no_row_again(
    qtbot: QtBot, page: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.open_text(MANY, "many")
    page.watch.settle()
    page.fixes.show_panel()
    panel = page.problems_panel
    qtbot.waitUntil(lambda: panel.isVisible() and len(panel.rows.rows) > 50, timeout=WAIT_MS)
    said: list[object] = []
    monkeypatch.setattr(
        "abcstudio.ui.composer.problems.problem_rows.message", counted(said, message)
    )
    rows = panel.rows.rows
    view = page.watch.view
    title = MANY.index("Many")
    page.editor.select(Span(title, title), focus=True)
    qtbot.keyClicks(page.editor, "x")
    page.watch.settle()
    assert page.watch.view is not view
    assert panel.rows.rows[0].tune.title == "xMany"
    # Only rows on the screen are painted.
    assert len(said) < len(rows)


def test_to_know_whether_all_can_be_fixed_makes_no_rows(
    page: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.open_text(MANY, "many")
    page.watch.settle()
    made: list[object] = []
    monkeypatch.setattr(
        "abcstudio.ui.composer.problems.problems_presenter.ProblemRow", counted(made, ProblemRow)
    )
    assert page.fixes.has_fix
    assert not made
