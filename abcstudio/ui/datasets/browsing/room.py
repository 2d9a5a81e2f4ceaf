"""Marking and grouping of tunes in the table."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog

from abcstudio.corpus.browsing.query import TuneColumn
from abcstudio.corpus.browsing.tune_marks import NO_MARK, Change, TuneMark, tags_in
from abcstudio.corpus.tune import Tune
from abcstudio.ui.datasets.browsing.marks_keeper import MarksFollower, MarksKeeper
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.tune_table import TuneTable
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio


class MarksCommands(QObject):
    """Marks the selected tunes; a notice takes it back, and so does undo.

    Attributes:
        keeper: Holds the marks.
        actions: What a tune's menu offers.
    """

    def __init__(
        self, actions: Actions, table: TuneTable, keeper: MarksKeeper, studio: Studio
    ) -> None:
        super().__init__(table)
        self._table, self.keeper, self._studio = table, keeper, studio
        group = CommandGroup(
            actions, self, menu="train", submenu="marks", page="datasets", why_not=self._why_not
        )
        self.actions: tuple[QAction, ...] = group.add_all(
            CommandSpec("datasets.star", "Sta&r tunes",
                "Stars the selected tunes, or takes their stars; is:starred finds them",
                do=self.star, keys="Alt+Shift+S", icon="star"),
            CommandSpec("datasets.tag", "Ta&g tunes…",
                "Gives the selected tunes words of your own; tag:session finds them",
                do=self.tag, keys="Alt+Shift+G", icon="edit"),
            CommandSpec("datasets.exclude", "Leave tunes ou&t",
                "Neither trains on the selected tunes nor exports them with others, or does so "
                "again", do=self.exclude, keys="Alt+Shift+E", icon="filter-off"),
        )  # fmt: skip
        group.follow(table.tunes_selected)

    def star(self) -> None:
        """Star the selected tunes; where all are starred, take their stars."""
        tunes, keys = self._selected()
        is_starred = not all(mark.is_starred for mark in self._marks_of(keys))
        words = self.tr("Starred: {0}") if is_starred else self.tr("No longer starred: {0}")
        said = self._said(words, tunes)
        self._change(keys, lambda mark: replace(mark, is_starred=is_starred), said)

    def exclude(self) -> None:
        """Leave the selected tunes out; where all are left out, take them in again."""
        tunes, keys = self._selected()
        is_out = not all(mark.is_excluded for mark in self._marks_of(keys))
        words = self.tr("Left out: {0}") if is_out else self.tr("Taken in again: {0}")
        self._change(keys, lambda mark: replace(mark, is_excluded=is_out), self._said(words, tunes))

    def tag(self) -> None:
        """Ask for tags for the selected tunes, which may be replaced by then."""
        tunes, keys = self._selected()
        said = self._said(self.tr("Tagged otherwise: {0}"), tunes)
        dialog = QInputDialog(self._table)
        dialog.setWindowTitle(self.tr("Tag tunes"))
        dialog.setLabelText(self.tr("Tags, parted by blanks"))
        dialog.setTextValue(" ".join(self.keeper.of(tunes[0]).tags))
        dialog.textValueSelected.connect(lambda words: self._set_tags(keys, words, said))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set_tags(self, keys: Sequence[str], words: str, said: str) -> None:
        tags = tags_in(words)
        if any(mark.tags != tags for mark in self._marks_of(keys)):
            self._change(keys, lambda mark: _tagged(mark, tags), said)

    def _change(self, keys: Sequence[str], change: Change, said: str) -> None:
        """Mark tunes otherwise, and say so with the way back."""
        before = self.keeper.change(keys, change, said)
        self._studio.notify(
            said, action_text=self.tr("Undo"), action=lambda: self.keeper.restore(before)
        )

    def _selected(self) -> tuple[Sequence[Tune], Sequence[str]]:
        """Return the selected tunes and the keys of their marks."""
        tunes = self._table.selected()
        return tunes, self._table.index.keys_of(tunes)

    def _said(self, words: str, tunes: Sequence[Tune]) -> str:
        """Return a message with the title of a tune or the number of tunes."""
        name = tunes[0].title or self.tr("Untitled")
        return words.format(self.tr("%Ln tunes", "", len(tunes)) if len(tunes) > 1 else name)

    def _marks_of(self, keys: Sequence[str]) -> Iterator[TuneMark]:
        marks = self.keeper.marks
        return (marks.get(key, NO_MARK) for key in keys)

    def _why_not(self) -> str:
        return "" if self._table.selected() else self.tr("Choose a tune first.")


def _tagged(mark: TuneMark, tags: tuple[str, ...]) -> TuneMark:
    return replace(mark, tags=tags)


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


class BrowsingRoom(QObject):
    """Marks and groups the tunes of the table.

    Attributes:
        keeper: Holds the marks.
    """

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        self._table = parts.browser.table
        self.keeper = MarksKeeper(parts.studio, parts.page)
        self.keeper.changed.connect(self._show_marks)
        self._show_marks()
        MarksFollower(parts.sources, self.keeper)
        self.marks = MarksCommands(parts.actions, self._table, self.keeper, parts.studio)
        self.grouping = GroupingCommands(parts.actions, self._table, parts.studio)

    def _show_marks(self) -> None:
        self._table.set_marks(self.keeper.marks)
