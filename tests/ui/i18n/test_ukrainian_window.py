"""The window in Ukrainian: all of it is said in Ukrainian, nothing is cut, each key one thing."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

import pytest
from PySide6.QtWidgets import QHeaderView, QLabel, QMessageBox, QSizePolicy, QTabBar, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from ukrainian_faults import LATIN, english_words

from abcstudio.ui.controls.bar_chart import BarChart
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS
from tests.translation_due import needs_translation
from tests.ui.events import deliver_events
from tests.ui.i18n.conftest import TUNE
from tests.ui.i18n.popups import LASTING, OPENERS, fill, is_over, places_in_code, put_away
from tests.ui.i18n.speaking import cut, menu_texts, texts_of, visible_widgets
from tests.ui.shared_windows import bring_up
from tests.ui.window.test_menus import entries, menus_of

pytestmark = pytest.mark.one_window

SIZES = ((1280, 800), (1024, 700), (1920, 1080))
# What stands on the screen besides sentences: keys, fields, searches, Python, the tunes in the box.
ALLOWED = LATIN | frozenset(
    re.findall(
        r"\w+",
        """ASCII Unicode Zipf DOCX HTML ZIP Comet TensorBoard Ctrl Shift Alt Esc Del Home PgUp
        PgDown Tab Return Ins Backspace Dor ryan measures starred session tag form tensor Haste
        the Wedding Alexander hornpipe Introduction Deep Learning irish abc generate text string
        start length generation Folk English License Bb UDR Enter""",
    )
)


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


@pytest.fixture(scope="module")
def filled(window: MainWindow, tmp_path_factory: pytest.TempPathFactory) -> MainWindow:
    """The window with something on each page of which dialogs can be asked."""
    old = tmp_path_factory.mktemp("tunes") / "коломийки.abc"
    old.write_bytes(f"{TUNE}\n{TUNE.replace('X:1', 'X:2')}".encode("cp1251"))
    window.show()
    fill(window, old)
    return window


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut(filled: MainWindow, size: tuple[int, int], qtbot: QtBot) -> None:
    window = filled
    bring_up(window, qtbot)
    window.resize(*size)
    found = {
        (view, words)
        for view in views(window)
        for widget in filter(isValid, visible_widgets())
        if not is_shortened(widget) and (words := cut(widget))
    }
    assert not found
    assert (window.width(), window.height()) == size


# Paths, the characters of a model, numbers of files, forms and keys of music.
_NO_WORD = re.compile(
    r"\S*[/\\]\S*|\S{40,}|\bSHA-\S+|\b[0-9a-f]{12}\b|\b[A-H]{2,}\b|\b[A-G][b#]?(?:mix|dor|phr|lyd)\b"
)


def foreign(words: str) -> list[str]:
    """Return the Latin words of a text; paths, numbers and the characters of a model are none."""
    prose = _NO_WORD.sub(" ", words)
    return [word for word in english_words(prose) if word not in ALLOWED]


def test_the_columns_of_tunes_stand_beside_each_other(filled: MainWindow, qtbot: QtBot) -> None:
    filled.resize(1024, 700)
    filled.show_page("datasets")
    page = filled.datasets
    qtbot.waitUntil(lambda: page.columns.width() == 1024)
    left, middle, right = (page.columns.widget(place).geometry() for place in range(3))
    assert left.right() < middle.left()
    assert middle.right() < right.left()
    assert right.right() < 1024


@needs_translation
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


@needs_translation
def test_every_command_is_ukrainian(window: MainWindow) -> None:
    window.rooms[Helpers].menus.rebuild()
    found = {
        words
        for top in window.rooms[Helpers].menus.menus.values()
        for menu in menus_of(top)
        if menu is not window.rooms[Helpers].menus.recent
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
        window.rooms[Helpers].menus.rebuild()
        for name, top in window.rooms[Helpers].menus.menus.items():
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
    palette = window.rooms[Helpers].palette_view
    palette.open()
    palette.search.setText("Preferences")
    assert palette.table.item(0, 0).text() == "Налаштування"
    palette.search.setText("налашт")
    assert palette.table.item(0, 0).text() == "Налаштування"
    palette.close()


# Dialogs, popups, menus

# Those that lie over the window take their size from it; the others have their own.
_SIZED_BY_WINDOW = frozenset({
    "CommandPalette", "ComparisonDialog", "CompletionPopup", "GradeDialog", "SnippetList",
})  # fmt: skip
_SMALL, _USUAL = (1024, 700), (1280, 800)


def test_no_popup_is_forgotten() -> None:
    assert places_in_code() == set(OPENERS) | LASTING


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a question that waits for its answer stand open instead."""
    monkeypatch.setattr(QMessageBox, "exec", QWidget.show)


@needs_translation
@pytest.mark.usefixtures("looked_at")
@pytest.mark.parametrize(("size", "names"), [(_SMALL, OPENERS), (_USUAL, _SIZED_BY_WINDOW)])
def test_popups_are_ukrainian_and_have_room(
    filled: MainWindow, size: tuple[int, int], names: Collection[str], qtbot: QtBot
) -> None:
    filled.resize(*size)
    found = set[tuple[str, str]]()
    for name in names:
        OPENERS[name](filled)
        shown = list[QWidget]()

        def is_shown(shown: list[QWidget] = shown) -> bool:
            deliver_events()
            shown[:] = [each for each in visible_widgets() if is_over(each, filled)]
            return bool(shown)

        qtbot.waitUntil(is_shown)
        for each in filter(isValid, shown):
            found.update((name, words) for words in texts_of(each) if foreign(words))
            if not is_shortened(each) and (words := cut(each)):
                found.add((name, f"no room: {words}"))
            if each.isWindow() and (each.width() > size[0] or each.height() > size[1]):
                found.add((name, f"too large: {each.width()} x {each.height()}"))
        put_away(filled)
    assert not found
