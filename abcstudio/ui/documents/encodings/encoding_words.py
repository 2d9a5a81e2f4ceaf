"""Few words on how a file's text was decoded, for a line of the window and for tooltips."""

from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication

from abcstudio.corpus.given_text import encoding_name, how_it_was_read
from abcstudio.files import TextFile
from abcstudio.messages import Phrase
from abcstudio.ui.documents.document import Document
from abcstudio.ui.words.translation import message

# Compared by identity: to compare two files is to go through their texts, and so is to judge one.
_known: WeakKeyDictionary[Document, tuple[TextFile, str]] = WeakKeyDictionary()


def encoding_words(document: Document) -> str:
    """Return how a document's text was decoded; "" where its file left no doubt."""
    file = document.file
    judged, words = _known.get(document, (None, ""))
    if judged is not file:
        words = _words_of(file)
        _known[document] = file, words
    return words


def name_of(codec: str) -> str:
    """Return what an encoding is called in the window's language."""
    name = encoding_name(codec)
    return message(name.message_id) if isinstance(name, Phrase) else name


def _words_of(file: TextFile) -> str:
    name = name_of(file.encoding)
    translate = QCoreApplication.translate
    if file.is_chosen:
        return translate("EncodingLine", "{0}, as you chose").format(name)
    how = how_it_was_read(file)
    if how is None:
        return ""
    if how.message_id == "encoding.read_as":
        return translate("EncodingLine", "{0}, guessed").format(name)
    if how.message_id == "encoding.unknown":
        return translate("EncodingLine", "Encoding not known, read as {0}").format(name)
    if how.message_id == "encoding.not_as_declared":
        declared = name_of(file.declared)
        return translate("EncodingLine", "{0}, though the text names {1}").format(name, declared)
    return translate("EncodingLine", "{0}, with bytes that mean nothing there").format(name)
