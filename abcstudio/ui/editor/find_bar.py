"""Finding and replacing in the editor: lines that come with Ctrl+F or Ctrl+H and go with Esc."""

from bisect import bisect_left
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.notation.spans import Span
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.searching import MAX_PLACES, Found, Query, SearchMatch, find_places
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words

_MAX_LIT = 500
_PAUSE_MS = 150
_ICON = QSize(16, 16)


class FindBar(QWidget):
    """Return goes to the next place, Shift+Return back; what is found is lit while it is open.

    Args of the constructor:
        editor: Where it finds.
        studio: Tells of other colours.
        tune_place: Returns where the tune at the caret stands, None for no tune.

    Signals:
        replacement_requested: Other words are to be written at once. Carries their place, the
            words, and what is to be selected after that.
    """

    replacement_requested = Signal(Span, str, Span)

    def __init__(
        self,
        editor: AbcEditor,
        studio: Studio,
        parent: QWidget | None = None,
        *,
        tune_place: Callable[[], Span | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._tune_place = tune_place
        self._found = Found()
        self._said = ""
        self.line = self._line(self.tr("Find in the text"))
        self.line.setToolTip(
            self.tr("{0}: next match, {1}: previous match, {2}: close").format(
                *map(key_words, ("Return", "Shift+Return", "Esc"))
            )
        )
        self.replacement = self._line(self.tr("Replace with"))
        self.replacement.setToolTip(
            self.tr("{0} replaces. In an expression \\1 is the first group, \\n a new line").format(
                key_words("Return")
            )
        )
        self._make_switches()
        self._make_buttons()
        self._count = Label()
        self._count.setProperty("muted", True)
        self._count.setAccessibleName(self.tr("What was found"))
        self.problem = Label()
        self.problem.setProperty("error", True)
        self.problem.setWordWrap(True)
        self.problem.setContentsMargins(2 * GRID, 0, 2 * GRID, 4)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._search)
        self._lay_out()
        self.line.textChanged.connect(self._on_asked)
        editor.text_edited.connect(self._on_text_edited)
        editor.document_shown.connect(self._on_text_edited)
        studio.colors_changed.connect(self._draw_icons)
        self.hide()

    # Coming and going

    def open_bar(self) -> None:
        """Come into sight with the editor's selection as the text to find."""
        self._open(replacing=False)

    def open_replace(self) -> None:
        """Come into sight with the line to replace with as well."""
        self._open(replacing=True)

    def close_bar(self) -> None:
        """Go away and give the focus back to the text."""
        self.hide()
        self._timer.stop()
        self._editor.marks.set_found(())
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_icons(self) -> None:
        for button in self.findChildren(QToolButton):
            name = button.property("icon_name")
            if name:
                button.setIcon(icon(str(name)))

    # Finding

    def find_next(self) -> None:
        """Select the next place; after the last comes the first."""
        self._go(backward=False)

    def find_previous(self) -> None:
        """Select the place before; before the first comes the last."""
        self._go(backward=True)

    def count_text(self) -> str:
        """Return what it says about what was found."""
        return self._count.text()

    def _query(self) -> Query:
        return Query(
            self.line.text(),
            match_case=self.match_case.isChecked(),
            whole_words=self.whole_words.isChecked(),
            is_expression=self.expression.isChecked(),
            notes_only=self.notes_only.isChecked(),
        )

    def _search(self) -> None:
        """Look again, light what is found and say how much it is."""
        self._timer.stop()
        within = self._tune_place() if self.in_tune.isChecked() else None
        self._found = find_places(self._editor.text(), self._query(), within)
        self._light()
        self.problem.setText(self._found.problem)
        self.problem.setVisible(bool(self._found.problem))
        self._show_count()

    def _light(self) -> None:
        """Light what was found, as much of it as is near the caret."""
        places = self._found.places
        if len(places) > _MAX_LIT:
            caret = self._editor.caret()
            middle = bisect_left(places, caret, key=lambda place: place.span.start)
            first = max(0, min(middle - _MAX_LIT // 2, len(places) - _MAX_LIT))
            places = places[first : first + _MAX_LIT]
        self._editor.marks.set_found([place.span for place in places])

    def _go(self, *, backward: bool) -> None:
        if self.isHidden() or self._timer.isActive() or self.in_tune.isChecked():
            self._search()
        places = self._found.places
        if self.isHidden():
            self._editor.marks.set_found(())
        if not places:
            return
        here = self._editor.selection()
        if backward:
            before = [place for place in places if place.span.start < here.start]
            self._said = "" if before else self.tr("from the end")
            chosen = before[-1] if before else places[-1]
        else:
            after = (place for place in places if place.span.start >= here.end)
            first = next(after, None)
            self._said = "" if first is not None else self.tr("from the top")
            chosen = first or places[0]
        self._editor.select(chosen.span)
        if not self.isHidden() and len(places) > _MAX_LIT:
            self._light()
        self._show_count()

    def _current(self) -> SearchMatch | None:
        """Return the place that is selected."""
        selected = self._editor.selection()
        return next((place for place in self._found.places if place.span == selected), None)

    def _show_count(self) -> None:
        places = self._found.places
        can_replace = bool(places) and self._editor.can_edit
        self.replace_button.setEnabled(can_replace)
        self.replace_all_button.setEnabled(can_replace)
        count = self.locale().toString(len(places))
        if len(places) >= MAX_PLACES:
            count += "+"
        if not self.line.text() or self._found.problem:
            words = ""
        elif not places:
            words = self.tr("Not found")
        elif (current := self._current()) is not None:
            number = self.locale().toString(places.index(current) + 1)
            words = self.tr("{0} of {1}").format(number, count)
        else:
            words = self.tr("Found: {0}").format(count)
        self._count.setText(", ".join(part for part in (words, self._said) if part))

    # Replacing

    def replace_one(self) -> None:
        """Replace the place that is selected and go to the next one."""
        self._search()
        current = self._current()
        if current is not None and self._editor.can_edit:
            words = current.filled(
                self.replacement.text(), is_expression=self.expression.isChecked()
            )
            end = current.span.start + len(words)
            self.replacement_requested.emit(current.span, words, Span(end, end))
            self._search()
        self._go(backward=False)

    def replace_all(self) -> None:
        """Replace every place as one step that can be undone, and say how many there were."""
        self._search()
        places = self._found.places
        if not places or not self._editor.can_edit:
            return
        text, caret = self._editor.text(), self._editor.caret()
        is_expression = self.expression.isChecked()
        pieces: list[str] = []
        end = moved = 0
        for place in places:
            words = place.filled(self.replacement.text(), is_expression=is_expression)
            pieces += (text[end : place.span.start], words)
            if place.span.end <= caret:
                moved += len(words) - (place.span.end - place.span.start)
            end = place.span.end
        caret += moved
        whole = "".join((*pieces, text[end:]))
        self.replacement_requested.emit(Span(0, len(text)), whole, Span(caret, caret))
        self._editor.large.when_whole(partial(self._tell_replaced, whole, len(places)))

    def _tell_replaced(self, text: str, count: int) -> None:
        """Say how many places were replaced, unless that was refused."""
        self._search()
        if text == self._editor.text():
            self._count.setText(self.tr("Replaced: {0}").format(self.locale().toString(count)))

    # What it is made of

    def _open(self, *, replacing: bool) -> None:
        selected = self._editor.selection().of(self._editor.text())
        if selected and "\n" not in selected:
            self.line.setText(selected)
        self._replacing.setVisible(replacing)
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._said = ""
        self._search()

    def _line(self, words: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(words)
        line.setAccessibleName(words)
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(12 * GRID)
        line.setMaximumWidth(40 * GRID)
        return line

    def _make_switches(self) -> None:
        switch = self._switch
        self.match_case = switch("letter-case", self.tr("Match case: c is not C"))
        self.whole_words = switch("letter-w", self.tr("Whole words only"))
        self.expression = switch("regex", self.tr("The words are a regular expression"))
        self.notes_only = switch(
            "music", self.tr("In notes only: not in fields, lyrics, remarks, quotes, decorations")
        )
        self.in_tune = switch("file-music", self.tr("Only in the tune at the caret"))
        self.switches = (
            self.match_case, self.whole_words, self.expression, self.notes_only, self.in_tune
        )  # fmt: skip

    def _make_buttons(self) -> None:
        self._previous = self._button("chevron-up", self.tr("Previous place"))
        self._next = self._button("chevron-down", self.tr("Next place"))
        self._close = self._button("x", self.tr("Close"))
        self._previous.clicked.connect(self.find_previous)
        self._next.clicked.connect(self.find_next)
        self._close.clicked.connect(self.close_bar)
        self.replace_button = QPushButton(self.tr("Replace"))
        self.replace_button.setToolTip(
            self.tr("Replace the selected match ({0})").format(key_words("Return"))
        )
        self.replace_button.clicked.connect(self.replace_one)
        self.replace_all_button = QPushButton(self.tr("Replace all"))
        self.replace_all_button.setToolTip(
            self.tr("Replace every highlighted match ({0}); undo reverts them all").format(
                key_words("Ctrl+Return")
            )
        )
        self.replace_all_button.clicked.connect(self.replace_all)

    def _lay_out(self) -> None:
        finding = QHBoxLayout()
        finding.setContentsMargins(2 * GRID, 4, 2 * GRID, 4)
        finding.setSpacing(4)
        finding.addWidget(self.line, 1)
        for button in (*self.switches, self._previous, self._next):
            finding.addWidget(button)
        finding.addSpacing(4)
        finding.addWidget(self._count)
        finding.addStretch(0)
        finding.addWidget(self._close)
        self._replacing = QWidget()
        replacing = QHBoxLayout(self._replacing)
        replacing.setContentsMargins(2 * GRID, 0, 2 * GRID, 4)
        replacing.setSpacing(GRID)
        replacing.addWidget(self.replacement, 1)
        replacing.addWidget(self.replace_button)
        replacing.addWidget(self.replace_all_button)
        replacing.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(finding)
        column.addWidget(self._replacing)
        column.addWidget(self.problem)
        self.problem.hide()
        self._replacing.hide()

    def _switch(self, name: str, words: str) -> QToolButton:
        button = self._button(name, words)
        button.setCheckable(True)
        button.toggled.connect(self._on_asked)
        return button

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("icon_name", name)
        button.setIcon(icon(name))
        button.setIconSize(_ICON)
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    # Keys and changes

    @override
    def event(self, event: QEvent) -> bool:
        """Take Esc and Return for itself before they become keys of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() == Qt.Key.Key_Escape or (is_return and self.replacement.hasFocus()):
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif is_return and isinstance(focus, QAbstractButton) and focus.hasFocus():
            focus.click()
        elif is_return and self.replacement.hasFocus():
            is_all = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.replace_all if is_all else self.replace_one)()
        elif is_return:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.find_previous if is_back else self.find_next)()
        else:
            super().keyPressEvent(event)

    def _on_asked(self) -> None:
        self._said = ""
        if not self.isHidden():
            self._search()

    def _on_text_edited(self) -> None:
        if not self.isHidden():
            self._timer.start()
