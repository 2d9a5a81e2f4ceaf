"""Lines of music code to the signs of a voice (ABC 2.1, section 4).

One short method for each kind of sign, and nothing else.

Over 400 lines: one method for each sign of a line of music, and the table that finds it.
"""

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import ClassVar

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.limits import (
    MAX_CHORD_NOTES,
    MAX_ELEMENTS,
    MAX_MEASURES_OF_REST,
    MAX_NUMBER_DIGITS,
    MAX_OCTAVE_MARKS,
    MAX_PASSES,
    MAX_REPEATS,
    MAX_TUPLET,
    MAX_WHOLE_NOTES,
)
from abcstudio.notation.reader.chord_group import ChordGroup, LeftOut
from abcstudio.notation.reader.grace_group import GraceGroup
from abcstudio.notation.reader.macros import ExpandedLine, PlacedMatch
from abcstudio.notation.reader.marks import Mark, MarkReader, closed_quote
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.reader.voice.drafts import NoteDraft, TimedDraft
from abcstudio.notation.reader.voice.voice_builder import VoiceBuilder
from abcstudio.notation.score import (
    Annotation,
    BarLine,
    ChordSymbol,
    LineBreak,
    Note,
    Tuplet,
    VariantEnding,
)
from abcstudio.notation.spans import Span
from abcstudio.notation.values.accidentals import alter_of
from abcstudio.notation.values.bar_lines import names_later_passes, read_bar_line, read_passes
from abcstudio.notation.values.decorations import NAVIGATION
from abcstudio.notation.values.lengths import is_nonsense, length_of
from abcstudio.notation.values.tuplets import usual_q
from abcstudio.stopping import ITEMS_A_TURN, stop_if_asked

_MOST_SURE_NOTES = 4
_NOTE = r"(?:\^\^?|__?|=)?[A-Ga-g][',]*"
_CHORD = re.compile(rf"\[((?:{_NOTE}){{2,}})(\d*(?:/+\d*)?)(?=[ \t]|\Z)")
_ANY_NOTE = re.compile(_NOTE)


def closed_chord(text: str, start: int, end: int) -> Fix | None:
    """Return the fix that closes a chord before the first blank; None where that makes no chord.

    Args:
        text: The tune.
        start: Where the chord begins.
        end: Where the bar line or the end of the line is that ends it.
    """
    match = _CHORD.match(text[start:end])
    if match is None:
        return None
    notes, length = match.groups()
    is_guess = len(_ANY_NOTE.findall(notes)) > _MOST_SURE_NOTES
    span = Span(start, start + match.end())
    return Fix("notation.fix-close-chord", span, f"[{notes}]{length}", is_guess=is_guess)


Match = re.Match[str] | PlacedMatch


