"""Composing takes in the background and letting their characters arrive in new documents."""

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.composing.provenance import MixedIn, Provenance
from abcstudio.composing.takes import Take, has_begun, remarks_on
from abcstudio.recipes.compose import CharactersSampled, ComposeResult
from abcstudio.recipes.models import ModelInfo
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.ui.composer.takes.arriving.arriving_texts import ArrivingTexts
from abcstudio.ui.composer.takes.arriving.read_takes import (
    TakeRead,
    TakesComposed,
    compose_and_read,
)
from abcstudio.ui.composer.takes.arriving.requests import request_for, who_composes
from abcstudio.ui.composer.takes.arriving.turns import Turns
from abcstudio.ui.composer.takes.compose_wish import ComposeWish
from abcstudio.ui.composer.takes.mixing.mix_box import Mixing
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.composer.takes.take_origin import author_of, name_authors, take_over
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message
from abcstudio.workers.job import Job


class ComposeSession(QObject):
    """Composes takes in the background, one request at a time.

    Signals:
        started: Carries the new, still empty documents in a tuple, the first take first.
        arriving: Characters are about to be added to a document. Carries the `Document`.
        characters_arrived: Characters arrived in a document, perhaps in place of some that had
            arrived before. Carries the `Document`.
        take_finished: A take has all its characters and is kept, while others may still arrive.
            Carries the `Document`.
        take_ended: A take is whole: nothing arrives for it any more. Carries the `Document`.
        all_whole: All takes are whole; `ended` comes in a moment. Carries their documents.
        stopping: What is composed was told to stop; it ends in a moment.
        composed_on: Carries the GPU that composed as a `Device`, or None for the CPU.
        ended: Nothing is composed any more. Carries the documents that hold something.
        failed: Composing could not begin or go on. Carries the exception.
    """

    started = Signal(object)
    arriving = Signal(object)
    characters_arrived = Signal(object)
    take_finished = Signal(object)
    take_ended = Signal(object)
    all_whole = Signal(object)
    stopping = Signal()
    composed_on = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        studio: Studio,
        history: TakeHistory,
        documents: Documents,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._history = history
        self._open = documents
        self._texts = ArrivingTexts(documents, self)
        self._texts.arriving.connect(self.arriving)
        self._texts.arrived.connect(self.characters_arrived)
        self._endings = Turns(self)
        self._job: Job | None = None
        self._documents: tuple[Document, ...] = ()
        self._finished: dict[int, Take] = {}
        self._facts: dict[str, TuneFacts] = {}
        self._found: dict[str, TakeFacts] = {}
        # How many characters of each take have come, those that were taken back counted too.
        self._arrived = Counter[int]()
        self._is_stopped = False

    @property
    def is_composing(self) -> bool:
        """Whether characters still arrive."""
        return self._job is not None

    @property
    def is_stopping(self) -> bool:
        """Whether what is composed was told to stop, and has not ended yet."""
        return self.is_composing and self._is_stopped

    def start(self, wish: ComposeWish, model: ModelInfo, mixing: Mixing | None = None) -> None:
        """Compose takes as wished; does nothing while others are composed."""
        if self._job is not None:
            return
        model, mixing = who_composes(model, mixing)
        request = request_for(wish, model, mixing)
        self._documents = tuple(
            self._document(number, wish, model, index, mixing)
            for index, number in enumerate(self._history.next_numbers(wish.takes))
        )
        self._finished.clear()
        self._facts.clear()
        self._found.clear()
        self._arrived.clear()
        self._is_stopped = False
        job = Job(partial(compose_and_read, request))
        self._job = job
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        job.cancelled.connect(self._on_cancelled)
        job.failed.connect(self._on_failed)
        self.started.emit(self._documents)
        self._studio.start(job)

    def stop(self) -> None:
        """Stop and keep what was composed, where it has come to music."""
        if self._job is not None and not self._is_stopped and not self._endings.are_left:
            self._is_stopped = True
            self._job.cancel()
            self.stopping.emit()

    def bring_texts(self) -> None:
        """Add to the documents what has come for them by now; takes that are whole end."""
        self._texts.bring_all()
        self._endings.finish()

    def facts_of(self, text: str) -> TuneFacts:
        """Return what the list says about a text; of a take that is done it is known."""
        return self._facts.get(text) or facts_of(text)

    def found_of(self, text: str) -> TakeFacts | None:
        """Return what was found out about a take that is done; None of one that was stopped."""
        return self._found.get(text)

    def _document(
        self, number: int, wish: ComposeWish, model: ModelInfo, index: int, mixing: Mixing | None
    ) -> Document:
        document = Document(self._history.name_of(number))
        document.provenance.take_number = number
        document.provenance.origin = TakeOrigin(
            made=Provenance(
                model=model.name,
                fingerprint="",
                prompt=wish.seed,
                take=index,
                takes=wish.takes,
                sampling=wish.sampling,
                wishes=wish.wishes,
                mixed=mixing and MixedIn(model=mixing.model.name, share=mixing.share),
            ),
            model_path=Path(model.path),
            asked=wish.seed if wish.complete_header else "",
        )
        document.authors.write_as(author_of(document.provenance))
        document.begin_composing()
        return document

    def _on_progressed(self, report: object) -> None:
        if isinstance(report, CharactersSampled) and report.take < len(self._documents):
            self._arrived[report.take] += len(report.text)
            document = self._documents[report.take]
            self._texts.add(document, report.text, taken_back=report.taken_back)
        elif isinstance(report, TakeRead):
            self._on_take_finished(report)

    def _on_take_finished(self, read: TakeRead) -> None:
        """Keep a take at once: the others may take long, and the program may be ended."""
        finished = read.finished
        take, place = finished.take, finished.take.number - 1
        document = self._documents[place]
        self._texts.bring(document)
        self._finished[place] = take
        take_over(document, take.provenance)
        if finished.guard is not None:
            self._history.note_guard(document, finished.guard)
        if has_begun(take.raw, take.provenance.prompt):
            self._history.remember_text(document, take.text, read.facts, read.found)
            self.take_finished.emit(document)

    def _on_finished(self, composed: TakesComposed) -> None:
        """Let the takes end one after the other: eight at once would hold the window."""
        self._facts.update(composed.facts)
        self._found.update(composed.found)
        pairs = zip(self._documents, composed.result.takes, strict=False)
        self._endings.add([partial(self._take_in, *pair) for pair in pairs])
        self._endings.add([partial(self.all_whole.emit, self._documents), self._tell])
        self._endings.add([partial(self._end_all, composed.result)])
        self._open.hold()

    def _take_in(self, document: Document, take: Take) -> None:
        self._texts.bring(document)
        self._note_cut(document, take)
        take_over(document, take.provenance)
        document.end_composing(take.text if self._is_kept(take) and take.raw.strip() else "")
        name_authors(document)
        self.take_ended.emit(document)

    def _tell(self) -> None:
        """Let those who follow the documents know what has changed, each signal in its turn."""
        self._endings.add_next(self._open.untold())

    def _is_kept(self, take: Take) -> bool:
        """Return whether a take stays: its seed is in the form, and nothing else is no take."""
        return not self._is_stopped or has_begun(take.raw, take.provenance.prompt)

    def _end_all(self, result: ComposeResult) -> None:
        kept = sum(map(self._is_kept, result.takes))
        if kept < len(result.takes):
            self._say_what_was_not_begun(kept)
        self._say_what_is_missing(result)
        self.composed_on.emit(result.card)
        if (left_out := result.unguarded) is not None:
            self._studio.notify(message(left_out.message_id, left_out.parameters), "warning")
        self._end()

    def _note_cut(self, document: Document, take: Take) -> None:
        """Keep how long a take was that has been stopped, so that it can be made again."""
        is_cut = self._is_stopped and take.number - 1 not in self._finished
        origin = take.provenance
        if is_cut and origin.marks is None:
            characters = self._arrived[take.number - 1] - len(origin.prompt)
            self._history.note_cut(document, characters)

    def _say_what_was_not_begun(self, others: int) -> None:
        if others:
            words = self.tr("Takes that were stopped before their first note are not kept.")
        else:
            words = self.tr("Stopped before the first note: there is no take to keep.")
        self._studio.notify(words)

    def _say_what_is_missing(self, result: ComposeResult) -> None:
        """Say, once for all takes, that a network wrote no whole header, or no music."""
        pairs = zip(self._documents, result.takes, strict=False)
        kept = [(document.provenance.take_number, t) for document, t in pairs if document.text()]
        for remark in remarks_on(kept):
            self._studio.notify(message(remark.message_id, remark.parameters), "info")

    def _on_cancelled(self) -> None:
        self._texts.bring_all()
        if not any(map(has_music_of_its_own, self._documents)):
            self._say_what_was_not_begun(0)
        self._end()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._texts.bring_all()
        documents, self._documents, self._job = self._documents, (), None
        with self._open.together():
            for place, document in enumerate(documents):
                if not document.is_composing:
                    continue
                if place in self._finished:
                    document.end_composing(self._finished[place].text)
                else:
                    document.end_composing(None if has_music_of_its_own(document) else "")
                name_authors(document)
                self.take_ended.emit(document)
            self.ended.emit(documents)


def has_music_of_its_own(document: Document) -> bool:
    """Return whether a take that is being composed has come to music beyond its seed."""
    origin = document.provenance.origin
    prompt = origin.made.prompt if origin is not None else ""
    return has_begun(document.text(), prompt)
