"""A short form of benchmarks/reliability/source_files.py: the same files, one in a hundred."""

import random
from pathlib import Path

from source_files import damaged, fault_of, folder_fault, tunebooks


def test_tunebooks_open_as_written_and_are_given_back_byte_for_byte(tmp_path: Path) -> None:
    rng = random.Random(1)
    path = tmp_path / "book.abc"
    for written in tunebooks(21, rng):
        assert fault_of(written, path) == "", written.encoding
        if written.encoding in ("utf-8", "utf-8-sig"):
            assert fault_of(damaged(written, rng), path) == ""


def test_the_unreadable_files_of_a_folder_are_named_and_no_others() -> None:
    assert folder_fault(50, 8, random.Random(1)) == ""
