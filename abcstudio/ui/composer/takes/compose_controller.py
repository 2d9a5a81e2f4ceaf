"""Composing: the network samples what the form requests into takes, shown as it comes."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from abcstudio.composing.provenance import is_of_older_edition
from abcstudio.composing.rhythm_of import rhythm_of
from abcstudio.composing.tune_opening import opening_of
from abcstudio.errors import PromptError
from abcstudio.messages import Phrase
from abcstudio.notation.spans import Span
from abcstudio.recipes.models import find_model
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.takes.arriving.turns import Turns
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import remember_form
from abcstudio.ui.composer.takes.compose_session import ComposeSession, has_music_of_its_own
from abcstudio.ui.composer.takes.compose_wish import ComposeWish
from abcstudio.ui.composer.takes.composing_ahead import ComposingAhead
from abcstudio.ui.composer.takes.jury_words import is_looked_for
from abcstudio.ui.composer.takes.mixing.mixed_origin import show_mixed
from abcstudio.ui.composer.takes.ranking.best_take import BestTake
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.take_origin import origin_in
from abcstudio.ui.documents.document import Document
from abcstudio.ui.words.translation import error_sentence, message

BEST_OF = 16
"""How many tunes one press composes for a take that is the best of them."""


class ComposeController(QObject):
    """Starts and stops the session, and keeps form, takes and editor in step with it.

    Attributes:
        ahead: Makes ready what the first takes would wait for.

    Signals:
        origin_changed: The text in the editor says otherwise how it was composed, or no longer.
    """

    origin_changed = Signal()

    def __init__(
        self,
        parts: ComposerParts,
        form: ComposeForm,
        session: ComposeSession,
        takes: TakesRoom,
    ) -> None:
        super().__init__(form)
        self._form = form
        self._session = session
        self._documents = documents = parts.desk.documents
        self._files = parts.files
        self._takes = takes.list
        self._details = takes.details
        self._history = takes.history
        self._editor = editor = parts.desk.editor
        self._watch = parts.desk.watch
        self._link = parts.link
        self._score = score = parts.score
        self._studio = parts.studio
        self.ahead = ComposingAhead(parts.studio, form, session)
        self._best = BestTake(documents, takes.list.takes, (takes.list, editor, score), form)
        self._listing = Turns(self)
        self._is_following = True
        self._whole: Document | None = None
        self._impossible = ""
        self._focus_at_start: QWidget | None = None
        self._form_at_start: tuple[object, ...] = ()
        self._connect()
        self._show_models()

    def _connect(self) -> None:
        form, session = self._form, self._session
        form.compose_requested.connect(self.compose)
        form.stop_requested.connect(session.stop)
        form.drop_unknown_requested.connect(self._on_drop_unknown)
        form.without_requested.connect(self._on_without)
        form.wishes.changed.connect(self._check_seed)
        form.seed.textChanged.connect(self._check_seed)
        form.mix.changed.connect(self._check_seed)
        rhythm = form.wishes.rhythm_row
        rhythm.open_tune_wanted.connect(self._give_rhythm)
        session.started.connect(self._on_started)
        session.arriving.connect(self._on_arriving)
        session.characters_arrived.connect(self._on_characters_arrived)
        session.stopping.connect(form.show_stopping)
        session.take_ended.connect(self._on_take_ended)
        session.all_whole.connect(self._show_whole)
        session.ended.connect(self._on_ended)
        session.failed.connect(self._on_failed)
        self._details.again_requested.connect(self.compose_again)
        self._takes.more_requested.connect(self._compose_more)
        self._details.seed_requested.connect(self._on_seed_requested)
        self._watch.tune_changed.connect(self._read_origin)
        self._studio.models_changed.connect(self._show_models)
        self._studio.model_changed.connect(self._show_models)

    def compose(self) -> None:
        """Compose what the form asks for."""
        self._compose()

    def compose_best(self) -> None:
        """Compose what the form asks for: one take, the best of many by the jury."""
        self._compose(best=BEST_OF)

    def _compose(self, *, best: int = 0) -> None:
        model = self._studio.model
        if model is None:
            self._form.show_message(message("model.none"))
        elif not self._session.is_composing:
            self._check_seed()
            wish = None if self._form.has_message else self._form.wish()
            if wish is not None:
                if best:
                    # One is kept of so many, however many takes the form asks for.
                    sampling = replace(wish.sampling, best=best)
                    wish = replace(wish, sampling=sampling, takes=1)
                self._session.start(wish, model, self._form.mix.mixing())

    def compose_again(self) -> None:
        """Compose with the settings of the document in the editor and another number."""
        document = self._documents.current
        if document.provenance.origin is not None and not self._session.is_composing:
            self._use_origin(same_number=False)
            self.compose()

    def compose_from_opening(self) -> None:
        """Compose as `compose_again` does, from the first measures of that document on."""
        document = self._documents.current
        if document.provenance.origin is None or self._session.is_composing:
            return
        opening = opening_of(document.text())
        if opening:
            self._use_origin(same_number=False, opening=opening)
            self.compose()
        else:
            self._studio.notify(
                self.tr("Only a tune of one voice with more than two measures can be gone on from.")
            )

    def _compose_more(self, from_opening: bool) -> None:
        if from_opening:
            self.compose_from_opening()
        else:
            self.compose_again()

    def _show_models(self) -> None:
        self._form.set_has_model(self._studio.model is not None)
        self._check_seed()

    def _check_seed(self) -> None:
        """Say at once which characters of the seed the model has never seen."""
        unknown = self._form.mix.vocabulary().unknown_in(self._form.seed.toPlainText())
        if self._studio.model is None:
            unknown = ""
        if unknown:
            shown = " ".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in unknown)
            self._show_prompt_error(PromptError("prompt.unknown_characters", characters=shown))
        else:
            self._form.show_message("")

    def _show_prompt_error(self, error: PromptError) -> None:
        is_unknown = error.message_id == "prompt.unknown_characters"
        self._impossible = _impossible_wish(error)
        self._form.show_message(
            error_sentence(error), offer_drop=is_unknown, offer_without=bool(self._impossible)
        )

    def _use_origin(self, *, same_number: bool, opening: str = "") -> None:
        document = self._documents.current
        origin = document.provenance.origin
        if origin is None:
            return
        now = self._form.sampling()
        is_open = bool(origin.asked) and not same_number and not opening
        wish = ComposeWish(
            seed=opening or (origin.asked if is_open else origin.made.prompt),
            sampling=replace(
                origin.made.sampling,
                **{name: getattr(now, name) for name in origin.made.unknown},
            ),
            takes=origin.made.takes if same_number else self._form.takes.value(),
            complete_header=is_open,
            wishes=origin.made.wishes,
        )
        if not same_number:
            # Takes whose headers were completed had starts of their own; new ones may share them.
            wish = replace(wish, sampling=replace(wish.sampling, share_attempts=True))
        self._form.set_wish(wish, same_number=same_number)
        if same_number and is_of_older_edition(origin.made.sampling, origin.made.wishes):
            self._studio.notify(
                self.tr(
                    "An older version composed this tune. "
                    "With its seed, this version composes a different one."
                ),
                "info",
            )
        model = find_model(
            self._studio.models, origin.model_path, origin.made.model, origin.made.fingerprint
        )
        show_mixed(origin.made.mixed if model else None, self._form.mix, self._studio)
        if model is not None:
            self._studio.choose_model(model.path)
        elif self._studio.model is not None:
            self._studio.notify(
                self.tr("The model {0} is not here; {1} composes in its place.").format(
                    origin.made.model, self._studio.model.name
                ),
                "warning",
            )

    def _read_origin(self, view: TuneView | None) -> None:
        """Read how the tune was composed, if its lines say so; of a take that is known."""
        document = self._documents.current
        provenance = document.provenance
        if document.is_composing or provenance.take_number:
            return
        origin = origin_in(view.text) if view else None
        if origin != provenance.origin:
            provenance.origin = origin
            self._details.show_document(document)
            self.origin_changed.emit()

    def _on_seed_requested(self) -> None:
        self._use_origin(same_number=True)

    def _give_rhythm(self) -> None:
        """Let the open tune's rhythm be wished, where it has one."""
        view = self._watch.view
        row = self._form.wishes.rhythm_row
        try:
            row.show_of_open_tune(rhythm_of(view.tune.standalone_text if view else ""))
        except ValueError:
            row.show_of_open_tune("")
            self._form.show_message(
                self.tr(
                    "The open tune has no rhythm that can be kept: "
                    "it needs a meter and notes in one voice."
                )
            )

    def _on_drop_unknown(self) -> None:
        if self._studio.model is not None:
            seed = self._form.seed.toPlainText()
            self._form.set_seed(self._form.mix.vocabulary().without_unknown(seed))
            self.compose()

    def _on_without(self) -> None:
        self._form.wishes.leave_out(self._impossible)
        self.compose()

    def _on_started(self, documents: tuple[Document, ...]) -> None:
        self._focus_at_start = QApplication.focusWidget()
        self._form_at_start = self._form.contents()
        self._form.set_busy(True)
        self._is_following, self._whole = True, None
        self._best.begin(documents[-1])
        # The last one stands on top of the list: from there all are heard with one key. The others,
        # and those who follow the documents, come in later turns: all at once held the window.
        self._documents.hold()
        self._list(documents[-1:])
        self._listing.add([
            partial(self._show_newest, documents[-1]),
            partial(self._list_others, documents),
            self._tell,
            partial(remember_form, self._form, self._studio),
        ])  # fmt: skip

    def _show_newest(self, document: Document) -> None:
        self._documents.make_current(document)
        self._takes.show_newest()

    def _tell(self) -> None:
        """Let those who follow the documents know what has changed, each signal in its turn."""
        self._listing.add_next(self._documents.untold())

    def _list_others(self, documents: tuple[Document, ...]) -> None:
        """List the takes that are out of sight, and let all stand in their order."""
        self._list(documents[:-1])
        others = [each for each in self._documents if each not in documents]
        self._documents.arrange([*others, *documents])

    def _list(self, documents: tuple[Document, ...]) -> None:
        for document in documents:
            self._documents.add(document, make_current=False)
            if is_looked_for(document):
                self._takes.takes.set_looking(document, not has_music_of_its_own(document))

    def _on_arriving(self, document: Document) -> None:
        if document not in self._documents:
            self._listing.finish()
        if document is self._documents.current:
            self._is_following = self._editor.is_following()

    def _on_characters_arrived(self, document: Document) -> None:
        takes = self._takes.takes
        if takes.is_looking(document) and has_music_of_its_own(document):
            takes.set_looking(document, False)
        if document is self._documents.current and self._is_following:
            self._editor.scroll_to_end()

    def _on_take_ended(self, document: Document) -> None:
        """Say what a take is, now that it is whole, and keep it."""
        self._listing.finish()
        self._takes.takes.set_looking(document, False)
        text = document.text()
        if text.strip():
            facts = self._session.facts_of(text)
            document.set_title(facts.title)
            self._takes.takes.set_facts(document, facts)
            self._history.remember(document, facts, self._session.found_of(text))

    def _show_whole(self, documents: tuple[Document, ...]) -> None:
        """Show the best take from its start, or the one at hand, and read it as any other text."""
        self._best.show(documents)
        self._whole = self._documents.current
        self._listing.add([partial(self._show_from_start, documents), self._watch.read_now])

    def _show_from_start(self, documents: tuple[Document, ...]) -> None:
        if self._whole in documents and self._whole is self._documents.current:
            self._editor.select(Span(0, 0))
            self._editor.fold_origin()
            self._link.show_from_top()

    def _on_ended(self, documents: tuple[Document, ...]) -> None:
        self._listing.finish()
        self._form.set_busy(False)
        for document in documents:
            if not document.text().strip():
                if len(self._documents) < 2:
                    # What stood there before went away when the take came.
                    self._files.welcome()
                self._documents.remove(document)
        if self._documents.current is not self._whole:
            self._show_whole(documents)
            self._listing.finish()
        if self._watch.view is not None and self._hands_focus_on():
            # Space plays what has just been composed, and writes no blank into it.
            self._score.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hands_focus_on(self) -> bool:
        """Return whether the person has only waited since, neither typing a wish nor elsewhere."""
        began, focus = self._focus_at_start, QApplication.focusWidget()
        if not self._score.isVisible():
            return False
        if focus is None or focus is self._form.compose_button:
            return True
        if focus.window() is not self._score.window() or self._takes.isAncestorOf(focus):
            return False
        if self._form.isAncestorOf(focus):
            uses_space = focus is self._form.seed or isinstance(focus, QAbstractButton)
            is_untouched = focus is began and self._form.contents() == self._form_at_start
            return uses_space and is_untouched
        if focus is self._takes:
            return False
        is_gone = began is None or not isValid(began) or not began.isVisible()
        return is_gone or focus is began

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, PromptError):
            self._show_prompt_error(error)
        else:
            self._form.show_message(error_sentence(error))


def _impossible_wish(error: PromptError) -> str:
    """Return the name of the wish that an error is about; "" where it is about none alone."""
    wish = error.parameters.get("wish")
    return wish.message_id.removeprefix("wish.") if isinstance(wish, Phrase) else ""
