"""A package that lacks what it imports late is found out before a person uses it."""

import sys
from pathlib import Path

import pytest

from abcstudio.selftest import import_everything


def _package(folder: Path, body: str) -> str:
    place = folder / "whole"
    (place / "part").mkdir(parents=True)
    (place / "__init__.py").write_text("")
    (place / "__main__.py").write_text("raise SystemExit('nobody runs me')")
    (place / "part" / "__init__.py").write_text("")
    (place / "part" / "late.py").write_text(body)
    return "whole"


@pytest.fixture(autouse=True)
def _own_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [name for name in sys.modules if name.split(".")[0] == "whole"]:
        monkeypatch.delitem(sys.modules, name)


def test_what_functions_import_is_imported(tmp_path: Path) -> None:
    body = (
        "class A:\n    def late(self):\n        import json.tool\n        from pprint import pp\n"
    )
    assert import_everything(_package(tmp_path, body)) == 2


def test_what_is_missing_is_named_with_who_asks(tmp_path: Path) -> None:
    body = "def outer():\n    def inner():\n        import left_out_of_the_bundle\n"
    package = _package(tmp_path, body)
    with pytest.raises(ImportError, match=r"whole\.part\.late imports left_out_of_the_bundle"):
        import_everything(package)
