"""The six criteria by the judges' protocol of the folk-music challenge, and their measures."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from abcstudio.composing.jury import compass, melody, mode, rhythm, structure
from abcstudio.composing.jury.chances import Chances, Event
from abcstudio.composing.jury.figures import Figures
from abcstudio.composing.jury.judged_tune import JudgedTune
from abcstudio.composing.jury.plagiarism import Copied
from abcstudio.composing.jury.portrait import portrait
from abcstudio.composing.jury.taken_up import PIECES, events_of, taken_up

PLAGIARISM = "plagiarism"
CRITERIA = (PLAGIARISM, "rhythm", "mode", "range", "structure", "melody")
"""Their names, in the order of the protocol."""

ORIGINALITY = "originality"
"""What people call the first: its number is high where nothing is copied."""

_EVENTS: Mapping[str, Callable[[JudgedTune], Iterator[Event]]] = {
    "rhythm": rhythm.events,
    "mode": mode.events,
    "range": compass.events,
    "structure": structure.events,
    "melody": melody.events,
    **{name: events_of(name) for name in PIECES},
}
_FIGURES: Mapping[str, Callable[[JudgedTune, Chances], Figures]] = {
    "rhythm": rhythm.figures,
    "mode": mode.figures,
    "range": compass.figures,
    "structure": structure.figures,
    "melody": melody.figures,
}

Tables = Mapping[str, Chances]
"""What real tunes do, by criterion, and what their parts are made of."""


def spoken(order: str) -> str:
    """Return what people call a criterion; any other word stays."""
    return ORIGINALITY if order == PLAGIARISM else order


def counted(tunes: Iterable[JudgedTune], least: int) -> Tables:
    """Return what tunes do; events seen less often than `least` are left out."""
    kept = list(tunes)
    return {
        name: Chances.counted((one for tune in kept for one in events(tune)), least)
        for name, events in _EVENTS.items()
    }


def figures_of(criterion: str, tune: JudgedTune, tables: Tables, copied: Copied) -> Figures:
    """Return what one criterion measures of a tune."""
    if criterion == PLAGIARISM:
        return copied.figures
    found = _FIGURES[criterion](tune, tables[criterion])
    return {**found, **taken_up(tune, tables)} if criterion == "structure" else found


def all_figures(measured: Mapping[str, Figures], tune: JudgedTune) -> Figures:
    """Return what tells real tunes from takes: what the criteria measure but copies, and more."""
    found = portrait(tune)
    for name, figures in measured.items():
        if name != PLAGIARISM:
            found.update(figures)
    return found
