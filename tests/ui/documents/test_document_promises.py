"""Short forms of benchmarks/reliability/documents.py and document_states.py."""

from pathlib import Path
from random import Random

import document_states
import pytest
from documents import Desk, Tally, check_failing_calls, check_file, check_unencodable
from odd_files import odd_files

from abcstudio.ui.documents.document import Document

EVERY = 97
"""A prime: one file in so many is of every encoding, ending and content in turn."""


@pytest.fixture
def desk(qapp: object) -> object:
    made = Desk()
    yield made
    made.shut_down()


def test_files_keep_every_byte_and_every_unencodable_character_is_asked_about(
    desk: Desk, tmp_path: Path
) -> None:
    tally, files = Tally(), 0
    for name, data in odd_files(11, EVERY):
        files += 1
        check_file(tally, name, data, tmp_path / "file.abc", Random(name))
        check_unencodable(tally, desk, name, data, tmp_path / "unencodable.abc")
    assert tally.failures == []
    assert files > 20
    assert tally.tried["the same bytes"] == files
    assert tally.tried["asks"] > 3


def test_whichever_call_of_a_save_fails_nothing_is_lost(desk: Desk, tmp_path: Path) -> None:
    tally = Tally()
    desk.answer = 1
    check_failing_calls(tally, desk, tmp_path / "tune.abc")
    assert tally.failures == []
    assert tally.tried["saving again works unasked"] >= 24


def test_a_changed_byte_is_noticed(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tally = Tally()
    monkeypatch.setattr(Document, "text", lambda self: "other")
    check_file(tally, "any", b"X:1\n", tmp_path / "file.abc", Random(1))
    assert any("the same bytes" in failure for failure in tally.failures)


def test_there_are_2000_files_and_they_can_be_made_again() -> None:
    files = list(odd_files(11))
    assert len(files) == 2000
    assert files[::50] == list(odd_files(11))[::50]


def test_no_order_of_things_loses_a_word(qapp: object) -> None:
    document_states.run_sequences(20, steps=20)


def test_a_text_that_is_closed_unasked_is_noticed(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = document_states.DocumentMachine()
    machine.type_word(which=0, place=0.0)
    machine.save(which=0, answer=0, goal="one.abc", fails=None)
    machine.outside_delete(name="one.abc")
    monkeypatch.setattr(Document, "note_missing_file", lambda self: False)
    with pytest.raises(AssertionError, match="closed unasked"):
        machine.close(which=0, answer=1, goal="two.abc")
    machine.teardown()
