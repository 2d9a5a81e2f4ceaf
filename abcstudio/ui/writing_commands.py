"""Commands for writing ABC: completion, brackets, remarks, snippets, replacing, explanations."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from abcstudio.corpus.rhythms import RHYTHMS
from abcstudio.notation.comment_lines import toggle_comments
from abcstudio.ui.actions import Actions
from abcstudio.ui.bracket_closing import BracketClosing
from abcstudio.ui.bracket_matching import BracketMatching
from abcstudio.ui.completing import Completing
from abcstudio.ui.explaining import Explaining
from abcstudio.ui.snippet_session import SnippetSession
from abcstudio.ui.studio import Studio

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage

_PAGE = "composer"


class WritingCommands(QObject):
    """Registers the commands and holds what they work with."""

    def __init__(self, page: "ComposerPage", studio: Studio, actions: Actions) -> None:
        super().__init__(page)
        self._page = page
        self._studio = studio
        self._actions = actions
        self._changing: list[str] = []
        self.snippets = SnippetSession(page, studio)
        self.explaining = Explaining(page.editor, page.watch, page.explanation, self)
        self.brackets = BracketMatching(page.editor, page.watch, self)
        self.closing = BracketClosing(page.editor, self)
        self.completing = Completing(page.editor, RHYTHMS, studio.colors, self)
        for widget in (page.editor, page.find_bar, page.explanation):
            widget.setProperty("help_topic", "writing")
        self._add_finding()
        self._add_writing()
        self.closing_action = self._add_closing()
        self.explain_action = self._add_explaining()
        studio.colors_changed.connect(self.completing.set_colors)
        studio.settings_changed.connect(self._show_switches)
        page.documents.current_changed.connect(self._show_states)
        page.documents.state_changed.connect(self._show_states)
        self._show_switches()
        self._show_states()

    def stop(self) -> None:
        """End what waits to be shown."""
        self.explaining.stop()
        self.brackets.stop()
        self.completing.close()

    def _add(
        self,
        action_id: str,
        words: str,
        triggered: Callable[[], object],
        tooltip: str,
        *,
        keys: str = "",
        icon_name: str = "",
        changes: bool = True,
    ) -> None:
        self._actions.add(
            f"edit.{action_id}", words, triggered, menu="edit", page=_PAGE, keys=keys,
            icon_name=icon_name, tooltip=tooltip, group="writing",
        )  # fmt: skip
        if changes:
            self._changing.append(f"edit.{action_id}")

    def _add_finding(self) -> None:
        self._actions.add(
            "edit.replace",
            self.tr("Rep&lace…"),
            self._page.find_bar.open_replace,
            menu="edit",
            page=_PAGE,
            keys="Ctrl+H",
            tooltip=self.tr("Find words, notes or expressions and put others in their place"),
        )

    def _add_writing(self) -> None:
        self._add(
            "complete",
            self.tr("What can stand &here"),
            self._complete,
            self.tr("List what can be written at the caret"),
            keys="Ctrl+J",
            icon_name="list",
        )
        self._add(
            "insert",
            self.tr("&Insert…"),
            self.snippets.open_list,
            self.tr("Put in a repeat, a triplet, a new tune or one of your own snippets"),
            keys="Ctrl+Shift+N",
            icon_name="music-plus",
        )
        self._add(
            "fold_origin",
            self.tr("Fold or unfold how it was composed"),
            self._page.editor.fold.toggle,
            self.tr("Show or hide the lines that say by which model and from what a tune was made"),
            keys="Ctrl+Shift+F",
            changes=False,
        )
        self._add(
            "keep_snippet",
            self.tr("&Keep the selection as a snippet…"),
            self.snippets.keep_selection,
            self.tr("Give the selected text a name, so that it can be put in again"),
            changes=False,
        )
        self._add(
            "toggle_comment",
            self.tr("Re&mark on or off"),
            self._toggle_comment,
            self.tr("Make the selected lines remarks (%), or music again"),
            keys="Ctrl+/",
        )
        self._add(
            "matching_bracket",
            self.tr("Go to the matching &bracket"),
            self._go_to_bracket,
            self.tr("From a bracket, quote, repeat or ending to the one that belongs to it"),
            keys="Ctrl+M",
            changes=False,
        )

    def _add_closing(self) -> QAction:
        return self._actions.add(
            "edit.close_brackets",
            self.tr("Close brackets while t&yping"),
            self._toggle_closing,
            menu="edit",
            page=_PAGE,
            tooltip=self.tr('Write ] ) } and the second " together with the first'),
            checkable=True,
            group="writing",
        )

    def _add_explaining(self) -> QAction:
        return self._actions.add(
            "view.explain",
            self.tr("&Explain the ABC at the caret"),
            self._toggle_explaining,
            menu="view",
            page=_PAGE,
            icon_name="help",
            tooltip=self.tr("A line under the text says what stands at the caret"),
            checkable=True,
        )

    def _show_states(self) -> None:
        reason = ""
        if self._page.documents.current.is_drawing:
            reason = self.tr("The network is still writing this tune.")
        for action_id in self._changing:
            self._actions.set_available(action_id, reason)

    def _show_switches(self) -> None:
        self.closing.is_on = self._studio.settings.close_brackets
        self.closing_action.setChecked(self.closing.is_on)
        is_shown = self._studio.settings.explain_caret
        self.explain_action.setChecked(is_shown)
        if is_shown == self._page.explanation.isHidden():
            self.explaining.set_shown(is_shown)

    def _toggle_closing(self) -> None:
        self._studio.update_settings(close_brackets=self.closing_action.isChecked())

    def _toggle_explaining(self) -> None:
        self._studio.update_settings(explain_caret=self.explain_action.isChecked())

    def _complete(self) -> None:
        if not self.completing.ask():
            self._studio.notify(self.tr("Nothing is known that could be chosen here."), "info")

    def _go_to_bracket(self) -> None:
        if not self.brackets.go_to_partner():
            self._studio.notify(
                self.tr("There is no bracket, quote or repeat at the caret that has a partner."),
                "info",
            )

    def _toggle_comment(self) -> None:
        editor = self._page.editor
        if editor.can_edit:
            text, selection = toggle_comments(editor.text(), editor.selection())
            editor.change_text(text, selection)
