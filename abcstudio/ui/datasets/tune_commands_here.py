"""Commands on the tune that act on the tunes chosen on this page, while it is in front."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.tune_handover import TuneHandover
from abcstudio.ui.exporting.tune_printer import TunePrinter
from abcstudio.workers.scores import TuneSet, TuneText

_PAGE = "datasets"
_BOOK_COMMANDS = ("tune.keep_in_book", "tune.new_set")


class TuneCommandsHere(QObject):
    """Stands in for commands of the Composer.

    Attributes:
        printer: Prints the tunes that are chosen.
        for_rows: Those that the menu of a row offers.
    """

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        actions, table, handover = parts.actions, parts.browser.table, parts.rooms[TuneHandover]
        self._actions, self._table, self._studio = actions, table, parts.studio
        self.printer = TunePrinter(parts.studio, parts.engraver, parts.page)
        stand_ins: dict[str, Callable[[], object]] = {
            "tune.keep_in_book": partial(self._keep, is_set=False),
            "tune.new_set": partial(self._keep, is_set=True),
            "file.print": self._print,
            "file.export_midi": handover.export_sound,
            "file.export_wav": handover.export_sound,
            "file.export_book": handover.export_book,
            "tune.relatives": partial(self._run, "datasets.relatives"),
            "tune.where_else": partial(self._run, "datasets.where_else"),
        }
        # A page by itself, without the Composer, has none of them.
        known = {command.action_id for command in actions.commands()}
        self._known = tuple(each for each in stand_ins if each in known)
        for action_id in self._known:
            actions.stand_in(_PAGE, action_id, stand_ins[action_id])
        self.for_rows = tuple(actions.action(each) for each in _BOOK_COMMANDS if each in known)
        table.tunes_selected.connect(self._show)
        self._show()

    def _keep(self, *, is_set: bool) -> None:
        self._studio.keeping_requested.emit(self._table.selected(), is_set)

    def _run(self, action_id: str) -> None:
        """Run the command of this page that does the same."""
        self._actions.action(action_id).trigger()

    def _print(self) -> None:
        tune, chosen = self._table.tune, self._table.selected()
        if len(chosen) > 1:
            name = self.tr("%Ln tunes", "", len(chosen))
            self.printer.ask(TuneSet(tuple(chosen), name))
        elif tune is not None:
            title = tune.title or self.tr("Untitled")
            self.printer.ask(TuneText(tune.text, tune.file_header, title))

    def _show(self) -> None:
        """Say what there is to do with what is selected."""
        reason = "" if self._table.selected() else self.tr("Choose a tune first.")
        for action_id in self._known:
            self._actions.set_stand_in_available(_PAGE, action_id, reason)
