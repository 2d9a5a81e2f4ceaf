"""Models from files, through the window: menu, dialogs, dropping, refusals, and composing then."""

from fnmatch import fnmatch
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from torch import nn

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.learning.checkpoint import ModelHeader, build_model, save_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.paths import models_dir
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.late.late_pages import LatePages
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS

pytestmark = pytest.mark.one_window

WAIT_MS = 120_000
TUNES = "X:1\nT:Kesh\nM:6/8\nL:1/8\nK:G\nGAG GAB|ABA ABd|\n"
KNOWN = "".join(sorted(set(TUNES)))


class LabNetwork(nn.Module):
    """The lab's network, with the lab's names."""

    def __init__(self, vocab_size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, 4)
        self.lstm = nn.LSTM(4, 6, batch_first=True)
        self.fc = nn.Linear(6, vocab_size)


@pytest.fixture
def lab_file(tmp_path: Path) -> Path:
    path = tmp_path / "my_ckpt.pt"
    torch.save(LabNetwork(len(KNOWN)).state_dict(), path)
    return path


@pytest.fixture
def tunes(tmp_path: Path) -> Path:
    path = tmp_path / "tunes.abc"
    path.write_text(TUNES, "utf-8")
    return path


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


def choose(monkeypatch: pytest.MonkeyPatch, model: Path | None, *tunes: Path) -> list[str]:
    """Answer the dialogs; return the list that their titles are added to."""
    titles: list[str] = []

    def one(_parent: object, title: str, *_: object) -> tuple[str, str]:
        titles.append(title)
        return str(model or ""), ""

    def many(_parent: object, title: str, *_: object) -> tuple[list[str], str]:
        titles.append(title)
        return [str(path) for path in tunes], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", one)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", many)
    return titles


def wait_for_outcome(qtbot: QtBot, notices: list[Notice]) -> Notice:
    qtbot.waitUntil(
        lambda: bool(notices) and notices[-1].kind in ("success", "error"), timeout=WAIT_MS
    )
    return notices[-1]


def test_the_labs_model_is_taken_in_and_composes(
    qtbot: QtBot,
    main_window: MainWindow,
    studio: Studio,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    lab_file: Path,
    tunes: Path,
) -> None:
    titles = choose(monkeypatch, lab_file, tunes)
    (action,) = [
        action
        for action in main_window.rooms[Helpers].menus.submenus["train.models"].actions()
        if action.objectName() == "model.import"
    ]
    action.trigger()
    assert titles[-1] == "Which tunes was my_ckpt.pt trained on?"
    assert wait_for_outcome(qtbot, notices).kind == "success", notices[-1].text
    assert "my_ckpt.pt" in notices[-1].text
    assert studio.model is not None
    assert studio.model.path == models_dir() / "my_ckpt.safetensors"
    assert main_window.page_bar.model.currentText() == "my_ckpt"
    main_window.show_page("composer")
    composer = main_window.composer
    composer.rooms[ComposingRoom].form.set_seed("X:1\nK:G\n")
    composer.rooms[ComposingRoom].controller.compose()
    qtbot.waitUntil(lambda: not composer.rooms[ComposingRoom].session.is_composing, timeout=WAIT_MS)
    origin = composer.desk.documents.current.provenance.origin
    assert origin is not None
    assert origin.made.model == "my_ckpt"


def test_other_tunes_are_refused_and_can_be_changed(
    qtbot: QtBot,
    main_window: MainWindow,
    studio: Studio,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    lab_file: Path,
    tunes: Path,
) -> None:
    few = tmp_path / "few.abc"
    few.write_text("X:1\nK:C\n", "utf-8")
    choose(monkeypatch, lab_file, few)
    main_window.registry.action("model.import").trigger()
    notice = wait_for_outcome(qtbot, notices)
    assert notice.kind == "error"
    assert f"has {len(KNOWN)} characters" in notice.text
    assert not models_dir().exists()
    choose(monkeypatch, None, tunes)
    assert notice.action is not None
    notice.action()
    qtbot.waitUntil(lambda: notices[-1].kind == "success", timeout=WAIT_MS)
    assert studio.model is not None
    assert studio.model.name == "my_ckpt"


def test_nothing_happens_when_no_file_is_chosen(
    main_window: MainWindow,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    lab_file: Path,
) -> None:
    assert choose(monkeypatch, None) == []
    main_window.registry.action("model.import").trigger()
    choose(monkeypatch, lab_file)
    main_window.registry.action("model.import").trigger()
    assert notices == []


