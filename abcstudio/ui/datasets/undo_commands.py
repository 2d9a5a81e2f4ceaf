"""The one command of the page of tunes that takes back what was done last."""

from enum import Enum, auto

from PySide6.QtCore import QObject

from abcstudio.ui.datasets.browsing.room import BrowsingRoom
from abcstudio.ui.datasets.combining.combine_commands import CombineCommands
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.health.room import HealthRoom
from abcstudio.ui.look.plain_text import elided, without_access_key
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup

_MOST_NAME = 40
"""Characters of what is taken back that a menu shows at most."""


class _Kind(Enum):
    """What a step of undo takes back."""

    MARK = auto()
    REMOVAL = auto()
    COMBINATION = auto()


class UndoCommands(QObject):
    """Takes a fix back while its view is in front; else the last of the other steps.

    Attributes:
        undo: The command.
    """

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        actions, rooms = parts.actions, parts.rooms
        sources = self._sources = parts.sources
        marks = self._marks = rooms[BrowsingRoom].keeper
        fixes = self._fixes = rooms[HealthRoom].history
        combining = self._combining = rooms[CombineCommands]
        # The kinds of the steps, the latest at the end.
        self._kinds: list[_Kind] = []
        group = CommandGroup(actions, self, menu="edit", page="datasets")
        self.undo = group.add(
            CommandSpec("datasets.undo", "Und&o marks or sources",
                "Takes back the last mark of tunes, the last source that went off the list or the "
                "last change of what is combined; under Health, a fix",
                do=self._take_back, why_not=self._why_not, keys="Ctrl+Z", icon="arrow-back-up")
        )  # fmt: skip
        of_steps = (sources.removals_changed, marks.changed, combining.changes_changed)
        for changed in of_steps:
            changed.connect(self._count_steps)
        group.follow(*of_steps, fixes.changed)
        for changed in (*of_steps, fixes.changed):
            changed.connect(self._show_words)

    def _count_steps(self) -> None:
        """Keep the order in step with what can be taken back."""
        counts = {
            _Kind.MARK: len(self._marks.steps),
            _Kind.REMOVAL: len(self._sources.removed),
            _Kind.COMBINATION: len(self._combining.changed),
        }
        for kind, count in counts.items():
            known = self._kinds.count(kind)
            self._kinds += [kind] * (count - known)
            for _ in range(known - count):
                latest = len(self._kinds) - 1 - self._kinds[::-1].index(kind)
                del self._kinds[latest]

    def _why_not(self) -> str:
        if self._fixes.can_undo or self._kinds:
            return ""
        return self.tr("No tune was marked, and no source was taken off the list or changed.")

    def _take_back(self) -> None:
        if self._fixes.can_undo:
            self._fixes.undo()
        elif self._kinds[-1] is _Kind.MARK:
            self._marks.undo()
        elif self._kinds[-1] is _Kind.COMBINATION:
            self._combining.undo()
        else:
            self._sources.bring_back(self._sources.removed[-1])

    def _show_words(self) -> None:
        if self._fixes.can_undo:
            self._show_undo(self._fixes.words)
        elif not self._kinds:
            self.undo.setText(self.tr("Und&o marks or sources"))
        elif self._kinds[-1] is _Kind.MARK:
            self._show_undo(self._marks.steps[-1])
        elif self._kinds[-1] is _Kind.COMBINATION:
            words = self.tr("what “{0}” combines")
            self._show_undo(words.format(self._sources.name_of(self._combining.changed[-1])))
        else:
            name = without_access_key(elided(self._sources.removed[-1].name, _MOST_NAME))
            self.undo.setText(self.tr("&Bring back “{0}”").format(name))

    def _show_undo(self, words: str) -> None:
        said = without_access_key(elided(words, _MOST_NAME))
        self.undo.setText(self.tr("Und&o: {0}").format(said))
