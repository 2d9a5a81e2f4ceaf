"""The score leaves the window: into files, onto paper, onto the clipboard; a tunebook as PDF.

Over 400 lines: a test for each way out, and they share what draws and opens it.
"""

from collections.abc import Callable
from pathlib import Path

import mido
import pypdfium2
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from abcstudio.engraving.paper.paper import Paper
from abcstudio.errors import EngravingError
from abcstudio.notation.spans import Span
from abcstudio.paths import fonts_dir
from abcstudio.recipes.score_files import ScoreOptions, sheets_of
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.score_commands import ScoreCommands
from abcstudio.ui.exporting.book_dialog import BookDialog
from abcstudio.ui.exporting.sheet_painter import image_of
from abcstudio.ui.exporting.sound_dialog import SoundDialog
from abcstudio.ui.exporting.tune_printer import chosen_sheets, paint_sheets
from abcstudio.ui.score.piece_items import score_font
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

FIRST = "X:1\nT:Гопак\nM:2/4\nL:1/8\nK:D\nDEFG|ABcd|\n"
SECOND = "X:2\nT:Second\nM:4/4\nL:1/8\nK:G\nGABc dedB|G8|\n"
BOOK = f"{FIRST}\n{SECOND}"
LONG = "X:1\nT:Long\nM:4/4\nL:1/8\nK:D\n" + "DEFG ABcd|efga f4|\n" * 30
WAIT_MS = 20_000
COMMANDS = ("file.export_score", "file.copy_score", "file.print", "file.print_preview")


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


@pytest.fixture
def composer(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(BOOK, "book")
    main_window.composer.desk.watch.settle()
    main_window.composer.desk.editor.setFocus()
    return main_window.composer


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())


def choosing(monkeypatch: pytest.MonkeyPatch, target: Path, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), kind))


