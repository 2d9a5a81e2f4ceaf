"""Does a document give back every byte, and does a save that fails lose nothing?

Opens 2,000 files (encodings, line endings, last lines, odd contents) and saves them unedited: the
same bytes. Puts one character in: that difference and no other. Puts a character in that the file's
encoding lacks: the window must ask, and replace nothing. Then for k = 1, 2, ... the k-th open,
write, change of mode, fsync or rename of a save fails with ENOSPC, EIO and EACCES: the old file
must be whole, the text still unsaved, a sentence must name the file, no temporary file may be left,
and saving again must work unasked. The same on a disk that is really full, and on one that may only
be read; to mount these needs the right to.
Prints one JSON object; the exit code is 0 when all passed.

    python benchmarks/reliability/documents.py
    python benchmarks/reliability/documents.py --every 100      one file in a hundred
"""

import argparse
import errno
import hashlib
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from disks import full_disk, own_disk, read_only
from odd_files import odd_files
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from save_faults import Calls, Point

from abcstudio.app import make_application
from abcstudio.files import decode_text
from abcstudio.settings import Settings
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.editor_text import to_position
from abcstudio.ui.services.studio import Notice, Studio

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
UNENCODABLE = ("Є", "𝄞", "\u0301")
OLD_TUNE = "X:1\r\nT:Café\r\nK:G\r\nGABc|\r\n".encode("cp1252")
MAX_FAILURES = 20


@dataclass
class Tally:
    """What was tried and what went wrong."""

    tried: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def expect(self, what: str, name: str, is_so: bool) -> None:
        """Count one promise, and note it when it was not kept."""
        self.tried[what] = self.tried.get(what, 0) + 1
        if not is_so:
            self.failures.append(f"{what}: {name}")


class Desk:
    """The window's commands on files, with a person who answers every question in one way."""

    def __init__(self) -> None:
        self.studio = Studio(Settings(theme="light", language="en"))
        self.notices: list[str] = []
        self.questions: list[str] = []
        self.answer = -1
        self.studio.notice_requested.connect(self._on_notice)
        self._window = QWidget()
        self.documents = Documents()
        self.files = DocumentFiles(self.studio, self.documents, self._window)
        self.files.ask = self._ask  # type: ignore[method-assign, assignment]
        self.files.new()

    def open(self, path: Path) -> Document:
        """Open a file as the person does."""
        self.files.open_path(path)
        return self.documents.current

    def shut_down(self) -> None:
        """End what runs in the background."""
        self.studio.shut_down()

    def _ask(self, question: str, _details: str, verbs: list[str]) -> int:
        self.questions.append(question)
        return self.answer % len(verbs)

    def _on_notice(self, notice: Notice) -> None:
        self.notices.append(notice.text)


def insert(document: Document, position: int, text: str) -> None:
    """Put something into a document's text, as typing does."""
    cursor = QTextCursor(document.text_document)
    cursor.setPosition(position)
    cursor.insertText(text)


def check_file(tally: Tally, name: str, data: bytes, path: Path, random: Random) -> None:
    """Open a file, save it as it is, put a character in and save it again."""
    path.write_bytes(data)
    document = Document.read(path)
    tally.expect("not modified by opening", name, not document.is_modified)
    document.save()
    same = hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(data).digest()
    tally.expect("the same bytes", name, same)
    text = document.text()
    sign = random.choice(("§", "Z", "\n"))
    insert(document, to_position(text, random.randint(0, len(text))), sign)
    document.save()
    tally.expect("one character's difference", name, _differs_by(sign, data, path.read_bytes()))
    document.deleteLater()


def _differs_by(sign: str, before: bytes, after: bytes) -> bool:
    """Return whether one sign was put in, in the file's own encoding, and nothing else."""
    encoding = decode_text(before).encoding
    # A new line takes the ending that the file uses most.
    written = ("\n", "\r\n", "\r", "\u2029") if sign == "\n" else (sign,)
    head = next(
        (i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other),
        min(len(before), len(after)),
    )
    for each in written:
        with suppress(UnicodeEncodeError):
            new = each.encode(encoding)
            for start in range(max(0, head - len(new)), head + 1):
                end = start + len(new)
                if after[start:end] == new and after[:start] + after[end:] == before:
                    return True
    return False


def check_unencodable(tally: Tally, desk: Desk, name: str, data: bytes, path: Path) -> None:
    """Put a character in that the file's encoding lacks, and save through the window."""
    path.write_bytes(data)
    if decode_text(data).encoding.startswith("utf"):
        return
    document = desk.open(path)
    desk.questions.clear()
    sign = UNENCODABLE[len(data) % len(UNENCODABLE)]
    insert(document, 0, sign)
    text = document.text()
    desk.answer = -1
    is_saved = desk.files.save(document)
    is_old = path.read_bytes() == data
    tally.expect("asks", name, bool(desk.questions) and not is_saved)
    tally.expect("keeps file and text", name, is_old and document.is_modified)
    tally.expect("replaces nothing", name, document.text() == text)
    desk.answer = 0
    is_saved = desk.files.save(document)
    again = Document.read(path)
    tally.expect("saves as UTF-8", name, is_saved and again.text() == text)
    desk.answer = 1
    desk.files.close(document)


