"""The commands on files: begin, open, save, close, export as sound or MusicXML."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.exporting.exporter import Exporter
from abcstudio.ui.exporting.sound_dialog import ALL, ONE, Source
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_OPEN_COMMANDS = (
    CommandSpec(
        id="file.new",
        words=QT_TRANSLATE_NOOP("FileCommands", "&New"),
        tooltip=QT_TRANSLATE_NOOP("FileCommands", "Begin an empty tune"),
        keys="Ctrl+N",
        icon="file-plus",
    ),
    CommandSpec(
        id="file.new_from_template",
        words=QT_TRANSLATE_NOOP("FileCommands", "New from &template…"),
        tooltip=QT_TRANSLATE_NOOP(
            "FileCommands", "Begin a jig, a reel, a song or another kind of tune"
        ),
        icon="file-music",
    ),
    CommandSpec(
        id="file.open",
        words=QT_TRANSLATE_NOOP("FileCommands", "&Open…"),
        tooltip=QT_TRANSLATE_NOOP("FileCommands", "Open an ABC file"),
        keys="Ctrl+O",
        icon="folder-open",
    ),
    CommandSpec(
        id="file.import_midi",
        words=QT_TRANSLATE_NOOP("FileCommands", "&Import MIDI or MusicXML…"),
        tooltip=QT_TRANSLATE_NOOP(
            "FileCommands", "Write the notes of a MIDI or MusicXML file down as a new tune"
        ),
        keys="Ctrl+Shift+I",
        icon="file-import",
    ),
)

_SAVE_COMMANDS = (
    CommandSpec(
        id="file.save",
        words=QT_TRANSLATE_NOOP("FileCommands", "&Save"),
        tooltip=QT_TRANSLATE_NOOP("FileCommands", "Save the text to its file"),
        keys="Ctrl+S",
        icon="download",
    ),
    CommandSpec(
        id="file.save_as",
        words=QT_TRANSLATE_NOOP("FileCommands", "Save &as…"),
        tooltip=QT_TRANSLATE_NOOP("FileCommands", "Save the text to another file"),
        keys="Ctrl+Shift+S",
    ),
    CommandSpec(
        id="file.close",
        words=QT_TRANSLATE_NOOP("FileCommands", "&Close the tune"),
        tooltip=QT_TRANSLATE_NOOP("FileCommands", "Close this text; a take also leaves the list"),
        keys="Ctrl+W",
        icon="x",
    ),
)

_EXPORT_COMMANDS = (
    CommandSpec(
        id="file.export_midi",
        words=QT_TRANSLATE_NOOP("FileCommands", "Export &MIDI…"),
        tooltip=QT_TRANSLATE_NOOP(
            "FileCommands", "Write the tune as a MIDI file, as heard or as written"
        ),
        keys="Ctrl+Shift+M",
        icon="file-export",
    ),
    CommandSpec(
        id="file.export_musicxml",
        words=QT_TRANSLATE_NOOP("FileCommands", "Export Music&XML…"),
        tooltip=QT_TRANSLATE_NOOP(
            "FileCommands", "Write the tune as a score for other notation programs"
        ),
        keys="Ctrl+Shift+X",
        icon="file-text",
    ),
    CommandSpec(
        id="file.export_wav",
        words=QT_TRANSLATE_NOOP("FileCommands", "Export s&ound…"),
        tooltip=QT_TRANSLATE_NOOP(
            "FileCommands", "Write the tune as sound: WAV, FLAC or Ogg Vorbis"
        ),
        keys="Ctrl+Shift+W",
        icon="file-music",
    ),
    CommandSpec(
        id="file.export_all_sound",
        words=QT_TRANSLATE_NOOP("FileCommands", "Export all tunes as &sound…"),
        tooltip=QT_TRANSLATE_NOOP("FileCommands", "Write each tune of this text as sound or MIDI"),
        icon="file-music",
    ),
)

_ENCODING = CommandSpec(
    id="view.encoding",
    words=QT_TRANSLATE_NOOP("FileCommands", "Text encoding…"),
    tooltip=QT_TRANSLATE_NOOP(
        "FileCommands", "Read the file anew with another encoding, where its letters are wrong"
    ),
)

_RECOVER = CommandSpec(
    id="file.recover",
    words=QT_TRANSLATE_NOOP("FileCommands", "Recover &unsaved text"),
    tooltip=QT_TRANSLATE_NOOP(
        "FileCommands", "Open what was not saved when the studio ended unexpectedly"
    ),
    icon="history",
)


class FileCommands(QObject):
    """Registers the commands.

    Signals:
        new_requested: The person wants an empty tune, ready to be typed.
        template_requested: The person wants to begin with a template.
        open_requested: The person wants to choose a file.
        close_requested: The text in the editor is to be closed.
        recovery_requested: Text of an earlier session is to be opened.
    """

    new_requested = Signal()
    template_requested = Signal()
    open_requested = Signal()
    close_requested = Signal()
    recovery_requested = Signal()

    def __init__(
        self,
        desk: TuneDesk,
        files: DocumentFiles,
        exporter: Exporter,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._watch = desk.watch
        self._exporter = exporter
        what_to_do: dict[str, Callable[[], object]] = {
            "file.new": self.new_requested.emit,
            "file.new_from_template": self.template_requested.emit,
            "file.open": self.open_requested.emit,
            "file.import_midi": files.import_foreign,
            "file.save": files.save,
            "file.save_as": files.save_as,
            "file.close": self.close_requested.emit,
            "file.export_midi": partial(self._export_sound, "mid"),
            "file.export_musicxml": self._export_musicxml,
            "file.export_wav": partial(self._export_sound, "wav"),
            "file.export_all_sound": partial(self._export_sound, "wav", ALL),
        }
        group = CommandGroup(actions, self, menu="file", page="composer")
        group.add_all(_OPEN_COMMANDS, what_to_do)
        group.add_all(_SAVE_COMMANDS, what_to_do, desk.why_no_writing)
        group.add_all(_EXPORT_COMMANDS, what_to_do, desk.why_not)
        group.add(_RECOVER, self.recovery_requested.emit)
        group.follow(desk.changed)
        view = CommandGroup(actions, self, menu="view", page="composer")
        view.add(_ENCODING, files.encodings.ask, files.encodings.why_not)
        view.follow(desk.changed)

    def _export_musicxml(self) -> None:
        view = self._watch.settle()
        if view is not None:
            title = view.tune.title or self._desk.document_name
            self._exporter.export_musicxml(view.tune.standalone_text, title)

    def _export_sound(self, format: str, which: str = ONE) -> None:
        if self._watch.settle() is not None:
            path = self._desk.document.path
            name = path.stem if path is not None else self._desk.document_name
            self._exporter.ask_sound(self._tunes_now, name, format, which)

    def _tunes_now(self) -> Source:
        view = self._watch.settle()
        return self._watch.tunes, None if view is None else view.tune
