"""Strings that Qt might take for markup or access keys, and a walk over all that a window shows.

    python benchmarks/reliability/hostile_strings.py [strings, 200]

Prints JSON; the exit code is 0 only when each was shown as it is and no file was opened.
A `Decoy` is a picture that nobody must open: strings name it in tags. `misread` looks at every
widget, at its actions, tabs, tooltips and rows, and returns what would not be shown as it is.
"""

import ctypes
import json
import os
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.temporary_files import make_temporary_folder, sweep_temporary_folders

if TYPE_CHECKING:
    from abcstudio.ui.window.main_window import MainWindow

MARK = "A&B"
"""Stands in every hostile string; shown as it is, each of its signs is seen."""
_HOME_PREFIX = "abcstudio-hostile-strings-"
_MOST_ROWS = 20
_IN_OPEN = 0x20
_HEAD = struct.Struct("iIII")
_ROLES = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
)


class Decoy:
    """A picture file, and who opens it: told by the system where that is Linux."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "decoy.svg"
        self.path.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
        self._descriptor = -1
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "inotify_init1"):
            self._descriptor = library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
            library.inotify_add_watch(self._descriptor, os.fsencode(self.path), _IN_OPEN)

    @property
    def is_watched(self) -> bool:
        """Whether this system tells."""
        return self._descriptor >= 0

    def openings(self) -> int:
        """Return how often it was opened since the last call."""
        if not self.is_watched:
            return 0
        try:
            return len(os.read(self._descriptor, 65536)) // _HEAD.size
        except BlockingIOError:
            return 0

    def close(self) -> None:
        """Watch no longer."""
        if self.is_watched:
            os.close(self._descriptor)

    def strings(self) -> tuple[str, ...]:
        """Return hostile strings that name the picture."""
        return (
            f"{MARK} <img src='{self.path}'>",
            f"<b>{MARK}</b> [*] …",
            f"<table background='{self.path}'><tr><td>{MARK}",
            f'{MARK} <a href="file://{self.path}">here</a> &amp; &lt;',
        )


def misread() -> list[str]:
    """Return what of all that the program's windows hold would not be shown as it is."""
    found: list[str] = []
    # A tooltip that was shown before may end meanwhile.
    for widget in QApplication.allWidgets():
        if not isValid(widget) or _is_tip(widget):
            continue
        where = f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()[:40]}"
        found += (f"{where}: {what}" for what in _misread_in(widget))
    return found


def _misread_in(widget: QWidget) -> Iterator[str]:
    for words in _with_keys(widget):
        if MARK in words:
            yield f"takes & for an access key in {words!r}"
    if isinstance(widget, QLabel) and MARK in widget.text() and not _is_plain(widget):
        yield f"takes {widget.text()!r} for markup"
    if isinstance(widget, QTextEdit) and MARK in widget.toPlainText():
        yield "is a text box that reads markup"
    for words in _tips(widget):
        if MARK in words and QtGui.Qt.mightBeRichText(words):
            yield f"takes the tooltip {words!r} for markup"


def _is_plain(label: QLabel) -> bool:
    if label.textFormat() == Qt.TextFormat.RichText:
        # Our own markup, with the string in it escaped.
        return "&amp;B" in label.text() and "<img" not in label.text()
    return label.textFormat() == Qt.TextFormat.PlainText


def _with_keys(widget: QWidget) -> Iterator[str]:
    """Yield the texts of a widget in which Qt looks for `&`."""
    if isinstance(widget, QAbstractButton):
        yield _without_doubles(widget.text())
    if isinstance(widget, QTabBar):
        yield from (_without_doubles(widget.tabText(number)) for number in range(widget.count()))
    if isinstance(widget, QGroupBox):
        yield _without_doubles(widget.title())
    if isinstance(widget, QMenu):
        yield _without_doubles(widget.title())
    yield from (_without_doubles(action.text()) for action in widget.actions())
    if isinstance(widget, QLabel) and widget.buddy() is not None:
        yield _without_doubles(widget.text())


def _without_doubles(words: str) -> str:
    return words.replace("&&", "")


def _tips(widget: QWidget) -> Iterator[str]:
    """Yield all that may become a tooltip."""
    yield widget.toolTip()
    yield widget.statusTip()
    yield widget.whatsThis()
    yield from (action.toolTip() for action in widget.actions() if isinstance(action, QAction))
    if isinstance(widget, QTabBar):
        yield from (widget.tabToolTip(number) for number in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _item_texts(widget.model())
    if isinstance(widget, QComboBox):
        yield from _item_texts(widget.model())


def _item_texts(model: QAbstractItemModel) -> Iterator[str]:
    # A list says that it has one column to Qt only.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(_MOST_ROWS, model.rowCount(QModelIndex()))):
        for column in range(columns):
            for role in _ROLES:
                value = model.index(row, column).data(role)
                if isinstance(value, str):
                    yield value


def _is_tip(widget: QObject) -> bool:
    return widget.metaObject().className() == "QTipLabel"


def mutated(strings: tuple[str, ...], count: int, seed: int = 1) -> Iterator[str]:
    """Yield hostile strings made of the pieces of others, each with the mark."""
    random = Random(seed)
    pieces = [piece for words in strings for piece in re.split(r"(?=[<&\[])", words) if piece]
    for _ in range(count):
        yield MARK + "".join(random.choices(pieces, k=random.randint(1, 6)))


def show_everywhere(window: "MainWindow", words: str) -> None:
    """Let one string be a title, a notice, a document, a recent file, a port and a preview."""
    name = words.replace("/", "|")[:80]
    title = words.replace("\n", " ")
    window.studio.update_settings(recent_files=(f"/none/{name}",), midi_output=title)
    window.studio.notify(title, "error", "Undo", int)
    text = f'X:1\nT:{title}\nC:{title}\nR:{title}\nM:4/4\nL:1/8\nK:C\n"^{title}"CDEF|\n'
    window.composer.parts.files.open_text(text, title)
    window.composer.desk.watch.settle()
    window.datasets.parts.preview.set_tune(split_tunebook(text)[0])
    window.datasets.browser.table.set_tunes(split_tunebook(text))


def main() -> int:
    """Show strings one after the other in the whole window, and look at it after each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sweep_temporary_folders(_HOME_PREFIX)
    folder = make_temporary_folder(_HOME_PREFIX)
    os.environ["ABCSTUDIO_HOME"] = str(folder / "home")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    from abcstudio.app import make_application
    from abcstudio.settings import Settings
    from abcstudio.ui.services.studio import Studio
    from abcstudio.ui.window.main_window import MainWindow

    app = make_application()
    window = MainWindow(Studio(Settings(theme="light", language="en")))
    window.show()
    decoy = Decoy(folder)
    found: set[str] = set()
    for words in (*decoy.strings(), *mutated(decoy.strings(), count)):
        show_everywhere(window, words)
        app.processEvents()
        found.update(misread())
        window.notices.clear()
        window.standing_notice.clear()
    openings = decoy.openings()
    result = {
        "passed": not found and not openings,
        "strings": count + len(decoy.strings()),
        "misread": sorted(found)[:20],
        "files_opened": openings,
    }
    print(json.dumps(result, indent=2))
    sys.stdout.flush()
    os._exit(0 if result["passed"] else 1)


if __name__ == "__main__":
    main()
