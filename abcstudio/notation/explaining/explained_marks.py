"""Sentences about what stands beside notes: decorations, chord symbols, annotations."""

import re

from abcstudio.messages import ENGLISH, Phrase
from abcstudio.notation.chord_names import alter_of_name
from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.explaining.pitch_words import chord_notes, short_name
from abcstudio.notation.reader.field_reader import FieldReader
from abcstudio.notation.score import Score
from abcstudio.notation.text_strings import decode_text
from abcstudio.notation.values.chord_kinds import NO_CHORD, read_chord_name
from abcstudio.notation.values.decorations import SHORTHANDS, decoration_name

_PLACES = {"^": "above", "_": "below", "<": "left", ">": "right", "@": "free"}
_ROOT = re.compile(r"\s*\(?\s*([A-G])(##|bb|#|b|♯|♭)?")
_SHORT_OF = {name: sign for sign, name in SHORTHANDS.items()}
_SHOWN = 60


def explain_quoted(content: str) -> tuple[Phrase, ...]:
    """Return what a text in quotes means."""
    if content[:1] in _PLACES and content:
        text = decode_text(content[1:])[:_SHOWN]
        return (Phrase(f"explain.annotation-{_PLACES[content[0]]}", {"text": text}),)
    symbol = decode_text(content.strip())
    chord, root = read_chord_name(symbol), _ROOT.match(symbol)
    if chord == NO_CHORD:
        return (Phrase("explain.no-chord"),)
    if chord is None or root is None:
        return (Phrase("explain.chord-symbol-unknown"),)
    notes = chord_notes(root[1], alter_of_name(root[2]), chord.intervals)
    name, _, bass = symbol.partition("/")
    if chord.bass != chord.root and (over := _ROOT.match(bass[:1].upper() + bass[1:])):
        low = short_name(over[1], alter_of_name(over[2]))
        parameters = {"name": name, "bass": low, "notes": ", ".join(notes)}
        return (Phrase("explain.chord-symbol-bass", parameters),)
    return (Phrase("explain.chord-symbol", {"name": symbol, "notes": ", ".join(notes)}),)


def explain_decoration(written: str, score: Score, offset: int) -> tuple[Phrase, ...]:
    """Return what a decoration means.

    Args:
        written: As it stands, such as `!trill!` or `T`.
        score: Whose `U:` fields may give letters a meaning.
        offset: Where it stands.
    """
    if len(written) > 2 and written[0] in "!+":
        return _named(decoration_name(written[1:-1]))
    meaning = _meanings(score, offset).get(written, "")
    is_own = meaning != SHORTHANDS.get(written, "")
    if not meaning or meaning == "nil":
        return (Phrase("explain.shorthand-none", {"sign": written}),)
    found = explain_quoted(meaning.strip('"')) if meaning[0] == '"' else _named(meaning)
    own = (Phrase("explain.user-symbol", {"sign": written}),) if is_own else ()
    return (*found[:1], *own) if is_own else found


def decoration_meaning(name: str) -> Phrase | None:
    """Return what a known decoration does, in a short sentence; None for an unknown one."""
    message_id = f"explain.decoration.{name}"
    return Phrase(message_id) if message_id in ENGLISH else None


def _named(name: str) -> tuple[Phrase, ...]:
    meaning = decoration_meaning(name)
    if meaning is None:
        return (Phrase("explain.decoration-unknown"),)
    long, short = f"!{name}!", _SHORT_OF.get(name)
    if short is None:
        return meaning, Phrase("explain.decoration-written", {"long": long})
    parameters = {"long": long, "short": short}
    return meaning, Phrase("explain.decoration-written-short", parameters)


def _meanings(score: Score, offset: int) -> dict[str, str]:
    """Return what single characters stand for at a place."""
    reader = FieldReader(DiagnosticLog())
    meanings = dict(SHORTHANDS)
    for field in (*score.fields, *score.body_fields):
        if field.letter == "U" and field.span.start <= offset:
            symbol = reader.user_symbol(field)
            if symbol is not None:
                meanings[symbol[0]] = symbol[1]
    return meanings
