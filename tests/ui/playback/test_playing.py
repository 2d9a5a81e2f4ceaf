"""Practising in the whole window: loops from a selection, slower and faster, voices, media keys.

Over 400 lines: all of it plays one tune in one window, by the same steps.
"""

import tempfile
from pathlib import Path

import mido
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.loop import Loop
from abcstudio.playback.sound.mix import Strip
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import (
    ALT,
    CTRL,
    PATIENCE_MS,
    PLAIN,
    has_gone_back,
    let_device_pull,
    play,
    press,
    show,
)

pytestmark = pytest.mark.one_window

TUNE = "X:1\nT:Practice\nM:4/4\nL:1/4\nQ:1/4=240\nK:C\nCDEF|GABc|CDEF|GABc|\nCDEF|GABc|CDEF|GABc|\n"
TWO = "X:1\nT:Two\nM:4/4\nL:1/4\nK:C\nV:1 name=Flute\nCDEF|\nV:2 name=Harp\nC4|\n"


@pytest.fixture
def window(main_window: MainWindow, qtbot: QtBot) -> MainWindow:
    show(main_window, qtbot, TUNE)
    return main_window


def select(window: MainWindow, first: str, last: str, after: int = 0) -> tuple[int, int]:
    text = window.composer.desk.editor.text()
    start = text.index(first, text.index("K:C\n") + after)
    end = text.index(last, start) + len(last)
    window.composer.desk.editor.select(Span(start, end))
    return start, end


def test_a_selection_is_looped_and_drawn_and_a_second_press_ends_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    playback, bar = window.playback, window.transport
    select(window, "GABc", "GABc")
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    assert playback.chosen_loop.loop is not None
    assert (playback.chosen_loop.loop.start, playback.chosen_loop.loop.end) == (1, 2)
    assert bar.commands.loop.isChecked()
    assert playback.position == 1
    marks = window.composer.parts.score.marks
    assert marks is not None
    assert len(marks.loop_items) == 1
    play(window, qtbot)
    places: list[float] = []
    playback.position_changed.connect(places.append)
    qtbot.waitUntil(lambda: has_gone_back(places, 2), timeout=PATIENCE_MS)
    assert min(places) >= 1
    assert max(places) <= 2.05
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    assert playback.chosen_loop.loop is None
    assert not marks.loop_items
    playback.stop()


def test_another_selection_moves_the_loop_and_the_same_one_ends_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    chosen_loop, switch = window.playback.chosen_loop, window.transport.commands.loop

    def press_on(first: str, last: str) -> tuple[float, float] | None:
        select(window, first, last)
        press(qtbot, window, Qt.Key.Key_L, CTRL)
        assert switch.isChecked() == (chosen_loop.loop is not None)
        return chosen_loop.loop and (chosen_loop.loop.start, chosen_loop.loop.end)

    assert press_on("GABc", "GABc") == (1, 2)
    assert press_on("CDEF", "CDEF") == (0, 1)
    assert press_on("CDEF", "GABc") == (0, 2)
    assert press_on("CDEF", "GABc") is None
    assert press_on("GABc", "GABc") == (1, 2)
    window.composer.desk.editor.select(Span(3, 3))
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    assert chosen_loop.loop is None


def test_the_same_notes_end_a_loop_whose_beginning_was_moved(
    window: MainWindow, qtbot: QtBot
) -> None:
    chosen_loop = window.playback.chosen_loop
    select(window, "CDEF", "GABc")
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    window.playback.seek(0.5)
    press(qtbot, window, Qt.Key.Key_BracketLeft, ALT)
    assert chosen_loop.loop is not None
    assert (chosen_loop.loop.start, chosen_loop.loop.end) == (0.5, 2)
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    assert chosen_loop.loop is None


def test_a_loop_moves_to_other_notes_before_it_is_known_when_they_are_played(
    window: MainWindow, qtbot: QtBot
) -> None:
    chosen_loop = window.playback.chosen_loop
    chosen_loop.forget_timeline()
    chosen_loop.toggle_notes(1, 2)
    chosen_loop.toggle_notes(3, 4)
    assert chosen_loop.loop is not None
    chosen_loop.toggle_notes(3, 4)
    assert chosen_loop.loop is None


def test_without_a_selection_the_whole_tune_is_looped(window: MainWindow, qtbot: QtBot) -> None:
    window.composer.desk.editor.select(Span(3, 3))
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    assert window.playback.chosen_loop.loop is not None
    assert window.playback.chosen_loop.loop.start == 0
    assert window.playback.chosen_loop.loop.end > window.playback.tempo.duration
    assert not window.playback.chosen_loop.notes


