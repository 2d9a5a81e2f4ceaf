"""Whose work each file is."""

import json
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from bundle_accounts import Component, Owners, UnaccountedError, notices, write_accounts

ROOT = Path(__file__).parents[3]


def test_files_are_of_the_package_that_installed_them() -> None:
    import mido
    import numpy

    entries = [
        ("numpy/__init__.py", numpy.__file__),
        ("mido", mido.__file__),
        ("abcstudio/LICENSE", str(ROOT / "LICENSE")),
        ("os", json.__file__),
    ]
    found = {one.name: one for one in Owners(ROOT).components(entries)}
    assert found["numpy"].files == ["numpy/__init__.py"]
    assert found["numpy"].version == distribution("numpy").version
    assert found["numpy"].purl == f"pkg:pypi/numpy@{found['numpy'].version}"
    assert "BSD" in found["numpy"].licence
    assert any("Redistribution" in text for text in found["numpy"].texts)
    assert found["abcstudio"].files == ["abcstudio/LICENSE"]
    assert found["CPython"].files == ["os"]


@pytest.mark.skipif(sys.platform != "linux", reason="asks Debian's packages")
def test_a_file_of_nobody_is_refused(tmp_path: Path) -> None:
    stray = tmp_path / "libstray.so"
    stray.touch()
    with pytest.raises(UnaccountedError, match="libstray"):
        Owners(ROOT).components([("libstray.so", str(stray))])


def test_notices_have_each_licence_once_and_say_what_the_lgpl_asks_for() -> None:
    parts = [
        Component("abcstudio", "", "pkg:generic/abcstudio"),
        Component("one", "1", "pkg:pypi/one@1", "MIT", ["Permission is granted"]),
        Component("two", "2", "pkg:pypi/two@2", "MIT", ["Permission is granted"]),
        Component("qt", "6", "pkg:pypi/qt@6", "LGPL-3.0-only", ["GNU LESSER"]),
    ]
    text = notices(parts)
    assert text.count("Permission is granted") == 1
    assert "the same words as of one" in text
    assert "put your own builds of them" in text
    assert "\nabcstudio " not in text


def test_accounts_are_written_whole(tmp_path: Path) -> None:
    part = Component("one", "1", "pkg:pypi/one@1", "MIT", ["words"], ["a", "b"])
    write_accounts([part], tmp_path / "deep" / "accounts.json")
    (row,) = json.loads((tmp_path / "deep" / "accounts.json").read_text(encoding="utf-8"))
    assert row["files"] == ["a", "b"]