def pdf_text(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


def wait_for(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=WAIT_MS)


@pytest.mark.parametrize(
    ("name", "start"), [("a.pdf", b"%PDF"), ("a.svg", b"<?xml"), ("a.PNG", b"\x89PNG")]
)
def test_the_tune_at_the_caret_becomes_a_file(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, start: bytes,
) -> None:  # fmt: skip
    choosing(monkeypatch, tmp_path / name)
    press(qtbot, main_window, "file.export_score")
    wait_for(qtbot, lambda: any(notice.kind == "success" for notice in notices))
    assert (tmp_path / name).read_bytes().startswith(start)
    assert notices[-1].action_text


def test_what_is_not_read_of_the_tune_is_named_beside_its_score(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    composer.parts.files.open_text("X:1\nT:Wide\nL:1/4\nK:C\n[" + "C" * 65 + "]4|\n", "wide")
    composer.desk.watch.settle()
    composer.desk.editor.setFocus()
    choosing(monkeypatch, tmp_path / "wide.pdf")
    press(qtbot, main_window, "file.export_score")
    wait_for(qtbot, lambda: notices[-1].kind != "info")
    told = "wide.pdf is written. A chord can have 64 notes at most."
    assert (notices[-1].kind, notices[-1].text) == ("warning", told)
    assert notices[-1].action_text


def test_the_chosen_kind_gives_the_suffix_and_the_caret_the_tune(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    place = BOOK.index("GABc")
    composer.desk.editor.select(Span(place, place))
    choosing(monkeypatch, tmp_path / "op. 1", "SVG drawing (*.svg)")
    press(qtbot, main_window, "file.export_score")
    wait_for(qtbot, lambda: any(notice.kind == "success" for notice in notices))
    assert "Second" in (tmp_path / "op. 1.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", ["Replace", "Cancel"])
def test_a_file_whose_name_was_only_completed_is_not_replaced_unasked(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, verb: str,
) -> None:  # fmt: skip
    (tmp_path / "a.pdf").write_bytes(b"mine")
    choosing(monkeypatch, tmp_path / "a")

    def answer(box: QMessageBox) -> int:
        box.show()
        assert QApplication.activeModalWidget() is box
        assert "a.pdf" in box.text()
        next(b for b in box.buttons() if verb in b.text().replace("&", "")).click()
        return box.result()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    press(qtbot, main_window, "file.export_score")
    if verb == "Replace":
        wait_for(qtbot, lambda: any(notice.kind == "success" for notice in notices))
        assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    else:
        assert (tmp_path / "a.pdf").read_bytes() == b"mine"


def test_a_score_that_cannot_be_written_says_why(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    (tmp_path / "folder.pdf").mkdir()
    choosing(monkeypatch, tmp_path / "folder.pdf")
    press(qtbot, main_window, "file.export_score")
    wait_for(qtbot, lambda: any(notice.kind == "error" for notice in notices))
    assert "folder.pdf" in notices[-1].text


def test_the_score_goes_to_the_clipboard_as_picture_and_drawing(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice]
) -> None:
    QApplication.clipboard().clear()
    press(qtbot, main_window, "file.copy_score")
    wait_for(qtbot, lambda: any(notice.kind == "success" for notice in notices))
    data = QApplication.clipboard().mimeData()
    image = QImage(data.imageData())
    assert image.width() > 1000
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert "#000000" in {
        image.pixelColor(image.width() // 2, y).name() for y in range(image.height())
    }
    assert "Гопак" in bytes(data.data("image/svg+xml").data()).decode()


def test_print_goes_through_the_system_s_dialog(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice],
    tmp_path: Path,
) -> None:  # fmt: skip
    press(qtbot, main_window, "file.print")
    wait_for(qtbot, lambda: bool(composer.findChildren(QPrintDialog)))
    (dialog,) = composer.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    wait_for(qtbot, lambda: any(notice.kind == "success" for notice in notices))
    # Printed into a file: that it is there, and a way to it.
    assert (notices[-1].text, notices[-1].action_text) == ("printed.pdf is written.", "Open")
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == 1
    ink = document[0].render(scale=1).to_pil().convert("L").histogram()
    assert sum(ink[:128]) > 200
    document.close()


def test_only_the_chosen_sheets_are_printed(qapp: QApplication, tmp_path: Path) -> None:
    sheets = sheets_of(LONG, "", ScoreOptions(fonts_dir()))
    assert len(sheets) == 3
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    assert paint_sheets(printer, chosen_sheets(printer, sheets))
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == 2
    document.close()


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_what_cannot_be_printed_is_said(
    qtbot: QtBot, composer: ComposerPage, notices: list[Notice], tmp_path: Path
) -> None:
    from abcstudio.workers.scores import TuneText

    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    composer.rooms[ScoreCommands].printer.print_to(printer, TuneText(FIRST, "", "Гопак"))
    wait_for(qtbot, lambda: any(notice.kind == "error" for notice in notices))
    assert "printer" in notices[-1].text


def test_the_preview_shows_the_sheets_and_follows_the_paper(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, studio: Studio
) -> None:
    composer.parts.files.open_text(LONG, "long")
    composer.desk.watch.settle()
    press(qtbot, main_window, "file.print_preview")
    preview = composer.rooms[ScoreCommands].preview
    assert preview is not None
    wait_for(qtbot, lambda: len(preview.sheets) == 3)
    assert preview.preview.pageCount() == 3
    preview.choice.staff.setValue(4.0)
    wait_for(qtbot, lambda: len(preview.sheets) < 3)
    preview.choice.paper.setCurrentIndex(preview.choice.paper.findData("letter"))
    preview.choice.paper.activated.emit(1)
    wait_for(qtbot, lambda: preview.sheets[0].width == 612)
    assert (studio.settings.paper, studio.settings.staff_mm) == ("letter", 4.0)
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_the_preview_says_why_there_is_nothing(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise EngravingError("engraving.failed")

    monkeypatch.setattr(main_window.engraver, "engraved", fail)
    press(qtbot, main_window, "file.print_preview")
    preview = composer.rooms[ScoreCommands].preview
    assert preview is not None
    wait_for(qtbot, lambda: "ended" in preview.state.sentence.text())
    assert not preview.print_button.isEnabled()
    preview.close()


def test_a_tunebook_becomes_one_document(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    choosing(monkeypatch, tmp_path / "book")
    press(qtbot, main_window, "file.export_book")
    (dialog,) = composer.findChildren(BookDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    dialog.title.setText("Мій збірник")
    assert not dialog.front.isChecked()
    dialog.front.setChecked(True)
    qtbot.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    wait_for(qtbot, lambda: any(notice.kind == "success" for notice in notices))
    pages = pdf_text(tmp_path / "book.pdf")
    assert "Мій збірник" in pages[0]
    assert "Second" in pages[1]
    qtbot.waitUntil(lambda: not composer.findChildren(BookDialog), timeout=WAIT_MS)


def test_a_tunebook_can_be_stopped(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, tmp_path: Path
) -> None:
    composer.parts.files.open_text("\n\n".join([LONG.strip()] * 60), "long")
    composer.desk.watch.settle()
    press(qtbot, main_window, "file.export_book")
    (dialog,) = composer.findChildren(BookDialog)
    dialog.write_to(tmp_path / "book.pdf")
    wait_for(qtbot, lambda: dialog.bar.value() > 1)
    assert not dialog.title.isEnabled()
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    wait_for(qtbot, lambda: "Nothing" in dialog.status.text())
    assert not (tmp_path / "book.pdf").exists()
    assert dialog.write_button.isEnabled()
    dialog.reject()


def test_a_tunebook_needs_a_title_and_not_too_many_tunes(
    qtbot: QtBot, studio: Studio, main_window: MainWindow, composer: ComposerPage
) -> None:
    tunes = composer.desk.watch.tunes
    dialog = BookDialog(studio, main_window.engraver, tunes, "", "", composer)
    assert not dialog.write_button.isEnabled()
    dialog.title.setText("Title")
    assert dialog.write_button.isEnabled()
    long = BookDialog(studio, main_window.engraver, tunes * 1000, "Title", "", composer)
    assert not long.write_button.isEnabled()
    for number in (1000 * len(tunes), 1000):
        assert QLocale().toString(number) in long.status.text()
    for made in (dialog, long):
        made.close()


def test_tunes_of_a_dataset_become_a_tunebook(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "mine.abc").write_text(BOOK, encoding="utf-8")
    main_window.show_page("datasets")
    main_window.datasets.add_source(tmp_path / "mine.abc")
    wait_for(qtbot, lambda: len(main_window.datasets.browser.table.tunes) == 2)
    main_window.registry.action("datasets.export_book").trigger()
    (dialog,) = main_window.datasets.findChildren(BookDialog)
    assert dialog.title.text() == "mine"
    dialog.write_to(tmp_path / "mine.pdf")
    wait_for(qtbot, (tmp_path / "mine.pdf").exists)
    (sheet,) = pdf_text(tmp_path / "mine.pdf")
    assert "Гопак" in sheet
    assert "Second" in sheet


def test_what_holds_for_every_tune_of_a_file_goes_out_with_each(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    composer.parts.files.open_text(f"%abc-2.1\nC:Nobody\nQ:1/4=200\n\n{FIRST}", "headed")
    composer.desk.watch.settle()
    for action_id, name in (("file.export_midi", "a.mid"), ("file.export_score", "a.svg")):
        choosing(monkeypatch, tmp_path / name)
        press(qtbot, main_window, action_id)
        for dialog in composer.findChildren(SoundDialog):
            qtbot.keyClick(dialog, Qt.Key.Key_Return)
        wait_for(qtbot, (tmp_path / name).exists)
        wait_for(qtbot, lambda: not composer.findChildren(SoundDialog))
        # No window manager does it here.
        main_window.activateWindow()
        wait_for(qtbot, main_window.isActiveWindow)
    tempos = [m.tempo for m in mido.MidiFile(tmp_path / "a.mid").tracks[0] if m.type == "set_tempo"]
    assert tempos == [300_000]
    assert "Nobody" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_commands_say_why_they_sleep(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    actions = main_window.registry
    assert all(actions.action(name).isEnabled() for name in (*COMMANDS, "file.export_book"))
    composer.parts.files.open_text(FIRST, "one")
    composer.desk.watch.settle()
    assert all(actions.action(name).isEnabled() for name in COMMANDS)
    assert not actions.action("file.export_book").isEnabled()
    assert "second tune" in actions.action("file.export_book").toolTip()
    composer.parts.files.new()
    composer.desk.watch.settle()
    assert not any(actions.action(name).isEnabled() for name in COMMANDS)
    assert "no tune" in actions.action("file.print").toolTip()


def test_every_control_of_preview_and_book_says_its_name(
    qtbot: QtBot, studio: Studio, main_window: MainWindow, composer: ComposerPage
) -> None:
    press(qtbot, main_window, "file.print_preview")
    preview = composer.rooms[ScoreCommands].preview
    assert preview is not None
    wait_for(qtbot, lambda: bool(preview.sheets))
    book = BookDialog(studio, main_window.engraver, composer.desk.watch.tunes, "T", "", composer)
    book.show()
    for window in (preview, book):
        reached = [
            widget
            for widget in window.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        ]
        assert len(reached) > 6
        for widget in reached:
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or words, type(widget).__name__
            assert widget.toolTip(), type(widget).__name__
        window.close()


def test_screen_and_paper_are_written_with_the_same_letters(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontInfo, QFontMetricsF

    from abcstudio.engraving.drawing.typefaces import FAMILY, Typefaces

    font = score_font()
    font.setPixelSize(1000)
    assert QFontInfo(font).family() == FAMILY
    for is_bold, is_italic in ((False, False), (True, False), (False, True), (True, True)):
        font.setBold(is_bold)
        font.setItalic(is_italic)
        on_screen = QFontMetricsF(font).horizontalAdvance("Козачок")
        on_paper = Typefaces(fonts_dir()).width("Козачок", 1000, is_bold, is_italic)
        assert on_screen == pytest.approx(on_paper, rel=0.01)


def test_a_picture_stays_within_bounds(qapp: QApplication) -> None:
    (sheet,) = sheets_of(FIRST, "", ScoreOptions(fonts_dir(), Paper()))
    from dataclasses import replace

    image = image_of(replace(sheet, height=1e6))
    assert image.width() * image.height() < 41_000_000
