"""The commands that combine sources, and change what was combined."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.combined_sources import (
    SUFFIX,
    SourcePart,
    is_combination,
    load_combination,
    save_combination,
)
from abcstudio.files import free_path
from abcstudio.paths import bundled_tunebook, combinations_dir
from abcstudio.ui.controls.target_dialog import file_name_of
from abcstudio.ui.datasets.combining.combine_dialog import CombineDialog
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work, saving_work


class _Change(NamedTuple):
    """A combination that was changed, and what it combined before."""

    path: Path
    before: tuple[SourcePart, ...]


class CombineCommands(QObject):
    """Asks what to combine, writes the file that says it, and shows its tunes.

    Attributes:
        dialog: The dialog that is open, None without one.

    Signals:
        changes_changed: A combination was changed, or that was taken back.
    """

    changes_changed = Signal()

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        actions, sources, source_list = parts.actions, parts.sources, parts.source_list
        self._sources, self._studio, self._window = sources, parts.studio, parts.page
        self._job = LatestJob(parts.studio)
        self.dialog: CombineDialog | None = None
        self._changes: list[_Change] = []
        self._offer: Notice | None = None
        group = CommandGroup(actions, self, menu="file", submenu="datasets", page="datasets")
        combine, change = group.add_all(
            CommandSpec("datasets.combine", "Com&bine tune sources…",
                "Makes one source of several, each with a weight for training",
                do=self.ask, why_not=self._why_not, icon="plus"),
            CommandSpec("datasets.change_combination", "Change what is combine&d…",
                "Changes the sources and the weights of a source that combines others",
                do=self.ask_change, why_not=self._why_no_change, icon="edit"),
        )  # fmt: skip
        source_list.combine.set_command(combine)
        source_list.change.set_command(change)
        group.follow(sources.list_changed, sources.started)

    @property
    def changed(self) -> tuple[Path, ...]:
        """The combinations that were changed in this session, the last change at the end."""
        return tuple(change.path for change in self._changes)

    def undo(self) -> None:
        """Combine again what was combined before the last change."""
        if self._changes and not self._job.is_running:
            self._job.run(
                saving_work(save_combination, *self._changes[-1]), self._on_undone, self._on_failed
            )

    def ask(self) -> None:
        """Ask which sources to combine."""
        self._open(None)

    def ask_change(self) -> None:
        """Ask what the current combination should be instead."""
        path = self._sources.current
        work = plain_work(load_combination, path)
        self._job.run(work, partial(self._open_change, path), self._on_failed)

    def _open_change(self, path: Path, parts: tuple[SourcePart, ...]) -> None:
        dialog = self._open(path, parts)
        dialog.set_parts(path.stem, parts)
        dialog.name.setReadOnly(True)
        dialog.boxes[0].setFocus()

    def _open(self, path: Path | None, parts: tuple[SourcePart, ...] = ()) -> CombineDialog:
        listed = [str(each) for each in self._sources.listed if not is_combination(each)]
        # What was combined may be off the list.
        paths = dict.fromkeys((str(bundled_tunebook()), *listed, *(part.path for part in parts)))
        offered = [(self._sources.name_of(Path(each)), each) for each in paths]
        self.dialog = CombineDialog(offered, self._window)
        change = None if path is None else _Change(path, parts)
        self.dialog.decided.connect(partial(self._write, change))
        self.dialog.finished.connect(self._drop_dialog)
        self.dialog.open()
        return self.dialog

    def _drop_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _write(self, change: _Change | None, name: str, parts: tuple[SourcePart, ...]) -> None:
        if change is not None and change.before == parts:
            return
        where = combinations_dir(), file_name_of(name), SUFFIX
        target = free_path(*where) if change is None else change.path
        work = saving_work(save_combination, target, parts)
        self._job.run(work, lambda _nothing: self._on_written(target, change), self._on_failed)

    def _on_written(self, target: Path, change: _Change | None) -> None:
        self._sources.add(target)
        if change is not None:
            self._changes.append(change)
            self._offer_undo()
            self.changes_changed.emit()

    def _offer_undo(self) -> None:
        """Offer to take the last change back; that of an earlier one would be about this."""
        self._withdraw_offer()
        name = one_line(self._sources.name_of(self._changes[-1].path))
        words = self.tr("“{0}” combines other sources or weights now.").format(name)
        self._offer = self._studio.notify(words, action_text=self.tr("Undo"), action=self.undo)

    def _on_undone(self, _nothing: object) -> None:
        self._withdraw_offer()
        change = self._changes.pop()
        self.changes_changed.emit()
        self._sources.add(change.path)

    def _withdraw_offer(self) -> None:
        if self._offer is not None:
            self._studio.notice_withdrawn.emit(self._offer)
            self._offer = None

    def _why_not(self) -> str:
        if any(not is_combination(each) for each in self._sources.listed):
            return ""
        return self.tr("Add another file or folder first.")

    def _why_no_change(self) -> str:
        if is_combination(self._sources.current) and not self._sources.is_all:
            return ""
        return self.tr("Choose a source that combines others first.")

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")
