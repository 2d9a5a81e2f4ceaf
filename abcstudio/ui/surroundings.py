"""What stands around the text in the composer: file tabs, outline, problems, a voice, panes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from abcstudio.ui.actions import Actions
from abcstudio.ui.caret_reading import CaretReading
from abcstudio.ui.file_check import FileCheck
from abcstudio.ui.file_tabs import FileTabs
from abcstudio.ui.panes import Panes
from abcstudio.ui.problems_session import ProblemsSession
from abcstudio.ui.studio import Studio
from abcstudio.ui.theme import Colors
from abcstudio.ui.tunes_session import TunesSession
from abcstudio.ui.widgets.problems_panel import ProblemsPanel
from abcstudio.ui.widgets.tunes_panel import TunesPanel

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage


class Surroundings(QObject):
    """Makes the panels of the composer's side and the tabs above it, and what drives them."""

    def __init__(self, page: "ComposerPage", studio: Studio, actions: Actions) -> None:
        super().__init__(page)
        self._page = page
        self._studio = studio
        self._actions = actions
        self.tunes = TunesPanel(studio.colors)
        self.problems = ProblemsPanel(studio.colors)
        self.check = FileCheck(studio, lambda: page.watch.known_tunes, self)
        self._add_panels()
        self.tabs = FileTabs(page, studio, actions, page.tabs)
        self.panes = Panes(page, actions)
        # First, because it learns what is doubtful in the tune at the caret.
        self.problem_fixes = ProblemsSession(
            page, studio, actions, self.problems, self.check, self.show_side
        )
        self.outline = TunesSession(page, studio, actions, self.tunes, self.check, self.show_side)
        self.reading = CaretReading(page, studio, actions)
        studio.colors_changed.connect(self._on_colors_changed)

    def show_side(self, name: str) -> None:
        """Bring a panel of the side to the front, unfolded if need be."""
        page = self._page
        if not page.side.isVisible():
            is_folded = "composer.right" in self._studio.settings.folded_panels
            self._actions.action("view.right_panel" if is_folded else "view.focus").trigger()
        page.side.show_panel(name)

    def close(self) -> None:
        """End all work."""
        self.reading.stop()
        self.problem_fixes.close()
        self.check.close()

    def _add_panels(self) -> None:
        side = self._page.side
        side.add(
            "tunes",
            self.tr("Tunes"),
            self.tr("The tunes of this text"),
            self.tunes,
            "list",
            before="inspection",
        )
        side.add(
            "problems",
            self.tr("Problems"),
            self.tr("What is doubtful in this tune, or in the whole text"),
            self.problems,
            "alert-triangle",
            before="inspection",
        )

    def _on_colors_changed(self, colors: Colors) -> None:
        self.tunes.set_colors(colors)
        self.problems.set_colors(colors)
        self._page.side.refresh_icons()
        self._page.tabs.set_colors(colors)