class MusicReader:
    """Feeds the tokens of music lines to the voice that is current.

    Attributes:
        voice: Where the music goes; the tune reader changes it.
        marks: What reads decorations and chord symbols.
        breaks_at: Which of the signs `$` and `!` break the lines of the score.
        exhausted: The limit of elements has been reached; nothing more is read.
    """

    NOT_CARRIED: ClassVar = frozenset(
        (
            "voice", "marks", "_text", "_log", "_on_inline_field", "_on_overlay", "_on_bar_line",
            "_left_out",
        )
    )  # fmt: skip
    NOT_COMPARED: ClassVar = frozenset(("_tokens_left",))

    def __init__(
        self,
        text: str,
        voice: VoiceBuilder,
        log: DiagnosticLog,
        marks: MarkReader,
        on_inline_field: Callable[[str, str, int, Match], None],
        on_overlay: Callable[[int, int], None],
        on_bar_line: Callable[[Span], bool],
    ) -> None:
        self.voice = voice
        self.marks = marks
        self.breaks_at = frozenset("$!")
        self.exhausted = False
        self._tokens_left = MAX_ELEMENTS
        self._text = text
        self._log = log
        self._on_inline_field = on_inline_field
        self._on_overlay = on_overlay
        self._on_bar_line = on_bar_line
        self._chord: ChordGroup | None = None
        self._left_out = LeftOut(log)
        self._chord_slur_ends: list[tuple[int, int]] = []
        self._grace: GraceGroup | None = None

    def release(self) -> None:
        """Let go of what is called back; nothing can be read any more."""
        del self._on_inline_field, self._on_overlay, self._on_bar_line

    def read_line(self, start: int, end: int, expanded: ExpandedLine | None = None) -> None:
        """Read one line of music; what it leaves open ends with it."""
        readers = self._READERS
        tokens_left = self._tokens_left
        asks_at = max(0, tokens_left - ITEMS_A_TURN)
        matches: Iterable[tuple[str, Match]] = (
            music_matches(self._text, start, end) if expanded is None else expanded.matches()
        )
        for kind, match in matches:
            readers[kind](self, match)
            tokens_left -= 1
            if tokens_left < asks_at:
                if tokens_left < 0:
                    self.exhausted = True
                    break
                stop_if_asked()
                asks_at = max(0, tokens_left - ITEMS_A_TURN)
        self._tokens_left = tokens_left
        if self._chord is not None:
            self._report_open_chord(self._chord, end)
            self._finish_chord(self._chord, end, "")
        self._give_up_grace(end)

    # Notes

    def _note(self, match: Match) -> None:
        voice = self.voice
        known = voice.known.notes.get(match[0])
        if known is not None and self._grace is None and voice.follows_key:
            start, end = match.span()
            self._add_note(NoteDraft(start, end, known[0], "", known[1]))
            return
        accidental, letter, marks, written = match.group("accidental", "letter", "marks", "length")
        alter = None
        if accidental:
            alter = alter_of(accidental)
            if alter is None:
                self._log.error("bad-accidental", match.start(), match.end("accidental"))
        if len(marks) > MAX_OCTAVE_MARKS:
            self._log.error("octave-out-of-range", match.start(), match.end())
            marks = marks[:MAX_OCTAVE_MARKS]
        length = self._length(written, match)
        if self._grace is not None:
            self._grace_note(match, alter, letter, marks, length)
            return
        pitch = voice.pitch_of(letter, marks, alter)
        whole = match[0]
        is_sound = len(whole) == 1 + len(marks) + len(written)  # no accidental, no mark cut off
        if is_sound and voice.follows_key and voice.known.length_of(written) is not None:
            voice.known.remember(whole, pitch, length)
        self._add_note(NoteDraft(*match.span(), pitch, accidental or "", length))

    def _add_note(self, note: NoteDraft) -> None:
        if self._chord is None:
            self.voice.add_timed(TimedDraft(note.start, note.end, note.length, [note]))
        elif not self._chord.add(note):
            self._left_out.add(note.start, note.end)

    def _length(self, written: str, match: Match) -> Fraction:
        length = self.voice.known.length_of(written)
        if length is None:
            self._report_length(written, *match.span())
            return self.voice.unit_note_length
        return length

    def _report_length(self, written: str, start: int, end: int) -> None:
        code = "bad-length" if is_nonsense(written) else "limit-length"
        self._log.error(code, start, end, length=written[:12], limit=MAX_WHOLE_NOTES)

    def _grace_note(
        self, match: Match, alter: Fraction | None, letter: str, marks: str, length: Fraction
    ) -> None:
        assert self._grace is not None
        pitch = self.voice.grace_pitch_of(letter, marks, alter)
        if len(self._grace) >= MAX_CHORD_NOTES:
            self._left_out.add(match.start(), match.end())
            return
        span = Span(match.start(), match.end())
        self._grace.add(Note(span, pitch, match["accidental"] or "", length))

    def _rest(self, match: Match) -> None:
        if self._grace is not None:
            return
        draft = TimedDraft(
            match.start(), match.end(), self._length(match["rest_length"], match), []
        )
        draft.visible = match["rest_letter"] == "z"
        if self._chord is None:
            self.voice.add_timed(draft)
        else:
            self._chord.add_rest(draft)

    def _measure_rest(self, match: Match) -> None:
        written = match["measure_count"] or "1"
        count = int(written) if len(written) <= MAX_NUMBER_DIGITS else MAX_MEASURES_OF_REST + 1
        if count == 0:
            self._log.error("bad-length", match.start(), match.end(), length=written)
            count = 1
        elif count > MAX_MEASURES_OF_REST:
            start, end = match.span()
            self._log.error("limit-rest", start, end, limit=MAX_MEASURES_OF_REST)
            count = MAX_MEASURES_OF_REST
        length = self.voice.meter.measure_duration or Fraction(1)
        draft = TimedDraft(match.start(), match.end(), length * count, [])
        draft.visible = match["measure_letter"] == "Z"
        draft.measures = count
        self.voice.space()
        self.voice.add_timed(draft)

    def _chord_start(self, match: Match) -> None:
        if self._grace is not None:
            self._grace.begin_chord()
            return
        if self._chord is not None:
            self._unknown(match)
            return
        self._chord = ChordGroup(match.start())

    def _chord_end(self, match: Match) -> None:
        if self._grace is not None:
            self._grace.end_chord(length_of(match["chord_length"]) or Fraction(1))
            return
        if self._chord is None:
            self._unknown(match)
            return
        if match[0][0] == "+":
            span = Span(self._chord.start, match.end())
            notes = self._text[span.start + 1 : match.start()]
            fix = Fix("notation.fix-chord", span, f"[{notes}]{match['chord_length']}")
            self._log.hint("chord-old-style", span.start, span.end, fix)
        self._finish_chord(self._chord, match.end(), match["chord_length"])

    def _finish_chord(self, chord: ChordGroup, end: int, written: str) -> None:
        start, written_length = chord.start, chord.written_length
        self._chord = None
        self._left_out.report()
        if written_length is None:
            self._log.warn("chord-empty", start, end, removal(self._text, start, end))
            return
        factor = length_of(written)
        if factor is None or written_length * factor > MAX_WHOLE_NOTES:
            self._report_length(written, start, end)
            factor = Fraction(1)
        tied = [note for note in chord.notes if note.tied]
        self.voice.add_timed(chord.finish(end, written_length, factor))
        for note in tied:
            self.voice.ties.add(note, *(note.tie_span or (start, end)))
        for place in self._chord_slur_ends:
            self.voice.slurs.end(*place, self.voice.last)
        self._chord_slur_ends.clear()

    def _report_open_chord(self, chord: ChordGroup, end: int) -> None:
        fix = closed_chord(self._text, chord.start, end)
        self._log.error("chord-not-closed", chord.start, end, fix)

    # Signs between notes

    def _space(self, match: Match) -> None:
        if "`" not in match[0] or match[0].strip("`"):
            self.voice.space()

    def _broken_rhythm(self, match: Match) -> None:
        if self._grace is not None:
            self._grace.break_rhythm(match[0])
        else:
            self.voice.break_rhythm(match[0], match.start(), match.end())

    def _tie(self, match: Match) -> None:
        if self._grace is not None:
            return
        if self._chord is None:
            self.voice.tie(match.start(), match.end())
        else:
            self._chord.tie_last(match.span())

    def _slur_start(self, match: Match) -> None:
        self.voice.slurs.start(match.start(), match.end())

    def _slur_end(self, match: Match) -> None:
        if self._chord is None:
            self.voice.slurs.end(match.start(), match.end(), self.voice.last)
        else:
            self._chord_slur_ends.append(match.span())

    def _tuplet(self, match: Match) -> None:
        numbers = [text if text else None for text in match[0][1:].split(":")]
        if any(text and (len(text) > 2 or int(text) == 0) for text in numbers):
            self._report_removable("bad-tuplet", match)
            return
        p, q, r, *_ = [int(text) if text else None for text in numbers] + [None, None]
        if p is None or not 2 <= p <= MAX_TUPLET:
            self._report_removable("bad-tuplet", match)
            return
        if q is None:
            q = usual_q(p, is_compound=self.voice.meter.is_compound)
        if self._grace is None:
            self.voice.rhythm.start_tuplet(Tuplet(p, q, r or p, Span(match.start(), match.end())))

    def _report_removable(self, code: str, match: Match) -> None:
        """Report a sign that means nothing; it can go without a change of what sounds."""
        start, end = match.span()
        self._log.error(code, start, end, removal(self._text, start, end))

    def _bar_line(self, match: Match) -> None:
        if self._chord is not None:
            self._report_open_chord(self._chord, match.start())
            self._finish_chord(self._chord, match.start(), "")
        self._give_up_grace(match.start())
        span = Span(match.start(), match.end())
        if self._on_bar_line(span):
            return
        style, closes, opens = read_bar_line(match[0])
        if max(closes, opens) > MAX_REPEATS:
            self._log.error("limit-repeats", match.start(), match.end(), limit=MAX_REPEATS)
            closes, opens = min(closes, MAX_REPEATS), min(opens, MAX_REPEATS)
        fermatas = self.voice.waiting.take_fermatas()
        self.voice.add_bar_line(BarLine(span, style, closes, opens, fermatas))

    def _variant_ending(self, match: Match) -> None:
        passes = read_passes(match[0])
        if names_later_passes(match[0]):
            self._log.error("limit-passes", match.start(), match.end(), limit=MAX_PASSES)
        if not passes:
            self._unknown(match)
            return
        self.voice.add_ending(VariantEnding(Span(match.start(), match.end()), passes))

    def _is_ending_at_line_start(self, match: Match) -> bool:
        """Whether `1` opens a line after a bar line: the line before goes on in it, as in `|1`."""
        if match.lastgroup != "variant_ending" or not read_passes(match[0]):
            return False
        line_start = max(self._text.rfind(end, 0, match.start()) for end in "\r\n") + 1
        before = self._text[line_start : match.start()]
        return not before.strip() and self.voice.ends_with_bar_line

    def _overlay(self, match: Match) -> None:
        self._on_overlay(match.start(), match.end())

    def _inline_field(self, match: Match) -> None:
        value_start = match.start("field_value")
        self._on_inline_field(match["field_letter"], match["field_value"], value_start, match)

    def _score_break(self, match: Match) -> None:
        if match[0] in self.breaks_at:
            self.voice.add(LineBreak(Span(match.start(), match.end())))

    # What belongs to the next note

    def _grace_start(self, match: Match) -> None:
        if self._grace is not None:
            self._unknown(match)
            return
        self._grace = GraceGroup(match.start(), match[0].endswith("/"))

    def _grace_end(self, match: Match) -> None:
        if self._grace is None:
            self._unknown(match)
            return
        if (grace_notes := self._grace.finish(match.end())) is not None:
            self.voice.waiting.add_grace_notes(grace_notes)
        self._grace = None
        self._left_out.report()

    def _give_up_grace(self, end: int) -> None:
        """End grace notes that no `}` ends."""
        if self._grace is not None:
            self._log.error("grace-not-closed", self._grace.start, end)
            self._grace = None
            self._left_out.report()

    def _quoted(self, match: Match) -> None:
        self._add_mark(self.marks.quoted(match["quoted_text"], Span(match.start(), match.end())))

    def _add_mark(self, mark: Mark) -> None:
        if isinstance(mark, Annotation):
            self.voice.waiting.add_annotation(mark)
        elif isinstance(mark, ChordSymbol):
            self.voice.waiting.add_chord_symbol(mark)
        elif self._grace is not None:
            return
        elif mark.name not in NAVIGATION or not self.voice.decorate_last(mark):
            self.voice.waiting.add_decoration(mark)

    def _unclosed_quote(self, match: Match) -> None:
        fix = closed_quote(self._text, match.start(), match.end())
        self._log.error("quote-not-closed", match.start(), match.end(), fix)

    def _decoration(self, match: Match) -> None:
        span = Span(match.start(), match.end())
        if match["shorthand"] is not None:
            mark = self.marks.shorthand(match["shorthand"], span)
        else:
            mark = self.marks.decoration(match["exclaimed"] or match["plussed"], span)
        if mark is not None:
            self._add_mark(mark)

    def _unknown(self, match: Match) -> None:
        if self._is_ending_at_line_start(match):
            self._variant_ending(match)
            return
        start, end = match.start(), match.end()
        fix = removal(self._text, start, end)
        self._log.error("unknown-character", start, end, fix, characters=match[0][:12])

    _READERS: ClassVar[dict[str, Callable[["MusicReader", Match], None]]] = {
        "note": _note,
        "space": _space,
        "bar_line": _bar_line,
        "variant_ending": _variant_ending,
        "rest": _rest,
        "broken_rhythm": _broken_rhythm,
        "tuplet": _tuplet,
        "tie": _tie,
        "slur_start": _slur_start,
        "slur_end": _slur_end,
        "quoted": _quoted,
        "unclosed_quote": _unclosed_quote,
        "grace_start": _grace_start,
        "grace_end": _grace_end,
        "inline_field": _inline_field,
        "chord_start": _chord_start,
        "chord_end": _chord_end,
        "measure_rest": _measure_rest,
        "spacer": _space,
        "decoration": _decoration,
        "overlay": _overlay,
        "score_break": _score_break,
        "continuation": _space,
        "unknown": _unknown,
    }
