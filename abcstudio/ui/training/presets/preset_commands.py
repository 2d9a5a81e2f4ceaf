"""What can be done with one's own presets, for the command palette and for keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.training.presets.own_presets import OwnPresets
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_USE = CommandSpec(
    id="training.use_preset",
    words=QT_TRANSLATE_NOOP("PresetCommands", "Use a preset of your own…"),
    tooltip=QT_TRANSLATE_NOOP("PresetCommands", "Puts settings that you have named into the form"),
)
_KEEP = CommandSpec(
    id="training.keep_preset",
    words=QT_TRANSLATE_NOOP("PresetCommands", "Keep the settings as a preset…"),
    tooltip=QT_TRANSLATE_NOOP("PresetCommands", "Gives the settings of the form a name"),
)
_RENAME = CommandSpec(
    id="training.rename_preset",
    words=QT_TRANSLATE_NOOP("PresetCommands", "Rename the preset…"),
    tooltip=QT_TRANSLATE_NOOP("PresetCommands", "Gives your preset in the form another name"),
)
_DELETE = CommandSpec(
    id="training.delete_preset",
    words=QT_TRANSLATE_NOOP("PresetCommands", "Delete the preset"),
    tooltip=QT_TRANSLATE_NOOP("PresetCommands", "Forgets your preset that the form shows"),
)
_UNDO = CommandSpec(
    id="training.undo_preset",
    words=QT_TRANSLATE_NOOP("PresetCommands", "Undo the last change of presets"),
    tooltip=QT_TRANSLATE_NOOP(
        "PresetCommands", "Brings back what was renamed, deleted or replaced"
    ),
)


class PresetCommands(QObject):
    """Does what the row of the form does, as long as no run locks the form."""

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.form)
        actions, presets = parts.actions, parts.rooms[OwnPresets]
        row, session = parts.form.own_presets, parts.session
        self._row, self._session = row, session
        group = CommandGroup(actions, self, menu="", page="training")
        group.add(_USE, self._choose, self._why_not(row.names.isEnabled, self._no_presets))
        group.add(_KEEP, row.save.trigger, self._why_not(row.save.isEnabled, str))
        group.add(_RENAME, row.rename.trigger, self._why_not(row.rename.isEnabled, self._not_own))
        group.add(_DELETE, row.delete.trigger, self._why_not(row.delete.isEnabled, self._not_own))
        group.add(_UNDO, row.undo.trigger, self._why_not(row.undo.isEnabled, self._no_change))
        group.follow(presets.changed, session.started, session.ended)

    def _choose(self) -> None:
        """Let the list of names fall open."""
        self._row.names.setFocus()
        self._row.names.showPopup()

    def _why_not(self, can: Callable[[], bool], why: Callable[[], str]) -> Callable[[], str]:
        def reason() -> str:
            if self._session.is_running:
                return self.tr("A run is under way; stop it to change its settings.")
            return "" if can() else why()

        return reason

    def _no_presets(self) -> str:
        return self.tr("You have kept no preset yet.")

    def _not_own(self) -> str:
        return self.tr("The form shows none of your own presets.")

    def _no_change(self) -> str:
        return self.tr("No preset has been changed since the start.")
