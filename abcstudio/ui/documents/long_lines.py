"""Lines so long that Qt may break them anywhere.

Broken between words only, a word of a million characters takes Qt minutes to lay out: for each line
on the screen it looks through the rest of the word.
"""

from PySide6.QtGui import QTextDocument, QTextOption

ANYWHERE = QTextOption.WrapMode.WrapAnywhere
BETWEEN_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
LONG_LINE = 10_000
"""Up to how many characters a line is broken between words; it takes a hundredth of a second."""


def has_long_line(document: QTextDocument, place: int, length: int) -> bool:
    """Return whether one of the lines in some of a text is a long one."""
    block = document.findBlock(place)
    if length <= LONG_LINE:
        last = document.findBlock(place + length)
        return max(block.length(), last.length()) > LONG_LINE
    while block.isValid() and block.position() <= place + length:
        if block.length() > LONG_LINE:
            return True
        block = block.next()
    return False


def break_anywhere(document: QTextDocument) -> None:
    """Let the lines of a text be broken anywhere."""
    option = document.defaultTextOption()
    option.setWrapMode(ANYWHERE)
    document.setDefaultTextOption(option)
