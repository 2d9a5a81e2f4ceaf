"""Marks that were read before the chord or rest they belong to (ABC 2.1, 4.14-4.19)."""

from collections.abc import Iterator
from typing import ClassVar

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.limits import MAX_MARKS
from abcstudio.notation.reader.voice.drafts import TimedDraft
from abcstudio.notation.score import Annotation, ChordSymbol, Decoration, GraceNotes
from abcstudio.notation.spans import Span
from abcstudio.notation.values.chord_kinds import read_chord_name
from abcstudio.notation.values.decorations import FERMATAS


class WaitingMarks:
    """Decorations, chord symbols, annotations and grace notes for the next chord or rest.

    Attributes:
        has_any: Whether there may be some; asked of every note.
    """

    NOT_CARRIED: ClassVar = frozenset(
        ("_log", "has_any", "_decorations", "_chord_symbols", "_annotations", "_grace_notes")
    )

    def __init__(self, log: DiagnosticLog) -> None:
        self._log = log
        self.has_any = False
        self._too_many = False
        self._decorations: list[Decoration] = []
        self._chord_symbols: list[ChordSymbol] = []
        self._annotations: list[Annotation] = []
        self._grace_notes: GraceNotes | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not (
            self._decorations or self._chord_symbols or self._annotations or self._grace_notes
        )

    def add_decoration(self, decoration: Decoration) -> None:
        """Keep a decoration."""
        if self.has_room(len(self._decorations), decoration.span):
            self._decorations.append(decoration)
            self.has_any = True

    def add_chord_symbol(self, symbol: ChordSymbol) -> None:
        """Keep a chord symbol."""
        if self.has_room(len(self._chord_symbols), symbol.span):
            self._chord_symbols.append(symbol)
            self.has_any = True

    def add_annotation(self, annotation: Annotation) -> None:
        """Keep an annotation."""
        if self.has_room(len(self._annotations), annotation.span):
            self._annotations.append(annotation)
            self.has_any = True

    def add_grace_notes(self, grace_notes: GraceNotes) -> None:
        """Keep grace notes; they replace others."""
        self._grace_notes = grace_notes
        self.has_any = True

    def has_room(self, count: int, span: Span) -> bool:
        """Whether a note with `count` marks of one kind may have one more; report it if not."""
        if count < MAX_MARKS:
            return True
        if not self._too_many:
            self._too_many = True
            self._log.error("limit-marks", span.start, span.end, limit=MAX_MARKS)
        return False

    def take_fermatas(self) -> tuple[Decoration, ...]:
        """Return the fermatas that wait for what follows: a bar line takes them."""
        if not self._decorations:
            return ()
        taken = tuple(mark for mark in self._decorations if mark.name in FERMATAS)
        self._decorations = [mark for mark in self._decorations if mark.name not in FERMATAS]
        return taken

    def give_to(self, draft: TimedDraft) -> None:
        """Give a chord or rest everything that waited for it."""
        if self._decorations:
            draft.decorations = tuple(self._decorations)
            self._decorations.clear()
        if self._chord_symbols:
            draft.chord_symbols = tuple(self._chord_symbols)
            self._chord_symbols.clear()
        if self._annotations:
            draft.annotations = tuple(self._annotations)
            self._annotations.clear()
        if self._grace_notes is not None:
            draft.grace_notes = self._grace_notes
            self._grace_notes = None
        self.has_any = False

    def decorations(self) -> Iterator[Decoration]:
        """Yield the decorations that wait."""
        yield from self._decorations

    def leave_texts(self, last: TimedDraft) -> None:
        """Give the last note the texts behind it, such as "D.C."; a chord has no time there."""
        texts = (text for text in self._chord_symbols if read_chord_name(text.text) is None)
        last.chord_symbols += tuple(texts)
        last.annotations += tuple(self._annotations)
