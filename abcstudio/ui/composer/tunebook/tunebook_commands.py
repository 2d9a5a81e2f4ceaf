"""The commands on the tunebook: keep, gather into sets, order, play, export."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from abcstudio.corpus.kept_book import MOST_TIMES, KeptTune, SetName, with_times_said
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.tunebook.book_panel import BookPanel
from abcstudio.ui.composer.tunebook.set_exporter import SetExporter
from abcstudio.ui.composer.tunebook.set_player import SetPlayer
from abcstudio.ui.composer.tunebook.tunebook_presenter import TunebookPresenter
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_KEEP = CommandSpec(
    id="tune.keep_in_book",
    words=QT_TRANSLATE_NOOP("TunebookCommands", "&Keep in the tunebook"),
    tooltip=QT_TRANSLATE_NOOP(
        "TunebookCommands",
        "Keep the tune in your tunebook, in the set chosen there; on Datasets, the selected tunes",
    ),
    keys="Ctrl+B",
    icon="plus",
    section="book",
)

_SHOW = CommandSpec(
    id="view.tunebook",
    words=QT_TRANSLATE_NOOP("TunebookCommands", "Tune&book"),
    tooltip=QT_TRANSLATE_NOOP("TunebookCommands", "List the tunes that you keep, in their sets"),
    keys="Ctrl+E",
    icon="books",
    section="panels",
)

_NEW_SET = CommandSpec(
    id="tune.new_set",
    words=QT_TRANSLATE_NOOP("TunebookCommands", "&New set"),
    tooltip=QT_TRANSLATE_NOOP(
        "TunebookCommands",
        "Begin a set of the tunes selected here or on Datasets, to be played and printed as one",
    ),
    icon="folder-plus",
    section="book",
)

_ROW_COMMANDS = (
    CommandSpec(
        id="tune.play_set",
        words=QT_TRANSLATE_NOOP("TunebookCommands", "&Play the set"),
        tooltip=QT_TRANSLATE_NOOP(
            "TunebookCommands", "Play the tunes of the chosen set one after another"
        ),
        keys="Ctrl+G",
        icon="player-play",
        section="book",
    ),
    CommandSpec(
        id="tune.kept_up",
        words=QT_TRANSLATE_NOOP("TunebookCommands", "Move &up in the tunebook"),
        tooltip=QT_TRANSLATE_NOOP(
            "TunebookCommands", "Move the chosen tune up, into the set above too; or the whole set"
        ),
        icon="chevron-up",
        section="book",
    ),
    CommandSpec(
        id="tune.kept_down",
        words=QT_TRANSLATE_NOOP("TunebookCommands", "Move &down in the tunebook"),
        tooltip=QT_TRANSLATE_NOOP(
            "TunebookCommands",
            "Move the chosen tune down, into the set below too; or the whole set",
        ),
        icon="chevron-down",
        section="book",
    ),
    CommandSpec(
        id="tune.rename_kept",
        words=QT_TRANSLATE_NOOP("TunebookCommands", "&Rename"),
        tooltip=QT_TRANSLATE_NOOP(
            "TunebookCommands", "Change the name of the chosen set, or the title of the tune"
        ),
        icon="pencil",
        section="book",
    ),
    CommandSpec(
        id="tune.remove_kept",
        words=QT_TRANSLATE_NOOP("TunebookCommands", "Remove from the &tunebook"),
        tooltip=QT_TRANSLATE_NOOP(
            "TunebookCommands", "Remove the chosen tune, or dissolve the set; undo brings it back"
        ),
        icon="trash",
        section="book",
    ),
    CommandSpec(
        id="tune.open_kept",
        words=QT_TRANSLATE_NOOP("TunebookCommands", "&Open the set"),
        tooltip=QT_TRANSLATE_NOOP(
            "TunebookCommands", "Open the chosen set, or a tune that is in none, as a text"
        ),
        section="book",
    ),
)

_TIMES = CommandSpec(
    id="tune.set_times",
    words=QT_TRANSLATE_NOOP("TunebookCommands", "Times throu&gh…"),
    tooltip=QT_TRANSLATE_NOOP(
        "TunebookCommands",
        "Choose how many times the tune is played in its set; for a set, each of its tunes",
    ),
    section="book",
)

_EXPORT_COMMANDS = (
    CommandSpec(
        id="file.export_set_abc",
        words=QT_TRANSLATE_NOOP("TunebookCommands", "Export the chosen set as ABC…"),
        tooltip=QT_TRANSLATE_NOOP(
            "TunebookCommands", "Write the tunes of the set that is chosen in the tunebook"
        ),
        section="book",
    ),
    CommandSpec(
        id="file.export_set_pdf",
        words=QT_TRANSLATE_NOOP("TunebookCommands", "Export the chosen set as PDF…"),
        tooltip=QT_TRANSLATE_NOOP(
            "TunebookCommands", "Print the tunes of the set that is chosen in the tunebook together"
        ),
        section="book",
    ),
    CommandSpec(
        id="file.export_set_midi",
        words=QT_TRANSLATE_NOOP("TunebookCommands", "Export the chosen set as MIDI or sound…"),
        tooltip=QT_TRANSLATE_NOOP(
            "TunebookCommands", "Write each tune of the set that is chosen in the tunebook"
        ),
        section="book",
    ),
)

_RENUMBER = CommandSpec(
    id="tune.renumber_book",
    words=QT_TRANSLATE_NOOP("TunebookCommands", "Renum&ber the tunebook"),
    tooltip=QT_TRANSLATE_NOOP("TunebookCommands", "Number all kept tunes from 1 in their order"),
    section="book",
)

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
        exporter = self._exporter = SetExporter(parts)
        times = SetTimes(presenter, panel)
        group = CommandGroup(actions, self, menu="tune", page="composer")
        keep = group.add(_KEEP, presenter.keep, desk.why_not)
        new_set = group.add(_NEW_SET, presenter.add_set)
        what_to_do: dict[str, Callable[[], object]] = {
            "tune.play_set": self._play,
            "tune.kept_up": partial(presenter.step, -1),
            "tune.kept_down": partial(presenter.step, 1),
            "tune.rename_kept": presenter.rename,
            "tune.remove_kept": lambda: presenter.remove(presenter.row),
            "tune.open_kept": lambda: presenter.open(presenter.row),
            "file.export_set_abc": partial(self._export, exporter.write_abc),
            "file.export_set_pdf": self._export_pdf,
            "file.export_set_midi": partial(self._export, exporter.ask_midi),
        }
        group.add_all(_ROW_COMMANDS, what_to_do, presenter.why_no_row)
        ask_times = group.add(_TIMES, times.ask, times.why_not)
        renumber = group.add(_RENUMBER, presenter.renumber, self._why_empty)
        group.follow(desk.changed, presenter.changed)
        exports = CommandGroup(actions, self, menu="file", page="composer")
        exports.add_all(_EXPORT_COMMANDS, what_to_do, presenter.why_no_row)
        exports.follow(presenter.changed)
        views = CommandGroup(actions, self, menu="view", page="composer")
        views.add(_SHOW, presenter.show_panel)
        on_row = [actions.action(spec.id) for spec in (*_ROW_COMMANDS, *_EXPORT_COMMANDS)]
        panel.set_actions(keep, [new_set, *on_row, ask_times, renumber], _BUTTONS)
        player.tune_begun.connect(presenter.mark_playing)
        player.ended.connect(presenter.mark_none)

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
