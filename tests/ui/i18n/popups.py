"""Every dialog, popup and menu of the window: how each one comes up, and what the code can open.

The two are compared, so that a new one is not forgotten.
"""

import ast
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

import abcstudio.ui
from abcstudio.app import StartFailureDialog
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.given_text import FileRemark
from abcstudio.corpus.sources import SourceReading
from abcstudio.messages import Phrase
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.takes.comparing.comparison_dialog import ComparisonDialog
from abcstudio.ui.composer.takes.comparing.shown_take import ShownTake
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.composer.tunebook.room import TunebookRoom
from abcstudio.ui.controls.search_overlay import SearchOverlay
from abcstudio.ui.controls.target_dialog import may_replace
from abcstudio.ui.datasets.source_remarks import RemarksDialog
from abcstudio.ui.documents.closing.closing_dialog import ClosingDialog
from abcstudio.ui.documents.closing.unsaved_text import UnsavedText
from abcstudio.ui.editor.completion_popup import CompletionPopup
from abcstudio.ui.training.stopping_question import StoppingQuestion
from abcstudio.ui.window.crashes.crash_reporter import CrashDialog
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.words.translation import message
from abcstudio.workers.tunes import TunesRead
from tests.deadline import until
from tests.ui.events import deliver_events
from tests.ui.i18n.conftest import TUNE

Opener = Callable[[MainWindow], object]

_CODE = Path(abcstudio.ui.__file__).parent
_MADE_IN_PLACE = (
    "QMenu", "QInputDialog", "MessageBox", "ChoiceDialog", "createStandardContextMenu",
    "offer_row_menu",
)  # fmt: skip
_MAY_OPEN = re.compile("Dialog|Menu|MessageBox|WindowType|Popup|Overlay|_menu")
_ROOTS = frozenset({"QDialog", "QMessageBox", "SearchOverlay"})
_OWN_WINDOWS = frozenset({"Popup", "Window", "ToolTip", "Tool"})
_NAMED_SO = "Popup"
_ONLY_BASES = frozenset({"BackgroundDialog", "MessageBox", "SearchOverlay", "ChoiceDialog"})


def places_in_code() -> set[str]:
    """Return the classes that are windows of their own, and the places that make other ones."""
    classes: dict[str, set[str]] = {}
    places = set[str]()
    for path in (_CODE.parent / "app.py", *_CODE.rglob("*.py")):
        code = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(code)) if _MAY_OPEN.search(code) else ():
            if isinstance(node, ast.ClassDef):
                classes[node.name] = {_name(base) for base in node.bases}
                if any(_is_own_window(each) for each in ast.walk(node)):
                    classes[node.name].add("QDialog")
            elif isinstance(node, ast.Call) and _name(node.func) in _MADE_IN_PLACE:
                places.add(f"{_place_of(path)}: {_name(node.func)}")

    def is_window(name: str) -> bool:
        return any(base in _ROOTS or is_window(base) for base in classes.get(name, ()))

    found = {name for name in classes if is_window(name) or name.endswith(_NAMED_SO)}
    return places | (found - _ONLY_BASES)


def _place_of(path: Path) -> str:
    """Return the name of a module, and of a room's folder where a room makes it itself."""
    return path.parent.name if path.stem == "room" else path.stem


def _name(node: ast.expr) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def _is_own_window(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr in _OWN_WINDOWS
        and _name(node.value) == "WindowType"
    )


def _until(condition: Callable[[], bool], *, what: str) -> None:
    def is_so() -> bool:
        deliver_events()
        return condition()

    until(is_so, 180, what=what)


def fill(window: MainWindow, file: Path) -> None:
    """Show a file as a source and in the editor, and a run: what dialogs can be asked of."""
    page = window.datasets
    page.add_source(file)
    _until(lambda: len(page.browser.table.tunes) == 2, what="the file is listed")
    page.browser.table.selectRow(0)
    runs = window.training.parts.runs.list
    window.show_page("training")
    _until(lambda: runs.count() == 1, what="the run is listed")
    runs.setCurrentRow(0)
    window.show_page("composer")
    composer = window.composer
    composer.open_path(file)
    _until(lambda: composer.desk.documents.current.path == file, what="the file is open")
    composer.desk.watch.settle()
    window.registry.action("tune.keep_in_book").trigger()
    composer.rooms[TakesRoom].list.takes.add(composer.desk.documents.current, TuneFacts())


def is_over(widget: QWidget, window: MainWindow) -> bool:
    """Whether a widget is in a window of its own, or lies over the pages."""
    parent: QWidget | None = widget
    while parent is not None and parent is not window:
        if parent.isWindow() or isinstance(parent, SearchOverlay | CompletionPopup):
            return True
        parent = parent.parentWidget()
    return False


