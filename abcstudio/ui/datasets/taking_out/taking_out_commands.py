"""The commands that copy the selected tunes, and write the chosen ones as text."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication

from abcstudio.corpus.tune import Tune
from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.finding.room import FindingRoom
from abcstudio.ui.datasets.taking_out.tune_export import TuneExport
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class TakingOutCommands(QObject):
    """Registers the commands.

    Attributes:
        actions: All of them.
        export: Writes the chosen tunes.
    """

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        actions, studio = parts.actions, parts.studio
        table = self._table = parts.browser.table
        chosen = self._chosen = parts.chosen
        self._studio = studio
        export = self.export = TuneExport(chosen, parts.sources, studio, parts.page)
        group = CommandGroup(actions, self, menu="file", submenu="datasets", page="datasets")
        self.actions: tuple[QAction, ...] = group.add_all(
            CommandSpec("datasets.copy_tunes", "Cop&y tunes as ABC",
                "Copies the selected tunes as ABC; in the table {0} does it, too",
                do=self._copy_selected, why_not=self._why_not, icon="copy", named_keys="Ctrl+C"),
            CommandSpec("datasets.copy_rows", "Copy tunes as table &rows",
                "Copies title, rhythm, key and more of the selected tunes for a table",
                do=self._copy_rows, why_not=self._why_not, icon="table"),
            CommandSpec("datasets.export_tunes", "Export dataset as &ABC, MusicXML or CSV…",
                "Writes the selected tunes, or all that are shown, as a tunebook, scores or a "
                "table", do=export.ask, why_not=self._why_none, icon="file-export"),
        )  # fmt: skip
        group.follow(chosen.changed)
        table.copy_requested.connect(self._copy_selected)
        parts.rooms[FindingRoom].view.table.copy_requested.connect(self._copy_found)

    def copy(self, tunes: Sequence[Tune]) -> None:
        """Put tunes on the clipboard as ABC."""
        from abcstudio.recipes.tune_list import abc_of

        if tunes:
            QGuiApplication.clipboard().setText(abc_of(tunes))
            self._say(len(tunes))

    def _copy_selected(self) -> None:
        self.copy(self._table.selected())

    def _copy_found(self, place: FoundPlace) -> None:
        self.copy([place.tune])

    def _copy_rows(self) -> None:
        from abcstudio.recipes.tune_list import rows_of, table_text

        tunes = self._table.selected()
        if tunes:
            QGuiApplication.clipboard().setText(table_text(rows_of(tunes)))
            self._say(len(tunes))

    def _say(self, count: int) -> None:
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("1 tune is on the clipboard.")
        more = self.tr("%Ln tunes are on the clipboard.", "", count)
        self._studio.notify(one if count == 1 else more, "success")

    def _why_not(self) -> str:
        return "" if self._table.selected() else self.tr("No tune is selected.")

    def _why_none(self) -> str:
        return (
            "" if self._chosen.tunes else self.tr("There is no tune to write: change the filter.")
        )
