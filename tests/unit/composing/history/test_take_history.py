"""The history of takes: bounded, one journal, and nothing in it can hurt the rest."""

import errno
import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from abcstudio.composing.guard.take_costs import Cost, TakeCosts
from abcstudio.composing.history import take_history
from abcstudio.composing.history.remembered_take import (
    RememberedTake,
    is_take_key,
    take_data,
    take_key,
)
from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.composing.history.take_history import (
    change_takes,
    journal_of,
    listed_takes,
    remembered_takes,
)
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.guarded_files import UnreadableFileError
from abcstudio.journal import LOCK_SUFFIX, Journal, add_to_journal, read_journal

TAKE = RememberedTake(
    key=take_key(7, "ab12"),
    number=7,
    text="X:1\nT:Ü\nK:D\nDEF|\n",
    made=1_700_000_000,
    title="Ü",
    tune_key="D",
    rhythm="jig",
    measures=1,
    is_kept=False,
    model="/m",
    max_chars=500,
    stop_at_tune_end=False,
    touched=3,
    costs=TakeCosts(120, {"range": Cost(2, 31)}),
    facts=TakeFacts(form="AABB", right=15, measures=16, low="D", marks=JuryMarks(score=0.5)),
)


def numbered(number: int, **changes: Any) -> RememberedTake:
    return replace(TAKE, key=take_key(number, "ab12"), number=number, **changes)


def remember(folder: Path, *takes: RememberedTake) -> None:
    change_takes(folder, {take.key: take for take in takes})


def numbers_in(folder: Path) -> list[int]:
    return [take.number for take in remembered_takes(folder).takes]


def test_takes_are_read_again_newest_first(tmp_path):
    folder = tmp_path / "takes"
    assert remembered_takes(folder).takes == listed_takes(folder).takes == ()
    assert not folder.exists()
    for number in (9, 10, 2):
        remember(folder, numbered(number))
    expected = (numbered(10), numbered(9), numbered(2))
    assert remembered_takes(folder).takes == listed_takes(folder).takes == expected
    for _ in range(2):
        change_takes(folder, {numbered(9).key: None})
    assert numbers_in(folder) == [10, 2]
    remember(folder, numbered(9, is_kept=True))
    assert numbers_in(folder) == [10, 9, 2]


def test_a_take_may_be_saved_under_a_name_that_is_not_utf_8(tmp_path):
    path = os.fsdecode(b"/m\xfcsik/\xe9.abc")
    take = numbered(1, path=path, is_kept=True)
    remember(tmp_path, take)
    assert remembered_takes(tmp_path).takes == (take,)
    assert not remembered_takes(tmp_path).damaged


def test_no_key_is_anything_else():
    assert is_take_key(TAKE.key)
    assert not any(map(is_take_key, ("", "../take-1-ab", "take-1-ab/../x", "take-1-ab\0", "x")))


def test_two_sessions_may_use_one_number(tmp_path):
    remember(tmp_path, numbered(1))
    remember(tmp_path, replace(numbered(1), key=take_key(1, "cd"), text="other"))
    assert {take.text for take in remembered_takes(tmp_path).takes} == {TAKE.text, "other"}


def test_sessions_that_write_at_once_lose_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(take_history, "MAX_OUTDATED", 3)

    def session(name: int) -> None:
        for number in range(1, 4):
            take = replace(numbered(number), key=take_key(number, f"{name:x}"))
            remember(tmp_path, take)
            remember(tmp_path, replace(take, is_kept=True))
            assert not remembered_takes(tmp_path).damaged

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(session, range(4)))
    takes = remembered_takes(tmp_path).takes
    assert len(takes) == 12
    assert all(take.is_kept for take in takes)


def test_the_oldest_go_but_never_those_that_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(take_history, "MAX_TAKES", 3)
    for number in range(1, 7):
        remember(tmp_path, numbered(number, is_kept=number == 1))
    assert [take.number for take in listed_takes(tmp_path).takes] == [6, 5, 4, 1]
    assert numbers_in(tmp_path) == [6, 5, 4, 1]
    assert len(read_journal(journal_of(tmp_path)).entries) == 4


def test_what_has_been_changed_often_is_written_anew(tmp_path):
    journal = journal_of(tmp_path)
    add_to_journal(journal, [take_data(numbered(1, is_kept=n % 2 == 0)) for n in range(600)])
    assert numbers_in(tmp_path) == [1]
    assert len(read_journal(journal_of(tmp_path)).entries) == 1


@pytest.mark.parametrize(
    "damage",
    [
        {"number": "7"},
        {"number": 0},
        {"number": True},
        {"text": "\ud800"},
        {"title": "\ud800"},
        {"tune_key": "\ud800"},
        {"path": "\ud800"},
        {"measures": 1099511627776},
        {"max_chars": 2147483648},
        {"made": -1},
        {"key": "../take-3-ff"},
        {"key": 3},
    ],
    ids=str,
)
def test_an_entry_that_is_no_take_costs_only_itself(tmp_path, damage):
    remember(tmp_path, numbered(1))
    add_to_journal(journal_of(tmp_path), [{**take_data(numbered(3)), **damage}])
    remember(tmp_path, numbered(5))
    assert listed_takes(tmp_path).damaged == 1
    found = remembered_takes(tmp_path)
    assert [take.number for take in found.takes] == [5, 1]
    assert found.damaged == 1
    assert found.kept is not None
    assert b"'format': 2" in found.kept.read_bytes() or b"'number'" in found.kept.read_bytes()
    again = remembered_takes(tmp_path)
    assert (again.takes, again.damaged) == (found.takes, 0)


