"""The window, used as a person uses it: each page with its real widgets, panels, dialogs, sound."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from abcstudio.app import make_application
from abcstudio.corpus.sources import read_tunebook
from abcstudio.learning.devices import has_torch
from abcstudio.learning.presets import PRESETS
from abcstudio.paths import bundled_tunebook
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.settings import Settings
from abcstudio.ui.composer.inspection.room import InspectionRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.learn.learn_page import LearnPage
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS

SECONDS_AT_MOST = 120
STEPS = 20
TUNES = 200
DIALOGS = ("datasets.export_book", "file.print_preview", "file.export_wav", "tune.transpose")
# With the help, the preferences and "About".
DIALOGS_AT_LEAST = len(DIALOGS) + 3
# What Qt says of each window where there is no screen.
_USUAL = "This plugin does not support"


def use_window() -> str:
    """Open the window, use every part of it, and return what was seen."""
    with _errors_in_slots() as errors, _window() as window:
        parts = [_browse, _train, _edit, _inspect, _compose, _hear, _learn]
        if not has_torch():
            parts = [_browse, _edit, _compose, _hear, _say_edition]
        seen = [part(window) for part in parts]
        seen.append(_open_dialogs(window))
        for page in PAGE_IDS:
            window.show_page(page)
            _draw(window)
    if errors:
        raise errors[0]
    return ", ".join(seen)


@contextmanager
def _window() -> Iterator[MainWindow]:
    make_application()
    studio = Studio(Settings())
    window = MainWindow(studio)
    try:
        window.show()
        yield window
    finally:
        window.end_without_asking()
        studio.shut_down()
        window.engraver.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def _errors_in_slots() -> Iterator[list[BaseException]]:
    """Collect what Qt would swallow, and what the program itself only logs as an error."""
    errors: list[BaseException] = []

    def keep(
        _kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
    ) -> None:
        errors.append(error)

    class Log(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            errors.append(RuntimeError(record.getMessage()))

    def tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith(_USUAL):
            print(f"note    {text}", flush=True)

    handler = Log(logging.ERROR)
    qInstallMessageHandler(tell)
    before, sys.excepthook = sys.excepthook, keep
    logging.getLogger().addHandler(handler)
    try:
        yield errors
    finally:
        sys.excepthook = before
        qInstallMessageHandler(None)
        logging.getLogger().removeHandler(handler)


def _browse(window: MainWindow) -> str:
    window.show_page("datasets")
    page = window.datasets
    _wait(lambda: bool(page.browser.table.shown), "the tunes in the box")
    page.browser.table.selectRow(0)
    _wait(lambda: page.parts.preview.score.marks is not None, "the score of the first tune")
    for view in range(page.parts.views.tabs.count()):
        page.parts.views.tabs.setCurrentIndex(view)
        _draw(page)
    page.parts.views.tabs.setCurrentIndex(0)
    return f"{len(page.browser.table.shown)} tunes"


def _train(window: MainWindow) -> str:
    window.show_page("training")
    page = window.training
    page.train_on(tuple(read_tunebook(bundled_tunebook())[:TUNES]), "selftest")
    page.parts.form.set_config(
        replace(PRESETS["quick"], steps=STEPS, evaluate_every=STEPS // 2, checkpoint_every=STEPS)
    )
    page.parts.form.set_wanted_device("cpu")
    page.start.click()
    _wait(lambda: page.session.is_running, "a training to begin")
    _wait(lambda: not page.session.is_running, "a training to end")
    if not page.parts.plot.point_count:
        raise AssertionError("the training drew no curve")
    _draw(page)
    return f"a curve of {page.parts.plot.point_count} points"


def _edit(window: MainWindow) -> str:
    page = window.composer
    page.parts.files.open_text(read_tunebook(bundled_tunebook())[0].text, "selftest")
    window.show_page("composer")
    _wait(lambda: page.parts.link.drawn_view() is not None, "the score")
    _draw(page)
    return "a score"


def _inspect(window: MainWindow) -> str:
    page = window.composer
    page.parts.side.show_panel("inspection")
    _wait(lambda: page.rooms[InspectionRoom].panel.has_result, "what the model expected")
    _draw(page)
    for panel in ("problems", "tunes", "takes"):
        page.parts.side.show_panel(panel)
        _draw(page)
    return "the model's expectations"


def _compose(window: MainWindow) -> str:
    page = window.composer
    composing = page.rooms[ComposingRoom]
    composing.form.max_chars.setValue(200)
    composing.form.takes.setValue(1)
    window.registry.action("tune.compose").trigger()
    _wait(lambda: composing.session.is_composing, "a take to begin")
    _wait(lambda: not composing.session.is_composing, "a take to end")
    return f"a take of {len(page.desk.editor.toPlainText())} characters"


def _hear(window: MainWindow) -> str:
    window.composer.parts.listening.toggle()
    _wait(lambda: window.playback.state is PlayerState.PLAYING, "the take to sound")
    window.playback.stop()
    return "its sound"


def _learn(window: MainWindow) -> str:
    window.show_page("learn")
    page = window.pages.page(LearnPage)
    _wait(lambda: page.lessons.lesson is not None, "the first lesson")
    window.registry.action("learn.check").trigger()
    _wait(lambda: page.session.is_running, "a check of the lesson to begin")
    _wait(lambda: not page.session.is_running, "the check to end")
    if page.work.verdict.kind not in ("right", "wrong"):
        raise AssertionError(f"the check said: {page.work.verdict.sentence.text()}")
    return "a verdict on a lesson"


def _say_edition(window: MainWindow) -> str:
    for action_id in ("training.start", "learn.check"):
        window.show_page(action_id.partition(".")[0])
        if window.registry.action(action_id).isEnabled():
            raise AssertionError(f"{action_id} is offered without torch")
    return "no training"


def _open_dialogs(window: MainWindow) -> str:
    helpers = window.rooms[Helpers]
    dialogs, palette = helpers.dialogs, helpers.palette_view
    for open_one in (
        dialogs.open_help, dialogs.open_preferences, dialogs.open_about, palette.open
    ):  # fmt: skip
        open_one()
        _draw(window)
    for action_id in DIALOGS:
        window.show_page("datasets" if action_id.startswith("datasets.") else "composer")
        window.registry.action(action_id).trigger()
        _draw(window)
    windows = [one for one in window.findChildren(QWidget) if one.isWindow() and one.isVisible()]
    for one in windows:
        _draw(one)
    names = sorted(one.windowTitle() for one in windows)
    if len(names) < DIALOGS_AT_LEAST:
        raise AssertionError(f"only these dialogs opened: {', '.join(names)}")
    return f"{len(names)} dialogs"


def _draw(widget: QWidget) -> None:
    _process_events()
    if widget.grab().isNull():
        raise AssertionError(f"{type(widget).__name__} shows nothing")


def _wait(is_there: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + SECONDS_AT_MOST
    while not is_there():
        if time.monotonic() > until:
            raise AssertionError(f"waited in vain for {what}")
        _process_events()
        time.sleep(0.01)


def _process_events() -> None:
    QApplication.processEvents()
