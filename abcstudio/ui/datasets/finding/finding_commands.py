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
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_FIND = CommandSpec(
    id="edit.find_melody",
    words=QT_TRANSLATE_NOOP("FindingCommands", "Find by &melody"),
    tooltip=QT_TRANSLATE_NOOP(
        "FindingCommands", "Finds the tunes of a source that have a few notes, in any key"
    ),
    keys="Ctrl+Shift+F3",
    icon="search",
)
_PLAY_IN = CommandSpec(
    id="datasets.play_melody",
    words=QT_TRANSLATE_NOOP("FindingCommands", "P&lay the notes in"),
    tooltip=QT_TRANSLATE_NOOP(
        "FindingCommands",
        "Play notes on the piano, a MIDI keyboard or with letters: they are looked for",
    ),
    keys="Alt+Shift+F3",
    icon="piano",
    is_switch=True,
)
_RECORDING = CommandSpec(
    id="datasets.find_recording",
    words=QT_TRANSLATE_NOOP("FindingCommands", "Find a recordin&g…"),
    tooltip=QT_TRANSLATE_NOOP(
        "FindingCommands",
        "Listens to a recording of somebody playing (WAV, MP3, FLAC, Ogg or MIDI), and finds it",
    ),
    keys="Alt+Shift+F11",
    icon="file-music",
)
_HEAR = CommandSpec(
    id="datasets.hear_melody",
    words=QT_TRANSLATE_NOOP("FindingCommands", "&Hear the melody"),
    tooltip=QT_TRANSLATE_NOOP("FindingCommands", "Plays the notes that you look for"),
    keys="Ctrl+Shift+F4",
    icon="player-play",
)
_CLEAR = CommandSpec(
    id="datasets.clear_melody",
    words=QT_TRANSLATE_NOOP("FindingCommands", "&Clear the melody"),
    tooltip=QT_TRANSLATE_NOOP(
        "FindingCommands", "Empties the field; undo in it brings the notes back"
    ),
    icon="eraser",
)
_RELATIVES = CommandSpec(
    id="datasets.relatives",
    words=QT_TRANSLATE_NOOP("FindingCommands", "Closest &relatives"),
    tooltip=QT_TRANSLATE_NOOP(
        "FindingCommands", "Finds the tunes that share most with the tune in the preview"
    ),
    keys="Alt+Shift+F4",
    icon="sparkles",
)
_WHERE_ELSE = CommandSpec(
    id="datasets.where_else",
    words=QT_TRANSLATE_NOOP("FindingCommands", "Where &else?"),
    tooltip=QT_TRANSLATE_NOOP(
        "FindingCommands", "Finds the tunes that have the notes selected in the text of this one"
    ),
    keys="Alt+Shift+F2",
    icon="search",
)
_PLACES = (
    CommandSpec(
        id="datasets.play_place",
        words=QT_TRANSLATE_NOOP("FindingCommands", "&Play the place"),
        tooltip=QT_TRANSLATE_NOOP(
            "FindingCommands", "Plays the notes that were found as they stand in the chosen tune"
        ),
        keys="Ctrl+Shift+F5",
        icon="player-play",
    ),
    CommandSpec(
        id="datasets.next_place",
        words=QT_TRANSLATE_NOOP("FindingCommands", "Play the &next place"),
        tooltip=QT_TRANSLATE_NOOP(
            "FindingCommands", "Goes to the next tune that was found, and plays the notes there"
        ),
        keys="Alt+Shift+F5",
        icon="player-skip-forward",
    ),
    CommandSpec(
        id="datasets.open_found",
        words=QT_TRANSLATE_NOOP("FindingCommands", "&Open the tune that was found"),
        tooltip=QT_TRANSLATE_NOOP("FindingCommands", "Opens a copy of it in the composer"),
        icon="external-link",
    ),
)


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
        CommandGroup(actions, self, menu="edit").add(_FIND, self._find)
        group = CommandGroup(actions, self, menu="edit", page="datasets")
        self._play_in = group.add(_PLAY_IN, self._toggle)
        hear = group.add(_HEAR, lambda: score.hear(), self._why_no_melody)
        recording = group.add(_RECORDING, self._find_recording)
        view.recording_requested.connect(self._find_recording)
        clear = group.add(_CLEAR, presenter.clear, self._why_no_melody)
        view.set_actions(self._play_in, recording, hear, clear)
        acts = found.toggle, presenter.step, presenter.open_place
        self.of_places = tuple(
            group.add(spec, act, self._why_no_place)
            for spec, act in zip(_PLACES, acts, strict=True)
        )
        relatives = group.add(_RELATIVES, self._find_relatives, self._why_no_tune)
        preview.relatives.set_command(relatives)
        preview.text.offer_in_menu(group.add(_WHERE_ELSE, self._where_else, self._why_no_tune))
        group.follow(presenter.changed, presenter.query_read, preview.tune_changed)
        recorder.changed.connect(self._show)

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
