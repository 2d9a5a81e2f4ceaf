"""Shows how far each source is read: in the list of sources, and in the middle of the page."""

from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.combined_sources import SourcePart
from abcstudio.field_values import MAX_TEXT
from abcstudio.ui.controls.state_panel import Way
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.source_list import SourceNotes
from abcstudio.ui.datasets.source_remarks import SourceRemarks, encoding_state, remark_lines
from abcstudio.ui.datasets.table_place import TablePlace
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.tunes import TunesRead

_MOST_REMARKS = 20


class SourcePresenter(QObject):
    """Keeps the list, the table and what stands in its place in step with the sources.

    Attributes:
        remarks: Say how a source was read.

    Signals:
        presented: The tunes of the current source are in the table.
    """

    presented = Signal()

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.sources)
        studio, dialogs = parts.studio, parts.dialogs
        sources = self._sources = parts.sources
        source_list = self._list = parts.source_list
        self._views = parts.views
        self._browser = parts.browser
        self._dialogs = dialogs
        self.remarks = SourceRemarks(studio, parts.page)
        self._studio = studio
        self._offers: dict[Path, Notice] = {}
        self._presented_path = sources.current
        self._place: TablePlace | None = None
        source_list.source_chosen.connect(sources.read)
        source_list.file_requested.connect(dialogs.ask_file)
        source_list.folder_requested.connect(dialogs.ask_folder)
        source_list.removal_requested.connect(self._remove)
        sources.list_changed.connect(self._show_list)
        sources.removals_changed.connect(self._withdraw_offers)
        sources.returned.connect(source_list.go_to_list)
        sources.started.connect(self._on_started)
        sources.finished.connect(self._on_finished)
        sources.failed.connect(self._on_failed)
        sources.cancelled.connect(self._on_cancelled)
        for path, count in sources.counts.items():
            found = studio.settings.source_notes.get(str(path), {})
            source_list.set_notes(path, _notes_of(count, found))
        self._show_list()

    def _show_list(self) -> None:
        self._list.set_sources(self._sources.choices, self._sources.current)

    def _on_started(self) -> None:
        is_again = self._sources.current == self._presented_path
        self._place = (self._browser.table.place or self._place) if is_again else None
        self.remarks.stay_with(self._sources.current)
        self._views.show_state(
            self.tr("Reading tunes…"),
            one_line(self._sources.name),
            [(self.tr("Cancel"), self._sources.cancel)],
            is_busy=True,
        )
        self._browser.set_index(TuneIndex(()))

    def _on_finished(self, result: TunesRead) -> None:
        notes = SourceNotes(
            tunes=len(result.tunes),
            skipped=len(result.reading.skipped),
            others=result.reading.others,
            encoding=encoding_state(result),
            remarks="\n".join(remark_lines(result)[:_MOST_REMARKS]),
            combined="\n".join(self._part(part) for part in result.reading.parts[:_MOST_REMARKS]),
        )
        self._list.set_notes(result.path, notes)
        self._keep(result.path, notes)
        self._browser.set_index(result.index)
        self._show_some(result)
        self.remarks.tell(result)
        self._views.show_tunes()
        if self._place is not None:
            self._browser.table.return_to(self._place)
        self._place = None
        self._views.take_typed()
        self.presented.emit()

    def _part(self, part: SourcePart) -> str:
        name = self._sources.name_of(Path(part.path))
        return self.tr("{0} × {1}").format(one_line(name), part.weight)

    def _keep(self, path: Path, notes: SourceNotes) -> None:
        """Let the next start say of a source's files what was found in them."""
        found = {name: value for name, value in asdict(notes).items() if value and name != "tunes"}
        for name in found.keys() & {"remarks", "combined"}:
            found[name] = found[name][:MAX_TEXT]
        settings = self._studio.settings
        all_found = {**settings.source_notes, str(path): found}
        kept = {
            one: said for one, said in all_found.items() if said and one in settings.source_counts
        }
        self._studio.update_settings(source_notes=kept)

    def _show_some(self, result: TunesRead) -> None:
        """Let a filter that was made for other tunes hide none of these unsaid."""
        shown, total = len(self._browser.table.shown), len(result.tunes)
        is_another = result.path != self._presented_path
        self._presented_path = result.path
        name = self._sources.name_of(result.path)
        if not shown and total:
            self._browser.filter_bar.clear()
            words = self.tr("The filter is cleared: no tune of {0} passed it.")
            self._studio.notify(words.format(name), "info")
        elif is_another and shown < total:
            self._studio.notify(
                self.tr("The filter hides %Ln tunes of {0}.", "", total - shown).format(name),
                "info",
                action_text=self.tr("Clear the filter"),
                action=self._browser.filter_bar.clear,
            )

    def _on_failed(self, error: Exception) -> None:
        sources = self._sources
        ways: list[Way] = [(self.tr("Try again"), sources.read_again)]
        if not sources.is_bundled and not sources.is_all:
            remove = partial(self._remove, sources.current)
            ways.append((self.tr("Remove from list"), remove))
        if not sources.is_bundled:
            ways.append((self.tr("Open the bundled tunebook"), sources.show_bundled))
        sentence = error_sentence(error)
        self._views.show_state(self.tr("These tunes cannot be read"), sentence, ways)
        self._list.set_unread(sources.current, sentence)
        self._show_list()
        # What was read before is not of this source: it can be neither played nor trained on.
        self._browser.set_index(TuneIndex(()))

    def _on_cancelled(self) -> None:
        self._browser.set_index(TuneIndex(()))
        self._views.show_state(
            self.tr("No tunes here yet"),
            self.tr("Drop an .abc file here, or open the bundled tunebook."),
            [
                (self.tr("Add file…"), self._dialogs.ask_file),
                (self.tr("Open the bundled tunebook"), self._sources.show_bundled),
            ],
        )

    def _remove(self, path: Path) -> None:
        self._sources.remove(path)
        self.remarks.withdraw(path)
        if path not in self._sources.removed:
            return
        self._offers[path] = self._studio.notify(
            self.tr("{0} is off the list; nothing on disk was changed.").format(path.name),
            action_text=self.tr("Undo"),
            action=partial(self._sources.bring_back, path),
        )

    def _withdraw_offers(self) -> None:
        """Offer no undo for what is on the list again."""
        for path in self._offers.keys() - set(self._sources.removed):
            self._studio.notice_withdrawn.emit(self._offers.pop(path))


def _notes_of(tunes: int, found: Mapping[str, Any]) -> SourceNotes:
    """Return the notes of an earlier session, less what is none."""
    skipped, others = found.get("skipped"), found.get("others")
    return SourceNotes(
        tunes=tunes,
        skipped=skipped if isinstance(skipped, int) else 0,
        others=others if isinstance(others, int) else 0,
        encoding=str(found.get("encoding", "")),
        remarks=str(found.get("remarks", "")),
        combined=str(found.get("combined", "")),
    )
