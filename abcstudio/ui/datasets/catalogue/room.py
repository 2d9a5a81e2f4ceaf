"""Collections of tunes that can be downloaded."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.paths import bundled_tunes_dir, catalogue_file, downloads_dir
from abcstudio.recipes.catalogue.collections import (
    Collection,
    fetch_collection,
    look_for_collections,
)
from abcstudio.ui.datasets.catalogue.catalogue_dialog import CatalogueDialog
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work


class CataloguePresenter(QObject):
    """Shows the catalogue, with what of it is on this machine."""

    def __init__(
        self, sources: TuneSources, studio: Studio, actions: Actions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._sources = sources
        self._studio = studio
        self._window = window
        self._looking, self._fetching = LatestJob(studio), LatestJob(studio)
        self.dialog: CatalogueDialog | None = None
        group = CommandGroup(actions, self, menu="file", submenu="datasets", page="datasets")
        self.action = group.add(CommandSpec("datasets.catalogue", "Do&wnload tunes…",
            "Lists collections of tunes that others publish; nothing is fetched before you say so",
            do=self.open, icon="download"))  # fmt: skip

    @property
    def is_busy(self) -> bool:
        """Whether something is fetched or looked for."""
        return self._fetching.is_running or self._looking.is_running

    def open(self) -> None:
        """Show the catalogue."""
        if self.dialog is None:
            self.dialog = CatalogueDialog(self._studio, self._window)
            self.dialog.act_requested.connect(self._act)
            self.dialog.stop_requested.connect(self._stop)
        is_at_rest = not self._fetching.is_running
        if is_at_rest:
            self.dialog.say("")
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.table.setFocus()
        if is_at_rest:
            self._look()

    def _look(self) -> None:
        work = plain_work(
            look_for_collections, catalogue_file(), downloads_dir(), bundled_tunes_dir()
        )
        self._looking.run(work, self._on_looked, self._on_look_failed)

    def _on_looked(self, collections: tuple[Collection, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_collections(collections)

    def _on_look_failed(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.say(error_sentence(error), is_wrong=True)

    def _act(self) -> None:
        """Take the chosen collection among the sources; fetch it first where it is not here."""
        chosen = self.dialog.collection if self.dialog is not None else None
        if chosen is None or self._fetching.is_running:
            return
        self._looking.cancel()
        if chosen.state.path is not None:
            self._add(chosen.state.path)
            return
        self._on_progress_of(chosen, chosen.state.done)
        work = partial(fetch_collection, chosen.entry, downloads_dir())
        self._fetching.run(
            work,
            self._on_fetched,
            self._on_fetch_failed,
            lambda progress: self._on_progress_of(chosen, progress.done),
        )

    def _on_progress_of(self, chosen: Collection, done: int) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(done, chosen.entry.size)

    def _on_fetched(self, path: Path) -> None:
        if self.dialog is not None:
            self.dialog.show_rest()
        self._look()
        self._add(path)

    def _add(self, path: Path) -> None:
        self._sources.add(path)
        if self.dialog is not None:
            self.dialog.say(self.tr("{0} stands among the sources now.").format(path.name))

    def _on_fetch_failed(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.show_rest()
            self.dialog.say(error_sentence(error), is_wrong=True)
        # What has come of a collection before it failed is here.
        self._look()

    def _stop(self) -> None:
        if not self._fetching.is_running:
            return
        self._fetching.cancel()
        if self.dialog is not None:
            self.dialog.show_rest()
            self.dialog.say(self.tr("Stopped. What has come is kept."))
        self._look()


class CatalogueRoom(QObject):
    """Offers the catalogue below the sources."""

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        self.presenter = CataloguePresenter(parts.sources, parts.studio, parts.actions, parts.page)
        source_list = parts.source_list
        source_list.catalogue.set_command(self.presenter.action)
