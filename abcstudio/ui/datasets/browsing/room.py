"""Marking and grouping of tunes in the table."""

from PySide6.QtCore import QObject

from abcstudio.ui.datasets.browsing.grouping_commands import GroupingCommands
from abcstudio.ui.datasets.browsing.marks_commands import MarksCommands
from abcstudio.ui.datasets.browsing.marks_keeper import MarksFollower, MarksKeeper
from abcstudio.ui.datasets.datasets_parts import DatasetsParts


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
