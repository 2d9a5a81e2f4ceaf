"""Opening files, folders and links with other programs, and saying where that fails."""

import logging
import shutil
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from abcstudio.guarded_files import is_there
from abcstudio.ui.services.studio import Studio

log = logging.getLogger(__name__)

_SCHEMES = ("file", "http", "https", "mailto")
_OPENER = "xdg-open"
_LOOK_MS = 200
_WATCHED_SECONDS = 15.0
"""An opener may last as long as the program that it has found, whose end says nothing of it."""


class OutsidePrograms(QObject):
    """Takes what `QDesktopServices.openUrl` is asked for, wherever in the window.

    On Linux Qt says yes as soon as it has started `xdg-open`, whatever comes of it: here its exit
    code counts.
    """

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._started: list[tuple[subprocess.Popen[bytes], QUrl, float]] = []
        self._watch = QTimer(self, interval=_LOOK_MS)
        self._watch.timeout.connect(self._look)
        self._take_over()

    def close(self) -> None:
        """Leave opening to Qt again."""
        self._watch.stop()
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Open a file, a folder or a page with the program that the system has for it."""
        if url.isLocalFile() and not is_there(Path(url.toLocalFile())):
            self._studio.notify(self.tr("{0} is no longer there.").format(_words(url)), "warning")
            return
        opener = shutil.which(_OPENER) if sys.platform == "linux" else None
        if opener is None:
            self._open_by_qt(url)
        else:
            self._start(opener, url)

    def _take_over(self) -> None:
        for scheme in _SCHEMES:
            # The stub of PySide 6.11 says bytes; those are refused.
            QDesktopServices.setUrlHandler(scheme, self, "open")  # type: ignore[arg-type]

    def _open_by_qt(self, url: QUrl) -> None:
        QDesktopServices.unsetUrlHandler(url.scheme())
        is_open = QDesktopServices.openUrl(url)
        self._take_over()
        if not is_open:
            self._tell_failed(url)

    def _start(self, opener: str, url: QUrl) -> None:
        nowhere = subprocess.DEVNULL
        try:
            started = subprocess.Popen(
                [opener, url.toString(QUrl.ComponentFormattingOption.FullyEncoded)],
                stdin=nowhere, stdout=nowhere, stderr=nowhere,
                # What it opens outlives the studio, and a Ctrl+C in its terminal.
                start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            log.warning("%s cannot be started: %s", opener, error)
            self._tell_failed(url)
            return
        self._started.append((started, url, time.monotonic()))
        self._watch.start()

    def _look(self) -> None:
        """Look for openers that have ended."""
        for entry in tuple(self._started):
            started, url, since = entry
            code = started.poll()
            if code is None:
                continue
            self._started.remove(entry)
            if code and time.monotonic() - since < _WATCHED_SECONDS:
                log.warning("%s ended with %d for %s", _OPENER, code, url.scheme())
                self._tell_failed(url)
        if not self._started:
            self._watch.stop()

    def _tell_failed(self, url: QUrl) -> None:
        words = self.tr("No program here could open {0}.")
        copy = self.tr("Copy the path") if url.isLocalFile() else self.tr("Copy the address")
        self._studio.notify(
            words.format(_words(url)),
            "warning",
            copy,
            lambda: QGuiApplication.clipboard().setText(_words(url)),
        )


def _words(url: QUrl) -> str:
    return url.toLocalFile() if url.isLocalFile() else url.toDisplayString()
