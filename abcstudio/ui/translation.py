"""Messages by id in the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from abcstudio.errors import AbcStudioError
from abcstudio.messages import ENGLISH, Phrase


def message(message_id: str, parameters: Mapping[str, object] | None = None) -> str:
    """Return the sentence of a message in the window's language, its placeholders filled."""
    template = QCoreApplication.translate("messages", ENGLISH[message_id])
    words = {
        name: message(value.message_id, value.parameters) if isinstance(value, Phrase) else value
        for name, value in (parameters or {}).items()
    }
    return template.format(**words)


def error_sentence(error: BaseException) -> str:
    """Return what to tell a person about an error that the program expects, or about any other."""
    if isinstance(error, AbcStudioError):
        return message(error.message_id, error.parameters)
    if isinstance(error, OSError):
        path = error.filename or ""
        return message("file.unreadable", {"path": path, "reason": error.strerror or error})
    return f"{type(error).__name__}: {error}"