def test_bytes_that_a_disk_has_lost_cost_their_takes_only(tmp_path):
    for number in range(1, 6):
        remember(tmp_path, numbered(number))
    journal = journal_of(tmp_path)
    whole = journal.read_bytes()
    for place in range(0, len(whole), 37):
        journal.write_bytes(whole[:place] + b"#" + whole[place + 1 :])
        found = listed_takes(tmp_path)
        assert len(found.takes) >= 4
        assert found.damaged == 5 - len(found.takes)
    # A writer that was ended in the middle of its last entry.
    journal.write_bytes(whole[:-200])
    remember(tmp_path, numbered(8))
    assert numbers_in(tmp_path) == [8, 4, 3, 2, 1]


def test_facts_that_do_not_fit_cost_themselves_only(tmp_path):
    entry = take_data(TAKE)
    entry["facts"] = {**asdict(TakeFacts(right=4)), "form": 7, "marks": {"score": 2, "mode": 0.5}}
    add_to_journal(journal_of(tmp_path), [entry])
    (take,) = remembered_takes(tmp_path).takes
    assert take.facts == TakeFacts(right=4, marks=JuryMarks(mode=0.5))


def test_the_files_of_an_earlier_version_become_entries(tmp_path):
    old = {"format": 1, "number": 2, "text": "X:1\nK:C\nC|\n", "title": "Old", "is_kept": True}
    path = tmp_path / "take-2-0a0b.json"
    path.write_text(json.dumps(old), encoding="utf-8")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    remember(tmp_path, numbered(5))
    assert [take.number for take in listed_takes(tmp_path).takes] == [5, 2]
    assert path.exists()
    found = remembered_takes(tmp_path).takes
    assert [take.number for take in found] == [5, 2]
    assert (found[1].title, found[1].is_kept, found[1].made) == ("Old", True, 1_600_000_000)
    assert not path.exists()
    assert remembered_takes(tmp_path).takes == found
    # What was removed meanwhile does not come back by its old file.
    path.write_text(json.dumps(old), encoding="utf-8")
    change_takes(tmp_path, {path.stem: None})
    assert numbers_in(tmp_path) == [5]
    assert not path.exists()


@pytest.mark.parametrize("damage", [b"", b"{", b"[" * 100_000, b"null", b"x" * 1_000_001])
def test_a_damaged_file_of_an_earlier_version_is_put_aside(tmp_path, damage):
    remember(tmp_path, numbered(1))
    damaged = tmp_path / "take-3-ff.json"
    damaged.write_bytes(damage)
    told: list[Any] = []
    assert remembered_takes(tmp_path, told.append).takes == (numbered(1),)
    assert [(each.path, each.kept.read_bytes()) for each in told] == [(damaged, damage)]
    assert remembered_takes(tmp_path, told.append).takes == (numbered(1),)
    assert len(told) == 1


@pytest.mark.skipif(os.name == "nt", reason="no pipes and devices among files")
def test_what_is_no_file_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "take-2-aa.json")
    (tmp_path / "take-3-aa.json").symlink_to("/dev/zero")
    (tmp_path / "take-4-aa.json").mkdir()
    (tmp_path / "another.json").write_text("{}", encoding="utf-8")
    os.mkfifo(journal_of(tmp_path))
    told: list[Any] = []
    assert remembered_takes(tmp_path, told.append).takes == ()
    assert len(told) == 4
    remember(tmp_path, numbered(1))
    assert numbers_in(tmp_path) == [1]


def test_a_history_that_may_not_be_read_just_now_stays(tmp_path, monkeypatch):
    remember(tmp_path, numbered(1))
    (tmp_path / "take-2-aa.json").write_text(json.dumps({"number": 2, "text": "X:1\n"}), "utf-8")

    def refuse(path: Path) -> None:
        raise UnreadableFileError(errno.EIO, os.strerror(errno.EIO), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(take_history, "read_journal", refuse)
        assert numbers_in(tmp_path) == [2]
    assert numbers_in(tmp_path) == [2, 1]


def test_a_lock_that_cannot_be_made_keeps_nothing_from_being_read(tmp_path):
    remember(tmp_path, numbered(1))
    lock = journal_of(tmp_path).with_name(journal_of(tmp_path).name + LOCK_SUFFIX)
    lock.unlink()
    lock.mkdir()
    assert numbers_in(tmp_path) == [1]


def test_what_another_session_writes_into_an_unlocked_history_stays(tmp_path, monkeypatch):
    """The folder comes into being while it is read, and the first entries with it."""
    folder = tmp_path / "takes"

    def read_amid_writing(path: Path) -> Journal:
        remember(folder, numbered(1))
        with path.open("ab") as file:
            file.write(b"\n01234567 {")
        found = read_journal(path)
        remember(folder, numbered(2))
        return found

    with monkeypatch.context() as patch:
        patch.setattr(take_history, "read_journal", read_amid_writing)
        assert numbers_in(folder) == [1]
    assert numbers_in(folder) == [2, 1]


def test_what_a_newer_version_wrote_beside_is_passed_over(tmp_path):
    add_to_journal(journal_of(tmp_path), [{**take_data(numbered(1)), "mood": "merry"}])
    assert remembered_takes(tmp_path).takes == (numbered(1),)
