"""How long does each act on a large text hold the window?

Does to texts of 1.35, 2.7 and 5 MB, in the composer of the whole window, what a person does to a
whole text: opens one that has no file, recovers one, pastes one, deletes all, replaces and fixes
all, saves, takes back and repeats each of these, and loads a file that another program changed.
For each act it prints the longest time that the window's thread computed between two turns of the
event loop, in milliseconds of its processor time, as `large_texts.py` does.

Prints one JSON object. Exits 0 only when no act holds the window longer than 100 ms, apart from
those of `ONE_CALL`, in which Qt changes the whole document in a single call.

    python benchmarks/large_text_acts.py
    python benchmarks/large_text_acts.py --only "5 MB"
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from editor_window import wait, watched_window
from heartbeat import Heartbeat
from judged_window import judge
from large_texts import tunebooks

from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.texts.room import TextsRoom

LIMIT_MS = 100.0
GIVE_UP_MS = 60_000
SETTLE_MS = 1500
ONE_CALL: tuple[str, ...] = ()
"""Acts that are one call of Qt, which cannot be cut."""


def main() -> None:
    """Act, print and judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", help="one of the texts")
    options = parser.parse_args()
    judge(lambda home: run(home, options), "acts")


def run(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Return the figures of all acts in all texts."""
    window, _watcher = watched_window()
    result: dict[str, Any] = {}
    for number, (name, text) in enumerate(tunebooks(4_980_000)):
        if options.only in (None, name):
            acts = Acts(window, folder / f"{number}.abc", text)
            for each in (acts.new, acts.recovered, acts.pasted, acts.of_file, acts.reloaded):
                each()
                acts.leave()
            result[name] = acts.found
            print(name, json.dumps(acts.found, indent=2), file=sys.stderr, flush=True)
    result["passed"] = all(
        held <= LIMIT_MS
        for found in result.values()
        for act, held in found.items()
        if act not in ONE_CALL
    )
    window.studio.shut_down()
    return result


class Acts:
    """Does the acts in one text and keeps how long each held the window."""

    def __init__(self, window: Any, path: Path, text: str) -> None:
        self._window = window
        self._page = window.composer
        self._path = path
        self._text = text
        self._heart = Heartbeat()
        self.found: dict[str, float] = {}

    def _act(
        self, name: str, act: Callable[[], object], until: Callable[[], bool] | None = None
    ) -> None:
        """Do something, and keep how long it and what follows held the window."""
        documents = self._page.documents
        held = self._heart.held(
            act,
            lambda: (until is None or until()) and not documents.current.large.is_busy,
            GIVE_UP_MS,
        )
        after = self._heart.held(lambda: None, lambda: False, SETTLE_MS)
        assert held["done"], f"{name} does not end"
        self.found[name] = max(held["own_ms"], after["own_ms"])

    def _back_and_again(self, name: str) -> None:
        editor = self._page.editor
        self._act(f"undo of {name}", editor.undo)
        self._act(f"redo of {name}", editor.redo)
        self._act(f"second undo of {name}", editor.undo)

    def _is_there(self) -> bool:
        return len(self._page.editor.text()) >= len(self._text)

    def leave(self) -> None:
        """Close all texts without a question."""
        page = self._page
        page.parts.files.ask = lambda *_words: 1
        for document in tuple(page.desk.documents):
            page.parts.files.close(document)
        wait(SETTLE_MS)

    def new(self) -> None:
        """Open a text that has no file, and edit the whole of it."""
        self._act(
            "open without a file",
            lambda: self._page.open_text(self._text, "New"),
            self._is_there,
        )

    def recovered(self) -> None:
        """Recover a text that an earlier session could not save."""
        folder = self._page.autosave.folder
        folder.mkdir(parents=True, exist_ok=True)
        facts = {"name": "Lost", "path": None, "text": self._text, "place": 1}
        (folder / "dead-1.json").write_text(json.dumps(facts), encoding="ascii")
        self._act("recover", self._page.recovery.recover, self._is_there)
        self._back_and_again("recovery")

    def pasted(self) -> None:
        """Paste a text, and delete it."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtTest import QTest

        page, editor = self._page, self._page.editor
        page.rooms[TextsRoom].begin_text()
        QGuiApplication.clipboard().setText(self._text)
        self._act("paste", editor.paste, self._is_there)
        self._back_and_again("paste")
        editor.redo()
        wait(GIVE_UP_MS, self._is_there)
        wait(SETTLE_MS)
        self._act("select all", editor.selectAll)
        self._act("copy", editor.copy)
        self._act("delete all", lambda: QTest.keyClick(editor, Qt.Key.Key_Delete))
        self._back_and_again("deletion")
        self._act("select all and paste", lambda: (editor.selectAll(), editor.paste()))
        self._back_and_again("pasting over")

    def of_file(self) -> None:
        """Open a file, replace and fix all in it, and save it."""
        page, editor = self._page, self._page.editor
        self._path.write_text(_with_problems(self._text), encoding="utf-8")
        self._act(
            "open",
            lambda: self._window.open_path(self._path),
            lambda: self._is_there() and page.desk.watch.knows_tunes,
        )
        editor.textCursor().insertText("% changed\n")
        # The first copy of an unsaved text follows within the second.
        self._act("save", page.parts.files.save, lambda: not page.is_modified)
        editor.textCursor().insertText("% changed\n")
        self._act("keep a safety copy", lambda: None)
        page.rooms[TextsRoom].find_bar.open_replace()
        page.rooms[TextsRoom].find_bar.line.setText("GABc")
        page.rooms[TextsRoom].find_bar.replacement.setText("cBAG")
        wait(SETTLE_MS)
        self._act("replace all", page.rooms[TextsRoom].find_bar.replace_all)
        page.rooms[TextsRoom].find_bar.close_bar()
        wait(SETTLE_MS)
        self._back_and_again("replacing")
        self._act("save again", page.parts.files.save, lambda: not page.is_modified)
        page.parts.side.bring("problems")
        page.rooms[ProblemsRoom].panel.scope.setCurrentIndex(1)
        wait(GIVE_UP_MS, lambda: page.desk.watch.knows_tunes and page.parts.check.is_running)
        wait(5 * GIVE_UP_MS, lambda: not page.parts.check.is_running)
        self._act("fix all", page.rooms[ProblemsRoom].presenter.fix_all, lambda: page.is_modified)
        self._back_and_again("fixing")

    def reloaded(self) -> None:
        """Load a file that another program changed: a little of it, and all of it."""
        self._path.write_text(self._text, encoding="utf-8")
        self._window.open_path(self._path)
        wait(GIVE_UP_MS, self._is_there)
        wait(SETTLE_MS)
        changed = {
            "two changed lines": f"% first\n{self._text}% last\n",
            "another text": self._text.replace("|", "||")[: len(self._text)] + "\n",
        }
        for name, text in changed.items():
            self._load(name, text)

    def _load(self, name: str, text: str) -> None:
        page, studio = self._page, self._window.studio
        notices: list[Any] = []
        studio.notice_requested.connect(notices.append)
        self._path.write_text(text, encoding="utf-8")
        self._act(
            f"look at {name}", page.rooms[TextsRoom].outside_changes.look, lambda: bool(notices)
        )
        studio.notice_requested.disconnect(notices.append)
        self._act(
            f"load {name}", notices[-1].action, lambda: len(page.desk.editor.text()) == len(text)
        )
        self._back_and_again(f"loading {name}")


def _with_problems(text: str) -> str:
    """Put a field behind a blank, a problem that has a fix, into the first tunes and the last."""
    head, _, last = text.rpartition("\nT:")
    first = head.replace("\nT:", "\n T:", 40)
    return first + "\n T:" + last


if __name__ == "__main__":
    main()
