"""Tunes as MIDI and sound: through the dialog, as heard and as written, by voice and by book."""

import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import mido
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from abcstudio.errors import SoundError
from abcstudio.notation.spans import Span
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.sound.mix import Strip
from abcstudio.recipes.export import ExportResult
from abcstudio.ui.exporting.export_outcome import outcome_of_all
from abcstudio.ui.exporting.sound_dialog import ALL, PLAIN, SoundDialog
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from tests.unit.playback.sound.meters import lufs

pytestmark = pytest.mark.one_window

BAND = 'X:1\nT:Band\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\nV:1\n"C"CDEF|\nV:2\nC,4|\n'
BOOK = BAND + "\nX:2\nT:Second\nM:4/4\nL:1/4\nK:G\nGABc|\n"
LEFT = Qt.MouseButton.LeftButton
WAIT_MS = 20_000


@pytest.fixture
def notices(main_window: MainWindow) -> list[Notice]:
    seen: list[Notice] = []
    main_window.studio.notice_requested.connect(seen.append)
    return seen


@pytest.fixture
def window(main_window: MainWindow, qtbot: QtBot, home: Path) -> Iterator[MainWindow]:
    main_window.show_page("composer")
    home.mkdir(exist_ok=True)
    book = home / "book.abc"
    book.write_text(BOOK, encoding="utf-8")
    main_window.composer.open_path(book)
    main_window.composer.desk.watch.settle()
    qtbot.waitUntil(lambda: len(main_window.playback.strips.tracks) >= 2, timeout=WAIT_MS)
    main_window.composer.desk.editor.setFocus()
    yield main_window
    main_window.playback.loader.set_instrument(main_window.studio.settings.instrument)


