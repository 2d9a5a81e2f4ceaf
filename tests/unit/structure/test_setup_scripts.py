"""Setting up on machines that lack something: a sentence with the way out, nothing half-made."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from machine_fits import NEWEST, OLDEST
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

SCRIPTS = Path(__file__).parents[3] / "scripts"
TOOLS = ("sh", "cat", "dirname", "rm", "touch", "grep")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="make and sh set up Linux and macOS")


class Machine:
    """A PATH that holds nothing but the usual tools and what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name in TOOLS:
            (self.bin / name).symlink_to(shutil.which(name) or name)

    def add(self, name: str, script: str) -> None:
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def run(
        self, script: str, *arguments: str, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", str(SCRIPTS / script), *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env={"PATH": str(self.bin), **variables},
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def python_without(*modules: str) -> str:
    """Return a stub that runs this Python, but finds none of some modules."""
    blocked = "; ".join(f"sys.modules[{name!r}] = None" for name in modules)
    return (
        'if [ "$1" = -c ]; then code=$2; shift 2; '
        f'exec {sys.executable} -c "import sys; {blocked or "pass"}; $code" "$@"; fi; '
        f'exec {sys.executable} "$@"'
    )


def test_without_venv_a_sentence_says_so_and_nothing_is_left(machine: Machine) -> None:
    machine.add("python3", python_without("ensurepip"))
    machine.add("apt-get", "exit 1")
    done = machine.run("make_venv.sh", ".venv")
    assert done.returncode == 1
    assert "sudo apt-get install python3-venv" in done.stderr
    assert not (machine.folder / ".venv").exists()


def test_a_python_that_is_too_old_is_named(machine: Machine) -> None:
    machine.add("python3", "case $2 in *print*) echo 3.9 ;; *) exit 1 ;; esac")
    done = machine.run("make_venv.sh", ".venv")
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert "is 3.9" in done.stderr


def test_a_python_that_is_too_new_is_named_before_anything_is_made(machine: Machine) -> None:
    newer = 'import runpy, sys; sys.version_info = (3, 15, 0, "final", 0); '
    machine.add(
        "python3",
        f"case $1 in *machine_fits.py) exec {sys.executable} -c "
        f'\'{newer} runpy.run_path(sys.argv[1], run_name="__main__")\' "$1" ;; esac; '
        f'exec {sys.executable} "$@"',
    )
    done = machine.run("make_venv.sh", ".venv")
    assert done.returncode == 1
    assert done.stderr.startswith("Python 3.15 is too new")
    assert "make run PYTHON=python3.14" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not done.stdout
    assert not (machine.folder / ".venv").exists()


def test_without_python_a_sentence_says_so(machine: Machine) -> None:
    done = machine.run("make_venv.sh", ".venv")
    assert done.returncode == 1
    assert done.stderr == "There is no Python here. ABC Studio needs Python 3.11 or newer.\n"


def test_a_half_made_environment_is_made_anew_and_the_download_is_announced(
    machine: Machine,
) -> None:
    machine.add("python3", python_without())
    half = machine.folder / ".venv" / "bin"
    half.mkdir(parents=True)
    (half / "python").write_text("#!/bin/sh\nexit 1\n")
    (half / "python").chmod(0o755)
    # Made without pip here, which takes seconds; the script only wants to know that it answers.
    machine.add("python3", python_without().replace('"$@"', '"$@" --without-pip', 2))
    done = machine.run("make_venv.sh", ".venv")
    assert done.returncode == 0, done.stderr
    assert (machine.folder / ".venv" / "pyvenv.cfg").is_file()
    assert "3.1 GB" in done.stdout


def test_a_failing_venv_leaves_nothing(machine: Machine) -> None:
    machine.add(
        "python3",
        'case "$*" in *-m\\ venv*) mkdir -p .venv; exit 1 ;; '
        "*print*) echo 3.12 ;; *) exit 0 ;; esac",
    )
    (machine.bin / "mkdir").symlink_to(shutil.which("mkdir") or "mkdir")
    assert machine.run("make_venv.sh", ".venv").returncode != 0
    assert not (machine.folder / ".venv").exists()


@pytest.mark.parametrize("was_installed", [False, True], ids=["new", "again"])
def test_python_starts_where_a_locale_is_not_there_and_the_home_is_cyrillic(
    tmp_path: Path, was_installed: bool
) -> None:
    home = tmp_path / "людина"
    home.mkdir()
    machine = Machine(home)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", ".venv"], cwd=home, check=True)
    packages = next(home.glob(".venv/lib/python*/site-packages"))
    # What hatchling writes for `pip install --editable`.
    names_sources = f"open({str(packages / '_abcstudio.pth')!r}, 'wb').write({os.fsencode(home)!r})"
    if was_installed:
        (packages / "_abcstudio.pth").write_bytes(os.fsencode(home))
    (packages / "pip.py").write_text(names_sources, encoding="utf-8")
    (home / "found_here.py").write_text("print('found')", encoding="utf-8")
    nowhere = {"LC_ALL": "xx_XX.UTF-8"}

    installed = machine.run("install_studio.sh", ".venv", "[test]", **nowhere)
    assert installed.returncode == 0, installed.stderr
    python = home / ".venv" / "bin" / "python"
    started = subprocess.run(
        [python, "-c", "import found_here"],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env=nowhere,
    )
    assert (started.stdout, started.stderr) == ("found\n", "")


@pytest.mark.parametrize(
    ("known", "named"), [("libasound2", "libasound2"), ("libasound2t64", "libasound2t64")]
)
def test_missing_packages_are_named_as_this_system_calls_them(
    machine: Machine, known: str, named: str
) -> None:
    machine.add("python3", python_without())
    machine.add("uname", "echo Linux")
    machine.add("id", "echo 1000")
    machine.add("dpkg-query", "exit 1")
    known_names = f"{known}|libgl1"
    machine.add("apt-cache", f"case $2 in {known_names}) exit 0 ;; *) exit 1 ;; esac")
    done = machine.run("system_packages.sh", "run")
    assert done.returncode == 0
    words = done.stderr.split()
    assert named in words
    assert (named == "libasound2t64") == ("libasound2t64" in words)
    assert "sudo apt-get update && sudo apt-get install" in done.stderr


@pytest.mark.parametrize(
    ("screen", "python", "said", "started"),
    [
        ("", "exit 0", "There is no screen here", "demo"),
        (":1", "exit 0", "", ""),
        (
            ":1",
            f"exec {sys.executable} -c 'import no_qt'",
            "Qt cannot open a window",
            "demo",
        ),
    ],
)
def test_a_window_opens_or_it_is_said_why_not(
    machine: Machine, screen: str, python: str, said: str, started: str
) -> None:
    machine.add("uname", "echo Linux")
    machine.add("python", python)
    machine.add("abcstudio", 'echo "started: $*"')
    done = machine.run("run_studio.sh", str(machine.bin), DISPLAY=screen)
    assert done.returncode == 0
    *sentence, last = done.stdout.splitlines()
    assert last == f"started: {started}"
    assert [line.partition(",")[0].partition(" on ")[0] for line in sentence] == [said] * bool(said)
    reason = "ModuleNotFoundError: No module named 'no_qt'\n"
    assert done.stderr == (reason if "Qt" in said else "")


def test_all_that_names_versions_of_python_names_those_that_are_tried() -> None:
    root = SCRIPTS.parent
    wanted = ["3.11", "3.12", "3.13", "3.14"]
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    assert re.findall(r'"Programming Language :: Python :: (3\.\d+)"', project) == wanted
    assert [f"3.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1)] == wanted
    assert f'requires-python = ">={wanted[0]},<3.{NEWEST[1] + 1}"' in project
    workflow = root / ".github" / "workflows" / "ci.yml"
    tried = re.findall(r"python: \[(.*)\]", workflow.read_text(encoding="utf-8"))
    assert re.findall(r"[\d.]+", tried[0]) == wanted
    looked_for = (SCRIPTS / "find_python.sh").read_text(encoding="utf-8")
    assert re.findall(r"python(3\.\d+)", looked_for) == wanted
    said = (root / "README.md").read_text(encoding="utf-8")
    assert f"Python {wanted[0]} to {wanted[-1]}" in said


def test_versions_that_were_tried_are_named_for_every_library_but_pytorch() -> None:
    root = SCRIPTS.parent
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {
        canonicalize_name(name): version
        for name, _, version in (line.partition("==") for line in lines[1:])
    }
    extras = project["optional-dependencies"]
    wanted = [Requirement(each) for each in (*project["dependencies"], *extras["test"])]
    assert "torch" not in pins
    for requirement in wanted:
        name = canonicalize_name(requirement.name)
        assert name == "torch" or requirement.specifier.contains(pins[name]), requirement
