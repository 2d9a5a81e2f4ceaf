"""Commands on whole measures: move them left and right, write them twice, take them out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from abcstudio.notation.rewriting.measure_assembly import MovedMeasures
from abcstudio.notation.rewriting.measure_edits import (
    delete_measures,
    duplicate_measures,
    move_measures,
)
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class MeasureCommands(QObject):
    """Registers the commands and does them on the measures of the selection, or at the caret."""

    def __init__(self, parts: ComposerParts) -> None:
        desk = parts.desk
        super().__init__(desk)
        self._desk = desk
        group = CommandGroup(
            parts.actions,
            self,
            menu="tune",
            submenu="measures",
            page="composer",
            why_not=desk.why_not,
        )
        group.add_all(
            CommandSpec("tune.move_measures_left", "Move the measures &left",
                "Swap the selected measures with the one before them",
                do=partial(self._change, partial(move_measures, step=-1)), keys="Alt+Left",
                section="measures"),
            CommandSpec("tune.move_measures_right", "Move the measures ri&ght",
                "Swap the selected measures with the one after them",
                do=partial(self._change, partial(move_measures, step=1)), keys="Alt+Right",
                section="measures"),
            CommandSpec("tune.duplicate_measures", "&Write the measures again",
                "Insert a copy of the selected measures after them",
                do=partial(self._change, duplicate_measures), keys="Ctrl+Shift+A",
                section="measures"),
            CommandSpec("tune.delete_measures", "Take the measures &out",
                "Delete the selected measures in all voices",
                do=partial(self._change, delete_measures), keys="Ctrl+Shift+Del",
                section="measures"),
        )  # fmt: skip
        group.follow(desk.changed)

    def _change(self, change: Callable[[Score, Span], MovedMeasures]) -> None:
        self._desk.change(lambda view: change(view.score, self._desk.selection(view)))
