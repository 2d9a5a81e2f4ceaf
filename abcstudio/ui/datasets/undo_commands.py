"""The one command of the page of tunes that takes back what was done last."""

from PySide6.QtCore import QObject

from abcstudio.ui.datasets.browsing.marks_keeper import MarksKeeper
from abcstudio.ui.datasets.health.fix_history import FixHistory
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.look.plain_text import elided, without_access_key
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_MOST_NAME = 40
"""Characters of what is taken back that a menu shows at most."""

_UNDO = CommandSpec(
    id="datasets.undo",
    words=QT_TRANSLATE_NOOP("UndoCommands", "Und&o marks or removed sources"),
    tooltip=QT_TRANSLATE_NOOP(
        "UndoCommands",
        "Takes back the last mark of tunes or the last source that went off the list; "
        "under Health, a fix",
    ),
    keys="Ctrl+Z",
    icon="arrow-back-up",
)


class UndoCommands(QObject):
    """Takes a fix back while its view is in front; else the last mark or removal of a source.

    Attributes:
        undo: The command.
    """

    def __init__(
        self,
        actions: Actions,
        sources: TuneSources,
        marks: MarksKeeper,
        fixes: FixHistory,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sources, self._marks, self._fixes = sources, marks, fixes
        # Whether each step is one of marks, the latest at the end.
        self._are_marks: list[bool] = []
        group = CommandGroup(actions, self, menu="edit", page="datasets")
        self.undo = group.add(_UNDO, self._take_back, self._why_not)
        sources.removals_changed.connect(self._count_steps)
        marks.changed.connect(self._count_steps)
        group.follow(sources.removals_changed, marks.changed, fixes.changed)
        for changed in (sources.removals_changed, marks.changed, fixes.changed):
            changed.connect(self._show_words)

    def _count_steps(self) -> None:
        """Keep the order in step with what can be taken back."""
        for is_mark, count in ((True, len(self._marks.steps)), (False, len(self._sources.removed))):
            known = self._are_marks.count(is_mark)
            self._are_marks += [is_mark] * (count - known)
            for _ in range(known - count):
                latest = len(self._are_marks) - 1 - self._are_marks[::-1].index(is_mark)
                del self._are_marks[latest]

    def _why_not(self) -> str:
        if self._fixes.can_undo or self._are_marks:
            return ""
        return self.tr("No tune was marked, and no source was taken off the list.")

    def _take_back(self) -> None:
        if self._fixes.can_undo:
            self._fixes.undo()
        elif self._are_marks[-1]:
            self._marks.undo()
        else:
            self._sources.bring_back(self._sources.removed[-1])

    def _show_words(self) -> None:
        if self._fixes.can_undo:
            self._show_undo(self._fixes.words)
        elif not self._are_marks:
            self.undo.setText(self.tr("Und&o marks or removed sources"))
        elif self._are_marks[-1]:
            self._show_undo(self._marks.steps[-1])
        else:
            name = without_access_key(elided(self._sources.removed[-1].name, _MOST_NAME))
            self.undo.setText(self.tr("&Bring back “{0}”").format(name))

    def _show_undo(self, words: str) -> None:
        said = without_access_key(elided(words, _MOST_NAME))
        self.undo.setText(self.tr("Und&o: {0}").format(said))
