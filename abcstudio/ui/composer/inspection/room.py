"""The side panel *Model*: the expectations of the network."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from abcstudio.notation.spans import Span
from abcstudio.recipes.inspect import InspectRequest, InspectResult, inspect_model
from abcstudio.recipes.models import ModelInfo
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.composer_side import ComposerSide
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.inspection.inspection_panel import InspectionPanel
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.job import plain_work

PAUSE_MS = 300


class InspectionPresenter(QObject):
    """Lets the chosen model read the tune at the caret, a moment after each change.

    Only the newest wish counts; nothing is computed while the panel is out of sight.
    """

    def __init__(
        self,
        desk: TuneDesk,
        panel: InspectionPanel,
    ) -> None:
        super().__init__(panel)
        self._studio = desk.studio
        self._desk = desk
        self._editor = desk.editor
        self._watch = desk.watch
        self._panel = panel
        self._job = LatestJob(desk.studio)
        self._read: tuple[ModelInfo, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._begin)
        panel.visibility_changed.connect(self._on_visibility_changed)
        panel.place_chosen.connect(self._on_place_chosen)
        panel.replacement_requested.connect(self._on_replacement_requested)
        desk.watch.tune_changed.connect(self._on_tune_changed)
        desk.editor.caret_moved.connect(self._show_caret)
        desk.changed.connect(self._show_caret)
        desk.studio.model_changed.connect(self._on_models_changed)
        desk.studio.models_changed.connect(self._on_models_changed)

    @property
    def is_busy(self) -> bool:
        """Whether the tune is being read, or will be after a pause in typing."""
        return self._timer.isActive() or self._job.is_running

    def stop(self) -> None:
        """Read nothing more."""
        self._timer.stop()
        self._job.cancel()

    def _on_visibility_changed(self, is_visible: bool) -> None:
        if is_visible:
            self._begin()
        else:
            self.stop()

    def _on_tune_changed(self) -> None:
        if self._panel.isVisible():
            self._timer.start()

    def _on_models_changed(self) -> None:
        # A file may hold other weights than it did, after more training for example.
        self._read = None
        self._job.cancel()
        self._on_tune_changed()

    def _begin(self) -> None:
        """Read what the editor holds now, unless that is on show already."""
        self._timer.stop()
        self._job.cancel()
        model, view = self._studio.model, self._watch.view
        if model is None:
            self._show_no_model()
        elif view is None:
            self._show_no_tune()
        elif (model, view.text) == self._read:
            self._show_caret()
        else:
            self._start(model, view)

    def _start(self, model: ModelInfo, view: TuneView) -> None:
        if not self._panel.has_result:
            self._panel.show_state(
                self.tr("The model reads the tune…"), self.tr("A moment, please."), is_busy=True
            )
        request = InspectRequest(model.path, view.text)
        self._job.run(
            plain_work(inspect_model, request),
            partial(self._on_finished, model, view.text),
            self._on_failed,
        )

    def _show_no_model(self) -> None:
        self._read = None
        self._panel.show_state(
            self.tr("No model yet"),
            message("model.none"),
            (self.tr("Go to Training"), partial(self._studio.page_requested.emit, "training")),
        )

    def _show_no_tune(self) -> None:
        self._read = None
        self._panel.show_state(
            self.tr("Nothing to read"),
            self.tr("Compose, open or write a tune: here you see what the model makes of it."),
        )

    def _on_finished(self, model: ModelInfo, text: str, result: InspectResult) -> None:
        self._read = (model, text)
        if not result.places:
            self._panel.show_state(
                self.tr("Nothing to read"),
                self.tr("The model has never seen any of these characters."),
            )
            return
        self._panel.show_result(text, result)
        self._show_caret()

    def _on_failed(self, error: Exception) -> None:
        self._read = None
        self._panel.show_state(
            self.tr("The model cannot read"),
            error_sentence(error),
            (self.tr("Try again"), self._begin),
        )

    def _current(self) -> TuneView | None:
        """Return the tune at the caret when it is the one on show."""
        view = self._watch.view
        is_shown = self._read is not None and view is not None and view.text == self._read[1]
        return view if is_shown else None

    def _show_caret(self) -> None:
        if not self._panel.isVisible():
            return
        view = self._current()
        may_write = view is not None and not self._desk.why_no_writing()
        place = -1 if view is None else self._editor.caret() - view.offset
        self._panel.show_place(place, may_write=may_write)

    def _on_place_chosen(self, place: int) -> None:
        view = self._current()
        if view is not None:
            self._editor.select(Span(view.offset + place, view.offset + place))

    def _on_replacement_requested(self, place: int, character: str) -> None:
        """Write another character, as one step to undo, where the text is still the one on show."""
        self._watch.settle()
        view = self._current()
        if view is None:
            return
        at = view.offset + place
        if self._desk.write(Span(at, at + 1), character, Span(at, at)):
            self._watch.settle()


class LookInside(QObject):
    """Brings the model's reading to the front, and the takes when it is there already."""

    def __init__(self, side: ComposerSide, actions: Actions) -> None:
        super().__init__(side)
        self._side = side
        group = CommandGroup(actions, self, menu="tune", submenu="compose", page="composer")
        group.add(CommandSpec("tune.look_inside", "Look &inside the model",
            "Show what the model expects of this tune, and what its units do",
            do=self._look, keys="Ctrl+I", icon="eye"))  # fmt: skip

    def _look(self) -> None:
        is_there = self._side.isVisible() and self._side.front == "inspection"
        self._side.bring("takes" if is_there else "inspection")


class InspectionRoom(QObject):
    """Shows the model's reading of the tune at the side."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self.panel = InspectionPanel(parts.studio)
        expected = self.tr("What the model expects of this tune, and what its units do")
        parts.side.add("inspection", self.tr("Model"), expected, self.panel, "eye")
        self.presenter = InspectionPresenter(parts.desk, self.panel)
        LookInside(parts.side, parts.actions)
