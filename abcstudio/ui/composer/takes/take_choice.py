"""What is done with a row of the list of takes: show it, keep it, remove it, bring it back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_orders import NEWEST
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.composer.takes.takes_list import TakesList
from abcstudio.ui.composer.takes.takes_model import ListedTake
from abcstudio.ui.documents.document import Document
from abcstudio.ui.playback.played_tune import DocumentTune


class TakeChoice(QObject):
    """Does it, whether the take is open or one of an earlier session.

    To choose a take is not to hear it: what sounds goes on, and the list says which take that is.

    Signals:
        hearing_requested: The take in the editor is to be heard from its start.
        end_reached: There is no take to hear further on in the list.
        more_awaited: There is none further on yet, but takes are still being composed.
        nothing_listed: There is no take at all.
    """

    hearing_requested = Signal()
    end_reached = Signal()
    more_awaited = Signal()
    nothing_listed = Signal()

    def __init__(
        self,
        parts: ComposerParts,
        takes: TakesList,
        history: TakeHistory,
    ) -> None:
        super().__init__(takes)
        self._takes = takes
        self._documents = parts.desk.documents
        self._files = parts.files
        self._history = history
        self._playback = parts.playback
        self._heard: int | None = None
        self._all_heard: set[int] = set()
        takes.take_chosen.connect(self.choose)
        takes.keep_toggled.connect(self.toggle_kept)
        takes.removal_requested.connect(self._remove)
        takes.audition_requested.connect(self._audition_from_list)
        self._playback.state_changed.connect(self._on_state_changed)
        self._playback.tune_changed.connect(self._on_state_changed)

    def choose(self, take: ListedTake) -> None:
        """Show the take that the person has chosen in the list."""
        self._documents.make_current(self._opened(take))

    def step(self, step: int) -> None:
        """Show the next text of the list (1), or the one before (-1)."""
        takes = self._takes.takes
        row = takes.row_of(self._documents.current) + step
        if 0 <= row < takes.rowCount():
            self.choose(takes.take_at(row))

    def audition(self, step: int) -> None:
        """Hear another take of the list from its start: the next (1), the one before (-1).

        With 0 it is the take in the editor, and with 1 too where another one was heard last. One
        that is still being composed is passed over. Of takes that were composed together all are
        heard before those below them: also the ones above that which was heard first.
        """
        takes, here = self._takes.takes, self._documents.current
        row = takes.row_of(here)
        is_next_here = step > 0 and row >= 0 and self._heard != here.key
        row += 0 if is_next_here and not here.is_composing else step
        while 0 <= row < takes.rowCount() and step and _is_arriving(takes.take_at(row)):
            row += step
        if step > 0 and not is_next_here and (missed := self._missed_with(here, row)) is not None:
            row = takes.row_of(missed)
        if 0 <= row < takes.rowCount():
            self._documents.make_current(self._opened(takes.take_at(row)))
            self.hearing_requested.emit()
        elif any(_is_arriving(takes.take_at(place)) for place in range(takes.rowCount())):
            self.more_awaited.emit()
        else:
            has_takes = takes.rowCount() or takes.hidden
            (self.end_reached if has_takes else self.nothing_listed).emit()

    def _missed_with(self, here: Document, row: int) -> Document | None:
        """Return the upper take not heard yet of those composed with one, where a row is below."""
        takes, batch = self._takes.takes, _batch_of(here)
        rows = range(takes.rowCount())
        is_below = row not in rows or _batch_of(takes.take_at(row)) != batch
        if batch is None or not is_below or self._takes.order != NEWEST:
            return None
        together = (one for one in map(takes.take_at, rows) if _batch_of(one) == batch)
        return next(
            (
                one
                for one in together
                if isinstance(one, Document)
                and one.key not in self._all_heard
                and not one.is_composing
            ),
            None,
        )

    def _audition_from_list(self, step: int) -> None:
        """Hear a take as seen from the row where the list stands, which may not be shown."""
        row = self._takes.currentIndex().row()
        if row >= 0 and row != self._takes.takes.row_of(self._documents.current):
            self._documents.make_current(self._opened(self._takes.takes.take_at(row)))
        self.audition(step)

    def toggle_kept(self, take: ListedTake | None = None) -> None:
        """Mark a take as worth keeping, or no longer; without one, the take in the editor."""
        take = take or self._documents.current
        if isinstance(take, RememberedTake):
            self._history.toggle_kept(take)
        else:
            take.set_kept(not take.is_kept)

    def undo_removal(self) -> None:
        """Put what went off the list last back, and show it."""
        take = self._history.last_removed
        if take is not None:
            self._history.bring_back(take)
            self._documents.make_current(self._opened(take))

    def _remove(self, removed: Sequence[ListedTake]) -> None:
        """Take takes off the list, and show the one that comes in their place, to go on from it."""
        takes = self._takes.takes
        places, rows = [takes.row_of(take) for take in removed], takes.rowCount()
        was_chosen = self._takes.currentIndex().row() in places
        with self._history.together():
            for take in removed:
                if isinstance(take, RememberedTake):
                    self._history.forget(take)
                else:
                    self._files.close(take)
        if was_chosen and 0 < takes.rowCount() < rows:
            neighbour = takes.take_at(min(*places, takes.rowCount() - 1))
            self._documents.make_current(self._opened(neighbour))

    def _on_state_changed(self, _what: object) -> None:
        """Know which text was heard last, and say in the list which take sounds."""
        which = self._playback.tune.identity
        key = which.key if isinstance(which, DocumentTune) else None
        if self._playback.is_heard:
            self._heard = key
            self._all_heard |= {key} if key is not None else set()
        self._takes.takes.show_sounding(
            key if self._playback.state is PlayerState.PLAYING else None
        )

    def _opened(self, take: ListedTake) -> Document:
        return self._history.open(take) if isinstance(take, RememberedTake) else take


def _is_arriving(take: ListedTake) -> bool:
    return isinstance(take, Document) and take.is_composing


def _batch_of(take: ListedTake) -> int | None:
    """Return the number of the first of the takes that were composed with an open one."""
    if not isinstance(take, Document):
        return None
    origin = take.provenance.origin
    if origin is None or origin.made.takes < 2:
        return None
    return take.provenance.take_number - origin.made.take
