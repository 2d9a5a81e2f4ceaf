"""All files that had a tab have it again: in their order, each at its caret."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.take_history import change_takes
from abcstudio.paths import autosave_dir, settings_file, takes_dir
from abcstudio.settings import load_settings, save_settings
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.opening_queue import AT_ONCE_BYTES
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.returning.starts import BOOK, Again, said, shown_tune
from tests.ui.composer.test_take_history import compose
from tests.ui.events import deliver_events


@pytest.fixture
def books(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.abc" for name in ("reels", "jigs", "polkas", "waltzes")]
    for path in paths:
        path.write_text(BOOK, encoding="utf-8")
    return paths


def tabs(window: MainWindow) -> list[str]:
    return [each.name for each in window.composer.rooms[TextsRoom].tabs.documents()]


def wait_for(qtbot: QtBot, window: MainWindow, *names: str) -> None:
    window.show()
    qtbot.waitUntil(lambda: tabs(window) == list(names))
    qtbot.waitUntil(lambda: not window.composer.last_text.is_under_way)


def at_tunes(window: MainWindow, books: Sequence[Path]) -> dict[str, int]:
    """Open files, each at another of its tunes; return where the carets stand."""
    composer, carets = window.composer, {}
    for tune, path in enumerate(books):
        window.open_path(path)
        composer.rooms[OutlineRoom].presenter.go_to(tune, focus=True)
        carets[path.name] = composer.desk.editor.caret()
    return carets


def show(window: MainWindow, path: Path) -> None:
    documents = window.composer.desk.documents
    documents.choose(next(each for each in documents if each.path == path))


def test_all_tabs_come_back_in_their_order_and_at_their_carets(
    again: Again, books: list[Path], qtbot: QtBot
) -> None:
    window = again()
    window.show()
    carets = at_tunes(window, books)
    window.composer.rooms[TextsRoom].tabs.moveTab(3, 0)
    show(window, books[1])
    recent = window.studio.settings.recent_files
    window = again()
    composer = window.composer
    # Before the window is shown: only the one in front is read, and the bar has its room.
    assert tabs(window) == ["jigs.abc"]
    assert not composer.rooms[TextsRoom].tabs.isHidden()
    wait_for(qtbot, window, "waltzes.abc", "reels.abc", "jigs.abc", "polkas.abc")
    assert composer.desk.documents.current.path == books[1]
    assert shown_tune(window) == "Tune 2"
    for path in books:
        show(window, path)
        assert composer.desk.editor.caret() == carets[path.name]
        deliver_events()
        assert composer.desk.editor.viewport().rect().intersects(composer.desk.editor.cursorRect())
        assert not composer.is_modified
    assert window.studio.settings.recent_files == recent
    assert not composer.desk.documents.current.needs_saving


def test_they_come_back_without_an_end(again: Again, books: list[Path], qtbot: QtBot) -> None:
    """A session that is killed has no moment for it."""
    window = again()
    window.show()
    at_tunes(window, books)
    show(window, books[2])
    expected = list(map(str, books))
    expected.insert(0, expected.pop())
    window.composer.rooms[TextsRoom].tabs.moveTab(3, 0)

    def are_kept() -> bool:
        kept = load_settings(settings_file()).window
        return list(kept.tabs) == expected and kept.file == str(books[2])

    qtbot.waitUntil(are_kept)


def test_those_that_are_gone_are_named_in_one_sentence(
    again: Again, books: list[Path], qtbot: QtBot
) -> None:
    window = again()
    window.show()
    at_tunes(window, books)
    show(window, books[1])

    def lose() -> None:
        books[1].unlink()
        books[3].unlink()

    window = again(lose)
    # What was in front is gone: its neighbour takes its place.
    assert window.composer.desk.documents.current.path == books[0]
    words = said(window, qtbot)
    assert words == "2 files that were open last cannot be read: jigs.abc, waltzes.abc."
    wait_for(qtbot, window, "reels.abc", "polkas.abc")
    window = again()
    notices: list[Notice] = []
    window.studio.notice_requested.connect(notices.append)
    wait_for(qtbot, window, "reels.abc", "polkas.abc")
    deliver_events()
    assert not notices


def test_one_behind_that_is_gone_is_told_of_as_one_in_front_is(
    again: Again, books: list[Path], qtbot: QtBot
) -> None:
    window = again()
    window.show()
    at_tunes(window, books[:2])
    window = again(books[0].unlink)
    words = said(window, qtbot)
    assert words.startswith("reels.abc was open last and cannot be read: ")
    assert not window.composer.rooms[TextsRoom].tabs.isVisible()


def test_a_take_in_front_stands_where_it_stood(
    again: Again, books: list[Path], qtbot: QtBot
) -> None:
    window = again()
    window.show()
    at_tunes(window, books[:1])
    take = compose(window)
    at_tunes(window, books[1:2])
    window.composer.desk.documents.make_current(take)
    bar = window.composer.rooms[TextsRoom].tabs
    bar.moveTab(bar.documents().index(take), 1)
    wait_for(qtbot, window, "reels.abc", take.name, "jigs.abc")
    name = take.name
    window = again()
    assert window.composer.desk.documents.current.is_take
    wait_for(qtbot, window, "reels.abc", name, "jigs.abc")
    key = window.composer.desk.documents.current.provenance.history_key
    window = again(lambda: change_takes(takes_dir(), {key: None}))
    assert said(window, qtbot) == "The take that was open last is not in the history any more."
    wait_for(qtbot, window, "reels.abc", "jigs.abc")


def test_files_that_are_named_come_in_front_of_them(
    again: Again, books: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    named = tmp_path / "named.abc"
    named.write_text(BOOK, encoding="utf-8")
    window = again()
    window.show()
    at_tunes(window, books[:2])

    def name() -> None:
        # As `abcstudio named.abc` does.
        settings = load_settings(settings_file())
        save_settings(
            settings.changed(window=settings.window.with_none_in_front()), settings_file()
        )

    window = again(name)
    window.first_painted.connect(lambda: window.open_paths((named,)))
    wait_for(qtbot, window, "reels.abc", "jigs.abc", "named.abc")
    assert window.composer.desk.documents.current.path == named


def test_one_of_them_that_is_named_is_there_once(
    again: Again, books: list[Path], qtbot: QtBot
) -> None:
    window = again()
    window.show()
    at_tunes(window, books[:3])
    window = again()
    window.show()
    # Opened by hand before its turn comes.
    window.open_path(books[0])
    wait_for(qtbot, window, "reels.abc", "jigs.abc", "polkas.abc")
    assert window.composer.desk.documents.current.path == books[0]


def test_unsaved_text_of_one_behind_is_offered_once_and_goes_into_its_tab(
    again: Again, books: list[Path], qtbot: QtBot
) -> None:
    window = again()
    window.show()
    at_tunes(window, books[:3])
    show(window, books[1])
    window.composer.desk.documents.current.replace_text("% mine\n" + BOOK)
    window.composer.parts.autosave.write()
    show(window, books[0])
    window = again()
    notices: list[Notice] = []
    window.studio.notice_requested.connect(notices.append)
    wait_for(qtbot, window, "reels.abc", "jigs.abc", "polkas.abc")
    (offer,) = notices
    assert offer.text.startswith("jigs.abc was not saved.")
    assert offer.action is not None
    offer.action()
    assert tabs(window) == ["reels.abc", "jigs.abc", "polkas.abc"]
    current = window.composer.desk.documents.current
    assert (current.path, current.text()) == (books[1], "% mine\n" + BOOK)
    assert current.is_modified
    assert len(list(autosave_dir().glob("*.json"))) == 1


def test_unsaved_text_that_is_recovered_first_keeps_its_place(
    again: Again, books: list[Path], qtbot: QtBot
) -> None:
    window = again()
    window.show()
    at_tunes(window, books[:3])
    window.composer.desk.documents.current.replace_text("% mine\n" + BOOK)
    window.composer.parts.autosave.write()
    show(window, books[0])
    window = again()
    window.composer.rooms[TextsRoom].recovery.recover()
    assert tabs(window) == ["reels.abc", "polkas.abc"]
    wait_for(qtbot, window, "reels.abc", "jigs.abc", "polkas.abc")
    assert window.composer.desk.documents.current.text() == "% mine\n" + BOOK


def test_a_large_one_comes_behind_without_a_bar(
    again: Again, books: list[Path], qtbot: QtBot
) -> None:
    books[1].write_text(BOOK * (AT_ONCE_BYTES // len(BOOK) + 1), encoding="utf-8")
    window = again()
    window.show()
    window.open_paths(books[:3])
    wait_for(qtbot, window, "reels.abc", "jigs.abc", "polkas.abc")
    show(window, books[2])
    window = again()
    wait_for(qtbot, window, "reels.abc", "jigs.abc", "polkas.abc")
    assert not window.composer.rooms[TextsRoom].opening_bar.isVisible()
    assert window.composer.desk.documents.current.path == books[2]


def test_a_window_that_closes_before_they_are_there_keeps_them(
    again: Again, books: list[Path], qtbot: QtBot
) -> None:
    window = again()
    window.show()
    at_tunes(window, books)
    again()  # Never shown.
    window = again()
    wait_for(qtbot, window, *(path.name for path in books))


def test_another_language_waits_for_them(again: Again, books: list[Path], qtbot: QtBot) -> None:
    window = again()
    window.show()
    at_tunes(window, books)
    window = again()
    assert not window.is_settled
    wait_for(qtbot, window, *(path.name for path in books))
    qtbot.waitUntil(lambda: window.is_settled)