def put_away(window: MainWindow) -> None:
    """Close what is open beside the window and over it, and show the text of the file again."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
    for over in window.findChildren(SearchOverlay):
        over.go_away()
    composer = window.composer
    composer.desk.documents.make_current(
        next(each for each in composer.desk.documents if each.path)
    )
    composer.desk.watch.settle()
    composer.desk.editor.setFocus()
    deliver_events()


def triggered(*action_ids: str) -> Opener:
    """Return what triggers commands one after the other."""

    def trigger(window: MainWindow) -> None:
        for action_id in action_ids:
            window.registry.action(action_id).trigger()

    return trigger


def in_composer(action_id: str) -> Opener:
    """Return what shows the composer and triggers a command, which is off on other pages."""

    def trigger(window: MainWindow) -> None:
        window.show_page("composer")
        window.registry.action(action_id).trigger()

    return trigger


def right_click(view: Callable[[MainWindow], QAbstractItemView]) -> Opener:
    """Return what asks for the menu of a list's first row."""

    def click(window: MainWindow) -> None:
        found = view(window)
        found.setCurrentIndex(found.model().index(0, 0))
        assert found.currentIndex().isValid(), "the list is empty"
        found.customContextMenuRequested.emit(QPoint(8, 8))

    return click


def _right_click_on_text(text: QWidget) -> None:
    place = QPoint(4, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, text.mapToGlobal(place))
    QApplication.sendEvent(text, event)


def _compare(window: MainWindow) -> None:
    one = ShownTake(key="1", text=TUNE, name="1 · Кеш", kind="G", lines=(), found=None)
    other = ShownTake(key="2", text=TUNE, name="2 · Кеш", kind="G", lines=(), found=None)
    ComparisonDialog((one, other), window.playback, window.engraver, window.studio, window).open()


def _note_menu(window: MainWindow) -> None:
    window.composer.desk.watch.settle()
    window.composer.parts.score.menu_requested.emit(TUNE.index("G_B"), QPoint(8, 8))


def _tab_menu(window: MainWindow) -> None:
    tabs = window.composer.rooms[TextsRoom].tabs
    tabs.menu_of(tabs.documents()[0]).popup(QPoint(8, 8))


def _crash(window: MainWindow) -> None:
    dialog = CrashDialog(Path("/home/olena/log"), window)
    dialog.add_report("Traceback")
    dialog.show()


def _remarks(window: MainWindow) -> None:
    folder = Path("/home/olena/мелодії")
    guess = Phrase("encoding.read_as", {"encoding": Phrase("encoding.cp1251")})
    skipped = FileRemark(folder / "ноти.abc", Phrase("file.not_found", {"path": "ноти.abc"}))
    read = TunesRead(
        path=folder,
        reading=SourceReading(
            tunes=(),
            skipped=(skipped,),
            guessed=(FileRemark(folder / "рил.abc", guess),),
            others=22,
        ),
        index=TuneIndex(()),
    )
    RemarksDialog(read, window).show()


def _start_failure(window: MainWindow) -> None:
    dialog = StartFailureDialog(message("file.not_found", {"path": "кеш.abc"}), "Traceback")
    dialog.setParent(window, dialog.windowFlags())
    dialog.show()


def _close_unsaved(window: MainWindow) -> None:
    window.composer.desk.write(Span(0, 0), "% \n")
    window.registry.action("file.close").trigger()
    window.registry.action("edit.undo").trigger()


def _closing(window: MainWindow) -> None:
    folder = Path("/home/olena/мелодії")
    texts = (
        UnsavedText("кеш.abc", folder / "кеш.abc", "кеш"),
        UnsavedText("Спроба 7, Рил", None, "Рил"),
        UnsavedText("Без назви", None, "Без назви"),
    )
    dialog = ClosingDialog(texts, folder, "Тренування зупиниться.", window)
    dialog.boxes[2].setChecked(False)
    dialog.show()


def _list_of(panel: str, view: Callable[[MainWindow], QAbstractItemView]) -> Opener:
    """Return what asks for the menu of a list beside the text."""

    def click(window: MainWindow) -> None:
        window.composer.parts.side.show_panel(panel)
        _until(lambda: view(window).model().rowCount() > 0, what=f"{panel} are listed")
        right_click(view)(window)

    return click


def _problem_menu(window: MainWindow) -> None:
    window.composer.parts.files.open_text("X:1\nT:Кеш\nM:4/4\nL:1/8\nK:G\n+GB+2 A2 B4|\n", "кеш")
    window.composer.desk.watch.settle()
    window.registry.action("view.problems").trigger()
    right_click(lambda shown: shown.composer.rooms[ProblemsRoom].panel.view)(window)


