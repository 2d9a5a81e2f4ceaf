"""Says over the empty table why no tune passes the filter, with the ways out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from abcstudio.corpus.browsing.query import Term
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.browsing.why_none import PartCount, part_counts
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.controls.state_panel import StatePanel, Way
from abcstudio.ui.look.plain_text import elided, one_line

_MOST_WAYS = 2
_MOST_PARTS = 6
_MOST_LETTERS = 24


class WhyNonePanel(StatePanel):
    """What each part of a filter finds alone, and what would be found without it."""

    def __init__(
        self,
        clear: Callable[[], object],
        leave_out: Callable[[Term], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            clear: Asks for nothing.
            leave_out: Asks no more for a part.
            parent: What it stands on.
        """
        super().__init__(parent)
        self._clear, self._leave_out = clear, leave_out

    def explain(self, index: TuneIndex, asked: TuneFilter) -> None:
        """Say why no tune passes."""
        total = len(index)
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("The only tune does not fit")
        parts = part_counts(index, asked.terms[:_MOST_PARTS])
        best = sorted((part for part in parts if part.without), key=lambda part: -part.without)
        ways: list[Way] = [(self.tr("Clear the filter"), self._clear)]
        if len(parts) > 1:
            ways += [
                (self._words_of_way(part), partial(self._leave_out, part.term))
                for part in best[:_MOST_WAYS]
            ]
        self.show_state(
            one if total == 1 else self.tr("No tune of %Ln fits", "", total),
            self._sentence(parts),
            ways,
        )

    def _sentence(self, parts: tuple[PartCount, ...]) -> str:
        change = self.tr("Change the filter above, or clear it to see all tunes.")
        if not parts:
            return change
        lines = [self.tr("{0}: %Ln tunes", "", one.alone).format(_shown(one.term)) for one in parts]
        if len(parts) > 1 and all(one.alone for one in parts):
            lines.append(self.tr("No tune has all of these."))
        return "\n".join([*lines, change])

    def _words_of_way(self, part: PartCount) -> str:
        words = self.tr("Without {0} ({1})")
        return words.format(_shown(part.term), QLocale().toString(part.without))


def _shown(term: Term) -> str:
    return f"“{one_line(elided(term.text, _MOST_LETTERS))}”"
