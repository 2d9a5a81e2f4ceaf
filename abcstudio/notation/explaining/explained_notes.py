"""Sentences about what takes time: notes, chords, grace notes, rests, tuplets."""

from collections.abc import Sequence

from abcstudio.messages import Phrase
from abcstudio.notation.explaining.explained_chords import (
    explain_chord,
    explain_length_in_chord,
    written_length,
)
from abcstudio.notation.explaining.explained_score import ExplainedScore, PlacedNote
from abcstudio.notation.explaining.pitch_words import (
    length_words,
    pitch_words,
    sign_words,
    step_words,
    unit_words,
)
from abcstudio.notation.lexing.lexer import MUSIC, Token, TokenKind
from abcstudio.notation.score import Chord
from abcstudio.notation.values.lengths import length_of

_BETWEEN = {
    TokenKind.SPACE, TokenKind.DECORATION, TokenKind.QUOTED, TokenKind.SLUR_START,
    TokenKind.SLUR_END, TokenKind.TIE,
}  # fmt: skip
_OWN_METER_TUPLETS = (5, 7, 9)


class NoteExplainer:
    """Explains the tokens of a line of music that sound, or that say how long others do."""

    def __init__(self, text: str, places: ExplainedScore) -> None:
        self._text = text
        self._places = places

    def explain(self, tokens: Sequence[Token], index: int) -> tuple[Phrase, ...] | None:
        """Return what a token means; None for one of another kind."""
        kind = tokens[index].kind
        if kind is TokenKind.NOTE:
            return self._note(tokens, index)
        if kind in (TokenKind.REST, TokenKind.MEASURE_REST):
            return self._rest(tokens[index])
        if kind in (TokenKind.CHORD_START, TokenKind.CHORD_END):
            return self._chord(tokens, index)
        if kind in (TokenKind.GRACE_START, TokenKind.GRACE_END):
            return self._grace(tokens, index)
        if kind is TokenKind.TUPLET:
            return self._tuplet(tokens[index])
        return None

    def _note(self, tokens: Sequence[Token], index: int) -> tuple[Phrase, ...]:
        token = tokens[index]
        placed = self._places.notes.get(token.span.start)
        if placed is None or placed.note.span.end < token.span.end:
            over = self._places.note_over(token.span.start)
            return (Phrase("explain.note-unread"),) if over is None else (_from_macro(over),)
        if placed.note.span != token.span:
            return (_from_macro(placed),)
        note = placed.note
        is_doubtful = bool(note.accidental or placed.key.alter_of(note.pitch.step))
        pitch = pitch_words(note.pitch, say_natural=is_doubtful)
        if placed.grace is not None:
            return (Phrase("explain.grace-note", {"pitch": pitch}), *self._alter(placed))
        in_chord = len(placed.element.notes) > 1
        length = written_length(note, placed.element)
        message_id = "explain.note-in-chord" if in_chord else "explain.note"
        return (
            Phrase(message_id, {"pitch": pitch, "length": length_words(length)}),
            *self._alter(placed),
            *(
                self._length_in_chord(tokens, index, placed)
                if in_chord
                else self._length(tokens, index, placed.element)
            ),
            *_of_element(placed),
        )

    def _alter(self, placed: PlacedNote) -> tuple[Phrase, ...]:
        """Return where a note's sharp or flat comes from."""
        pitch, written = placed.note.pitch, placed.note.accidental
        of_key = placed.key.alter_of(pitch.step)
        names = {"sign": sign_words(pitch.alter), "step": step_words(pitch.step)}
        if written == "=" and of_key:
            return (Phrase("explain.alter-cancels-key", {"sign": sign_words(of_key)}),)
        if written:
            return (Phrase("explain.alter-written", names),) if self._holds_to_bar else ()
        if pitch.alter != of_key:
            source = "alter-from-before" if pitch.alter else "natural-from-before"
            return (Phrase(f"explain.{source}", names),)
        return (Phrase("explain.alter-from-key", names),) if pitch.alter else ()

    @property
    def _holds_to_bar(self) -> bool:
        """Whether the tune leaves it at the rule that accidentals hold in every octave."""
        return not any(
            directive.name == "propagate-accidentals" or directive.value.startswith("nobarlines")
            for directive in self._places.score.directives
        )

    def _length_in_chord(
        self, tokens: Sequence[Token], index: int, placed: PlacedNote
    ) -> tuple[Phrase, ...]:
        end = next((t for t in tokens[index:] if t.kind is TokenKind.CHORD_END), None)
        outer = end.span.of(self._text)[1:] if end else ""
        match = MUSIC.match(self._text, tokens[index].span.start)
        inner = (match["length"] or "") if match else ""
        return explain_length_in_chord(placed.element, inner, outer)

    def _length(self, tokens: Sequence[Token], index: int, chord: Chord) -> tuple[Phrase, ...]:
        """Return what a single note's length comes from, where its number alone does not say it."""
        found: list[Phrase] = []
        match = MUSIC.match(self._text, tokens[index].span.start)
        written = (match["length"] or "") if match else ""
        if _is_broken(tokens, index):
            found.append(Phrase("explain.length-broken"))
        elif written and (factor := length_of(written)):
            unit = unit_words(chord.notated_duration / factor)
            parameters = {"written": written, "factor": factor, "unit": unit}
            found.append(Phrase("explain.length-factor", parameters))
        if chord.tuplet is not None:
            found.append(
                Phrase("explain.length-tuplet", {"p": chord.tuplet.p, "q": chord.tuplet.q})
            )
        return tuple(found)

    def _rest(self, token: Token) -> tuple[Phrase, ...]:
        written = token.span.of(self._text)
        hidden = "-invisible" if written[0] in "xX" else ""
        if token.kind is TokenKind.MEASURE_REST:
            count = int(written[1:][:6] or "1")
            if count == 1:
                return (Phrase(f"explain.measure-rest{hidden}"),)
            return (Phrase(f"explain.measure-rests{hidden}", {"count": count}),)
        rest = self._places.rests.get(token.span.start)
        if rest is None:
            return (Phrase("explain.note-unread"),)
        length = {"length": length_words(rest.notated_duration)}
        tuplet = rest.tuplet
        more = Phrase("explain.length-tuplet", {"p": tuplet.p, "q": tuplet.q}) if tuplet else None
        return (Phrase(f"explain.rest{hidden}", length), *((more,) if more else ()))

    def _chord(self, tokens: Sequence[Token], index: int) -> tuple[Phrase, ...]:
        first = _first_note(tokens, index, TokenKind.CHORD_START, TokenKind.CHORD_END)
        placed = self._places.notes.get(first) if first is not None else None
        if placed is None:
            return (Phrase("explain.chord-unread"),)
        if placed.grace is not None:
            return (Phrase("explain.grace-chord"),)
        chord = placed.element
        found = [explain_chord(chord)]
        written = tokens[index].span.of(self._text)[1:]
        if tokens[index].kind is TokenKind.CHORD_START:
            written = ""
        if written and (factor := length_of(written)):
            parameters = {"written": written, "factor": factor}
            found.append(Phrase("explain.chord-factor", parameters))
        return (*found, *_of_element(placed))

    def _grace(self, tokens: Sequence[Token], index: int) -> tuple[Phrase, ...]:
        first = _first_note(tokens, index, TokenKind.GRACE_START, TokenKind.GRACE_END)
        placed = self._places.notes.get(first) if first is not None else None
        if placed is None or placed.grace is None:
            return (Phrase("explain.grace-unread"),)
        count = len(placed.grace.notes)
        found = Phrase("explain.grace", {"count": count})
        if count == 1:
            found = Phrase("explain.grace-one")
        return (found, Phrase("explain.grace-slashed")) if placed.grace.slashed else (found,)

    def _tuplet(self, token: Token) -> tuple[Phrase, ...]:
        tuplet, meter = self._places.tuplets.get(token.span.start, (None, None))
        if tuplet is None:
            return (Phrase("explain.tuplet-unread"),)
        if (tuplet.p, tuplet.q, tuplet.r) == (3, 2, 3):
            return (Phrase("explain.triplet"),)
        found = [Phrase("explain.tuplet", {"p": tuplet.p, "q": tuplet.q})]
        if tuplet.r != tuplet.p:
            found.append(Phrase("explain.tuplet-reach", {"r": tuplet.r}))
        is_bare = token.span.of(self._text).count(":") == 0
        if is_bare and tuplet.p in _OWN_METER_TUPLETS and meter is not None and meter.beats:
            found.append(Phrase("explain.tuplet-meter", {"q": tuplet.q, "meter": meter.written}))
        return tuple(found)


