"""Does scrolling keep up with 60 frames a second? For `editor.py`."""

import itertools
import time
from collections.abc import Callable, Iterator
from typing import Any

from editor_window import (
    GIVE_UP_MS,
    SETTLE_MS,
    TUNES_IN_BOOK,
    Watcher,
    book,
    figures,
    tune_of,
    wait,
)

FRAME_MS = 1000 / 60
MISSED_MS = 1.5 * FRAME_MS
MISSED_LIMIT = 0.01
SCROLL_FRAMES = 600


def scrolls(window: Any) -> Iterator[tuple[str, Callable[[int], None]]]:
    """Yield what is scrolled, ready on the screen, and how to scroll it by one frame."""
    composer = window.composer
    composer.parts.files.open_text(book(), "book")
    wait(3 * SETTLE_MS)
    yield "editor", lines_down(composer.desk.editor.verticalScrollBar(), 1)
    composer.parts.files.open_text(tune_of(200), "long")
    wait(2 * SETTLE_MS)
    yield "score", lines_down(composer.parts.score.verticalScrollBar(), 8)
    window.show_page("datasets")
    table = window.datasets.browser.table
    assert wait(3 * GIVE_UP_MS, lambda: len(table.shown) >= TUNES_IN_BOOK), "no tunes are read"
    wait(2 * SETTLE_MS)
    down = lines_down(table.verticalScrollBar(), 8)

    def walk(frame: int) -> None:
        down(frame)
        if frame % 30 == 29:
            table.choose(table.shown[frame * 7 % TUNES_IN_BOOK])

    yield "table with its preview", walk


def lines_down(bar: Any, step: int) -> Callable[[int], None]:
    """Return what moves a bar by a step a frame, and back up from the end."""
    direction = [step]

    def move(_frame: int) -> None:
        if not bar.minimum() <= bar.value() + direction[0] <= bar.maximum():
            direction[0] = -direction[0]
        bar.setValue(bar.value() + direction[0])

    return move


def scrolled(
    watcher: Watcher, name: str, scroll: Callable[[int], None]
) -> tuple[dict[str, Any], bool]:
    """Scroll for some hundred frames; return the gaps between them and whether they are even."""
    from PySide6.QtCore import Qt, QTimer

    seen: list[float] = []
    busy: list[float] = []
    frame = [0]
    begun_frame = [0.0]
    part = "table" if "table" in name else name

    def on_frame(painted: set[str]) -> None:
        if part in painted:
            seen.append(time.monotonic())
            busy.append(1000 * (time.thread_time() - begun_frame[0]))

    def tick() -> None:
        begun_frame[0] = time.thread_time()
        scroll(frame[0])
        frame[0] += 1

    watcher.on_frame = on_frame
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=int(FRAME_MS))
    timer.timeout.connect(tick)
    timer.start()
    wait(FRAME_MS * SCROLL_FRAMES + SETTLE_MS, lambda: frame[0] >= SCROLL_FRAMES)
    timer.stop()
    watcher.on_frame = lambda _painted: None
    gaps = [1000 * (after - before) for before, after in itertools.pairwise(seen)]
    missed = sum(gap > MISSED_MS for gap in gaps) / max(1, len(gaps))
    found = {
        "frames": len(seen),
        "gap_ms": figures(list(gaps)),
        "missed_share": round(missed, 4),
        "window_thread_ms_per_frame": figures(list(busy)),
    }
    return found, len(seen) > SCROLL_FRAMES // 2 and missed <= MISSED_LIMIT
