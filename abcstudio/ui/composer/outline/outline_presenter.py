"""Keeps the outline of the tunes in step with the text, and moves, copies and removes tunes."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from abcstudio.notation.rewriting.tune_moves import TuneBlocks, TuneMove
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.outline.tunes_panel import TunesPanel
from abcstudio.ui.documents.change_notice import ChangeNotice
from abcstudio.ui.documents.document import Document
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from abcstudio.corpus.tune import Tune

MAX_CHECKED = 500
"""Tunes up to which each is looked through unasked, so that the outline can mark doubtful ones."""

_MANY, _MANY_PAUSE_MS = 500, 400
_NAME = "tunes"

_SHOW_COMMANDS = (
    CommandSpec(
        id="view.tunes",
        words=QT_TRANSLATE_NOOP("OutlinePresenter", "T&unes of this text"),
        tooltip=QT_TRANSLATE_NOOP("OutlinePresenter", "List the tunes of this text and find one"),
        keys="Ctrl+Shift+O",
        icon="list",
        section="panels",
    ),
)

_STEP_COMMANDS = (
    CommandSpec(
        id="view.next_tune",
        words=QT_TRANSLATE_NOOP("OutlinePresenter", "&Next tune of the text"),
        tooltip=QT_TRANSLATE_NOOP("OutlinePresenter", "Go to the tune below"),
        keys="Alt+PgDown",
        section="panels",
    ),
    CommandSpec(
        id="view.previous_tune",
        words=QT_TRANSLATE_NOOP("OutlinePresenter", "Previous tune o&f the text"),
        tooltip=QT_TRANSLATE_NOOP("OutlinePresenter", "Go to the tune above"),
        keys="Alt+PgUp",
        section="panels",
    ),
)

_BOOK_COMMANDS = (
    CommandSpec(
        id="tune.add_below",
        words=QT_TRANSLATE_NOOP("OutlinePresenter", "Add a ne&w tune below"),
        tooltip=QT_TRANSLATE_NOOP(
            "OutlinePresenter", "Begin a tune under this one, with the next free number"
        ),
        keys="Alt+Return",
        icon="plus",
        section="outline",
    ),
    CommandSpec(
        id="tune.duplicate",
        words=QT_TRANSLATE_NOOP("OutlinePresenter", "Dup&licate the tune"),
        tooltip=QT_TRANSLATE_NOOP(
            "OutlinePresenter", "Put a copy of the tune under it, with the next free number"
        ),
        keys="Ctrl+Shift+D",
        icon="copy",
        section="outline",
    ),
    CommandSpec(
        id="tune.move_up",
        words=QT_TRANSLATE_NOOP("OutlinePresenter", "Move the tune &up"),
        tooltip=QT_TRANSLATE_NOOP("OutlinePresenter", "Swap the tune with the one above"),
        keys="Alt+Shift+PgUp",
        icon="chevron-up",
        section="outline",
    ),
    CommandSpec(
        id="tune.move_down",
        words=QT_TRANSLATE_NOOP("OutlinePresenter", "Move the tune &down"),
        tooltip=QT_TRANSLATE_NOOP("OutlinePresenter", "Swap the tune with the one below"),
        keys="Alt+Shift+PgDown",
        icon="chevron-down",
        section="outline",
    ),
    CommandSpec(
        id="tune.delete",
        words=QT_TRANSLATE_NOOP("OutlinePresenter", "&Delete the tune"),
        tooltip=QT_TRANSLATE_NOOP(
            "OutlinePresenter", "Delete the tune from the text; undo brings it back"
        ),
        keys="Alt+Shift+Del",
        icon="trash",
        section="outline",
    ),
)


class OutlinePresenter(QObject):
    """Registers the commands on whole tunes and keeps the outline.

    Signals:
        side_requested: The outline is to come to the front. Carries the name of its panel.
        tune_chosen: The person has gone to another tune.
    """

    side_requested = Signal(str)
    tune_chosen = Signal()

    def __init__(
        self,
        parts: ComposerParts,
        panel: TunesPanel,
    ) -> None:
        desk, check, actions = parts.desk, parts.check, parts.actions
        super().__init__(desk)
        self._desk = desk
        self._editor = desk.editor
        self._watch = desk.watch
        self._side = parts.side
        self._panel = panel
        self._check = check
        self._studio = desk.studio
        # To list thousands of tunes takes longer than a key may.
        self._listing = QTimer(self)
        self._listing.setSingleShot(True)
        self._listing.setInterval(_MANY_PAUSE_MS)
        self._listing.timeout.connect(self._list_tunes)
        group = self._add_commands(actions)
        panel.set_actions([actions.action(spec.id) for spec in _BOOK_COMMANDS])
        panel.tune_chosen.connect(self._on_tune_chosen)
        panel.move_requested.connect(self.move)
        panel.shown_changed.connect(self._show)
        check.changed.connect(self._show)
        desk.watch.tune_changed.connect(self._show)
        desk.watch.tunes_known.connect(self._list_tunes)
        desk.editor.caret_moved.connect(self._show_current)
        desk.documents.current_changed.connect(self._on_document_changed)
        self._show()
        group.follow(desk.changed)

    def show_panel(self) -> None:
        """Bring the outline to the front, ready to find a tune."""
        self.side_requested.emit(_NAME)
        self._panel.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._panel.search.selectAll()

    def current(self) -> int:
        """Return the place of the tune at the caret, from 0; -1 where there is none."""
        return self._watch.index_at(self._editor.caret())

    def go_to(self, index: int, *, focus: bool = False) -> None:
        """Put the caret at the start of a tune, at the top of the editor's view."""
        self._watch.settle()
        if 0 <= index < self._watch.count:
            place = self._watch.offset_of(index)
            # From below, so that the tune's first line comes to the top.
            self._editor.scroll_to_end()
            self._editor.select(Span(place, place), focus=focus)

    def move(self, index: int, to: int) -> None:
        """Put a tune in another place among the tunes, both from 0."""
        self._change(lambda blocks: blocks.move(index, to))

    def _add_commands(self, actions: Actions) -> CommandGroup:
        what_to_do: dict[str, Callable[[], object]] = {
            "view.tunes": self.show_panel,
            "view.next_tune": partial(self._step, 1),
            "view.previous_tune": partial(self._step, -1),
            "tune.add_below": self._add_below,
            "tune.duplicate": self._duplicate,
            "tune.move_up": partial(self._move_by, -1),
            "tune.move_down": partial(self._move_by, 1),
            "tune.delete": self._delete,
        }
        why_not = {"tune.move_up": self._why_unmoved, "tune.move_down": self._why_unmoved}
        views = CommandGroup(actions, self, menu="view", page="composer")
        views.add_all(_SHOW_COMMANDS, what_to_do)
        views.add_all(_STEP_COMMANDS, what_to_do, self._why_alone)
        views.follow(self._desk.changed)
        group = CommandGroup(
            actions, self, menu="tune", page="composer", why_not=self._desk.why_no_book
        )
        for spec in _BOOK_COMMANDS:
            group.add(spec, what_to_do[spec.id], why_not.get(spec.id))
        return group

    def _why_alone(self) -> str:
        return self.tr("There is no other tune in this text.") if self._watch.count < 2 else ""

    def _why_unmoved(self) -> str:
        return self._desk.why_no_book() or self._why_alone()

    def _step(self, step: int) -> None:
        self._watch.settle()
        self.go_to(self.current() + step)
        self.tune_chosen.emit()

    def _move_by(self, step: int) -> None:
        self._watch.settle()
        index = self.current()
        if 0 <= index + step < self._watch.count:
            self.move(index, index + step)
        elif step < 0:
            self._studio.notify(self.tr("This is the first tune already."))
        else:
            self._studio.notify(self.tr("This is the last tune already."))

    def _add_below(self) -> None:
        if self._change(lambda blocks: blocks.add_below(self.current())):
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _duplicate(self) -> None:
        self._change(lambda blocks: blocks.duplicate(self.current()))

    def _delete(self) -> None:
        view, document = self._watch.settle(), self._desk.document
        if view is not None and self._change(lambda blocks: blocks.delete(self.current())):
            notice = self._studio.notify(
                self.tr("{0} is deleted.").format(view.tune.title or self.tr("The tune")),
                "info",
                self.tr("Undo"),
                partial(self._undo, document, document.text()),
            )
            ChangeNotice(self._studio, document, notice)
            if not self._watch.count:
                # The list, which may have had the focus, is gone with its last tune.
                self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self, document: Document, text: str) -> None:
        """Take a deletion back, where nothing else was done since."""
        if document is self._desk.document and document.text() == text:
            self._editor.undo()

    def _change(self, change: Callable[[TuneBlocks], TuneMove]) -> bool:
        """Change the order of the tunes as one step to undo; return whether it was done."""
        self._watch.settle()
        if self._desk.why_no_book():
            return False
        starts = [self._watch.offset_of(index) for index in range(self._watch.count)]
        self._desk.replace_text(lambda text: change(TuneBlocks(text, starts)))
        self._show_current()
        return True

    def _show(self) -> None:
        """Show the tunes as they are now."""
        watch = self._watch
        is_shown = self._panel.isVisible()
        self._side.set_count(_NAME, watch.count if watch.count > 1 else 0)
        self._check.set_wanted(_NAME, is_shown and watch.count <= MAX_CHECKED)
        if is_shown and watch.knows_tunes and watch.count <= _MANY:
            self._list_tunes()
        elif is_shown:
            self._listing.start()
        self._show_current()

    def _list_tunes(self) -> None:
        watch = self._watch
        if self._panel.isVisible() and watch.knows_tunes:
            may_move = watch.has_numbers and not self._desk.document.is_composing
            self._panel.set_tunes(watch.tunes, self._problems_of, may_move=may_move)
            self._show_current()

    def _show_current(self) -> None:
        if self._panel.isVisible():
            self._panel.show_current(self.current())

    def _problems_of(self, tune: "Tune") -> int | None:
        view = self._watch.view
        if view is not None and view.tune == tune:
            return len(view.score.diagnostics)
        found = self._check.found(tune)
        return None if found is None else len(found)

    def _on_document_changed(self) -> None:
        # What was sought in another text would hide the tunes of this one.
        self._panel.search.clear()
        if not self._watch.knows_tunes:
            # Nor are the tunes of another text to be seen while these become known.
            self._panel.set_tunes((), self._problems_of, may_move=False)

    def _on_tune_chosen(self, index: int, goes_there: bool) -> None:
        self.go_to(index, focus=goes_there)
        self.tune_chosen.emit()
