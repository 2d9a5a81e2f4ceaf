"""What comes from a file or a person, shown as it is: nothing in it is markup or an access key.

Left to itself Qt guesses: a title with tags in it becomes a page of HTML, whose pictures it opens.
So every label is a `Label` and every message box a `MessageBox`, which never guess, and the style
sheet says the same of tooltips. In menus, tabs and buttons `&` marks an access key, and in a
window's title `[*]` the place of the star: what is not the program's own goes there through
`without_access_key` and `window_title`.

A name of a file, a run or a model may hold line breaks and other signs that are none to read:
what shows one on a line of its own takes it through `one_line`, which those two do too.

A title may be a line of megabytes, which Qt would measure and lay out whole: all that is shown is
cut here, by `cut` or by what calls it, and fitted into its room by `fitted`.
"""

import re
import textwrap

from PySide6.QtGui import QFontMetrics, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from typing_extensions import override

MOST_SHOWN = 4000
"""Characters of one text from elsewhere that are shown at most."""

_LINE = 72
# Control characters, and what parts lines or paragraphs.
_UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Half characters, and what turns the direction of all that follows, beyond the text itself.
_SHOWN = re.compile("[\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
# WORD JOINER: no width, no break.
_JOINER = "\u2060"


class Label(QLabel):
    """A label that takes no text for markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        super().setText(cut(text))


class MessageBox(QMessageBox):
    """A question or message that takes no text for markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @override
    def setText(self, text: str) -> None:
        super().setText(cut(text))

    @override
    def setInformativeText(self, text: str) -> None:
        super().setInformativeText(cut(text))


def one_line(words: str) -> str:
    """Return a name on one line: where a line would break, or a sign cannot be seen, is a blank."""
    return _UNREADABLE.sub(" ", cut(words))


def without_access_key(words: str) -> str:
    """Return words for a menu, a tab or a button that shows each `&` of them, on one line."""
    return one_line(words).replace("&", "&&")


def window_title(words: str) -> str:
    """Return words for the title of a window that shows each `[*]` of them, on one line."""
    return one_line(words).replace("[*]", "[*][*]")


def elided(words: str, most: int) -> str:
    """Return the beginning and the end of what is longer than so many characters."""
    if len(words) <= most:
        return words
    half = most // 2
    return f"{words[:half]}…{words[half + 1 - most :]}"


def cut(words: str) -> str:
    """Return words as they are shown: without the middle of what is too long.

    Bytes of a file's name that are no UTF-8 are shown as U+FFFD: Qt would pass over them. So are
    direction marks: they would turn the sentence around a title too.
    """
    words = elided(words, MOST_SHOWN)
    return words if words.isascii() else _SHOWN.sub("\N{REPLACEMENT CHARACTER}", words)


def fitted(
    metrics: QFontMetrics,
    words: str,
    width: int,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    flags: Qt.TextFlag | None = None,
) -> str:
    """Return as much of some words as there is room for."""
    words = cut(words)
    # Qt compares with fractions of a pixel, and cuts what was measured in whole ones.
    if metrics.horizontalAdvance(words) <= width:
        return words
    return metrics.elidedText(words, mode, width, 0 if flags is None else flags.value)


def in_lines(*sentences: str) -> str:
    """Return sentences for a tooltip, in lines of a readable length, each beginning one."""
    lines = (line for sentence in sentences for line in textwrap.wrap(cut(sentence), _LINE))
    return tooltip("\n".join(lines))


def tooltip(words: str) -> str:
    """Return words for a tooltip in which Qt finds no markup.

    The style sheet makes tooltips plain, but once in some thousand times Qt reads the words before
    the sheet. An invisible sign after each `<` and `&` keeps them from being taken for tags.
    """
    words = cut(words)
    if not Qt.mightBeRichText(words):
        return words
    return words.replace("<", f"<{_JOINER}").replace("&", f"&{_JOINER}")
