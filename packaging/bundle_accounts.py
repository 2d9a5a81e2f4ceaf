"""Whose work each file of the bundle is: components, their versions, their licences.

`build.spec` asks when it knows every file; the notices and the SBOM are made from the answer.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

from abcstudio.recipes.installation.licences import licence_of

_LICENCE_FILE = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|COPYRIGHT)", re.IGNORECASE)
_OWN = "abcstudio"
# What PyInstaller adds of itself; its exception to the GPL frees the programs that it makes.
_BOOTLOADER = "pyinstaller"


class UnaccountedError(Exception):
    """A file of the bundle is of no known component."""


@dataclass(slots=True)
class Component:
    """Somebody's work in the bundle.

    Attributes:
        purl: Its package URL, which says of what kind it is.
        licence: In words or as an SPDX expression; what its package says.
        texts: The licence's own words, each once.
        files: Its places in the bundle.
    """

    name: str
    version: str
    purl: str
    licence: str = ""
    texts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


class Owners:
    """Knows by a file's path which component it is of."""

    def __init__(self, root: Path) -> None:
        """Read what is installed.

        Args:
            root: The folder of the project itself.
        """
        self._root = root.resolve()
        self._components: dict[str, Component] = {}
        self._installed: dict[str, Distribution] = {}
        self._of_installed: dict[Distribution, Component] = {}
        self._python = Path(sys.base_prefix).resolve()
        # Asked once: each look at `metadata` parses the whole file.
        self._names: dict[Distribution, str] = {}
        for found in distributions():
            self._names[found] = str(found.metadata["Name"])
            place = os.path.realpath(str(found.locate_file("")))
            for name in _recorded(found):
                self._installed.setdefault(os.path.normpath(f"{place}/{name}"), found)

    def components(self, entries: Iterable[tuple[str, str]]) -> list[Component]:
        """Return the components of files, by name, each with its files.

        Args:
            entries: Places in the bundle, and the files that they are made from.

        Raises:
            UnaccountedError: A file is of no known one.
        """
        self._add_packager()
        for place, source in entries:
            self._owner(os.path.realpath(source)).files.append(place.replace("\\", "/"))
        for one in self._components.values():
            one.files = sorted(set(one.files))
        return sorted(self._components.values(), key=lambda one: one.name.lower())

    def _add_packager(self) -> None:
        for found, name in self._names.items():
            if name.lower() == _BOOTLOADER:
                self._of_distribution(found)

    def _owner(self, source: str) -> Component:
        found = self._installed.get(source)
        path = Path(source)
        # A virtual environment may lie inside the project, so that comes after what is installed.
        if (found is None and path.is_relative_to(self._root)) or (
            found is not None and self._names[found] == _OWN
        ):
            return self._component("pkg:generic/abcstudio", _OWN, "", "MIT", ())
        if found is not None:
            return self._of_distribution(found)
        if path.is_relative_to(self._python):
            return self._of_python()
        if shutil.which("dpkg-query") is not None:
            return self._of_system(source)
        return self._component("pkg:generic/system", "system", "", "of the operating system", ())

    def _of_distribution(self, found: Distribution) -> Component:
        if found in self._of_installed:
            return self._of_installed[found]
        name, version = self._names[found], found.version
        place = Path(str(found.locate_file("")))
        texts = [
            place / file
            for file in _recorded(found)
            if ".dist-info/" in file and _LICENCE_FILE.search(file.rpartition("/")[2])
        ]
        purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
        licence = licence_of(found) or "see its text"
        self._of_installed[found] = self._component(purl, name, version, licence, texts)
        return self._of_installed[found]

    def _of_python(self) -> Component:
        version = ".".join(map(str, sys.version_info[:3]))
        prefix = Path(sys.base_prefix)
        names = (Path(os.__file__).parent / "LICENSE.txt", prefix / "LICENSE.txt")
        texts = [path for path in names if path.is_file()]
        return self._component(
            f"pkg:generic/cpython@{version}", "CPython", version, "PSF-2.0", texts[:1]
        )

    def _of_system(self, source: str) -> Component:
        package, version = _debian_package(source)
        texts = [Path("/usr/share/doc", package.split(":")[0], "copyright")]
        return self._component(
            f"pkg:deb/debian/{package.split(':')[0]}@{version}",
            package.split(":")[0],
            version,
            "see its text",
            [path for path in texts if path.is_file()],
        )

    def _component(
        self, purl: str, name: str, version: str, licence: str, texts: Iterable[Path]
    ) -> Component:
        if purl not in self._components:
            words = [path.read_text(encoding="utf-8", errors="replace").strip() for path in texts]
            self._components[purl] = Component(
                name, version, purl, licence, list(dict.fromkeys(words))
            )
        return self._components[purl]


def _recorded(found: Distribution) -> list[str]:
    """Return the files of a package; its own `files` would look at each, of 60,000 in all."""
    lines = (found.read_text("RECORD") or "").splitlines()
    return [line.rsplit(",", 2)[0].strip('"') for line in lines]


def _debian_package(source: str) -> tuple[str, str]:
    """Return the package and its version; a merged /usr has two names for one file."""
    for name in (source, source.removeprefix("/usr"), f"/usr{source}"):
        found = subprocess.run(
            ["dpkg-query", "-S", name], capture_output=True, text=True, check=False
        )
        if found.returncode == 0:
            package = found.stdout.split(": ")[0].split(",")[0]
            version = subprocess.run(
                ["dpkg-query", "-W", "-f=${Version}", package],
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            return package, version.stdout
    raise UnaccountedError(f"no component accounts for {source}")


def notices(components: Iterable[Component]) -> str:
    """Return the notices that travel with the program: every component and its licence's words."""
    others = [one for one in components if one.name != _OWN]
    lines = [
        "ABC Studio is free software under the MIT licence (see LICENSE).",
        "",
        "The packaged program contains the work of others. Their licences follow.",
        "Qt, PySide6 and the libraries under the LGPL are shared libraries of their own: you may",
        "put your own builds of them in the place of the files that are named here.",
        "Their sources are those of the versions named, from the projects themselves.",
        "",
        *(f"  {one.name} {one.version}: {one.licence}" for one in others),
    ]
    told: dict[str, str] = {}
    for one in others:
        lines += ["", "=" * 78, f"{one.name} {one.version}", f"Licence: {one.licence}", ""]
        for text in one.texts:
            if text in told:
                lines.append(f"(the same words as of {told[text]})")
            else:
                told[text] = one.name
                lines.append(text)
    return "\n".join(lines) + "\n"


def accounts_of(build: Path, program: str) -> Path:
    """Return where the components of a built program are noted.

    Args:
        build: The folder of what is made on the way.
        program: The name of its folder in `dist`.
    """
    return build / f"{program}.accounts.json"


def write_accounts(components: list[Component], target: Path) -> None:
    """Write the components as JSON for `sbom.py`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    rows = [asdict(one) for one in components]
    target.write_text(json.dumps(rows, indent=1), encoding="utf-8")
