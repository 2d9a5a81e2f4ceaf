"""What tests of the texts that come back share."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow

BOOK = "".join(
    f"X:{number}\nT:Tune {number}\nM:6/8\nL:1/8\nK:D\n" + "ABc def|gfe dcB|\n" * 20 + "\n"
    for number in range(1, 6)
)
Again = Callable[..., MainWindow]


def shown_tune(window: MainWindow) -> str:
    view = window.composer.desk.watch.view
    assert view is not None
    return view.tune.title


def said(window: MainWindow, qtbot: QtBot) -> str:
    """Return what the window says once it stands."""
    notices: list[Notice] = []
    window.studio.notice_requested.connect(notices.append)
    window.show()
    qtbot.waitUntil(lambda: bool(notices))
    (notice,) = notices
    assert notice.kind == "info"
    return notice.text
