"""What the packaged program carries and what is left out of it: rules, which a test holds.

`build.spec` applies them. docs/decisions/0004-bundle.md says why.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from editions import Edition
from torch_rules import UNUSED_OF_TORCH

# A row of PyInstaller's tables: the place in the bundle, the file it is made from, the kind.
Entry = tuple[str, str, str]

UNUSED_MODULES = [
    *UNUSED_OF_TORCH,
    # optional friends of our packages
    "matplotlib", "mpl_toolkits", "pylab", "IPython", "scipy", "pandas", "h5py", "OpenGL",
    "networkx", "jinja2", "rich", "pygments", "markdown_it", "fsspec", "requests", "urllib3",
    "certifi", "charset_normalizer", "chardet",
    # where a person has a run logged besides, for those who have Python
    "tensorboard", "comet_ml", "keyring", "google.protobuf", "grpc", "werkzeug", "absl", "markdown",
    "numpy.f2py", "numpy.tests", "pygame.examples", "pygame.tests", "pygame.docs",
    "pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.console", "pyqtgraph.canvas",
    "pyqtgraph.flowchart", "pyqtgraph.jupyter",
    # pygame opens the sound device and MIDI ports: it reads no pictures, fonts or songs here
    "pygame.imageext", "pygame.font", "pygame.freetype", "pygame._freetype", "pygame.ftfont",
    "pygame.mixer", "pygame.mixer_music", "pygame._sdl2.mixer", "pygame.gfxdraw",
    # pictures in reports are PNG files that the studio has drawn
    "PIL._avif", "PIL._webp", "PIL._imagingft", "PIL._imagingcms", "PIL._imagingtk",
    # python-docx reads and writes XML only
    "lxml.objectify", "lxml.sax", "lxml.html", "lxml.builder",
    # reports draw their curves themselves
    "reportlab.graphics",
    # Qt modules that the studio does not use
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets",
    "PySide6.QtSql", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools",
    "PySide6.QtXml", "PySide6.QtConcurrent",
    # development tools
    "pytest", "_pytest", "py", "hypothesis", "mypy", "ruff", "tkinter", "lib2to3", "pydoc_data",
    "setuptools", "pip",
    # GPL (readline), or the way to a network and to databases that the program has not
    "ftplib", "smtplib", "xmlrpc", "http.server", "http.cookiejar", "socketserver", "cgi",
    "readline", "_ssl", "ssl", "_sqlite3", "sqlite3", "_curses", "curses", "_dbm", "_gdbm",
    # Python's own SHA and BLAKE2 take the place of OpenSSL's
    "_hashlib",
]  # fmt: skip

# What trains, and what is there only for it: NumPy samples without.
_TRAINING_MODULES = ["torch", "torchgen", "functorch", "safetensors", "sympy", "mpmath"]

_FIRST_FONT, _SECOND_FONT = "verovio/data/Leipzig/", "verovio/data/Bravura/"
_MUSIC_FONTS = "Gootville|Leland|Petaluma"
_UNUSED_FILES = (
    r"^torch/(bin/protoc|test/|include/|share/)"
    r"|\.(a|lib|pdb|h|hpp)$"
    # They list what pip has installed, bytecode included, which differs from folder to folder.
    r"|\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json)$"
    # Their words stand in THIRD-PARTY.txt.
    r"|\.dist-info/licenses/"
    r"|libQt6(Quick|Qml|Pdf|Virtual|Sql|Designer|Help|3D|WebEngine|Multimedia|Wayland|Egl|WlShell)"
    r"|Qt/plugins/(wayland|egldeviceintegrations|sqldrivers|networkinformation|tls|generic|qmltooling)"
    r"|Qt/plugins/platforms/libq(eglfs|linuxfb|minimal|minimalegl|vnc|vkkhrdisplay|wayland)"
    r"|Qt/plugins/(platforminputcontexts/libqtvirtualkeyboard|platformthemes/libqgtk3)"
    # The studio's pictures are PNG and SVG; a person's may be JPEG or GIF.
    r"|Qt/plugins/imageformats/(lib)?q(webp|tiff|tga|wbmp|icns)\."
    r"|Qt/translations/(?!qtbase_({languages})[._])"
    r"|pygame/(docs|examples|tests)/"
    # Qt's way to printers loads the system's own, which knows them.
    r"|(^|/)libcups\.so"
    # A part of the C library, which fits no other one than its own.
    r"|(^|/)libmvec\.so"
    # Its own sign, for windows that it opens itself, and scales of colours that have names.
    r"|pyqtgraph/(icons/peegee|colors/maps)/"
    # Scores are engraved in Leipzig; Verovio always loads Bravura.
    rf"|verovio/data/({_MUSIC_FONTS})(/|\.)"
    # What the .qm files are made from.
    r"|resources/translations/.*\.ts$"
    # python-docx goes through the folder of its parts to its templates; its sources it never reads.
    # It begins a document from default.docx, not from that file's parts in a folder.
    r"|^docx/((?!parts/__init__\.py$).*\.py$|templates/default-docx-template/)"
    # GPL; the writer of PDF files names it and never uses it.
    r"|reportlab/fonts/DarkGarden"
)

# Loaded by name, so that no library's list of needed ones has them.
_LOADED_BY_NAME = re.compile(
    r"^(PySide6/Qt/plugins/|torch/(lib|bin)/|_soundfile_data/|pypdfium2_raw/|libpython|libgcc_s)"
)


def unused_modules(edition: Edition) -> list[str]:
    """Return the modules that an edition leaves out."""
    return UNUSED_MODULES + ([] if edition.trains else _TRAINING_MODULES)


def is_needed(place: str, languages: Sequence[str]) -> bool:
    """Return whether a file belongs into the bundle.

    Args:
        place: Where it stands in the bundle.
        languages: Those of the window, whose sentences of Qt stay.
    """
    pattern = _UNUSED_FILES.replace("{languages}", "|".join(languages))
    return re.search(pattern, place.replace("\\", "/")) is None


def without_unneeded_libraries(
    entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]
) -> list[Entry]:
    """Return the entries without those shared libraries that nothing else in the bundle loads.

    What is left out above leaves libraries behind: GTK's, those of codecs, of databases.

    Args:
        entries: Rows of the kinds EXTENSION, BINARY, SYMLINK and others, which all stay.
        needs: Gives the names of the libraries that a file is linked against.
    """
    kept = list(entries)
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for entry in kept:
        if entry[2] == "BINARY":
            by_name[_name(entry)].append(entry)
    waiting = [entry for entry in kept if _is_root(entry)]
    reached: set[str] = set()
    while waiting:
        entry = waiting.pop()
        if entry[0] not in reached:
            reached.add(entry[0])
            for name in needs(entry[1]):
                waiting.extend(by_name.get(name, ()))
    return [entry for entry in kept if entry[2] != "BINARY" or entry[0] in reached]


def without_doubled_glyphs(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries without the signs of Verovio's second font that its first one has too.

    Verovio takes from Bravura what the font of the score has not.
    """
    named = [(entry[0].replace("\\", "/"), entry) for entry in entries]
    places = {place for place, _entry in named}
    return [
        entry
        for place, entry in named
        if not place.startswith(_SECOND_FONT)
        or place.replace(_SECOND_FONT, _FIRST_FONT) not in places
    ]


def without_dangling_links(entries: Iterable[Entry], places: Iterable[str]) -> list[Entry]:
    """Return the entries without those links that lead to what is left out.

    Args:
        entries: Of a link the second part is where it leads, seen from its own folder.
        places: What is in the bundle.
    """
    there = set(places)
    return [
        entry
        for entry in entries
        if entry[2] != "SYMLINK"
        or posixpath.normpath(posixpath.join(posixpath.dirname(entry[0]), entry[1])) in there
    ]


def _is_root(entry: Entry) -> bool:
    is_library = entry[2] == "BINARY"
    return entry[2] in {"EXTENSION", "EXECUTABLE"} or (
        is_library and _LOADED_BY_NAME.search(entry[0]) is not None
    )


def _name(entry: Entry) -> str:
    return PurePosixPath(entry[0].replace("\\", "/")).name
