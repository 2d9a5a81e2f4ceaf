"""Set the studio up from its sources on a fresh machine: a bare root of a distribution.

`make fresh-test DIST=bookworm` runs it, as root; it needs debootstrap and a network. In the root
are Git, make and the distribution's Python, as the README asks for, and the last commit's sources.
An ordinary user must be told what to install; root gets it installed, and a tune composed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bare_root import BareRoot

ROOT = Path(__file__).resolve().parent.parent
SOURCES = "opt/sources"
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
TOOLS = ("python3", "python3-venv", "make", "git", "ca-certificates")


def put_sources(root: BareRoot) -> None:
    """Copy what the repository has of the last commit into the root."""
    target = root.folder / SOURCES
    target.mkdir(parents=True)
    archive = subprocess.run(
        ["git", "archive", "HEAD"], cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    subprocess.run(["tar", "-x", "-C", str(target)], input=archive.stdout, check=True)


def trust_machine(root: BareRoot) -> str:
    """Let pip trust what this machine trusts, such as the proxy of a company."""
    trusted = root.folder / CERTIFICATES.lstrip("/")
    shutil.copy(CERTIFICATES, trusted)
    return f"PIP_CERT={CERTIFICATES}"


def try_as_root(root: BareRoot, variables: str) -> str:
    """Set up and compose one tune, as root; the second time nothing is installed."""
    began = time.monotonic()
    first = root.as_root(f"cd /{SOURCES} && {variables} make run")
    seconds = time.monotonic() - began
    made = list((root.folder / SOURCES).glob("*.wav"))
    if len(made) != 1:
        raise AssertionError(f"no tune was composed: {first}")
    second = root.as_root(f"cd /{SOURCES} && make run")
    if "Installing" in second:
        raise AssertionError(f"installed again: {second}")
    return f"{made[0].name} after {seconds:.0f} s"


def try_as_user(root: BareRoot) -> str:
    """Without the right to install, the packages that are missing are named with their command."""
    subprocess.run(["chown", "-R", "1000:1000", str(root.folder / SOURCES)], check=True)
    done = root.run(["sh", f"/{SOURCES}/scripts/system_packages.sh", "run"])
    if "sudo apt-get" not in done.stderr:
        raise AssertionError(f"nothing is named: {done.stdout}{done.stderr}")
    return done.stderr.strip().splitlines()[-1].strip()


def main() -> int:
    """Make the roots, try, print what came of it, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--distribution", default="bookworm")
    parser.add_argument("--mirror", default="", help="where debootstrap takes it from")
    parser.add_argument("--wheels", type=Path, help="a folder of wheels that pip looks into")
    options = parser.parse_args()
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("fresh-test makes a root: run it as root, with debootstrap", file=sys.stderr)
        return 2
    base = BareRoot(ROOT / "build" / "roots" / options.distribution)
    base.make(options.distribution, options.mirror)
    failures = 0
    with tempfile.TemporaryDirectory(prefix="abcstudio-fresh-", dir=ROOT / "build") as place:
        root = base.copy_to(Path(place) / "root")
        root.install(*TOOLS)
        root.add_user()
        put_sources(root)
        variables = f"HOME=/root {trust_machine(root)}"
        if options.wheels:
            shutil.copytree(options.wheels, root.folder / "opt" / "wheels")
            variables += " PIP_FIND_LINKS=/opt/wheels"
        trials: dict[str, Callable[[], str]] = {
            "an ordinary user": partial(try_as_user, root),
            "root": partial(try_as_root, root, variables),
        }
        for name, trial in trials.items():
            try:
                print(f"ok      {options.distribution}, {name}: {trial()}", flush=True)
            except (AssertionError, RuntimeError) as error:
                failures += 1
                print(f"FAILED  {options.distribution}, {name}: {error}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
