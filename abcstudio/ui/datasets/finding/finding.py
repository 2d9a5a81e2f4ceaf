"""Finding by melody, put together: the view, what keeps it in step, its commands."""

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.recipes.finding.selected_melody import AskedPlace
from abcstudio.ui.datasets.finding.finding_commands import FindingCommands
from abcstudio.ui.datasets.finding.finding_presenter import FindingPresenter
from abcstudio.ui.datasets.finding.finding_view import FindingView
from abcstudio.ui.datasets.finding.found_preview import FoundPreview
from abcstudio.ui.datasets.finding.melody_keeper import MelodyKeeper
from abcstudio.ui.datasets.finding.query_score import QueryScore
from abcstudio.ui.datasets.finding.source_scope import SourceScope
from abcstudio.ui.datasets.preview_presenter import PreviewPresenter
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.datasets.tune_playback import TunePlayback
from abcstudio.ui.datasets.tune_preview import TunePreview
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.datasets.tune_views import TuneViews
from abcstudio.ui.playback.midi_keyboard import MidiKeyboard
from abcstudio.ui.playback.piano_strip import PianoStrip
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.playing_in.playing_recorder import PlayingRecorder
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio


class Finding(QObject):
    """Finds the tunes of the page by a melody.

    While its view is in sight, the preview shows what was found; else the tune of the table.
    """

    def __init__(
        self,
        view: FindingView,
        views: TuneViews,
        browser: TuneBrowser,
        preview: TunePreview,
        engraving: PreviewPresenter,
        playing: TunePlayback,
        sources: TuneSources,
        playback: PlaybackController,
        engraver: Engraver,
        studio: Studio,
        actions: Actions,
    ) -> None:
        super().__init__(view)
        self.view = view
        self._views = views
        self._browser = browser
        self._preview = preview
        self.keeper = MelodyKeeper(sources, views, studio)
        self.found = FoundPreview(preview, engraving, playing, playback)
        self.presenter = FindingPresenter(view, self.keeper, self.found, studio)
        self.score = QueryScore(view.query.score, engraver, playback)
        self.presenter.query_read.connect(self.score.show_query)
        self.presenter.query_read.connect(view.query.show_reading)
        self.score.drawn.connect(view.query.fit_score)
        self._live = playback.live
        self.recorder: PlayingRecorder | None = None
        self._studio = studio
        self._actions = actions
        self.presenter.changed.connect(self._mark_own)
        view.query.notes_requested.connect(self.presenter.look_for_notes)
        view.recording_dropped.connect(self.presenter.look_for_recording)
        studio.melody_requested.connect(self._on_melody_requested)
        studio.relatives_requested.connect(self._on_relatives_requested)
        SourceScope(view, view.query.source, sources)
        view.installEventFilter(self)

    def use_keys(self, piano: PianoStrip, midi: MidiKeyboard) -> PlayingRecorder:
        """Take notes from the piano on the screen and from a MIDI keyboard."""
        query = self.view.query
        recorder = PlayingRecorder(
            field=query.field, bar=query.listening, midi=midi, live=self._live
        )
        recorder.use_piano(piano)
        self.recorder = recorder
        FindingCommands(
            view=self.view,
            presenter=self.presenter,
            found=self.found,
            score=self.score,
            preview=self._preview,
            recorder=recorder,
            studio=self._studio,
            actions=self._actions,
        )
        return recorder

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.presenter.show_again()
        elif event.type() == QEvent.Type.Hide:
            if self.recorder is not None:
                self.recorder.end()
            self.presenter.leave()
            self._preview.set_tune(self._browser.table.tune)
        return super().eventFilter(watched, event)

    def _on_melody_requested(self, melody: str, place: AskedPlace | None) -> None:
        self._studio.page_requested.emit("datasets")
        self._views.show_finding()
        if melody:
            self.presenter.look_for(melody, place)
        elif not self.presenter.asks_for_notes:
            self.presenter.look_for_notes()
        else:
            self.view.go_to_field()

    def _on_relatives_requested(self, tune: Tune) -> None:
        self._studio.page_requested.emit("datasets")
        self._views.show_finding()
        self.presenter.look_for_relatives(tune)

    def _mark_own(self) -> None:
        place = self.view.table.place
        self.score.mark(() if place is None else place.own_notes)
