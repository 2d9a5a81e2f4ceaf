"""What a killed program left half written goes at its next start, wherever the person had it."""

import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.lessons.progress import write_answer
from abcstudio.paths import answers_dir, runs_dir, settings_file, takes_dir
from abcstudio.settings import Settings, load_settings
from abcstudio.ui.controls.background_dialog import BackgroundDialog
from abcstudio.ui.playback.bar.midi_handle import FOLDER_PREFIX
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.leftovers import folders_written_to, sweep_leftovers
from abcstudio.ui.window.main_window import MainWindow

BOOK = "X:1\nT:One\nM:4/4\nL:1/4\nK:C\nCDEF|\n\nX:2\nT:Two\nM:4/4\nL:1/4\nK:G\nGABc|\n"
WAIT_MS = 20_000


def left(folder: Path, name: str) -> Path:
    """Make what a writing that was killed long ago leaves of a file."""
    path = folder / f".{name}.12ab34cd.abcstudio.tmp"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"half")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    return path


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's home and the system's place for temporary files, which no other test has seen."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "person"))
    return tmp_path / "person"


def test_what_killed_writers_left_goes_at_the_start(
    qtbot: QtBot, studio: Studio, person: Path
) -> None:
    studio.update_settings(recent_files=(str(person / "music" / "kesh.abc"),))
    studio.will_write_into(person / "sound")
    midi = person.parent / "temporary" / f"{FOLDER_PREFIX}x"
    midi.mkdir()
    os.utime(midi, (1_000_000_000, 1_000_000_000))
    run = runs_dir() / "Quick-1"
    gone = [
        midi,
        left(settings_file().parent, "settings.json"),
        left(takes_dir(), "take-1-ab.json"),
        left(run, "run.json"),
        left(run / "checkpoints", "resume.safetensors"),
        left(run / "takes", "step-000100.abc"),
        left(person, "kesh.abc"),
        left(person / "music", "kesh.abc"),
        left(person / "sound", "b-3.wav"),
    ]
    mine = person / "sound" / ".mine.tmp"
    mine.write_bytes(b"a person's")
    os.utime(mine, (1_000_000_000, 1_000_000_000))
    sweep_leftovers(studio)
    qtbot.waitUntil(lambda: not any(path.exists() for path in gone), timeout=WAIT_MS)
    assert mine.exists()


def save(window: MainWindow, target: Path) -> None:
    files = window.composer.parts.files
    assert files.save_to(window.composer.desk.documents.current, target)


def export(command: str, window: MainWindow, _target: Path) -> None:
    window.registry.action(command).trigger()


def export_by_dialog(command: str, window: MainWindow, _target: Path) -> None:
    window.registry.action(command).trigger()
    (dialog,) = filter(QWidget.isVisible, window.composer.findChildren(BackgroundDialog))
    dialog.write_button.click()


WRITERS: tuple[tuple[Callable[[MainWindow, Path], None], str], ...] = (
    (save, "out.abc"),
    (partial(export, "file.export_musicxml"), "out.musicxml"),
    (partial(export, "file.export_score"), "out.pdf"),
    (partial(export_by_dialog, "file.export_book"), "book.pdf"),
    (partial(export_by_dialog, "file.export_midi"), "out.mid"),
    (partial(export_by_dialog, "file.export_all_sound"), "out.wav"),
)


def test_a_folder_is_known_before_a_file_is_written_there(
    qtbot: QtBot, main_window: MainWindow, person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = main_window.studio
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(BOOK, "book")
    qtbot.waitUntil(
        lambda: main_window.composer.parts.link.drawn_view() is not None, timeout=WAIT_MS
    )
    assert studio.settings.written_folders == ()
    for write, name in WRITERS:
        folder = person / f"for {name}"
        folder.mkdir(parents=True)
        target = folder / name
        ways = {"getSaveFileName": (str(target), ""), "getExistingDirectory": str(folder)}
        for way, answer in ways.items():
            monkeypatch.setattr(QFileDialog, way, partial(_answered, answer))
        write(main_window, target)
        # On the disk too: the program may be killed in the middle of it.
        for settings in (load_settings(settings_file()), studio.settings):
            assert settings.written_folders[0] == str(folder), name
        qtbot.waitUntil(lambda: not studio.is_working, timeout=WAIT_MS)


def _answered(answer: object, *_asked: object) -> object:
    return answer


def test_what_was_cut_off_in_a_lesson_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path))
    write_answer(answers_dir(), "01-sums", "x = 1\n")
    folders = folders_written_to(Settings())
    assert {answers_dir(), answers_dir() / "01-sums"} <= set(folders)