def test_a_loop_begins_and_ends_where_the_music_is(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    playback.seek(2.0)
    press(qtbot, window, Qt.Key.Key_BracketLeft, ALT)
    playback.seek(4.0)
    press(qtbot, window, Qt.Key.Key_BracketRight, ALT)
    assert playback.chosen_loop.loop is not None
    assert (playback.chosen_loop.loop.start, playback.chosen_loop.loop.end) == (2, 4)
    bar = window.transport.position
    assert bar.loop == (2, 4)
    playback.tempo.set_percent(50)
    assert bar.loop == (4, 8)


def test_practice_goes_faster_each_time_and_stop_goes_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    playback = window.playback
    qtbot.mouseClick(window.transport.practice_button, Qt.MouseButton.LeftButton)
    practice = window.transport.practice_settings
    qtbot.waitUntil(practice.isVisible)
    practice.faster.setValue(50)
    practice.most.setValue(200)
    practice.close()
    select(window, "CDEF", "CDEF")
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    play(window, qtbot)
    qtbot.waitUntil(lambda: playback.tempo.percent == 200, timeout=PATIENCE_MS)
    assert window.transport.tempo.value() == 480
    playback.stop()
    assert playback.tempo.percent == 100


def test_a_selection_is_played_once(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    select(window, "GABc", "GABc")
    heard: list[int] = []
    playback.sounding.changed.connect(lambda offsets: heard.extend(sorted(offsets)))
    press(qtbot, window, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: playback.state == "stopped", timeout=PATIENCE_MS)
    first = TUNE.index("GABc")
    assert heard == [first, first + 1, first + 2, first + 3]


def test_voices_are_silenced_in_the_mixer(main_window: MainWindow, qtbot: QtBot) -> None:
    show(main_window, qtbot, TWO)
    qtbot.mouseClick(main_window.transport.mixer_button, Qt.MouseButton.LeftButton)
    mixer = main_window.transport.mixer
    qtbot.waitUntil(mixer.isVisible)
    assert [track.name for track in main_window.playback.strips.tracks[:2]] == ["Flute", "Harp"]
    volume, mute, _ = mixer.rows[1]
    qtbot.mouseClick(mute, Qt.MouseButton.LeftButton)
    assert main_window.playback.strips.strip(1).is_mute
    volume.setValue(40)
    assert main_window.playback.strips.strip(1).volume == 0.4
    mixer.close()
    show(main_window, qtbot, TUNE)
    qtbot.waitUntil(lambda: len(mixer.rows) == 1, timeout=PATIENCE_MS)
    assert not main_window.playback.strips.strip(0).is_mute


def test_the_button_of_the_mixer_tells_that_something_is_changed(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    show(main_window, qtbot, TWO)
    button, playback = main_window.transport.mixer_button, main_window.playback
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    mixer = main_window.transport.mixer
    assert mixer.isVisible()
    assert not button.isChecked()
    qtbot.mouseClick(mixer.rows[0][1], Qt.MouseButton.LeftButton)
    assert playback.strips.strip(0).is_mute
    mixer.close()
    assert button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    qtbot.mouseClick(mixer.rows[0][1], Qt.MouseButton.LeftButton)
    mixer.close()
    assert not button.isChecked()
    playback.strips.set_strip(1, Strip(volume=0.5))
    assert button.isChecked()
    show(main_window, qtbot, TUNE)
    assert not button.isChecked()


def test_a_voice_is_played_on_an_instrument_of_its_own(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    show(main_window, qtbot, TWO.replace("V:2 name=Harp", "V:2 name=Harp\n%%MIDI program 46"))
    playback, mixer = main_window.playback, main_window.transport.mixer
    qtbot.mouseClick(main_window.transport.mixer_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(mixer.isVisible)
    first, second = mixer.instruments[:2]
    assert first is not None
    assert second is not None
    assert (first.itemText(0), second.itemText(0)) == (
        "Automatic: Flute",
        "As written",
    )
    play(main_window, qtbot)
    before = playback.loader.sound
    first.setFocus()
    qtbot.keyClicks(first, "Guitar")
    assert playback.strips.strip(0).instrument == "guitar"
    qtbot.waitUntil(lambda: playback.loader.sound is not before, timeout=PATIENCE_MS)
    assert playback.loader.sound is not None
    programs = {note.track: note.preset for note in playback.loader.sound.stream.notes}
    guitar, harp = (INSTRUMENTS[name].program for name in ("guitar", "harp"))
    assert (programs[0], programs[1]) == ((0, guitar), (0, harp))
    mixer.close()
    playback.stop()
    # An edit keeps what was chosen, another tune does not.
    main_window.composer.desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    main_window.composer.desk.editor.insertPlainText("% later\n")
    qtbot.waitUntil(lambda: "later" in playback.text, timeout=PATIENCE_MS)
    assert playback.strips.strip(0).instrument == "guitar"
    show(main_window, qtbot, TUNE)
    assert playback.strips.strip(0).instrument == ""


def test_the_ends_of_a_loop_are_dragged_on_the_score(window: MainWindow, qtbot: QtBot) -> None:
    playback, score = window.playback, window.composer.parts.score
    select(window, "GABc", "GABc")
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    assert playback.chosen_loop.loop is not None
    marks = score.marks
    assert marks is not None
    bar = marks.loop_items[0].path().boundingRect()
    text = window.composer.desk.editor.text()
    later = text.index("CDEF", text.index("GABc"))
    target = score.mapFromScene(marks.boxes_of(later + 1)[0].left, bar.center().y())
    drag(score.viewport(), score.mapFromScene(bar.right(), bar.center().y()), target)
    assert (playback.chosen_loop.loop.start, playback.chosen_loop.loop.end) == (1, 2.5)
    bar = marks.loop_items[0].path().boundingRect()
    earlier = marks.boxes_of(text.index("CDEF") + 2)[0]
    target = score.mapFromScene(earlier.left, bar.center().y())
    drag(score.viewport(), score.mapFromScene(bar.left(), bar.center().y()), target)
    assert (playback.chosen_loop.loop.start, playback.chosen_loop.loop.end) == (0.5, 2.5)
    assert text == window.composer.desk.editor.text()


def test_the_ends_of_a_loop_are_dragged_in_the_bar_and_snap_to_notes(
    window: MainWindow, qtbot: QtBot
) -> None:
    playback, slider = window.playback, window.transport.position
    select(window, "GABc", "GABc")
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    middle = slider.height() // 2
    places = [QPoint(round(slider.x_of(at)), middle) for at in (2.0, 3.3)]
    drag(slider, *places)
    assert playback.chosen_loop.loop is not None
    assert (playback.chosen_loop.loop.start, playback.chosen_loop.loop.end) == (1, 3.25)
    assert slider.loop == (1, 3.25)
    # Where there is no end, a click goes there, as ever.
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(places[0].x(), middle))
    assert playback.position == pytest.approx(2, abs=0.1)
    assert (playback.chosen_loop.loop.start, playback.chosen_loop.loop.end) == (1, 3.25)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(widget, left, none, start)
    for share in (0.5, 1.0):
        there = start + (end - start) * share
        point = QPointF(there)
        moved = QMouseEvent(
            QEvent.Type.MouseMove, point, QPointF(widget.mapToGlobal(there)), left, left, none
        )
        QApplication.sendEvent(widget, moved)
    QTest.mouseRelease(widget, left, none, end)


def test_media_keys_play_and_pause(window: MainWindow, qtbot: QtBot) -> None:
    key = Qt.Key.Key_MediaTogglePlayPause
    window.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, key, PLAIN))
    qtbot.waitUntil(lambda: window.playback.state == "playing", timeout=PATIENCE_MS)
    window.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, key, PLAIN))
    assert window.playback.state == "paused"
    stop = Qt.Key.Key_MediaStop
    window.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, stop, PLAIN))
    assert window.playback.state == "stopped"


