"""The tunebook in the box has its name of the window's language, whenever it was recorded."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.words.corpus_names import corpus_words
from tests.ui.i18n.speaking import speaking
from tests.ui.training.small_runs import TUNES, train

NAMES = {"en": "Bundled tunebook", "uk": "Вбудована збірка"}


@pytest.mark.parametrize("language", NAMES)
def test_each_language_has_its_own_name_for_it(qapp: QApplication, language: str) -> None:
    with speaking(qapp, language):
        for recorded in NAMES.values():
            assert corpus_words(recorded) == NAMES[language]
            assert corpus_words(f"{recorded}: 240, reel") == f"{NAMES[language]}: 240, reel"


@pytest.mark.parametrize("name", ["", "session.abc", "Bundled tunebook 2", "My Bundled tunebook"])
def test_other_tunes_keep_their_name(name: str) -> None:
    assert corpus_words(name) == name


def test_the_list_says_it_in_the_language_of_the_window(
    shown: SimpleNamespace, qtbot: QtBot
) -> None:
    page = shown.page
    page.train_on(TUNES, NAMES["uk"])
    page.parts.base.leave()
    train(page, qtbot)
    (run,) = page.parts.catalog.runs
    assert run.corpus_name == NAMES["en"]
    assert NAMES["en"] in page.parts.runs.list.item(0).toolTip()
