"""The line under the text with how much of it is by whom, what is at the caret included."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from abcstudio.composing.authors import Author, AuthorKind, Run
from abcstudio.ui.composer.authorship.author_styles import author_style
from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio


def author_name(author: Author) -> str:
    """Return what an author is called among the shares."""
    names = {
        AuthorKind.PERSON: QCoreApplication.translate("AuthorWords", "you"),
        AuthorKind.REWRITING: QCoreApplication.translate("AuthorWords", "by commands"),
        AuthorKind.PASTED: QCoreApplication.translate("AuthorWords", "pasted"),
        AuthorKind.FILE: QCoreApplication.translate("AuthorWords", "already there"),
        AuthorKind.PROGRAM: QCoreApplication.translate("AuthorWords", "notes on its origin"),
    }
    unnamed = QCoreApplication.translate("AuthorWords", "a model")
    return names.get(author.kind) or author.name or unnamed


def author_at_caret(author: Author | None) -> str:
    """Return who wrote what stands at the caret, "" where nothing does."""
    if author is None:
        return ""
    words = author_name(author)
    if author.kind is AuthorKind.MODEL and author.take:
        with_take = QCoreApplication.translate("AuthorWords", "{0}, take {1}")
        words = with_take.format(words, author.take)
    return QCoreApplication.translate("AuthorWords", "At the caret: {0}").format(words)


def shares(runs: Iterable[Run]) -> list[tuple[Author, float]]:
    """Return how much of a text is by each author, the most first; lines on its origin aside."""
    counts: dict[Author, int] = {}
    for run in runs:
        if run.author.kind is not AuthorKind.PROGRAM:
            author = replace(run.author, take="")
            counts[author] = counts.get(author, 0) + run.end - run.start
    whole = sum(counts.values())
    listed = sorted(counts.items(), key=lambda each: -each[1])
    return [(author, count / whole) for author, count in listed]


def share_words(author: Author, share: float) -> str:
    """Return an author's share: "Folk 61 %"."""
    percent = round(100 * share)
    if not percent:
        words = QCoreApplication.translate("AuthorWords", "{0} less than 1 %")
        return words.format(author_name(author))
    if percent == 100 and share < 1:
        percent = 99
    return QCoreApplication.translate("AuthorWords", "{0} {1} %").format(
        author_name(author), percent
    )


_MOST = 5
_PAUSE_MS = 100
_PENS = {
    QTextCharFormat.UnderlineStyle.SingleUnderline: Qt.PenStyle.SolidLine,
    QTextCharFormat.UnderlineStyle.DotLine: Qt.PenStyle.DotLine,
    QTextCharFormat.UnderlineStyle.DashUnderline: Qt.PenStyle.DashLine,
}


class AuthorsLine(QFrame):
    """Shows the shares with a sample of each tint; hidden until it is wanted."""

    def __init__(self, documents: Documents, editor: AbcEditor, studio: Studio) -> None:
        super().__init__()
        self._documents = documents
        self._editor = editor
        self._studio = studio
        self.setAccessibleName(self.tr("Who wrote this text"))
        self._entries = [(_Swatch(), _small_label()) for _ in range(_MOST)]
        self.caret = NameLabel()
        self.caret.setFont(small_font())
        self.caret.setProperty("muted", True)
        self.caret.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, 0)
        row.setSpacing(GRID // 2)
        # However many authors there are, the text above stays as narrow as the person wants it.
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for swatch, words in self._entries:
            row.addWidget(swatch)
            row.addWidget(words)
            row.addSpacing(GRID)
        row.addWidget(self.caret, 1)
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._show)
        editor.text_edited.connect(self._show_soon)
        editor.document_shown.connect(self._show_soon)
        editor.caret_moved.connect(self._show_caret)
        documents.state_changed.connect(self._show_soon)
        studio.colors_changed.connect(self._show_soon)
        self.hide()

    @property
    def words(self) -> str:
        """The shares in words."""
        return " · ".join(label.text() for _, label in self._entries if label.text())

    def switch(self, is_on: bool) -> None:
        """Show the line, or hide it."""
        self.setVisible(is_on)
        if is_on:
            self._show()

    def _show_soon(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _show(self) -> None:
        document = self._documents.current
        found = shares(document.authors.runs())
        for index, (swatch, label) in enumerate(self._entries):
            author, share = found[index] if index < len(found) else (None, 0.0)
            label.setText("" if author is None else share_words(author, share))
            swatch.show_style(self._style_of(author))
            label.setVisible(author is not None)
        self.setAccessibleDescription(self.words)
        self._show_caret()

    def _style_of(self, author: Author | None) -> QTextCharFormat | None:
        return None if author is None else author_style(author.kind, self._studio.colors)

    def _show_caret(self) -> None:
        if self.isVisible():
            document, cursor = self._documents.current, self._editor.textCursor()
            words = author_at_caret(document.authors.author_at(cursor.selectionStart()))
            self.caret.setText(words)
            self.caret.setToolTip(words)


class _Swatch(QWidget):
    """A sample of a tint."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(2 * GRID, 2 * GRID))
        self._style: QTextCharFormat | None = None

    def show_style(self, style: QTextCharFormat | None) -> None:
        """Show another tint; nothing where there is none."""
        self._style = style
        self.setVisible(style is not None)
        self.update()

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None:
            return
        painter = QPainter(self)
        area = self.rect().adjusted(0, 2, 0, -2)
        painter.fillRect(area, self._style.background().color())
        pen = _PENS.get(self._style.underlineStyle())
        if pen is not None:
            painter.setPen(QPen(self._style.underlineColor(), 1, pen))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.end()


def _small_label() -> Label:
    label = Label()
    label.setFont(small_font())
    return label
