"""The bill of materials covers every library."""

from pathlib import Path
from typing import Any

import pytest
from build_record import BuildRecord
from sbom import bill, is_library

BUILD = BuildRecord("0.2.0", "abc", "2026-11-28", changed=False)
MOMENT = "2026-11-28T00:00:00Z"


def account(name: str, *files: str) -> dict[str, Any]:
    return {"name": name, "version": "1", "purl": f"pkg:pypi/{name}@1", "licence": "MIT",
            "texts": [], "files": list(files)}  # fmt: skip


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "abcstudio-player"
    for name in ("numpy/core.so", "numpy.libs/libblas.so.3", "abcstudio/notes.txt"):
        path = folder / "_internal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    (folder / "_internal" / "libblas.so.3").symlink_to("numpy.libs/libblas.so.3")
    return folder


def test_each_library_stands_under_its_component_with_its_digest(bundle: Path) -> None:
    accounts = [
        account("numpy", "numpy/core.so", "numpy.libs/libblas.so.3"),
        account("abcstudio", "abcstudio/notes.txt"),
        account("mido", "mido/x.py"),
    ]
    made = bill(bundle, accounts, BUILD, MOMENT)
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    own = made["metadata"]["component"]
    assert (own["name"], own["version"]) == ("abcstudio-player", "0.2.0")
    numpy, mido = made["components"]
    assert [each["name"] for each in numpy["components"]] == [
        "numpy/core.so",
        "numpy.libs/libblas.so.3",
    ]
    assert all(len(each["hashes"][0]["content"]) == 64 for each in numpy["components"])
    assert "components" not in mido
    assert made == bill(bundle, accounts, BUILD, MOMENT)


def test_a_library_of_nobody_is_refused(bundle: Path) -> None:
    with pytest.raises(LookupError, match=r"libblas\.so\.3"):
        bill(bundle, [account("numpy", "numpy/core.so")], BUILD, MOMENT)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("libQt6Core.so.6", True), ("core.cpython-311-x86_64-linux-gnu.so", True), ("a.dll", True),
     ("_a.pyd", True), ("liba.dylib", True), ("notes.txt", False)],
)  # fmt: skip
def test_libraries_are_known_by_their_names(name: str, expected: bool) -> None:
    assert is_library(name) == expected
