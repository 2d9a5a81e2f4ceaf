"""Lines so long that Qt breaks them anywhere, and lines that are too long for it.

Broken between words only, a word of a million characters takes Qt minutes to lay out: for each line
on the screen it looks through the rest of the word. However it is broken, a line is laid out as a
whole after each key in it: half a second for two megabytes.
"""

from PySide6.QtGui import QTextDocument, QTextOption

from abcstudio.errors import TextFileError

ANYWHERE = QTextOption.WrapMode.WrapAnywhere
BETWEEN_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
LONG_LINE = 10_000
"""Up to how many characters a line is broken between words; it takes a hundredth of a second."""
MOST_IN_LINE = 100_000
"""The longest line that is edited here: with it each key is still on the screen within 50 ms."""


class LongLineError(TextFileError):
    """A text has a line that is too long to be edited."""

    def __init__(self, name: object) -> None:
        super().__init__("file.long_line", path=name, limit=MOST_IN_LINE)


def is_too_long(text: str, before: int = 0, after: int = 0, most: int = MOST_IN_LINE) -> bool:
    """Return whether a text has a line that is too long to be edited.

    Args:
        text: Any text.
        before: Characters that stand before it in its first line.
        after: Characters that stand behind it in its last line.
        most: The characters of the longest line that is not.
    """
    start, whole = -before, len(text)
    while whole + after - start > most:
        # From the far end: most lines are short, so few of them are looked at.
        end = text.rfind("\n", max(0, start), max(0, start + most + 1))
        if end < 0:
            return True
        start = end + 1
    return False


def is_too_long_in(text: str, start: int, end: int, words: str) -> bool:
    """Return whether words in the place of some of a text make a line that is too long."""
    line_end = text.find("\n", end)
    after = (len(text) if line_end < 0 else line_end) - end
    return is_too_long(words, start - text.rfind("\n", 0, start) - 1, after)


def end_of_piece(text: str, start: int, count: int) -> int:
    """Return where a piece of some characters of a text ends, which goes on to the end of its line.

    A line that comes in several pieces is laid out anew for each of them.
    """
    end = text.find("\n", start + count - 1)
    return len(text) if end < 0 else end + 1


def longest_line(document: QTextDocument, place: int, length: int) -> int:
    """Return the characters of the longest of the lines in some of a text."""
    block = document.findBlock(place)
    longest = 0
    while block.isValid() and block.position() <= place + length:
        units = block.length() - 1
        # Some characters take two units.
        longest = max(longest, units if units <= MOST_IN_LINE else len(block.text()))
        block = block.next()
    return longest


def break_anywhere(document: QTextDocument) -> None:
    """Let the lines of a text be broken anywhere."""
    _break(document, ANYWHERE)


def break_between_words(document: QTextDocument) -> None:
    """Let the lines of a text be broken between words, and within a word that is too long."""
    _break(document, BETWEEN_WORDS)


def _break(document: QTextDocument, mode: QTextOption.WrapMode) -> None:
    option = document.defaultTextOption()
    option.setWrapMode(mode)
    document.setDefaultTextOption(option)
