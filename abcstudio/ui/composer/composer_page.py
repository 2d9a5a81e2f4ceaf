"""The page where tunes are made: the wish left, score over text in the middle, takes right.

Over 400 lines: it only connects what is around one document, and half of it would not make sense
alone.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.composing.take_history import RememberedTake
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.notation.spans import Span
from abcstudio.paths import autosave_dir, takes_dir
from abcstudio.ui.composer.caret_reading import CaretReading
from abcstudio.ui.composer.changes.measure_commands import MeasureCommands
from abcstudio.ui.composer.changes.note_editing import NoteEditing
from abcstudio.ui.composer.changes.score_tools import ScoreTools
from abcstudio.ui.composer.changes.tune_editing import TuneEditing
from abcstudio.ui.composer.desk.file_check import FileCheck
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.desk.tune_watch import TuneView, TuneWatch, facts_of
from abcstudio.ui.composer.edit_commands import EditCommands
from abcstudio.ui.composer.file_commands import FileCommands
from abcstudio.ui.composer.inspection.inspection_panel import InspectionPanel
from abcstudio.ui.composer.inspection.inspection_presenter import InspectionPresenter
from abcstudio.ui.composer.linking.score_link import ScoreLink
from abcstudio.ui.composer.listening.listening import Listening
from abcstudio.ui.composer.listening.listening_commands import ListeningCommands
from abcstudio.ui.composer.note_entry.bar import NoteEntryBar
from abcstudio.ui.composer.note_entry.note_entry import NoteEntry
from abcstudio.ui.composer.outline.outline_presenter import OutlinePresenter
from abcstudio.ui.composer.outline.tunes_panel import TunesPanel
from abcstudio.ui.composer.panes import Panes, best_control
from abcstudio.ui.composer.problems.problems_panel import ProblemsPanel
from abcstudio.ui.composer.problems.problems_presenter import ProblemsPresenter
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.composer.score_commands import ScoreCommands
from abcstudio.ui.composer.side_commands import SideCommands
from abcstudio.ui.composer.takes.compose_commands import ComposeCommands
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_session import ComposeSession, has_music_of_its_own
from abcstudio.ui.composer.takes.composing import Composing
from abcstudio.ui.composer.takes.take_details import TakeDetails
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.composer.takes.take_origin import origin_in
from abcstudio.ui.composer.takes.takes_list import ListedTake, TakesList
from abcstudio.ui.composer.writing.writing_commands import WritingCommands
from abcstudio.ui.controls.areas import dividing_line
from abcstudio.ui.controls.side_tabs import SideTabs
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.documents.autosave import Autosave
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.documents.document_tabs import DocumentTabs
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.file_tabs import FileTabs
from abcstudio.ui.documents.opening_bar import OpeningBar
from abcstudio.ui.documents.outside_changes import OutsideChanges
from abcstudio.ui.documents.recovery import Recovery
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.abc_highlighter import AbcHighlighter
from abcstudio.ui.editor.explanation_line import ExplanationLine
from abcstudio.ui.editor.find_bar import FindBar
from abcstudio.ui.exporting.exporting import Exporter
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.playback.piano_strip import PianoStrip
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import DocumentTune
from abcstudio.ui.score.editable_score import EditableScore
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import KeyTip, keys_of

_INSPECTION_WIDTH = 48 * GRID


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
        self._may_close = False
        self._focus_before_opening: QWidget | None = None
        self._sizes_without_inspection: list[int] = []
        self._highlighters: dict[int, AbcHighlighter] = {}
        self.documents = Documents(self)
        self.files = DocumentFiles(studio, self.documents, self)
        self.autosave = Autosave(self.documents, autosave_dir(), self, studio.start)
        self.recovery = Recovery(studio, self.documents, self.autosave, self)
        self.outside_changes = OutsideChanges(studio, self.documents, self)
        self.form = ComposeForm()
        self.score = EditableScore(studio.colors)
        self.score.setToolTip(
            self.tr("Click a note to choose it, drag it to move it, double-click to hear it")
        )
        self.score.setProperty("help_topic", "score")
        self.tabs = DocumentTabs(studio.colors)
        self.opening_bar = OpeningBar()
        self.editor = AbcEditor(studio.colors)
        self.find_bar = FindBar(self.editor, tune_place=self._tune_place)
        self.explanation = ExplanationLine()
        self.entry_bar = NoteEntryBar()
        self.problems = ProblemsStrip(studio.colors)
        self.takes = TakesList(
            studio.colors, keep_keys=lambda: keys_of(actions.action("tune.keep"))
        )
        self.history = TakeHistory(studio, self.documents, self.takes.takes, takes_dir(), self)
        self.session = ComposeSession(studio, self.history, self)
        self.details = TakeDetails()
        self.inspection = InspectionPanel(studio.colors)
        self.side = SideTabs()
        self.watch = TuneWatch(self.editor, self, studio.start)
        self.link = ScoreLink(self.score, self.editor, self.watch, playback, engraver)
        self.look_inside = InspectionPresenter(
            studio, self.documents, self.editor, self.watch, self.inspection
        )
        self.listening = Listening(
            self.documents, self.editor, self.watch, self.link, playback, studio, self
        )
        self.composing = Composing(
            self.form,
            self.session,
            self.documents,
            self.files,
            self.takes,
            self.details,
            self.history,
            self.editor,
            self.watch,
            self.link,
            self.score,
            studio,
        )
        self.tunes_panel = TunesPanel(studio.colors)
        self.problems_panel = ProblemsPanel(studio.colors)
        self.main_focus: QWidget = self.form.compose_button
        self._lay_out()
        self._connect()
        self.files.welcome()
        for change in (self.documents.added, self.documents.removed, self.documents.state_changed):
            change.connect(self._on_names_changed)
        self.desk = TuneDesk(self.documents, self.editor, self.watch, studio)
        self._add_files(actions, engraver)
        self._add_text(actions)
        self._add_music(actions)
        self._add_surroundings(actions)
        self._connect_commands()
        self._name_keys(actions)

    def _add_files(self, actions: Actions, engraver: Engraver) -> None:
        desk, watch, files, studio = self.desk, self.watch, self.files, self._studio
        exporter = Exporter(studio, self.playback, files, self)
        self.file_commands = FileCommands(desk, watch, files, exporter, actions)
        self.scores = ScoreCommands(desk, watch, files, engraver, studio, actions, self)

    def _add_text(self, actions: Actions) -> None:
        desk, editor, watch, studio = self.desk, self.editor, self.watch, self._studio
        self.edit_commands = EditCommands(editor, self.find_bar, self.takes, self.history, actions)
        self.writing = WritingCommands(
            desk, editor, watch, self.explanation, self.find_bar, self.files, studio, actions
        )
        self.compose_commands = ComposeCommands(desk, self.composing, self.session, actions)
        self._add_tabs(actions)
        self._add_problems(actions)
        ListeningCommands(desk, self.listening, actions)

    def _add_tabs(self, actions: Actions) -> None:
        self.file_tabs = FileTabs(self.documents, self.files, self.tabs, self._studio, actions)
        self.panes = Panes(actions, self)
        self.panes.add(self.form, lambda: self.form.compose_button)
        self.panes.add(self.score, lambda: self.score)
        self.panes.add(self.editor, lambda: self.editor)
        self.panes.add(self.side, lambda: best_control(self.side.panel(self.side.front)))

    def _add_problems(self, actions: Actions) -> None:
        desk, editor, watch, studio = self.desk, self.editor, self.watch, self._studio
        # First of those that follow the tune, because it learns what is doubtful in it.
        self.check = FileCheck(studio, lambda: watch.known_tunes, self)
        self.fixes = ProblemsPresenter(
            desk,
            editor,
            watch,
            self.problems,
            self.side,
            self.problems_panel,
            self.check,
            studio,
            actions,
        )
        self.side_commands = SideCommands(self.side, studio, actions)

    def _add_music(self, actions: Actions) -> None:
        desk, score, link, studio = self.desk, self.score, self.link, self._studio
        TuneEditing(desk, actions, self)
        self.note_editing = NoteEditing(desk, link.selection, score, studio, actions)
        ScoreTools(desk, link, score, self.editor, studio, actions)

    def _add_surroundings(self, actions: Actions) -> None:
        desk, editor, watch, studio = self.desk, self.editor, self.watch, self._studio
        self.outline = OutlinePresenter(
            desk,
            self.documents,
            editor,
            watch,
            self.side,
            self.tunes_panel,
            self.check,
            studio,
            actions,
        )
        self.reading = CaretReading(
            desk, editor, watch, self.score, self.link, self.problems, studio, actions
        )
        self.note_entry = NoteEntry(
            desk, editor, watch, self.entry_bar, self.playback.live, studio, actions
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

    def _connect_commands(self) -> None:
        commands = self.file_commands
        commands.new_requested.connect(self.begin_text)
        commands.template_requested.connect(self.writing.snippets.open_templates)
        commands.open_requested.connect(self.ask_to_open)
        commands.close_requested.connect(self.file_tabs.close_current)
        commands.recovery_requested.connect(self.recovery.recover)
        self.edit_commands.take_return_requested.connect(self.undo_take_removal)
        self.compose_commands.keep_requested.connect(self.toggle_kept)
        self.compose_commands.step_requested.connect(self._step)
        self.fixes.side_requested.connect(self.side_commands.show_panel)
        self.outline.side_requested.connect(self.side_commands.show_panel)
        self.outline.tune_chosen.connect(self.listening.offer_chosen)
        self.note_editing.note_changed.connect(self.note_entry.sound)

    @property
    def document_name(self) -> str:
        """The name of the document in the editor."""
        return self.documents.label_of(self.documents.current)

    @property
    def is_modified(self) -> bool:
        """Whether the document in the editor needs saving."""
        return self.documents.current.needs_saving

    def open_path(self, path: Path) -> bool:
        """Open a file, ready to be worked on, and return whether it is shown."""
        is_shown = self.files.open_path(path)
        if is_shown:
            self.focus_text()
        return is_shown

    def connect_piano(self, piano: PianoStrip) -> None:
        """Enter the notes that are played on the piano, and mark there the note at the caret."""

        def mark() -> None:
            view = self.watch.view
            if piano.isVisible():
                piano.set_marked(view.keys_at(self.editor.selection().start) if view else ())

        piano.key_pressed.connect(lambda pitch: self.note_entry.play((pitch,)))
        piano.shown.connect(mark)
        self.note_entry.midi.key_changed.connect(piano.show_held)
        self.editor.caret_moved.connect(mark)
        self.watch.tune_changed.connect(mark)

    def begin_text(self) -> None:
        """Begin an empty tune, ready to be typed."""
        self.files.new()
        self.focus_text()

    def ask_to_open(self) -> None:
        """Ask for files and open them; the last one is ready to be worked on."""
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

    def may_close(self) -> bool:
        """Ask about unsaved text; return whether the window may close."""
        self._may_close = self.files.may_close()
        return self._may_close

    def close_page(self) -> None:
        """Stop timers and composing; text that nobody decided about is kept for the next start."""
        drawing = [one for one in self.documents if one.is_composing and has_music_of_its_own(one)]
        self.history.close([(each, facts_of(each.text())) for each in drawing])
        self.session.stop()
        self.files.opening.stop()
        self.writing.stop()
        self.look_inside.stop()
        self.reading.stop()
        self.fixes.close()
        self.check.close()
        self.watch.stop()
        self.autosave.close(keep_copies=not self._may_close)
        for memory in self._memories:
            memory.close()

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
        """Stop composing with Esc also while nothing sounds and the stop command sleeps."""
        if event.key() == Qt.Key.Key_Escape and self.session.is_composing:
            self.session.stop()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        text = QWidget()
        text_column = QVBoxLayout(text)
        text_column.setContentsMargins(0, 0, 0, 0)
        text_column.setSpacing(0)
        for widget, stretch in (
            (self.find_bar, 0),
            (self.editor, 1),
            (dividing_line(), 0),
            (self.explanation, 0),
            (self.entry_bar, 0),
            (self.problems, 0),
        ):
            text_column.addWidget(widget, stretch)
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.addWidget(self.score)
        self._middle.addWidget(text)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.addWidget(self.takes)
        self._right.addWidget(self.details)
        self.side.add(
            "takes", self.tr("Takes"), self.tr("What has been composed"), self._right, "playlist"
        )
        self.side.add(
            "tunes",
            self.tr("Tunes"),
            self.tr("The tunes of this text"),
            self.tunes_panel,
            "list",
        )
        self.side.add(
            "problems",
            self.tr("Problems"),
            self.tr("What is doubtful in this tune, or in the whole text"),
            self.problems_panel,
            "alert-triangle",
        )
        self.side.add(
            "inspection",
            self.tr("Model"),
            self.tr("What the model expects of this tune, and what its units do"),
            self.inspection,
            "eye",
        )
        middle = QWidget()
        middle_column = QVBoxLayout(middle)
        middle_column.setContentsMargins(0, 0, 0, 0)
        middle_column.setSpacing(0)
        middle_column.addWidget(self.tabs)
        middle_column.addWidget(self.opening_bar)
        middle_column.addWidget(self._middle, 1)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.form, middle, self.side):
            self.columns.addWidget(part)
        self.columns.setStretchFactor(1, 1)
        self.columns.setCollapsible(1, False)
        self._middle.setChildrenCollapsible(False)
        self._right.setStretchFactor(0, 1)
        self._middle.setMinimumWidth(48 * GRID)
        self.score.setMinimumHeight(12 * GRID)
        self.editor.setMinimumHeight(10 * GRID)
        self._right.setMinimumWidth(30 * GRID)
        self._memories = (
            SplitterMemory(self._studio, self.columns, "composer.columns", (272, 720, 288)),
            SplitterMemory(self._studio, self._middle, "composer.middle", (380, 260)),
            SplitterMemory(self._studio, self._right, "composer.right", (400, 240)),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def _connect(self) -> None:
        self.session.started.connect(self._on_composing_started)
        self.documents.added.connect(self._on_document_added)
        self.documents.removed.connect(self._on_document_removed)
        self.documents.current_changed.connect(self._on_current_changed)
        self.documents.state_changed.connect(self._on_state_changed)
        self.playback.show_requested.connect(self._on_show_requested)
        opening = self.files.opening
        opening.began.connect(self._on_opening_began)
        opening.opened.connect(self._on_opened)
        opening.progressed.connect(self.opening_bar.bar.setValue)
        opening.ended.connect(self.opening_bar.hide)
        self.opening_bar.cancelled.connect(opening.stop)
        self.side.panel_changed.connect(self._on_side_changed)
        self.recovery.recovered.connect(self.focus_text)
        self.takes.take_chosen.connect(self.choose_take)
        self.takes.keep_toggled.connect(self.toggle_kept)
        self.takes.removal_requested.connect(self._on_take_removal)
        self.watch.tune_changed.connect(self._on_tune_changed)
        self.editor.caret_moved.connect(self._on_caret_moved)
        self._studio.colors_changed.connect(self._on_colors_changed)
        self._studio.open_text_requested.connect(self.open_text)

    def _on_composing_started(self) -> None:
        # What arrives is listed there; a side that is folded away stays so.
        self.side.show_panel("takes")

    def _step(self, step: int) -> None:
        """Show the next text of the list, or the one before."""
        takes = self.takes.takes
        row = takes.row_of(self.documents.current) + step
        if 0 <= row < takes.rowCount():
            self.choose_take(takes.take_at(row))

    def choose_take(self, take: ListedTake) -> None:
        """Show the take that the person has chosen in the list."""
        self.documents.choose(self._opened(take))

    def _opened(self, take: ListedTake) -> Document:
        return self.history.open(take) if isinstance(take, RememberedTake) else take

    def toggle_kept(self, take: ListedTake | None = None) -> None:
        """Mark a take as worth keeping, or no longer; without one, the take in the editor."""
        take = take or self.documents.current
        if isinstance(take, RememberedTake):
            self.history.toggle_kept(take)
        else:
            take.set_kept(not take.is_kept)

    def _on_take_removal(self, take: ListedTake) -> None:
        """Take a take off the list, and show the one that comes in its place, to go on from it."""
        takes = self.takes.takes
        row, rows = takes.row_of(take), takes.rowCount()
        was_chosen = row == self.takes.currentIndex().row()
        if isinstance(take, RememberedTake):
            self.history.forget(take)
        else:
            self.files.close(take)
        if was_chosen and 0 < takes.rowCount() < rows:
            # Shown, not chosen: it is not heard in place of what sounds.
            neighbour = takes.take_at(min(row, takes.rowCount() - 1))
            self.documents.make_current(self._opened(neighbour))

    def undo_take_removal(self) -> None:
        """Put the take that went off the list last back, and show it."""
        take = self.history.last_removed
        if take is not None:
            self.history.bring_back(take)
            self.documents.make_current(self._opened(take))

    def _on_opening_began(self, path: Path) -> None:
        self.opening_bar.show_file(path.name)
        # The window's own: the dialog in which the file was chosen may have it still.
        self._focus_before_opening = self.window().focusWidget()

    def _on_opened(self, document: Document) -> None:
        """Put the focus into a large text that has come, where the person waited for it."""
        focus = self.window().focusWidget()
        has_waited = focus in (self._focus_before_opening, self.opening_bar.cancel_button, None)
        if has_waited and self.documents.current is document:
            self.focus_text()

    def _on_document_added(self, document: Document) -> None:
        highlighter = AbcHighlighter(document.text_document, self._studio.colors)
        highlighter.outdated.connect(self.editor.viewport().update)
        self._highlighters[document.key] = highlighter
        if document.is_take:
            self.takes.takes.add(document, TuneFacts())

    def _on_document_removed(self, document: Document) -> None:
        self._highlighters.pop(document.key).stop()
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
        self.editor.color_lines = self._highlighters[document.key].color_lines
        self.editor.show_document(document)
        self.takes.show_current(document)
        self.details.show_document(document)
        self.watch.read_now()
        self._on_state_changed()

    def _on_state_changed(self) -> None:
        document = self.documents.current
        self.editor.setReadOnly(document.is_composing)
        self.details.show_document(document)
        self.window_title_changed.emit(self.documents.label_of(document))

    def _on_names_changed(self) -> None:
        """Tell the file in the title from another one of its name."""
        self.window_title_changed.emit(self.document_name)

    def _on_tune_changed(self, view: TuneView | None) -> None:
        document = self.documents.current
        if view is not None:
            # First: another process draws it while the rest is shown here.
            self.link.show_tune(view, document.key)
        is_composing = document.is_composing
        problems = view.problems() if view and not is_composing else ()
        self.editor.set_problems(problems)
        self.problems.set_problems(problems, self.editor.caret())
        if not is_composing:
            self._show_facts(document, view)
        is_own = view is not None and not document.is_welcome
        self.main_focus = self.editor if is_own else self.form.compose_button
        if view is None:
            self.link.show_sentence(self._why_no_tune())
        self.listening.offer()

    def _why_no_tune(self) -> str:
        if self.documents.current.is_composing:
            return self.tr("The network is getting ready…")
        if self.watch.is_reading:
            return self.tr("This large tune is being read…")
        return self.tr("Press Compose, open a file, or type ABC below")

    def _show_facts(self, document: Document, view: TuneView | None) -> None:
        """Say what the text is now, and how its tune was composed, if its lines say so."""
        facts = view.facts() if view else TuneFacts()
        self.takes.takes.set_facts(document, facts)
        if document.take_number or document.path is None:
            document.set_title(self.watch.first_title)
        if document.take_number:
            return
        origin = origin_in(view.text) if view else None
        if origin != document.origin:
            document.origin = origin
            self.details.show_document(document)

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

    def _on_side_changed(self, panel: str) -> None:
        """Make room for the model's reading, and give it back."""
        if panel == "inspection":
            left, middle, right = self._sizes_without_inspection = self.columns.sizes()
            more = max(0, _INSPECTION_WIDTH - right)
            self.columns.setSizes([left, middle - more, right + more])
        elif self._sizes_without_inspection:
            self.columns.setSizes(self._sizes_without_inspection)
            self._sizes_without_inspection = []

    def _on_caret_moved(self, caret: int) -> None:
        self.problems.set_caret(caret)
        self.problems.set_place(*self.editor.place())

    def _tune_place(self) -> Span | None:
        view = self.watch.settle()
        return None if view is None else Span(view.offset, view.end)

    def _on_colors_changed(self, colors: Colors) -> None:
        for highlighter in self._highlighters.values():
            highlighter.set_colors(colors)
        self.editor.set_colors(colors)
        self.problems.set_colors(colors)
        self.takes.takes.set_colors(colors)
        self.score.set_colors(colors)
        self.inspection.set_colors(colors)
        self.tunes_panel.set_colors(colors)
        self.problems_panel.set_colors(colors)
        self.side.refresh_icons()
        self.tabs.set_colors(colors)
        self.find_bar.refresh_icons()
        self.explanation.refresh_icons()
        self.form.refresh_icons()
