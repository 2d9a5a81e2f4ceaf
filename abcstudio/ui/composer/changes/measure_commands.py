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
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_COMMANDS = (
    CommandSpec(
        id="tune.move_measures_left",
        words=QT_TRANSLATE_NOOP("MeasureCommands", "Move the measures &left"),
        tooltip=QT_TRANSLATE_NOOP(
            "MeasureCommands", "Swap the selected measures with the one before them"
        ),
        keys="Alt+Left",
        section="measures",
    ),
    CommandSpec(
        id="tune.move_measures_right",
        words=QT_TRANSLATE_NOOP("MeasureCommands", "Move the measures ri&ght"),
        tooltip=QT_TRANSLATE_NOOP(
            "MeasureCommands", "Swap the selected measures with the one after them"
        ),
        keys="Alt+Right",
        section="measures",
    ),
    CommandSpec(
        id="tune.duplicate_measures",
        words=QT_TRANSLATE_NOOP("MeasureCommands", "&Write the measures again"),
        tooltip=QT_TRANSLATE_NOOP(
            "MeasureCommands", "Insert a copy of the selected measures after them"
        ),
        keys="Ctrl+Shift+A",
        section="measures",
    ),
    CommandSpec(
        id="tune.delete_measures",
        words=QT_TRANSLATE_NOOP("MeasureCommands", "Take the measures &out"),
        tooltip=QT_TRANSLATE_NOOP("MeasureCommands", "Delete the selected measures in all voices"),
        keys="Ctrl+Shift+Del",
        section="measures",
    ),
)


class MeasureCommands(QObject):
    """Registers the commands and does them on the measures of the selection, or at the caret."""

    def __init__(self, parts: ComposerParts) -> None:
        desk = parts.desk
        super().__init__(desk)
        self._desk = desk
        changes: dict[str, Callable[[Score, Span], MovedMeasures]] = {
            "tune.move_measures_left": partial(move_measures, step=-1),
            "tune.move_measures_right": partial(move_measures, step=1),
            "tune.duplicate_measures": duplicate_measures,
            "tune.delete_measures": delete_measures,
        }
        group = CommandGroup(
            parts.actions, self, menu="tune", page="composer", why_not=desk.why_not
        )
        for spec in _COMMANDS:
            group.add(spec, partial(self._change, changes[spec.id]))
        group.follow(desk.changed)

    def _change(self, change: Callable[[Score, Span], MovedMeasures]) -> None:
        self._desk.change(lambda view: change(view.score, self._desk.selection(view)))
