"""The history of takes, read and written in the background."""

import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_facts import (
    JudgedTake,
    TakeFacts,
    facts_of_take,
    judged_take,
)
from abcstudio.composing.history.take_history import (
    History,
    change_takes,
    remembered_takes,
)
from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.ranking import KnownNames
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import AbcStudioError
from abcstudio.messages import Phrase
from abcstudio.notation.diagnostics import problem_count
from abcstudio.notation.reader.parser import parse
from abcstudio.own_files import DamagedFile
from abcstudio.paths import bundled_jury, bundled_tunebook
from abcstudio.stopping import stop_if_asked
from abcstudio.workers.job import Report

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TakesRead:
    """The takes of earlier sessions, newest first, and files among them that are none."""

    history: History
    damaged: tuple[DamagedFile, ...]


@dataclass(frozen=True, slots=True)
class TakesUnwritten:
    """The keys of takes that cannot be written, and why."""

    keys: frozenset[str]
    error: OSError


def read_takes(folder: Path) -> TakesRead:
    """Read the takes of earlier sessions."""
    damaged: list[DamagedFile] = []
    history = remembered_takes(folder, damaged.append)
    return TakesRead(history, tuple(damaged))


class TakesWriter:
    """Writes changes of takes as they come, however busy the window is meanwhile.

    Any thread may add one. What is added while others are written comes right after them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._waiting: dict[str, RememberedTake | None] = {}
        self._is_writing = False

    def add(self, key: str, take: RememberedTake | None) -> bool:
        """Take a change, None to forget a take; return whether `write` is to be called for it."""
        with self._lock:
            self._waiting[key] = take
            is_first, self._is_writing = not self._is_writing, True
            return is_first

    def write(self, report: Report) -> None:
        """Write until nothing waits; what cannot be written is reported as `TakesUnwritten`."""
        try:
            while changes := self._next():
                try:
                    change_takes(self._folder, changes)
                except OSError as error:
                    report(TakesUnwritten(frozenset(changes), error))
        except BaseException:
            self._is_writing = False
            raise

    def _next(self) -> dict[str, RememberedTake | None]:
        with self._lock:
            changes, self._waiting = self._waiting, {}
            self._is_writing = bool(changes)
            return changes


def find_facts(takes: Iterable[RememberedTake]) -> dict[str, RememberedTake]:
    """Return takes with what was not found out about them before, by their keys."""
    return {take.key: with_facts(take) for take in takes}


def with_facts(take: RememberedTake) -> RememberedTake:
    """Return a take with what can be found out about it."""
    if take.problems < 0:
        tunes = split_tunebook(take.text)[:1]
        read = (parse(tune.text, tune.file_header) for tune in tunes)
        take = replace(take, problems=sum(problem_count(score.diagnostics) for score in read))
    facts = facts_of_text(take.text) if take.facts is None else take.facts
    return replace(take, facts=facts)


def facts_of_text(text: str) -> TakeFacts | None:
    """Return what can be found out about the text of a take; None without a jury."""
    jury = _jury()
    return facts_of_take(text, jury) if jury else None


def judge_take(text: str) -> JudgedTake | None:
    """Return what can be found out about a text, sentences included; None without a jury."""
    jury = _jury()

    def name_of(known: int) -> Phrase:
        stop_if_asked()
        return _known_names()(known)

    return judged_take(text, jury, name_of) if jury else None


@lru_cache(maxsize=1)
def _known_names() -> KnownNames:
    return KnownNames(bundled_tunebook())


@lru_cache(maxsize=1)
def _jury() -> Jury | None:
    try:
        return Jury.load(bundled_jury())
    except (AbcStudioError, OSError) as error:
        log.warning("Takes stay without numbers: %s", error)
        return None
