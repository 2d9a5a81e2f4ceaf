"""MusicXML on the page of tunes: dropped there, it is a source, as ABC is."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.recipes.export import export_tune
from abcstudio.ui.datasets.source_presenter import SourcePresenter
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.documents.test_importing import TUNE, drop

WAIT_MS = 20_000


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


@pytest.fixture
def score(tmp_path: Path) -> Path:
    return export_tune(TUNE, "musicxml", tmp_path / "kesh.musicxml")


def test_a_dropped_score_is_a_source(
    qtbot: QtBot, main_window: MainWindow, studio: Studio, score: Path
) -> None:
    main_window.show_page("datasets")
    page = main_window.datasets
    assert drop(main_window, score)
    qtbot.waitUntil(
        lambda: [t.title for t in page.browser.table.tunes] == ["Kesh"], timeout=WAIT_MS
    )
    assert studio.settings.sources == (str(score),)
    assert main_window.page_name == "datasets"
    assert "GAG GAB | ABA ABd |" in page.parts.preview.text.toPlainText()


def test_what_abc_has_no_sign_for_is_told_and_listed(
    qtbot: QtBot, main_window: MainWindow, notices: list[Notice], score: Path
) -> None:
    slide = '<notations><slide type="start"/></notations></note>'
    score.write_text(score.read_text("utf-8").replace("</note>", slide, 1), "utf-8")
    page = main_window.datasets
    page.add_source(score)
    told = "ABC has no signs for some of the music of “kesh.musicxml”."
    qtbot.waitUntil(lambda: told in [notice.text for notice in notices], timeout=WAIT_MS)
    notice = next(notice for notice in notices if notice.text == told)
    assert notice.action is not None
    notice.action()
    lines = page.rooms[SourcePresenter].remarks.dialog.list.toPlainText()
    assert lines.startswith("kesh.musicxml: ABC has no glissando between notes")


def test_a_score_that_cannot_be_read_says_why(
    qtbot: QtBot, main_window: MainWindow, score: Path
) -> None:
    score.write_text("<score-partwise>", "utf-8")
    main_window.show_page("datasets")
    page = main_window.datasets
    page.add_source(score)
    damaged = "kesh.musicxml: This MusicXML file is damaged in line 1"
    qtbot.waitUntil(lambda: damaged in page.parts.views.state.sentence.text(), timeout=WAIT_MS)
    assert page.parts.views.state.isVisible()
