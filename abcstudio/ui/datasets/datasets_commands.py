"""The commands of the page of tunes."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.preparing.room import PreparingRoom
from abcstudio.ui.datasets.tune_handover import TuneHandover
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_TRAIN = CommandSpec(
    id="datasets.train",
    words=QT_TRANSLATE_NOOP("DatasetsCommands", "&Train on this"),
    tooltip=QT_TRANSLATE_NOOP(
        "DatasetsCommands",
        "Takes the selected tunes, or all that are shown, to the training page; "
        "under Prepare, the corpus that the steps make",
    ),
    keys="Ctrl+T",
    icon="brain",
)
_ADDING = (
    CommandSpec(
        id="datasets.add_file",
        words=QT_TRANSLATE_NOOP("DatasetsCommands", "Add tune &file…"),
        tooltip=QT_TRANSLATE_NOOP("DatasetsCommands", "Adds an .abc file to the sources of tunes"),
        icon="file-plus",
    ),
    CommandSpec(
        id="datasets.add_folder",
        words=QT_TRANSLATE_NOOP("DatasetsCommands", "Add tune f&older…"),
        tooltip=QT_TRANSLATE_NOOP(
            "DatasetsCommands", "Adds every .abc file of a folder to the sources of tunes"
        ),
        icon="folder-plus",
    ),
)
_EXPORTS = (
    CommandSpec(
        id="datasets.export_book",
        words=QT_TRANSLATE_NOOP("DatasetsCommands", "Export dataset as t&unebook…"),
        tooltip=QT_TRANSLATE_NOOP(
            "DatasetsCommands",
            "Writes the selected tunes, or all that are shown, as one PDF with contents",
        ),
        icon="books",
    ),
    CommandSpec(
        id="datasets.export_sound",
        words=QT_TRANSLATE_NOOP("DatasetsCommands", "Export dataset as &MIDI or sound…"),
        tooltip=QT_TRANSLATE_NOOP(
            "DatasetsCommands", "Writes the selected tunes, or all that are shown, a file each"
        ),
        icon="file-music",
    ),
)
_SEARCH = CommandSpec(
    id="datasets.search",
    words=QT_TRANSLATE_NOOP("DatasetsCommands", "&Search tunes"),
    tooltip=QT_TRANSLATE_NOOP("DatasetsCommands", "Goes to the search line above the tunes"),
    keys="Ctrl+F",
    icon="search",
)


class DatasetsCommands(QObject):
    """Registers the commands, and switches off those that need tunes while there are none.

    Attributes:
        train: Takes the chosen tunes to the training page.
        exports: Write the chosen tunes to files.
    """

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        actions, dialogs, views = parts.actions, parts.dialogs, parts.views
        chosen = self._chosen = parts.chosen
        handover = self._handover = parts.rooms[TuneHandover]
        preparing = self._preparing = parts.rooms[PreparingRoom]
        training = self._group(actions, "train")
        self.train = training.add(_TRAIN, self._train, self._why_no_training)
        files = self._group(actions, "file")
        what_to_do: dict[str, Callable[[], object]] = {
            "datasets.add_file": dialogs.ask_file,
            "datasets.add_folder": dialogs.ask_folder,
            "datasets.export_book": handover.export_book,
            "datasets.export_sound": handover.export_sound,
        }
        files.add_all(_ADDING, what_to_do)
        self.exports: tuple[QAction, ...] = tuple(
            files.add(spec, what_to_do[spec.id], self._why_no_export) for spec in _EXPORTS
        )
        edits = self._group(actions, "edit")
        edits.add(_SEARCH, views.go_to_search)
        training.follow(chosen.changed, preparing.presenter.made, views.tabs.currentChanged)
        files.follow(chosen.changed)
        parts.browser.train.set_command(self.train)

    def _group(self, actions: Actions, menu: str) -> CommandGroup:
        return CommandGroup(actions, self, menu=menu, page="datasets")

    def _train(self) -> None:
        """Train on what is in front: the prepared corpus, or the tunes as they are."""
        if self._preparing.is_in_front:
            self._preparing.presenter.train()
        else:
            self._handover.train()

    def _why_no_training(self) -> str:
        if self._preparing.is_in_front:
            return self._preparing.commands.why_no_training()
        if self._chosen.tunes:
            return ""
        return self.tr("There is no tune to train on: change the filter.")

    def _why_no_export(self) -> str:
        return (
            "" if self._chosen.tunes else self.tr("There is no tune to write: change the filter.")
        )
