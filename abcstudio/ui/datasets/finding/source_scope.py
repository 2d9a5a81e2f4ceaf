"""Choice of the source to search in."""

from PySide6.QtCore import QObject

from abcstudio.ui.datasets.finding.finding_view import FindingView
from abcstudio.ui.datasets.finding.source_box import SourceBox
from abcstudio.ui.datasets.tune_sources import TuneSources


class SourceScope(QObject):
    """Connects the source box and the offer of all sources to the sources of the page."""

    def __init__(self, view: FindingView, box: SourceBox, sources: TuneSources) -> None:
        super().__init__(view)
        self._view, self._box, self._sources = view, box, sources
        box.source_chosen.connect(sources.show)
        view.all_sources_requested.connect(sources.show_all)
        sources.list_changed.connect(self._show)
        sources.started.connect(self._show)
        self._show()

    def _show(self) -> None:
        sources = self._sources
        # The current source need not be on the list: a known tune may have opened it.
        paths = dict.fromkeys((*sources.choices, sources.current))
        named = [(sources.name_of(path), path) for path in paths]
        self._box.set_sources(named, sources.current)
        self._view.offer_all_sources(is_offered=len(sources.choices) > 1 and not sources.is_all)
