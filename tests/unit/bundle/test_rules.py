"""What the bundle carries and what it does not."""

import pytest
from bundle_rules import UNUSED_MODULES, Entry, is_needed, without_unneeded_libraries

KEPT = [
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/translations/qtbase_uk.qm",
    "verovio/data/Leipzig/E050.xml",
    "verovio/data/Bravura.css",
    "torch/lib/libtorch_cpu.so",
    "torch/nn/functional.py",
    "abcstudio/resources/tunes/tunebook.abc",
    "mido-1.3.3.dist-info/METADATA",
]
LEFT_OUT = [
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/plugins/tls/libqopensslbackend.so",
    "PySide6\\Qt\\plugins\\tls\\qopensslbackend.dll",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/Qt/lib/libQt6Quick.so.6",
    "reportlab/fonts/DarkGardenMK.afm",
    "reportlab/fonts/DarkGarden-copying-gpl.txt",
    "verovio/data/Petaluma/E050.xml",
    "verovio/data/Leland.css",
    "torch/include/ATen/ATen.h",
    "torch/lib/libXNNPACK.a",
    "torch-2.13.0.dist-info/RECORD",
]


@pytest.mark.parametrize("place", KEPT)
def test_what_is_used_stays(place: str) -> None:
    assert is_needed(place, ["en", "uk"])


@pytest.mark.parametrize("place", LEFT_OUT)
def test_what_is_not_used_is_left_out(place: str) -> None:
    assert not is_needed(place, ["en", "uk"])


def test_nothing_under_the_gpl_is_taken_in() -> None:
    assert "readline" in UNUSED_MODULES
    assert not is_needed("reportlab/fonts/DarkGardenMK.pfb", ["en"])


def test_a_library_stays_only_where_something_that_stays_needs_it() -> None:
    entries: list[Entry] = [
        ("numpy/core.so", "/venv/core.so", "EXTENSION"),
        ("numpy.libs/libblas.so", "/venv/libblas.so", "BINARY"),
        ("libblas.so", "numpy.libs/libblas.so", "SYMLINK"),
        ("libfortran.so", "/usr/lib/libfortran.so", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/libqxcb.so", "BINARY"),
        ("libxcb.so", "/usr/lib/libxcb.so", "BINARY"),
        ("libgtk-3.so", "/usr/lib/libgtk-3.so", "BINARY"),
        ("libpango.so", "/usr/lib/libpango.so", "BINARY"),
        ("pillow.libs/libavif.so", "/venv/libavif.so", "BINARY"),
        ("libavif.so", "pillow.libs/libavif.so", "SYMLINK"),
        ("abcstudio/notes.txt", "/notes.txt", "DATA"),
    ]
    needs = {
        "/venv/core.so": ["libblas.so"],
        "/venv/libblas.so": ["libfortran.so", "libc.so.6"],
        "/venv/libqxcb.so": ["libxcb.so"],
        "/usr/lib/libgtk-3.so": ["libpango.so"],
    }
    kept = without_unneeded_libraries(entries, lambda file: needs.get(file, []))
    assert [place for place, _source, _kind in kept] == [
        "numpy/core.so",
        "numpy.libs/libblas.so",
        "libblas.so",
        "libfortran.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "libxcb.so",
        "abcstudio/notes.txt",
    ]


def test_libraries_that_need_each_other_end_the_search() -> None:
    entries: list[Entry] = [
        ("a.so", "/a.so", "EXTENSION"),
        ("liba.so", "/liba.so", "BINARY"),
        ("libb.so", "/libb.so", "BINARY"),
    ]
    needs = {"/a.so": ["liba.so"], "/liba.so": ["libb.so"], "/libb.so": ["liba.so"]}
    assert without_unneeded_libraries(entries, lambda file: needs[file]) == entries
