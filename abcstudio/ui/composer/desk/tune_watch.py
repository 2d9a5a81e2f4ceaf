"""Follows the editor: which tune the caret stands in, and what it means as music.

Over 400 lines: when to read, what was read and what is still awaited are one state.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.diagnostics import Diagnostic, Fix, problem_count
from abcstudio.notation.explaining.explanation import Explainer
from abcstudio.notation.measures.measure_at import MeasurePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rereading.incremental import IncrementalParser
from abcstudio.notation.score import Chord, Score
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.editor_marks import ProblemMark
from abcstudio.ui.words.translation import message
from abcstudio.workers.job import Job, plain_work

PAUSE_MS = 30
"""How long after a change to a text that is not on the screen it is read."""

LARGE_TUNE = 20_000
"""Characters from which on a tune is read in the background: several hundred measures."""

_LONG_PAUSE_MS = 250
# So many tunes are read in one go, a few milliseconds, and then the window has its turn.
_READ_AT_ONCE = 40
_FILLING_MS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TuneView:
    """The tune at the caret.

    Attributes:
        offset: Where it starts in the document; the score's spans count from here.
        notes: The place of each note by its first character, in the tune.
        music_places: The music by its places, where it was found in the background.
        explainer: Explains the text, where it was made ready in the background.
    """

    tune: Tune
    offset: int
    score: Score
    notes: dict[int, Span] = field(default_factory=dict)
    music_places: MeasurePlaces | None = None
    explainer: Explainer | None = None

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

    def keys_at(self, caret: int) -> list[int]:
        """Return the piano keys of the note that a place in the document belongs to."""
        start = self.note_at(caret)
        if start is None:
            return []
        return [
            round(note.pitch.midi_number + voice.transpose)
            for voice in self.score.voices
            for element in voice.elements
            if isinstance(element, Chord)
            for note in element.notes
            if note.span.start == start
        ]

    def next_note(self, caret: int) -> int:
        """Return the first character of the note at a place in the document, or after it."""
        place = caret - self.offset
        later = (start for start, span in sorted(self.notes.items()) if span.end > place)
        return next(later, min(self.notes, default=0))

    def places(self, offsets: Collection[int]) -> tuple[Span, ...]:
        """Return where notes stand in the document."""
        spans = (self.notes.get(offset) for offset in offsets)
        return tuple(span.moved(self.offset) for span in spans if span is not None)

    def problems(self) -> tuple[ProblemMark, ...]:
        """Return what is doubtful, with its place in the document."""
        return tuple(
            ProblemMark(
                found.span.moved(self.offset),
                found.severity,
                message(f"notation.{found.code}", found.parameters),
                _moved_fix(found.fix, self.offset),
                found.code,
            )
            for found in self.score.diagnostics
        )

    def finding_of(self, fix: Fix) -> Diagnostic | None:
        """Return the finding that a fix in the document is for."""
        found = self.score.diagnostics
        return next((each for each in found if _moved_fix(each.fix, self.offset) == fix), None)

    def facts(self) -> TuneFacts:
        """Return what the list says about it."""
        return TuneFacts(
            title=self.tune.title,
            key=self.tune.key,
            rhythm=self.tune.rhythm,
            measures=self.tune.measure_count,
            problems=problem_count(self.score.diagnostics),
        )


class TuneWatch(QObject):
    """Reads the tune at the caret after each change, as soon as the editor has painted it.

    Typing comes first: the character is on the screen before its music is worked out. Of a large
    text only the tune at the caret is read; what the other tunes are follows in pieces. A large
    tune is read in the background.

    Signals:
        tune_edited: The tune at the caret has been changed and is not read yet. Carries the `Tune`.
        tune_changed: Another tune or another text. Carries a `TuneView`, None for no text and
            while a large tune is read for the first time.
        tunes_known: What each tune of a large text is has become known.
    """

    tune_edited = Signal(object)
    tune_changed = Signal(object)
    tunes_known = Signal()

    def __init__(
        self,
        editor: AbcEditor,
        parent: QObject | None = None,
        start: Callable[[Job], object] = Job.start,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._start_job = start
        self._parser = IncrementalParser()
        self._large_parser = IncrementalParser()
        self._text = ""
        self._headless: tuple[str, tuple[Tune, ...]] = ("", ())
        self._awaits_paint = False
        self._view: TuneView | None = None
        self._shown_key = 0
        self._job: Job | None = None
        self._awaited: Tune | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._filler = QTimer(self)
        self._filler.setInterval(_FILLING_MS)
        self._filler.timeout.connect(self._read_some)
        editor.text_edited.connect(self._on_text_edited)
        editor.caret_moved.connect(self._on_caret_moved)
        editor.viewport().installEventFilter(self)

    @property
    def view(self) -> TuneView | None:
        """The tune as it was last read."""
        return self._view

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for a pause in typing before the text is read."""
        return self._timer.isActive()

    @property
    def is_reading(self) -> bool:
        """Whether a large tune is being read in the background."""
        return self._awaited is not None

    @property
    def count(self) -> int:
        """How many tunes the document holds."""
        return len(self._editor.book()) or len(self._without_number())

    @property
    def tunes(self) -> tuple[Tune, ...]:
        """The document's tunes; for a large text that takes a while before they are known."""
        return self._editor.book().tunes() or self._without_number()

    @property
    def knows_tunes(self) -> bool:
        """Whether to ask for the tunes costs next to nothing."""
        return self._editor.book().is_complete

    @property
    def known_tunes(self) -> tuple[Tune, ...]:
        """The document's tunes, none while those of a large text are not known yet."""
        return self.tunes if self.knows_tunes else ()

    @property
    def has_numbers(self) -> bool:
        """Whether the document is a tunebook: a line of it begins with `X:`."""
        return self._editor.book().has_numbers

    def index_at(self, caret: int) -> int:
        """Return the place of the tune at a place of the text, from 0; -1 where there is none."""
        book = self._editor.book()
        return book.index_at(caret) if len(book) else min(self.count, 1) - 1

    def offset_of(self, index: int) -> int:
        """Return where a tune begins, by its place from 0."""
        book = self._editor.book()
        return book.offset_of(index) if len(book) else 0

    def read_now(self) -> None:
        """Read the tune without waiting for a pause; a large one in the background."""
        self._timer.stop()
        self._show(self._editor.caret(), force=True)

    def settle(self) -> TuneView | None:
        """Return the tune as the text stands now."""
        if self._timer.isActive() or self.is_reading:
            self._timer.stop()
            self._awaited = None
            self._show(self._editor.caret(), force=True, waits=True)
        return self._view

    def stop(self) -> None:
        """Read nothing more."""
        self._timer.stop()
        self._filler.stop()
        self._awaited = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read at the next turn of the event loop once the editor paints the change."""
        if self._awaits_paint and event.type() == QEvent.Type.Paint:
            self._awaits_paint = False
            if self._timer.isActive():
                self._timer.start(0)
        return super().eventFilter(watched, event)

    def _on_text_edited(self) -> None:
        self._text = self._editor.text()
        caret, book = self._editor.caret(), self._editor.book()
        length = book.length_of(book.index_at(caret)) if len(book) else len(self._text)
        self._awaits_paint = length <= LARGE_TUNE
        if length > LARGE_TUNE:
            self._timer.start(_LONG_PAUSE_MS)
            return
        self._timer.start(PAUSE_MS)
        tune = self._tune_at(caret)
        if tune is not None:
            self.tune_edited.emit(tune)

    def _on_timeout(self) -> None:
        self._show(self._editor.caret(), force=True)

    def _on_caret_moved(self, caret: int) -> None:
        # Qt tells of the caret before it tells of the text that moved it.
        if not self._timer.isActive() and self._editor.text() is self._text:
            self._show(caret, force=False)

    def _tune_at(self, caret: int) -> Tune | None:
        book = self._editor.book()
        if len(book):
            return book.tune(book.index_at(caret))
        return next(iter(self._without_number()), None)

    def _without_number(self) -> tuple[Tune, ...]:
        text = self._editor.text()
        if self._headless[0] is not text:
            self._headless = (text, _headless(text))
        return self._headless[1]

    def _show(self, caret: int, *, force: bool, waits: bool = False) -> None:
        self._text = self._editor.text()
        tune = self._tune_at(caret)
        self._fill()
        old = self._view
        if tune is None:
            self._awaited = None
            if old is not None or force:
                self._set_view(None)
            return
        if not force and ((old is not None and old.tune is tune) or self._awaited is tune):
            return
        if len(tune.text) > LARGE_TUNE and not waits:
            self._read_in_background(tune)
            return
        self._awaited = None
        parser = self._parser if len(tune.text) <= LARGE_TUNE else IncrementalParser()
        self._set_view(_view_of(tune, parser))

    def _set_view(self, view: TuneView | None) -> None:
        self._view, self._shown_key = view, self._editor.document_key
        self.tune_changed.emit(view)

    def _read_in_background(self, tune: Tune) -> None:
        self._awaited = tune
        if self._view is not None and not self._is_same_tune(self._view.tune, tune):
            self._set_view(None)
        if self._job is not None:
            # What comes after it is read when it has ended.
            return
        self._job = Job(plain_work(_read_large, tune, self._large_parser))
        self._job.finished.connect(self._on_read)
        self._job.ended.connect(self._on_job_ended)
        self._start_job(self._job)

    def _is_same_tune(self, old: Tune, tune: Tune) -> bool:
        return old.offset == tune.offset and self._shown_key == self._editor.document_key

    def _on_read(self, view: TuneView) -> None:
        if self._awaited is view.tune:
            self._awaited = None
            self._set_view(view)

    def _on_job_ended(self) -> None:
        self._job = None
        if self._awaited is not None:
            self._show(self._editor.caret(), force=True)

    def _fill(self) -> None:
        """Have the other tunes of a text read, in pieces where they are many."""
        book = self._editor.book()
        if not book.is_complete and not self._filler.isActive():
            if len(book) <= _READ_AT_ONCE:
                book.tunes()
            else:
                self._filler.start()

    def _read_some(self) -> None:
        if not self._editor.book().read_some(_READ_AT_ONCE):
            self._filler.stop()
            self.tunes_known.emit()


def facts_of(text: str) -> TuneFacts:
    """Return what the list says about a text: about its first tune."""
    tunes = split_tunebook(text) or _headless(text)
    if not tunes:
        return TuneFacts()
    score = parse(tunes[0].text, tunes[0].file_header)
    return TuneView(tune=tunes[0], offset=tunes[0].offset, score=score).facts()


def _view_of(tune: Tune, parser: IncrementalParser) -> TuneView:
    score = parser.update(tune.text, tune.file_header)
    return TuneView(tune=tune, offset=tune.offset, score=score, notes=dict(_notes(score)))


def _read_large(tune: Tune, parser: IncrementalParser) -> TuneView:
    """Read a tune, and prepare what is needed as soon as the caret rests in it."""
    view = _view_of(tune, parser)
    explainer = Explainer(view.score)
    explainer.prepare()
    places = MeasurePlaces(view.score)
    return replace(view, music_places=places, explainer=explainer)


def _headless(text: str) -> tuple[Tune, ...]:
    """Return a text without headers as one tune, so that a few typed notes are music already."""
    return (Tune.headless(text),) if text.strip() else ()


def _notes(score: Score) -> Iterator[tuple[int, Span]]:
    for voice in score.voices:
        for element in voice.elements:
            if not isinstance(element, Chord):
                continue
            grace = element.grace_notes.notes if element.grace_notes else ()
            for note in (*grace, *element.notes):
                yield note.span.start, note.span


def _moved_fix(fix: Fix | None, offset: int) -> Fix | None:
    return fix and replace(fix, span=fix.span.moved(offset))