def check_failing_calls(tally: Tally, desk: Desk, path: Path) -> None:
    """Let each call of a save fail, one after the other, in each way."""
    number = 0
    for error in ERRORS:
        for number in range(1000):
            if not _check_call(tally, desk, path, number, error):
                break
    tally.expect("a save has calls that can fail", "all", number >= 8)


def _check_call(tally: Tally, desk: Desk, path: Path, number: int, error: int) -> bool:
    """Let one call of a save fail; return whether there was such a call."""
    path.write_bytes(OLD_TUNE)
    document = desk.open(path)
    insert(document, 5, "é")
    text, new = document.text(), OLD_TUNE[:6] + b"\xe9" + OLD_TUNE[6:]
    failed: list[Point] = []
    count = 0
    here = threading.get_ident()

    def listen(point: Point) -> None:
        nonlocal count
        # The preferences are written meanwhile, by another thread.
        is_elsewhere = threading.get_ident() != here
        if point.moment == "after" or point.call == "close" or is_elsewhere:
            return
        count += 1
        if count == number + 1:
            failed.append(point)
            raise OSError(error, os.strerror(error))

    # What is new is the text: of a new folder the preferences would be written first.
    desk.studio.will_write_into(path.parent)
    desk.notices.clear()
    desk.questions.clear()
    with Calls(listen).installed():
        is_saved = desk.files.save(document)
    if not failed:
        desk.files.close(document)
        return False
    name = f"{failed[0]}, {errno.errorcode[error]}"
    found = path.read_bytes()
    # Once the name has changed hands, it is the new one that must be whole.
    is_whole = found == (new if failed[0].file == "folder" else OLD_TUNE)
    tally.expect("the file is whole", name, is_whole)
    tally.expect("the text is kept, unsaved", name, document.text() == text)
    tally.expect("the text counts as modified", name, document.is_modified and not is_saved)
    tally.expect("a sentence names the file", name, any(str(path) in n for n in desk.notices))
    tally.expect("no temporary file is left", name, not list(path.parent.glob(".*.tmp")))
    is_saved = desk.files.save(document)
    tally.expect("saving again works unasked", name, is_saved and not desk.questions)
    tally.expect("it is saved then", name, path.read_bytes() == new)
    desk.files.close(document)
    return True


def check_disks(tally: Tally, desk: Desk, work: Path) -> str:
    """Save on a full disk and on one that may only be read; return why that was not tried."""
    try:
        for kind in (full_disk, read_only):
            with own_disk(work / kind.__name__):
                _check_disk(tally, desk, work / kind.__name__, kind)
    except OSError as error:
        return f"No file system could be mounted here: {error.strerror}"
    return ""


def _check_disk(tally: Tally, desk: Desk, disk: Path, kind: Callable[[Path], Any]) -> None:
    path, name = disk / "tune.abc", kind.__name__
    path.write_bytes(OLD_TUNE)
    document = desk.open(path)
    insert(document, 0, "% long\n" * 3000)
    spoil, repair = kind(disk)
    spoil()
    desk.notices.clear()
    desk.answer = -1
    is_saved = desk.files.save(document)
    tally.expect("fails on a real disk", name, not is_saved and document.is_modified)
    tally.expect("the old file is whole", name, path.read_bytes() == OLD_TUNE)
    named = any(str(path) in n for n in desk.notices) or any(path.name in q for q in desk.questions)
    tally.expect("a sentence names the file", name, named)
    tally.expect("no temporary file is left", name, not list(disk.glob(".*.tmp")))
    repair()
    tally.expect("saving again works", name, desk.files.save(document) and not document.is_modified)
    desk.files.close(document)


def check_all(every: int, seed: int, work: Path) -> dict[str, Any]:
    """Check the files, the failing calls and the disks."""
    began = time.monotonic()
    make_application()
    desk, tally = Desk(), Tally()
    files = 0
    for name, data in odd_files(seed, every):
        files += 1
        random = Random(f"{seed}/{name}")
        check_file(tally, name, data, work / "file.abc", random)
        check_unencodable(tally, desk, name, data, work / "unencodable.abc")
    desk.answer = 1
    check_failing_calls(tally, desk, work / "tune.abc")
    skipped = check_disks(tally, desk, work)
    desk.shut_down()
    return {
        "passed": not tally.failures,
        "files": files,
        "promises_tried": tally.tried,
        "skipped": skipped,
        "failures": len(tally.failures),
        "first_failures": tally.failures[:MAX_FAILURES],
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1, help="one file in so many")
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as work:
        os.environ["ABCSTUDIO_HOME"] = str(Path(work) / "home")
        result = check_all(options.every, options.seed, Path(work))
    print(json.dumps(result, indent=1))
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
