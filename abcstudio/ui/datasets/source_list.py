"""The files and folders that tunes are read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.corpus.combined_sources import is_combination
from abcstudio.corpus.score_files import is_archive
from abcstudio.guarded_files import is_folder, is_there
from abcstudio.paths import all_sources_file
from abcstudio.ui.controls.action_button import CommandButton
from abcstudio.ui.controls.rows.deletable_list import DeletableList
from abcstudio.ui.controls.rows.row_menu import add_button, offer_row_menu
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, cut, one_line, tooltip
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.corpus_names import source_name
from abcstudio.ui.words.key_words import key_words

_PATH = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 44
_BESIDE = 52
"""What of a row's width its icon and its edges take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNotes:
    """What was found in a source.

    Attributes:
        skipped: How many of its files nothing was read from.
        others: How many of its files were not read: they seem to hold no tunes.
        encoding: How sure the encodings of its files are: "", "guessed", "unknown" or "odd".
        remarks: All there is to say of its files, line by line.
        combined: The sources that it combines with their weights, line by line.
    """

    tunes: int
    skipped: int = 0
    others: int = 0
    encoding: str = ""
    remarks: str = ""
    combined: str = ""


_NO_NOTES = SourceNotes(tunes=0)


class SourceList(QWidget):
    """The sources, the bundled tunebook first; it cannot be removed.

    Signals:
        source_chosen: Carries the `Path` of a source.
        file_requested: The person wants to add a file.
        folder_requested: The person wants to add a folder.
        removal_requested: The person wants a source off the list. Carries its `Path`.
    """

    source_chosen = Signal(object)
    file_requested = Signal()
    folder_requested = Signal()
    removal_requested = Signal(object)

    def __init__(self, bundled: Path, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bundled, self._all = bundled, all_sources_file()
        self._colors = studio.colors
        self._notes: dict[Path, SourceNotes] = {}
        self._unread: dict[Path, str] = {}
        self._changed: Path | None = None
        title = Label(self.tr("Sources"))
        title.setProperty("muted", True)
        self.list = DeletableList()
        self.list.setAccessibleName(self.tr("Sources of tunes"))
        self.list.setToolTip(
            self.tr("Files and folders of tunes; {0} takes one off the list").format(
                key_words("Del")
            )
        )
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().installEventFilter(self)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        title.setBuddy(self.list)
        self.add_file = QPushButton(self.tr("Add file…"))
        self.add_file.setToolTip(self.tr("Adds an .abc file; you can also drop it on this page"))
        self.add_folder = QPushButton(self.tr("Add folder…"))
        self.add_folder.setToolTip(self.tr("Adds every .abc file of a folder"))
        self.combine = CommandButton(self.tr("Combine…"))
        # The menu of the list shows these, where they fit.
        self.change = CommandButton(self.tr("Change what is combined…"), self)
        self.change.hide()
        self.encoding = CommandButton(self.tr("Text encoding…"), self)
        self.encoding.hide()
        self.catalogue = CommandButton(self.tr("Download…"))
        self.remove = QToolButton()
        self.remove.setToolTip(
            self.tr("Removes the source from this list; the files stay ({0})").format(
                key_words("Del")
            )
        )
        self.remove.setAccessibleName(self.tr("Remove source"))
        self._lay_out(title)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.delete_pressed.connect(self._on_remove)
        offer_row_menu(self.list, self.fill_menu)
        self.remove.clicked.connect(self._on_remove)
        self.add_file.clicked.connect(self.file_requested)
        self.add_folder.clicked.connect(self.folder_requested)
        studio.colors_changed.connect(self._set_colors)
        self._set_colors(studio.colors)

    def _lay_out(self, title: Label) -> None:
        heading = QHBoxLayout()
        heading.addWidget(title, 1)
        heading.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(heading)
        column.addWidget(self.list, 1)
        for button in (self.add_file, self.add_folder, self.combine, self.catalogue):
            column.addWidget(button)

    def set_sources(self, paths: Sequence[Path], current: Path) -> None:
        """Show sources in this order, without choosing any anew."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for path in paths:
                item = QListWidgetItem()
                # Not its name: Qt passes over bytes that are no UTF-8.
                item.setData(_PATH, path)
                self.list.addItem(item)
                self._write(item)
                if path == current:
                    self.list.setCurrentItem(item)
        self.remove.setEnabled(self._can_go(current))

    def set_notes(self, path: Path, notes: SourceNotes) -> None:
        """Say how many tunes a source holds, and what there is to say of its files."""
        self._notes[path] = notes
        self._unread.pop(path, None)
        self._rewrite()

    def set_unread(self, path: Path, why: str) -> None:
        """Say of a source that it could not be read."""
        self._unread[path] = why
        self._rewrite()

    def set_changed(self, path: Path | None) -> None:
        """Say of a source, or of none, that its files are others than those that were read."""
        if path != self._changed:
            self._changed = path
            self._rewrite()

    def go_to_list(self) -> None:
        """Put the focus on the current source."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self.add_file.setIcon(icon("file-plus"))
        self.add_folder.setIcon(icon("folder-plus"))
        self.combine.setIcon(icon("plus"))
        self.change.setIcon(icon("edit"))
        self.catalogue.setIcon(icon("download"))
        self.remove.setIcon(icon("trash"))
        self._rewrite()

    def _rewrite(self) -> None:
        for row in range(self.list.count()):
            self._write(self.list.item(row))

    def _write(self, item: QListWidgetItem) -> None:
        path: Path = item.data(_PATH)
        name = one_line(source_name(path))
        counted = ""
        # The file of *All sources* is written when it is first chosen.
        is_missing = path != self._all and not is_there(path)
        is_well = not is_missing and path not in self._unread
        if is_missing:
            below = self.tr("Missing")
        elif path in self._unread:
            below = self.tr("Cannot be read")
        elif path in self._notes:
            tunes, said = self._facts(self._notes[path], is_changed=path == self._changed)
            below = self.tr("{0}, {1}").format(tunes, said) if said else tunes
            # A long name may be shortened, what is said of the files not: the tooltip has both.
            if said and not self._has_room(below):
                below, counted = said, tunes
        else:
            below = self._kind(path)
        lines = self._lines(name)
        more = self.list.fontMetrics().lineSpacing() * (len(lines) - 1)
        item.setSizeHint(QSize(0, _ROW_HEIGHT + more))
        item.setText(cut("\n".join((*lines, below))))
        where = self._where(path)
        notes = self._notes.get(path, _NO_NOTES)
        remarks = self._unread.get(path, notes.remarks)
        all_said = filter(None, (where, counted, notes.combined, remarks))
        item.setToolTip(tooltip("\n".join(all_said)))
        color = self._colors.text if is_well else self._colors.error
        item.setForeground(QBrush(QColor(color)))
        is_many = path == self._bundled or is_combination(path) or is_archive(path)
        symbol = "books" if is_many else "folder" if is_folder(path) else "file-music"
        item.setIcon(icon(symbol if is_well else "alert-circle"))

    def _where(self, path: Path) -> str:
        if path == self._bundled:
            return self.tr("The tunes in the box")
        return self.tr("The tunes of all sources listed here") if path == self._all else str(path)

    def _kind(self, path: Path) -> str:
        if is_combination(path):
            return self.tr("Combined sources")
        return self.tr("Folder") if is_folder(path) else self.tr("File")

    def _lines(self, name: str) -> tuple[str, ...]:
        """Return a name in two lines where it lacks room in one, and has a place to break."""
        if not self._has_room(name):
            words = name.split(" ")
            for count in range(len(words) - 1, 0, -1):
                lines = " ".join(words[:count]), " ".join(words[count:])
                if all(map(self._has_room, lines)):
                    return lines
        return (name,)

    def _has_room(self, words: str) -> bool:
        """Whether a line stands beside an icon without being shortened."""
        room = self.list.viewport().width() - _BESIDE
        return self.list.fontMetrics().horizontalAdvance(words) <= room

    def _facts(self, notes: SourceNotes, *, is_changed: bool) -> tuple[str, str]:
        """Return what stands below a name: its tunes, and of several things the gravest one."""
        tunes = self.tr("1 tune") if notes.tunes == 1 else self.tr("%Ln tunes", "", notes.tunes)
        if is_changed:
            said = self.tr("changed on disk")
        elif notes.skipped:
            said = self.tr("%Ln left out", "", notes.skipped)
        elif notes.encoding == "unknown":
            said = self.tr("encoding not known")
        elif notes.encoding == "odd":
            said = self.tr("odd bytes")
        elif notes.others == 1:
            said = self.tr("1 other file")
        elif notes.others:
            said = self.tr("%Ln other files", "", notes.others)
        elif notes.encoding:
            said = self.tr("encoding guessed")
        else:
            said = ""
        return tunes, said

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write the rows for the room that they have: the list is laid out after this widget."""
        if event.type() == QEvent.Type.Resize:
            self._rewrite()
        return super().eventFilter(watched, event)

    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            path: Path = current.data(_PATH)
            self.remove.setEnabled(self._can_go(path))
            self._rewrite()
            self.source_chosen.emit(path)

    def fill_menu(self, menu: QMenu) -> None:
        """Add what can be done with the current source."""
        path: Path = self.list.currentItem().data(_PATH)
        menu.addAction(
            icon("refresh"), self.tr("&Read again"), lambda: self.source_chosen.emit(path)
        )
        if not is_combination(path):
            add_button(menu, self.encoding)
        add_button(menu, self.remove, self.tr("Re&move from list"))
        menu.addSeparator()
        add_button(menu, self.add_file)
        add_button(menu, self.add_folder)
        add_button(menu, self.combine)
        if is_combination(path) and path != self._all:
            add_button(menu, self.change)
        add_button(menu, self.catalogue)

    def _on_remove(self) -> None:
        item = self.list.currentItem()
        if item is not None and self._can_go(item.data(_PATH)):
            self.removal_requested.emit(item.data(_PATH))

    def _can_go(self, path: Path) -> bool:
        """Whether a source can be taken off the list."""
        return path not in (self._bundled, self._all)
