"""Messages by id in the window's language."""

import errno
import logging
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import cast

import PySide6.QtCore
from PySide6.QtCore import QCoreApplication, QLocale
from typing_extensions import override

from abcstudio.errors import AbcStudioError
from abcstudio.files import UnwritableFileError
from abcstudio.guarded_files import UnreadableFileError
from abcstudio.messages import (
    ENGLISH,
    Phrase,
    governing_number,
    reason,
    template,
    unwritable_id,
)
from abcstudio.ui.look.plain_text import one_line

log = logging.getLogger(__name__)

# The tool that collects sentences knows this name; Qt's type hints call what it returns an object.
QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], PySide6.QtCore.QT_TRANSLATE_NOOP)
"""Mark words of a table for translation under the name of a class, and return them in English."""

# QLocale::FloatingPointShortest, whose name PySide's types do not know.
_SHORTEST = -128
_OF_WRITING = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)


def translated(context: str, words: str) -> str:
    """Return words that a table has marked for translation, in the window's language."""
    return QCoreApplication.translate(context, words)


def message(message_id: str, parameters: Mapping[str, object] | None = None) -> str:
    """Return the sentence of a message in the window's language, its placeholders filled.

    Where a translation has spoiled a placeholder, the sentence is said in English.
    """
    shown = {name: _shown(value) for name, value in (parameters or {}).items()}
    english = template(message_id, parameters)
    try:
        return (_translated(message_id, parameters) or english).format(**shown)
    except (KeyError, IndexError, ValueError):
        log.exception("The translation of %s cannot be filled", message_id)
        return english.format(**shown)


def _translated(message_id: str, parameters: Mapping[str, object] | None) -> str:
    """Return the translation of a message in the form of its number, "" where there is none.

    Translators see the id as a comment, so that what is one word in English may be two.
    """
    source, number = ENGLISH[message_id], governing_number(message_id, parameters)
    words = QCoreApplication.translate(
        "messages", source, message_id, -1 if number is None else abs(number)
    )
    return "" if words == source else words


def _shown(value: object) -> object:
    """Return what stands for a placeholder; the name of a file breaks no sentence in two lines."""
    if isinstance(value, Phrase):
        return message(value.message_id, value.parameters)
    if type(value) is int:
        return _Count(value)
    if isinstance(value, float):
        return _Figure(value)
    return one_line(str(value)) if isinstance(value, str | PurePath) else value


class _Count(int):
    """A number that a message may ask for with its thousands parted: in the window's way."""

    @override
    def __format__(self, form: str) -> str:
        return QLocale().toString(int(self)) if form == "," else super().__format__(form)


class _Figure(float):
    """A number with the window's sign, with so many decimals (".2f") or as many as it has."""

    @override
    def __format__(self, form: str) -> str:
        if form and not form.endswith("f"):
            return super().__format__(form)
        decimals = int(form.strip(".f") or 6) if form else _SHORTEST
        return QLocale().toString(float(self), "f", decimals)


def error_sentence(error: BaseException) -> str:
    """Return what to tell a person about an error that the program expects, or about any other."""
    if isinstance(error, AbcStudioError):
        return message(error.message_id, _labelled(error.parameters))
    if isinstance(error, OSError):
        parameters = {"path": error.filename or "", "reason": reason(error)}
        return message(_message_of(error), parameters)
    if isinstance(error, MemoryError):
        return message("system.no_memory")
    return f"{type(error).__name__}: {error}"


def _labelled(parameters: Mapping[str, object]) -> Mapping[str, object]:
    """Return the parameters of a message with a setting's label in the place of its name."""
    label = f"hyperparameter.{parameters.get('name')}"
    return {**parameters, "name": Phrase(label)} if label in ENGLISH else parameters


def reason_words(error: BaseException) -> str:
    """Return why a file could not be read or written, as the end of a sentence."""
    why = reason(error)
    return message(why.message_id, why.parameters) if isinstance(why, Phrase) else why


def _message_of(error: OSError) -> str:
    """Return the message that says what failed: most calls of the system do not tell."""
    if error.filename is None:
        return "file.system"
    if isinstance(error, FileNotFoundError):
        return "file.not_found"
    if isinstance(error, UnreadableFileError):
        return "file.unreadable"
    if isinstance(error, UnwritableFileError) or error.errno in _OF_WRITING:
        return unwritable_id(error.filename)
    return "file.unusable"
