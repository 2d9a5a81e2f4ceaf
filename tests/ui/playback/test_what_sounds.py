"""Sound and score agree: what is chosen is played, what does not sound has no marks."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.look.plain_text import tooltip
from abcstudio.ui.playback.played_tune import PlayedTune, SampleTune
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events
from tests.ui.playing_steps import PATIENCE_MS, play

pytestmark = pytest.mark.one_window

SCALE = "X:{0}\nT:{1}\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\nCDEF|GABc|CDEF|GABc|\n"
BOOK = "\n".join(SCALE.format(number, f"Tune {number}") for number in (1, 2, 3))


@pytest.fixture
def window(main_window: MainWindow, qtbot: QtBot) -> MainWindow:
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(BOOK, "book")
    main_window.composer.parts.side.show_panel("tunes")
    until(qtbot, lambda: main_window.composer.parts.link.drawn_view() is not None)
    return main_window


def until(qtbot: QtBot, holds) -> None:
    qtbot.waitUntil(holds, timeout=PATIENCE_MS)


def sounds(window: MainWindow, title: str) -> bool:
    """Say whether a tune is heard from about its start."""
    playback = window.playback
    return (playback.tune.title, playback.state) == (title, "playing") and playback.position < 1


def add_takes(window: MainWindow) -> tuple[Document, Document]:
    """Put two takes of one text on the list."""
    takes = []
    for number in (1, 2):
        take = Document(f"Take {number}", SCALE.format(1, "Twins"))
        take.provenance.take_number = number
        window.composer.desk.documents.add(take)
        takes.append(take)
    return takes[0], takes[1]


@pytest.mark.parametrize("has_file", [False, True])
def test_a_text_has_one_name_in_the_transport_and_elsewhere(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, has_file: bool
) -> None:
    composer = window.composer
    if has_file:
        composer.parts.files.save_to(composer.desk.documents.current, tmp_path / "set.abc")
    else:
        composer.desk.documents.add(Document("Welcome", SCALE.format(1, "Haste to the Wedding")))
    name = "set.abc" if has_file else "Haste to the Wedding"
    until(qtbot, lambda: window.playback.tune.source == name)
    assert composer.document_name == name
    assert window.transport.title.words == ("set.abc, Tune 1" if has_file else name)


def test_a_tune_chosen_in_the_outline_while_another_sounds_is_played(
    window: MainWindow, qtbot: QtBot
) -> None:
    outline = window.composer.rooms[OutlineRoom].panel
    play(window, qtbot, 1.2)
    assert window.transport.title.words == "Tune 1"
    outline.view.setFocus()
    qtbot.keyClick(outline.view, Qt.Key.Key_Down)
    until(qtbot, lambda: sounds(window, "Tune 2"))
    assert window.transport.title.words == "Tune 1, Tune 2"
    window.registry.action("view.next_tune").trigger()
    until(qtbot, lambda: sounds(window, "Tune 3"))
    window.playback.stop()
    qtbot.keyClick(outline.view, Qt.Key.Key_Up)
    deliver_events()
    until(qtbot, lambda: not window.studio.is_working)
    assert window.playback.state == "stopped"


def test_a_take_heard_while_its_twin_sounds_is_played_in_its_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    composer, playback = window.composer, window.playback
    first, second = add_takes(window)
    composer.desk.documents.make_current(first)
    play(window, qtbot, 0.6)
    until(qtbot, lambda: bool(composer.desk.editor.marks.sounding))
    # Shown, not chosen: as when it has just been composed.
    composer.desk.documents.make_current(second)
    assert playback.tune.source == "Take 1"
    until(qtbot, lambda: composer.parts.link.drawn_view() is not None)
    for _turn in range(5):
        with qtbot.waitSignal(playback.sounding.changed, timeout=PATIENCE_MS):
            pass
        assert not composer.desk.editor.marks.sounding
        assert not composer.parts.score.score_scene.sounding
    composer.rooms[TakesRoom].list.clearSelection()
    composer.rooms[TakesRoom].list.clicked.emit(composer.rooms[TakesRoom].list.takes.index(0, 1))
    assert playback.tune.source == "Take 1"
    composer.rooms[TakesRoom].list.doubleClicked.emit(
        composer.rooms[TakesRoom].list.takes.index(0, 1)
    )
    until(qtbot, lambda: playback.tune.source == "Take 2" and playback.position < 1)
    until(qtbot, lambda: bool(composer.desk.editor.marks.sounding))
    # A take that goes off the list chooses no other one.
    composer.desk.documents.remove(first)
    assert playback.tune.source == "Take 2"
    assert playback.state == "playing"


def test_the_title_in_the_transport_leads_to_what_sounds(window: MainWindow, qtbot: QtBot) -> None:
    title = window.transport.title
    window.composer.rooms[OutlineRoom].presenter.go_to(1)
    play(window, qtbot, 0.2)
    assert title.accessibleName() == "Sounds now: Tune 1, Tune 2"
    window.composer.rooms[OutlineRoom].presenter.go_to(0)
    window.composer.desk.documents.add(Document("other", SCALE.format(7, "Other")))
    window.show_page("datasets")
    assert window.playback.tune.title == "Tune 2"
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert window.page_name == "composer"
    assert window.composer.desk.watch.view.tune.title == "Tune 2"
    window.playback.stop()
    assert title.accessibleName() == "To play: Tune 1, Tune 2"
    # What has no name a person gave is not named twice, and a title is no markup.
    window.playback.offer(PlayedTune("X:1\nK:C\nC|\n", "<b>A & B</b>", "<b>A & B</b>"))
    assert title.words == "<b>A & B</b>"
    assert tooltip("<b>A & B</b>") in title.toolTip()


def test_rows_of_the_datasets_are_played_when_they_are_chosen(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    datasets, playback = main_window.datasets, main_window.playback
    main_window.show_page("datasets")
    table = datasets.browser.table
    until(qtbot, lambda: bool(table.tunes))
    until(qtbot, lambda: playback.tune.title == table.tunes[0].title)
    play(main_window, qtbot, 0.2)
    table.setFocus()
    made = count_made(playback)
    for _press in range(4):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    until(qtbot, lambda: sounds(main_window, table.tunes[4].title))
    # Not the sound of each tune on the way.
    assert len(made) == 1
    # A filter that leaves it out is no choice.
    datasets.browser.filter_bar.search.setText(table.tunes[9].title)
    until(qtbot, lambda: table.tune is not table.tunes[4])
    deliver_events()
    until(qtbot, lambda: not main_window.studio.is_working)
    assert playback.tune.title == table.tunes[4].title
    qtbot.mouseClick(main_window.transport.title, Qt.MouseButton.LeftButton)
    assert table.tune is table.tunes[4]


def count_made(playback) -> list[object]:
    made: list[object] = []
    make = playback.loader.make
    playback.loader.make = lambda *asked: (made.append(asked), make(*asked))
    return made


def test_samples_of_a_training_are_played_when_they_are_chosen(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    samples, playback = main_window.training.parts.takes.samples, main_window.playback
    main_window.show_page("training")
    samples.set_takes([(step, SCALE.format(step, f"Step {step}")) for step in (1, 2)])
    samples.play.click()
    until(qtbot, lambda: sounds(main_window, "Step 2"))
    assert main_window.transport.title.words == "Sample of step 2, Step 2"
    samples.steps.setFocus()
    qtbot.keyClick(samples.steps, Qt.Key.Key_Up)
    until(qtbot, lambda: sounds(main_window, "Step 1"))
    # One that arrives is not chosen.
    samples.steps.setCurrentRow(1)
    until(qtbot, lambda: sounds(main_window, "Step 2"))
    samples.add(3, SCALE.format(3, "Step 3"))
    assert samples.steps.currentRow() == 2
    assert isinstance(playback.tune.identity, SampleTune)
    assert playback.tune.identity.step == 2
