"""The commands that look for the selected notes, or the whole tune, in other tunes."""

from PySide6.QtCore import QObject

from abcstudio.recipes.finding.selected_melody import AskedPlace, selected_melody
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class WhereElse(QObject):
    """Registers them; the editor's own menu offers the first, too."""

    def __init__(
        self,
        desk: TuneDesk,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._editor = desk.editor
        self._watch = desk.watch
        self._studio = desk.studio
        group = CommandGroup(
            actions, self, menu="tune", submenu="known", page="composer", why_not=desk.why_no_tune
        )
        where_else, _relatives = group.add_all(
            CommandSpec("tune.where_else", "Where &else?",
                "Finds the tunes that have the selected notes, or those from the caret on",
                do=self._ask, keys="Ctrl+Shift+F9", icon="search"),
            CommandSpec("tune.relatives", "Closest &relatives",
                "Finds the tunes that share most with this one, side by side with it",
                do=self._ask_for_relatives, keys="Ctrl+Shift+F11", icon="sparkles"),
        )  # fmt: skip
        desk.editor.offer_in_menu(where_else)
        group.follow(desk.changed)

    def _ask(self) -> None:
        view = self._watch.settle()
        if view is None:
            return
        melody = selected_melody(view.score, self._editor.selection().moved(-view.offset))
        if melody:
            self._studio.melody_requested.emit(melody.text, AskedPlace(view.tune, melody))
        else:
            self._studio.notify(self.tr("No note is selected, and none follows the caret."), "info")

    def _ask_for_relatives(self) -> None:
        view = self._watch.settle()
        if view is not None:
            self._studio.relatives_requested.emit(view.tune)
