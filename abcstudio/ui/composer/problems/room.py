"""The problems of the text: marked in it, told in the strip, listed at the side."""

from functools import partial

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.problems.problems_commands import ProblemsCommands
from abcstudio.ui.composer.problems.problems_panel import ProblemsPanel
from abcstudio.ui.composer.problems.problems_presenter import ProblemsPresenter
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.composer.problems.shown_problems import ShownProblems
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.words.key_words import KeyTip


class ProblemsRoom(QObject):
    """Shows problems below the text and at the side, and fixes them."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, rooms = parts.desk, parts.rooms
        self._desk = desk
        self.strip = ProblemsStrip(parts.studio)
        self.panel = ProblemsPanel(parts.studio)
        doubtful = self.tr("What is doubtful in this tune, or in the whole text")
        parts.side.add("problems", self.tr("Problems"), doubtful, self.panel, "alert-triangle")
        self.shown = ShownProblems(desk.editor, self.strip, self)
        self.presenter = ProblemsPresenter(desk, self.strip, parts.side, self.panel, parts.check)
        self.presenter.side_requested.connect(parts.side.bring)
        self.presenter.strip_left.connect(rooms[TextsRoom].work_focus.give_back)
        ProblemsCommands(desk, self.strip, self.presenter, parts.actions)
        parts.columns.put(PagePlace.PROBLEMS, self.strip)
        desk.watch.tune_changed.connect(self._show)
        desk.editor.caret_moved.connect(self._follow_caret)
        for button, command in (
            (self.strip.fix_button, "tune.fix_problem"),
            (self.strip.next_button, "tune.next_problem"),
            (self.strip.previous_button, "tune.previous_problem"),
        ):
            KeyTip(button, partial(parts.actions.action, command))
        self._show(desk.watch.view)

    def _show(self, view: TuneView | None) -> None:
        self.shown.show_view(None if self._desk.document.is_composing else view)

    def _follow_caret(self, caret: int) -> None:
        self.strip.set_caret(caret)
        self.strip.set_place(*self._desk.editor.place())
