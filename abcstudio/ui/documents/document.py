"""One text of the composer: where it comes from, its undo history, and saving it byte for byte.

Over 400 lines: text, file and undo of a document are one state, and its promises span them.
"""

import itertools
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from abcstudio.composing.authors import FROM_FILE, PERSON
from abcstudio.corpus.edited_tunebook import EditedTunebook
from abcstudio.errors import TextFileError
from abcstudio.files import TextFile, atomic_write, fingerprint
from abcstudio.guarded_files import is_there, read_bytes
from abcstudio.ui.documents.editor_text import (
    EditorText,
    common_length,
    common_tail,
    to_position,
)
from abcstudio.ui.documents.known_text import MOST_ADDED, KnownText
from abcstudio.ui.documents.large_changes import AT_ONCE, LargeChanges
from abcstudio.ui.documents.long_lines import (
    LONG_LINE,
    MOST_IN_LINE,
    LongLineError,
    break_anywhere,
    break_between_words,
    end_of_piece,
    is_too_long,
    is_too_long_in,
    longest_line,
)
from abcstudio.ui.documents.origins.read_text import MAX_FILE_BYTES, ReadText
from abcstudio.ui.documents.origins.text_authors import TextAuthors
from abcstudio.ui.documents.origins.text_provenance import TextProvenance
from abcstudio.ui.documents.redo_places import RedoPlaces
from abcstudio.ui.documents.written_text import insert, insert_last
from abcstudio.ui.look.plain_text import cut, one_line
from abcstudio.ui.look.theme import editor_font

_keys = itertools.count(1)


