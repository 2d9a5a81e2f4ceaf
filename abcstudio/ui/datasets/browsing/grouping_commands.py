"""The commands that put the tunes of the table into groups."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup

from abcstudio.corpus.browsing.query import TuneColumn
from abcstudio.ui.datasets.tune_table import TuneTable
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio

_COLUMNS = (
    "", TuneColumn.RHYTHM.value, TuneColumn.METER.value, TuneColumn.KEY.value,
    TuneColumn.ORIGIN.value, TuneColumn.FILE.value,
)  # fmt: skip


class GroupingCommands(QObject):
    """Groups the tunes by what the settings say; the commands change that.

    Attributes:
        grouping: Commands of which one is on.
        folding: What can be done with all groups.
    """

    def __init__(self, actions: Actions, table: TuneTable, studio: Studio) -> None:
        super().__init__(table)
        self._table, self._studio = table, studio
        group = CommandGroup(actions, self, menu="view", submenu="grouping", page="datasets")
        self.grouping = self._add_grouping(group)
        together = QActionGroup(self)
        for action in self.grouping:
            together.addAction(action)
        self.folding = group.add_all(
            CommandSpec("datasets.fold_groups", "Fo&ld all groups",
                "Leaves only the headings; {0} folds the group at one of them",
                do=partial(table.fold_all, are_folded=True), why_not=self._why_no_folding,
                named_keys="Left"),
            CommandSpec("datasets.unfold_groups", "&Unfold all groups",
                "Shows the tunes of all groups; {0} unfolds a single one",
                do=partial(table.fold_all, are_folded=False), why_not=self._why_no_folding,
                named_keys="Right"),
        )  # fmt: skip
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        header.addActions([*self.grouping, *self.folding])
        self._groups = group
        studio.on_change(self._show, "tunes_grouped_by")
        self._show()

    def _add_grouping(self, group: CommandGroup) -> tuple[QAction, ...]:
        none, rhythm, meter, key, origin, file = (
            partial(self._group_by, column) for column in _COLUMNS
        )
        return group.add_all(
            CommandSpec("datasets.group_none", "Do &not group",
                "Shows the tunes of the table one by one", do=none, is_switch=True),
            CommandSpec("datasets.group_rhythm", "Group by &rhythm",
                "Shows the tunes of the table under headings that fold", do=rhythm, is_switch=True),
            CommandSpec("datasets.group_meter", "Group by &meter",
                "Shows the tunes of the table under headings that fold", do=meter, is_switch=True),
            CommandSpec("datasets.group_key", "Group by &key",
                "Shows the tunes of the table under headings that fold", do=key, is_switch=True),
            CommandSpec("datasets.group_origin", "Group by &origin",
                "Shows the tunes of the table under headings that fold", do=origin, is_switch=True),
            CommandSpec("datasets.group_file", "Group by &file",
                "Shows the tunes of the table under headings that fold", do=file, is_switch=True),
        )  # fmt: skip

    def _group_by(self, column: str) -> None:
        self._studio.update_settings(tunes_grouped_by=column)

    def _show(self) -> None:
        column = self._studio.settings.tunes_grouped_by
        for action, one in zip(self.grouping, _COLUMNS, strict=True):
            action.setChecked(one == column)
        self._table.group_by(TuneColumn(column) if column else None)
        self._groups.show()

    def _why_no_folding(self) -> str:
        is_grouped = bool(self._studio.settings.tunes_grouped_by)
        return "" if is_grouped else self.tr("The tunes are not grouped.")
