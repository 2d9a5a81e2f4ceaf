"""What stands at the caret in words: under the editor, for screen readers, and spoken."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.notation.spans import Span
from abcstudio.ui.composer import caret_speaker
from abcstudio.ui.composer.caret_speaker import CaretSpeaker
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.writing.room import WritingRoom
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

TUNE = "X:1\nT:Reel\nM:4/4\nL:1/8\nK:G\nA8|B8|D2 G E2 z2|\n"


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    page = main_window.composer
    page.parts.files.open_text(TUNE, "reel")
    page.desk.watch.settle()
    page.desk.editor.setFocus()
    return page


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is given to say."""
    words: list[str] = []

    class Recorder:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness
        isActive = staticmethod(lambda: False)  # noqa: N815 - Qt's own name

        @staticmethod
        def updateAccessibility(event: QAccessibleEvent) -> None:  # noqa: N802
            assert isinstance(event, QAccessibleAnnouncementEvent)
            words.append(event.message())

    monkeypatch.setattr(caret_speaker, "QAccessible", Recorder)
    return words


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def put_caret(page: ComposerPage, marked: str) -> None:
    place = page.desk.editor.text().index(marked)
    page.desk.editor.select(Span(place, place))


def description(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Description)


def test_the_measure_at_the_caret_is_shown(qtbot: QtBot, page: ComposerPage) -> None:
    put_caret(page, "G E2")
    expected = "Measure 3, beat 2: 7 eighth notes instead of 8"
    qtbot.waitUntil(lambda: page.rooms[ProblemsRoom].strip.measure() == expected)
    put_caret(page, "B8")
    qtbot.waitUntil(
        lambda: page.rooms[ProblemsRoom].strip.measure() == "Measure 2 of 3, beat 1: full"
    )
    put_caret(page, "T:Reel")
    qtbot.waitUntil(lambda: page.rooms[ProblemsRoom].strip.measure() == "")


def test_the_measure_follows_the_typing(qtbot: QtBot, page: ComposerPage) -> None:
    put_caret(page, "|\n")
    qtbot.keyClicks(page.desk.editor, "z")
    qtbot.waitUntil(lambda: page.rooms[ProblemsRoom].strip.measure() == "Measure 3 of 3: full")


def test_editor_and_score_tell_what_stands_at_the_caret(qtbot: QtBot, page: ComposerPage) -> None:
    put_caret(page, "G E2")
    words = "measure 3, beat 2, G, eighth"
    qtbot.waitUntil(lambda: description(page.desk.editor) == words)
    qtbot.waitUntil(lambda: description(page.parts.score) == words, timeout=20_000)
    qtbot.waitUntil(lambda: page.parts.link.drawn_view() is not None, timeout=20_000)
    # A page that comes when the caret has long been at rest.
    drawn: list[tuple[object, str]] = []
    page.parts.link.engraving.score_ready.connect(lambda *what: drawn.append(what))
    page.parts.link.engraving.engrave(TuneSource(page.desk.watch.view.text))
    qtbot.waitUntil(lambda: bool(drawn), timeout=20_000)
    qtbot.waitUntil(lambda: description(page.parts.score) == words, timeout=20_000)
    interface = QAccessible.queryAccessibleInterface(page.desk.editor)
    assert interface.text(QAccessible.Text.Name) == "ABC text"
    assert interface.role() == QAccessible.Role.EditableText
    assert interface.textInterface().cursorPosition() == page.desk.editor.textCursor().position()
    put_caret(page, "|D2")
    qtbot.waitUntil(lambda: description(page.desk.editor) == "bar line, after measure 2")


def test_f4_speaks_and_shows_the_note(
    qtbot: QtBot,
    main_window: MainWindow,
    page: ComposerPage,
    studio: Studio,
    spoken: list[str],
) -> None:
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    put_caret(page, "G E2")
    press(qtbot, main_window, "view.read_note")
    assert spoken == ["measure 3, beat 2, G, eighth"]
    assert notices[-1].text == "Measure 3, beat 2, G, eighth"


def test_notes_are_spoken_unasked_only_when_that_is_switched_on(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, studio: Studio, spoken: list[str]
) -> None:
    action = main_window.registry.action("view.announce_notes")
    assert not action.isChecked()
    put_caret(page, "D2")
    qtbot.waitUntil(lambda: description(page.desk.editor).startswith("measure 3"))
    assert spoken == []
    action.trigger()
    assert studio.settings.announce_notes == "on"
    put_caret(page, "G E2")
    qtbot.waitUntil(lambda: spoken == ["measure 3, beat 2, G, eighth"])
    # The same note again is no news.
    page.desk.editor.select(Span(page.desk.editor.caret(), page.desk.editor.caret() + 1))
    assert page.rooms[CaretSpeaker].is_waiting
    qtbot.waitUntil(lambda: not page.rooms[CaretSpeaker].is_waiting)
    assert len(spoken) == 1
    action.trigger()
    assert studio.settings.announce_notes == "off"


def test_a_problem_that_one_goes_to_is_spoken(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, spoken: list[str]
) -> None:
    main_window.registry.action("view.announce_notes").trigger()
    press(qtbot, main_window, "tune.next_problem")
    assert spoken == [
        "Measure 3 is one eighth note short: 7 eighth notes instead of 8 in the meter 4/4."
    ]
    interface = QAccessible.queryAccessibleInterface(page.rooms[ProblemsRoom].strip)
    names = [interface.child(i).text(QAccessible.Text.Name) for i in range(interface.childCount())]
    assert spoken[0] in names


def test_a_screen_reader_switches_it_on_by_itself(
    main_window: MainWindow,
    page: ComposerPage,
    spoken: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not page.rooms[CaretSpeaker].is_announcing
    is_active = "abcstudio.ui.composer.caret_speaker.QAccessible.isActive"
    monkeypatch.setattr(is_active, staticmethod(lambda: True))
    assert page.rooms[CaretSpeaker].is_announcing


def test_the_measure_is_whole_where_the_window_is_small(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage
) -> None:
    main_window.resize(1024, 700)
    put_caret(page, "G E2")
    qtbot.waitUntil(lambda: page.rooms[ProblemsRoom].strip.measure().startswith("Measure 3"))
    qtbot.waitUntil(
        lambda: (
            page.rooms[ProblemsRoom].strip.measure_label.text()
            == page.rooms[ProblemsRoom].strip.measure()
        )
    )
    # In a language that is a third longer the number of the line gives way.
    longer = page.rooms[ProblemsRoom].strip.measure() + "x" * (
        len(page.rooms[ProblemsRoom].strip.measure()) // 3
    )
    page.rooms[ProblemsRoom].strip.set_measure(longer)
    assert page.rooms[ProblemsRoom].strip.measure_label.text() == longer
    assert not page.rooms[ProblemsRoom].strip.position_label.isVisible()


def test_of_a_selection_its_start_is_told(page: ComposerPage, qtbot: QtBot) -> None:
    start = page.desk.editor.text().index("B8|")
    page.desk.editor.select(Span(start, start + 3))
    page.rooms[WritingRoom].commands.explanations.show_now()
    qtbot.waitUntil(lambda: page.rooms[ProblemsRoom].strip.measure().startswith("Measure 2"))
    assert page.rooms[WritingRoom].explanation.text().startswith("B ")
