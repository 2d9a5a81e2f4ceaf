"""Sentences about directives (`%%name value`, `I:name value`) and remarks."""

import re

from abcstudio.messages import ENGLISH, Phrase
from abcstudio.notation.reader.instructions import REFUSED

_DIRECTIVE = re.compile(r"%%[ \t]*([^\s:]*)[ \t:]*(.*)", re.DOTALL)
_VERSION = re.compile(r"%abc(?:-\d|\s*$)")
_NUMBER = re.compile(r"-?\d{1,6}(?:/\d{1,6})?")
_SHOWN = 40


def explain_directive_line(line: str) -> tuple[Phrase, ...]:
    """Return what a line that begins with `%%` does; another line belongs to a block of text."""
    match = _DIRECTIVE.match(line)
    if match is None or not match[1]:
        return (Phrase("explain.block"),)
    return explain_instruction(match[1], match[2].strip())


def explain_instruction(name: str, value: str) -> tuple[Phrase, ...]:
    """Return what a directive does; one that this program does not know is named."""
    if name in REFUSED:
        return (Phrase("explain.directive-refused"),)
    if name == "MIDI":
        return _explain_midi(value.split())
    purpose = directive_purpose(name)
    return (purpose or Phrase("explain.directive", {"name": name[:_SHOWN]}),)


def directive_purpose(name: str) -> Phrase | None:
    """Return what a directive is for; None for one that this program does not know."""
    message_id = f"explain.directive.{name}"
    return Phrase(message_id) if message_id in ENGLISH else None


def midi_purpose(word: str) -> Phrase | None:
    """Return what a command after `%%MIDI` does; None for one that changes nothing."""
    message_id = f"explain.midi.{word.lower()}"
    return Phrase(message_id) if message_id in ENGLISH else None


def explain_comment(comment: str, *, is_first_line: bool) -> tuple[Phrase, ...]:
    """Return what a remark is for."""
    if is_first_line and _VERSION.match(comment):
        return (Phrase("explain.version"),)
    return (Phrase("explain.comment"),)


def _explain_midi(words: list[str]) -> tuple[Phrase, ...]:
    command = midi_purpose(words[0]) if words else Phrase("explain.directive.MIDI")
    if command is None:
        return (Phrase("explain.midi-unfollowed"),)
    if not words:
        return (command,)
    found = Phrase("explain.midi", {"command": command})
    if len(words) == 2 and _NUMBER.fullmatch(words[1]):
        return found, Phrase("explain.midi-number", {"number": words[1]})
    return (found,)
