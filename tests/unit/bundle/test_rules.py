"""What the bundle carries and what it does not."""

import pytest
from bundle_rules import (
    UNUSED_MODULES,
    Entry,
    is_needed,
    without_dangling_links,
    without_doubled_glyphs,
    without_unneeded_libraries,
)

KEPT = [
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/translations/qtbase_uk.qm",
    "verovio/data/Leipzig/E050.xml",
    "verovio/data/Bravura.css",
    "torch/lib/libtorch_cpu.so",
    "torch/nn/functional.py",
    "abcstudio/resources/tunes/tunebook.abc",
    "mido-1.3.3.dist-info/METADATA",
    "PySide6/Qt/plugins/imageformats/libqjpeg.so",
    "PySide6/plugins/imageformats/qico.dll",
    "pyqtgraph/icons/auto.png",
    "docx/parts/__init__.py",
    "docx/templates/default-header.xml",
    "docx/templates/default.docx",
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
    "torch-2.13.0.dist-info/licenses/third_party/onnx/LICENSE",
    "docx/oxml/__init__.py",
    "docx/templates/default-docx-template/word/styles.xml",
    "pyqtgraph/colors/maps/CET-L1.csv",
    "docx\\document.py",
    "PySide6/Qt/plugins/imageformats/libqtiff.so",
    "PySide6\\Qt\\plugins\\imageformats\\qwebp.dll",
    "pyqtgraph/icons/peegee/peegee_512px.png",
    "libcups.so.2",
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


def test_a_package_that_is_left_out_leaves_no_module_behind() -> None:
    # One that stays, such as pylab, would have its package named among those inside.
    assert {"matplotlib", "mpl_toolkits", "pylab"} <= set(UNUSED_MODULES)


def test_no_part_of_the_c_library_is_taken_in() -> None:
    assert not is_needed("libmvec.so.1", ["en"])


def test_a_library_stays_only_where_something_that_stays_needs_it() -> None:
    entries: list[Entry] = [
        ("numpy/core.so", "/venv/core.so", "EXTENSION"),
        ("numpy.libs/libblas.so", "/venv/libblas.so", "BINARY"),
        ("libfortran.so", "/usr/lib/libfortran.so", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/libqxcb.so", "BINARY"),
        ("libxcb.so", "/usr/lib/libxcb.so", "BINARY"),
        ("libgtk-3.so", "/usr/lib/libgtk-3.so", "BINARY"),
        ("libpango.so", "/usr/lib/libpango.so", "BINARY"),
        ("pillow.libs/libavif.so", "/venv/libavif.so", "BINARY"),
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
        "libfortran.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "libxcb.so",
        "abcstudio/notes.txt",
    ]


def test_a_sign_that_both_music_fonts_have_travels_once() -> None:
    entries: list[Entry] = [
        ("verovio/data/Leipzig/E050.xml", "/E050.xml", "DATA"),
        ("verovio/data/Bravura/E050.xml", "/B/E050.xml", "DATA"),
        ("verovio\\data\\Bravura\\E050.xml", "C:/B/E050.xml", "DATA"),
        ("verovio/data/Bravura/E1D5.xml", "/B/E1D5.xml", "DATA"),
        ("verovio/data/Bravura.xml", "/Bravura.xml", "DATA"),
    ]
    assert without_doubled_glyphs(entries) == [entries[0], *entries[3:]]


def test_no_link_leads_to_what_is_left_out() -> None:
    entries: list[Entry] = [
        ("libblas.so", "numpy.libs/libblas.so", "SYMLINK"),
        ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK"),
        ("PySide6/Qt/lib/libicu.so", "../../../libicu.so", "SYMLINK"),
        ("notes.txt", "/notes.txt", "DATA"),
    ]
    found = without_dangling_links(entries, ["numpy.libs/libblas.so", "libicu.so", "notes.txt"])
    assert [place for place, _target, _kind in found] == [
        "libblas.so",
        "PySide6/Qt/lib/libicu.so",
        "notes.txt",
    ]


def test_what_only_a_left_out_library_needs_is_left_out() -> None:
    entries: list[Entry] = [
        ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", "/venv/libcups.so", "BINARY"),
        ("libgnutls.so.30", "/usr/lib/libgnutls.so.30", "BINARY"),
    ]
    needs = {"/venv/libcups.so": ["libcups.so.2"]}
    assert without_unneeded_libraries(entries, lambda file: needs[file]) == entries[:1]


def test_libraries_that_need_each_other_end_the_search() -> None:
    entries: list[Entry] = [
        ("a.so", "/a.so", "EXTENSION"),
        ("liba.so", "/liba.so", "BINARY"),
        ("libb.so", "/libb.so", "BINARY"),
    ]
    needs = {"/a.so": ["liba.so"], "/liba.so": ["libb.so"], "/libb.so": ["liba.so"]}
    assert without_unneeded_libraries(entries, lambda file: needs[file]) == entries
