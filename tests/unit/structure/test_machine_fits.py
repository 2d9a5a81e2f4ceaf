"""What keeps the libraries off a machine is said in one sentence, before they are fetched."""

import platform
import re
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from machine_fits import C_LIBRARIES, NEWEST, Machine, hindrance, this_machine
from packaging.requirements import Requirement

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def test_nothing_is_said_where_the_tests_run() -> None:
    assert hindrance(this_machine()) == ""


@pytest.mark.parametrize(
    "machine",
    [
        Machine(python=(3, 11), c_library="glibc 2.36"),
        Machine(python=(3, 14), c_library="glibc 2.34.9000"),
        Machine(python=(3, 13), processor="aarch64", c_library="glibc 2.41"),
        Machine(python=(3, 12), system="Darwin", processor="arm64"),
        Machine(python=(3, 12), system="Windows", processor="AMD64"),
    ],
)
def test_nothing_is_said_where_the_libraries_fit(machine: Machine) -> None:
    assert hindrance(machine) == ""


@pytest.mark.parametrize(
    ("machine", "named"),
    [
        (Machine(python=(3, 15), c_library="glibc 2.43"), ["3.15", "PYTHON=python3.14"]),
        (
            Machine(python=(3, 14), is_free_threaded=True, c_library="glibc 2.43"),
            ["global lock", "PYTHON=python3.14"],
        ),
        (Machine(python=(3, 11), c_library="glibc 2.31"), ["2.34", "2.31", "Debian 12"]),
        (
            Machine(python=(3, 11), processor="aarch64", c_library="glibc 2.36"),
            ["2.39", "2.36", "Debian 13"],
        ),
        (Machine(python=(3, 12)), ["glibc", "container"]),
        (Machine(python=(3, 12), processor="i686", c_library="glibc 2.36"), ["i686", "x86_64"]),
        (Machine(python=(3, 12), system="Darwin"), ["Intel"]),
    ],
)
def test_what_does_not_fit_is_named_with_the_way_out(machine: Machine, named: list[str]) -> None:
    sentence = hindrance(machine)
    assert [word for word in named if word not in sentence] == []
    assert "\n" not in sentence


@pytest.mark.skipif(sys.platform != "linux", reason="only wheels for Linux name a C library")
def test_the_c_library_is_the_one_that_the_installed_wheels_ask_for() -> None:
    processor = platform.machine()
    needed = [
        tuple(map(int, version))
        for name in required()
        for version in re.findall(
            rf"^Tag: .*-manylinux_(\d+)_(\d+)_{processor}$",
            distribution(name).read_text("WHEEL") or "",
            re.MULTILINE,
        )
    ]
    assert max(needed) == C_LIBRARIES[processor][0]


def test_qt_takes_no_newer_python_than_is_said() -> None:
    asked = distribution("PySide6_Essentials").metadata["Requires-Python"]
    assert f"<3.{NEWEST[1] + 1}" in asked


def required() -> list[str]:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return [Requirement(each).name for each in project["dependencies"]]