def _extend(window: MainWindow) -> None:
    window.training.parts.runs.list.setCurrentRow(0)
    window.registry.action("training.extend").trigger()


def _times(window: MainWindow) -> None:
    composer = window.composer
    composer.rooms[TunebookRoom].kept.change(lambda book: book.add_set("Set", {0}))
    in_composer("view.tunebook")(window)
    composer.rooms[TunebookRoom].panel.go_to(0)
    window.registry.action("tune.set_times").trigger()


def _completions(window: MainWindow) -> None:
    editor = window.composer.desk.editor
    editor.select(Span(TUNE.index("G\n|:"), TUNE.index("G\n|:")), focus=True)
    window.registry.action("edit.complete").trigger()


OPENERS: dict[str, Opener] = {
    "AboutDialog": triggered("help.about"),
    "BookDialog": triggered("file.export_book"),
    "CatalogueDialog": triggered("datasets.catalogue"),
    "ClosingDialog": _closing,
    "CombineDialog": triggered("datasets.combine"),
    "CommandPalette": triggered("view.palette"),
    "ComparisonDialog": _compare,
    "CompletionPopup": _completions,
    "CrashDialog": _crash,
    "GradeDialog": triggered("learn.grade"),
    "HelpWindow": triggered("help.here"),
    "InterpretationSwitches": triggered("play.interpretation"),
    "Mixer": triggered("play.voices"),
    "ModelCard": triggered("model.card"),
    "PracticeSettings": lambda window: window.transport.practice_settings.open_above(
        window.transport.practice_button
    ),
    "PreferencesDialog": triggered("file.preferences"),
    "PrintPreview": in_composer("file.print_preview"),
    "RemarksDialog": _remarks,
    "ReportDialog": triggered("learn.report"),
    "RunsDialog": triggered("training.runs"),
    "SnippetList": triggered("edit.insert"),
    "SoundDialog": triggered("file.export_all_sound"),
    "StartFailureDialog": _start_failure,
    "StoppingQuestion": lambda window: StoppingQuestion(window).open(),
    "SweepDialog": triggered("training.sweep"),
    "TransposeDialog": in_composer("tune.transpose"),
    "document_files: MessageBox": _close_unsaved,
    "document_tabs: QMenu": _tab_menu,
    "encoding_chooser: ChoiceDialog": triggered("view.encoding"),
    "line_numbers: createStandardContextMenu": lambda window: _right_click_on_text(
        window.composer.desk.editor.viewport()
    ),
    "browsing: QInputDialog": triggered("datasets.tag"),
    "note_menu: QMenu": _note_menu,
    "own_presets: QInputDialog": lambda window: (
        window.training.parts.form.own_presets.save.trigger()
    ),
    "tune_preview: createStandardContextMenu": lambda window: _right_click_on_text(
        window.datasets.parts.preview.text.viewport()
    ),
    "run_commands: QInputDialog": _extend,
    "tunebook: QInputDialog": _times,
    "snippet_inserter: QInputDialog": triggered("edit.select_all", "edit.keep_snippet"),
    "encodings_room: ChoiceDialog": triggered("datasets.encoding"),
    "target_dialog: MessageBox": lambda window: may_replace(window, "ABC Studio", "Кеш.abc"),
    "tune_commands: ChoiceDialog": in_composer("tune.measures_per_line"),
    "tunes_panel: QMenu": _list_of(
        "tunes", lambda window: window.composer.rooms[OutlineRoom].panel.view
    ),
    "book_panel: QMenu": _list_of(
        "book", lambda window: window.composer.rooms[TunebookRoom].panel.view
    ),
    "datasets_page: offer_row_menu": right_click(lambda window: window.datasets.browser.table),
    "runs_panel: offer_row_menu": right_click(lambda window: window.training.parts.runs.list),
    "samples_panel: offer_row_menu": right_click(
        lambda window: window.training.parts.takes.samples.steps
    ),
    "source_list: offer_row_menu": right_click(
        lambda window: window.datasets.parts.source_list.list
    ),
    "takes_list: offer_row_menu": right_click(lambda window: window.composer.rooms[TakesRoom].list),
    "problems_panel: QMenu": _problem_menu,
}
"""How each of them comes up, by what `places_in_code` calls it."""

LASTING = frozenset({
    "bar: QMenu", "kept_button: QMenu", "menus: QMenu", "midi_sender: QMenu", "own_row: QMenu",
    "row_menu: QMenu",
})  # fmt: skip
"""Menus that stand from the start, and the one that all lists share."""
