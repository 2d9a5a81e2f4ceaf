"""One tune: its score over its text, and what to do with it."""

from collections.abc import Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.notation.spans import Span
from abcstudio.ui.controls.action_button import CommandButton
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, elided, in_lines
from abcstudio.ui.look.theme import GRID, Colors, editor_font, page_title_font, small_font
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words
from abcstudio.ui.words.rhythm_names import rhythm_name


class PreviewText(QPlainTextEdit):
    """Shows ABC that cannot be changed; its menu offers commands on what is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[QAction] = []
        self.setReadOnly(True)
        self.setFont(editor_font())
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setTabChangesFocus(True)
        # The caret can be moved, and with Shift selects: without a mouse, too.
        reading = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(reading | Qt.TextInteractionFlag.TextSelectableByKeyboard)

    @property
    def chosen(self) -> Span:
        """What is selected; nothing, where the caret stands."""
        cursor = self.textCursor()
        return Span(cursor.selectionStart(), cursor.selectionEnd())

    def offer_in_menu(self, *actions: QAction) -> None:
        """Offer commands in the menu of the text, below Qt's own."""
        self._offered += actions

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions(self._offered)
        menu.popup(event.globalPos())


# Walking through the table with a held arrow key must not engrave every tune on the way.
_PAUSE_MS = 60
# So long the score of one tune may stand under the title of the next.
_STALE_MS = 250
_NARROWEST = 32 * GRID
_MOST_IN_HEAD = 300
MOST_TEXT = 200_000
"""Characters of the tune's text that are shown; a line of megabytes would hold the window."""


class TunePreview(QWidget):
    """The chosen tune of the table.

    Signals:
        tune_changed: Another tune is shown, or none.
        engraving_requested: A score should be drawn. Carries the text.
        play_requested: Carries the `Tune`.
        open_requested: The tune should be opened in the composer. Carries the `Tune`.
        note_clicked: A note of the score was clicked. Carries its offset in the tune's text.
    """

    tune_changed = Signal()
    engraving_requested = Signal(str)
    play_requested = Signal(object)
    open_requested = Signal(object)
    note_clicked = Signal(int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tune: Tune | None = None
        self._drawn = ""
        self._title = Label()
        self._title.setFont(page_title_font())
        self._title.setWordWrap(True)
        self._facts = _small_print()
        for label in (self._title, self._facts):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.score = ScoreView(studio)
        self.score.setAccessibleName(self.tr("Score of the tune"))
        self.score.note_clicked.connect(self.note_clicked)
        self.text = PreviewText()
        self.text.setAccessibleName(self.tr("Text of the tune"))
        self.text.setToolTip(self.tr("The tune as ABC; open it in the composer to change it"))
        self.rest = _small_print(
            self.tr("This is the beginning of the tune. Open it in the composer to see all of it.")
        )
        self.rest.hide()
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.addWidget(self.score)
        self.parts.addWidget(self.text)
        self.parts.setStretchFactor(0, 3)
        self.parts.setStretchFactor(1, 2)
        self.play = QPushButton(self.tr("Play"))
        self.play.setToolTip(self.tr("Plays the tune"))
        self.open = QPushButton(self.tr("Open in Composer"))
        self.open.setToolTip(
            self.tr("Opens a copy of the tune in the composer ({0})").format(key_words("Return"))
        )
        self.relatives = CommandButton(self.tr("Relatives"))
        self.play.clicked.connect(self._on_play)
        self.open.clicked.connect(self._on_open)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._on_pause)
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(_STALE_MS)
        self._stale.timeout.connect(lambda: self.set_trouble(self.tr("Drawing the score…")))
        self._lay_out()
        studio.colors_changed.connect(self._set_colors)
        self._set_colors(studio.colors)
        self.set_tune(None)

    @property
    def tune(self) -> Tune | None:
        """The tune that is shown."""
        return self._tune

    def set_tune(self, tune: Tune | None) -> None:
        """Show another tune, or none."""
        self._tune = tune
        self.play.setEnabled(tune is not None)
        self.open.setEnabled(tune is not None)
        title = tune.title or self.tr("Untitled") if tune is not None else ""
        self._title.setText(elided(title, _MOST_IN_HEAD))
        self._title.setToolTip("" if len(title) <= _MOST_IN_HEAD else in_lines(title))
        self._facts.setText(self._facts_of(tune) if tune is not None else "")
        text = tune.text if tune is not None else ""
        self.text.setPlainText(text[:MOST_TEXT])
        self.rest.setVisible(len(text) > MOST_TEXT)
        if tune is None:
            self._timer.stop()
            self._stale.stop()
            self.set_trouble(self.tr("Choose a tune to see it."))
        else:
            self._timer.start()
            if tune.text != self._drawn and not self._stale.isActive():
                self._stale.start()
        # The score that stands until the new one is drawn does not sound.
        self.highlight(())
        self.tune_changed.emit()

    def set_score(self, engraved: EngravedScore, text: str) -> None:
        """Take a drawn score, if it is that of the tune shown."""
        if self._tune is None or self._tune.text != text:
            return
        self._stale.stop()
        self.score.set_score(engraved)
        if text != self._drawn:
            self._drawn = text
            bar = self.score.verticalScrollBar()
            bar.setValue(bar.minimum())

    def set_trouble(self, sentence: str) -> None:
        """Say why there is no score."""
        self._stale.stop()
        self._drawn = ""
        self.score.set_message(sentence)

    def highlight(self, offsets: Collection[int]) -> None:
        """Show which notes sound."""
        self.score.highlight(offsets)

    def close_preview(self) -> None:
        """Stop waiting."""
        self._timer.stop()
        self._stale.stop()

    def _set_colors(self, colors: Colors) -> None:
        self.play.setIcon(icon("player-play"))
        self.open.setIcon(icon("pencil"))
        self.relatives.setIcon(icon("sparkles"))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 0)
        head.setSpacing(GRID // 2)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(2 * GRID, 0, 2 * GRID, 2 * GRID)
        buttons.setSpacing(GRID)
        buttons.addWidget(self.play)
        buttons.addWidget(self.open)
        buttons.addWidget(self.relatives)
        buttons.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        foot.addWidget(self.rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addStrut(_NARROWEST)
        column.addLayout(head)
        column.addWidget(self.parts, 1)
        column.addLayout(foot)
        column.addLayout(buttons)

    def _facts_of(self, tune: Tune) -> str:
        facts = [
            rhythm_name(tune.rhythm),
            _together(self.tr("meter {0}").format(tune.meter) if tune.meter else ""),
            _together(self.tr("key {0}").format(tune.key) if tune.key else ""),
            _together(self._measures(tune.measure_count)),
            tune.origin,
        ]
        return "  ·  ".join(elided(fact, _MOST_IN_HEAD) for fact in facts if fact)

    def _measures(self, count: int) -> str:
        # The first is for languages without plural forms on file, English before all.
        return self.tr("1 measure") if count == 1 else self.tr("%Ln measures", "", count)

    def _on_pause(self) -> None:
        if self._tune is not None:
            self.engraving_requested.emit(self._tune.text)

    def _on_play(self) -> None:
        if self._tune is not None:
            self.play_requested.emit(self._tune)

    def _on_open(self) -> None:
        if self._tune is not None:
            self.open_requested.emit(self._tune)


def _together(fact: str) -> str:
    """Return a fact that no line breaks between its number and its word."""
    return fact.replace(" ", "\u00a0")


def _small_print(words: str = "") -> Label:
    label = Label(words)
    label.setProperty("muted", True)
    label.setFont(small_font())
    label.setWordWrap(True)
    return label
