"""The search line asks for columns, and says why nothing has all that it asks for."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.services.studio import Studio

BOOK = """X:1
T:The Kesh
R:jig
M:6/8
K:G
GAG GAB|

X:2
T:The Kesh Again
R:jig
M:9/8
K:Ador
GAG GAB AAA|

X:3
T:Fisher's
R:hornpipe
M:4/4
K:D
dfaf dfaf|
"""


def _browser(qtbot: QtBot, studio: Studio, folder: Path) -> TuneBrowser:
    path = folder / "book.abc"
    path.write_text(BOOK, encoding="utf-8")
    browser = TuneBrowser(studio)
    qtbot.addWidget(browser)
    browser.resize(640, 480)
    browser.show()
    browser.set_index(TuneIndex(read_tunebook(path)))
    return browser


def _titles(browser: TuneBrowser) -> list[str]:
    return [tune.title for tune in browser.table.shown]


def test_columns_are_asked_for_as_one_types(qtbot, studio, tmp_path) -> None:
    browser = _browser(qtbot, studio, tmp_path)
    qtbot.keyClicks(browser.filter_bar.search, "kesh -M:9")
    assert _titles(browser) == ["The Kesh"]
    browser.filter_bar.search.clear()
    qtbot.keyClicks(browser.filter_bar.search, "K:dor")
    assert _titles(browser) == ["The Kesh Again"]


def test_what_finds_nothing_is_told_part_by_part_with_a_way_out(qtbot, studio, tmp_path) -> None:
    browser = _browser(qtbot, studio, tmp_path)
    index = browser.filter_bar.rhythm.findData("hornpipe")
    browser.filter_bar.rhythm.setCurrentIndex(index)
    browser.filter_bar.search.setText("kesh")
    assert browser.nothing.isVisible()
    assert browser.nothing.title.text() == "No tune of 3 fits"
    told = browser.nothing.sentence.text().split("\n")
    assert told[:3] == [
        "“R:=hornpipe”: 1 tunes",
        "“kesh”: 2 tunes",
        "No tune has all of these.",
    ]
    ways = {way.text(): way for way in browser.nothing.findChildren(QPushButton) if way.isVisible()}
    assert list(ways) == ["Clear the filter", "Without “R:=hornpipe” (2)", "Without “kesh” (1)"]
    ways["Without “R:=hornpipe” (2)"].click()
    assert browser.filter_bar.filter() == TuneFilter("kesh")
    assert len(browser.table.shown) == 2
    assert not browser.nothing.isVisible()


def test_a_part_of_the_line_is_left_out_of_it(qtbot, studio, tmp_path) -> None:
    browser = _browser(qtbot, studio, tmp_path)
    browser.filter_bar.search.setText("R:jig fisher")
    (way,) = [
        one
        for one in browser.nothing.findChildren(QPushButton)
        if one.isVisible() and "R:jig" in one.text()
    ]
    way.click()
    assert browser.filter_bar.search.text() == "fisher"
    assert _titles(browser) == ["Fisher's"]
