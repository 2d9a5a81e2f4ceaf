"""The data of ICU that travels: a small part, by which Ukrainian is sorted as by the whole."""

import os
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from icu_data import is_asked_for, make_small_library, read_items, with_small_data, written_items

LANGUAGES = ["en", "uk"]
WORDS = ["єдність", "Ґанок", "грядка", "жито", "ґудзик", "Вечір", "іній", "їжак", "изба", "apple"]
# Loads ICU over the given data, and prints what its sorting makes of the words.
SORTING = """
import ctypes, functools, sys
data, folder, version, *words = sys.argv[1:]
ctypes.CDLL(data, ctypes.RTLD_GLOBAL)
ctypes.CDLL(f"{folder}/libicuuc.so.{version}", ctypes.RTLD_GLOBAL)
icu = ctypes.CDLL(f"{folder}/libicui18n.so.{version}")
failed = ctypes.c_int(0)
call = lambda name: getattr(icu, f"{name}_{version}")
call("ucol_open").restype = ctypes.c_void_p
for language in (b"uk_UA", b"en_GB", b"de_DE"):
    order = ctypes.c_void_p(call("ucol_open")(language, ctypes.byref(failed)))
    def compare(one, other):
        one, other = one.encode("utf-16-le"), other.encode("utf-16-le")
        return call("ucol_strcoll")(order, one, len(one) // 2, other, len(other) // 2)
    print(failed.value > 0, sorted(words, key=functools.cmp_to_key(compare)))
print(open("/proc/self/maps").read().count(data) > 0)
"""

needs_binutils = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("ld") is None, reason="binutils writes files of Linux"
)


@pytest.mark.parametrize(
    "name",
    ["coll/uk.res", "coll/root.res", "coll/ucadata.icu", "root.res", "en_GB.res", "uk.res",
     "zoneinfo64.res", "timezoneTypes.res", "pool.res", "cnvalias.icu", "nfc.nrm"],
)  # fmt: skip
def test_what_qt_asks_for_stays(name: str) -> None:
    assert is_asked_for(f"icudt73l/{name}", LANGUAGES)


@pytest.mark.parametrize(
    "name",
    ["coll/zh.res", "de.res", "de_AT.res", "brkitr/cjdict.dict", "zone/uk.res", "unit/pool.res",
     "euc-tw-2014.cnv", "unames.icu", "translit/root.res"],
)  # fmt: skip
def test_what_qt_never_asks_for_is_left_out(name: str) -> None:
    assert not is_asked_for(f"icudt73l/{name}", LANGUAGES)


def test_what_is_written_is_read_again() -> None:
    head = bytes([32, 0, 0xDA, 0x27]) + bytes(8) + b"CmnD" + bytes(16)
    items = {"x/a.res": b"one".ljust(16, b"\0"), "x/long-name.res": b"2" * 48}
    assert read_items(written_items(head, items)) == (head, items)


def test_other_data_is_refused() -> None:
    with pytest.raises(ValueError, match="ICU"):
        read_items(bytes(64))


def _library() -> Path:
    # Asked for without importing Qt.
    folder = Path(str(distribution("PySide6-Essentials").locate_file("PySide6/Qt/lib")))
    (found,) = folder.glob("libicudata.so.*")
    return found


def _sorted_by(data: Path, folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SORTING, data, folder, data.suffix[1:], *WORDS],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    return done.stdout.splitlines()


@needs_binutils
def test_the_small_library_sorts_as_the_whole_one(tmp_path: Path) -> None:
    library = _library()
    made = make_small_library(library, LANGUAGES, tmp_path / "made")
    assert made.stat().st_size < library.stat().st_size / 10
    whole, small = _sorted_by(library, library.parent), _sorted_by(made, library.parent)
    assert small[:-1] == whole[:-1]
    # It is the small one that was loaded.
    assert small[-1] == "True"
    assert not any(line.startswith("True [") for line in small)
    # By the Ukrainian alphabet, in which "ґ" follows "г".
    assert small[0].index("грядка") < small[0].index("Ґанок") < small[0].index("єдність")
    assert [path.name for path in made.parent.iterdir()] == [library.name]


@needs_binutils
def test_the_bundle_gets_the_small_one(tmp_path: Path) -> None:
    library = _library()
    entries = [
        (f"PySide6/Qt/lib/{library.name}", str(library), "BINARY"),
        (library.name, f"PySide6/Qt/lib/{library.name}", "SYMLINK"),
        ("PySide6/Qt/lib/libicuuc.so.73", "/libicuuc.so.73", "BINARY"),
    ]
    first, *others = with_small_data(entries, LANGUAGES, tmp_path)
    assert (first[0], first[2]) == entries[0][::2]
    assert Path(first[1]).parent == tmp_path
    assert others == entries[1:]
