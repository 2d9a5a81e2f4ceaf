"""The history of takes: bounded, one file a take, and nothing in it can hurt the rest."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from abcstudio.composing import take_history
from abcstudio.composing.take_history import (
    RememberedTake,
    forget_take,
    give_number,
    is_take_key,
    last_number,
    remember_take,
    remembered_takes,
    take_key,
)

TAKE = RememberedTake(
    key=take_key(7, "ab12"),
    number=7,
    text="X:1\nT:Ü\nK:D\nDEF|\n",
    title="Ü",
    tune_key="D",
    rhythm="jig",
    measures=1,
    is_kept=False,
    model="/m",
    max_chars=500,
    stop_at_tune_end=False,
)


def numbered(number, **changes):
    return replace(TAKE, key=take_key(number, "ab12"), number=number, **changes)


def test_takes_are_read_again_newest_first(tmp_path):
    folder = tmp_path / "takes"
    assert remembered_takes(folder) == ()
    assert last_number(folder) == 0
    for number in (9, 10, 2):
        remember_take(folder, numbered(number))
    assert remembered_takes(folder) == (numbered(10), numbered(9), numbered(2))
    assert last_number(folder) == 10
    forget_take(folder, numbered(9).key)
    forget_take(folder, numbered(9).key)
    assert [take.number for take in remembered_takes(folder)] == [10, 2]


def test_a_take_may_be_saved_under_a_name_that_is_not_utf_8(tmp_path):
    path = os.fsdecode(b"/m\xfcsik/\xe9.abc")
    remember_take(tmp_path, numbered(1, path=path, is_kept=True))
    told: list[Any] = []
    assert remembered_takes(tmp_path, told.append) == (numbered(1, path=path, is_kept=True),)
    assert not told


def test_no_key_leads_out_of_the_folder():
    assert is_take_key(TAKE.key)
    assert not any(map(is_take_key, ("", "../take-1-ab", "take-1-ab/../x", "take-1-ab\0", "x")))


def test_two_sessions_may_use_one_number(tmp_path):
    remember_take(tmp_path, numbered(1))
    remember_take(tmp_path, replace(numbered(1), key=take_key(1, "cd"), text="other"))
    assert {take.text for take in remembered_takes(tmp_path)} == {TAKE.text, "other"}


def test_processes_that_compose_at_once_are_given_numbers_of_their_own(tmp_path):
    folder = tmp_path / "takes"
    remember_take(folder, numbered(4))
    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(lambda _: [give_number(folder) for _ in range(10)], range(8)))
    numbers = [number for each in given for number in each]
    assert len(set(numbers)) == 80
    assert min(numbers) == 5
    assert all(each == sorted(each) for each in given)
    # One file keeps them all.
    assert [path.name for path in folder.glob("*.number")] == [f"take-{max(numbers)}.number"]
    assert give_number(folder, above=500) == 501


def test_a_number_whose_file_is_gone_is_not_given_again(tmp_path, monkeypatch):
    read = take_history.last_number
    given: list[int] = []

    def read_too_early(folder):
        found = read(folder)
        if not given:
            # Another process composes twice between the look and the file.
            given.append(0)
            given.extend(give_number(folder) for _ in range(2))
        return found

    monkeypatch.setattr(take_history, "last_number", read_too_early)
    assert give_number(tmp_path) == 3
    assert given == [0, 1, 2]


def test_where_nothing_can_be_written_takes_have_numbers_all_the_same(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert give_number(tmp_path / "file" / "takes", above=2) == 3
    assert give_number(tmp_path / "file", above=2) == 3


def test_the_oldest_go_but_never_those_that_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(take_history, "MAX_TAKES", 3)
    for number in range(1, 7):
        remember_take(tmp_path, numbered(number, is_kept=number == 1))
    assert [take.number for take in remembered_takes(tmp_path)] == [6, 5, 4, 1]
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b"null",
        b'{"number": "7", "text": "X"}',
        b'{"number": 0, "text": "X"}',
        b'{"number": true, "text": "X"}',
        b'{"number": 7, "text": "\\ud800"}',
        b'{"number": 7, "text": "X", "title": "\\ud800"}',
        b'{"number": 7, "text": "X", "tune_key": "\\ud800"}',
        b'{"number": 7, "text": "X", "path": "\\ud800"}',
        b'{"number": 7, "text": "X", "measures": 1099511627776}',
        b'{"number": 7, "text": "X", "max_chars": 2147483648}',
        b'{"number": 7, "text": "' + b"x" * 1_000_000 + b'"}',
    ],
    ids=range(14),
)
def test_a_damaged_take_costs_only_itself(tmp_path, damage):
    remember_take(tmp_path, numbered(1))
    damaged = tmp_path / "take-3-ff.json"
    damaged.write_bytes(damage)
    told: list[Any] = []
    assert remembered_takes(tmp_path, told.append) == (numbered(1),)
    assert [(each.path, each.kept.read_bytes()) for each in told] == [(damaged, damage)]
    assert remembered_takes(tmp_path, told.append) == (numbered(1),)
    assert len(told) == 1


def test_a_number_near_the_limit_does_not_push_the_next_one_past_it(tmp_path):
    remember_take(tmp_path, numbered(3))
    for number in (999_999_998, 999_999_999):
        remember_take(tmp_path, numbered(number))
    assert last_number(tmp_path) == 3
    assert [take.number for take in remembered_takes(tmp_path)] == [999_999_999, 999_999_998, 3]


@pytest.mark.skipif(os.name == "nt", reason="no pipes and devices among files")
def test_what_is_no_file_is_not_opened(tmp_path):
    remember_take(tmp_path, numbered(1))
    os.mkfifo(tmp_path / "take-2-aa.json")
    (tmp_path / "take-3-aa.json").symlink_to("/dev/zero")
    (tmp_path / "take-4-aa.json").mkdir()
    (tmp_path / "another.json").write_text("{}", encoding="utf-8")
    assert remembered_takes(tmp_path) == (numbered(1),)


def test_what_a_newer_version_wrote_beside_is_passed_over(tmp_path):
    remember_take(tmp_path, numbered(1))
    path = tmp_path / f"{numbered(1).key}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**data, "mood": "merry"}), encoding="utf-8")
    assert remembered_takes(tmp_path) == (numbered(1),)
