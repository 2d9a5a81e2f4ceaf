"""Own and foreign files that are damaged or no files: they cost themselves only, and it is said.

Over 400 lines: each of the program's files is damaged in the same ways.
"""

import errno
import json
import os
from pathlib import Path

import pytest
from own_files import CASES, Case, start
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from abcstudio.composing.provenance import Provenance
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.files import UnwritableFileError
from abcstudio.guarded_files import UnreadableFileError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.paths import own_folders, settings_file, snippets_file
from abcstudio.settings import load_settings
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents import document_files
from abcstudio.ui.documents.autosave import Autosave
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS
from abcstudio.ui.words.translation import error_sentence
from tests.ui.events import deliver_events

posix = pytest.mark.skipif(os.name == "nt", reason="no pipes and devices among files")


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


def lost(folder: Path, number: int, **facts: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"dead-{number}.json"
    content = {"name": f"Take {number}", "path": None, "text": f"X:{number}\nK:C\nC\n", **facts}
    copy.write_text(json.dumps(content), encoding="ascii")
    return copy


def odd_copies(folder: Path) -> list[Path]:
    """Put copies there that nobody can read."""
    folder.mkdir(parents=True, exist_ok=True)
    names = ("deep", "pipe", "zero", "folder", "half", "list", "binary")
    deep, pipe, zero, directory, half, listed, binary = made = [
        folder / f"{name}-1.json" for name in names
    ]
    deep.write_text('{"text":' * 100_000)
    os.mkfifo(pipe)
    zero.symlink_to("/dev/zero")
    directory.mkdir()
    half.write_text('{"name": "x", "te')
    listed.write_text('{"name": ["x"], "path": 7, "text": null}')
    binary.write_bytes(b"\xff\x00\xfe")
    return made


@posix
def test_odd_copies_stop_the_recovery_of_no_other(
    qtbot: QtBot, main_window: MainWindow, home: Path, notices: list[Notice]
) -> None:
    folder = home / "data" / "autosave"
    odd = odd_copies(folder)
    for number in (1, 2, 3):
        lost(folder, number, place=number)
    recovery = main_window.composer.rooms[TextsRoom].recovery
    recovery.offer()
    # One of the copies is large: it is read in the background.
    qtbot.waitUntil(lambda: len(notices) > 1, timeout=20_000)
    # First what is offered, then one notice for all that cannot be used.
    offer, damaged = notices
    assert offer.text.startswith("3 texts were not saved. Their copies are from ")
    assert damaged.text.startswith("The safety copy of ")
    assert damaged.text.endswith(f"{len(odd) - 1} more files of its folder.")
    recovery.recover()
    documents = main_window.composer.desk.documents
    assert [document.text()[:3] for document in documents] == ["X:1", "X:2", "X:3"]
    assert not any(copy.exists() or copy.is_symlink() for copy in odd)
    assert all((folder / f"{copy.name}.damaged").exists() for copy in odd if copy.stem != "zero-1")


def test_a_text_that_fails_to_open_stops_no_other(
    main_window: MainWindow,
    home: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = home / "data" / "autosave"
    for number in (1, 2, 3):
        lost(folder, number, place=number)
    opened = Document.recover

    def fail_for_one(document: Document, text: str) -> None:
        if text.startswith("X:2"):
            raise RuntimeError("odd")
        opened(document, text)

    monkeypatch.setattr(Document, "recover", fail_for_one)
    main_window.composer.rooms[TextsRoom].recovery.recover()
    assert [d.text()[:3] for d in main_window.composer.desk.documents] == ["X:1", "X:3"]
    assert " of an unsaved text cannot be used: " in notices[-1].text
    assert (folder / "dead-2.json.damaged").is_file()


def test_the_offer_to_recover_stays_until_it_is_answered_and_covers_nothing(
    qtbot: QtBot, main_window: MainWindow, studio: Studio, home: Path
) -> None:
    for number, page in enumerate(PAGE_IDS, start=1):
        lost(home / "data" / "autosave", number)
        main_window.show_page(page)
        main_window.composer.rooms[TextsRoom].recovery.offer()
        deliver_events()
        row = main_window.standing_notice
        assert row.action_button.text() == "Recover"
        page_shown = main_window.pages.widget_of(page)
        for other in (main_window.page_bar, page_shown, main_window.transport):
            corner = other.mapTo(main_window, other.rect().topLeft())
            place = row.mapTo(main_window, row.rect().topLeft())
            assert not QRect(corner, other.size()).intersects(QRect(place, row.size())), page
        studio.notify("Something else happened.")
        assert main_window.notices.text.text() == "Something else happened."
        assert row.isVisible()
        main_window.notices.put_away()  # As its time does.
        qtbot.mouseClick(row.action_button, Qt.MouseButton.LeftButton)
        assert main_window.composer.desk.editor.text() == f"X:{number}\nK:C\nC\n"
        assert not row.isVisible()


def test_settings_that_do_not_fit_are_named(main_window: MainWindow, studio: Studio) -> None:
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"volume": "loud", "theme": 5}', encoding="utf-8")
    load_settings(path, studio.tell_damaged)
    words = main_window.standing_notice.text.text()
    assert words.startswith("What stands in settings.json for theme, volume does not fit")
    assert words.endswith("The file as it was is kept as settings.json.damaged.")


@pytest.mark.one_window
@posix
def test_a_chosen_model_that_is_a_pipe_is_not_called_missing(
    main_window: MainWindow, studio: Studio, tmp_path: Path, notices: list[Notice]
) -> None:
    pipe = tmp_path / "pipe.pt"
    os.mkfifo(pipe)
    studio.update_settings(model=str(pipe))
    studio.tell_lost_model()
    assert notices[-1].text == (
        "The model pipe cannot be read: it is a pipe or a device, not a file."
    )


@pytest.mark.one_window
def test_what_stays_is_answered_one_after_the_other(
    qtbot: QtBot, main_window: MainWindow, studio: Studio
) -> None:
    row = main_window.standing_notice
    for words in ("One.", "Two."):
        studio.notify(words, "warning", stays=True)
    assert row.text.text() == "One."
    qtbot.mouseClick(row.close_button, Qt.MouseButton.LeftButton)
    assert row.text.text() == "Two."
    qtbot.mouseClick(row.close_button, Qt.MouseButton.LeftButton)
    assert not row.isVisible()


@pytest.mark.one_window
def test_the_warning_of_missing_copies_stands_until_a_copy_succeeds(
    main_window: MainWindow,
    studio: Studio,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def write(_path: Path, _content: bytes) -> None:
        raise full

    composer, row = main_window.composer, main_window.standing_notice
    composer.desk.editor.insertPlainText("X:1\nK:C\nC\n")
    studio.notify("One.", stays=True)
    with monkeypatch.context() as patch:
        patch.setattr("abcstudio.workers.autosave.atomic_write", write)
        for _ in range(3):
            composer.parts.autosave.write()
        assert row.text.text() == "One."
        row.put_away()
        assert row.text.text().startswith("A safety copy of your text cannot be written")
        assert not main_window.notices.isVisible()
    assert caplog.text.count("Unsaved text cannot be copied") == 1
    composer.parts.autosave.write()
    assert row.notice is None
    composer.desk.editor.insertPlainText("%")
    monkeypatch.setattr("abcstudio.workers.autosave.atomic_write", write)
    composer.parts.autosave.write()
    assert row.text.text().startswith("A safety copy of your text cannot be written")


def test_a_lost_text_of_an_odd_name_is_opened(main_window: MainWindow, home: Path) -> None:
    for number, name in enumerate(("", "[*]", "a[*", "&[*][*]"), start=1):
        lost(home / "data" / "autosave", number, name=name)
        # A warning of Qt fails the test: a title without a place for the star brings one.
        main_window.composer.rooms[TextsRoom].recovery.recover()
        assert main_window.composer.document_name == (name or "Untitled")
        assert main_window.isWindowModified()
        main_window.composer.desk.documents.current.set_title("")
        main_window.show_title()


def test_a_lost_text_is_offered_and_opened_by_its_title(
    main_window: MainWindow, home: Path, notices: list[Notice]
) -> None:
    folder = home / "data" / "autosave"
    lost(folder, 1, name="Untitled", text="X:1\nT:Bessy But\nK:C\nC\n")
    main_window.composer.rooms[TextsRoom].recovery.offer()
    assert notices[-1].text.startswith("Bessy But was not saved. Its copy is from ")
    main_window.composer.rooms[TextsRoom].recovery.recover()
    assert main_window.composer.document_name == "Bessy But"
    assert main_window.windowTitle().startswith("Bessy But")


def test_a_notice_of_the_start_stands_where_notices_stand(
    qtbot: QtBot, studio: Studio, engraver: Engraver
) -> None:
    window = MainWindow(studio, engraver)
    qtbot.addWidget(window)
    studio.notify("The preferences cannot be saved.", "warning")
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.notices.is_at_rest)
    window.end_without_asking()


def test_recovered_takes_keep_their_star_their_place_and_their_origin(
    qapp: object, main_window: MainWindow, home: Path
) -> None:
    folder = home / "data" / "autosave"
    documents = Documents()
    autosave = Autosave(documents, folder)
    origin = TakeOrigin(
        made=Provenance(
            model="Folk",
            fingerprint="",
            prompt="X:1\n",
            sampling=SamplingConfig(rng_seed=7),
            takes=3,
        ),
        model_path=Path("m.safetensors"),
    )
    for number in range(3):
        document = Document(f"Take {number}", f"X:{number}\nK:C\nC\n")
        document.provenance.origin = origin
        document.provenance.take_number = number + 1
        documents.add(document)
        document.set_kept(number != 1)
    documents.current.replace_text("X:2\nK:D\nD\n")
    next(iter(documents)).set_kept(False)
    autosave.write()
    next(iter(documents)).set_kept(True)
    autosave.close(keep_copies=True)
    composer = main_window.composer
    composer.rooms[TextsRoom].recovery.recover()
    found = list(composer.desk.documents)
    assert [d.name for d in found] == ["Take 0", "Take 2"]
    assert [d.text() for d in found] == ["X:0\nK:C\nC\n", "X:2\nK:D\nD\n"]
    assert [(d.is_kept, d.is_modified, d.provenance.origin) for d in found] == [
        (True, False, origin),
        (True, True, origin),
    ]
    takes = composer.rooms[TakesRoom].list.takes
    assert [takes.take_at(row).name for row in range(takes.rowCount())] == ["Take 2", "Take 0"]
    assert [takes.take_at(row).provenance.take_number for row in range(takes.rowCount())] == [3, 1]


@pytest.mark.one_window
def test_damaged_snippets_are_kept_and_told_of_until_answered(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    path = snippets_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"snippets": [{"name": "a", "body": "b"},]}', encoding="utf-8")
    main_window.registry.action("edit.insert").trigger()
    bar = main_window.standing_notice
    qtbot.waitUntil(lambda: "snippets.json cannot be used: it is damaged" in bar.text.text())
    assert "kept as snippets.json.damaged" in bar.text.text()
    assert bar.isVisible()
    assert path.with_name("snippets.json.damaged").is_file()


@pytest.mark.one_window
@posix
@pytest.mark.parametrize("kind", ["pipe", "zero", "huge", "folder"])
def test_an_open_file_that_became_something_else_is_not_read(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path, notices: list[Notice], kind: str
) -> None:
    path = tmp_path / "kesh.abc"
    path.write_text("X:1\nK:C\nC\n", encoding="utf-8")
    main_window.open_path(path)
    notices.clear()
    path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "zero":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    else:
        with path.open("wb") as file:
            file.truncate(3_000_000_000)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    (notice,) = notices
    if kind == "huge":
        assert notice.text == "kesh.abc was changed by another program."
        assert notice.action is not None
        notice.action()
        # A large file is read in the background.
        qtbot.waitUntil(lambda: len(notices) > 1)
        assert notices[-1].text.endswith("cannot be read: it is larger than 5 MB.")
    else:
        assert notice.text == "kesh.abc is no longer a file. Save your text under another name."
    assert main_window.composer.desk.editor.text() == "X:1\nK:C\nC\n"


@pytest.mark.one_window
@posix
@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("pipe", "it is a pipe or a device, not a file"),
        ("zero", "it is a pipe or a device, not a file"),
        ("folder", "it is a folder"),
        ("loop", "it is a link that leads back to itself"),
    ],
)
def test_what_is_no_longer_a_file_is_saved_under_another_name_only(
    main_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, why: str
) -> None:
    path = tmp_path / "kesh.abc"
    path.write_text("X:1\nK:C\nC\n", encoding="utf-8")
    main_window.open_path(path)
    path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "zero" else path)
    files = main_window.composer.parts.files
    asked: list[tuple[str, list[str]]] = []

    def ask(question: str, _details: str, verbs: list[str]) -> int:
        asked.append((question, verbs))
        return len(asked) - 1

    monkeypatch.setattr(files, "ask", ask)
    other = tmp_path / "other.abc"
    monkeypatch.setattr(document_files, "ask_target", lambda *_: other)
    assert files.save()
    assert other.read_text(encoding="utf-8") == "X:1\nK:C\nC\n"
    question = f"kesh.abc is no longer a file: {why}."
    assert asked == [(question, ["Save under another name", "Cancel"])]
    assert not path.is_file()


