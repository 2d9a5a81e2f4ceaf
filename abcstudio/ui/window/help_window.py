"""Help in plain words, from `resources/help`, opened at the topic of what has the focus."""

import html
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStyle,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from abcstudio.files import read_text_file
from abcstudio.guarded_files import is_file
from abcstudio.notation.values.alphabets import folded
from abcstudio.paths import resources_dir
from abcstudio.ui.look.theme import GRID, PAGE_MARGIN
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.window.menus import MENUS, commands_of, menu_title
from abcstudio.ui.window.pages import PAGE_IDS
from abcstudio.ui.words.key_words import all_keys_of

TOPICS = (
    "first-steps",
    *PAGE_IDS,
    "find-melody",
    "tune-health",
    "prepare-corpus",
    "score",
    "writing",
    "note-entry",
    "rewriting",
    "abc-notation",
    "playback",
    "printing",
    "keys",
    "preferences",
    "accessibility",
    "problems",
)
_KEYS_TOPIC = "keys"
_PROPERTY = "help_topic"


def topic_at(widget: QWidget | None) -> str:
    """Return the help topic of a widget: its own, or that of the nearest one around it."""
    while widget is not None:
        topic = widget.property(_PROPERTY)
        if topic in TOPICS:
            return str(topic)
        widget = widget.parentWidget()
    return TOPICS[0]


def topic_file(topic: str, language: str) -> Path:
    """Return a topic's file in a language, or in English where there is none."""
    locale = QLocale() if language == "system" else QLocale(language)
    folder = resources_dir() / "help"
    translated = folder / QLocale.languageToCode(locale.language()) / f"{topic}.md"
    return translated if is_file(translated) else folder / f"{topic}.md"


class HelpWindow(QWidget):
    """Topics left, the chosen one right; it stays open beside the work."""

    def __init__(self, actions: Actions, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Help"))
        self.resize(110 * GRID, 75 * GRID)
        self._actions = actions
        self._texts = {topic: read_text_file(topic_file(topic, language)).text for topic in TOPICS}
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setToolTip(self.tr("Show only the topics that hold these words"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.topics = QListWidget()
        self.topics.setAccessibleName(self.tr("Topics"))
        self.topics.setSpacing(GRID // 4)
        self.topics.setToolTip(self.tr("Topics of the help"))
        for topic, text in self._texts.items():
            item = QListWidgetItem(text.partition("\n")[0].lstrip("# "))
            item.setData(Qt.ItemDataRole.UserRole, topic)
            self.topics.addItem(item)
        self.topics.currentItemChanged.connect(self._on_item_changed)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("Help text"))
        self.text.document().setDocumentMargin(PAGE_MARGIN)
        self.text.anchorClicked.connect(self._on_link)
        self._lay_out()
        for keys in (Qt.Key.Key_Escape, QKeySequence(QKeySequence.StandardKey.Close)):
            QShortcut(QKeySequence(keys), self, self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    @property
    def topic(self) -> str:
        """The topic on the screen."""
        item = self.topics.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def show_topic(self, topic: str) -> None:
        """Show one topic."""
        self.search.clear()
        self.topics.setCurrentRow(TOPICS.index(topic))
        # Keys may have been changed since this topic was shown.
        self._draw(topic)
        self.text.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.topics, 1)
        # No title is cut, and none makes the list wider than its place.
        self.topics.ensurePolished()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        room = 2 * (self.topics.frameWidth() + self.topics.spacing()) + bar
        self.topics.setMinimumWidth(self.topics.sizeHintForColumn(0) + room)
        splitter = QSplitter()
        splitter.addWidget(left)
        splitter.addWidget(self.text)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([30 * GRID, 80 * GRID])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _filter(self, typed: str) -> None:
        words = folded(typed).split()
        for row, text in enumerate(self._texts.values()):
            found = all(word in folded(text) for word in words)
            self.topics.item(row).setHidden(not found)

    def _on_item_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._draw(str(item.data(Qt.ItemDataRole.UserRole)))

    def _draw(self, topic: str) -> None:
        self.text.setMarkdown(self._texts[topic])
        if topic == _KEYS_TOPIC:
            cursor = self.text.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            cursor.insertBlock()
            cursor.insertHtml(self._keys_table())
            cursor.movePosition(cursor.MoveOperation.Start)
            self.text.setTextCursor(cursor)

    def _keys_table(self) -> str:
        """Return every command that has a key, menu by menu, as it is now."""
        rows = []
        for menu in (*MENUS, ""):
            commands = commands_of(self._actions, menu)
            pairs = [
                (
                    all_keys_of(command.action),
                    str(command.action.property("sentence")),
                )
                for command in commands
                if not command.action.shortcut().isEmpty()
            ]
            title = menu_title(menu).replace("&", "") if menu else self.tr("Elsewhere")
            if pairs:
                rows.append(f"<tr><td colspan='2'><br/><b>{html.escape(title)}</b></td></tr>")
            rows += [
                f"<tr><td><code>{html.escape(keys)}</code></td><td>{html.escape(words)}</td></tr>"
                for keys, words in pairs
            ]
        return f"<table cellpadding='4'>{''.join(rows)}</table>"

    def _on_link(self, url: QUrl) -> None:
        topic = Path(url.path()).stem
        if url.isRelative() and topic in TOPICS:
            self.show_topic(topic)
        else:
            QDesktopServices.openUrl(url)
