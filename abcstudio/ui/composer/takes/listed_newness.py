"""Finds out in the background how new the takes in sight are; all, where they are ordered by it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.composing.history.take_orders import NEWNESS
from abcstudio.ui.composer.takes.compose_session import ComposeSession
from abcstudio.ui.composer.takes.take_cells import NEWER_ROLE, SOURCE_ROLE, SmallSource
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.composer.takes.takes_list import TakesList
from abcstudio.ui.documents.document import Document
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import plain_work
from abcstudio.workers.newness import find_newness

_PAUSE_MS = 300
"""A list that is being scrolled is left alone until it rests."""
_AT_ONCE = 8
"""So many takes are compared before the list shows what was found."""


class ListedNewness(QObject):
    """Compares takes with the known tunes, never while others are composed; the history keeps it.

    Signals:
        progressed: All takes are being compared, because they are ordered by it. Carries how many
            are left, 0 when the order is right.
    """

    progressed = Signal(int)

    def __init__(
        self, takes: TakesList, history: TakeHistory, session: ComposeSession, studio: Studio
    ) -> None:
        super().__init__(takes)
        self._takes, self._history, self._session = takes, history, session
        self._in_sight: Sequence[SmallSource] = ()
        self._compared: set[str] = set()
        self._is_ordering = False
        self._job = LatestJob(studio)
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._compare)
        takes.uncompared_seen.connect(self._want)
        takes.arranged.connect(self._on_arranged)
        session.started.connect(self._job.cancel)
        session.ended.connect(self._timer.start)

    @property
    def is_busy(self) -> bool:
        """Whether takes are compared, or will be after a pause."""
        return self._timer.isActive() or self._job.is_running

    def _want(self, sources: Sequence[SmallSource]) -> None:
        """Compare takes that have come into sight."""
        self._in_sight = sources
        if not self.is_busy and any(one.key not in self._compared for one in sources):
            self._timer.start()

    def _on_arranged(self) -> None:
        self._is_ordering = self._takes.order == NEWNESS
        self.progressed.emit(len(self._left()) if self._is_ordering else 0)
        self._timer.start()

    def _left(self) -> list[SmallSource]:
        """Return what is to be compared, first what is in sight."""
        wanted = {one.key: one for one in self._in_sight}
        if self._is_ordering:
            model = self._takes.takes
            rows = (model.index(row, 0) for row in range(model.rowCount()))
            unknown = [row.data(SOURCE_ROLE) for row in rows if row.data(NEWER_ROLE) < 0]
            wanted |= {one.key: one for one in unknown if one is not None}
        return [one for one in wanted.values() if one.key not in self._compared]

    def _compare(self) -> None:
        if self._session.is_composing or self._job.is_running:
            return
        left = self._left()
        if self._is_ordering:
            self.progressed.emit(len(left))
        if left:
            some = left[:_AT_ONCE]
            work = plain_work(find_newness, tuple((one.key, one.text) for one in some))
            self._job.run(work, partial(self._on_found, some), partial(self._on_failed, left))
        elif self._is_ordering:
            self._is_ordering = False
            self._takes.arrange_again()

    def _on_found(self, compared: Sequence[SmallSource], found: dict[str, int]) -> None:
        # One that went off the list meanwhile may come back.
        listed = [one for one in compared if self._takes.takes.take_with(one.take) is not None]
        self._compared |= {one.key for one in listed}
        gone = {one.key for one in compared} - self._compared
        self._in_sight = [one for one in self._in_sight if one.key not in gone]
        known = [one for one in compared if one.key in found]
        self._history.note_newness(
            {one.take: found[one.key] for one in known if one.key == one.take}
        )
        for one in known:
            if one.key != one.take:
                self._note_edited(one, found[one.key])
        self._compare()

    def _note_edited(self, source: SmallSource, newer: int) -> None:
        """Say how new the text is that a take has now, which the history does not keep."""
        model = self._takes.takes
        take = model.take_with(source.take)
        facts = model.found_of(take) if take is not None else None
        if isinstance(take, Document) and facts is not None and take.text() == source.text:
            model.set_found(take, source.text, replace(facts, newer=newer))

    def _on_failed(self, left: Sequence[SmallSource], _error: Exception) -> None:
        """Leave them without; the panel that says what is new in a tune says why."""
        self._compared |= {one.key for one in left}
        self._compare()
