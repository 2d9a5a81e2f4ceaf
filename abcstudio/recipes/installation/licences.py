"""Whose work the program is made with: the notices of a packaged one, else what pip installed."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from abcstudio.files import read_text_file
from abcstudio.guarded_files import is_file

_NOTICES = Path("licences", "THIRD-PARTY.txt")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def third_party_notices(resources: Path) -> str:
    """Return the notices on the work of others as plain text.

    A packaged program carries them with the licences' own words. Elsewhere each library lies in a
    package of its own beside the program, with its licence in it: then they are listed by name.

    Args:
        resources: The program's folder of data.
    """
    notices = resources / _NOTICES
    if is_file(notices):
        return read_text_file(notices).text
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    for name in ("Python", *_needed()):
        if name == "Python":
            yield "Python: PSF-2.0"
            continue
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        yield f"{name} {found.version}: {licence_of(found)}"


def _needed() -> list[str]:
    """Return the names of the libraries that the program itself asks for."""
    try:
        wanted = distribution("abcstudio").requires or []
    except PackageNotFoundError:
        return []
    names = (_NAME.match(each) for each in wanted if "extra ==" not in each)
    return sorted((each[0] for each in names if each), key=str.lower)


def licence_of(found: Distribution) -> str:
    """Return what a package says of its licence, in a line."""
    for field in ("License-Expression", "License"):
        for said in found.metadata.get_all(field) or ():
            return str(said).strip().split("\n")[0]
    classes = found.metadata.get_all("Classifier") or []
    return ", ".join(each.split(" :: ")[-1] for each in classes if each.startswith("License"))
