"""A check box for a preference that is on or off."""

from PySide6.QtWidgets import QCheckBox

from abcstudio.settings import Settings, SettingsChanges
from abcstudio.ui.services.studio import Studio


class FlagBox(QCheckBox):
    """Shows a field of `Settings` and changes it."""

    def __init__(self, studio: Studio, name: str, words: str, tip: str) -> None:
        super().__init__(words)
        self._studio = studio
        self._name = name
        self.setToolTip(tip)
        self.toggled.connect(self._on_toggled)
        studio.on_change(self._show, name)
        self._show(studio.settings)

    def _show(self, settings: Settings) -> None:
        self.setChecked(getattr(settings, self._name))

    def _on_toggled(self, is_on: bool) -> None:
        # The name is a field's, which mypy cannot know.
        changes = SettingsChanges(**{self._name: is_on})  # type: ignore[misc]
        self._studio.update_settings(**changes)
