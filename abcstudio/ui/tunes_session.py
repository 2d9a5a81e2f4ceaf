"""Keeps the outline of the tunes in step with the text, and moves, copies and removes tunes."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from abcstudio.notation.spans import Span
from abcstudio.notation.tune_moves import TuneBlocks, TuneMove
from abcstudio.ui.actions import Actions
from abcstudio.ui.document import Document
from abcstudio.ui.file_check import FileCheck
from abcstudio.ui.studio import Studio
from abcstudio.ui.widgets.tunes_panel import TunesPanel

if TYPE_CHECKING:
    from abcstudio.corpus.tune import Tune
    from abcstudio.ui.composer_page import ComposerPage

MAX_CHECKED = 500
"""Tunes up to which each is looked through unasked, so that the outline can mark doubtful ones."""

_MANY, _MANY_PAUSE_MS = 500, 400
_PAGE = "composer"
_NAME = "tunes"


class TunesSession(QObject):
    """Registers the commands on whole tunes and keeps the outline."""

    def __init__(
        self,
        page: "ComposerPage",
        studio: Studio,
        actions: Actions,
        panel: TunesPanel,
        check: FileCheck,
        show_side: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._studio = studio
        self._actions = actions
        self._panel = panel
        self._check = check
        self._show_side = show_side
        self._book_ids: list[str] = []
        # To list thousands of tunes takes longer than a key may.
        self._listing = QTimer(self)
        self._listing.setSingleShot(True)
        self._listing.setInterval(_MANY_PAUSE_MS)
        self._listing.timeout.connect(self._list_tunes)
        self._add_commands()
        panel.set_actions([actions.action(action_id) for action_id in self._book_ids])
        panel.tune_chosen.connect(self._on_tune_chosen)
        panel.move_requested.connect(self.move)
        panel.shown_changed.connect(self._show)
        check.changed.connect(self._show)
        page.watch.tune_changed.connect(self._show)
        page.watch.tunes_known.connect(self._list_tunes)
        page.editor.caret_moved.connect(self._show_current)
        page.documents.state_changed.connect(self._show_states)
        page.documents.current_changed.connect(self._on_document_changed)
        self._show()

    def show_panel(self) -> None:
        """Bring the outline to the front, ready to find a tune."""
        self._show_side(_NAME)
        self._panel.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._panel.search.selectAll()

    def current(self) -> int:
        """Return the place of the tune at the caret, from 0; -1 where there is none."""
        return self._page.watch.index_at(self._page.editor.caret())

    def go_to(self, index: int, *, focus: bool = False) -> None:
        """Put the caret at the start of a tune, at the top of the editor's view."""
        self._page.watch.settle()
        if 0 <= index < self._page.watch.count:
            editor = self._page.editor
            place = self._page.watch.offset_of(index)
            # From below, so that the tune's first line comes to the top.
            editor.scroll_to_end()
            editor.select(Span(place, place), focus=focus)

    def move(self, index: int, to: int) -> None:
        """Put a tune in another place among the tunes, both from 0."""
        self._change(lambda blocks: blocks.move(index, to))

    def _add_commands(self) -> None:
        add = partial(self._actions.add, menu="tune", page=_PAGE, group="outline")
        self._actions.add(
            "view.tunes",
            self.tr("T&unes of this text"),
            self.show_panel,
            menu="view",
            page=_PAGE,
            keys="Ctrl+Shift+O",
            icon_name="list",
            tooltip=self.tr("List the tunes of this text and find one"),
            group="panels",
        )
        for action_id, words, step, keys, tooltip in (
            (
                "view.next_tune",
                self.tr("&Next tune of the text"),
                1,
                "Alt+PgDown",
                self.tr("Go to the tune below"),
            ),
            (
                "view.previous_tune",
                self.tr("Previous tune o&f the text"),
                -1,
                "Alt+PgUp",
                self.tr("Go to the tune above"),
            ),
        ):
            self._actions.add(
                action_id,
                words,
                partial(self._step, step),
                menu="view",
                page=_PAGE,
                keys=keys,
                tooltip=tooltip,
                group="panels",
            )
        for action_id, words, slot, keys, icon_name, tooltip in (
            (
                "tune.add_below",
                self.tr("Add a ne&w tune below"),
                self._add_below,
                "Ctrl+Alt+N",
                "plus",
                self.tr("Begin a tune under this one, with the next free number"),
            ),
            (
                "tune.duplicate",
                self.tr("Dup&licate the tune"),
                self._duplicate,
                "Ctrl+Shift+D",
                "copy",
                self.tr("Put a copy of the tune under it, with the next free number"),
            ),
            (
                "tune.move_up",
                self.tr("Move the tune &up"),
                partial(self._move_by, -1),
                "Ctrl+Alt+PgUp",
                "chevron-up",
                self.tr("Let the tune change places with the one above"),
            ),
            (
                "tune.move_down",
                self.tr("Move the tune &down"),
                partial(self._move_by, 1),
                "Ctrl+Alt+PgDown",
                "chevron-down",
                self.tr("Let the tune change places with the one below"),
            ),
            (
                "tune.delete",
                self.tr("&Delete the tune"),
                self._delete,
                "Alt+Shift+Del",
                "trash",
                self.tr("Take the tune out of the text; undo brings it back"),
            ),
        ):
            add(action_id, words, slot, keys=keys, icon_name=icon_name, tooltip=tooltip)
            self._book_ids.append(action_id)

    def _step(self, step: int) -> None:
        self._page.watch.settle()
        self.go_to(self.current() + step)
        self._page.offer_chosen()

    def _move_by(self, step: int) -> None:
        self._page.watch.settle()
        index = self.current()
        if 0 <= index + step < self._page.watch.count:
            self.move(index, index + step)
        elif step < 0:
            self._studio.notify(self.tr("This is the first tune already."))
        else:
            self._studio.notify(self.tr("This is the last tune already."))

    def _add_below(self) -> None:
        if self._change(lambda blocks: blocks.add_below(self.current())):
            self._page.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _duplicate(self) -> None:
        self._change(lambda blocks: blocks.duplicate(self.current()))

    def _delete(self) -> None:
        view, document = self._page.watch.settle(), self._page.documents.current
        if view is not None and self._change(lambda blocks: blocks.delete(self.current())):
            self._studio.notify(
                self.tr("{0} is deleted.").format(view.tune.title or self.tr("The tune")),
                "info",
                self.tr("Undo"),
                partial(self._undo, document, document.text()),
            )

    def _undo(self, document: Document, text: str) -> None:
        """Take a deletion back, where nothing else was done since."""
        if document is self._page.documents.current and document.text() == text:
            self._page.editor.undo()

    def _change(self, change: Callable[[TuneBlocks], TuneMove]) -> bool:
        """Change the order of the tunes as one step to undo; return whether it was done."""
        page = self._page
        page.watch.settle()
        document = page.documents.current
        if document.is_drawing or not page.watch.has_numbers:
            return False
        text = document.text()
        blocks = TuneBlocks(text, [page.watch.offset_of(i) for i in range(page.watch.count)])
        moved = change(blocks)
        document.replace_text(moved.text)
        page.editor.select(Span(moved.place, moved.place))
        page.watch.settle()
        self._show_current()
        return True

    def _show(self) -> None:
        """Show the tunes as they are now."""
        watch = self._page.watch
        is_shown = self._panel.isVisible()
        self._page.side.set_count(_NAME, watch.count if watch.count > 1 else 0)
        self._check.set_wanted(_NAME, is_shown and watch.count <= MAX_CHECKED)
        if is_shown and watch.knows_tunes and watch.count <= _MANY:
            self._list_tunes()
        elif is_shown:
            self._listing.start()
        self._show_current()
        self._show_states()

    def _list_tunes(self) -> None:
        watch = self._page.watch
        if self._panel.isVisible() and watch.knows_tunes:
            may_move = watch.has_numbers and not self._page.documents.current.is_drawing
            self._panel.set_tunes(watch.tunes, self._problems_of, may_move=may_move)
            self._show_current()

    def _show_current(self) -> None:
        if self._panel.isVisible():
            self._panel.show_current(self.current())

    def _problems_of(self, tune: "Tune") -> int | None:
        found = self._check.found(tune)
        return None if found is None else len(found)

    def _show_states(self) -> None:
        page = self._page
        reason = ""
        if page.documents.current.is_drawing:
            reason = self.tr("The network is still writing this tune.")
        elif not page.watch.has_numbers:
            reason = self.tr("No line of this text begins with X:.")
        only = self.tr("There is no other tune in this text.") if page.watch.count < 2 else ""
        for action_id in self._book_ids:
            needs_two = action_id in ("tune.move_up", "tune.move_down")
            self._actions.set_available(action_id, reason or (only if needs_two else ""))
        for action_id in ("view.next_tune", "view.previous_tune"):
            self._actions.set_available(action_id, only)

    def _on_document_changed(self) -> None:
        # What was sought in another text would hide the tunes of this one.
        self._panel.search.clear()
        if not self._page.watch.knows_tunes:
            # Nor are the tunes of another text to be seen while these become known.
            self._panel.set_tunes((), self._problems_of, may_move=False)

    def _on_tune_chosen(self, index: int, goes_there: bool) -> None:
        self.go_to(index, focus=goes_there)
        self._page.offer_chosen()
