"""Words of Qt's own that the window says otherwise than Qt's translations do.

The program's translator is asked before Qt's, so a translation under Qt's context wins: for the
names of keys, for the menu of a text field, which says what the window's menu says, and for words
of the dialog of files that Qt's Ukrainian lacks.
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
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)
"""Each in English; the context in which Qt looks it up stands in its row."""
