"""The tunes that are chosen on the page of tunes: what its commands act on."""

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.corpus_choice import CorpusChoice, name_to_learn_from


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
    def name_to_learn_from(self) -> str:
        """What to call them where they are learned from."""
        count = len(self.tunes)
        source = name_to_learn_from(self._sources.current, self._sources.parts)
        return self.corpus.name(source, count)

    @property
    def corpus(self) -> CorpusChoice:
        """Which tunes these are, so that they can be found again."""
        asked = self._browser.filter_bar.filter()
        # A later start knows neither melodies nor marks before it has looked for them.
        is_plain = asked.is_of_headers and not self._browser.has_left_out
        are_named = len(self._browser.table.selected()) > 1 or not is_plain
        return CorpusChoice(
            source="" if self._sources.is_bundled else str(self._sources.current),
            total=len(self._browser.table.tunes),
            asked=TuneFilter() if are_named else asked,
            numbers=tuple(tune.number for tune in self.tunes) if are_named else (),
        )
