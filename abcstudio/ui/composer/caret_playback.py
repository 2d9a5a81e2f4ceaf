"""Playback of the tune in the editor: from a note, of the selection, or of all."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.linking.score_link import ScoreLink
from abcstudio.ui.documents.document import Document
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import DocumentTune, PlayedTune


class CaretPlayback(QObject):
    """Offers the player the tune at the caret, and plays it when asked.

    Signals:
        offer_due: Another tune is at the caret, or it is another one now.
    """

    offer_due = Signal()

    def __init__(
        self,
        desk: TuneDesk,
        link: ScoreLink,
        playback: PlaybackController,
        page: QWidget,
    ) -> None:
        """Listen to what happens to the texts; `page` is what must be in sight to be heard."""
        super().__init__(page)
        self._documents = documents = desk.documents
        self._editor = desk.editor
        self._watch = desk.watch
        self._link = link
        self._playback = playback
        self._studio = desk.studio
        self._page = page
        documents.chosen.connect(self.offer_chosen)
        documents.removed.connect(self._on_removed)
        # While takes begin or end, as all who follow the documents: in a turn of its own.
        desk.watch.tune_changed.connect(lambda _view: documents.tell(self.offer_due))
        for change in (documents.number_changed, documents.state_changed):
            change.connect(self._on_names_changed)
        self.offer_due.connect(self.offer)
        link.play_requested.connect(self.play)
        # Later: loading a tune stops the one before.
        playback.state_changed.connect(self._on_state_changed, Qt.ConnectionType.QueuedConnection)

    def play(self, place: int) -> None:
        """Play the tune at the caret from a place in the document."""
        view = self._watch.settle()
        if view is not None:
            self._playback.hear(self._played(view), place - view.offset)

    def play_from_start(self) -> None:
        """Play the tune at the caret from its start, also where it sounds already."""
        view = self._watch.settle()
        if view is not None:
            self._playback.stop()
            self._playback.hear(self._played(view))

    def play_selection(self) -> None:
        """Play the selected notes once."""
        view, chosen = self._watch.settle(), self._chosen_notes()
        if view is None or chosen is None:
            self._studio.notify(self.tr("Select some notes first, in the score or the text."))
        else:
            self._playback.hear(self._played(view), *chosen)

    def toggle(self) -> None:
        """Play the tune at the caret, or pause where that is the one that sounds."""
        view = self._watch.settle()
        if view is None:
            self._studio.notify(self.tr("There is no tune to play yet."), "info")
        else:
            self._playback.toggle(self._played(view))

    def play_from_caret(self) -> None:
        """Play from the selected note, or the one that the caret stands at."""
        view = self._watch.settle()
        if view is not None:
            start = self._editor.selection().start
            self.play(view.next_note(start) + view.offset)

    def offer(self, *, is_chosen: bool = False) -> None:
        """Let the transport bar play this tune as it is now."""
        # What another page has chosen is not replaced by a text that nobody sees.
        is_asked = self._page.isVisible() or not self._playback.text
        if is_asked and not self._documents.current.is_composing:
            self._playback.offer(self._played(self._watch.view), is_chosen=is_chosen)

    def offer_chosen(self) -> None:
        """Play the tune that the person has just chosen, where another one sounds."""
        self.offer(is_chosen=True)

    def chosen_notes(self) -> tuple[int, int] | None:
        """Return the first and the last of the notes selected, in the tune that playing would play.

        None where fewer than two are selected.
        """
        chosen = self._chosen_notes()
        if chosen is not None:
            self.offer_chosen()
        return chosen

    def _chosen_notes(self) -> tuple[int, int] | None:
        view = self._watch.settle()
        if (
            view is None
            or not self._page.isVisible()
            or not self._editor.textCursor().hasSelection()
        ):
            return None
        chosen = self._link.selection.chosen(view)
        return (min(chosen), max(chosen)) if len(chosen) > 1 else None

    def _on_removed(self, document: Document) -> None:
        """Fall silent: nothing leads to the tune of a closed text any more."""
        which = self._playback.tune.identity
        if isinstance(which, DocumentTune) and which.key == document.key:
            self._playback.stop()

    def _on_state_changed(self, state: PlayerState) -> None:
        # The text that is shown replaces another one of this page that was paused: a take that was
        # composed meanwhile. A tune of another page keeps its place.
        is_ours = isinstance(self._playback.tune.which, DocumentTune)
        if state is PlayerState.STOPPED or (state is PlayerState.PAUSED and is_ours):
            self.offer()

    def _played(self, view: TuneView | None) -> PlayedTune:
        """Return a tune for the player; a text without one is its first, so that it falls silent.

        Which tune it is does not depend on what is done to its text.
        """
        document = self._documents.current
        source = self._documents.source_of(document)
        if view is None:
            return PlayedTune("", source, identity=DocumentTune(document.key, 1))
        return PlayedTune(
            view.text,
            view.tune.title or document.name,
            source,
            view.tune.file_header,
            DocumentTune(document.key, view.tune.number, document.is_take),
        )

    def _on_names_changed(self) -> None:
        """Tell the file that is played from another one of its name."""
        which = self._playback.tune.identity
        for document in self._documents:
            if isinstance(which, DocumentTune) and document.key == which.key:
                self._playback.name_source(self._documents.source_of(document))
