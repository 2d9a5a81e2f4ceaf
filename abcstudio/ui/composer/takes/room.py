"""The list of takes, with details, history and the jury."""

from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from abcstudio.composing.history.take_orders import NEWEST
from abcstudio.paths import takes_dir
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.desk.tune_watch import TuneView, facts_of
from abcstudio.ui.composer.takes.compose_session import ComposeSession, has_music_of_its_own
from abcstudio.ui.composer.takes.ranking.jury_presenter import JuryPresenter
from abcstudio.ui.composer.takes.ranking.jury_summary import JurySummary
from abcstudio.ui.composer.takes.small_scores import SmallScores
from abcstudio.ui.composer.takes.take_choice import TakeChoice
from abcstudio.ui.composer.takes.take_details import TakeDetails
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.composer.takes.take_words import order_names
from abcstudio.ui.composer.takes.takes_list import TakesList
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.documents.document import Document
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import keys_of


class TakesBar(QWidget):
    """Says in what order which takes are listed."""

    def __init__(self, takes: TakesList, studio: Studio) -> None:
        super().__init__()
        self._takes = takes
        self._arranged = (NEWEST, False)
        self.order = ChoiceBox()
        for order, words in order_names().items():
            self.order.addItem(words, order)
        self.order.setAccessibleName(self.tr("Order of the takes"))
        self.order.setToolTip(
            self.tr(
                "The latest takes first, or those that are newest beside the known tunes, or have"
                " the highest number of the jury"
            )
        )
        self.starred = QToolButton()
        self.starred.setCheckable(True)
        self.starred.setAutoRaise(True)
        self.starred.setAccessibleName(self.tr("Only with a star"))
        self.starred.setToolTip(self.tr("List only takes with a star"))
        self.order.currentIndexChanged.connect(self._arrange)
        self.starred.toggled.connect(self._arrange)
        self.progress = Label()
        self.progress.setFont(small_font())
        self.progress.setProperty("muted", True)
        self.progress.setWordWrap(True)
        self.progress.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.order, 1)
        row.addWidget(self.starred)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.progress)
        self._show_icons()
        studio.colors_changed.connect(self._show_icons)

    def show_left(self, count: int) -> None:
        """Say how many takes are still to be compared before the order is right, 0 for none."""
        self.progress.setText(self.tr("Still to be compared with known tunes: {0}").format(count))
        self.progress.setVisible(count > 0)

    def show_all(self) -> None:
        """List all takes, the newest first: what has just been composed is in sight."""
        with QSignalBlocker(self.order), QSignalBlocker(self.starred):
            self.order.setCurrentIndex(self.order.findData(NEWEST))
            self.starred.setChecked(False)
        self._arrange()

    def _arrange(self) -> None:
        order, starred = self.order.currentData(), self.starred.isChecked()
        if (order, starred) != self._arranged:
            self._arranged = (order, starred)
            self._takes.arrange(order, starred=starred)

    def _show_icons(self) -> None:
        self.starred.setIcon(icon("star"))


def under_bar(bar: TakesBar, takes: TakesList) -> QWidget:
    """Return the list under its bar."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(takes, 1)
    return holder


class TakesRoom(QObject):
    """Lists takes at the side, with the details of the one in the editor below."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self._parts = parts
        desk, studio, actions = parts.desk, parts.studio, parts.actions
        self.list = TakesList(studio, keep_keys=lambda: keys_of(actions.action("tune.keep")))
        self.bar = TakesBar(self.list, studio)
        self.jury = JurySummary()
        self.details = TakeDetails(self.jury)
        self.small_scores = SmallScores(studio, parts.engraver, self)
        self.list.draw_scores(self.small_scores)
        self.history = TakeHistory(studio, desk.documents, self.list.takes, takes_dir(), self)
        self.session = ComposeSession(studio, self.history, desk.documents, self)
        self.choice = TakeChoice(parts, self.list, self.history)
        self.judging = JuryPresenter(desk, self.list.takes, self.jury)
        pair = parts.columns.pair(under_bar(self.bar, self.list), self.details)
        words = self.tr("What has been composed")
        parts.side.add("takes", self.tr("Takes"), words, pair, "playlist")
        self._connect()

    def _connect(self) -> None:
        desk = self._parts.desk
        documents = desk.documents
        # New takes are listed there; a folded side stays folded.
        self.session.started.connect(lambda: self._parts.side.show_panel("takes"))
        self.session.started.connect(self.bar.show_all)
        self._parts.studio.closing.connect(self._close)
        documents.added.connect(self._on_added)
        documents.removed.connect(self._on_removed)
        documents.current_changed.connect(self._on_current_changed)
        documents.state_changed.connect(self._show_details)
        desk.watch.tune_changed.connect(self._show_facts)
        choice, notify = self.choice, self._parts.studio.notify
        choice.hearing_requested.connect(self._parts.listening.play_from_start)
        end = self.tr("There is no further take in this list.")
        choice.end_reached.connect(partial(notify, end, "info"))
        more = self.tr("The next takes are still being composed: press again in a moment.")
        choice.more_awaited.connect(partial(notify, more, "info"))
        none = self.tr("There is no take yet: Compose writes the first one.")
        choice.nothing_listed.connect(partial(notify, none, "info"))

    def _close(self) -> None:
        """Keep the takes composed so far."""
        self.session.bring_texts()
        documents = self._parts.desk.documents
        drawing = [one for one in documents if one.is_composing and has_music_of_its_own(one)]
        self.history.close([(each, facts_of(each.text())) for each in drawing])
        self.session.stop()

    def _on_added(self, document: Document) -> None:
        if document.is_take:
            self.list.takes.add(document, TuneFacts())

    def _on_removed(self, document: Document) -> None:
        with QSignalBlocker(self.list):
            # The row that takes its place was not chosen.
            self.list.takes.remove(document)
        self.list.show_current(self._parts.desk.document)

    def _on_current_changed(self, document: Document) -> None:
        self.list.show_current(document)
        self._show_details()

    def _show_details(self) -> None:
        self.details.show_document(self._parts.desk.document)

    def _show_facts(self, view: TuneView | None) -> None:
        """Update title, key and form of the current take in the list."""
        document = self._parts.desk.document
        if document.is_composing:
            return
        self.list.takes.set_facts(document, view.facts() if view else TuneFacts())
        if document.provenance.take_number or document.path is None:
            document.set_title(document.large.shown_book().first_title)
