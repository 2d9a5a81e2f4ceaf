"""Regular expressions find the same in every Python that the program runs with."""

import re
from pathlib import Path

import abcstudio

PACKAGE = Path(abcstudio.__file__).parent
# A possessive repetition of a group, and an atomic group.
POSSESSIVE_GROUP = re.compile(r"\)(?:[?*+]|\{\d*,?\d*\})\+[^+=\s]|\(\?>")


def test_groups_are_not_possessive() -> None:
    """Before 3.11.5 such a group loses what it has read (CPython's issue 106052)."""
    found = [
        f"{path.relative_to(PACKAGE)}:{number}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if POSSESSIVE_GROUP.search(line)
    ]
    assert found == []


def test_possessive_groups_are_seen() -> None:
    assert POSSESSIVE_GROUP.search('_STRING = re.compile(r"(?:a|b)*+")')
    assert POSSESSIVE_GROUP.search('_STRING = re.compile(r"(?>a|b)")')
    assert not POSSESSIVE_GROUP.search('_STRING = re.compile(r"(?:a++|b)*")')