def _from_macro(placed: PlacedNote) -> Phrase:
    length = written_length(placed.note, placed.element)
    parameters = {"pitch": pitch_words(placed.note.pitch), "length": length_words(length)}
    return Phrase("explain.macro-note", parameters)


def _of_element(placed: PlacedNote) -> tuple[Phrase, ...]:
    """Return what goes on with a note or chord: its tie and its syllable."""
    found: list[Phrase] = []
    if placed.note.tied:
        found.append(Phrase("explain.tied"))
    sung = next((syllable.text for syllable in placed.element.syllables if syllable.text), "")
    if sung:
        found.append(Phrase("explain.sung", {"syllable": sung}))
    return tuple(found)


def _first_note(
    tokens: Sequence[Token], index: int, opening: TokenKind, closing: TokenKind
) -> int | None:
    """Return where the first note within brackets stands, from one of the two brackets."""
    if tokens[index].kind is closing:
        while index > 0 and tokens[index].kind is not opening:
            index -= 1
    for token in tokens[index:]:
        if token.kind is TokenKind.NOTE:
            return token.span.start
        if token.kind is closing:
            break
    return None


def _is_broken(tokens: Sequence[Token], index: int) -> bool:
    """Whether a sign of broken rhythm stands before or after a note."""
    return any(_neighbour(tokens, index, step) is TokenKind.BROKEN_RHYTHM for step in (1, -1))


def _neighbour(tokens: Sequence[Token], index: int, step: int) -> TokenKind | None:
    """Return the kind of the next token before or after a note that is no mark of a note."""
    index += step
    edge = TokenKind.GRACE_START if step > 0 else TokenKind.GRACE_END
    other = TokenKind.GRACE_END if step > 0 else TokenKind.GRACE_START
    while 0 <= index < len(tokens):
        if tokens[index].kind is edge:
            while 0 <= index < len(tokens) and tokens[index].kind is not other:
                index += step
        elif tokens[index].kind not in _BETWEEN:
            return tokens[index].kind
        index += step
    return None
