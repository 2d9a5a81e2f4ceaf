"""The text encoding of the source."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.corpus.combined_sources import is_combination
from abcstudio.corpus.given_text import encoding_name, sample_of
from abcstudio.corpus.sources import readings_of_source
from abcstudio.files import TextFile
from abcstudio.messages import Phrase
from abcstudio.ui.controls.choice_dialog import ChoiceDialog
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.source_presenter import SourcePresenter
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.job import plain_work

_MOST_KEPT = 200


class SourceEncoding(QObject):
    """Asks for the encoding of the current source, keeps it, and reads the source so.

    Files that say how they are kept are read as they say, and UTF-8 stays UTF-8.

    Attributes:
        dialog: The dialog that is open, None without one.
        action: Asks.
    """

    def __init__(
        self, actions: Actions, sources: TuneSources, studio: Studio, window: QWidget
    ) -> None:
        super().__init__(window)
        self._sources, self._studio, self._window = sources, studio, window
        self._trial = LatestJob(studio)
        self.dialog: ChoiceDialog | None = None
        group = CommandGroup(
            actions, self, menu="view", submenu="text", page="datasets", why_not=self._why_not
        )
        self.action = group.add(CommandSpec("datasets.encoding", "Te&xt encoding of the source…",
            "Reads the tunes of the source again with another encoding; its files stay as they are",
            do=self.ask))  # fmt: skip
        group.follow(sources.list_changed, sources.started)

    def ask(self) -> None:
        """Ask for the encoding of the current source."""
        path = self._sources.current
        self._trial.run(
            plain_work(readings_of_source, path), partial(self._offer, path), self._on_failed
        )

    def _offer(self, path: Path, readings: tuple[TextFile, ...]) -> None:
        """Show the encodings that a source can be read with, while it is the current one."""
        if path != self._sources.current:
            return
        if not readings:
            words = self.tr("Every file of {0} says how it is kept, or is UTF-8.")
            self._studio.notify(words.format(self._sources.name), "info")
            return
        self.dialog = ChoiceDialog(
            self.tr("Text encoding of the source"),
            self.tr("Its tunes are read again; the files stay as they are."),
            self.tr("&Read"),
            self._window,
        )
        self.dialog.agree_button.setToolTip(self.tr("Read the source with this encoding"))
        found = (self.tr("As it was recognised"), "")
        choices = [found, *((_choice(each), each.encoding) for each in readings)]
        self.dialog.ask_choice(self.tr("&Encoding"), choices, self._named.get(str(path), ""))
        self.dialog.decided.connect(partial(self._choose, path))
        self.dialog.finished.connect(self._drop_dialog)
        self.dialog.open()

    @property
    def _named(self) -> Mapping[str, str]:
        return self._studio.settings.source_encodings

    def _drop_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _choose(self, path: Path, codec: str, _switch: bool) -> None:
        before = self._named.get(str(path), "")
        if codec == before:
            return
        self._read(path, codec)
        name = self._sources.name_of(path)
        if codec:
            words = self.tr("{0} is read as {1}.").format(name, _name_of(codec))
        else:
            words = self.tr("{0} is read as it was recognised.").format(name)
        self._studio.notify(words, "info", self.tr("Undo"), partial(self._read, path, before))

    def _read(self, path: Path, codec: str) -> None:
        others = {name: one for name, one in self._named.items() if name != str(path)}
        named = {**others, str(path): codec} if codec else others
        kept = dict(list(named.items())[-_MOST_KEPT:])
        self._studio.update_settings(source_encodings=kept)
        if path == self._sources.current:
            self._sources.read_again()

    def _why_not(self) -> str:
        if is_combination(self._sources.current):
            return self.tr("Choose the source itself among those that are combined.")
        return ""

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")


def _choice(file: TextFile) -> str:
    """Return an encoding's name, and what it makes of the file's first strange letters."""
    sample = sample_of(file.text)
    return f"{_name_of(file.encoding)}: {sample}" if sample else _name_of(file.encoding)


def _name_of(codec: str) -> str:
    name = encoding_name(codec)
    return message(name.message_id) if isinstance(name, Phrase) else name


class EncodingsRoom(QObject):
    """Offers another encoding below the sources, and where one was guessed."""

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        self.encoding = SourceEncoding(parts.actions, parts.sources, parts.studio, parts.page)
        source_list, remarks = parts.source_list, parts.rooms[SourcePresenter].remarks
        source_list.encoding.set_command(self.encoding.action)
        remarks.encoding_requested.connect(self.encoding.ask)