def opened(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> SoundDialog:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)
    (dialog,) = window.composer.findChildren(SoundDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def choosing(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(target))


def write(
    qtbot: QtBot, dialog: SoundDialog, notices: list[Notice], kind: str = "success"
) -> Notice:
    qtbot.mouseClick(dialog.write_button, LEFT)
    wait_for(qtbot, lambda: any(notice.kind == kind for notice in notices))
    return notices[-1]


def wait_for(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=WAIT_MS)


def notes_of(path: Path) -> list[list[int]]:
    tracks = [
        [m.note for m in track if m.type == "note_on"] for track in mido.MidiFile(path).tracks
    ]
    return [track for track in tracks if track]


def tempo_of(path: Path) -> int:
    return next(m.tempo for m in mido.MidiFile(path).tracks[0] if m.type == "set_tempo")


def test_what_is_heard_is_written(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    playback = window.playback
    playback.strips.set_strip(1, Strip(is_mute=True))
    playback.strips.set_strip(0, Strip(instrument="harp"))
    playback.tempo.set_percent(50)
    dialog = opened(qtbot, window, Qt.Key.Key_M)
    assert dialog.format.currentData() == "mid"
    assert "50 %" in dialog.status.text()
    assert "mixed" in dialog.status.text()
    choosing(monkeypatch, tmp_path / "band.mid")
    assert "band.mid" in write(qtbot, dialog, notices).text
    path = tmp_path / "band.mid"
    assert notes_of(path)[0] == [60, 62, 64, 65]
    assert [48] not in notes_of(path)
    assert len(notes_of(path)) > 1  # The chord is accompanied.
    assert tempo_of(path) == 1_000_000
    programs = [m.program for track in mido.MidiFile(path).tracks for m in track
                if m.type == "program_change"]  # fmt: skip
    assert INSTRUMENTS["harp"].midi_program in programs
    wait_for(qtbot, lambda: not window.composer.findChildren(SoundDialog))


def test_the_written_notes_alone(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    window.playback.strips.set_strip(1, Strip(is_mute=True))
    window.playback.tempo.set_percent(50)
    dialog = opened(qtbot, window, Qt.Key.Key_M)
    dialog.manner.setCurrentIndex(dialog.manner.findData(PLAIN))
    assert "written notes" in dialog.status.text()
    choosing(monkeypatch, tmp_path / "band.mid")
    write(qtbot, dialog, notices)
    assert notes_of(tmp_path / "band.mid") == [[60, 62, 64, 65], [48]]
    assert tempo_of(tmp_path / "band.mid") == 500_000


def test_each_voice_becomes_a_file(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    dialog = opened(qtbot, window, Qt.Key.Key_W)
    assert dialog.format.currentData() == "wav"
    dialog.voices.setChecked(True)
    dialog.manner.setCurrentIndex(dialog.manner.findData(PLAIN))
    choosing(monkeypatch, tmp_path)
    assert "2 files" in write(qtbot, dialog, notices).text
    assert sorted(path.name for path in tmp_path.glob("*.wav")) == ["Band-v1.wav", "Band-v2.wav"]


@pytest.mark.parametrize("is_levelled", [True, False])
def test_sound_is_written_at_one_loudness_unless_that_is_taken_back(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path, is_levelled: bool,
) -> None:  # fmt: skip
    dialog = opened(qtbot, window, Qt.Key.Key_W)
    assert dialog.levelled.isChecked()
    if not is_levelled:
        qtbot.keyClick(dialog.levelled, Qt.Key.Key_Space)
    choosing(monkeypatch, tmp_path / "band.wav")
    write(qtbot, dialog, notices)
    with wave.open(str(tmp_path / "band.wav")) as file:
        frames = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2)
    assert (abs(lufs(frames.T / 32768) + 16) < 0.2) == is_levelled


def test_midi_has_no_loudness_to_choose(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window, Qt.Key.Key_M)
    assert not dialog.levelled.isEnabled()
    dialog.propose("flac")
    assert dialog.levelled.isEnabled()


def test_voices_keep_their_numbers_where_one_is_silent(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    window.playback.strips.set_strip(0, Strip(is_mute=True))
    dialog = opened(qtbot, window, Qt.Key.Key_M)
    dialog.voices.setChecked(True)
    choosing(monkeypatch, tmp_path)
    write(qtbot, dialog, notices)
    assert not (tmp_path / "Band-v1.mid").exists()
    assert notes_of(tmp_path / "Band-v2.mid") == [[48]]


def test_a_tune_that_is_cut_is_named(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    long = "X:3\nT:Long\nL:1/1\nM:none\nQ:1/4=5\nK:C\n" + "C64|" * 3 + "\n"
    window.composer.parts.files.open_text(BOOK + "\n" + long, "book")
    window.composer.desk.watch.settle()
    window.registry.action("file.export_all_sound").trigger()
    dialog = window.composer.findChildren(SoundDialog)[-1]
    dialog.format.setCurrentIndex(dialog.format.findData("mid"))
    choosing(monkeypatch, tmp_path)
    assert "Long lasts longer than 60 minutes" in write(qtbot, dialog, notices, "warning").text


def test_a_tune_of_its_own_that_is_cut_is_named_too(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    window.composer.parts.files.open_text("X:3\nT:Wide\nL:1/4\nK:C\n[" + "C" * 65 + "]4|\n", "wide")
    window.composer.desk.watch.settle()
    dialog = opened(qtbot, window, Qt.Key.Key_M)
    choosing(monkeypatch, tmp_path / "wide.mid")
    told = write(qtbot, dialog, notices, "warning").text
    assert told == "wide.mid is written. A chord can have 64 notes at most."
    assert notices[-1].action_text == "Open"


@pytest.mark.parametrize("is_one", [True, False])
def test_notes_that_the_instrument_lacks_are_named_beside_the_success(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path, is_one: bool,
) -> None:  # fmt: skip
    low = "X:3\nT:Low\nL:1/4\nK:C\nG,CDE|\n"
    window.playback.loader.set_instrument("flute")
    window.composer.parts.files.open_text(low if is_one else f"{low}\n{low}", "low")
    window.composer.desk.watch.settle()
    dialog = opened(qtbot, window, Qt.Key.Key_M)
    if not is_one:
        dialog.propose("mid", ALL)
    choosing(monkeypatch, tmp_path / "low.mid" if is_one else tmp_path)
    told = write(qtbot, dialog, notices).text
    lacking = "This instrument (Flute, C4 to A6) has no G3. They sound all the same, as written."
    assert told.endswith(lacking if is_one else "2 tunes have notes that the instrument lacks.")


@pytest.mark.parametrize("format", ["wav", "flac", "ogg", "mid"])
def test_all_tunes_become_files(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path, format: str,
) -> None:  # fmt: skip
    window.registry.action("file.export_all_sound").trigger()
    (dialog,) = window.composer.findChildren(SoundDialog)
    assert dialog.which.currentData() == ALL
    dialog.format.setCurrentIndex(dialog.format.findData(format))
    choosing(monkeypatch, tmp_path)
    assert "2 files" in write(qtbot, dialog, notices).text
    names = sorted(path.name for path in tmp_path.glob(f"*.{format}"))
    assert names == [f"book-2.{format}", f"book.{format}"]
    assert all(path.stat().st_size > 50 for path in tmp_path.glob(f"*.{format}"))


@pytest.mark.parametrize("verb", ["Replace", "Cancel"])
def test_files_of_an_earlier_export_are_not_replaced_unasked(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path, verb: str,
) -> None:  # fmt: skip
    (tmp_path / "book.mid").write_bytes(b"mine")
    window.registry.action("file.export_all_sound").trigger()
    (dialog,) = window.composer.findChildren(SoundDialog)
    dialog.propose("mid", ALL)
    choosing(monkeypatch, tmp_path)
    asked: list[str] = []

    def answer(box: QMessageBox) -> None:
        asked.append(box.text())
        next(b for b in box.buttons() if b.text().replace("&", "") == verb).click()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    if verb == "Replace":
        write(qtbot, dialog, notices)
        assert (tmp_path / "book.mid").read_bytes().startswith(b"MThd")
    else:
        qtbot.mouseClick(dialog.write_button, LEFT)
        assert (tmp_path / "book.mid").read_bytes() == b"mine"
        assert not (tmp_path / "book-2.mid").exists()
        dialog.reject()
    assert len(asked) == 1
    assert "already" in asked[0]


def test_a_folder_that_cannot_be_written_to_is_named_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(qtbot, window, Qt.Key.Key_M)
    choosing(monkeypatch, tmp_path / "missing" / "band.mid")
    (tmp_path / "missing").write_text("a file where the folder should be")
    qtbot.mouseClick(dialog.write_button, LEFT)
    assert dialog.error_sign.isHidden()
    wait_for(qtbot, lambda: "missing" in dialog.status.text())
    assert dialog.error_sign.isVisible()
    assert dialog.write_button.isEnabled()
    dialog.voices.setChecked(True)
    assert dialog.error_sign.isHidden()
    dialog.reject()


def test_a_long_export_can_be_stopped(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window.composer.parts.files.open_text("\n".join([BAND] * 400), "many")
    window.composer.desk.watch.settle()
    window.registry.action("file.export_all_sound").trigger()
    dialog = window.composer.findChildren(SoundDialog)[-1]
    choosing(monkeypatch, tmp_path)
    qtbot.mouseClick(dialog.write_button, LEFT)
    assert dialog.bar.isVisible()
    wait_for(qtbot, lambda: dialog.bar.value() > 0)
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    said = []

    def is_stopped() -> bool:
        # What was written before the work heard of it is told of only now.
        window.playback.strips.tracks_changed.emit()
        said.append(dialog.status.text())
        return "Stopped" in said[-1]

    wait_for(qtbot, is_stopped)
    assert set(said[:-1]) == {"Stopping…"}
    assert 0 < len(list(tmp_path.glob("*.wav"))) < 400
    assert dialog.isVisible()
    # A large tune may be loaded only now.
    window.playback.strips.tracks_changed.emit()
    assert "Stopped" in dialog.status.text()
    dialog.manner.setCurrentIndex(dialog.manner.findData(PLAIN))
    assert "Stopped" not in dialog.status.text()
    dialog.reject()


def test_tunes_of_the_table_go_out_too(
    qtbot: QtBot, main_window: MainWindow, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    (tmp_path / "mine.abc").write_text(BOOK, encoding="utf-8")
    main_window.show_page("datasets")
    main_window.datasets.add_source(tmp_path / "mine.abc")
    wait_for(qtbot, lambda: len(main_window.datasets.browser.table.tunes) == 2)
    main_window.registry.action("datasets.export_sound").trigger()
    (dialog,) = main_window.datasets.findChildren(SoundDialog)
    assert dialog.which.currentData() == ALL
    choosing(monkeypatch, tmp_path)
    told = write(qtbot, dialog, notices)
    assert "2 files" in told.text
    assert told.action_text == "Show the folder"
    assert sorted(p.name for p in tmp_path.glob("*.mid")) == ["mine-2.mid", "mine.mid"]


def test_what_was_typed_meanwhile_is_written_too(
    qtbot: QtBot, window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    dialog = opened(qtbot, window, Qt.Key.Key_M)
    dialog.manner.setCurrentIndex(dialog.manner.findData(PLAIN))
    editor = window.composer.desk.editor
    place = editor.text().index("CDEF")
    editor.select(Span(place, place + 1))
    editor.insertPlainText("A")
    choosing(monkeypatch, tmp_path / "band.mid")
    write(qtbot, dialog, notices)
    assert notes_of(tmp_path / "band.mid")[0] == [69, 62, 64, 65]


@pytest.mark.parametrize("is_per_voice", [False, True])
def test_silent_voices_are_named_and_nothing_is_written(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    is_per_voice: bool,
) -> None:  # fmt: skip
    for number in range(len(window.playback.strips.tracks)):
        window.playback.strips.set_strip(number, Strip(is_mute=True))
    dialog = opened(qtbot, window, Qt.Key.Key_M)
    dialog.voices.setChecked(is_per_voice)
    choosing(monkeypatch, tmp_path if is_per_voice else tmp_path / "band.mid")
    told: list[str] = []
    window.studio.notice_requested.connect(lambda notice: told.append(notice.text))
    qtbot.mouseClick(dialog.write_button, LEFT)
    if is_per_voice:
        wait_for(qtbot, lambda: any("silent" in words for words in told))
    else:
        wait_for(qtbot, lambda: "silent" in dialog.status.text())
    assert not list(tmp_path.glob("*.mid"))
    for left in window.composer.findChildren(SoundDialog):
        left.reject()


def test_one_file_and_one_failure_are_said_in_the_singular(qapp: QApplication) -> None:
    good = ExportResult(number=1, title="A", path=Path("out/a.mid"))
    bad = ExportResult(number=2, title="B", path=None, error=SoundError("sound.no_notes"))
    words = outcome_of_all([good, bad], Path("out")).words
    assert words.startswith("1 file is written to out. 1 tune could not be written: ")
    words = outcome_of_all([good, good, bad, bad], Path("out")).words
    assert words.startswith("2 files are written to out. 2 tunes could not be written: ")
