"""The whole window seen from the outside: what it paints and when. For several benchmarks."""

from collections.abc import Callable, Sequence
from typing import Any

from incremental import MEASURES_IN_LINE, lines

from abcstudio.ui.composer.takes.composing_room import ComposingRoom

SETTLE_MS = 1500
GIVE_UP_MS = 20_000
TUNES_IN_BOOK = 300
_HEADER = "X:{0}\nT:Tune number {0}\nR:reel\nM:4/4\nL:1/8\nQ:1/2=100\nK:G\n"
_MELODY = (
    '"G"GABc dedB', '"Em"e2ef gfed', "B2Bc {d}BAGA", "~B3A (3BcdBA",
    '"Am"A2AB c>BAB', "[Gd]2 ^c2 d2ef", "g2fg edcB", '"D7"ABcA F2D2',
)  # fmt: skip


class Watcher:
    """Sees what the window paints: its own event loop's painting, from the outside."""

    def __init__(self, window: Any) -> None:
        from PySide6.QtCore import QEvent, QObject

        watcher = self

        class Filter(QObject):
            def eventFilter(self, watched: Any, event: Any) -> bool:  # noqa: N802 - Qt's name
                if event.type() == QEvent.Type.Paint:
                    watcher.painted.add(watcher.names.get(watched, ""))
                return False

        self.names = {
            window.composer.desk.editor.viewport(): "editor",
            window.composer.parts.score.viewport(): "score",
            window.datasets.browser.table.viewport(): "table",
        }
        self.painted: set[str] = set()
        self.on_frame: Callable[[set[str]], None] = lambda _painted: None
        self._filter = Filter()
        for viewport in self.names:
            viewport.installEventFilter(self._filter)

    def end_frame(self) -> None:
        """Tell who watches what has been painted."""
        if self.painted:
            painted, self.painted = self.painted, set()
            self.on_frame(painted)


def watched_window() -> tuple[Any, Watcher]:
    """Open the whole window on the composer, with all loaded that the program loads."""
    from PySide6.QtCore import QEvent

    from abcstudio.app import make_application
    from abcstudio.settings import Settings
    from abcstudio.ui.services.studio import Studio
    from abcstudio.ui.window.main_window import MainWindow
    from abcstudio.ui.window.warm_up import WarmUp

    class WatchedWindow(MainWindow):
        watcher: Watcher | None = None

        def event(self, event: QEvent) -> bool:
            # A top window paints all that is dirty while it handles this one event.
            done = super().event(event)
            if event.type() == QEvent.Type.UpdateRequest and self.watcher is not None:
                self.watcher.end_frame()
            return done

    make_application()
    window = WatchedWindow(Studio(Settings(theme="light", language="en")))
    window.resize(1280, 800)
    window.show()
    window.show_page("composer")
    window.activateWindow()
    watcher = window.watcher = Watcher(window)
    # As the program does: what it loads is then kept out of the collector's rounds, each of which
    # would go through half a million objects for a tenth of a second.
    warm_up = WarmUp()
    ended: list[bool] = []
    ahead = window.composer.rooms[ComposingRoom].controller.ahead
    warm_up.device_found.connect(ahead.start)
    warm_up.ended.connect(lambda: ended.append(True))
    warm_up.start()
    are_loaded = wait(6 * GIVE_UP_MS, lambda: bool(ended) and not ahead.is_running)
    assert are_loaded, "the network library is not loaded"
    wait(SETTLE_MS)
    return window, watcher


def wait(milliseconds: float, until: Callable[[], bool] = lambda: False) -> bool:
    """Let the event loop run so long, or until something is so."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(milliseconds), loop.quit)
    looks = QTimer(interval=20)
    looks.timeout.connect(lambda: loop.quit() if until() else None)
    looks.start()
    if not until():
        loop.exec()
    looks.stop()
    return until()


def tune_of(measures: int, number: int = 1) -> str:
    """Return a tune of so many measures."""
    return _HEADER.format(number) + "\n".join(tune_lines(measures)) + "\n"


def tune_lines(measures: int) -> list[str]:
    assert measures % MEASURES_IN_LINE == 0
    return lines(_MELODY, measures)


def book() -> str:
    """Return a text of so many tunes."""
    return "\n".join(tune_of(32, number) for number in range(1, TUNES_IN_BOOK + 1))


def tune_at(text: str, caret: int) -> str:
    """Return the tune at a place of a text."""
    start = text.rindex("X:", 0, caret)
    end = text.find("\nX:", start)
    return text[start : end if end >= 0 else len(text)].rstrip()


def figures(values: Sequence[float | None]) -> dict[str, float]:
    """Return the middle and the end of some milliseconds; never seen counts as for ever."""
    ordered = sorted(float("inf") if value is None else value for value in values)
    if not ordered:
        return {"p50": 0.0, "p95": 0.0, "max": 0.0}
    return {
        "p50": round(ordered[len(ordered) // 2], 2),
        "p95": round(ordered[len(ordered) * 95 // 100], 2),
        "max": round(ordered[-1], 2),
    }
