"""The commands that find tunes by a melody."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from abcstudio.notation.reader.parser import parse
from abcstudio.recipes.finding.recording_names import RECORDINGS
from abcstudio.recipes.finding.selected_melody import AskedPlace, selected_melody
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.finding.finding_presenter import FindingPresenter
from abcstudio.ui.datasets.finding.query_score import QueryScore
from abcstudio.ui.datasets.source_dialogs import tunes_folder
from abcstudio.ui.playback.playing_in.playing_recorder import PlayingRecorder
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class FindingCommands(QObject):
    """Registers the commands."""

    def __init__(
        self,
        parts: DatasetsParts,
        presenter: FindingPresenter,
        score: QueryScore,
        recorder: PlayingRecorder,
    ) -> None:
        super().__init__(presenter)
        actions, found = parts.actions, presenter.found
        view = self._view = presenter.view
        self._presenter = presenter
        self._score = score
        preview = self._preview = parts.preview
        self._recorder = recorder
        self._studio = parts.studio
        group = CommandGroup(actions, self, menu="edit", submenu="melody", page="datasets")
        self._add_finding(CommandGroup(actions, self, menu="edit", submenu="melody"), group)
        self.of_places = group.add_all(
            CommandSpec("datasets.play_place", "&Play the place",
                "Plays the notes that were found as they stand in the chosen tune",
                do=found.toggle, why_not=self._why_no_place, keys="Ctrl+Shift+F5",
                icon="player-play"),
            CommandSpec("datasets.next_place", "Play the &next place",
                "Goes to the next tune that was found, and plays the notes there",
                do=presenter.step, why_not=self._why_no_place, keys="Alt+Shift+F5",
                icon="player-skip-forward"),
            CommandSpec("datasets.open_found", "&Open the tune that was found",
                "Opens a copy of it in the composer",
                do=presenter.open_place, why_not=self._why_no_place, icon="external-link"),
        )  # fmt: skip
        relatives, where_else = group.add_all(
            CommandSpec("datasets.relatives", "Closest &relatives",
                "Finds the tunes that share most with the tune in the preview",
                do=self._find_relatives, why_not=self._why_no_tune, keys="Alt+Shift+F4",
                icon="sparkles"),
            CommandSpec("datasets.where_else", "Where &else?",
                "Finds the tunes that have the notes selected in the text of this one",
                do=self._where_else, why_not=self._why_no_tune, keys="Alt+Shift+F2", icon="search"),
        )  # fmt: skip
        preview.relatives.set_command(relatives)
        preview.text.offer_in_menu(where_else)
        view.recording_requested.connect(self._find_recording)
        group.follow(presenter.changed, presenter.query_read, preview.tune_changed)
        recorder.changed.connect(self._show)

    def _add_finding(self, everywhere: CommandGroup, here: CommandGroup) -> None:
        everywhere.add(CommandSpec("edit.find_melody", "Find by &melody",
            "Finds the tunes of a source that have a few notes, in any key",
            do=self._find, keys="Ctrl+Shift+F3", icon="search"))  # fmt: skip
        self._play_in, hear, recording, clear = here.add_all(
            CommandSpec("datasets.play_melody", "P&lay the notes in",
                "Play notes on the piano, a MIDI keyboard or with letters: they are looked for",
                do=self._toggle, keys="Alt+Shift+F3", icon="piano", is_switch=True),
            CommandSpec("datasets.hear_melody", "&Hear the melody",
                "Plays the notes that you look for",
                do=lambda: self._score.hear(), why_not=self._why_no_melody, keys="Ctrl+Shift+F4",
                icon="player-play"),
            CommandSpec("datasets.find_recording", "Find a recordin&g…",
                "Listens to a recording of somebody playing (WAV, MP3, FLAC, Ogg or MIDI), and "
                "finds it", do=self._find_recording, keys="Alt+Shift+F11", icon="file-music"),
            CommandSpec("datasets.clear_melody", "&Clear the melody",
                "Empties the field; undo in it brings the notes back",
                do=self._presenter.clear, why_not=self._why_no_melody, icon="eraser"),
        )  # fmt: skip
        self._view.set_actions(self._play_in, recording, hear, clear)

    def _find(self) -> None:
        self._studio.page_requested.emit("datasets")
        self._studio.melody_requested.emit("", None)

    def _find_relatives(self) -> None:
        if self._preview.tune is not None:
            self._studio.relatives_requested.emit(self._preview.tune)

    def _where_else(self) -> None:
        tune = self._preview.tune
        if tune is not None:
            score = parse(tune.text, tune.file_header)
            melody = selected_melody(score, self._preview.text.chosen)
            place = None if melody is None else AskedPlace(tune, melody)
            self._studio.melody_requested.emit("" if melody is None else melody.text, place)

    def _why_no_tune(self) -> str:
        return "" if self._preview.tune is not None else self.tr("No tune is chosen.")

    def _find_recording(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in RECORDINGS)
        name, _kind = QFileDialog.getOpenFileName(
            self._view,
            self.tr("Find a recording"),
            tunes_folder(self._studio),
            self.tr("Recordings ({0});;All files (*)").format(kinds),
        )
        if name:
            self._find()
            self._presenter.look_for_recording(Path(name))

    def _toggle(self) -> None:
        if not self._view.takes_notes:
            self._find()
        self._recorder.toggle()

    def _why_no_melody(self) -> str:
        return "" if self._score.has_notes else self.tr("There is no melody yet.")

    def _why_no_place(self) -> str:
        if self._view.shows_places:
            return ""
        return self.tr("“Find by melody” lists the tunes that have a melody.")

    def _show(self) -> None:
        self._play_in.setChecked(self._recorder.is_listening)
