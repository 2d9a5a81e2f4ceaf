"""Message ids and their English sentences; no Qt.

The command line prints `english(id, parameters)`; the window looks the same template up in its
translation (`abcstudio.ui.translation`). Placeholders are those of `str.format` with names.
A sentence says what happened, where, and the way out.
"""

from collections.abc import Mapping

ENGLISH: dict[str, str] = {
    "work.cancelled": "Stopped.",
    # Files (TextFileError, OSError)
    "file.not_found": "There is no file {path}.",
    "file.unreadable": "{path} cannot be read: {reason}.",
    "file.unwritable": "{path} cannot be written: {reason}. The old file, if there was one, is unchanged.",
    "file.unencodable": "{path} is kept in {encoding}, which has no character {character!r} (line {line}). Save it as UTF-8 instead.",
    # Models (ModelFileError)
    "model.not_found": "There is no model file {path}.",
    "model.none": "No model is loaded. Train one, or choose one from the list.",
    # Seeds (PromptError)
    "prompt.unknown_characters": "The model has never seen {characters}. Drop them from the seed, or choose another model.",
    # Engraving (EngravingError)
    "engraving.failed": "The score could not be drawn: the engraving process ended unexpectedly. Change the tune or try again.",
    "engraving.unreadable": "The score could not be drawn. The text and the sound of the tune are unchanged.",
}


def english(message_id: str, parameters: Mapping[str, object] | None = None) -> str:
    """Return the English sentence of a message; an id that is not listed is a defect and raises."""
    return ENGLISH[message_id].format(**(parameters or {}))
