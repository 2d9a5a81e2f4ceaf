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
    "file.unusable": "{path} cannot be used: {reason}.",
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
    # Notation: what the reader found in a tune (abcstudio.notation, one per diagnostic code)
    "notation.another-tune": "A second tune begins here; only the first one is read.",
    "notation.text-after-tune": "The tune ended at the empty line above; this text is not part of it.",
    "notation.missing-key": "The tune has no K: field. It is read without sharps and flats.",
    "notation.key-empty": "K: is empty: the tune is read without sharps and flats.",
    "notation.bad-key": "{word} is not a key.",
    "notation.key-word-unknown": "{word} means nothing in a K: field and is left out.",
    "notation.bad-meter": "{value} is not a meter. Write it as 4/4, C, C| or none.",
    "notation.bad-unit-note-length": "{value} is not a note length. Write it as 1/8.",
    "notation.bad-tempo": "{value} is not a tempo. Write it as 1/4=120.",
    "notation.tempo-old-style": "This old form of tempo is read as {beat}={rate}.",
    "notation.bad-part-order": "This order of parts cannot be read. Write it as ABA or A2(BC)2.",
    "notation.limit-parts": "This order of parts is too long to be played; the tune is played once through.",
    "notation.bad-user-symbol": "A U: field gives one letter a meaning, as in U: T = !trill!.",
    "notation.macro-not-read": "Macros (m:) are not read; write the notes out.",
    "notation.directive-refused": "%%{name} would open a file or run a program and is never followed.",
    "notation.field-not-inline": "A {letter}: field cannot stand inside a line of music.",
    "notation.limit-elements": "The tune is longer than {limit} signs; the rest is not read.",
    "notation.limit-chord": "A chord can have {limit} notes at most.",
    "notation.limit-voices": "A tune can have {limit} voices at most.",
    "notation.bad-accidental": "This accidental cannot be read.",
    "notation.octave-out-of-range": "This note is too many octaves away.",
    "notation.bad-length": "{length} is not a note length.",
    "notation.chord-not-closed": "The chord is never closed: a ] is missing.",
    "notation.chord-empty": "There are no notes in this chord.",
    "notation.grace-not-closed": "The grace notes are never closed: a }} is missing.",
    "notation.quote-not-closed": "The text is never closed: a second \" is missing.",
    "notation.chord-symbol-unknown": "{text} is not a chord: chords begin with a letter from A to G.",
    "notation.unknown-decoration": "There is no decoration named {name}.",
    "notation.shorthand-undefined": "{sign} means nothing here: it is neither a note nor a decoration.",
    "notation.unknown-character": "{characters} means nothing here.",
    "notation.bad-tuplet": "This tuplet cannot be read.",
    "notation.tuplet-short": "The tuplet has fewer notes than it says.",
    "notation.slur-not-opened": "A slur closes here that was never opened.",
    "notation.tie-without-note": "There is no note before this tie.",
    "notation.tie-without-partner": "The tie leads to no note of the same pitch. Was a slur meant?",
    "notation.broken-rhythm-unequal": "The two notes of this broken rhythm are not equally long.",
    "notation.broken-rhythm-alone": "A broken rhythm (> or <) stands between two notes of one measure.",
    "notation.overlay-not-read": "Voices written with & are not read here.",
    "notation.lyrics-too-long": "The lyrics have {count} syllables more than the line has notes.",
    "notation.fix-remove": "Remove it",
    "notation.fix-make-annotation": "Make it an annotation above the note",
    "notation.fix-tempo": "Write the tempo the modern way",
    "notation.fix-add-key": "Add a K: field",
}


def english(message_id: str, parameters: Mapping[str, object] | None = None) -> str:
    """Return the English sentence of a message; an id that is not listed is a defect and raises."""
    return ENGLISH[message_id].format(**(parameters or {}))
