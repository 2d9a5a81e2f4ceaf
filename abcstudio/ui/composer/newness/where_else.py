"""The commands that look for the selected notes, or the whole tune, in other tunes."""

from PySide6.QtCore import QObject

from abcstudio.recipes.finding.selected_melody import AskedPlace, selected_melody
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_WHERE_ELSE = CommandSpec(
    id="tune.where_else",
    words=QT_TRANSLATE_NOOP("WhereElse", "Where &else?"),
    tooltip=QT_TRANSLATE_NOOP(
        "WhereElse", "Finds the tunes that have the selected notes, or those from the caret on"
    ),
    keys="Ctrl+Shift+F9",
    icon="search",
)

_RELATIVES = CommandSpec(
    id="tune.relatives",
    words=QT_TRANSLATE_NOOP("WhereElse", "Closest &relatives"),
    tooltip=QT_TRANSLATE_NOOP(
        "WhereElse", "Finds the tunes that share most with this one, side by side with it"
    ),
    keys="Ctrl+Shift+F11",
    icon="sparkles",
)


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
        group = CommandGroup(actions, self, menu="tune", page="composer", why_not=desk.why_no_tune)
        desk.editor.offer_in_menu(group.add(_WHERE_ELSE, self._ask))
        group.add(_RELATIVES, self._ask_for_relatives)
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
