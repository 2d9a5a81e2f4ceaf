"""The commands that put the tunes of the table into groups."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup

from abcstudio.corpus.browsing.query import TuneColumn
from abcstudio.ui.datasets.tune_table import TuneTable
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_TOOLTIP = QT_TRANSLATE_NOOP(
    "GroupingCommands", "Shows the tunes of the table under headings that fold"
)
_COLUMNS = {
    "datasets.group_none": "",
    "datasets.group_rhythm": TuneColumn.RHYTHM.value,
    "datasets.group_meter": TuneColumn.METER.value,
    "datasets.group_key": TuneColumn.KEY.value,
    "datasets.group_origin": TuneColumn.ORIGIN.value,
    "datasets.group_file": TuneColumn.FILE.value,
}
_GROUPING = (
    CommandSpec(
        id="datasets.group_none",
        words=QT_TRANSLATE_NOOP("GroupingCommands", "Do &not group"),
        tooltip=QT_TRANSLATE_NOOP("GroupingCommands", "Shows the tunes of the table one by one"),
        is_switch=True,
    ),
    CommandSpec(
        id="datasets.group_rhythm",
        words=QT_TRANSLATE_NOOP("GroupingCommands", "Group by &rhythm"),
        tooltip=_TOOLTIP,
        is_switch=True,
    ),
    CommandSpec(
        id="datasets.group_meter",
        words=QT_TRANSLATE_NOOP("GroupingCommands", "Group by &meter"),
        tooltip=_TOOLTIP,
        is_switch=True,
    ),
    CommandSpec(
        id="datasets.group_key",
        words=QT_TRANSLATE_NOOP("GroupingCommands", "Group by &key"),
        tooltip=_TOOLTIP,
        is_switch=True,
    ),
    CommandSpec(
        id="datasets.group_origin",
        words=QT_TRANSLATE_NOOP("GroupingCommands", "Group by &origin"),
        tooltip=_TOOLTIP,
        is_switch=True,
    ),
    CommandSpec(
        id="datasets.group_file",
        words=QT_TRANSLATE_NOOP("GroupingCommands", "Group by &file"),
        tooltip=_TOOLTIP,
        is_switch=True,
    ),
)
_FOLDING = (
    CommandSpec(
        id="datasets.fold_groups",
        words=QT_TRANSLATE_NOOP("GroupingCommands", "Fo&ld all groups"),
        tooltip=QT_TRANSLATE_NOOP(
            "GroupingCommands", "Leaves only the headings; {0} folds the group at one of them"
        ),
        named_keys="Left",
    ),
    CommandSpec(
        id="datasets.unfold_groups",
        words=QT_TRANSLATE_NOOP("GroupingCommands", "&Unfold all groups"),
        tooltip=QT_TRANSLATE_NOOP(
            "GroupingCommands", "Shows the tunes of all groups; {0} unfolds a single one"
        ),
        named_keys="Right",
    ),
)


class GroupingCommands(QObject):
    """Groups the tunes by what the settings say; the commands change that.

    Attributes:
        grouping: Commands of which one is on.
        folding: What can be done with all groups.
    """

    def __init__(self, actions: Actions, table: TuneTable, studio: Studio) -> None:
        super().__init__(table)
        self._table, self._studio = table, studio
        group = CommandGroup(actions, self, menu="view", page="datasets")
        together = QActionGroup(self)
        made: list[QAction] = []
        for spec in _GROUPING:
            made.append(group.add(spec, partial(self._group_by, _COLUMNS[spec.id])))
            together.addAction(made[-1])
        self.grouping = tuple(made)
        what_to_do: dict[str, Callable[[], object]] = {
            "datasets.fold_groups": partial(table.fold_all, are_folded=True),
            "datasets.unfold_groups": partial(table.fold_all, are_folded=False),
        }
        self.folding = tuple(
            group.add(spec, what_to_do[spec.id], self._why_no_folding) for spec in _FOLDING
        )
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        header.addActions([*self.grouping, *self.folding])
        self._groups = group
        studio.on_change(self._show, "tunes_grouped_by")
        self._show()

    def _group_by(self, column: str) -> None:
        self._studio.update_settings(tunes_grouped_by=column)

    def _show(self) -> None:
        column = self._studio.settings.tunes_grouped_by
        for action, one in zip(self.grouping, _COLUMNS.values(), strict=True):
            action.setChecked(one == column)
        self._table.group_by(TuneColumn(column) if column else None)
        self._groups.show()

    def _why_no_folding(self) -> str:
        is_grouped = bool(self._studio.settings.tunes_grouped_by)
        return "" if is_grouped else self.tr("The tunes are not grouped.")
