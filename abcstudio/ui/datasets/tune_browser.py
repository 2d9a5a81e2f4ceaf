"""The tunes of a source: the filter over the table over what can be done with them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from abcstudio.corpus.browsing.query import Term, read_query
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.browsing.tune_marks import EXCLUDED, Marks
from abcstudio.corpus.browsing.why_none import PartCount, part_counts
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.controls.action_button import CommandButton
from abcstudio.ui.controls.state_panel import StatePanel, Way
from abcstudio.ui.datasets.tune_filter import TuneFilterBar
from abcstudio.ui.datasets.tune_table import TuneTable
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label, elided, one_line
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio

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


(_LEFT_OUT,) = read_query(f"is:{EXCLUDED}")


class TuneBrowser(QWidget):
    """Filters tunes, counts them, and says so where none fits."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter_bar = TuneFilterBar(studio)
        self.table = TuneTable()
        self.nothing = WhyNonePanel(self._clear_filter, self._leave_out, self.table.viewport())
        self.count = Label()
        self._chosen: tuple[Tune, ...] | None = None
        self.train = CommandButton()
        self.train.setProperty("main", True)
        self._lay_out()
        self.filter_bar.filter_changed.connect(self.table.set_filter)
        self.filter_bar.leave_requested.connect(self._leave_filter)
        self.table.tunes_selected.connect(self._forget_chosen)
        self.table.tunes_selected.connect(self._show_count)
        self.table.tunes_selected.connect(self._show_whether_any)
        studio.colors_changed.connect(self._set_colors)
        self._set_colors(studio.colors)

    @property
    def chosen(self) -> tuple[Tune, ...]:
        """The selected tunes when there are several, else all that the filter shows.

        Less those that are left out.
        """
        if self._chosen is None:
            selected = self.table.selected()
            tunes = selected if len(selected) > 1 else self.table.shown
            if self.has_left_out:
                out = {id(tune) for tune in self.table.index.having((_LEFT_OUT,))}
                tunes = tuple(tune for tune in tunes if id(tune) not in out)
            self._chosen = tunes
        return self._chosen

    @property
    def has_left_out(self) -> bool:
        """Whether some tunes are left out that the filter shows."""
        return bool(self.table.index.count([*self.filter_bar.filter().terms, _LEFT_OUT]))

    @property
    def marks(self) -> Marks:
        """What is said of the tunes, shown or not."""
        return self.table.index.marks

    def set_index(self, index: TuneIndex) -> None:
        """Show other tunes."""
        self.filter_bar.set_index(index)
        self.table.show_tunes(index, self.filter_bar.filter())

    def show_tune(self, number: int) -> None:
        """Choose a tune by its number, also one that the filter hides."""
        tune = next((each for each in self.table.tunes if each.number == number), None)
        if tune is None:
            return
        if tune not in self.table.shown:
            self.filter_bar.clear()
        self.table.choose(tune)

    def go_to_search(self) -> None:
        """Put the focus on the search line."""
        self.filter_bar.search.setFocus()
        self.filter_bar.search.selectAll()

    def take_typed(self, words: str) -> None:
        """Take what was typed into the search where that has the focus, else as the table does."""
        if self.filter_bar.search.hasFocus():
            self.filter_bar.search.insert(words)
        else:
            self.table.keyboardSearch(words)

    def _lay_out(self) -> None:
        filter_row = QHBoxLayout()
        filter_row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        filter_row.addWidget(self.filter_bar)
        over_table = QVBoxLayout(self.table.viewport())
        over_table.addWidget(self.nothing)
        below = QHBoxLayout()
        below.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        below.addWidget(self.count, 1)
        below.addWidget(self.train)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(filter_row)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def _forget_chosen(self) -> None:
        self._chosen = None

    def _show_count(self) -> None:
        locale = QLocale()
        shown, total = len(self.table.shown), len(self.table.tunes)
        chosen = len(self.chosen)
        words = self.tr("{0} of %Ln tunes", "", total).format(locale.toString(shown))
        if self.has_left_out and len(self.table.selected()) < 2:
            left_out = self.tr("left out: {0}").format(locale.toString(shown - chosen))
            words = f"{words}, {left_out}"
        self.count.setText(words)
        if len(self.table.selected()) > 1:
            words = self.tr("Train on %Ln selected tunes", "", chosen)
        elif chosen == 1:
            words = self.tr("Train on this tune")
        else:
            words = self.tr("Train on these %Ln tunes", "", chosen)
        self.train.setText(words)

    def _show_whether_any(self) -> None:
        """Say over the empty table that nothing passes the filter, and offer the way out."""
        is_empty = bool(self.table.tunes) and not self.table.shown
        if is_empty:
            self.nothing.explain(self.table.index, self.filter_bar.filter())
        self.nothing.setVisible(is_empty)

    def _clear_filter(self) -> None:
        self.filter_bar.clear()
        self.table.setFocus()

    def _leave_out(self, term: Term) -> None:
        self.filter_bar.leave_out(term)
        self.table.setFocus()

    def _leave_filter(self) -> None:
        """Go from the search line to what is below it."""
        if self.table.shown:
            self.table.setFocus()
        else:
            self.nothing.focus_way()

    def _set_colors(self, colors: Colors) -> None:
        self.train.setIcon(tinted_icon("brain", colors.accent_text, colors.muted))
