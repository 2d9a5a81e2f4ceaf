"""Who wrote what, shown in the text."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QTextCharFormat
from typing_extensions import override

from abcstudio.composing.authors import AuthorKind
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.authorship.author_styles import author_style
from abcstudio.ui.composer.authorship.authors_line import AuthorsLine
from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.editor_text import to_offset
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.look.theme import Colors
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio


class AuthorTint(QObject):
    """Marks what the editor shows, and only while it is on: a text may have a million stretches."""

    def __init__(self, documents: Documents, editor: AbcEditor, studio: Studio) -> None:
        super().__init__(editor)
        self._documents = documents
        self._editor = editor
        self._is_on = False
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._show)
        self._styles: dict[AuthorKind, QTextCharFormat | None] = {}
        self._make_styles(studio.colors)
        studio.colors_changed.connect(self._make_styles)
        editor.text_edited.connect(self._show_soon)
        editor.document_shown.connect(self._show_soon)
        editor.verticalScrollBar().valueChanged.connect(self._show_soon)
        editor.viewport().installEventFilter(self)

    def switch(self, is_on: bool) -> None:
        """Tint, or stop."""
        self._is_on = is_on
        if is_on:
            self._show()
        else:
            self._timer.stop()
            self._editor.marks.set_tints(())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show_soon()
        return super().eventFilter(watched, event)

    def _make_styles(self, colors: Colors) -> None:
        self._styles = {kind: author_style(kind, colors) for kind in AuthorKind}
        self._show_soon()

    def _show_soon(self) -> None:
        if self._is_on:
            self._timer.start()

    def _show(self) -> None:
        editor, document = self._editor, self._documents.current
        if not self._is_on or document.large.is_busy:
            return
        text = editor.text()
        places = []
        for run in document.authors.runs(*self._in_sight()):
            style = self._styles[run.author.kind]
            if style is not None:
                span = Span(to_offset(text, run.start), to_offset(text, run.end))
                places.append((span, style))
        editor.marks.set_tints(places)

    def _in_sight(self) -> tuple[int, int]:
        """Return from where to where the editor shows the text, by Qt's positions."""
        first = self._editor.firstVisibleBlock()
        lines = self._editor.viewport().height() // max(1, self._editor.fontMetrics().height()) + 2
        last = first
        for _ in range(lines):
            if not last.next().isValid():
                break
            last = last.next()
        return first.position(), last.position() + last.length() - 1


class AuthorCommands(QObject):
    """Switches the tint of the text, and the line that explains it."""

    def __init__(self, tint: AuthorTint, line: AuthorsLine, actions: Actions) -> None:
        super().__init__(tint)
        self._tint = tint
        self._line = line
        group = CommandGroup(actions, self, menu="view", submenu="text", page="composer")
        self._action = group.add(CommandSpec("view.authors", "&Who wrote what",
            "Tint the text by its authors: a model, you, what was pasted or changed",
            do=self._switch, keys="Ctrl+U", icon="palette", section="panels",
            is_switch=True))  # fmt: skip

    def _switch(self) -> None:
        is_on = self._action.isChecked()
        self._tint.switch(is_on)
        self._line.switch(is_on)


class AuthorshipRoom(QObject):
    """Tints the text by its authors when asked, with their names below it."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, studio = parts.desk, parts.studio
        self.line = AuthorsLine(desk.documents, desk.editor, studio)
        AuthorCommands(AuthorTint(desk.documents, desk.editor, studio), self.line, parts.actions)
        parts.columns.put(PagePlace.AUTHORS, self.line)
