"""A file that grows by entries: each is whole, or costs itself only."""

import errno
import io
import os
from pathlib import Path

import pytest
from typing_extensions import Buffer

from abcstudio import journal
from abcstudio.files import open_for_appending
from abcstudio.journal import add_to_journal, journal_lock, read_journal, rewrite_journal


class Short(io.FileIO):
    """A file on a disk that has room for three bytes more."""

    def write(self, data: Buffer) -> int:
        return super().write(bytes(data)[:3])


def test_entries_come_back_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "a.journal"
    assert read_journal(path).entries == ()
    add_to_journal(path, [{"a": 1}, {"b": "\n\ud800 \u0000"}])
    add_to_journal(path, [{"c": [None, True]}])
    assert read_journal(path).entries == ({"a": 1}, {"b": "\n\ud800 \u0000"}, {"c": [None, True]})
    with journal_lock(path):
        rewrite_journal(path, [{"d": 4}])
    add_to_journal(path, [{"e": 5}])
    assert read_journal(path).entries == ({"d": 4}, {"e": 5})


def test_every_torn_end_costs_the_last_entry_only(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    add_to_journal(path, [{"a": 1}, {"b": 2}])
    whole = path.read_bytes()
    first = whole.index(b"\n\n")
    for end in range(first, len(whole) - 1, 3):
        path.write_bytes(whole[:end])
        add_to_journal(path, [{"c": 3}])
        entries = read_journal(path).entries
        assert [one for one in entries if one != {"b": 2}] == [{"a": 1}, {"c": 3}]


def test_zeros_where_bytes_were_not_written_cost_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    add_to_journal(path, [{"a": 1}])
    with path.open("ab") as file:
        file.write(b"\0" * 4096)
    add_to_journal(path, [{"b": 2}])
    found = read_journal(path)
    assert found.entries == ({"a": 1}, {"b": 2})
    assert len(found.damaged) == 1


def test_a_full_disk_leaves_the_journal_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.journal"
    add_to_journal(path, [{"a": 1}])
    before = path.read_bytes()

    def open_short(to: Path) -> io.FileIO:
        return open_for_appending(to) if to.suffix == ".lock" else Short(to, "ab")

    monkeypatch.setattr(journal, "open_for_appending", open_short)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        add_to_journal(path, [{"b": 2}])
    assert path.read_bytes() == before
