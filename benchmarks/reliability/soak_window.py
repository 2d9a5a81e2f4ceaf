"""The child process of `soak.py`: random hands on the window, and counts of what it holds.

python soak_window.py ACTIONS SEED FOLDER
"""

import json
import sys
from pathlib import Path
from typing import Any

import monkey_window
from monkey_hands import Monkey
from window_census import census

BOOKS = 40
REST_MS = 15_000


class SoakMonkey(Monkey):
    """Random hands that open and close files besides."""

    def __init__(self, window: Any, seed: int, log: Any) -> None:
        super().__init__(window, seed, log)
        self.ways = (*self.ways, (4, self._open_file), (4, self._close_file))

    def close_all(self) -> None:
        """Close what is open, and come back to one empty text."""
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtTest import QTest

        composer = self.window.composer
        composer.files.new()
        kept = composer.documents.current
        for document in list(composer.documents):
            if document is not kept and not document.is_composing:
                document.text_document.setModified(False)
                composer.documents.remove(document)
        # As long as a person looks away: the studio gives back what is free.
        QTest.qWait(REST_MS)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _open_file(self) -> None:
        files = sorted(Path(self.log.name).parent.glob("files/books/*.abc"))
        path = self.random.choice(files)
        self.note(f"  {path.name}")
        self.window.composer.open_path(path)

    def _close_file(self) -> None:
        documents = self.window.composer.documents
        document = self.random.choice(list(documents))
        document.text_document.setModified(False)
        self.window.composer.files.close(document)


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
