"""Can any order of editing, saving, outside changes, closing and crashing lose what was typed?

hypothesis invents the orders: it types words that occur once, undoes, saves under old and new
names, lets other programs change, replace, delete and lock the files, closes, quits, ends the
session from outside, kills it, recovers, and lets saves fail; every question is answered in every
way. No word may disappear without a choice by the person: a word that is neither undone nor
discarded stands in an open text, in its file, or in what is offered after the next start. What
another program wrote is replaced only after a question. Undoing to the saved text clears the mark
of a modified one.
Prints one JSON object; the exit code is 0 when every sequence kept these promises.
Over 400 lines: the machine of states, its actions and its promises are read together.

    python benchmarks/reliability/document_states.py --sequences 1000
"""

import argparse
import errno
import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from save_faults import Calls, Point

import abcstudio.ui.controls.target_dialog as saving
import abcstudio.ui.documents.closing.saving_together as closing
from abcstudio.settings import Settings
from abcstudio.ui.documents.autosave import Autosave
from abcstudio.ui.documents.closing.closing_dialog import ClosingDialog
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.lost_texts import read_lost_texts
from abcstudio.ui.documents.outside_changes import OutsideChanges
from abcstudio.ui.documents.recovery import Recovery
from abcstudio.ui.services.studio import Notice, Studio

NAMES = ("one.abc", "two.abc")
STEPS = 30
rules_run: Counter[str] = Counter()
"""How often each thing was done in all sequences."""

names = st.sampled_from(NAMES)
answers = st.integers(0, 2)
places = st.floats(0, 1)
whiches = st.integers(0, 7)


@dataclass
class Text:
    """What the person knows about an open document.

    Attributes:
        words: Those in it that count: typed or recovered, and not undone.
        known: All that were ever in it.
        saved: The text and the number of undo steps when it was opened or saved last.
    """

    document: Document
    words: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    saved: tuple[str, int] | None = None

    def note_saved(self) -> None:
        """Remember the text as it is in the file now."""
        text = self.document.text_document
        self.saved = self.document.text(), text.availableUndoSteps()


class Session:
    """One start of the program: what belongs to its open texts."""

    def __init__(self, studio: Studio, window: QWidget, autosaves: Path) -> None:
        self.documents = Documents()
        self.files = DocumentFiles(studio, self.documents, window)
        self.autosave = Autosave(self.documents, autosaves)
        self.recovery = Recovery(
            studio, self.documents, self.autosave, self.files.opening, self.documents
        )
        self.outside = OutsideChanges(studio, self.documents, self.documents)
        self.files.new()

    def kill(self) -> None:
        """End as by SIGKILL: nothing is tidied up, and the system lets the lock go."""
        self.autosave._timer.stop()
        descriptor = self.autosave._lock._descriptor
        if descriptor is not None:
            os.close(descriptor)


