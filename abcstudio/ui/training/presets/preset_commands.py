"""What can be done with one's own presets, for the command palette and for keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.training.presets.own_presets import OwnPresets
from abcstudio.ui.training.training_parts import TrainingParts


class PresetCommands(QObject):
    """Does what the row of the form does, as long as no run locks the form."""

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.form)
        actions, presets = parts.actions, parts.rooms[OwnPresets]
        row, session = parts.form.own_presets, parts.session
        self._row, self._session = row, session
        group = CommandGroup(actions, self, menu="", page="training")
        group.add_all(
            CommandSpec("training.use_preset", "Use a preset of your own…",
                "Puts settings that you have named into the form",
                do=self._choose, why_not=self._why_not(row.names.isEnabled, self._no_presets)),
            CommandSpec("training.keep_preset", "Keep the settings as a preset…",
                "Gives the settings of the form a name",
                do=row.save.trigger, why_not=self._why_not(row.save.isEnabled, str)),
            CommandSpec("training.rename_preset", "Rename the preset…",
                "Gives your preset in the form another name",
                do=row.rename.trigger, why_not=self._why_not(row.rename.isEnabled, self._not_own)),
            CommandSpec("training.delete_preset", "Delete the preset",
                "Forgets your preset that the form shows",
                do=row.delete.trigger, why_not=self._why_not(row.delete.isEnabled, self._not_own)),
            CommandSpec("training.undo_preset", "Undo the last change of presets",
                "Brings back what was renamed, deleted or replaced",
                do=row.undo.trigger, why_not=self._why_not(row.undo.isEnabled, self._no_change)),
        )  # fmt: skip
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
