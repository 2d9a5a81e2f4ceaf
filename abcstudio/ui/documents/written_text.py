"""Putting a text into a document, past two traps of Qt and PySide."""

from PySide6.QtGui import QTextCursor


def insert(cursor: QTextCursor, text: str) -> None:
    r"""Put a text in place of what is selected, in one step.

    WORKAROUND: PySide takes U+FEFF or U+FFFE at the start of a string for a mark of its byte order
    and drops it, or swaps all the bytes (seen in 6.11.2); behind another character it does not.
    """
    if not text.startswith(("\ufeff", "\ufffe")):
        cursor.insertText(text)
        return
    cursor.beginEditBlock()
    start = cursor.selectionStart()
    cursor.insertText("x" + text)
    cursor.setPosition(start)
    cursor.setPosition(start + 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.endEditBlock()


def insert_last(cursor: QTextCursor, text: str) -> None:
    """Put a text in place of what is selected, as the end of an edit block.

    Qt joins what is typed behind an insertion to it, even over the end of a block, but not where a
    removal is the last step of the block.
    """
    if text:
        insert(cursor, text + "x")
        cursor.deletePreviousChar()
    else:
        cursor.removeSelectedText()
