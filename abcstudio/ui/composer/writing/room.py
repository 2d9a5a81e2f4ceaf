"""Help while ABC is typed."""

from PySide6.QtCore import QObject

from abcstudio.corpus.rhythms import RHYTHMS
from abcstudio.notation.editing.comment_lines import toggle_comments
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.composer.writing.bracket_closer import BracketCloser
from abcstudio.ui.composer.writing.bracket_matcher import BracketMatcher
from abcstudio.ui.composer.writing.completer import Completer
from abcstudio.ui.composer.writing.explanation_presenter import ExplanationPresenter
from abcstudio.ui.composer.writing.snippet_inserter import SnippetInserter
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.editor.explanation_line import ExplanationLine
from abcstudio.ui.editor.find_bar import FindBar
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class WritingCommands(QObject):
    """Registers the commands and holds what they work with."""

    def __init__(
        self,
        desk: TuneDesk,
        explanation: ExplanationLine,
        find_bar: FindBar,
        files: DocumentFiles,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._editor = desk.editor
        self._explanation = explanation
        self._studio = desk.studio
        self.snippets = SnippetInserter(desk, files)
        self.explanations = ExplanationPresenter(desk.editor, desk.watch, explanation, self)
        self.brackets = BracketMatcher(desk.editor, desk.watch, self)
        self.closing = BracketCloser(desk.editor, self)
        self.completer = Completer(desk, RHYTHMS)
        for widget in (desk.editor, find_bar, explanation):
            widget.setProperty("help_topic", "writing")
        self._add_commands(actions, find_bar)
        desk.studio.on_change(self._show_switches, "close_brackets", "explain_caret")
        self._show_switches()

    def stop(self) -> None:
        """End what waits to be shown."""
        self.explanations.stop()
        self.brackets.stop()
        self.completer.close()

    def _add_commands(self, actions: Actions, find_bar: FindBar) -> None:
        why_not = self._desk.why_no_writing
        edits = CommandGroup(actions, self, menu="edit", page="composer")
        *_others, self.closing_action = edits.add_all(
            CommandSpec("edit.replace", "Rep&lace…",
                "Find words, notes or expressions and replace them",
                do=find_bar.open_replace, keys="Ctrl+H"),
            CommandSpec("edit.complete", "What can stand &here",
                "List what can be written at the caret",
                do=self._complete, why_not=why_not, keys="Ctrl+J", icon="list", submenu="writing",
                section="writing"),
            CommandSpec("edit.insert", "&Insert…",
                "Insert a repeat, a triplet, a new tune or one of your own snippets",
                do=self.snippets.open_list, why_not=why_not, keys="Ctrl+Shift+N", icon="music-plus",
                submenu="writing", section="writing"),
            CommandSpec("edit.fold_origin", "Fold or unfold how it was composed",
                "Show or hide the lines that name the model, the seed and the settings of a take",
                do=self._editor.fold.toggle, keys="Ctrl+Shift+F", section="writing"),
            CommandSpec("edit.keep_snippet", "&Keep the selection as a snippet…",
                "Give the selected text a name, so that it can be inserted again",
                do=self.snippets.keep_selection, submenu="writing", section="writing"),
            CommandSpec("edit.toggle_comment", "Re&mark on or off",
                "Make the selected lines remarks (%), or music again",
                do=self._toggle_comment, why_not=why_not, keys="Ctrl+/", submenu="writing",
                section="writing"),
            CommandSpec("edit.matching_bracket", "Go to the matching &bracket",
                "From a bracket, quote, repeat or ending to the one that belongs to it",
                do=self._go_to_bracket, keys="Ctrl+M", submenu="writing", section="writing"),
            CommandSpec("edit.close_brackets", "Close brackets while t&yping",
                'Write ] ) } and the second " together with the first',
                do=self._toggle_closing, submenu="writing", section="writing", is_switch=True),
        )  # fmt: skip
        views = CommandGroup(actions, self, menu="view", page="composer")
        self.explain_action = views.add(
            CommandSpec("view.explain", "&Explain the ABC at the caret",
                "A line under the text says what stands at the caret",
                do=self._toggle_explaining, icon="help", submenu="text", is_switch=True)
        )  # fmt: skip
        edits.follow(self._desk.changed)

    def _show_switches(self) -> None:
        is_closing = self._studio.settings.close_brackets
        self.closing.set_on(is_closing)
        self.closing_action.setChecked(is_closing)
        is_shown = self._studio.settings.explain_caret
        self.explain_action.setChecked(is_shown)
        if is_shown == self._explanation.isHidden():
            self.explanations.set_shown(is_shown)

    def _toggle_closing(self) -> None:
        self._studio.update_settings(close_brackets=self.closing_action.isChecked())

    def _toggle_explaining(self) -> None:
        self._studio.update_settings(explain_caret=self.explain_action.isChecked())

    def _complete(self) -> None:
        if not self.completer.ask():
            self._studio.notify(self.tr("Nothing is known that could be chosen here."), "info")

    def _go_to_bracket(self) -> None:
        if not self.brackets.go_to_partner():
            self._studio.notify(
                self.tr("No bracket, quote or repeat at the caret has a partner."),
                "info",
            )

    def _toggle_comment(self) -> None:
        before = self._editor.text()
        text, selection = toggle_comments(before, self._editor.selection())
        self._desk.write(Span(0, len(before)), text, selection)


class WritingRoom(QObject):
    """Explains the text at the caret, completes words and inserts snippets."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        texts = parts.rooms[TextsRoom]
        self.explanation = ExplanationLine(parts.studio)
        self.commands = WritingCommands(
            parts.desk, self.explanation, texts.find_bar, parts.files, parts.actions
        )
        texts.commands.template_requested.connect(self.commands.snippets.open_templates)
        parts.columns.put(PagePlace.EXPLANATION, self.explanation)
        parts.studio.closing.connect(self.commands.stop)
