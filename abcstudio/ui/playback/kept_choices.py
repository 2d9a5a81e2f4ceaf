"""How each tune was practised, so that it is found so again: its tempo, and what is repeated."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import NamedTuple

from abcstudio.ui.playback.chosen_loop import ChosenLoop, KeptLoop
from abcstudio.ui.playback.played_tempo import PlayedTempo
from abcstudio.ui.playback.played_tune import PlayedTune

MOST_TUNES = 50


class _Choices(NamedTuple):
    title: str
    percent: float
    loop: KeptLoop | None


class KeptChoices:
    """Keeps the tempo and the loop of the tunes that were left last, while the program runs."""

    def __init__(self, tempo: PlayedTempo, chosen_loop: ChosenLoop) -> None:
        self._tempo = tempo
        self._loop = chosen_loop
        self._kept: OrderedDict[Hashable, _Choices] = OrderedDict()

    def leave(self, tune: PlayedTune) -> None:
        """Keep what is chosen for a tune, and play the next one as it is written."""
        percent, loop = 100 * self._tempo.speed, self._loop.leave()
        self._kept.pop(tune.which, None)
        if tune.text.strip() and (percent != 100 or loop is not None):
            self._kept[tune.which] = _Choices(tune.title, percent, loop)
            if len(self._kept) > MOST_TUNES:
                self._kept.popitem(last=False)
        self._tempo.forget()

    def take_over(self, other: "KeptChoices") -> None:
        """Take what another one keeps."""
        self._kept.update(other._kept)

    def return_to(self, tune: PlayedTune) -> None:
        """Choose what was chosen for a tune when it was left."""
        choices = self._kept.get(tune.which)
        # Another one may stand in its place by now.
        if choices is None or choices.title != tune.title:
            return
        self._tempo.set_percent(choices.percent)
        if choices.loop is not None:
            self._loop.bring_back(choices.loop)
