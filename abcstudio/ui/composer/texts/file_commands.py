"""The commands on files: begin, open, save, close, export as sound, MusicXML or words."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.exporting.exporter import Exporter
from abcstudio.ui.exporting.sound_dialog import ALL, ONE, Source
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


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
        group = CommandGroup(actions, self, menu="file", page="composer")
        self._add_opening(group, files)
        self._add_saving(group, files)
        self._add_exporting(group)
        group.add(
            CommandSpec("file.recover", "Recover &unsaved text",
                "Open what was not saved when the studio ended unexpectedly",
                do=self.recovery_requested.emit, icon="history")
        )  # fmt: skip
        group.follow(desk.changed)
        view = CommandGroup(actions, self, menu="view", submenu="text", page="composer")
        view.add(
            CommandSpec("view.encoding", "Text encoding…",
                "Read the file anew with another encoding, where its letters are wrong",
                do=files.encodings.ask, why_not=files.encodings.why_not)
        )  # fmt: skip
        view.follow(desk.changed)

    def _add_opening(self, group: CommandGroup, files: DocumentFiles) -> None:
        group.add_all(
            CommandSpec("file.new", "&New", "Begin an empty tune",
                do=self.new_requested.emit, keys="Ctrl+N", icon="file-plus"),
            CommandSpec("file.new_from_template", "New from &template…",
                "Begin a jig, a reel, a song or another kind of tune",
                do=self.template_requested.emit, icon="file-music"),
            CommandSpec("file.open", "&Open…", "Open an ABC file",
                do=self.open_requested.emit, keys="Ctrl+O", icon="folder-open"),
            CommandSpec("file.import_midi", "&Import MIDI or MusicXML…",
                "Write the notes of a MIDI or MusicXML file down as a new tune",
                do=files.import_foreign, keys="Ctrl+Shift+I", icon="file-import"),
        )  # fmt: skip

    def _add_saving(self, group: CommandGroup, files: DocumentFiles) -> None:
        why_not = self._desk.why_no_writing
        group.add_all(
            CommandSpec("file.save", "&Save", "Save the text to its file",
                do=files.save, why_not=why_not, keys="Ctrl+S", icon="download"),
            CommandSpec("file.save_as", "Save &as…", "Save the text to another file",
                do=files.save_as, why_not=why_not, keys="Ctrl+Shift+S"),
            CommandSpec("file.close", "&Close the tune",
                "Close this text; a take also leaves the list",
                do=self.close_requested.emit, why_not=why_not, keys="Ctrl+W", icon="x",
                acts_on_tune=True),
        )  # fmt: skip

    def _add_exporting(self, group: CommandGroup) -> None:
        why_not = self._desk.why_not
        group.add_all(
            CommandSpec("file.export_midi", "Export &MIDI…",
                "Write the tune as a MIDI file, as heard or as written",
                do=partial(self._export_sound, "mid"), why_not=why_not, keys="Ctrl+Shift+M",
                icon="file-export", submenu="export", acts_on_tune=True),
            CommandSpec("file.export_musicxml", "Export Music&XML…",
                "Write the tune as a score for other notation programs",
                do=partial(self._export, "musicxml"), why_not=why_not, keys="Ctrl+Shift+X",
                icon="file-text", submenu="export", acts_on_tune=True),
            CommandSpec("file.export_words", "Export the &words…",
                "Write the verses of a song as a text file",
                do=partial(self._export, "txt"), why_not=why_not, icon="file-text",
                submenu="export", acts_on_tune=True),
            CommandSpec("file.export_wav", "Export s&ound…",
                "Write the tune as sound: WAV, FLAC or Ogg Vorbis",
                do=partial(self._export_sound, "wav"), why_not=why_not, keys="Ctrl+Shift+W",
                icon="file-music", submenu="export", acts_on_tune=True),
            CommandSpec("file.export_all_sound", "Export all tunes as &sound…",
                "Write each tune of this text as sound or MIDI",
                do=partial(self._export_sound, "wav", ALL), why_not=why_not, icon="file-music",
                submenu="export", acts_on_tune=True),
        )  # fmt: skip

    def _export(self, format: str) -> None:
        view = self._watch.settle()
        if view is not None:
            title = view.tune.title or self._desk.document_name
            self._exporter.export(format, view.tune.standalone_text, title)

    def _export_sound(self, format: str, which: str = ONE) -> None:
        if self._watch.settle() is not None:
            path = self._desk.document.path
            name = path.stem if path is not None else self._desk.document_name
            self._exporter.ask_sound(self._tunes_now, name, format, which)

    def _tunes_now(self) -> Source:
        view = self._watch.settle()
        return self._watch.tunes, None if view is None else view.tune