@pytest.mark.parametrize("page", ["datasets", "composer"])
def test_a_model_of_a_friend_can_be_dropped(
    qtbot: QtBot,
    main_window: MainWindow,
    studio: Studio,
    notices: list[Notice],
    tmp_path: Path,
    page: str,
) -> None:
    config = TrainingConfig(embedding_dim=4, hidden_size=6)
    path = tmp_path / "friend.safetensors"
    save_model(
        path,
        build_model(config, 3),
        ModelHeader(name="Friend's", vocabulary=Vocabulary("abc"), config=config),
    )
    main_window.show_page(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, place = Qt.DropAction.CopyAction, QPoint(600, 400)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, copy, data, left, none)
    QApplication.sendEvent(main_window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(main_window, QDropEvent(QPointF(place), copy, data, left, none))
    assert wait_for_outcome(qtbot, notices).kind == "success", notices[-1].text
    assert studio.model is not None
    assert studio.model.name == "Friend's"


@pytest.mark.parametrize("page", ["datasets", "composer"])
def test_the_notebooks_file_has_no_ending_and_can_be_dropped(
    main_window: MainWindow, lab_file: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    named = lab_file.rename(lab_file.with_name("my_ckpt"))
    titles = choose(monkeypatch, None)
    main_window.show_page(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(named))])
    copy, place = Qt.DropAction.CopyAction, QPoint(600, 400)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    target = main_window.datasets if page == "datasets" else main_window
    enter = QDragEnterEvent(place, copy, data, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(main_window, QDropEvent(QPointF(place), copy, data, left, none))
    assert titles == ["Which tunes was my_ckpt trained on?"]


def test_the_dialog_shows_the_notebooks_file(
    main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    filters: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *wanted: filters.append(wanted[3]) or ("", "")
    )
    main_window.rooms[LatePages].training_side.models.ask()
    patterns = filters[0].partition("(")[2].partition(")")[0].split()
    assert any(fnmatch("my_ckpt", pattern) for pattern in patterns)


@pytest.mark.parametrize("suffix", [".safetensors", ".pt"])
@pytest.mark.parametrize("way", ["model.import", "file.open"])
def test_a_bad_model_is_a_notice_that_names_it(
    qtbot: QtBot,
    main_window: MainWindow,
    studio: Studio,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    suffix: str,
    way: str,
) -> None:
    path = tmp_path / f"bad{suffix}"
    path.write_bytes(b"\x80\x02cos\nsystem\n.")
    before = studio.model
    documents = list(main_window.composer.desk.documents)
    choose(monkeypatch, path, path)
    main_window.registry.action(way).trigger()
    notice = wait_for_outcome(qtbot, notices)
    assert notice.kind == "error"
    assert str(path) in notice.text
    assert studio.model == before
    assert list(main_window.composer.desk.documents) == documents


def test_a_chosen_model_that_was_damaged_since_is_told_when_it_should_compose(
    qtbot: QtBot, main_window: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    config = TrainingConfig(embedding_dim=4, hidden_size=6)
    path = models_dir() / "own.safetensors"
    header = ModelHeader(name="Own", vocabulary=Vocabulary("\n1:X"), config=config)
    save_model(path, build_model(config, 4), header)
    studio.refresh_models()
    studio.choose_model(path)
    path.write_bytes(path.read_bytes()[:-4])
    composer = main_window.composer
    composer.rooms[ComposingRoom].form.set_seed("X:1\n")
    composer.rooms[ComposingRoom].controller.compose()
    qtbot.waitUntil(lambda: composer.rooms[ComposingRoom].form.has_message, timeout=WAIT_MS)
    assert not composer.rooms[ComposingRoom].session.is_composing
    assert str(path) in composer.rooms[ComposingRoom].form.message.text()


@pytest.mark.own_window
def test_the_tunes_are_asked_for_where_the_model_was(
    studio: Studio, qtbot: QtBot, lab_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[str] = []

    def many(_parent: object, _title: str, folder: str, *_: object) -> tuple[list[str], str]:
        folders.append(folder)
        return [], ""

    choose(monkeypatch, lab_file)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", many)
    window = MainWindow(studio)
    qtbot.addWidget(window)
    window.rooms[LatePages].training_side.models.ask()
    assert folders == [str(lab_file.parent)]


@pytest.fixture
def run_folder(tmp_path: Path) -> Path:
    """The folder of a run with its best network."""
    run = tmp_path / "Polkas 2"
    run.mkdir()
    (run / "run.json").write_text("{}", "utf-8")
    config = TrainingConfig(embedding_dim=4, hidden_size=6)
    header = ModelHeader(name="Polkas 2", vocabulary=Vocabulary("\n1:X"), config=config)
    save_model(run / "best.safetensors", build_model(config, 4), header)
    return run


@pytest.mark.own_window
def test_a_model_that_is_named_at_the_start_is_taken_in_before_the_window_is_painted(
    studio: Studio, engraver: Engraver, qtbot: QtBot, run_folder: Path
) -> None:
    window = MainWindow(studio, engraver)
    qtbot.addWidget(window)
    assert window.pages.count() < len(PAGE_IDS)
    window.open_path(run_folder)
    qtbot.waitUntil(
        lambda: studio.model is not None and studio.model.name == "Polkas 2", timeout=WAIT_MS
    )
    window.close()


def test_the_folder_of_a_run_that_is_opened_is_taken_in_as_its_model(
    qtbot: QtBot, main_window: MainWindow, run_folder: Path, notices: list[Notice]
) -> None:
    main_window.open_path(run_folder)
    assert wait_for_outcome(qtbot, notices).kind == "success"
    assert main_window.studio.model is not None
    assert main_window.studio.model.path == models_dir() / "Polkas 2.safetensors"
    assert main_window.page_name == "composer"