@posix
def test_a_pipe_chosen_as_tunes_or_music_is_refused_in_words(
    qtbot: QtBot,
    main_window: MainWindow,
    tmp_path: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: pytest.fail("asks for tunes"))
    for name in ("tunes.abc", "jig.mid", "net.safetensors", "lab.pt", "own.sf2"):
        os.mkfifo(tmp_path / name)
    main_window.show_page("datasets")
    main_window.datasets.read(tmp_path / "tunes.abc")
    state = main_window.datasets.parts.views.state
    qtbot.waitUntil(lambda: state.title.text() == "These tunes cannot be read", timeout=20_000)
    for name in ("jig.mid", "net.safetensors", "lab.pt"):
        notices.clear()
        main_window.open_path(tmp_path / name)
        qtbot.waitUntil(lambda: any(n.kind == "error" for n in notices), timeout=20_000)
    notices.clear()
    main_window.studio.update_settings(sound_font=str(tmp_path / "own.sf2"))
    main_window.show_page("composer")
    main_window.playback.play()
    qtbot.waitUntil(
        lambda: any("own.sf2 cannot be read" in n.text for n in notices), timeout=20_000
    )


@pytest.mark.one_window
def test_a_file_that_another_program_emptied_counts_as_changed(
    main_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "kesh.abc"
    path.write_text("X:1\nK:C\nC\n", encoding="utf-8")
    main_window.open_path(path)
    path.write_bytes(b"")
    assert main_window.composer.desk.documents.current.was_changed_outside()


def test_an_error_says_whether_reading_or_writing_failed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # `make run` may have left a tune.abc in the folder of the sources.
    monkeypatch.chdir(tmp_path)
    full = UnwritableFileError(errno.ENOSPC, "No space left on device", "tune.abc")
    denied = UnreadableFileError(errno.EACCES, "Permission denied", "tune.abc")
    made = PermissionError(errno.EACCES, "Permission denied", "folder")
    full_too = OSError(errno.ENOSPC, "No space left on device", "folder")
    assert error_sentence(full).startswith("tune.abc cannot be written: No space left on device")
    assert error_sentence(full_too).startswith("folder cannot be written: No space")
    assert error_sentence(denied) == "tune.abc cannot be read: Permission denied."
    # Of an old file it speaks where there is one.
    there = tmp_path / "there.abc"
    there.touch()
    assert error_sentence(full).endswith("on device.")
    full.filename = str(there)
    assert error_sentence(full).endswith("on device. The old file is unchanged.")
    assert error_sentence(made) == "folder cannot be used: Permission denied."


@posix
def test_every_own_file_damaged_at_once_and_the_window_opens(tmp_path: Path) -> None:
    seen = start(next(case for case in CASES if case.name == "everything at once"), tmp_path)
    assert seen.problems == []


@posix
@pytest.mark.parametrize("has_place", [True, False])
def test_a_user_without_a_home_gets_a_window(tmp_path: Path, has_place: bool) -> None:
    name = "no home, but a place" if has_place else "no home"
    seen = start(next(case for case in CASES if case.name == name), tmp_path)
    assert seen.problems == []


def block(folder: Path, how: str) -> None:
    """Put something that holds no files in the place of a folder."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    if how == "a file":
        folder.write_bytes(b"in the way")
    elif how == "a dead link":
        folder.symlink_to("nowhere")
    else:
        folder.mkdir(mode=0o500 if how == "a folder to be read only" else 0)
        if os.access(folder, os.W_OK):
            pytest.skip("root may do everything")


@posix
@pytest.mark.parametrize("place", range(len(own_folders())))
@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("a file", "it is not a folder"),
        ("a dead link", "it is a link that leads nowhere"),
        ("a closed folder", os.strerror(errno.EACCES)),
        ("a folder to be read only", os.strerror(errno.EACCES)),
    ],
)
def test_each_own_folder_that_holds_no_files_is_told_of_once(
    studio: Studio, home: Path, notices: list[Notice], place: int, how: str, why: str
) -> None:
    studio.tell_unusable_folders()
    assert notices == []
    folder = own_folders()[place]
    block(folder, how)
    studio.tell_unusable_folders()
    (notice,) = notices
    assert notice.text == (
        f"{folder} cannot be used: {why}. What belongs there cannot be kept: put that right, or "
        "start the studio with ABCSTUDIO_HOME set to another folder."
    )
    assert notice.stays


@posix
def test_a_data_folder_that_is_none_is_told_of_at_the_start(tmp_path: Path) -> None:
    seen = start(next(case for case in CASES if case.name == "data a file"), tmp_path)
    assert seen.problems == []
    assert f"{tmp_path / 'home' / 'data'} cannot be used: it is not a folder" in seen.told


def test_a_start_that_fails_says_why_in_a_window(tmp_path: Path) -> None:
    case = Case("a fault of the start", fault="raise", expects="failure")
    seen = start(case, tmp_path)
    assert seen.problems == []
    assert "made a mistake of its own" in seen.told


def test_names_that_nobody_can_look_at_cost_themselves_only(
    qtbot: QtBot, studio: Studio, engraver: Engraver, notices: list[Notice], tmp_path: Path
) -> None:
    nowhere = tmp_path / ("x" * 300) / "a.abc"
    studio.update_settings(sources=(str(nowhere),), recent_files=(str(nowhere),))
    window = MainWindow(studio, engraver)
    qtbot.addWidget(window)
    rows = window.datasets.parts.source_list.list
    assert any("Missing" in rows.item(row).text() for row in range(rows.count()))
    window.open_path(nowhere)
    assert "cannot be read" in notices[-1].text
    window.end_without_asking()


@pytest.mark.one_window
@posix
def test_an_open_file_in_a_folder_that_was_closed_is_told_of(
    main_window: MainWindow, notices: list[Notice], tmp_path: Path
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    path = folder / "a.abc"
    path.write_text("X:1\nK:C\nC|\n")
    main_window.open_path(path)
    folder.chmod(0)
    if os.access(path, os.F_OK):
        pytest.skip("root may enter every folder")
    try:
        main_window.composer.rooms[TextsRoom].outside_changes.look()
    finally:
        folder.chmod(0o755)
    assert notices[-1].text.startswith("a.abc was deleted or moved")
