"""The window in Ukrainian: all of it is said in Ukrainian, nothing is cut, each key one thing."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QHeaderView, QLabel, QSizePolicy, QTabBar
from pytestqt.qtbot import QtBot

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.settings import Settings
from abcstudio.ui.controls.bar_chart import BarChart
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS
from tests.ui.conftest import LastingChild, no_thread_left, window_with
from tests.ui.events import deliver_events
from tests.ui.i18n.speaking import cut, menu_texts, speaking, texts_of, visible_widgets
from tests.ui.shared_windows import bring_up
from tests.ui.window.test_menus import entries, menus_of

pytestmark = pytest.mark.one_window

SIZES = ((1280, 800), (1024, 700), (1920, 1080))
LATIN = re.compile(r"[A-Za-z]{3,}")
# Formats, networks, keys, names, and what is typed as it stands: fields, searches, Python.
ALLOWED = frozenset(
    re.findall(
        r"\w+",
        """ABC Studio MIDI MusicXML PDF WAV FLAC Ogg Vorbis PNG SVG CSV LSTM GRU RNN Adam AdamW
        Adagrad RMSprop SGD PyTorch Unicode Zipf Folk English ASCII DOCX HTML ZIP Word Comet
        TensorBoard Ctrl Shift Alt Esc Del Enter Home PgUp PgDown Tab Return Ins Backspace
        kesh reel Dor ryan measures starred session tag form GABd ndim tensor Haste the Wedding
        Alexander hornpipe MIT Introduction Deep Learning irish abc Hello ello Hell
        generate text string start length generation""",
    )
)


@pytest.fixture(scope="module")
def window(
    qapp: QApplication,
    engraving_child_of_files: LastingChild,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    """A window in Ukrainian, for all tests of this file."""
    with pytest.MonkeyPatch.context() as patch, no_thread_left(), speaking(qapp, "uk"):
        patch.setenv("ABCSTUDIO_HOME", str(tmp_path_factory.mktemp("home")))
        studio = Studio(Settings(theme="light", language="uk"))
        with window_with(studio, Engraver(engraving_child_of_files)) as made:
            yield made
        assert studio.shut_down(), "background work did not end in time"


def views(window: MainWindow) -> Iterator[str]:
    """Show every page with each of its tabs, and yield what is shown."""
    for page in PAGE_IDS:
        window.show_page(page)
        deliver_events()
        yield page
        for bar in window.pages.widget_of(page).findChildren(QTabBar):
            for place in range(bar.count() if bar.isVisible() else 0):
                bar.setCurrentIndex(place)
                deliver_events()
                yield f"{page}: {bar.tabText(place)}"
            bar.setCurrentIndex(0)


def is_shortened(label: object) -> bool:
    """Whether a label shortens its words by itself and tells the rest in a tooltip."""
    ignored = QSizePolicy.Policy.Ignored
    return isinstance(label, QLabel) and label.sizePolicy().horizontalPolicy() == ignored


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut(window: MainWindow, size: tuple[int, int], qtbot: QtBot) -> None:
    bring_up(window, qtbot)
    window.resize(*size)
    found = {
        (view, words)
        for view in views(window)
        for widget in visible_widgets()
        if not is_shortened(widget) and (words := cut(widget))
    }
    assert not found
    assert (window.width(), window.height()) == size


def foreign(words: str) -> list[str]:
    return [word for word in LATIN.findall(words) if word not in ALLOWED]


def test_every_word_is_ukrainian(window: MainWindow, qtbot: QtBot) -> None:
    """Charts name bars and tunes, so they are passed over."""
    bring_up(window, qtbot)
    found = {
        (view, words)
        for view in views(window)
        for widget in visible_widgets()
        if not isinstance(widget, QHeaderView | BarChart)
        for words in texts_of(widget)
        if foreign(words)
    }
    assert not found


def test_every_command_is_ukrainian(window: MainWindow) -> None:
    window.menus.rebuild()
    found = {
        words
        for top in window.menus.menus.values()
        for menu in menus_of(top)
        if menu is not window.menus.recent
        for words in menu_texts(menu)
        if foreign(words)
    }
    assert not found


def test_an_english_word_would_be_found() -> None:
    assert foreign("Зберегти and Close") == ["and", "Close"]
    assert not foreign("Експортувати MIDI… (Ctrl+Shift+M)")


def test_each_letter_of_a_menu_chooses_one_thing(window: MainWindow) -> None:
    for page in PAGE_IDS:
        window.show_page(page)
        window.menus.rebuild()
        for name, top in window.menus.menus.items():
            for menu in menus_of(top):
                texts = entries(menu)
                letters = Counter(
                    found[1].lower() for text in texts if (found := re.search(r"&([^&\s])", text))
                )
                twice = [letter for letter, count in letters.items() if count > 1]
                assert not twice, (page, name, menu.title(), twice, texts)
    titles = [action.text() for action in window.menuBar().actions()]
    keys = [found[1].lower() for text in titles if (found := re.search(r"&(\w)", text))]
    assert len(keys) == len(set(keys)) == len(titles)


def test_the_palette_finds_a_command_by_its_english_name_too(
    window: MainWindow, qtbot: QtBot
) -> None:
    bring_up(window, qtbot)
    palette = window.palette_view
    palette.open()
    palette.search.setText("Preferences")
    assert palette.table.item(0, 0).text() == "Налаштування"
    palette.search.setText("налашт")
    assert palette.table.item(0, 0).text() == "Налаштування"
    palette.close()
