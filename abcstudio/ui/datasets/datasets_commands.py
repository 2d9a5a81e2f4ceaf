"""The commands of the page of tunes."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.preparing.room import PreparingRoom
from abcstudio.ui.datasets.tune_handover import TuneHandover
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


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
        self.train = training.add(
            CommandSpec("datasets.train", "&Train on this",
                "Takes the selected tunes, or all that are shown, to the training page; under "
                "Prepare, the corpus that the steps make",
                do=self._train, why_not=self._why_no_training, keys="Ctrl+T", icon="brain")
        )  # fmt: skip
        files = self._group(actions, "file")
        files.add_all(
            CommandSpec("datasets.add_file", "Add tune &file…",
                "Adds an .abc file to the sources of tunes",
                do=dialogs.ask_file, icon="file-plus", submenu="datasets"),
            CommandSpec("datasets.add_folder", "Add tune f&older…",
                "Adds every .abc file of a folder to the sources of tunes",
                do=dialogs.ask_folder, icon="folder-plus", submenu="datasets"),
        )  # fmt: skip
        self.exports: tuple[QAction, ...] = files.add_all(
            CommandSpec("datasets.export_book", "Export dataset as t&unebook…",
                "Writes the selected tunes, or all that are shown, as one PDF with contents",
                do=handover.export_book, why_not=self._why_no_export, icon="books",
                submenu="datasets"),
            CommandSpec("datasets.export_sound", "Export dataset as &MIDI or sound…",
                "Writes the selected tunes, or all that are shown, a file each",
                do=handover.export_sound, why_not=self._why_no_export, icon="file-music",
                submenu="datasets"),
        )  # fmt: skip
        self._group(actions, "edit").add(
            CommandSpec("datasets.search", "&Search tunes",
                "Goes to the search line above the tunes",
                do=views.go_to_search, keys="Ctrl+F", icon="search")
        )  # fmt: skip
        training.follow(chosen.changed, preparing.presenter.made, views.tabs.currentChanged)
        files.follow(chosen.changed)
        browser = parts.browser
        browser.train.set_command(self.train)

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
