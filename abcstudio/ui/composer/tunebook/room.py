"""The tunes that a person keeps, in sets."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog

from abcstudio.corpus.kept_book import MOST_TIMES, KeptTune, SetName, with_times_said
from abcstudio.paths import tunebook_file
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.composer.tunebook.book_panel import BookPanel
from abcstudio.ui.composer.tunebook.kept_tunes import KeptTunes
from abcstudio.ui.composer.tunebook.set_exporter import SetExporter
from abcstudio.ui.composer.tunebook.set_player import SetPlayer
from abcstudio.ui.composer.tunebook.tunebook_presenter import TunebookPresenter
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup

_BUTTONS = 6


class TunebookCommands(QObject):
    """Registers the commands."""

    def __init__(
        self,
        parts: ComposerParts,
        presenter: TunebookPresenter,
        panel: BookPanel,
        player: SetPlayer,
    ) -> None:
        super().__init__(presenter)
        desk, actions = parts.desk, parts.actions
        self._presenter = presenter
        self._player = player
        self._exporter = SetExporter(parts)
        times = SetTimes(presenter, panel)
        tunes = CommandGroup(
            actions, self, menu="tune", submenu="book", page="composer", acts_on_tune=False
        )
        files = CommandGroup(actions, self, menu="file", submenu="export", page="composer")
        keep, new_set = tunes.add_all(
            CommandSpec("tune.keep_in_book", "&Keep in the tunebook",
                "Keep the tune in your tunebook, in the set chosen there; on Datasets, the "
                "selected tunes",
                do=presenter.keep, why_not=desk.why_not, keys="Ctrl+B", icon="plus", section="book",
                acts_on_tune=True),
            CommandSpec("tune.new_set", "&New set",
                "Begin a set of the tunes selected here or on Datasets, to be played and printed "
                "as one",
                do=presenter.add_set, icon="folder-plus", section="book", acts_on_tune=True),
        )  # fmt: skip
        on_row = [*self._add_row_commands(tunes), *self._add_exports(files)]
        ask_times, renumber = tunes.add_all(
            CommandSpec("tune.set_times", "Times throu&gh…",
                "Choose how many times the tune is played in its set; for a set, each of its tunes",
                do=times.ask, why_not=times.why_not, section="book"),
            CommandSpec("tune.renumber_book", "Renum&ber the tunebook",
                "Number all kept tunes from 1 in their order",
                do=presenter.renumber, why_not=self._why_empty, section="book"),
        )  # fmt: skip
        tunes.follow(desk.changed, presenter.changed)
        files.follow(presenter.changed)
        CommandGroup(actions, self, menu="view", page="composer").add(
            CommandSpec("view.tunebook", "Tune&book", "List the tunes that you keep, in their sets",
                do=presenter.show_panel, keys="Ctrl+E", icon="books", section="panels")
        )  # fmt: skip
        panel.set_actions(keep, [new_set, *on_row, ask_times, renumber], _BUTTONS)
        player.tune_begun.connect(presenter.mark_playing)
        player.ended.connect(presenter.mark_none)

    def _add_row_commands(self, group: CommandGroup) -> tuple[QAction, ...]:
        presenter = self._presenter
        why_not = presenter.why_no_row
        return group.add_all(
            CommandSpec("tune.play_set", "&Play the set",
                "Play the tunes of the chosen set one after another",
                do=self._play, why_not=why_not, keys="Ctrl+G", icon="player-play", section="book"),
            CommandSpec("tune.kept_up", "Move &up in the tunebook",
                "Move the chosen tune up, into the set above too; or the whole set",
                do=partial(presenter.step, -1), why_not=why_not, icon="chevron-up", section="book"),
            CommandSpec("tune.kept_down", "Move &down in the tunebook",
                "Move the chosen tune down, into the set below too; or the whole set",
                do=partial(presenter.step, 1), why_not=why_not, icon="chevron-down",
                section="book"),
            CommandSpec("tune.rename_kept", "&Rename",
                "Change the name of the chosen set, or the title of the tune",
                do=presenter.rename, why_not=why_not, icon="pencil", section="book"),
            CommandSpec("tune.remove_kept", "Remove from the &tunebook",
                "Remove the chosen tune, or dissolve the set; undo brings it back",
                do=lambda: presenter.remove(presenter.row), why_not=why_not, icon="trash",
                section="book"),
            CommandSpec("tune.open_kept", "&Open the set",
                "Open the chosen set, or a tune that is in none, as a text",
                do=lambda: presenter.open(presenter.row), why_not=why_not, section="book"),
        )  # fmt: skip

    def _add_exports(self, group: CommandGroup) -> tuple[QAction, ...]:
        exporter, why_not = self._exporter, self._presenter.why_no_row
        return group.add_all(
            CommandSpec("file.export_set_abc", "Export the chosen set as ABC…",
                "Write the tunes of the set that is chosen in the tunebook",
                do=partial(self._export, exporter.write_abc), why_not=why_not, section="book"),
            CommandSpec("file.export_set_pdf", "Export the chosen set as PDF…",
                "Print the tunes of the set that is chosen in the tunebook together",
                do=self._export_pdf, why_not=why_not, section="book"),
            CommandSpec("file.export_set_midi", "Export the chosen set as MIDI or sound…",
                "Write each tune of the set that is chosen in the tunebook",
                do=partial(self._export, exporter.ask_midi), why_not=why_not, section="book"),
        )  # fmt: skip

    def _play(self) -> None:
        document = self._presenter.open(self._presenter.row, focus=False)
        if document is not None:
            self._player.play(document)

    def _export(self, write: Callable[[tuple[str, ...], str], object]) -> None:
        row = self._presenter.row
        tunes = tuple(tune.text for tune in self._presenter.book.tunes_at(row))
        if tunes:
            write(tunes, self._presenter.name_of(row))

    def _export_pdf(self) -> None:
        row = self._presenter.row
        tunes = self._presenter.book.tunes_at(row)
        if tunes:
            texts = [with_times_said(tune.text, tune.times) for tune in tunes]
            self._exporter.ask_pdf(texts, self._presenter.name_of(row))

    def _why_empty(self) -> str:
        return "" if self._presenter.book.tunes else self.tr("No tune is kept yet.")


class SetTimes(QObject):
    """Sets the number for the selected tunes, or for all tunes of a set."""

    def __init__(self, presenter: TunebookPresenter, panel: BookPanel) -> None:
        super().__init__(presenter)
        self._presenter, self._panel = presenter, panel

    def ask(self) -> None:
        """Open the dialog."""
        rows = self._panel.selected | {self._panel.row}
        dialog = QInputDialog(self._panel)
        dialog.setWindowTitle(self.tr("Times through"))
        dialog.setLabelText(self.tr("Play each tune how many times?"))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, MOST_TIMES)
        dialog.setIntValue(self._now())
        dialog.intValueSelected.connect(partial(self._presenter.set_times, rows))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def why_not(self) -> str:
        """Return why the command is off, "" if a set or a tune in one is selected."""
        if why := self._presenter.why_no_row():
            return why
        book = self._presenter.book
        first = book.items[book.set_at(self._panel.row).start]
        if isinstance(first, SetName):
            return ""
        return self.tr("Choose a set, or a tune in a set.")

    def _now(self) -> int:
        tunes = self._presenter.book.tunes_at(self._panel.row)
        item = self._presenter.book.items[self._panel.row]
        chosen = item if isinstance(item, KeptTune) else next(iter(tunes), None)
        return chosen.times if chosen is not None else 1


class TunebookRoom(QObject):
    """Shows the tunebook at the side, plays its sets and writes them.

    Attributes:
        kept: The book.
        presenter: Changes it.
        player: Plays its sets.
    """

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, self._rooms = parts.desk, parts.rooms
        self.panel = BookPanel(parts.studio)
        kept = self.tr("The tunes that you keep, in sets")
        parts.side.add("book", self.tr("Tunebook"), kept, self.panel, "books")
        self.kept = KeptTunes(parts.studio, tunebook_file(), self)
        self.presenter = TunebookPresenter(
            kept=self.kept, desk=desk, files=parts.files, panel=self.panel, side=parts.side
        )
        self.player = SetPlayer(desk.documents, parts.playback, self.presenter.times_of, self)
        TunebookCommands(parts, self.presenter, self.panel, self.player)
        authors = parts.rooms[TextsRoom].authors
        self.presenter.side_requested.connect(parts.side.bring)
        self.presenter.tune_opened.connect(self._go_to)
        self.presenter.tune_kept.connect(authors.keep_tune)
        self.presenter.tune_renamed.connect(authors.carry)

    def _go_to(self, place: int, focus: bool) -> None:
        self._rooms[OutlineRoom].presenter.go_to(place, focus=focus)
