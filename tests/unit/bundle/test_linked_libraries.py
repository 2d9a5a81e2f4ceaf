"""What a file is linked against: itself, and not what its libraries are linked against."""

import importlib
import shutil
import sys
from pathlib import Path

import pytest
from linked_libraries import linked_libraries

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("objdump") is None,
    reason="binutils reads the files of Linux",
)


def test_a_library_names_what_it_needs_itself() -> None:
    module = importlib.import_module("numpy._core._multiarray_umath")
    names = linked_libraries(str(module.__file__))
    assert "libc.so.6" in names
    assert any("openblas" in name for name in names)
    # That one's, of which the file knows nothing.
    assert not any("gfortran" in name for name in names)


def test_what_is_no_program_needs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("NEEDED libreadline.so.8", encoding="utf-8")
    assert linked_libraries(str(path)) == set()
