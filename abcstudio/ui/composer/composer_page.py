"""The page where tunes are made: it lays out the rooms around one document."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.ui.composer.composer_columns import ComposerColumns
from abcstudio.ui.composer.composer_parts import make_parts
from abcstudio.ui.composer.composer_rooms import ROOMS
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.note_entry.room import NoteEntryRoom
from abcstudio.ui.composer.opening_room import OpeningRoom
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.panes import Panes
from abcstudio.ui.composer.rewriting.room import RewritingRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.open_texts import OpenTexts
from abcstudio.ui.composer.texts.returning.last_text import LastText
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.controls.focus_targets import best_control
from abcstudio.ui.playback.piano_strip import PianoStrip
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio


class ComposerPage(QWidget):
    """Shows one document at a time.

    Attributes:
        parts: The parts that the rooms share.
        desk: The tune at the caret.
        rooms: The rooms, by their classes.

    Signals:
        window_title_changed: The document's name or its modified mark changed. Carries the name.
    """

    window_title_changed = Signal(str)

    def __init__(
        self,
        studio: Studio,
        actions: Actions,
        playback: PlaybackController,
        engraver: Engraver,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        parts = self.parts = make_parts(self, studio, actions, playback, engraver)
        self.desk, self.rooms = parts.desk, parts.rooms
        for room in ROOMS:
            self.rooms.add(room(parts))
        self._composing = self.rooms[ComposingRoom]
        self._texts = self.rooms[TextsRoom]
        self.main_focus: QWidget = self._composing.form.compose_button
        self.notice_grounds: tuple[QWidget, ...] = (parts.score, self.desk.editor)
        parts.score.setToolTip(
            self.tr("Click a note to choose it, drag it to move it, double-click to hear it")
        )
        parts.score.setProperty("help_topic", "score")
        self.panes = self.rooms[Panes]
        self._add_panes()
        parts.columns.lay_out()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts.columns)
        documents = self.desk.documents
        documents.current_changed.connect(self._show_title)
        documents.state_changed.connect(self._show_title)
        # Another text of the same name comes or goes: the title tells them apart.
        documents.number_changed.connect(self._show_title)
        self.desk.watch.tune_changed.connect(self._choose_focus)
        self._choose_focus(self.desk.watch.view)

    def _add_panes(self) -> None:
        form, side = self._composing.form, self.parts.side
        self.panes.add(form, lambda: form.compose_button)
        self.panes.add(self.parts.score, lambda: self.parts.score)
        self.panes.add(self.desk.editor, lambda: self.desk.editor)
        self.panes.add(side, lambda: best_control(side.panel(side.front)))

    @property
    def columns(self) -> ComposerColumns:
        """Its panels side by side."""
        return self.parts.columns

    @property
    def document_name(self) -> str:
        """The name of the document in the editor."""
        return self.desk.documents.label_of(self.desk.document)

    @property
    def is_modified(self) -> bool:
        """Whether the document in the editor needs saving."""
        return self.desk.document.needs_saving

    @property
    def open_texts(self) -> OpenTexts:
        """What hands the open texts to the next window."""
        return self._texts.open_texts

    @property
    def last_text(self) -> LastText:
        """What shows the text of last time."""
        return self._texts.last_text

    @property
    def row_views(self) -> tuple[QWidget, ...]:
        """The lists whose rows Space plays."""
        return self.rooms[TakesRoom].list, self.rooms[OutlineRoom].panel.view

    def use_piano(self, piano: PianoStrip) -> None:
        """Enter notes from the piano of the window, into the tune or the seed."""
        self.rooms[NoteEntryRoom].use_piano(piano)
        self.rooms[OpeningRoom].recorder.use_piano(piano)

    def open_path(self, path: Path, *others: Path) -> bool:
        """Open a file, ready to be worked on, and others behind it; return whether it is shown."""
        return self._texts.open_path(path, *others)

    def may_close(self, also: str = "", else_ask: Callable[[], bool] = lambda: True) -> bool:
        """Ask about unsaved text, as `TextsRoom.may_close` does."""
        return self._texts.may_close(also, else_ask)

    def set_focus_mode(self, is_on: bool) -> None:
        """Leave only score and text, or bring the sides back."""
        self._composing.form.setVisible(not is_on)
        self.parts.side.setVisible(not is_on)
        if is_on:
            self.desk.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.parts.listening.offer()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop composing with Esc also while nothing sounds and the stop command is off."""
        session, rewriting = self._composing.session, self.rooms[RewritingRoom].presenter
        if event.key() == Qt.Key.Key_Escape and session.is_composing:
            session.stop()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and rewriting.is_on:
            rewriting.drop()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _show_title(self) -> None:
        self.window_title_changed.emit(self.document_name)

    def _choose_focus(self, view: TuneView | None) -> None:
        is_own = view is not None and not self.desk.document.is_welcome
        self.main_focus = self.desk.editor if is_own else self._composing.form.compose_button
