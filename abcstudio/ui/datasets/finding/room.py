"""Search by melody: view, presenter and commands."""

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.recipes.finding.selected_melody import AskedPlace
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.finding.finding_commands import FindingCommands
from abcstudio.ui.datasets.finding.finding_presenter import FindingPresenter
from abcstudio.ui.datasets.finding.finding_view import FindingView
from abcstudio.ui.datasets.finding.found_preview import FoundPreview
from abcstudio.ui.datasets.finding.melody_keeper import MelodyKeeper
from abcstudio.ui.datasets.finding.query_score import QueryScore
from abcstudio.ui.datasets.finding.source_box import SourceBox
from abcstudio.ui.datasets.previewing.preview_presenter import PreviewPresenter
from abcstudio.ui.datasets.previewing.tune_playback import TunePlayback
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.playback.midi_keyboard import MidiKeyboard
from abcstudio.ui.playback.piano_strip import PianoStrip
from abcstudio.ui.playback.playing_in.playing_recorder import PlayingRecorder


class FindingRoom(QObject):
    """Finds the tunes of the page by a melody.

    While its view is in sight, the preview shows what was found; else the tune of the table.
    """

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.views)
        self._parts = parts
        self.view = view = FindingView(parts.studio)
        playback, rooms = parts.playback, parts.rooms
        parts.views.add_view(view, self.tr("Find by melody"), lambda: view.query.field)
        self.keeper = MelodyKeeper(parts.sources, parts.views, parts.studio)
        self.found = FoundPreview(
            parts.preview, rooms[PreviewPresenter], rooms[TunePlayback], playback
        )
        self.presenter = FindingPresenter(view, self.keeper, self.found, parts.studio)
        self.score = QueryScore(view.query.score, parts.engraver, playback)
        self.presenter.query_read.connect(self.score.show_query)
        self.presenter.query_read.connect(view.query.show_reading)
        self.score.drawn.connect(view.query.fit_score)
        self.recorder: PlayingRecorder | None = None
        self.presenter.changed.connect(self._mark_own)
        view.query.notes_requested.connect(self.presenter.look_for_notes)
        view.recording_dropped.connect(self.presenter.look_for_recording)
        parts.studio.melody_requested.connect(self._on_melody_requested)
        parts.studio.relatives_requested.connect(self._on_relatives_requested)
        parts.studio.closing.connect(self.score.close)
        _SourceScope(view, view.query.source, parts.sources)
        view.installEventFilter(self)

    def use_keys(self, piano: PianoStrip, midi: MidiKeyboard) -> PlayingRecorder:
        """Take notes from the piano on the screen and from a MIDI keyboard."""
        query = self.view.query
        recorder = PlayingRecorder(
            field=query.field, bar=query.listening, midi=midi, live=self._parts.playback.live
        )
        recorder.use_piano(piano)
        self.recorder = recorder
        FindingCommands(self._parts, self.presenter, self.score, recorder)
        return recorder

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.presenter.show_again()
        elif event.type() == QEvent.Type.Hide:
            if self.recorder is not None:
                self.recorder.end()
            self.presenter.leave()
            table = self._parts.browser.table
            self._parts.preview.set_tune(table.tune)
        return super().eventFilter(watched, event)

    def _on_melody_requested(self, melody: str, place: AskedPlace | None) -> None:
        self._parts.studio.page_requested.emit("datasets")
        self._parts.views.show_when_there(self.view)
        if melody:
            self.presenter.look_for(melody, place)
        elif not self.presenter.asks_for_notes:
            self.presenter.look_for_notes()
        else:
            self.view.go_to_field()

    def _on_relatives_requested(self, tune: Tune) -> None:
        self._parts.studio.page_requested.emit("datasets")
        self._parts.views.show_when_there(self.view)
        self.presenter.look_for_relatives(tune)

    def _mark_own(self) -> None:
        place = self.view.table.place
        self.score.mark(() if place is None else place.own_notes)


class _SourceScope(QObject):
    """Connects the source box and the offer of all sources to the sources of the page."""

    def __init__(self, view: FindingView, box: SourceBox, sources: TuneSources) -> None:
        super().__init__(view)
        self._view, self._box, self._sources = view, box, sources
        box.source_chosen.connect(sources.show)
        view.all_sources_requested.connect(sources.show_all)
        sources.list_changed.connect(self._show)
        sources.started.connect(self._show)
        self._show()

    def _show(self) -> None:
        sources = self._sources
        # The current source need not be on the list: a known tune may have opened it.
        paths = dict.fromkeys((*sources.choices, sources.current))
        named = [(sources.name_of(path), path) for path in paths]
        self._box.set_sources(named, sources.current)
        self._view.offer_all_sources(is_offered=len(sources.choices) > 1 and not sources.is_all)
