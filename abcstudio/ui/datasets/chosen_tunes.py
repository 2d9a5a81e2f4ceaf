"""The tunes that are chosen on the page of tunes: what its commands act on."""

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.corpus_choice import CorpusChoice


class ChosenTunes(QObject):
    """The tunes that are chosen on the page now.

    Signals:
        changed: Others are chosen.
    """

    changed = Signal()

    def __init__(self, browser: TuneBrowser, sources: TuneSources) -> None:
        super().__init__(browser)
        self._browser = browser
        self._sources = sources
        browser.table.tunes_selected.connect(self.changed)

    @property
    def tunes(self) -> tuple[Tune, ...]:
        """The selected tunes when there are several, else all that the filter shows."""
        return self._browser.chosen

    @property
    def shown(self) -> Tune | None:
        """The tune whose score is shown, None for none."""
        return self._browser.table.tune

    @property
    def source_name(self) -> str:
        """The name of their source."""
        return self._sources.name

    @property
    def corpus(self) -> CorpusChoice:
        """Which tunes these are, so that they can be found again."""
        selected = self._browser.table.selected()
        are_selected = len(selected) > 1
        return CorpusChoice(
            source="" if self._sources.is_bundled else str(self._sources.current),
            total=len(self._browser.table.tunes),
            asked=TuneFilter() if are_selected else self._browser.filter_bar.filter(),
            numbers=tuple(tune.number for tune in selected) if are_selected else (),
        )