class DocumentMachine(RuleBasedStateMachine):
    """A person, other programs, and the accidents between them."""

    def __init__(self) -> None:
        super().__init__()
        self._work = Path(tempfile.mkdtemp(prefix="documents-"))
        os.environ["ABCSTUDIO_HOME"] = str(self._work / "home")
        self._studio = Studio(Settings(theme="light", language="en"))
        self._studio.notice_requested.connect(self._on_notice)
        self._window = QWidget()
        module: Any = saving
        self._real_dialog = module.QFileDialog
        module.QFileDialog = self
        self._answer_closing_dialogs()
        self._answer, self._goal, self._asked = 0, "", 0
        self._offers: list[Notice] = []
        self._count = 0
        self._waiting: set[str] = set()
        self._texts: dict[int, Text] = {}
        self._start()

    def teardown(self) -> None:
        """Leave nothing behind."""
        self._session.autosave.close(keep_copies=False)
        self._studio.shut_down()
        module: Any = saving
        module.QFileDialog = self._real_dialog
        other: Any = closing
        other.ClosingDialog = ClosingDialog
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for name in NAMES:
            self._set_mode(name, 0o644)
        shutil.rmtree(self._work)

    # The person

    @rule()
    def open_new(self) -> None:
        """Begin a text."""
        self._do("new", self._session.files.new)

    @rule(name=names)
    def open_file(self, name: str) -> None:
        """Open a file, or show it where it is open."""
        if self._path(name).exists():
            self._do("open", lambda: self._session.files.open_path(self._path(name)))

    @rule(which=whiches, place=places)
    def type_word(self, which: int, place: float) -> None:
        """Type a word that occurs nowhere else."""
        self._type(self._text(which), place)

    @rule(which=whiches, place=places)
    def type_on(self, which: int, place: float) -> None:
        """Type several: people type more than they do anything else."""
        for _ in range(3):
            self._type(self._text(which), place)

    def _type(self, text: Text, place: float) -> None:
        self._count += 1
        word = f"w{self._count:04d}"
        cursor = QTextCursor(text.document.text_document)
        cursor.setPosition(round(place * len(text.document.text())))
        self._do("type", lambda: cursor.insertText(f" {word} "))
        # Typed into a word, it makes two of it: what is left of that one counts no more.
        text.words &= self._words_in(text.document.text())
        text.words.add(word)
        text.known.add(word)

    @rule(which=whiches, back=st.booleans())
    def undo_or_redo(self, which: int, back: bool) -> None:
        """Take a step back, or forward again."""
        text = self._text(which)
        document = text.document.text_document
        self._do("undo" if back else "redo", document.undo if back else document.redo)
        text.words = self._words_in(text.document.text()) & text.known
        if text.saved is None:
            return
        now = text.document.text()
        if now != text.saved[0]:
            assert text.document.is_modified, "an edited text does not count as modified"
        elif document.availableUndoSteps() == text.saved[1] and text.document.path is not None:
            is_there = text.document.path.exists()
            assert not (is_there and text.document.is_modified), "undone, and still modified"

    @rule(which=whiches, answer=answers, goal=names, fails=st.none() | st.integers(0, 12))
    def save(self, which: int, answer: int, goal: str, fails: int | None) -> None:
        """Save, perhaps on a disk that fails."""
        text = self._text(which)
        self._saving("save", [text], answer, goal, self._session.files.save, fails)

    @rule(which=whiches, answer=answers, goal=names)
    def save_as(self, which: int, answer: int, goal: str) -> None:
        """Save under another name."""
        text = self._text(which)
        self._saving("save as", [text], answer, goal, self._session.files.save_as, None)

    @rule(which=whiches, answer=answers, goal=names)
    def close(self, which: int, answer: int, goal: str) -> None:
        """Take a text off the list."""
        text = self._text(which)
        is_only_here = self._is_only_here(text)
        needed = text.document.needs_saving or is_only_here
        words = set(text.words)
        with self._answers(answer, goal):
            self._do("close", lambda: self._session.files.close(text.document), text)
        if text.document not in list(self._session.documents):
            assert self._asked or not is_only_here, "closed unasked, and its file is gone"
            if not needed or answer == 0:
                self._expect_on_disk(words if needed else words - self._lost_to_others(text))
            self._texts.pop(text.document.key, None)
            self._take_in()

    @rule(answer=answers, goal=names)
    def quit(self, answer: int, goal: str) -> None:
        """Close the window."""
        texts = list(self._texts.values())
        are_only_here = any(self._is_only_here(text) for text in texts)
        unsaved = {word for text in texts if text.document.needs_saving for word in text.words}
        with self._answers(answer, goal):
            may_close = self._saving_all(texts)
        if not may_close:
            return
        assert self._asked or not are_only_here, "closed unasked, and a file is gone"
        if answer == 0:
            self._expect_on_disk(unsaved)
        self._session.autosave.close(keep_copies=False)
        self._start()

    @rule()
    def come_back_and_load(self) -> None:
        """Come back to the window and take what it offers."""
        self._offers.clear()
        self._do("look", self._session.outside.look)
        for offer in [each for each in self._offers if each.action_text == "Load it"]:
            assert offer.action is not None
            self._do("load", offer.action)
        for text in self._texts.values():
            self._keep_what_is_left(text)
            if not text.document.is_modified and text.document.path is not None:
                text.note_saved()

    # Others

    @rule(name=names, replaces=st.booleans())
    def outside_change(self, name: str, replaces: bool) -> None:
        """Let another program write a word of its own."""
        path = self._path(name)
        self._count += 1
        word = f"o{self._count:04d}"
        old = "" if replaces or not path.exists() else path.read_text(encoding="utf-8")
        self._set_mode(name, 0o644)
        self._do("outside", lambda: path.write_text(f"{old} {word} \n", encoding="utf-8"))

    @rule(name=names)
    def outside_delete(self, name: str) -> None:
        """Let another program delete a file."""
        self._do("delete", lambda: self._path(name).unlink(missing_ok=True))

    @rule(name=names, is_locked=st.booleans())
    def outside_lock(self, name: str, is_locked: bool) -> None:
        """Let somebody make a file read-only, or writable again."""
        self._do("lock", lambda: self._set_mode(name, 0o444 if is_locked else 0o644))

    # Accidents

    @rule()
    def end_from_outside(self) -> None:
        """Let the system end the session: nobody is asked."""
        self._do("end", lambda: self._session.autosave.close(keep_copies=True))
        self._start(self._unsaved_words())

    @rule(is_safe=st.booleans())
    def kill(self, is_safe: bool) -> None:
        """Kill the program; what was typed in the last two seconds may be gone."""
        if is_safe:
            self._session.autosave.write()
        self._do("kill", self._session.kill)
        self._start(self._unsaved_words() if is_safe else set())

    @rule()
    def write_copies(self) -> None:
        """Let a second go by."""
        self._do("copy", self._session.autosave.write)

    @rule()
    def recover(self) -> None:
        """Open what is offered."""
        offered = {word for lost in self._lost() for word in self._words_in(lost)}
        self._do("recover", self._session.recovery.recover)
        found = {w for d in self._session.documents for w in self._words_in(d.text())}
        assert offered <= found, f"offered and not recovered: {offered - found}"
        for text in self._texts.values():
            self._keep_what_is_left(text)
            words = self._words_in(text.document.text()) & (self._waiting | offered)
            text.words |= words
            if words:
                text.saved = None
        self._waiting -= found

    # What must be so

    @invariant()
    def words_are_where_they_were_left(self) -> None:
        """Find every word that counts."""
        opened = list(self._session.documents)
        for text in self._texts.values():
            if text.document not in opened:
                assert not text.words, f"gone with its text: {text.words}"
                continue
            missing = text.words - self._words_in(text.document.text())
            assert not missing, f"gone from the text: {missing}"
        missing = self._waiting - self._words_on_disk() - {
            word for lost in self._lost() for word in self._words_in(lost)
        }  # fmt: skip
        assert not missing, f"neither in a file nor offered: {missing}"

    # Doing it

    def _start(self, waiting: set[str] | None = None) -> None:
        """Start the program again; what the last session left unsaved waits to be offered."""
        rules_run["start"] += 1
        self._waiting |= waiting or set()
        self._texts = {}
        self._session = Session(self._studio, self._window, self._work / "autosave")
        self._session.files.ask = self._ask  # type: ignore[method-assign, assignment]
        self._take_in()

    def _do(self, name: str, action: Callable[[], Any], closing: Text | None = None) -> Any:
        """Do one thing; what other programs do to files is nobody's loss of the person's."""
        rules_run[name] += 1
        before = self._words_on_disk()
        result = action()
        if name in ("outside", "delete"):
            self._waiting -= before - self._words_on_disk() - self._words_offered()
        self._take_in()
        return result

    def _saving(
        self, name: str, texts: list[Text], answer: int, goal: str,
        save: Callable[[Document], bool], fails: int | None,
    ) -> None:  # fmt: skip
        (text,) = texts
        before, locked = self._state_of_files()
        shown = text.document.text()
        with self._answers(answer, goal), self._failing(fails):
            is_saved = self._do(name, lambda: save(text.document))
        assert text.document.text() == shown, "saving changed the text"
        if is_saved:
            assert not text.document.is_modified
            self._expect_on_disk(text.words)
            text.note_saved()
        self._expect_no_overwriting(before, locked, text.known)

    def _saving_all(self, texts: list[Text]) -> bool:
        before, locked = self._state_of_files()
        may_close = bool(
            self._do("quit", lambda: self._session.files.may_close(list(self._session.documents)))
        )
        known = {word for text in texts for word in text.known}
        self._expect_no_overwriting(before, locked, known)
        for text in texts:
            if not text.document.needs_saving:
                text.note_saved()
        return may_close

    def _state_of_files(self) -> tuple[dict[str, set[str]], dict[Path, bytes]]:
        """Return the words of each file, and all of those that may only be read."""
        paths = [path for path in map(self._path, NAMES) if path.exists()]
        locked = {path: path.read_bytes() for path in paths if not path.stat().st_mode & 0o222}
        return {name: self._words_of(name) for name in NAMES}, locked

    def _expect_no_overwriting(
        self, before: dict[str, set[str]], locked: dict[Path, bytes], known: set[str]
    ) -> None:
        """Expect that words went from files only if the person has seen them, or was asked."""
        for path, data in locked.items():
            assert path.read_bytes() == data, f"read-only, and written: {path.name}"
        for name, words in before.items():
            gone = words - self._words_of(name) - known
            assert not gone or self._asked, f"overwritten unasked in {name}: {gone}"

    def _expect_on_disk(self, words: set[str]) -> None:
        missing = words - self._words_on_disk()
        assert not missing, f"saved, and in no file: {missing}"

    def _take_in(self) -> None:
        """Get to know the documents that are new, and forget those that gave way."""
        opened = list(self._session.documents)
        for document in opened:
            if document.key not in self._texts:
                text = Text(document, known=self._words_in(document.text()))
                if document.path is not None:
                    text.note_saved()
                self._texts[document.key] = text
        for key, text in list(self._texts.items()):
            if text.document not in opened and not text.words:
                del self._texts[key]

    def _text(self, which: int) -> Text:
        texts = list(self._texts.values())
        return texts[which % len(texts)]

    def _is_only_here(self, text: Text) -> bool:
        """Return whether no file holds a text any more."""
        path = text.document.path
        return bool(text.words) and path is not None and not path.exists()

    def _unsaved_words(self) -> set[str]:
        texts = self._texts.values()
        return {word for text in texts if text.document.needs_saving for word in text.words}

    def _keep_what_is_left(self, text: Text) -> None:
        """Count what is in a text after another one took its place by choice."""
        words = self._words_in(text.document.text())
        text.words &= words
        text.known |= words

    def _lost_to_others(self, text: Text) -> set[str]:
        """Return the words of a text, saved long ago, that another program took from its file."""
        return text.words - self._words_on_disk()

    def _path(self, name: str) -> Path:
        return self._work / name

    def _set_mode(self, name: str, mode: int) -> None:
        if self._path(name).exists():
            self._path(name).chmod(mode)

    def _words_in(self, text: str) -> set[str]:
        return {word for word in text.split() if word[:1] in "wo" and word[1:].isdigit()}

    def _words_of(self, name: str) -> set[str]:
        path = self._path(name)
        return self._words_in(path.read_text(encoding="utf-8")) if path.exists() else set()

    def _words_on_disk(self) -> set[str]:
        return {word for path in self._work.glob("*.abc") for word in self._words_of(path.name)}

    def _lost(self) -> list[str]:
        left = self._session.autosave.left_behind()
        lost = read_lost_texts(left, {})
        return [text.text for text in lost.texts]

    def _words_offered(self) -> set[str]:
        return {word for lost in self._lost() for word in self._words_in(lost)}

    # Answering

    @contextmanager
    def _answers(self, answer: int, goal: str) -> Iterator[None]:
        self._answer, self._goal, self._asked = answer, str(self._path(goal)), 0
        yield

    @contextmanager
    def _failing(self, number: int | None) -> Iterator[None]:
        """Let one call of a save fail."""
        count = 0

        def listen(point: Point) -> None:
            nonlocal count
            if point.moment != "after" and point.call != "close":
                count += 1
                if count == (number or 0) + 1:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        with nullcontext() if number is None else Calls(listen).installed():
            yield

    def _ask(self, _question: str, _details: str, verbs: list[str], default: int = 0) -> int:
        del default  # Who answers here has read the verbs.
        self._asked += 1
        # A person who is asked too often gives up.
        return len(verbs) - 1 if self._asked > 4 else min(self._answer, len(verbs) - 1)

    def _answer_closing_dialogs(self) -> None:
        machine = self

        class Answered(ClosingDialog):
            def exec(self) -> int:
                self.folder = machine._work
                verbs = [self.DialogCode.Accepted, self.DISCARDED, self.DialogCode.Rejected]
                return int(verbs[machine._ask("", "", [str(verb) for verb in verbs])])

        module: Any = closing
        module.ClosingDialog = Answered

    def getSaveFileName(self, *_arguments: Any) -> tuple[str, str]:  # noqa: N802  Qt's name
        """Answer the file dialog; agreeing to a name that is taken is a choice."""
        goal, self._goal = self._goal, ""
        if goal:
            self._asked += 1
        return goal, ""

    def _on_notice(self, notice: Notice) -> None:
        self._offers.append(notice)


def run_sequences(sequences: int, steps: int = STEPS) -> None:
    """Run so many sequences; the same each time."""
    run_state_machine_as_test(
        DocumentMachine,
        settings=settings(
            max_examples=sequences, stateful_step_count=steps, deadline=None, database=None,
            derandomize=True, print_blob=False, suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
        ),
    )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sequences", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=STEPS, help="of each sequence, at most")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from abcstudio.app import make_application

    make_application()
    began = time.monotonic()
    failure = ""
    try:
        run_sequences(options.sequences, options.steps)
    except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
        failure = traceback.format_exc()
    result = {
        "passed": not failure,
        "sequences": options.sequences,
        "done": dict(rules_run.most_common()),
        "failure": failure,
        "seconds": round(time.monotonic() - began, 1),
    }
    print(json.dumps(result, indent=1))
    return 0 if not failure else 1


if __name__ == "__main__":
    sys.exit(main())
