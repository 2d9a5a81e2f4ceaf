"""What a program that a packaged studio starts finds in its environment."""

import os
import sys
from pathlib import Path

import pytest

from abcstudio.recipes.installation.given_environment import (
    QT_PATHS,
    environment_at_start,
    give_back_environment,
    restored_environment,
)

BUNDLE = "/opt/studio/_internal"
OF_BUNDLE = {
    "LD_LIBRARY_PATH": BUNDLE,
    "QT_PLUGIN_PATH": f"{BUNDLE}/PySide6/Qt/plugins",
    "QML2_IMPORT_PATH": f"{BUNDLE}/PySide6/Qt/qml",
    "GIO_MODULE_DIR": f"{BUNDLE}/gio_modules",
    "PYTHONHOME": BUNDLE,
    "_PYI_ARCHIVE_FILE": "/opt/studio/abcstudio",
}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such variables")


def test_nothing_of_the_bundle_stays() -> None:
    now = {**OF_BUNDLE, "HOME": "/home/me", "XDG_DATA_DIRS": f"/usr/share:{BUNDLE}-other"}
    at_start = {"HOME": "/home/me", "LD_LIBRARY_PATH": BUNDLE}
    kept = {"HOME": "/home/me", "XDG_DATA_DIRS": f"/usr/share:{BUNDLE}-other"}
    assert restored_environment(now, at_start, BUNDLE) == kept


def test_what_the_person_had_is_back() -> None:
    own = {"LD_LIBRARY_PATH": "/my/libs", "QT_PLUGIN_PATH": "/my/plugins", "MINE_ORIG": "mine"}
    now = {
        **OF_BUNDLE,
        "LD_LIBRARY_PATH": f"{BUNDLE}:/my/libs",
        "LD_LIBRARY_PATH_ORIG": "/my/libs",
        "MINE_ORIG": "mine",
    }
    at_start = {**own, "LD_LIBRARY_PATH": f"{BUNDLE}:/my/libs"}
    assert restored_environment(now, at_start, BUNDLE) == own


def test_outside_a_bundle_nothing_changes() -> None:
    before = dict(os.environ)
    give_back_environment()
    assert dict(os.environ) == before


def test_what_qt_still_needs_comes_later(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in OF_BUNDLE.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/my/libs")
    give_back_environment(but_for=QT_PATHS, bundle=BUNDLE)
    assert {name for name in OF_BUNDLE if name in os.environ} == {"LD_LIBRARY_PATH", *QT_PATHS}
    assert os.environ["LD_LIBRARY_PATH"] == "/my/libs"
    give_back_environment(bundle=BUNDLE)
    assert not any(BUNDLE in value for value in os.environ.values())


def test_the_environment_at_the_start_is_read(tmp_path: Path) -> None:
    place = tmp_path / "environ"
    place.write_bytes(b"HOME=/home/\xd1\x8f\0EMPTY=\0ODD\0TWO=a=b\0")
    assert environment_at_start(place) == {"HOME": "/home/я", "EMPTY": "", "TWO": "a=b"}
    assert environment_at_start(tmp_path / "none") == {}
