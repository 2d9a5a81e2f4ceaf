"""Commands on whole measures: move them left and right, write them twice, take them out."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from abcstudio.errors import EditError
from abcstudio.notation.measure_assembly import MovedMeasures
from abcstudio.notation.measure_edits import delete_measures, duplicate_measures, move_measures
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.ui.actions import Actions
from abcstudio.ui.studio import Studio
from abcstudio.ui.translation import error_sentence
from abcstudio.ui.tune_changes import own_span, put_tune

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage

_PAGE = "composer"


class MeasureCommands(QObject):
    """Registers the commands and does them on the measures of the selection, or at the caret."""

    def __init__(self, page: "ComposerPage", studio: Studio, actions: Actions) -> None:
        super().__init__(page)
        self._page = page
        self._studio = studio
        self._actions = actions
        self._ids: list[str] = []
        self._add(
            "move_measures_left",
            self.tr("Move the measures &left"),
            partial(self._change, partial(move_measures, step=-1)),
            "Ctrl+Alt+Left",
            self.tr("Let the measures of the selection and the one before change places"),
        )
        self._add(
            "move_measures_right",
            self.tr("Move the measures ri&ght"),
            partial(self._change, partial(move_measures, step=1)),
            "Ctrl+Alt+Right",
            self.tr("Let the measures of the selection and the one after change places"),
        )
        self._add(
            "duplicate_measures",
            self.tr("&Write the measures again"),
            partial(self._change, duplicate_measures),
            "Ctrl+Alt+D",
            self.tr("Write the measures of the selection once more, after themselves"),
        )
        self._add(
            "delete_measures",
            self.tr("Take the measures &out"),
            partial(self._change, delete_measures),
            "Ctrl+Shift+Del",
            self.tr("Delete the measures of the selection, in all voices"),
        )
        page.documents.current_changed.connect(self._show_states)
        page.documents.state_changed.connect(self._show_states)
        page.watch.tune_changed.connect(self._show_states)
        self._show_states()

    def _add(
        self, name: str, words: str, triggered: Callable[[], object], keys: str, tooltip: str
    ) -> None:
        action_id = f"tune.{name}"
        self._actions.add(
            action_id, words, triggered, menu="tune", page=_PAGE, keys=keys, tooltip=tooltip,
            group="measures",
        )  # fmt: skip
        self._ids.append(action_id)

    def _show_states(self) -> None:
        reason = self._page.why_unchangeable()
        for action_id in self._ids:
            self._actions.set_available(action_id, reason)

    def _change(self, change: Callable[[Score, Span], MovedMeasures]) -> None:
        page = self._page
        view = page.watch.settle()
        if view is None or page.documents.current.is_drawing:
            return
        try:
            moved = change(view.score, own_span(view, page.editor.selection()))
        except EditError as error:
            self._studio.notify(error_sentence(error), "info")
            return
        put_tune(page, view, moved.text, moved.selection)
        page.watch.settle()
