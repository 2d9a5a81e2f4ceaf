"""The child process of `soak.py`: random hands on the window, and counts of what it holds.

python soak_window.py ACTIONS SEED FOLDER
"""

import faulthandler
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import monkey_window
from monkey_hands import NEVER_CHOSEN, Monkey
from window_census import census

from abcstudio.ui.composer.takes.composing_room import ComposingRoom

BOOKS = 40
REST_MS = 15_000
_MOST_SECONDS = 120.0


class SoakMonkey(Monkey):
    """Random hands that open and close files besides, and first of all do everything once.

    What is loaded once for good (torch's optimizers and their compiler alone are 140 MB, then the
    instruments, each dialog) is in the first count that way, whenever chance would have come to it:
    the later counts tell what grows.
    """

    def __init__(self, window: Any, seed: int, log: Any) -> None:
        super().__init__(window, seed, log)
        self.ways = (*self.ways, (4, self._open_file), (4, self._close_file))

    def act(self) -> None:
        """Do one thing; the first one is everything."""
        if not self.done:
            faulthandler.cancel_dump_traceback_later()
            self._do_everything_once()
        super().act()

    def _do_everything_once(self) -> None:
        """Train some steps, compose a take, choose every command on every page."""
        from PySide6.QtTest import QTest

        from abcstudio.ui.window.pages import PAGE_IDS

        training, composer = self.window.training, self.window.composer
        reports: list[object] = []
        training.session.reported.connect(reports.append)
        self.window.show_page("training")
        training.start_training()
        self._wait_until(lambda: bool(reports))
        training.session.stop()
        self._wait_until(lambda: not training.session.is_running)
        takes: list[object] = []
        composer.rooms[ComposingRoom].session.take_finished.connect(takes.append)
        self.window.show_page("composer")
        self._wait_until(lambda: self.window.studio.model is not None)
        composer.rooms[ComposingRoom].controller.compose()
        self._wait_until(lambda: bool(takes))
        self.note(f"  {len(reports)} reports, {len(takes)} takes")
        chosen = {*NEVER_CHOSEN}
        for page in PAGE_IDS:
            for command in self.window.registry.commands():
                self.window.show_page(page)
                if command.action_id in chosen or not command.action.isEnabled():
                    continue
                chosen.add(command.action_id)
                self.note(f"  {command.action_id}")
                command.action.trigger()
                QTest.qWait(200)
        self.rest()

    def _wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so, two minutes at most."""
        from PySide6.QtTest import QTest

        end = time.monotonic() + _MOST_SECONDS
        while not is_so() and time.monotonic() < end:
            QTest.qWait(50)

    def close_all(self) -> None:
        """Close what is open, and come back to one empty text."""
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtTest import QTest

        composer = self.window.composer
        composer.parts.files.new()
        kept = composer.desk.documents.current
        for document in list(composer.desk.documents):
            if document is not kept and not document.is_composing:
                document.text_document.setModified(False)
                composer.desk.documents.remove(document)
        # As long as a person looks away: the studio gives back what is free.
        QTest.qWait(REST_MS)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _open_file(self) -> None:
        files = sorted(Path(self.log.name).parent.glob("files/books/*.abc"))
        path = self.random.choice(files)
        self.note(f"  {path.name}")
        self.window.composer.open_path(path)

    def _close_file(self) -> None:
        documents = self.window.composer.desk.documents
        document = self.random.choice(list(documents))
        document.text_document.setModified(False)
        self.window.composer.parts.files.close(document)


def write_books(folder: Path) -> None:
    """Write tunebooks of many sizes, cut from the one in the box."""
    from abcstudio.corpus.tunebook import split_tunebook
    from abcstudio.paths import bundled_tunebook

    tunes = [tune.text for tune in split_tunebook(bundled_tunebook().read_text(encoding="utf-8"))]
    books = folder / "files" / "books"
    books.mkdir(parents=True)
    for number in range(BOOKS):
        some = tunes[number * 40 :][: 1 + number * number // 8]
        (books / f"book-{number}.abc").write_text("\n\n".join(some) + "\n", encoding="utf-8")


def wear(actions: int, seed: int, folder: Path, every: int) -> None:
    """Let the hands act, and count every so many actions what the window holds."""
    lines = (folder / "census.jsonl").open("w", encoding="utf-8")

    def count(monkey: Monkey) -> None:
        if monkey.done % every or not isinstance(monkey, SoakMonkey):
            return
        monkey.close_all()
        told = {"actions": monkey.done, **census(monkey.window)}
        lines.write(json.dumps(told) + "\n")
        lines.flush()

    monkey_window.play(actions, seed, folder, SoakMonkey, count)


if __name__ == "__main__":
    wear(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
