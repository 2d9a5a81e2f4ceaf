"""How the time of reading, performing and writing grows with the text."""

import time
from collections.abc import Callable
from itertools import pairwise

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform

SMALLEST, LARGEST = 1_000, 10_000_000
STEEPEST = 2.5
_TRIES = 6
_HEAD = "X:1\nT:Growth\nM:4/4\nL:1/8\nK:C\n"

FAMILIES: dict[str, Callable[[int], str]] = {}
"""Makers of texts of about so many characters."""


def _family(name: str, piece: str, head: str = _HEAD, tail: str = "") -> None:
    FAMILIES[name] = lambda size: head + piece * (size // len(piece)) + tail


_family("notes in one line", "ABcd efga |")
_family("lines", "ABcd efga|ABcd efga|ABcd efga|\n")
_family("voices", "[V:1]ABcd efga|[V:2]A4 e4|\n")
_family("chords", "[CEG]2[DFA]2 [EGB]4|")
_family("lyrics", "ABcd efga|\nw:la la- la la _ * la la\n")
_family("decorations", '!trill!.A{/ab}~B"Am"c!p!d|')
_family("repeats", "|:ABcd efga|[1ABcd efga:|[2ABcd efga||\n")
_family("overlays", "ABcd efga&E4 C4|\n")
_family("ties and slurs", "(A2-A2) (B4-|B4) c4|")
_family("tuplets and broken rhythm", "(3ABcd>e f<g (3:2:2ab|")
_family("inline fields", "[K:G][M:3/4][Q:1/4=90]ABc|[K:C][M:4/4]ABcd|\n")
_family("what is wrong", "?;@ A]-) |B>|!nosuch!c(3|\n")
_family("header fields", "N:a note\nC:someone\n", head="X:1\n", tail="K:C\nA|\n")
_family("directives", "%%MIDI program 4\nABcd efga|\n")
_family("one title", "title ", head="X:1\nT:", tail="\nK:C\nA|\n")


def growth() -> dict[str, dict[str, object]]:
    """Return for each family the times and the steepest step from a size to its double."""
    return {name: _grow(make) for name, make in FAMILIES.items()}


def _grow(make: Callable[[int], str]) -> dict[str, object]:
    sizes = [SMALLEST]
    while sizes[-1] < LARGEST:
        sizes.append(min(LARGEST, 2 * sizes[-1]))
    texts = [make(size) for size in sizes]
    times = [_seconds(texts[0])]
    steps = []
    for small, large in pairwise(texts):
        ratio, seconds = _step(small, large, times[-1])
        steps.append(ratio)
        times.append(seconds)
    return {
        "passed": max(steps) <= STEEPEST,
        "steepest": round(max(steps), 2),
        "milliseconds": {
            size: round(1000 * seconds, 1) for size, seconds in zip(sizes, times, strict=True)
        },
    }


def _step(small: str, large: str, known: float) -> tuple[float, float]:
    """Return how much longer the larger text takes, and how long; a disturbed step is repeated."""
    best_small, best_large = known, _seconds(large)
    for _ in range(_TRIES):
        if best_large <= STEEPEST * 0.9 * best_small:
            break
        best_large = min(best_large, _seconds(large))
    return best_large / best_small, best_large


def _seconds(text: str) -> float:
    """Return the CPU time of the quickest of a few runs, more of them where they are short."""
    best = _once(text)
    for _ in range(min(20, int(0.05 / best))):
        best = min(best, _once(text))
    return best


def _once(text: str) -> float:
    start = time.process_time()
    midi_bytes(perform(parse(text)))
    return time.process_time() - start
