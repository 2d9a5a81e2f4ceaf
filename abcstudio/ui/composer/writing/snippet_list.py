"""The searchable list of snippets and templates, over the top of the window like the palette."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.notation.assistance.snippets import Snippet, fill
from abcstudio.ui.controls.fuzzy import WordFit, fuzzy_score, word_fit
from abcstudio.ui.controls.search_overlay import SearchOverlay
from abcstudio.ui.look.plain_text import Label, in_lines, one_line
from abcstudio.ui.look.theme import GRID, editor_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words
from abcstudio.ui.words.translation import message

_WIDTH = 84 * GRID
_HEIGHT = 48 * GRID
_SNIPPET = Qt.ItemDataRole.UserRole


class SnippetList(SearchOverlay):
    """Names left, what the chosen one puts in right.

    Signals:
        chosen: A snippet is wanted. Carries it.
        delete_requested: One of the person's own should go. Carries it.
    """

    chosen = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, window: QWidget, studio: Studio) -> None:
        super().__init__(window, "snippets", _WIDTH, studio)
        self.setProperty("help_topic", "writing")
        self._snippets: tuple[Snippet, ...] = ()
        self.search.setAccessibleName(self.tr("Snippet"))
        self.search.setToolTip(
            self.tr("Type a few letters; {0} inserts the chosen one").format(key_words("Enter"))
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Snippets"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setToolTip(
            self.tr("{0} or a click inserts it, {1} deletes one of your own").format(
                key_words("Enter"), key_words("Del")
            )
        )
        self.list.currentItemChanged.connect(self._show_preview)
        self.list.itemClicked.connect(self.take_chosen)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setFont(editor_font())
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview.setAccessibleName(self.tr("What is put in"))
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.hint = Label()
        self.hint.setProperty("muted", True)
        self._lay_out()

    def open(self, snippets: Sequence[Snippet], placeholder: str) -> None:
        """Come up with these snippets, ready to type."""
        self._snippets = tuple(snippets)
        self.search.setPlaceholderText(placeholder)
        self.come_up(min(_HEIGHT, self._window.height() - 12 * GRID))

    def refresh(self, snippets: Sequence[Snippet]) -> None:
        """Show other snippets and keep what was typed."""
        self._snippets = tuple(snippets)
        self.show_fitting(self.search.text())

    @override
    def own_keys(self) -> tuple[Qt.Key, ...]:
        return (*super().own_keys(), Qt.Key.Key_Delete)

    @override
    def move_by(self, rows: int) -> None:
        last = self.list.count() - 1
        self.list.setCurrentRow(min(max(self.list.currentRow() + rows, 0), last))

    @override
    def take_chosen(self) -> None:
        snippet = self._current()
        if snippet is not None:
            self.go_away()
            self.chosen.emit(snippet)

    @override
    def take_key(self, key: Qt.Key) -> bool:
        """Delete one of the person's own, while nothing is being typed."""
        if key != Qt.Key.Key_Delete or self.search.text():
            return False
        snippet = self._current()
        if snippet is not None and snippet.is_own:
            self.delete_requested.emit(snippet)
        return True

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(GRID)
        both.addWidget(self.list, 4)
        both.addWidget(self.preview, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.search)
        layout.addLayout(both, 1)
        layout.addWidget(self.hint)

    @override
    def show_fitting(self, typed: str) -> None:
        named = [(name_of(snippet), snippet) for snippet in self._snippets]
        scored = [(fuzzy_score(typed, name), name, snippet) for name, snippet in named]
        fitting = [entry for entry in scored if entry[0] is not None]
        if typed:
            fitting.sort(key=lambda entry: (_word_rank(typed, entry[1]), -(entry[0] or 0)))
        self.list.clear()
        for _score, name, snippet in fitting:
            item = QListWidgetItem(name)
            item.setData(_SNIPPET, snippet)
            item.setToolTip(in_lines(name))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if not fitting:
            self._show_preview()

    def _current(self) -> Snippet | None:
        item = self.list.currentItem()
        found = item.data(_SNIPPET) if item is not None else None
        return found if isinstance(found, Snippet) else None

    def _show_preview(self) -> None:
        snippet = self._current()
        self.preview.setPlainText(
            fill(snippet, selected="…", say=message).text.strip("\n") if snippet is not None else ""
        )
        if snippet is None:
            self.hint.setText(self.tr("No match. Fewer letters find more."))
        elif snippet.is_own:
            self.hint.setText(
                self.tr("{0} inserts it. {1} deletes it, since it is your own.").format(
                    key_words("Enter"), key_words("Del")
                )
            )
        else:
            self.hint.setText(
                self.tr("{0} inserts it; {1} goes to the next placeholder.").format(
                    key_words("Enter"), key_words("Tab")
                )
            )


def name_of(snippet: Snippet) -> str:
    """Return what a snippet is called in the window's language."""
    return one_line(snippet.name) if snippet.is_own else message(snippet.name)


def _word_rank(typed: str, name: str) -> int:
    fit = word_fit(typed, name)
    return len(WordFit) if fit is None else fit
