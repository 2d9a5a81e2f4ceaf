"""Words of Qt's own that the window says otherwise than Qt's translations do.

The program's translator is asked before Qt's, so a translation under Qt's context wins: for the
names of keys, and for the menu of a text field, which says what the window's menu says.
"""

from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

QT_WORDS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("QShortcut", "Space"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Undo"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Redo"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Undo"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Redo"),
)
"""Each in English; the context in which Qt looks it up stands in its row."""
