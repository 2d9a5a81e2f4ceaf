"""What is looked for: typed or played notes, a tune or a recording, and the score of it."""

import re

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.notation.values.key_field import parse_key
from abcstudio.recipes.finding.found_place import reading_words
from abcstudio.recipes.finding.read_as import QueryReading, ReadAs
from abcstudio.ui.datasets.finding.questions import (
    NotesQuestion,
    Question,
    RecordingQuestion,
    RelativesQuestion,
)
from abcstudio.ui.datasets.finding.source_box import SourceBox
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, editor_font, page_title_font, small_font
from abcstudio.ui.playback.playing_in.listening_bar import ListeningBar
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_names import key_name
from abcstudio.ui.words.key_words import key_words
from abcstudio.ui.words.translation import message
from abcstudio.workers.melodies import QueryRead

_FIELD = re.compile(r"[A-Za-z]:")
_LINES = 3


class MelodyField(QPlainTextEdit):
    """Takes ABC; Return behind notes, or Down below them, goes on to what was found.

    Signals:
        leave_requested: The person wants to see what was found.
    """

    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(editor_font())
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Notes as ABC, such as GABd e2dB"))
        self.setAccessibleName(self.tr("Melody to look for"))
        self.setToolTip(
            self.tr(
                "A title; notes as ABC, in any key, with lengths or without; note names (F# A Bb), "
                "numbers of a scale, MIDI numbers or a contour ({3}). {0} or {1} goes to what was "
                "found, {2} begins a line, such as K:D."
            ).format(key_words("Return"), key_words("Down"), key_words("Shift+Return"), "*UDR")
        )
        margin = self.document().documentMargin()
        height = _LINES * self.fontMetrics().lineSpacing() + 2 * (margin + self.frameWidth())
        self.setFixedHeight(round(height))

    def write(self, text: str) -> None:
        """Put another melody in the place of this one, as one step to undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            line = self.textCursor().block().text()
            if line.strip() and not _FIELD.match(line):
                self.leave_requested.emit()
                return
        if event.key() == Qt.Key.Key_Down and self._is_on_last_line(event):
            self.leave_requested.emit()
            return
        super().keyPressEvent(event)

    def _is_on_last_line(self, event: QKeyEvent) -> bool:
        """Whether a key without modifiers would move the caret below the last line."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_plain and not self.textCursor().movePosition(QTextCursor.MoveOperation.Down)


_SCORE_HEIGHT = 15 * GRID
_MOST_SCORE_HEIGHT = 36 * GRID
_ANY_HEIGHT = 16_777_215
_ZOOM = 0.8


class QueryPanel(QWidget):
    """The field, what fills it, and the score; or the name of a tune or recording in its place.

    Signals:
        notes_requested: The field is wanted again.
    """

    notes_requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_of_tune = False
        self.field = MelodyField()
        self.listening = ListeningBar()
        self.title = Label()
        self.title.setFont(page_title_font())
        self.title.setWordWrap(True)
        self.back = QPushButton(self.tr("Find by notes instead"))
        self.back.setToolTip(self.tr("Goes back to the notes that you looked for"))
        self.back.clicked.connect(self.notes_requested)
        self.source = SourceBox()
        self.reading = Label()
        self.reading.setFont(small_font())
        self.reading.setProperty("muted", True)
        self.score = ScoreView(studio)
        self.score.setAccessibleName(self.tr("Score of what is looked for"))
        self.score.setToolTip(self.tr("What you look for; click a note to hear it from there"))
        self.score.set_zoom(_ZOOM)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.source)
        column.addLayout(row)
        column.addWidget(self.field)
        column.addWidget(self.reading)
        column.addWidget(self.listening)
        column.addWidget(self.score, 1)
        studio.colors_changed.connect(self._show_icon)
        self._show_icon()
        self.ask_about(NotesQuestion(self.field.toPlainText))

    def set_actions(self, play_in: QAction, *others: QAction) -> None:
        """Offer commands as buttons, that which listens first."""
        self.listening.set_actions(play_in, *others)

    def ask_about(self, question: Question) -> None:
        """Show what is asked about, or the field for notes."""
        is_of_notes = isinstance(question, NotesQuestion)
        if isinstance(question, RelativesQuestion):
            title = question.tune.title or self.tr("Untitled")
            self.title.setText(self.tr("Relatives of “{0}”").format(one_line(title)))
        elif isinstance(question, RecordingQuestion):
            name = one_line(question.path.name)
            self.title.setText(self.tr("What was heard in “{0}”").format(name))
        for of_other in (self.title, self.back):
            of_other.setVisible(not is_of_notes)
        for of_notes in (self.field, self.listening):
            of_notes.setVisible(is_of_notes)
        self.reading.setVisible(is_of_notes and bool(self.reading.text()))
        # Notes need a line or two of music; a whole tune has the room of what it is compared with.
        self._is_of_tune = isinstance(question, RelativesQuestion)
        self.score.setFixedHeight(_SCORE_HEIGHT)
        if self._is_of_tune:
            self.score.setMaximumHeight(_ANY_HEIGHT)
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOn if self._is_of_tune else policy.ScrollBarAlwaysOff
        self.score.setVerticalScrollBarPolicy(bar)
        upright = QSizePolicy.Policy.Expanding if self._is_of_tune else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, upright)

    def show_reading(self, query: QueryRead | None) -> None:
        """Say in which key the typed notes were read, or as what else than ABC."""
        reading = None if query is None else query.reading
        words = "" if reading is None else self._words(reading)
        self.reading.setText(words)
        self.reading.setVisible(bool(words) and not self.field.isHidden())

    def _words(self, reading: QueryReading) -> str:
        key = parse_key(reading.keys[0]).key if reading.keys else None
        if reading.kind is ReadAs.ABC and key is None:
            return ""
        said = reading_words(reading, "" if key is None else key_name(key))
        return message(said.message_id, said.parameters)

    def fit_score(self) -> None:
        """Give the score of notes the height of its lines, a few of them at most."""
        scene = self.score.score_scene
        if not self._is_of_tune:
            lines = self.score.mapFromScene(scene.sceneRect()).boundingRect() if scene else QRect()
            height = lines.height() + 2 * self.score.frameWidth()
            self.score.setFixedHeight(min(max(height, _SCORE_HEIGHT), _MOST_SCORE_HEIGHT))

    def _show_icon(self) -> None:
        self.back.setIcon(icon("arrow-back-up"))
