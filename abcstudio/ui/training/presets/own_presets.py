"""The person's own presets: kept in the settings, changed in the form, each change undone."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from abcstudio.errors import TrainingError
from abcstudio.learning.config import TrainingConfig, config_from
from abcstudio.settings import MAX_PRESETS
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.training.training_parts import TrainingParts

log = logging.getLogger(__name__)

MAX_NAME = 60
_MOST_UNDONE = 100
_Presets = Mapping[str, Mapping[str, Any]]


class OwnPresets(QObject):
    """Keeps the row of the form in step with the settings.

    Signals:
        changed: There are others, or the form shows another one.
    """

    changed = Signal()

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.form)
        self._row, form = parts.form.own_presets, parts.form.config_form
        self._form, self._put, self._studio = form, parts.form.set_config, parts.studio
        self._before: list[_Presets] = []
        self._row.chosen.connect(self.choose)
        self._row.save.triggered.connect(self._ask_to_save)
        self._row.rename.triggered.connect(self._ask_to_rename)
        self._row.delete.triggered.connect(self._delete_current)
        self._row.undo.triggered.connect(self.undo)
        form.shown_changed.connect(self._show)
        self._show()

    @property
    def current(self) -> str:
        """The name of the preset that the form says, "" for none."""
        config = self._form.shown
        return next((name for name in self._kept if self._config_of(name) == config), "")

    def choose(self, name: str) -> None:
        """Put a preset into the form."""
        config = self._config_of(name)
        if config is None:
            self._studio.notify(self.tr("This preset is of another version of the studio."))
            self._show()
        else:
            self._put(config)

    def save(self, name: str) -> None:
        """Keep the settings of the form under a name; one of that name is replaced."""
        name = _tidy(name)
        if not name:
            return
        if name not in self._kept and len(self._kept) >= MAX_PRESETS:
            self._studio.notify(
                self.tr("There are too many presets: delete one before another is kept.")
            )
            return
        self._change({**self._kept, name: asdict(self._form.config())})
        self._say(self.tr("The settings are kept as “{0}”.").format(one_line(name)))

    def rename(self, name: str, new: str) -> None:
        """Call a preset otherwise; another one of the new name is replaced."""
        new = _tidy(new)
        if not new or new == name or name not in self._kept:
            return
        others = {key: value for key, value in self._kept.items() if key != new}
        self._change({new if key == name else key: value for key, value in others.items()})

    def delete(self, name: str) -> None:
        """Forget a preset."""
        if name in self._kept:
            self._change({key: value for key, value in self._kept.items() if key != name})
            self._say(self.tr("The preset “{0}” is deleted.").format(one_line(name)))

    def undo(self) -> None:
        """Take the last change of the presets back."""
        if self._before:
            self._studio.update_settings(training_presets=self._before.pop())
            self._show()

    @property
    def _kept(self) -> _Presets:
        return self._studio.settings.training_presets

    def _config_of(self, name: str) -> TrainingConfig | None:
        try:
            return config_from(dict(self._kept[name]))
        except (KeyError, TrainingError) as error:
            log.info("The preset %s is passed over: %s", name, error)
            return None

    def _change(self, presets: _Presets) -> None:
        self._before = [*self._before, self._kept][-_MOST_UNDONE:]
        self._studio.update_settings(training_presets=presets)
        self._show()

    def _say(self, words: str) -> None:
        self._studio.notify(words, "info", self.tr("Undo"), self.undo)

    def _show(self) -> None:
        self._row.show_names(self._kept, self.current, can_undo=bool(self._before))
        self.changed.emit()

    def _ask_to_save(self) -> None:
        title = self.tr("Save the settings")
        self._ask(title, self.tr("Name of the preset:"), self.current, self.save)

    def _ask_to_rename(self) -> None:
        name = self.current
        if name:
            words = self.tr("New name of the preset:")
            self._ask(self.tr("Rename"), words, name, lambda new: self.rename(name, new))

    def _delete_current(self) -> None:
        self.delete(self.current)

    def _ask(self, title: str, words: str, known: str, take: Callable[[str], None]) -> None:
        dialog = QInputDialog(self._row)
        dialog.setWindowTitle(title)
        dialog.setLabelText(words)
        dialog.setTextValue(known)
        dialog.setOkButtonText(title)
        dialog.textValueSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _tidy(name: str) -> str:
    return " ".join(name.split())[:MAX_NAME]
