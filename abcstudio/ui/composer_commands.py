"""The composer's commands: files, editing, the tune, and where to listen from."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from abcstudio.engraving.engraver import Engraver
from abcstudio.ui.actions import Actions, Command
from abcstudio.ui.exporting import Exporter
from abcstudio.ui.key_words import KeyTip
from abcstudio.ui.note_editing import NoteEditing
from abcstudio.ui.score_commands import ScoreCommands
from abcstudio.ui.score_tools import ScoreTools
from abcstudio.ui.sound_dialog import ALL, ONE, Source
from abcstudio.ui.studio import Studio
from abcstudio.ui.tune_editing import TuneEditing
from abcstudio.ui.writing_commands import WritingCommands

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage

_PAGE = "composer"


class ComposerCommands(QObject):
    """Registers the commands and keeps those disabled that cannot do anything now."""

    def __init__(
        self, page: "ComposerPage", studio: Studio, actions: Actions, engraver: Engraver
    ) -> None:
        super().__init__(page)
        self._page = page
        self._studio = studio
        self._actions = actions
        self._exporter = Exporter(studio, page.playback, page.files, page)
        self._add_files()
        self.scores = ScoreCommands(page, studio, actions, engraver)
        self._add_edits()
        self.writing = WritingCommands(page, studio, actions)
        self._add_tune()
        self.tune_editing = TuneEditing(page, studio, actions)
        self.note_editing = NoteEditing(page, studio, actions)
        self.score_tools = ScoreTools(page, studio, actions)
        page.documents.current_changed.connect(self._show_states)
        page.documents.state_changed.connect(self._show_states)
        page.watch.tune_changed.connect(self._show_states)
        page.session.started.connect(self._show_states)
        page.session.ended.connect(self._show_states)
        actions.chosen.connect(self._on_command_chosen)
        page.history.removals_changed.connect(self._show_what_is_undone)
        page.takes.focus_changed.connect(self._show_what_is_undone)
        self._name_keys()
        self._show_states()

    def _name_keys(self) -> None:
        """Let buttons that do what commands do name the keys of these."""
        page, action = self._page, self._actions.action
        KeyTip(page.problems.fix_button, partial(action, "tune.fix_problem"))
        KeyTip(page.problems.next_button, partial(action, "tune.next_problem"))
        KeyTip(page.problems.previous_button, partial(action, "tune.previous_problem"))
        KeyTip(
            page.form.compose_button,
            lambda: action("play.stop" if page.session.is_drawing else "tune.compose"),
        )

    def _add_files(self) -> None:
        add = partial(self._actions.add, menu="file", page=_PAGE)
        files = self._page.files
        add(
            "file.new",
            self.tr("&New"),
            self._page.begin_text,
            keys="Ctrl+N",
            icon_name="file-plus",
            tooltip=self.tr("Begin an empty tune"),
        )
        add(
            "file.new_from_template",
            self.tr("New from &template…"),
            lambda: self.writing.snippets.open_templates(),
            icon_name="file-music",
            tooltip=self.tr("Begin a jig, a reel, a song or another kind of tune"),
        )
        add(
            "file.open",
            self.tr("&Open…"),
            self._page.ask_to_open,
            keys="Ctrl+O",
            icon_name="folder-open",
            tooltip=self.tr("Open an ABC file"),
        )
        add(
            "file.import_midi",
            self.tr("&Import MIDI…"),
            files.import_midi,
            keys="Ctrl+Shift+I",
            icon_name="file-import",
            tooltip=self.tr("Write the notes of a MIDI file down as a new tune"),
        )
        add(
            "file.save",
            self.tr("&Save"),
            files.save,
            keys="Ctrl+S",
            icon_name="download",
            tooltip=self.tr("Save the text to its file"),
        )
        add(
            "file.save_as",
            self.tr("Save &as…"),
            files.save_as,
            keys="Ctrl+Shift+S",
            tooltip=self.tr("Save the text to another file"),
        )
        add(
            "file.close",
            self.tr("&Close the tune"),
            self._close_current,
            keys="Ctrl+W",
            icon_name="x",
            tooltip=self.tr("Close this text; a take goes off the list too"),
        )
        add(
            "file.export_midi",
            self.tr("Export &MIDI…"),
            partial(self._export_sound, "mid"),
            keys="Ctrl+Shift+M",
            icon_name="file-export",
            tooltip=self.tr("Write the tune as a MIDI file, as heard or as written"),
        )
        add(
            "file.export_musicxml",
            self.tr("Export Music&XML…"),
            self._export_musicxml,
            keys="Ctrl+Shift+X",
            icon_name="file-text",
            tooltip=self.tr("Write the tune as a score for other notation programs"),
        )
        add(
            "file.export_wav",
            self.tr("Export s&ound…"),
            partial(self._export_sound, "wav"),
            keys="Ctrl+Shift+W",
            icon_name="file-music",
            tooltip=self.tr("Write the tune as sound: WAV, FLAC or Ogg Vorbis"),
        )
        add(
            "file.export_all_sound",
            self.tr("Export all tunes as &sound…"),
            partial(self._export_sound, "wav", ALL),
            icon_name="file-music",
            tooltip=self.tr("Write each tune of this text as sound or MIDI"),
        )
        add(
            "file.recover",
            self.tr("Recover &unsaved text"),
            self._page.recovery.recover,
            icon_name="history",
            tooltip=self.tr("Open what was not saved when the studio ended unexpectedly"),
        )

    def _add_edits(self) -> None:
        add = partial(self._actions.add, menu="edit", page=_PAGE)
        for action_id, words, keys, icon_name, tooltip in (
            (
                "undo",
                self.tr("&Undo"),
                "Ctrl+Z",
                "arrow-back-up",
                self.tr("Take the last change back"),
            ),
            (
                "redo",
                self.tr("&Redo"),
                "Ctrl+Shift+Z",
                "arrow-forward-up",
                self.tr("Make the change again"),
            ),
            ("cut", self.tr("Cu&t"), "Ctrl+X", "", self.tr("Cut what is selected")),
            ("copy", self.tr("&Copy"), "Ctrl+C", "copy", self.tr("Copy what is selected")),
            (
                "paste",
                self.tr("&Paste"),
                "Ctrl+V",
                "clipboard",
                self.tr("Paste the clipboard"),
            ),
            (
                "select_all",
                self.tr("Select &all"),
                "Ctrl+A",
                "",
                self.tr("Select the whole text"),
            ),
        ):
            add(
                f"edit.{action_id}",
                words,
                partial(self._edit, action_id),
                keys=keys,
                icon_name=icon_name,
                tooltip=tooltip,
            )
        find_bar = self._page.find_bar
        add(
            "edit.find",
            self.tr("&Find…"),
            find_bar.open_bar,
            keys="Ctrl+F",
            icon_name="search",
            tooltip=self.tr("Find words or notes in the text"),
        )
        add(
            "edit.find_next",
            self.tr("Find &next"),
            find_bar.find_next,
            keys="F3",
            tooltip=self.tr("Go to the next place that was found"),
        )
        add(
            "edit.find_previous",
            self.tr("Find pre&vious"),
            find_bar.find_previous,
            keys="Shift+F3",
            tooltip=self.tr("Go to the place before"),
        )

    def _add_tune(self) -> None:
        add = partial(self._actions.add, menu="tune", page=_PAGE)
        page = self._page
        add(
            "tune.compose",
            self.tr("&Compose"),
            page.compose,
            keys="Ctrl+Return",
            icon_name="sparkles",
            tooltip=self.tr("Let the network write a tune"),
        )
        add(
            "tune.compose_again",
            self.tr("Compose &again like this"),
            page.compose_again,
            keys="Ctrl+Shift+Return",
            icon_name="refresh",
            tooltip=self.tr("Compose with this take's settings and another number"),
        )
        add(
            "tune.stop_composing",
            self.tr("S&top composing"),
            page.session.stop,
            icon_name="player-stop",
            tooltip=self.tr("Stop and keep what has been drawn"),
        )
        add(
            "tune.keep",
            self.tr("&Keep this take"),
            page.toggle_kept,
            keys="Ctrl+D",
            icon_name="star",
            tooltip=self.tr("Mark the take with a star; it stays in the list for good"),
        )
        add(
            "tune.next",
            self.tr("&Next in the list"),
            partial(self._step, 1),
            keys="Ctrl+PgDown",
            tooltip=self.tr("Show the next text of the list"),
        )
        add(
            "tune.previous",
            self.tr("&Previous in the list"),
            partial(self._step, -1),
            keys="Ctrl+PgUp",
            tooltip=self.tr("Show the text before in the list"),
        )
        add(
            "tune.next_problem",
            self.tr("Ne&xt problem"),
            self._next_problem,
            keys="F8",
            group="problems",
            icon_name="alert-triangle",
            tooltip=self.tr("Go to the next problem"),
        )
        add(
            "tune.previous_problem",
            self.tr("Pre&vious problem"),
            self._previous_problem,
            keys="Shift+F8",
            group="problems",
            tooltip=self.tr("Go to the problem before"),
        )
        add(
            "tune.look_inside",
            self.tr("Look &inside the model"),
            self._look_inside,
            keys="Ctrl+I",
            icon_name="eye",
            tooltip=self.tr("Show what the model expects of this tune, and what its units do"),
        )
        self._actions.add(
            "play.from_caret",
            self.tr("Play from h&ere"),
            self._play_from_caret,
            menu="play",
            page=_PAGE,
            keys="Ctrl+Shift+Space",
            icon_name="player-play",
            tooltip=self.tr("Play from the selected note, or the one that the caret stands at"),
        )
        self._actions.add(
            "play.selection",
            self.tr("Play the sele&ction"),
            self._page.play_selection,
            menu="play",
            page=_PAGE,
            keys="Ctrl+Alt+Space",
            tooltip=self.tr("Play the selected notes once, and stop after them"),
        )

    def _show_states(self) -> None:
        page = self._page
        document = page.documents.current
        is_drawing = page.session.is_drawing
        has_tune = page.watch.view is not None
        for action_id, is_enabled in (
            ("tune.compose", not is_drawing),
            ("tune.compose_again", not is_drawing and document.origin is not None),
            ("tune.stop_composing", is_drawing),
            ("file.export_midi", has_tune and not document.is_drawing),
            ("file.export_musicxml", has_tune and not document.is_drawing),
            ("file.export_wav", has_tune and not document.is_drawing),
            ("file.export_all_sound", has_tune and not document.is_drawing),
            ("file.save", not document.is_drawing),
            ("file.save_as", not document.is_drawing),
            ("file.close", not document.is_drawing),
            ("play.from_caret", has_tune),
            ("tune.next_problem", bool(page.problems.problems)),
        ):
            self._actions.action(action_id).setEnabled(is_enabled)

    def _on_command_chosen(self, command: Command) -> None:
        """Let the key that stops the sound stop the drawing too."""
        if command.action_id == "play.stop":
            self._page.session.stop()

    def _edit(self, change: str) -> None:
        """Do it where the focus is, if that is a text; else in the editor."""
        if change == "undo" and self._would_bring_take_back():
            self._page.undo_take_removal()
            return
        focus = QApplication.focusWidget()
        target = focus if isinstance(focus, QLineEdit | QPlainTextEdit) else self._page.editor
        changes: dict[str, Callable[[], None]] = {
            "undo": target.undo,
            "redo": target.redo,
            "cut": target.cut,
            "copy": target.copy,
            "paste": target.paste,
            "select_all": target.selectAll,
        }
        changes[change]()

    def _would_bring_take_back(self) -> bool:
        """Return whether "Undo" is about the list of takes: it has the focus, and lost a take."""
        return self._page.takes.hasFocus() and self._page.history.last_removed is not None

    def _show_what_is_undone(self) -> None:
        is_take = self._would_bring_take_back()
        words = self.tr("&Undo removing a take") if is_take else self.tr("&Undo")
        self._actions.action("edit.undo").setText(words)

    def _close_current(self) -> None:
        self._page.around.tabs.close_current()

    def _export_musicxml(self) -> None:
        view = self._page.watch.settle()
        if view is not None:
            title = view.tune.title or self._page.document_name
            self._exporter.export_musicxml(view.tune.standalone_text, title)

    def _export_sound(self, format: str, which: str = ONE) -> None:
        if self._page.watch.settle() is not None:
            name = self._page.document_name
            self._exporter.ask_sound(self._tunes_now, name, format, which)

    def _tunes_now(self) -> Source:
        view = self._page.watch.settle()
        return self._page.watch.tunes, None if view is None else view.tune

    def _step(self, step: int) -> None:
        takes = self._page.takes.takes
        row = takes.row_of(self._page.documents.current) + step
        if 0 <= row < takes.rowCount():
            self._page.choose_take(takes.take_at(row))

    def _next_problem(self) -> None:
        self._page.problems.go_after(self._page.editor.caret())

    def _previous_problem(self) -> None:
        self._page.problems.go_before(self._page.editor.selection().start)

    def _look_inside(self) -> None:
        """Bring the model's reading to the front, and the takes when it is there already."""
        side = self._page.side
        if side.isVisible():
            side.show_panel("takes" if side.front == "inspection" else "inspection")
            return
        is_folded = "composer.right" in self._studio.settings.folded_panels
        self._actions.action("view.right_panel" if is_folded else "view.focus").trigger()
        side.show_panel("inspection")

    def _play_from_caret(self) -> None:
        view = self._page.watch.settle()
        if view is not None:
            start = self._page.editor.selection().start
            self._page.play(view.next_note(start) + view.offset)
