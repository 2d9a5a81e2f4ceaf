"""Preparing a text for a model: the one way of the window and the command line."""

from abcstudio.composing.model_text import ModelText, model_text
from abcstudio.learning.checkpoint import ModelHeader
from abcstudio.messages import Phrase


def read_for(header: ModelHeader, text: str) -> ModelText:
    """Return what a model reads of a text.

    A model that was trained on counted tunes was given them as this program prepares them.
    """
    is_prepared = header.corpus.tunes > 0
    return model_text(text, header.vocabulary.characters, is_prepared=is_prepared)


def left_out(reading: ModelText) -> tuple[Phrase, ...]:
    """Return the sentences that say what of a text was not read."""
    found: list[Phrase] = []
    if reading.has_own_lines:
        found.append(Phrase("model_text.own_lines"))
    fields = [letter for letter in reading.fields if letter != "%"]
    if fields:
        letters = ", ".join(f"{letter}:" for letter in fields)
        found.append(Phrase("model_text.fields", {"fields": letters}))
    if "%" in reading.fields:
        found.append(Phrase("model_text.remarks"))
    if reading.unknown:
        signs = " ".join(map(_visible, reading.unknown))
        found.append(Phrase("model_text.characters", {"characters": signs}))
    return tuple(found)


def _visible(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"