def test_counting_in_makes_the_music_wait(window: MainWindow, qtbot: QtBot) -> None:
    window.studio.update_settings(count_in=True)
    play(window, qtbot)
    player = window.playback.output.ready_player()
    qtbot.waitUntil(lambda: player.stands_still, timeout=PATIENCE_MS)
    let_device_pull(window.playback, qtbot, 40)
    assert window.playback.position == 0
    qtbot.waitUntil(lambda: window.playback.position > 0.1, timeout=PATIENCE_MS)
    window.playback.stop()


def test_the_tune_can_be_dragged_out_as_midi(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    path = window.transport.midi_handle.midi_file()
    assert path is not None
    assert path.name == "Practice.mid"
    notes = [m.note for m in mido.MidiFile(path) if m.type == "note_on"]
    assert notes[:4] == [60, 62, 64, 65]


def test_a_click_on_the_handle_says_what_it_is_for(window: MainWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    window.studio.notice_requested.connect(lambda notice: said.append(notice.text))
    qtbot.mouseClick(window.transport.midi_handle, Qt.MouseButton.LeftButton)
    assert said == ["Hold it and drag it into another program or a folder: the tune as MIDI."]


def test_dragging_the_handle_begins_a_drag(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped: list[Path] = []

    class Drag:
        def exec(self, _action: Qt.DropAction) -> None:
            pass

    def drag(_source: object, path: Path) -> Drag:
        dropped.append(path)
        return Drag()

    monkeypatch.setattr("abcstudio.ui.playback.bar.midi_handle.midi_drag", drag)
    handle = window.transport.midi_handle
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    qtbot.mouseMove(handle, QPoint(40, 40))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert len(dropped) == 1


def test_a_loop_stays_at_its_notes_when_the_tune_is_edited(
    window: MainWindow, qtbot: QtBot
) -> None:
    playback, editor = window.playback, window.composer.desk.editor
    select(window, "GABc", "GABc")
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    place = editor.text().index("CDEF")
    editor.select(Span(place, place))
    editor.insertPlainText("C4|")
    qtbot.waitUntil(lambda: "C4|CDEF" in playback.text, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: playback.chosen_loop.loop != Loop(1, 2), timeout=PATIENCE_MS)
    assert playback.chosen_loop.loop is not None
    assert (playback.chosen_loop.loop.start, playback.chosen_loop.loop.end) == (2, 3)
    # Twice as slow: the same notes, later.
    text = editor.text()
    tempo = text.index("240")
    editor.select(Span(tempo, tempo + 3))
    editor.insertPlainText("120")
    qtbot.waitUntil(lambda: playback.chosen_loop.loop != Loop(2, 3), timeout=PATIENCE_MS)
    assert (playback.chosen_loop.loop.start, playback.chosen_loop.loop.end) == (4, 6)
    assert window.composer.desk.editor.text()[min(playback.chosen_loop.notes) :].startswith("GABc")


def test_a_loop_whose_notes_are_gone_ends(window: MainWindow, qtbot: QtBot) -> None:
    playback, editor = window.playback, window.composer.desk.editor
    select(window, "GABc", "GABc", after=25)
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    assert playback.chosen_loop.loop is not None
    text = editor.text()
    keep = text.index("CDEF") + 5
    editor.select(Span(keep, len(text)))
    editor.insertPlainText("\n")
    qtbot.waitUntil(lambda: playback.chosen_loop.loop is None, timeout=PATIENCE_MS)
    assert not window.transport.commands.loop.isChecked()


def test_the_mixer_may_be_moved_while_another_tune_is_read(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    show(main_window, qtbot, TWO)
    main_window.playback.offer(PlayedTune(TUNE, "Another"))
    assert not main_window.transport.mixer.rows
    main_window.playback.strips.set_strip(1, Strip(is_mute=True))
    qtbot.waitUntil(lambda: len(main_window.playback.strips.tracks) == 1, timeout=PATIENCE_MS)
    assert not main_window.playback.strips.strip(0).is_mute


def test_a_click_on_an_end_of_a_loop_goes_there_and_moves_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    playback, slider = window.playback, window.transport.position
    playback.chosen_loop.set(Loop(1.1, 2.3))
    at_end = QPoint(round(slider.x_of(2.3)), slider.height() // 2)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at_end)
    assert playback.chosen_loop.loop is not None
    assert (playback.chosen_loop.loop.start, playback.chosen_loop.loop.end) == (1.1, 2.3)
    assert playback.position == pytest.approx(2.3)


def test_the_tempo_box_shows_how_fast_a_tune_without_q_is_played(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    show(main_window, qtbot, "X:1\nT:Quick\nR:reel\nM:2/4\nL:1/16\nK:C\ncdef gfed|cdef g4|\n")
    assert main_window.transport.tempo.value() == 105
    sound = main_window.playback
    play(main_window, qtbot)
    qtbot.waitUntil(lambda: sound.loader.sound is not None, timeout=PATIENCE_MS)
    assert sound.loader.sound is not None
    assert sound.loader.sound.performance.quarters_per_minute == 105
    sound.stop()


def test_the_whistle_is_heard_an_octave_up_when_it_is_chosen(
    window: MainWindow, qtbot: QtBot
) -> None:
    choice, playback = window.transport.instrument, window.playback
    choice.setCurrentIndex(choice.findData("whistle"))
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == "Tin whistle 8va"
    play(window, qtbot)
    assert playback.loader.sound is not None
    heard = [note.pitch for note in playback.loader.sound.stream.notes if note.track == 0]
    written = [float(note.pitch) for note in playback.loader.sound.performance.notes]
    assert heard == [pitch + 12 for pitch in written]
    playback.stop()


def test_all_instruments_are_seen_at_once_in_their_list(window: MainWindow, qtbot: QtBot) -> None:
    choice = window.transport.instrument
    choice.showPopup()
    view = choice.view()
    qtbot.waitUntil(view.isVisible, timeout=PATIENCE_MS)
    rows = [view.visualRect(choice.model().index(row, 0)) for row in range(choice.count())]
    assert all(view.viewport().rect().contains(row) for row in rows)
    assert all(row.height() >= 20 for row in rows)
    choice.hidePopup()
