"""The command that looks for the selected notes in other tunes."""

from PySide6.QtCore import QObject

from abcstudio.recipes.finding.selected_melody import selected_melody
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneWatch
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.services.studio import Studio
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


class WhereElse(QObject):
    """Registers it; the editor's own menu offers it, too."""

    def __init__(
        self,
        desk: TuneDesk,
        editor: AbcEditor,
        watch: TuneWatch,
        studio: Studio,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._editor = editor
        self._watch = watch
        self._studio = studio
        group = CommandGroup(actions, self, menu="tune", page="composer", why_not=desk.why_no_tune)
        editor.offer_in_menu(group.add(_WHERE_ELSE, self._ask))
        group.follow(desk.changed)

    def _ask(self) -> None:
        view = self._watch.settle()
        if view is None:
            return
        melody = selected_melody(view.score, self._editor.selection().moved(-view.offset))
        if melody:
            self._studio.melody_requested.emit(melody)
        else:
            self._studio.notify(self.tr("No note is selected, and none follows the caret."), "info")
