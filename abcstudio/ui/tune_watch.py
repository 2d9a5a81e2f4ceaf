"""Follows the editor: which tune the caret stands in, and what it means as music."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import resplit_tunebook, split_tunebook
from abcstudio.notation.diagnostics import Diagnostic, Fix
from abcstudio.notation.incremental import IncrementalParser
from abcstudio.notation.parser import parse
from abcstudio.notation.score import Chord, Score
from abcstudio.notation.spans import Span
from abcstudio.ui.translation import message
from abcstudio.ui.widgets.abc_editor import AbcEditor, ProblemMark
from abcstudio.ui.widgets.takes_list import TuneFacts

PAUSE_MS = 30
"""How long after a change to a text that is not on the screen it is read."""

_LONG_PAUSE_MS = 250
_LONG_TUNE = 50_000


@dataclass(frozen=True, slots=True)
class TuneView:
    """The tune at the caret.

    Attributes:
        offset: Where it starts in the document; the score's spans count from here.
        notes: The place of each note by its first character, in the tune.
    """

    tune: Tune
    offset: int
    score: Score
    notes: dict[int, Span] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The tune's text."""
        return self.tune.text

    @property
    def end(self) -> int:
        """The place after its last character, in the document."""
        return self.offset + len(self.tune.text)

    def note_at(self, caret: int) -> int | None:
        """Return the first character of the note that a place in the document belongs to."""
        place = caret - self.offset
        for start, span in self.notes.items():
            if start <= place < max(span.end, start + 1):
                return start
        return None

    def next_note(self, caret: int) -> int:
        """Return the first character of the note at a place in the document, or after it."""
        place = caret - self.offset
        later = (start for start, span in sorted(self.notes.items()) if span.end > place)
        return next(later, min(self.notes, default=0))

    def places(self, offsets: Collection[int]) -> tuple[Span, ...]:
        """Return where notes stand in the document."""
        spans = (self.notes.get(offset) for offset in offsets)
        return tuple(_moved(span, self.offset) for span in spans if span is not None)

    def problems(self) -> tuple[ProblemMark, ...]:
        """Return what is doubtful, with its place in the document."""
        return tuple(
            ProblemMark(
                _moved(found.span, self.offset),
                found.severity,
                message(f"notation.{found.code}", found.parameters),
                _moved_fix(found.fix, self.offset),
                found.code,
            )
            for found in self.score.diagnostics
        )

    def finding_of(self, fix: Fix) -> Diagnostic | None:
        """Return the finding that a fix in the document mends."""
        found = self.score.diagnostics
        return next((each for each in found if _moved_fix(each.fix, self.offset) == fix), None)

    def facts(self) -> TuneFacts:
        """Return what the list says about it."""
        return TuneFacts(
            title=self.tune.title,
            key=self.tune.key,
            rhythm=self.tune.rhythm,
            measures=self.tune.measure_count,
            problems=len(self.score.diagnostics),
        )


class TuneWatch(QObject):
    """Reads the tune at the caret after each change, as soon as the editor has painted it.

    Typing comes first: the character is on the screen before its music is worked out.

    Signals:
        tune_edited: The tune at the caret has been changed and is not read yet. Carries the `Tune`.
        tune_changed: Another tune or another text. Carries a `TuneView`, None for no text.
    """

    tune_edited = Signal(object)
    tune_changed = Signal(object)

    def __init__(self, editor: AbcEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._parser = IncrementalParser()
        self._text = ""
        self._tunes: tuple[Tune, ...] = ()
        self._awaits_paint = False
        self._view: TuneView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.read_now)
        editor.text_edited.connect(self._on_text_edited)
        editor.caret_moved.connect(self._on_caret_moved)
        editor.viewport().installEventFilter(self)

    @property
    def view(self) -> TuneView | None:
        """The tune as it was last read."""
        return self._view

    @property
    def count(self) -> int:
        """How many tunes the document holds."""
        return len(self._tunes)

    @property
    def tunes(self) -> tuple[Tune, ...]:
        """The document's tunes as they were last read."""
        return self._tunes

    @property
    def has_numbers(self) -> bool:
        """Whether the document is a tunebook: its tunes begin with `X:`."""
        return bool(self._tunes) and self._tunes[0].text.lstrip().startswith("X")

    def read_now(self) -> None:
        """Read the document without waiting."""
        self._timer.stop()
        self._split()
        self._show(self._editor.caret(), force=True)

    def settle(self) -> TuneView | None:
        """Return the tune as the text stands now."""
        if self._timer.isActive():
            self.read_now()
        return self._view

    def stop(self) -> None:
        """Read nothing more."""
        self._timer.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read at the next turn of the event loop once the editor paints the change."""
        if self._awaits_paint and event.type() == QEvent.Type.Paint:
            self._awaits_paint = False
            if self._timer.isActive():
                self._timer.start(0)
        return super().eventFilter(watched, event)

    def _on_text_edited(self) -> None:
        is_long = self._view is not None and len(self._view.text) > _LONG_TUNE
        self._awaits_paint = not is_long
        self._timer.start(_LONG_PAUSE_MS if is_long else PAUSE_MS)
        if is_long:
            return
        self._split()
        tune = _tune_at(self._tunes, self._editor.caret())
        if tune is not None:
            self.tune_edited.emit(tune)

    def _split(self) -> None:
        """Find the tunes of the text as it stands now."""
        text = self._editor.text()
        if text != self._text:
            self._tunes = resplit_tunebook(self._text, self._tunes, text) or _headless(text)
            self._text = text

    def _on_caret_moved(self, caret: int) -> None:
        if not self._timer.isActive():
            self._show(caret, force=False)

    def _show(self, caret: int, *, force: bool) -> None:
        tune = _tune_at(self._tunes, caret)
        if tune is None:
            if self._view is not None or force:
                self._view = None
                self.tune_changed.emit(None)
            return
        old = self._view
        if not force and old is not None and old.tune is tune:
            return
        score = self._parser.update(tune.text, tune.file_header)
        self._view = TuneView(tune, tune.offset, score, dict(_notes(score)))
        self.tune_changed.emit(self._view)


def facts_of(text: str) -> TuneFacts:
    """Return what the list says about a text: about its first tune."""
    tunes = split_tunebook(text) or _headless(text)
    if not tunes:
        return TuneFacts()
    score = parse(tunes[0].text, tunes[0].file_header)
    return TuneView(tunes[0], tunes[0].offset, score).facts()


def _tune_at(tunes: tuple[Tune, ...], caret: int) -> Tune | None:
    before = [tune for tune in tunes if tune.offset <= caret]
    if before:
        return before[-1]
    return tunes[0] if tunes else None


def _headless(text: str) -> tuple[Tune, ...]:
    """Return a text without `X:` as one tune, so that a few typed notes are music already."""
    if not text.strip():
        return ()
    return (Tune(text, 0, 1, "", "", "", "", "", "", 0),)


def _notes(score: Score) -> Iterator[tuple[int, Span]]:
    for voice in score.voices:
        for element in voice.elements:
            if not isinstance(element, Chord):
                continue
            grace = element.grace_notes.notes if element.grace_notes else ()
            for note in (*grace, *element.notes):
                yield note.span.start, note.span


def _moved_fix(fix: Fix | None, offset: int) -> Fix | None:
    return fix and Fix(fix.message_id, _moved(fix.span, offset), fix.replacement)


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)
