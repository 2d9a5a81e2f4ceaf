"""The commands that copy the selected tunes, and write the chosen ones as text."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from abcstudio.corpus.tune import Tune
from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.ui.controls.target_dialog import ask_target, file_name_of
from abcstudio.ui.datasets.chosen_tunes import ChosenTunes
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.finding.room import FindingRoom
from abcstudio.ui.datasets.source_dialogs import tunes_folder
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.exporting.export_outcome import outcome_of_all
from abcstudio.ui.exporting.score_exporter import say_folder_written
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.export import write_list

if TYPE_CHECKING:
    from abcstudio.recipes.export import ExportResult

# So many files of MusicXML are written in a moment.
_FEW = 50


class TuneExport(QObject):
    """Asks where to, writes, and says what was written."""

    def __init__(
        self, chosen: ChosenTunes, sources: TuneSources, studio: Studio, window: QWidget
    ) -> None:
        super().__init__(window)
        self._chosen = chosen
        self._sources = sources
        self._studio = studio
        self._window = window
        self._job = LatestJob(studio)
        self._offer: Notice | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._job.is_running

    def ask(self) -> None:
        """Ask for a file of one of the kinds, and write the chosen tunes."""
        tunes = self._chosen.tunes
        if not tunes:
            return
        name = tunes[0].title if len(tunes) == 1 else self._name()
        start = Path(tunes_folder(self._studio)) / f"{file_name_of(name)}.abc"
        kinds = {
            "abc": self.tr("Tunes as ABC (*.abc)"),
            "musicxml": self.tr("MusicXML, a file for each tune (*.musicxml)"),
            "csv": self.tr("Table of the tunes (*.csv)"),
        }
        target = ask_target(self._window, self.tr("Export tunes"), start, kinds)
        if target is not None:
            self.write(tunes, target)

    def write(self, tunes: Sequence[Tune], target: Path) -> None:
        """Write tunes by the ending of a file."""
        self._studio.will_write_into(target.parent)
        work = partial(
            write_list, tunes, target=target, heads=self._heads(), source=self._sources.current
        )
        self._job.run(work, partial(self._on_written, tunes, target), self._on_failed)
        if target.suffix.lower() == ".musicxml" and len(tunes) > _FEW:
            self._offer = self._studio.notify(
                self.tr("Writing %Ln MusicXML files…", "", len(tunes)),
                action_text=self.tr("Cancel"),
                action=self._cancel,
            )

    def _name(self) -> str:
        name = self._sources.name.removesuffix(".abc")
        is_part = len(self._chosen.tunes) < self._chosen.corpus.total
        return self.tr("{0}, selection").format(name) if is_part else name

    def _heads(self) -> list[str]:
        return [
            self.tr("No."),
            self.tr("Title"),
            self.tr("Rhythm"),
            self.tr("Meter"),
            self.tr("Key"),
            self.tr("Measures"),
            self.tr("Origin"),
            self.tr("File"),
        ]

    def _cancel(self) -> None:
        self._job.cancel()
        self._withdraw_offer()

    def _withdraw_offer(self) -> None:
        if self._offer is not None:
            self._studio.notice_withdrawn.emit(self._offer)
            self._offer = None

    def _on_written(
        self, tunes: Sequence[Tune], target: Path, results: "Sequence[ExportResult]"
    ) -> None:
        self._withdraw_offer()
        if results:
            folder = target.parent if len(tunes) == 1 else target.with_suffix("")
            say_folder_written(self._studio, folder, outcome_of_all(results, folder))
            return
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("1 tune is written to {0}.")
        more = self.tr("%Ln tunes are written to {0}.", "", len(tunes))
        words = (one if len(tunes) == 1 else more).format(target.name)
        self._studio.notify(words, "success")

    def _on_failed(self, error: Exception) -> None:
        self._withdraw_offer()
        words = error_sentence(error)
        self._studio.notify(words, "error", self.tr("Save elsewhere…"), self.ask)


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
