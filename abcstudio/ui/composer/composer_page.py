"""The page where tunes are made: it lays out what stands around one document, and connects it.

Over 400 lines: half of it hands each part what it needs, and none of that would make sense alone.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import authors_dir, autosave_dir, opening_dir, takes_dir, tunebook_file
from abcstudio.ui.composer.authorship.author_commands import AuthorCommands
from abcstudio.ui.composer.authorship.author_keeper import AuthorKeeper
from abcstudio.ui.composer.authorship.author_tint import AuthorTint
from abcstudio.ui.composer.authorship.authors_line import AuthorsLine
from abcstudio.ui.composer.caret_speaker import CaretSpeaker
from abcstudio.ui.composer.changes.measure_commands import MeasureCommands
from abcstudio.ui.composer.changes.note_commands import NoteCommands
from abcstudio.ui.composer.changes.score_tools import ScoreTools
from abcstudio.ui.composer.changes.tune_commands import TuneCommands
from abcstudio.ui.composer.composer_columns import ComposerColumns, text_column
from abcstudio.ui.composer.desk.file_check import FileCheck
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.desk.tune_watch import TuneView, TuneWatch, facts_of
from abcstudio.ui.composer.edit_commands import EditCommands
from abcstudio.ui.composer.file_commands import FileCommands
from abcstudio.ui.composer.inspection.inspection_panel import InspectionPanel
from abcstudio.ui.composer.inspection.inspection_presenter import InspectionPresenter
from abcstudio.ui.composer.linking.score_link import ScoreLink
from abcstudio.ui.composer.linking.work_focus import WorkFocus
from abcstudio.ui.composer.listening.caret_playback import CaretPlayback
from abcstudio.ui.composer.listening.listening_commands import ListeningCommands
from abcstudio.ui.composer.newness.known_score import KnownScore
from abcstudio.ui.composer.newness.newness_commands import NewnessCommands
from abcstudio.ui.composer.newness.newness_panel import NewnessPanel
from abcstudio.ui.composer.newness.newness_presenter import NewnessPresenter
from abcstudio.ui.composer.newness.where_else import WhereElse
from abcstudio.ui.composer.note_entry.bar import NoteEntryBar
from abcstudio.ui.composer.note_entry.note_entry import NoteEntry
from abcstudio.ui.composer.open_texts import OpenTexts
from abcstudio.ui.composer.opening.opening_commands import OpeningCommands
from abcstudio.ui.composer.outline.outline_presenter import OutlinePresenter
from abcstudio.ui.composer.outline.tunes_panel import TunesPanel
from abcstudio.ui.composer.panes import Panes
from abcstudio.ui.composer.problems.problems_commands import ProblemsCommands
from abcstudio.ui.composer.problems.problems_panel import ProblemsPanel
from abcstudio.ui.composer.problems.problems_presenter import ProblemsPresenter
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.composer.problems.shown_problems import ShownProblems
from abcstudio.ui.composer.returning.last_text import LastText
from abcstudio.ui.composer.returning.opening_mark import OpeningMark
from abcstudio.ui.composer.rewriting.rewriting_bar import RewritingBar
from abcstudio.ui.composer.rewriting.rewriting_commands import RewritingCommands
from abcstudio.ui.composer.rewriting.rewriting_offer import RewritingOffer
from abcstudio.ui.composer.rewriting.rewriting_presenter import RewritingPresenter
from abcstudio.ui.composer.score_commands import ScoreCommands
from abcstudio.ui.composer.side_commands import SideCommands
from abcstudio.ui.composer.takes.comparing.comparison_command import ComparisonCommand
from abcstudio.ui.composer.takes.compose_commands import ComposeCommands
from abcstudio.ui.composer.takes.compose_controller import ComposeController
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import recall_form, remember_form
from abcstudio.ui.composer.takes.compose_session import ComposeSession, has_music_of_its_own
from abcstudio.ui.composer.takes.costs_presenter import CostsPresenter
from abcstudio.ui.composer.takes.newness.listed_newness import ListedNewness
from abcstudio.ui.composer.takes.ranking.jury_presenter import JuryPresenter
from abcstudio.ui.composer.takes.ranking.jury_view import JuryView
from abcstudio.ui.composer.takes.small_scores import SmallScores
from abcstudio.ui.composer.takes.take_choice import TakeChoice
from abcstudio.ui.composer.takes.take_details import TakeDetails
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.composer.takes.takes_bar import TakesBar, under_bar
from abcstudio.ui.composer.takes.takes_list import TakesList
from abcstudio.ui.composer.tunebook.book_panel import BookPanel
from abcstudio.ui.composer.tunebook.tunebook import Tunebook
from abcstudio.ui.composer.writing.writing_commands import WritingCommands
from abcstudio.ui.controls.areas import dividing_line
from abcstudio.ui.controls.focus_targets import best_control
from abcstudio.ui.controls.side_tabs import SideTabs
from abcstudio.ui.documents.autosave import Autosave
from abcstudio.ui.documents.document import Document, is_locked
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.documents.document_tabs import DocumentTabs
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.encodings.encoding_line import EncodingLine
from abcstudio.ui.documents.file_tabs import FileTabs
from abcstudio.ui.documents.opening_bar import OpeningBar
from abcstudio.ui.documents.opening_progress import OpeningProgress
from abcstudio.ui.documents.outside_changes import OutsideChanges
from abcstudio.ui.documents.previewing.preview_tab import PreviewTab
from abcstudio.ui.documents.recovery import Recovery
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.document_highlighters import DocumentHighlighters
from abcstudio.ui.editor.explanation_line import ExplanationLine
from abcstudio.ui.editor.find_bar import FindBar
from abcstudio.ui.exporting.exporter import Exporter
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import DocumentTune
from abcstudio.ui.playback.playing_in.playing_recorder import PlayingRecorder
from abcstudio.ui.score.editable_score import EditableScore
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import KeyTip, keys_of


class ComposerPage(QWidget):
    """Shows one document at a time and connects what is around it.

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
        self._studio = studio
        self.playback = playback
        self._engraver = engraver
        self._may_close = False
        self._make_documents()
        self._make_views(actions)
        self.small_scores = SmallScores(studio, engraver, self)
        self.takes.draw_scores(self.small_scores)
        self.history = TakeHistory(studio, self.documents, self.takes.takes, takes_dir(), self)
        self.session = ComposeSession(studio, self.history, self.documents, self)
        self.watch = TuneWatch(self.editor, self, studio.start)
        self.link = ScoreLink(self.score, self.editor, self.watch, playback, engraver)
        self.listening = CaretPlayback(
            documents=self.documents,
            editor=self.editor,
            watch=self.watch,
            link=self.link,
            playback=playback,
            studio=studio,
            page=self,
        )
        self.composing = self._make_composing()
        self.take_choice = TakeChoice(
            self.takes, self.documents, self.files, self.history, self.playback
        )
        self.main_focus: QWidget = self.form.compose_button
        self.notice_grounds: tuple[QWidget, ...] = (self.score, self.editor)
        self._lay_out()
        self._connect()
        self.last_text.show()
        # Another text of the same name comes or goes: the title tells them apart.
        self.documents.number_changed.connect(self._on_state_changed)
        self.desk = TuneDesk(self.documents, self.editor, self.watch, studio)
        self.find_bar.replacement_requested.connect(self.desk.write)
        self._add_files(actions, engraver)
        self._add_text(actions)
        self._add_music(actions)
        self._add_surroundings(actions, engraver)
        self._connect_commands(actions)
        self._name_keys(actions)

    def _make_documents(self) -> None:
        studio = self._studio
        self.documents = Documents(self)
        self.files = DocumentFiles(studio, self.documents, self)
        self.autosave = Autosave(self.documents, autosave_dir(), self, studio.start)
        self.recovery = Recovery(studio, self.documents, self.autosave, self.files.opening, self)
        self.author_keeper = AuthorKeeper(studio, self.documents, authors_dir(), self)
        self.outside_changes = OutsideChanges(studio, self.documents, self)

    def _make_views(self, actions: Actions) -> None:
        studio = self._studio
        self.form = ComposeForm(studio)
        recall_form(self.form, studio)
        self.score = EditableScore(studio)
        self.score.setToolTip(
            self.tr("Click a note to choose it, drag it to move it, double-click to hear it")
        )
        self.score.setProperty("help_topic", "score")
        self.tabs = DocumentTabs(studio)
        self.opening_bar = OpeningBar()
        self.editor = AbcEditor(studio)
        self.highlighting = DocumentHighlighters(self.documents, self.editor, studio)
        self.find_bar = FindBar(self.editor, studio, tune_place=lambda: self.desk.place())
        self.explanation = ExplanationLine(studio)
        self.rewriting_bar = RewritingBar(studio)
        self.authors_line = AuthorsLine(self.documents, self.editor, studio)
        self.encoding_line = EncodingLine(self.documents, self.files.encodings)
        self.entry_bar = NoteEntryBar(studio)
        self.problems = ProblemsStrip(studio)
        self.shown_problems = ShownProblems(self.editor, self.problems, self)
        self.takes = TakesList(studio, keep_keys=lambda: keys_of(actions.action("tune.keep")))
        self.takes_bar = TakesBar(self.takes, studio)
        self.jury = JuryView(studio)
        self.details = TakeDetails(self.jury)
        self.tunes_panel = TunesPanel(studio)
        self.book_panel = BookPanel(studio)
        self.problems_panel = ProblemsPanel(studio)
        self.inspection = InspectionPanel(studio)
        self.newness_panel = NewnessPanel(studio)
        self.side = SideTabs(studio)

    def _make_composing(self) -> ComposeController:
        return ComposeController(
            form=self.form,
            session=self.session,
            documents=self.documents,
            files=self.files,
            takes=self.takes,
            details=self.details,
            history=self.history,
            editor=self.editor,
            watch=self.watch,
            link=self.link,
            score=self.score,
            studio=self._studio,
        )

    def _add_files(self, actions: Actions, engraver: Engraver) -> None:
        desk, files, studio = self.desk, self.files, self._studio
        exporter = Exporter(studio, self.playback, files, self)
        self.file_commands = FileCommands(desk, files, exporter, actions)
        self.tunebook = Tunebook(
            path=tunebook_file(),
            panel=self.book_panel,
            side=self.side,
            desk=desk,
            files=files,
            playback=self.playback,
            exporter=exporter,
            engraver=engraver,
            actions=actions,
            window=self,
        )
        self.scores = ScoreCommands(
            desk=desk,
            files=files,
            engraver=engraver,
            actions=actions,
            window=self,
            open_set=self.tunebook.presenter.set_to_print,
        )

    def _add_text(self, actions: Actions) -> None:
        desk, editor, studio = self.desk, self.editor, self._studio
        self.edit_commands = EditCommands(editor, self.find_bar, self.takes, self.history, actions)
        self.writing = WritingCommands(
            desk=desk,
            explanation=self.explanation,
            find_bar=self.find_bar,
            files=self.files,
            actions=actions,
        )
        self.compose_commands = ComposeCommands(desk, self.composing, self.session, actions)
        self.comparing = ComparisonCommand(
            self.takes, self.playback, self._engraver, studio, actions
        )
        self._add_tabs(actions)
        self._add_problems(actions)
        AuthorCommands(AuthorTint(self.documents, editor, studio), self.authors_line, actions)
        ListeningCommands(desk, self.listening, actions)

    def _add_tabs(self, actions: Actions) -> None:
        self._work_focus = WorkFocus(self.editor, self.score)
        self.file_tabs = FileTabs(self.documents, self.files, self.tabs, self._studio, actions)
        PreviewTab(self.documents, self.files, self.tabs, self._studio)
        self.open_texts = OpenTexts(
            documents=self.documents,
            editor=self.editor,
            highlighting=self.highlighting,
            bar=self.tabs,
            files=self.files,
            autosave=self.autosave,
            history=self.history,
            takes=self.takes,
            last_text=self.last_text,
        )
        self.tabs.clicked.connect(self._work_focus.give_back)
        self.panes = Panes(actions, self)
        self.panes.add(self.form, lambda: self.form.compose_button)
        self.panes.add(self.score, lambda: self.score)
        self.panes.add(self.editor, lambda: self.editor)
        self.panes.add(self.side, lambda: best_control(self.side.panel(self.side.front)))

    def _add_problems(self, actions: Actions) -> None:
        desk, watch, studio = self.desk, self.watch, self._studio
        # First of those that follow the tune, because it learns what is doubtful in it.
        self.check = FileCheck(studio, lambda: watch.known_tunes, self)
        self.fixes = ProblemsPresenter(
            desk=desk,
            strip=self.problems,
            side=self.side,
            panel=self.problems_panel,
            check=self.check,
        )
        self.fixes.strip_left.connect(self._work_focus.give_back)
        ProblemsCommands(desk, self.problems, self.fixes, actions)
        self.side_commands = SideCommands(self.side, studio, actions)

    def _add_music(self, actions: Actions) -> None:
        desk, score, link = self.desk, self.score, self.link
        TuneCommands(desk, actions, self)
        self.note_commands = NoteCommands(desk, link.selection, score, actions)
        ScoreTools(desk=desk, link=link, score=score, actions=actions)
        self.rewriting = RewritingPresenter(
            desk=desk,
            selection=link.selection,
            score=score,
            playback=self.playback,
            bar=self.rewriting_bar,
        )
        self.rewriting.play_requested.connect(self.listening.play)
        RewritingCommands(desk, self.rewriting, actions)
        rewrite_measures = actions.action("tune.rewrite_measures")
        self.editor.offer_in_menu(rewrite_measures)
        self.rewriting_offer = RewritingOffer(
            ground=score,
            desk=desk,
            presenter=self.rewriting,
            command=rewrite_measures,
        )

    def _add_surroundings(self, actions: Actions, engraver: Engraver) -> None:
        desk = self.desk
        self.look_inside = InspectionPresenter(desk, self.inspection)
        self.known_score = KnownScore(self.newness_panel.score, engraver, self.playback)
        self.newness = NewnessPresenter(
            desk=desk,
            link=self.link,
            score=self.score,
            known=self.known_score,
            panel=self.newness_panel,
        )
        self.newness.selection_play_requested.connect(self.listening.play_selection)
        self.newness.told.connect(self.details.show_newness)
        self.judging = JuryPresenter(desk, self.takes.takes, self.jury)
        self.newness_commands = NewnessCommands(self.newness, actions)
        WhereElse(desk, actions)
        self.outline = OutlinePresenter(
            desk=desk,
            side=self.side,
            panel=self.tunes_panel,
            check=self.check,
            actions=actions,
        )
        self.reading = CaretSpeaker(
            desk=desk,
            score=self.score,
            link=self.link,
            strip=self.problems,
            actions=actions,
        )
        self.note_entry = NoteEntry(
            desk=desk,
            score=self.score,
            bar=self.entry_bar,
            live=self.playback.live,
            actions=actions,
        )
        MeasureCommands(desk, actions)

    def _name_keys(self, actions: Actions) -> None:
        """Let buttons that do what commands do name the keys of these."""
        strip, action = self.problems, actions.action
        KeyTip(strip.fix_button, partial(action, "tune.fix_problem"))
        KeyTip(strip.next_button, partial(action, "tune.next_problem"))
        KeyTip(strip.previous_button, partial(action, "tune.previous_problem"))
        KeyTip(
            self.form.compose_button,
            lambda: action("play.stop" if self.session.is_composing else "tune.compose"),
        )

    def _connect_commands(self, actions: Actions) -> None:
        self.opening = PlayingRecorder(
            field=self.form.seed,
            bar=self.form.opening,
            midi=self.note_entry.midi,
            live=self.playback.live,
        )
        self.opening.began.connect(self.note_entry.leave)
        self.session.started.connect(self.opening.end)
        self.opening.began.connect(self.form.show_seed)
        OpeningCommands(self.opening, self.form.opening, actions)
        self.form.offer_opening(actions.action("tune.play_opening"))
        self.form.offer_best(actions.action("tune.compose_best"))
        commands = self.file_commands
        commands.new_requested.connect(self.begin_text)
        commands.template_requested.connect(self.writing.snippets.open_templates)
        commands.open_requested.connect(self.ask_to_open)
        commands.close_requested.connect(self.file_tabs.close_current)
        commands.recovery_requested.connect(self.recovery.recover)
        self.edit_commands.take_return_requested.connect(self.take_choice.undo_removal)
        self.compose_commands.keep_requested.connect(self.take_choice.toggle_kept)
        self.compose_commands.step_requested.connect(self.take_choice.step)
        self.newness_commands.side_requested.connect(self.side_commands.show_panel)
        self.compose_commands.audition_requested.connect(self.take_choice.audition)
        self.take_choice.hearing_requested.connect(self.listening.play_from_start)
        end = self.tr("There is no further take in this list.")
        self.take_choice.end_reached.connect(partial(self._studio.notify, end, "info"))
        more = self.tr("The next takes are still being composed: press again in a moment.")
        self.take_choice.more_awaited.connect(partial(self._studio.notify, more, "info"))
        none = self.tr("There is no take yet: Compose writes the first one.")
        self.take_choice.nothing_listed.connect(partial(self._studio.notify, none, "info"))
        self.fixes.side_requested.connect(self.side_commands.show_panel)
        self.outline.side_requested.connect(self.side_commands.show_panel)
        self.tunebook.presenter.side_requested.connect(self.side_commands.show_panel)
        self.tunebook.presenter.tune_opened.connect(
            lambda place, focus: self.outline.go_to(place, focus=focus)
        )
        self.tunebook.presenter.tune_kept.connect(self.author_keeper.keep_tune)
        self.tunebook.presenter.tune_renamed.connect(self.author_keeper.carry)
        self.outline.tune_chosen.connect(self.listening.offer_chosen)
        self.note_commands.note_changed.connect(self.note_entry.sound)
        self.note_entry.action.toggled.connect(self.link.selection.look_back)
        self.note_entry.action.toggled.connect(self.shown_problems.set_entering)
        self.note_entry.play_requested.connect(self.playback.toggle)

    @property
    def document_name(self) -> str:
        """The name of the document in the editor."""
        return self.documents.label_of(self.documents.current)

    @property
    def is_modified(self) -> bool:
        """Whether the document in the editor needs saving."""
        return self.documents.current.needs_saving

    def open_path(self, path: Path, *others: Path) -> bool:
        """Open a file, ready to be worked on, and others behind it; return whether it is shown."""
        is_shown = self.files.open_paths([path, *others]) if others else self.files.open_path(path)
        if is_shown:
            self.focus_text()
        return is_shown

    def begin_text(self) -> None:
        """Begin an empty tune, ready to be typed."""
        self.files.new()
        self.focus_text()

    def ask_to_open(self) -> None:
        """Ask for files and open them; the first one is ready to be worked on."""
        before = self.documents.current
        self.files.open()
        if self.documents.current is not before:
            self.focus_text()

    def focus_text(self) -> None:
        """Put the focus into the text."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_text(self, text: str, name: str) -> None:
        """Open a text that has no file."""
        self.files.open_text(text, name)

    def may_close(self, also: str = "", else_ask: Callable[[], bool] = lambda: True) -> bool:
        """Ask about unsaved text; return whether the window may close.

        Args:
            also: What else the person should know before the window closes.
            else_ask: Asks about that where no text is unsaved.
        """
        self._may_close = self.files.may_close(self.file_tabs.in_order(), also, else_ask)
        return self._may_close

    def close_page(self) -> None:
        """Stop timers and composing; text that was neither saved nor discarded is kept."""
        self.session.bring_texts()
        drawing = [one for one in self.documents if one.is_composing and has_music_of_its_own(one)]
        self.history.close([(each, facts_of(each.text())) for each in drawing])
        self.last_text.close()
        self.session.stop()
        remember_form(self.form, self._studio)
        self.recovery.stop()
        self.files.opening.stop()
        self.writing.stop()
        self.look_inside.stop()
        self.known_score.close()
        self.reading.stop()
        self.watch.stop()
        self.author_keeper.close()
        self.autosave.close(keep_copies=not self._may_close)

    def set_focus_mode(self, is_on: bool) -> None:
        """Leave only score and text, or bring the sides back."""
        self.form.setVisible(not is_on)
        self.side.setVisible(not is_on)
        if is_on:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.listening.offer()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop composing with Esc also while nothing sounds and the stop command is off."""
        if event.key() == Qt.Key.Key_Escape and self.session.is_composing:
            self.session.stop()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.rewriting.is_on:
            self.rewriting.drop()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.columns = ComposerColumns(self.form, self.side, self._studio)
        text = text_column(
            self.find_bar,
            self.rewriting_bar,
            self.editor,
            self.authors_line,
            dividing_line(),
            self.explanation,
            self.entry_bar,
            self.encoding_line,
            self.problems,
            stretched=self.editor,
        )
        self.columns.fill_middle(
            self.tabs, self.opening_bar, score=self.score, editor=self.editor, text=text
        )
        takes = self.columns.pair(under_bar(self.takes_bar, self.takes), self.details)
        listed = self.tr("The tunes of this text")
        doubtful = self.tr("What is doubtful in this tune, or in the whole text")
        kept = self.tr("The tunes that you keep, in sets")
        expected = self.tr("What the model expects of this tune, and what its units do")
        known = self.tr("How new this tune is, and what known tunes share with it")
        for name, words, tooltip, panel, icon_name in (
            ("takes", self.tr("Takes"), self.tr("What has been composed"), takes, "playlist"),
            ("tunes", self.tr("Tunes"), listed, self.tunes_panel, "list"),
            ("book", self.tr("Tunebook"), kept, self.book_panel, "books"),
            ("problems", self.tr("Problems"), doubtful, self.problems_panel, "alert-triangle"),
            ("inspection", self.tr("Model"), expected, self.inspection, "eye"),
            ("newness", self.tr("New?"), known, self.newness_panel, "sparkles"),
        ):
            self.side.add(name, words, tooltip, panel, icon_name)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def _connect(self) -> None:
        CostsPresenter(self.form, self.history, self.session)
        self.listed_newness = ListedNewness(self.takes, self.history, self.session, self._studio)
        self.listed_newness.progressed.connect(self.takes_bar.show_left)
        self.last_text = LastText(
            documents=self.documents,
            bar=self.tabs,
            files=self.files,
            history=self.history,
            editor=self.editor,
            watch=self.watch,
            link=self.link,
            mark=OpeningMark(opening_dir()),
            studio=self._studio,
            page=self,
        )
        self.composing.click_requested.connect(self.playback.live.click)
        # What arrives is listed there; a side that is folded away stays so.
        self.session.started.connect(lambda: self.side.show_panel("takes"))
        self.session.started.connect(self.takes_bar.show_all)
        self.documents.added.connect(self._on_document_added)
        self.documents.removed.connect(self._on_document_removed)
        self.documents.current_changed.connect(self._on_current_changed)
        self.documents.state_changed.connect(self._on_state_changed)
        self.playback.show_requested.connect(self._on_show_requested)
        opening = OpeningProgress(self.files.opening, self.opening_bar, self.documents)
        opening.focus_due.connect(self.focus_text)
        self.recovery.recovered.connect(self.focus_text)
        self.watch.tune_changed.connect(self._on_tune_changed)
        self.editor.caret_moved.connect(self._on_caret_moved)
        self.editor.change_refused.connect(partial(self._studio.notify, kind="warning"))
        self._studio.open_text_requested.connect(self.open_text)

    def _on_document_added(self, document: Document) -> None:
        if document.is_take:
            self.takes.takes.add(document, TuneFacts())

    def _on_document_removed(self, document: Document) -> None:
        self.editor.forget(document)
        with QSignalBlocker(self.takes):
            # The row that takes its place was not chosen.
            self.takes.takes.remove(document)
        self.takes.show_current(self.documents.current)
        which = self.playback.tune.identity
        if isinstance(which, DocumentTune) and which.key == document.key:
            # Nothing would lead to it any more.
            self.playback.stop()

    def _on_current_changed(self, document: Document) -> None:
        self.editor.show_document(document)
        self.takes.show_current(document)
        self.watch.read_now()
        self._on_state_changed()

    def _on_state_changed(self) -> None:
        document = self.documents.current
        self.editor.setReadOnly(is_locked(document))
        self.details.show_document(document)
        self.window_title_changed.emit(self.documents.label_of(document))

    def _on_tune_changed(self, view: TuneView | None) -> None:
        document = self.documents.current
        if view is not None:
            # First: another process draws it while the rest is shown here.
            self.link.show_tune(view, document.key, is_composing=document.is_composing)
        is_composing = document.is_composing
        self.shown_problems.show_view(None if is_composing else view)
        if not is_composing:
            self._show_facts(document, view)
        is_own = view is not None and not document.is_welcome
        self.main_focus = self.editor if is_own else self.form.compose_button
        if view is None:
            self.link.show_sentence(self._why_no_tune())
        # While takes begin or end, as all who follow the documents: in a turn of its own.
        self.documents.tell(self.listening.offer_due)

    def _why_no_tune(self) -> str:
        if self.documents.current.is_composing:
            return self.tr("The network is getting ready…")
        if self.watch.is_reading:
            return self.tr("This large tune is being read…")
        return self.tr("Press Compose, open a file, or type ABC below")

    def _show_facts(self, document: Document, view: TuneView | None) -> None:
        """Say what the text is now."""
        facts = view.facts() if view else TuneFacts()
        self.takes.takes.set_facts(document, facts)
        if document.provenance.take_number or document.path is None:
            document.set_title(document.large.shown_book().first_title)

    def _on_show_requested(self, which: object) -> None:
        if not isinstance(which, DocumentTune):
            return
        document = next((each for each in self.documents if each.key == which.key), None)
        if document is None:
            self._studio.notify(self.tr("This tune is no longer open."))
            return
        self._studio.page_requested.emit("composer")
        self.documents.make_current(document)
        self.outline.go_to(which.number - 1, focus=True)
        self.link.show_from_top()

    def _on_caret_moved(self, caret: int) -> None:
        self.problems.set_caret(caret)
        self.problems.set_place(*self.editor.place())