class Document(QObject):
    """A text with its own undo history: a file, a new tune or a take.

    Attributes:
        provenance: Whether it is a take, and how it was composed.
        taken: How many characters of what was read have been taken.
        stands_apart: It was recovered beside an open text of the same file or take.
        has_long_line: It has had a line so long that its lines are broken anywhere.
        redo_places: What was selected before and after each change.
        known: The text as it is kept.
        large: Changes of much of it, which are made in pieces.
        authors: Who wrote each of its characters.

    Signals:
        changed: Its name, its path, its kept or its modified mark changed.
        edited: Its text changed.
        line_outgrown: A change that no gate foresaw made a line too long to be edited.
    """

    changed = Signal()
    edited = Signal()
    line_outgrown = Signal()

    def __init__(
        self,
        name: str,
        text: str = "",
        parent: QObject | None = None,
        *,
        is_welcome: bool = False,
    ) -> None:
        super().__init__(parent)
        self.key = next(_keys)
        self.provenance = TextProvenance()
        self.stands_apart = False
        self._title = ""
        self._name = name
        self._path: Path | None = None
        self._file = TextFile(text)
        self._tried: bytes | None = None
        self._lost_its_file = False
        self._original = EditorText.of(text)
        self._awaited: ReadText | None = None
        self.taken = 0
        self._kept = False
        self._is_welcome = is_welcome
        self._is_composing = False
        self.has_long_line = False
        self.text_document = QTextDocument(self)
        self.redo_places = RedoPlaces(self.text_document)
        self.text_document.setDocumentLayout(QPlainTextDocumentLayout(self.text_document))
        # As the editor shows it: every change of these goes through all lines there are.
        self.text_document.setDefaultFont(editor_font())
        break_between_words(self.text_document)
        # Connected before all others: every later subscriber reads the new text.
        self.known = KnownText(self.text_document)
        self.large = LargeChanges(self.text_document, self.known)
        self.authors = TextAuthors(self.text_document, self.known, self.large)
        # Before the lines are laid out, which comes after this.
        self.text_document.contentsChange.connect(self._on_lines_changed)
        self.text_document.setUndoRedoEnabled(False)
        insert(QTextCursor(self.text_document), self._original.shown)
        self.authors.write_as(PERSON)
        self.text_document.setUndoRedoEnabled(True)
        self.text_document.setModified(False)
        self.large.modified_changed.connect(self.changed)
        self.large.edited.connect(self.edited)

    @classmethod
    def read(cls, path: Path) -> "Document":
        """Open a file.

        Raises:
            OSError: The file cannot be read.
            LongLineError: One of its lines is too long.
        """
        document = cls.awaiting(ReadText.of(path))
        while document.take_more(MOST_ADDED):
            pass
        return document

    @classmethod
    def awaiting(cls, read: ReadText, name: str = "") -> "Document":
        """Make the document of a text that has been read; it comes by `take_more`."""
        document = cls(name if read.path is None else read.path.name)
        document._path, document._file = read.path, read.file
        document._original, document._awaited = read.original, read
        document.text_document.setUndoRedoEnabled(False)
        return document

    def take_more(self, count: int) -> bool:
        """Take about so many more characters of what was read; return whether there are more.

        Qt needs half a second for a text of megabytes, which is too long for the window.
        """
        read = self._awaited
        if read is None:
            return False
        # What was taken is not put together again and again.
        self.known.forget()
        cursor = QTextCursor(self.text_document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        shown = read.original.shown
        end, place = end_of_piece(shown, self.taken, count), cursor.position()
        with self.authors.writing(FROM_FILE):
            insert(cursor, shown[self.taken : end])
        _make_layouts(self.text_document, place)
        self.taken = end
        if self.taken < len(shown):
            return True
        self._awaited = None
        self.known.take(shown, read.book)
        self.text_document.setUndoRedoEnabled(True)
        self.text_document.setModified(False)
        return False

    @property
    def name(self) -> str:
        """What the person sees: the file's name, else the name it was made with."""
        return self._path.name if self._path else self._name

    @property
    def file(self) -> TextFile:
        """The text as it is on disk, with its encoding."""
        return self._file

    @property
    def label(self) -> str:
        """Its name in the window.

        A file by its name, a take by its number and its title, another text by its title; one that
        stands apart by the name that tells it from its twin.
        """
        if self._path is not None or self.stands_apart:
            return one_line(self.name)
        return one_line(label_of(self._name, self._title, is_take=self.is_take))

    @property
    def title(self) -> str:
        """The title of its first tune, "" while it is not known."""
        return self._title

    def set_title(self, title: str, *, name: str = "") -> None:
        """Take the title of its first tune, and another name where one is given."""
        title, name = cut(title), name or self._name
        if (title, name) != (self._title, self._name):
            self._title, self._name = title, name
            self.changed.emit()

    @property
    def is_take(self) -> bool:
        """Whether it lives in the list of takes: it was composed and has no file."""
        return self.provenance.take_number > 0 and self._path is None

    @property
    def path(self) -> Path | None:
        """Its file, None before it is saved for the first time."""
        return self._path

    @property
    def is_kept(self) -> bool:
        """Whether the person marked it as worth keeping."""
        return self._kept

    @property
    def is_composing(self) -> bool:
        """Whether its characters still arrive."""
        return self._is_composing

    @property
    def is_modified(self) -> bool:
        """Whether the text differs from what was saved, or from what was composed."""
        is_modified = self.text_document.isModified() or self._lost_its_file
        return is_modified and not self._is_composing

    @property
    def needs_saving(self) -> bool:
        """Whether closing it would lose something that the person wrote or marked."""
        is_only_here = self._path is None and not self.provenance.history_key
        return self.is_modified or (self._kept and is_only_here)

    @property
    def is_welcome(self) -> bool:
        """Whether it is the tune that the studio brought, as it brought it."""
        return self._is_welcome and self.is_untouched

    @property
    def is_untouched(self) -> bool:
        """Whether it is empty or the welcome, has no file and nothing to undo or redo."""
        document = self.text_document
        return (
            self._path is None
            and (document.isEmpty() or self._is_welcome)
            and not self._kept
            and not document.isUndoAvailable()
            and not document.isRedoAvailable()
            and not self.is_modified
        )

    def text(self) -> str:
        r"""Return the text; lines end in `\n`. A change in pieces is made to its end first."""
        self.large.finish()
        return self.known.text()

    def book(self) -> EditedTunebook:
        """Return the tunes of the text; they follow it while it is edited."""
        self.large.finish()
        return self.known.book()

    @property
    def private_block(self) -> int:
        """Where the characters begin that stand for odd bytes of its file; 0 for none."""
        return self._original.private_block

    def set_kept(self, kept: bool) -> None:
        """Mark it as worth keeping, or not."""
        if kept != self._kept:
            self._kept = kept
            self.changed.emit()

    def stand_apart(self, name: str) -> None:
        """Be a text of its own from now on, which keeps this name whatever its title is.

        Its file or its place among the takes stays another's.
        """
        self._path, self._name, self.stands_apart = None, name, True
        self.provenance.take_number, self.provenance.history_key = 0, ""
        self.changed.emit()

    def replace_text(self, text: str) -> None:
        """Put another text in its place as one undo step, touching only what differs.

        Where that is much, it comes in pieces: `large.when_whole` does what is to follow.

        Raises:
            LongLineError: A line would be too long to be edited; the text stays.
        """
        old = self.text()
        if text == old:
            return
        head = common_length(old, text)
        tail = common_tail(old, text, min(len(old), len(text)) - head)
        self._replace(head, len(old) - tail, text[head : len(text) - tail])

    def replace_part(self, start: int, end: int, text: str, *, joins: bool = False) -> None:
        """Put another text in the place of some characters, as `replace_text` does.

        Args:
            start: Where they begin.
            end: Where they end.
            text: The other text.
            joins: It is undone together with the change before it.

        Raises:
            LongLineError: A line would be too long to be edited; the text stays.
        """
        old = self.text()[start:end]
        head = common_length(old, text)
        tail = common_tail(old, text, min(len(old), len(text)) - head)
        if text != old:
            changed = text[head : len(text) - tail]
            self._replace(start + head, end - tail, changed, joins=joins)

    def begin_composing(self) -> None:
        """Make ready for arriving characters; they leave no undo steps."""
        self._is_composing = True
        self.text_document.setUndoRedoEnabled(False)
        # What arrives makes no text a modified one.
        self.large.modified_changed.disconnect(self.changed)
        self.changed.emit()

    def append_characters(self, text: str, *, taken_back: int = 0) -> None:
        """Add characters that have arrived, in place of some of the last that did."""
        cursor = QTextCursor(self.text_document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if taken_back:
            now = self.text()
            start = to_position(now, len(now) - taken_back)
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        insert(cursor, text)

    def end_composing(self, text: str | None = None) -> None:
        """End the composing; `text` is the whole take, where the engine gives it."""
        if text is not None and text != self.text():
            # Only what differs is touched: the text does not jump under the person's eyes.
            self.replace_text(text)
        self._is_composing = False
        self._original = EditorText.of(self.text())
        self.text_document.setUndoRedoEnabled(True)
        self.text_document.setModified(False)
        self.large.modified_changed.connect(self.changed)
        self.changed.emit()

    def save(self, path: Path | None = None, *, encoding: str | None = None) -> None:
        """Write the text to its file or to another one, in the encoding that it came with.

        Raises:
            OSError: The file cannot be written; the text stays as it is, and modified.
            TextFileError: The file's encoding has no bytes for a character.
        """
        target = path or self._path
        if target is None:
            raise TextFileError("file.unwritable_new", path=self._name, reason="?")
        shown = self.text()
        restored = self._original.restored(shown)
        file = TextFile(restored, encoding) if encoding else self._file.with_text(restored)
        try:
            data = file.to_bytes()
        except UnicodeEncodeError as error:
            raise TextFileError(
                "file.unencodable",
                path=target,
                encoding=file.encoding,
                character=restored[error.start],
                line=restored.count("\n", 0, error.start) + 1,
            ) from error
        # Should the last step fail, the new bytes may be there all the same, and are ours.
        self._tried = data
        atomic_write(target, data)
        self._path, self._file = target, file
        self._lost_its_file, self.provenance.made_from = False, ""
        self._original = EditorText(shown, restored, self._original.private_block)
        self.text_document.setModified(False)
        self.changed.emit()

    def was_changed_outside(self) -> bool:
        """Return whether its file no longer holds what was read from it or written to it last.

        A recovered text was read from it by an earlier session. A file that is gone holds nothing
        that could be lost; one that cannot be read might.
        """
        if self._path is None:
            return False
        made_from = self.provenance.made_from
        ours = [] if made_from else [self._file.to_bytes()]
        if self._tried is not None:
            ours.append(self._tried)
        # Of a file that is larger than ours nothing needs to be read.
        limit = MAX_FILE_BYTES if made_from else max(map(len, ours))
        try:
            data = read_bytes(self._path, limit)
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True
        return data not in ours and fingerprint(data) != made_from

    def take_read(self, read: ReadText, *, can_be_undone: bool = True) -> None:
        """Take what its file holds now, as one step that can be undone, or as a new beginning."""
        with self.authors.writing(FROM_FILE):
            self.replace_text(read.original.shown)

        def note() -> None:
            self._file, self._original = read.file, read.original
            self._lost_its_file, self.provenance.made_from = False, ""
            if not can_be_undone:
                self.text_document.clearUndoRedoStacks()
            self.text_document.setModified(False)
            self.changed.emit()

        self.large.when_whole(note)

    def note_missing_file(self) -> bool:
        """Count as modified when its file is gone; return whether it is."""
        is_missing = self._path is not None and not is_there(self._path)
        if is_missing and not self._lost_its_file:
            self._lost_its_file = True
            self.changed.emit()
        return is_missing

    def recover(self, text: str) -> None:
        """Take over a text that an earlier session could not save; it counts as modified."""
        for _ in self.recover_in_pieces(text):
            pass

    def recover_in_pieces(
        self, text: str, known: tuple[str, EditedTunebook] | None = None
    ) -> Iterator[int]:
        """Take over such a text piece by piece, as one undo step; yield how much has come.

        Before a text without a file there is nothing that undo could bring back.

        Args:
            text: The text.
            known: The text as it is shown then, and its tunes, where they are known.
        """
        self._original, shown = self._original.for_other(text)
        old = self.text()
        can_be_undone = bool(old) or self._path is not None
        if not can_be_undone:
            self.text_document.setUndoRedoEnabled(False)
        head = common_length(old, shown)
        tail = common_tail(old, shown, min(len(old), len(shown)) - head)
        if shown != old:
            start, end = to_position(old, head), to_position(old, len(old) - tail)
            coming, place = shown[head : len(shown) - tail], start
            self.authors.write_as(FROM_FILE)
            for come in self.large.replacing(start, end, coming):
                reached = start + to_position(coming, come)
                _make_layouts(self.text_document, place, reached)
                place = reached
                yield come
            self.authors.write_as(PERSON)
        if known is not None and known[0] == shown:
            self.known.take(*known)
        if not can_be_undone:
            self.text_document.setUndoRedoEnabled(True)
        self.text_document.setModified(True)
        self.changed.emit()

    def _replace(self, start: int, end: int, text: str, *, joins: bool = False) -> None:
        old, cursor = self.text(), QTextCursor(self.text_document)
        if is_too_long_in(old, start, end, text):
            raise LongLineError(self.name)
        first, last = to_position(old, start), to_position(old, end)
        if last - first + len(text) > AT_ONCE and self.text_document.isUndoRedoEnabled():
            self.large.replace(first, last, text)
            return
        # Undo puts the caret where this cursor stands when the block begins.
        _, caret = self.redo_places.selection
        cursor.setPosition(min(caret, self.text_document.characterCount() - 1))
        begin = cursor.joinPreviousEditBlock if joins else cursor.beginEditBlock
        begin()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        insert_last(cursor, text)
        cursor.endEditBlock()

    def _on_lines_changed(self, place: int, _removed: int, added: int) -> None:
        """Break long lines anywhere; a line that no gate kept short is to be taken back."""
        if added <= MOST_ADDED:
            longest = longest_line(self.text_document, place, added)
            is_long, is_outgrown = longest > LONG_LINE, longest > MOST_IN_LINE
        else:
            # To go through all blocks of a large text takes ten times as long.
            text = self.known.text()
            is_long, is_outgrown = is_too_long(text, most=LONG_LINE), is_too_long(text)
        if is_long and not self.has_long_line:
            self.has_long_line = True
            break_anywhere(self.text_document)
        if is_outgrown and not self.large.is_busy:
            self.line_outgrown.emit()


def _make_layouts(document: QTextDocument, place: int, end: int | None = None) -> None:
    """Make the layouts of the lines between two places, which an editor makes all in one go.

    For the 218,000 lines of 5 MB it takes a tenth of a second, in which the window stands still.
    """
    block = document.findBlock(place)
    while block.isValid() and (end is None or block.position() <= end):
        block.layout()
        block = block.next()


def label_of(name: str, title: str, *, is_take: bool) -> str:
    """Return what a text without a file is known by."""
    if title in ("", name):
        return name
    return (
        QCoreApplication.translate("Document", "{0}, {1}").format(name, title) if is_take else title
    )


def keep_open(document: Document) -> None:
    """Let the tab of a known tune stay when the next one is looked at."""
    document.provenance.is_preview = False
    document.changed.emit()


def is_locked(document: Document) -> bool:
    """Return whether a text may not be edited now: it is being composed, or changed in pieces."""
    return document.is_composing or document.large.is_busy
