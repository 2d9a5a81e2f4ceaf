"""A file that was read, or a text without one, ready to be shown by a document."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.edited_tunebook import EditedTunebook
from abcstudio.files import TextFile, read_text_file
from abcstudio.ui.documents.editor_text import EditorText
from abcstudio.ui.documents.long_lines import LongLineError, is_too_long

MAX_FILE_BYTES = 5_000_000
"""The largest text that is edited here: with it each key is still on the screen within 50 ms.

It is four times the tunebook in the box. Larger ones are collections of tunes, which the first page
searches, plays and opens tune by tune.
"""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A file, or a text without one, as it was read in the background.

    Attributes:
        path: The file, None for a text without one.
        original: Its text, as the editor shows it and as the file has it.
        book: Its tunes.
    """

    path: Path | None
    file: TextFile
    original: EditorText
    book: EditedTunebook

    @classmethod
    def of(cls, path: Path) -> "ReadText":
        """Read a file.

        Raises:
            OSError: It cannot be read.
            LongLineError: One of its lines is too long.
        """
        return cls.of_file(path, read_text_file(path, MAX_FILE_BYTES))

    @classmethod
    def of_file(cls, path: Path, file: TextFile) -> "ReadText":
        """Take a file whose bytes have been decoded.

        Raises:
            LongLineError: One of its lines is too long.
        """
        original = EditorText.of(file.text)
        if is_too_long(original.shown):
            raise LongLineError(path)
        return cls(path, file, original, EditedTunebook(original.shown))

    @classmethod
    def of_text(cls, text: str) -> "ReadText":
        """Take a text that no file holds."""
        original = EditorText.of(text)
        return cls(None, TextFile(text), original, EditedTunebook(original.shown))

    def with_tunes_of(self, text: str) -> tuple[str, EditedTunebook]:
        """Return how another text is shown in its place, and the tunes of that."""
        _, shown = self.original.for_other(text)
        return shown, EditedTunebook(shown)
